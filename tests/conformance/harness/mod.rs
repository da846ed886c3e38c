//! The oracle: a program is run by the pinned real `node` and by ours, on the same path, and what they print is compared.
//! Shared by `tests/conformance.rs` (written programs) and `tests/random_programs.rs` (generated ones).
mod binaries;
mod cache;
mod comparison;
mod outcome;
mod process;
mod scratch;
mod workers;

pub use binaries::{Oracle, Ours};
pub use cache::{Cache, fingerprint};
pub use comparison::{Case, Comparison, Needed};
pub use outcome::{Outcome, difference};
pub use scratch::Scratch;
pub use workers::in_parallel;

use std::path::PathBuf;

/// Why a comparison could not be made, in a sentence.
pub type Result<T> = std::result::Result<T, String>;

/// `tests/conformance/`, where programs, data files and kept failures live.
pub fn folder() -> PathBuf {
    support::project().join("tests/conformance")
}
