//! The oracle: a program is run by the pinned real `node` and by ours, on the same path, and what they print is compared.
//! Shared by `tests/conformance.rs` (written programs) and `tests/random_programs.rs` (generated ones).
#![allow(dead_code, unused_imports, reason = "each of the two test programs uses its own part of this module")]

mod binaries;
mod cache;
mod comparison;
mod diff;
mod outcome;
mod process;
mod scratch;
mod workers;

pub use binaries::{Oracle, Ours};
pub use cache::{Cache, fingerprint};
pub use comparison::{Case, Comparison, Needed};
pub use diff::difference;
pub use outcome::Outcome;
pub use scratch::Scratch;
pub use workers::in_parallel;

use std::path::PathBuf;
use trace::Profile;

/// Why a comparison could not be made, in a sentence.
pub type Result<T> = std::result::Result<T, String>;

/// The profiles to compare under: `PROFILES=22,20`, or those given.
pub fn profiles(usual: &[Profile]) -> Result<Vec<Profile>> {
    let Ok(majors) = std::env::var("PROFILES") else { return Ok(usual.to_vec()) };
    let profile = |major: &str| major.parse().ok().and_then(Profile::of_major).ok_or_else(|| format!("PROFILES: there is no profile {major}"));
    majors.split(',').map(profile).collect()
}

/// Whether `PROFILES` says which.
pub fn profiles_are_named() -> bool {
    std::env::var_os("PROFILES").is_some()
}

/// The package's folder.
pub fn package() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// `tests/conformance/`, where programs, data files and kept failures live.
pub fn folder() -> PathBuf {
    package().join("tests/conformance")
}
