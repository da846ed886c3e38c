//! Node's own JavaScript library, as `cargo xtask node-library` packs it from the pinned `node` binary.
//!
//! Knows the archive's format and nothing of what the modules do.

mod archive;

pub use archive::{ArchiveError, Library};
