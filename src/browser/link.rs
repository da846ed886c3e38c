//! The content of a link, in the address's fragment: `#/lesson-id/step`, or for changed code `#3` and then
//! base64url(deflate(postcard)). The first character is the version. The end names the run beside the program's own: `&compare=20` under that
//! version of Node, `&compare=rest` without levers, `&compare=opened` as the program was opened.

use serde::{Deserialize, Serialize};

use trace::{Profile, Program, StepId};

/// The version of packed programs.
const PACKED: char = '3';
/// The first character of a lesson's link, which names the lesson.
const LESSON: char = '/';
/// The text in front of the run beside.
const COMPARE: &str = "&compare=";
/// The most bytes that a link may unpack to; no honest program is larger.
const LARGEST: usize = 4 << 20;

/// The program that a link opens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Subject {
    /// A lesson of the catalogue, as it is.
    Lesson(String),
    /// A program of the reader's own.
    Program(Program),
}

/// The run that is shown beside the program's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Beside {
    /// The same program under another version of Node.
    Under(Profile),
    /// The same program without levers.
    AtRest,
    /// The program as it was opened, before the reader changed it.
    Opened,
}

impl Beside {
    /// The text for it in a link.
    fn text(self) -> String {
        match self {
            Self::Under(profile) => profile.major().to_string(),
            Self::AtRest => "rest".to_owned(),
            Self::Opened => "opened".to_owned(),
        }
    }

    fn of_text(text: &str) -> Option<Self> {
        match text {
            "rest" => Some(Self::AtRest),
            "opened" => Some(Self::Opened),
            major => major.parse().ok().and_then(Profile::of_major).map(Self::Under),
        }
    }
}

/// A link's whole content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The program.
    pub subject: Subject,
    /// The step that is shown.
    pub step: StepId,
    /// The run that is shown beside the program's own.
    pub compare: Option<Beside>,
}

/// The reason that a fragment is not a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// The fragment was made by another version of the page.
    Version,
    /// The fragment was cut short or changed on its way.
    Damaged,
}

impl LinkError {
    /// The sentence for the reader.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Version => "This link was made by another version of this page and cannot be read here.",
            Self::Damaged => "This link is damaged: perhaps it was cut short when it was copied.",
        }
    }
}

/// The fragment for a link, without `#`.
#[must_use]
pub fn pack(link: &Link) -> String {
    let mut fragment = pack_subject(&link.subject, link.step);
    if let Some(beside) = link.compare {
        fragment.extend([COMPARE, &beside.text()]);
    }
    fragment
}

fn pack_subject(subject: &Subject, step: StepId) -> String {
    match subject {
        Subject::Lesson(id) => [&LESSON.to_string(), id, "/", &step.0.to_string()].concat(),
        Subject::Program(program) => {
            let plain = postcard::to_allocvec(&(program, step)).expect("a program holds nothing that postcard cannot write");
            let mut fragment = PACKED.to_string();
            to_base64url(&miniz_oxide::deflate::compress_to_vec(&plain, 8), &mut fragment);
            fragment
        }
    }
}

/// The link that a fragment holds; `None` for an empty one.
///
/// # Errors
/// A [`LinkError`] for anything that [`pack`] did not write.
pub fn unpack(fragment: &str) -> Result<Option<Link>, LinkError> {
    let (subject, compare) = match fragment.split_once(COMPARE) {
        None => (fragment, None),
        Some((subject, beside)) => (subject, Some(Beside::of_text(beside).ok_or(LinkError::Damaged)?)),
    };
    Ok(unpack_subject(subject)?.map(|(subject, step)| Link { subject, step, compare }))
}

fn unpack_subject(fragment: &str) -> Result<Option<(Subject, StepId)>, LinkError> {
    let mut characters = fragment.chars();
    match characters.next() {
        None => Ok(None),
        Some(LESSON) => {
            let (id, step) = characters.as_str().split_once('/').unwrap_or((characters.as_str(), "0"));
            let step = step.parse().map_err(|_| LinkError::Damaged)?;
            Ok(Some((Subject::Lesson(id.to_owned()), StepId(step))))
        }
        Some(PACKED) => {
            let packed = from_base64url(characters.as_str()).ok_or(LinkError::Damaged)?;
            let plain = miniz_oxide::inflate::decompress_to_vec_with_limit(&packed, LARGEST).map_err(|_| LinkError::Damaged)?;
            let (program, step): (Program, StepId) = postcard::from_bytes(&plain).map_err(|_| LinkError::Damaged)?;
            let sound = program.files.iter().any(|file| file.path == program.entry && std::str::from_utf8(&file.content).is_ok());
            if sound { Ok(Some((Subject::Program(program), step))) } else { Err(LinkError::Damaged) }
        }
        Some(_) => Err(LinkError::Version),
    }
}

// By hand, since it is small: the crate base64ct would add 2.5 KB to the page, and base64 9 KB. The engine's own follows Node's lenient rules.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn to_base64url(bytes: &[u8], out: &mut String) {
    for group in bytes.chunks(3) {
        let word = group.iter().enumerate().fold(0u32, |word, (index, byte)| word | u32::from(*byte) << (16 - 8 * index));
        for index in 0..=group.len() {
            out.push(char::from(ALPHABET[(word >> (18 - 6 * index)) as usize & 63]));
        }
    }
}

fn from_base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for group in text.as_bytes().chunks(4) {
        let mut word = 0u32;
        for (index, character) in group.iter().enumerate() {
            let digit = ALPHABET.iter().position(|known| known == character)?;
            word |= u32::try_from(digit).ok()? << (18 - 6 * index);
        }
        // A group of one carries no whole byte.
        bytes.extend_from_slice(word.to_be_bytes()[1..].get(..group.len().checked_sub(1).filter(|length| *length > 0)?)?);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lesson;
    use trace::Settings;

    fn program_link(source: &str) -> Link {
        let settings = Settings { pool_size: 2, options: vec!["--expose-gc".to_owned()], choices: vec![0, 1], ..Settings::default() };
        Link { subject: Subject::Program(lesson::default().program_with(source, settings)), step: StepId(31), compare: None }
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        for link in [
            Link { subject: Subject::Lesson("node-lifecycle".into()), step: StepId(12), compare: None },
            Link { subject: Subject::Lesson("node-lifecycle".into()), step: StepId(12), compare: Some(Beside::Under(Profile::Node20)) },
            Link { compare: Some(Beside::Under(Profile::Node26)), ..program_link("1") },
            Link { compare: Some(Beside::AtRest), ..program_link("1") },
            Link { compare: Some(Beside::Opened), ..program_link("1") },
            program_link(""),
            program_link("console.log(\"größer 🎉\");\n"),
            program_link(&"setTimeout(() => {}, 0);\n".repeat(400)),
        ] {
            let fragment = pack(&link);
            assert!(fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_/&=".contains(&byte)), "{fragment}");
            assert_eq!(unpack(&fragment), Ok(Some(link)));
        }
    }

    #[test]
    fn no_fragment_is_no_link() {
        assert_eq!(unpack(""), Ok(None));
    }

    #[test]
    fn a_lesson_needs_no_step() {
        assert_eq!(unpack("/streams"), Ok(Some(Link { subject: Subject::Lesson("streams".into()), step: StepId(0), compare: None })));
    }

    #[test]
    fn anything_else_says_so() {
        let good = pack(&program_link("1"));
        assert_eq!(unpack("1abc"), Err(LinkError::Version));
        assert_eq!(unpack("2abc"), Err(LinkError::Version));
        assert_eq!(unpack("3"), Err(LinkError::Damaged));
        assert_eq!(unpack("3!!"), Err(LinkError::Damaged));
        assert_eq!(unpack("/a/b"), Err(LinkError::Damaged));
        assert_eq!(unpack("/a/0&compare=19"), Err(LinkError::Damaged));
        for length in 1..good.len() - 1 {
            assert_eq!(unpack(&good[..length]), Err(LinkError::Damaged), "cut at {length}");
        }
    }
}
