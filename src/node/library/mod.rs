//! Node's own JavaScript library, as `cargo xtask node-library` packs it from the pinned `node` binary.
//!
//! Knows the archive's format and that of its code cache, and nothing of what the modules do.

mod archive;
mod code;

pub use archive::{ArchiveError, Library};
pub(crate) use code::CodeWriter;
