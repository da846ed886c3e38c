//! Boa with our small mends: the pinned registry source plus `patches/<crate>/*.patch`.
//!
//! - [`apply`] makes the patched crates in `target/patched/<crate>`, where the root Cargo.toml's `[patch.crates-io]` looks for them.
//! - `open` lays each crate out as a git repository in `target/patches-work/<crate>`, one commit for each patch.
//! - `refresh` writes the patches back from that repository's commits.
//!
//! A patch file is the commit's message, an empty line and the commit's diff. Its name is the commit's place among the others and its subject:
//! the fifth commit, "Symbols held weakly", is `0005-symbols-held-weakly.patch`. Neither times nor hashes are in it, so that the same commits
//! always give the same files.

mod apply;
mod command;
mod crates;
mod open;
mod patch;
mod refresh;
#[cfg(test)]
mod tests;
mod work;

pub(crate) use apply::apply;
pub(crate) use command::command;
