//! The archive: `"NLIB" version:u32le deflate( count ( id source )* )`, each string with its length as `u32le` before it.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use miniz_oxide::inflate::decompress_to_vec;

use super::code::{Code, CodeWriter, sum};
use crate::trace::Profile;

const MAGIC: &[u8; 4] = b"NLIB";
const VERSION: u32 = 1;
const NODE_VERSION: &str = "data/version";

/// The sources of one Node version's library, by module id (`internal/timers`), and data under `data/`.
#[derive(Clone, Debug, Default)]
pub struct Library {
    sources: BTreeMap<Rc<str>, Rc<str>>,
    profile: Profile,
    /// Of the archive's bytes.
    sum: u64,
    code: Option<Code>,
}

/// Why bytes are not a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveError {
    Magic,
    Version(u32),
    /// Of a Node that the machine does not follow.
    Node(Rc<str>),
    Corrupt,
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Magic => f.write_str("this is not a Node library archive"),
            Self::Version(version) => write!(f, "this Node library archive has format {version}, and this engine reads format {VERSION}"),
            Self::Node(version) => write!(f, "this is the library of Node {version}, which this engine does not follow"),
            Self::Corrupt => f.write_str("this Node library archive is damaged"),
        }
    }
}

impl std::error::Error for ArchiveError {}

impl Library {
    /// Reads an archive.
    ///
    /// # Errors
    /// Says whether it is no archive, of another version, or damaged.
    pub fn read(bytes: &[u8]) -> Result<Self, ArchiveError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ArchiveError::Magic)?;
        let (version, body) = rest.split_first_chunk::<4>().ok_or(ArchiveError::Corrupt)?;
        let version = u32::from_le_bytes(*version);
        if version != VERSION {
            return Err(ArchiveError::Version(version));
        }
        let body = decompress_to_vec(body).map_err(|_| ArchiveError::Corrupt)?;
        let mut reader = Reader { rest: &body };
        let count = reader.number()?;
        let mut sources = BTreeMap::new();
        for _ in 0..count {
            let id = reader.string()?;
            let source = reader.string()?;
            sources.insert(id, source);
        }
        let version = sources.get(NODE_VERSION).cloned().unwrap_or_default();
        let major = version.split('.').next().and_then(|major| major.parse().ok());
        let profile = major.and_then(Profile::of_major).ok_or(ArchiveError::Node(version))?;
        Ok(Self { sources, profile, sum: sum(bytes), code: None })
    }

    /// The library with what [`crate::node::compile_library`] made of it. Where those bytes are of another library or engine, or damaged, it is
    /// the library alone.
    #[must_use]
    pub fn with_code(mut self, bytes: Vec<u8>) -> Self {
        self.code = Code::read(bytes, self.sum);
        self
    }

    /// Whether its modules need not be compiled.
    #[must_use]
    pub fn has_code(&self) -> bool {
        self.code.is_some()
    }

    pub(crate) fn code(&self) -> Option<&Code> {
        self.code.as_ref()
    }

    pub(crate) fn pack_code(&self, writer: CodeWriter) -> Vec<u8> {
        writer.finish(self.sum)
    }

    /// The release line that the library is of.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// The exact version that the library is of: `24.21.0`.
    #[must_use]
    pub fn version(&self) -> &str {
        self.source(NODE_VERSION).map_or("", |version| &**version)
    }

    /// A module's source, or a data entry.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Rc<str>> {
        self.sources.get(id)
    }

    /// The ids of all modules, without data entries.
    pub fn module_ids(&self) -> impl Iterator<Item = &str> {
        self.sources.keys().map(|id| &**id).filter(|id| !id.starts_with("data/"))
    }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn number(&mut self) -> Result<u32, ArchiveError> {
        let (number, rest) = self.rest.split_first_chunk::<4>().ok_or(ArchiveError::Corrupt)?;
        self.rest = rest;
        Ok(u32::from_le_bytes(*number))
    }

    fn string(&mut self) -> Result<Rc<str>, ArchiveError> {
        let length = self.number()? as usize;
        let (text, rest) = self.rest.split_at_checked(length).ok_or(ArchiveError::Corrupt)?;
        self.rest = rest;
        std::str::from_utf8(text).map(Rc::from).map_err(|_| ArchiveError::Corrupt)
    }
}
