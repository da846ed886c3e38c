//! The program of a run, and the settings under which it ran.

use std::cmp::Ordering;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Script;

/// A Node.js release line whose rules and library the machine follows. Links and traces hold its place in this list: new ones come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
pub enum Profile {
    /// Node 24: what runs where nothing else is asked for.
    #[default]
    Node24,
    /// Node 22.
    Node22,
    /// Node 20.
    Node20,
    /// Node 26.
    Node26,
    /// Node 18.
    Node18,
}

impl Profile {
    /// Newest first.
    pub const ALL: [Self; 5] = [Self::Node26, Self::Node24, Self::Node22, Self::Node20, Self::Node18];

    /// The major version: `24`.
    #[must_use]
    pub fn major(self) -> u16 {
        match self {
            Self::Node24 => 24,
            Self::Node22 => 22,
            Self::Node20 => 20,
            Self::Node26 => 26,
            Self::Node18 => 18,
        }
    }

    /// The profile of a major version.
    #[must_use]
    pub fn of_major(major: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.major() == major)
    }
}

/// By major version, older first.
impl Ord for Profile {
    fn cmp(&self, other: &Self) -> Ordering {
        self.major().cmp(&other.major())
    }
}

impl PartialOrd for Profile {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A file on the machine's disk before the program starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Absolute path.
    pub path: Rc<str>,
    /// Any bytes; of a source file, its UTF-8 text.
    pub content: Rc<[u8]>,
}

/// The reader's settings, all of which a shared link carries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The release line of Node.
    pub profile: Profile,
    /// `UV_THREADPOOL_SIZE`, 1 to 1024.
    pub pool_size: u16,
    /// Node's and V8's options, each with its dashes, as between `node` and the file.
    pub options: Vec<String>,
    /// The way to go at each choice point, in order; where it ends, option 0.
    pub choices: Vec<u16>,
    /// The settings of the program's streams, one for each stream that has any, in the order of `made`.
    pub levers: Vec<Lever>,
}

/// The settings that the reader has given to one stream, without a change of the code.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Lever {
    /// The stream, by the number of streams that the run had made before it.
    pub made: u16,
    /// `readableHighWaterMark`: bytes, or objects.
    pub readable_mark: Option<u32>,
    /// `writableHighWaterMark`: bytes, or objects.
    pub writable_mark: Option<u32>,
    /// The number of bytes that `_read` is asked for.
    pub chunk: Option<u32>,
    /// ms before each `_read`.
    pub source_delay: Option<u16>,
    /// ms that each `_write` takes longer.
    pub sink_delay: Option<u16>,
}

impl Lever {
    /// Nothing is set.
    #[must_use]
    pub fn is_at_rest(&self) -> bool {
        *self == Self { made: self.made, ..Self::default() }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { profile: Profile::default(), pool_size: 4, options: Vec::new(), choices: Vec::new(), levers: Vec::new() }
    }
}

/// The first thing in a trace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// The settings that the run was made with.
    pub settings: Settings,
    /// The program's files that are known when the trace begins; those of [`super::Tables`] follow, as each is first loaded. The engine writes none here.
    pub scripts: Vec<Script>,
}

/// The path of the file of a program that its standard input is redirected from, as by a shell's `<`. Without one standard input is at its end.
pub const STDIN: &str = "/dev/stdin";

/// A program that the page, a link or the command line asks the engine to run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// Absolute path of the entry file; one of `files`.
    pub entry: Rc<str>,
    /// The machine's disk before the program starts: source and data files, and at [`STDIN`] what standard input reads.
    pub files: Vec<File>,
    /// The settings to run it with.
    pub settings: Settings,
}

#[cfg(test)]
mod tests {
    use super::Profile;

    #[test]
    fn releases_are_ordered_by_their_major_version() {
        let mut all = Profile::ALL;
        all.sort();
        assert_eq!(all.map(Profile::major), [18, 20, 22, 24, 26]);
        assert!(Profile::Node26 > Profile::Node24 && Profile::Node18 < Profile::Node20);
    }
}
