//! The archive: `"NLIB" format:u32le version length:u32le zstd( count ( id source )* )`, each string with its length as `u32le` before it; `length` is
//! that of the unpacked rest, and `version` Node's (`24.21.0`).

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use ruzstd::decoding::FrameDecoder;

use super::code::{Code, CodeWriter, sum};
use trace::Profile;

const MAGIC: &[u8; 4] = b"NLIB";
const VERSION: u32 = 2;
/// The largest unpacked size, in bytes: a damaged length makes room for no more.
const LARGEST: usize = 64 << 20;

type Sources = BTreeMap<Rc<str>, Rc<str>>;

/// The sources of one Node version's library, by module id (`internal/timers`), and data under `data/`; with a code cache also its compiled modules.
#[derive(Clone, Debug)]
pub struct Library {
    inner: Rc<Inner>,
}

#[derive(Debug)]
struct Inner {
    version: Box<str>,
    profile: Profile,
    /// The checksum of the archive's bytes.
    sum: u64,
    code: Option<Code>,
    packed: Box<[u8]>,
    /// The unpacked sources, once one of them was needed: with a code cache most programs need none.
    sources: OnceCell<Sources>,
}

/// Reasons for which bytes are no library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveError {
    /// The first bytes are not those of an archive.
    Magic,
    /// An archive of another format: its number.
    Version(u32),
    /// The archive is of a Node, with this version, that the machine does not follow.
    Node(Rc<str>),
    /// It is cut short, or its content does not fit its checksum.
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
    /// The reason for which the bytes are no library: no archive, another format or another Node, or damage.
    pub fn read(bytes: &[u8]) -> Result<Self, ArchiveError> {
        Self::with_code(bytes, &[])
    }

    /// Reads an archive and what [`crate::compile_library`] made of it. Where that is of another library or engine, or damaged, it is the library alone.
    ///
    /// # Errors
    /// The reason for which the bytes are no library: no archive, another format or another Node, or damage.
    pub fn with_code(bytes: &[u8], code: &[u8]) -> Result<Self, ArchiveError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ArchiveError::Magic)?;
        let mut reader = Reader { rest };
        let format = reader.number()?;
        if format != VERSION {
            return Err(ArchiveError::Version(format));
        }
        let version = reader.string()?;
        let major = version.split('.').next().and_then(|major| major.parse().ok());
        let profile = major.and_then(Profile::of_major).ok_or_else(|| ArchiveError::Node(version.clone()))?;
        let sum = sum(bytes);
        let code = Code::read(code, sum);
        let packed: Box<[u8]> = Box::from(reader.rest);
        // A code cache was made of this very archive, which was whole then.
        let sources = if code.is_some() { OnceCell::new() } else { OnceCell::from(unpack(&packed)?) };
        Ok(Self { inner: Rc::new(Inner { version: Box::from(&*version), profile, sum, code, packed, sources }) })
    }

    /// Whether a code cache was read with it, so that its modules need not be compiled.
    #[must_use]
    pub fn has_code(&self) -> bool {
        self.inner.code.is_some()
    }

    /// Its code cache with only those functions that have been called in `least` runs up to now; any other function is compiled when it is called.
    #[must_use]
    pub fn code_that_ran(&self, least: u32) -> Option<Vec<u8>> {
        self.inner.code.as_ref()?.only_read(self.inner.sum, least)
    }

    pub(crate) fn code(&self) -> Option<&Code> {
        self.inner.code.as_ref()
    }

    pub(crate) fn pack_code(&self, writer: CodeWriter) -> Vec<u8> {
        writer.finish(self.inner.sum)
    }

    /// The release line that the library is of.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.inner.profile
    }

    /// The exact version that the library is of: `24.21.0`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.inner.version
    }

    fn sources(&self) -> &Sources {
        self.inner.sources.get_or_init(|| unpack(&self.inner.packed).unwrap_or_default())
    }

    /// Reads all sources now rather than when the first is asked for.
    pub fn unpack(&self) {
        self.sources();
    }

    /// Whether there is such a module or data entry.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.inner.code.as_ref().map_or_else(|| self.sources().contains_key(id), |code| code.has(id))
    }

    /// A module's source, or a data entry.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Rc<str>> {
        self.sources().get(id)
    }

    /// The ids of all modules, without data entries.
    pub fn module_ids(&self) -> impl Iterator<Item = &str> {
        let compiled = self.inner.code.iter().flat_map(Code::names);
        let sources = self.inner.code.is_none().then(|| self.sources().keys().map(|id| &**id));
        compiled.chain(sources.into_iter().flatten()).filter(|id| !id.starts_with("data/") && !id.starts_with("lifecycle/"))
    }
}

/// Unpacks `length:u32le zstd( … )`; `None` where it is damaged.
pub(super) fn decompress(packed: &[u8]) -> Option<Vec<u8>> {
    let (length, packed) = packed.split_first_chunk::<4>()?;
    let length = u32::from_le_bytes(*length) as usize;
    if length > LARGEST {
        return None;
    }
    let mut body = Vec::with_capacity(length);
    FrameDecoder::new().decode_all_to_vec(packed, &mut body).ok()?;
    Some(body)
}

/// Unpacks the body of an archive.
fn unpack(packed: &[u8]) -> Result<Sources, ArchiveError> {
    let body = decompress(packed).ok_or(ArchiveError::Corrupt)?;
    let mut reader = Reader { rest: &body };
    let count = reader.number()?;
    let mut sources = BTreeMap::new();
    for _ in 0..count {
        let id = reader.string()?;
        let source = reader.string()?;
        sources.insert(id, source);
    }
    Ok(sources)
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
