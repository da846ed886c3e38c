//! The trace on the wire and on disk: a run of length-prefixed chunks, each postcard, behind a magic number and a format version.
//!
//! `"NLTR" version:u16le ( length:u32le postcard )*`. Step times are written as differences.

use std::fmt;
use std::iter;

use serde::{Deserialize, Serialize, Serializer};

use super::{AgentId, Event, Header, LibraryFunctionId, Nanos, SiteId, Step, Tables};

/// Raised whenever an older reader could not read what is written.
pub const FORMAT_VERSION: u16 = 11;

const MAGIC: &[u8; 4] = b"NLTR";

/// The part of a run that the engine sends at a time: new entries of every table, then steps that refer to them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chunk {
    /// In the first chunk only.
    pub header: Option<Header>,
    /// The entries that are new since the chunk before.
    pub tables: Tables,
    /// On the wire each step's `at` is the difference to the step before in the same chunk.
    pub steps: Vec<Step>,
    /// The run is over.
    pub last: bool,
}

impl Chunk {
    /// Joins the chunk that follows to this one.
    pub fn append(&mut self, later: Self) {
        let Self { header, tables, steps, last } = later;
        self.header = self.header.take().or(header);
        self.tables.append(tables);
        self.steps.extend(steps);
        self.last |= last;
    }
}

/// Why bytes are not a trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Not a trace file at all.
    Magic,
    /// Written by another version of the format.
    Version(u16),
    /// Cut short, or not what a chunk looks like.
    Corrupt,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Magic => f.write_str("this is not a recorded run"),
            Self::Version(version) => write!(f, "this run was recorded in format {version}, and this page reads format {FORMAT_VERSION}"),
            Self::Corrupt => f.write_str("this recorded run is damaged"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// A trace file's first bytes.
#[must_use]
pub fn file_start() -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    bytes
}

/// One chunk as postcard, without a length prefix: what goes through the worker's message port.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "no chunk makes it panic")]
pub fn encode(chunk: &Chunk) -> Vec<u8> {
    let Chunk { header, tables, steps, last } = chunk;
    let steps = Differences(steps);
    postcard::to_allocvec(&WrittenChunk { header, tables, steps, last: *last }).expect("a chunk holds nothing that postcard cannot write")
}

/// A [`Chunk`] as it is written: the same fields in the same order.
#[derive(Serialize)]
struct WrittenChunk<'a> {
    header: &'a Option<Header>,
    tables: &'a Tables,
    steps: Differences<'a>,
    last: bool,
}

/// Steps of a chunk, the time of each as the difference to the step before.
struct Differences<'a>(&'a [Step]);

impl Serialize for Differences<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let times_before = iter::once(Nanos(0)).chain(self.0.iter().map(|step| step.at));
        serializer.collect_seq(self.0.iter().zip(times_before).map(|(step, before)| {
            let Step { at, agent, site, inside, event } = step;
            WrittenStep { since_step_before: Nanos(at.0.wrapping_sub(before.0)), agent: *agent, site: *site, inside: *inside, event }
        }))
    }
}

/// A [`Step`] as it is written: the same fields in the same order.
#[derive(Serialize)]
struct WrittenStep<'a> {
    since_step_before: Nanos,
    agent: AgentId,
    site: Option<SiteId>,
    inside: Option<LibraryFunctionId>,
    event: &'a Event,
}

/// The chunk that [`encode`] wrote.
///
/// # Errors
/// [`DecodeError::Corrupt`] for anything else.
pub fn decode(bytes: &[u8]) -> Result<Chunk, DecodeError> {
    let mut chunk: Chunk = postcard::from_bytes(bytes).map_err(|_| DecodeError::Corrupt)?;
    let mut at = Nanos(0);
    for step in &mut chunk.steps {
        at = Nanos(at.0.wrapping_add(step.at.0));
        step.at = at;
    }
    Ok(chunk)
}

/// A whole trace file's chunks.
///
/// # Errors
/// Says whether it is no trace, of another version, or damaged.
pub fn decode_all(bytes: &[u8]) -> Result<Vec<Chunk>, DecodeError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(DecodeError::Magic)?;
    let (version, mut rest) = rest.split_first_chunk::<2>().ok_or(DecodeError::Corrupt)?;
    let version = u16::from_le_bytes(*version);
    if version != FORMAT_VERSION {
        return Err(DecodeError::Version(version));
    }
    let mut chunks = Vec::new();
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk::<4>().ok_or(DecodeError::Corrupt)?;
        let length = u32::from_le_bytes(*length) as usize;
        let body = after.get(..length).ok_or(DecodeError::Corrupt)?;
        chunks.push(decode(body)?);
        rest = &after[length..];
    }
    Ok(chunks)
}

/// A chunk with its length prefix, as it stands in a trace file.
#[must_use]
pub fn frame(chunk: &Chunk) -> Vec<u8> {
    let body = encode(chunk);
    let mut bytes = u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes().to_vec();
    bytes.extend_from_slice(&body);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Phase, Settings};

    #[test]
    fn a_chunk_is_written_with_time_differences_and_read_back_whole() {
        let step = |at, event| Step { at: Nanos(at), agent: AgentId(0), site: Some(SiteId(3)), inside: None, event };
        let steps = vec![step(5, Event::FrameLeft), step(5, Event::PhaseLeft { phase: Phase::Poll }), step(300, Event::FrameLeft)];
        let header = Some(Header { settings: Settings::default(), scripts: Vec::new() });
        let tables = Tables { texts: vec!["".into(), "a".into()], ..Tables::default() };
        let chunk = Chunk { header, tables, steps, last: true };
        let bytes = encode(&chunk);
        assert_eq!(decode(&bytes), Ok(chunk.clone()));
        let mut relative = chunk;
        for (step, since) in relative.steps.iter_mut().zip([5, 0, 295]) {
            step.at = Nanos(since);
        }
        assert_eq!(bytes, postcard::to_allocvec(&relative).unwrap());
    }

    #[test]
    fn joined_chunks_hold_the_entries_of_both() {
        let chunk = |text: &str, id| {
            let block = crate::HeapBlock { kind: crate::BlockKind::Object, space: None, survived_once: false, bytes: 8, external: 0 };
            let blocks = [crate::Recorded { step: crate::StepId(id), id, now: block }].into_iter().collect();
            Chunk { tables: Tables { texts: vec![text.into()], blocks, ..Tables::default() }, ..Chunk::default() }
        };
        let mut joined = chunk("a", 0);
        joined.append(Chunk { last: true, ..chunk("b", 1) });
        assert_eq!(joined.tables.texts, ["a".into(), "b".into()]);
        assert_eq!(joined.tables.blocks.len(), 2);
        assert!(joined.last);
    }
}
