//! The trace on the wire and on disk: a run of length-prefixed chunks, each postcard, behind a magic number and a format version.
//!
//! `"NLTR" version:u16le ( length:u32le postcard )*`. Step times are written as differences.

use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{
    Compilation, Function, Header, HeapBlock, HeapCollection, HeapUsage, HiddenClass, InlineCache, LibraryFunction, ObjectView, Script, Site, Step,
    StepId, TierChange, Told, Value,
};

/// Raised whenever an older reader could not read what is written.
pub const FORMAT_VERSION: u16 = 11;

const MAGIC: &[u8; 4] = b"NLTR";

/// What the engine sends at a time: new entries of every table, then steps that refer to them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chunk {
    /// In the first chunk only.
    pub header: Option<Header>,
    /// Files that were loaded since.
    pub scripts: Vec<Script>,
    pub functions: Vec<Function>,
    pub sites: Vec<Site>,
    pub texts: Vec<Rc<str>>,
    pub values: Vec<Value>,
    pub library: Vec<LibraryFunction>,
    /// What V8 makes of the functions of files that were loaded since.
    pub compilations: Vec<Compilation>,
    /// What is new of the program's objects, by step.
    pub objects: Vec<Told<ObjectView>>,
    /// From this step on objects are followed no more.
    pub objects_until: Option<StepId>,
    /// What is new of hidden classes and inline caches, by step.
    pub maps: Vec<Told<HiddenClass>>,
    pub caches: Vec<Told<InlineCache>>,
    /// What is new of compiled code.
    pub tiers: Vec<TierChange>,
    /// What is new of the heap: its use (one number, 0), each collection, each block.
    pub heap: Vec<Told<HeapUsage>>,
    pub collections: Vec<Told<HeapCollection>>,
    pub blocks: Vec<Told<HeapBlock>>,
    /// Encoded with `at` as the difference to the step before (in this chunk); decoded with `at` absolute.
    pub steps: Vec<Step>,
    /// The run is over.
    pub last: bool,
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
pub fn encode(chunk: &Chunk) -> Vec<u8> {
    let mut relative = chunk.clone();
    let mut before = 0;
    for step in &mut relative.steps {
        let at = step.at;
        step.at = at.wrapping_sub(before);
        before = at;
    }
    postcard::to_allocvec(&relative).expect("a chunk holds nothing that postcard cannot write")
}

/// The chunk that [`encode`] wrote.
///
/// # Errors
/// [`DecodeError::Corrupt`] for anything else.
pub fn decode(bytes: &[u8]) -> Result<Chunk, DecodeError> {
    let mut chunk: Chunk = postcard::from_bytes(bytes).map_err(|_| DecodeError::Corrupt)?;
    let mut at = 0u64;
    for step in &mut chunk.steps {
        at = at.wrapping_add(step.at);
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
