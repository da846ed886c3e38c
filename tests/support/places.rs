//! Where things are. What is missing is named with the command that makes it.

use std::env;
use std::path::{Path, PathBuf};
use std::thread;

use trace::Profile;

/// The project's folder.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "it never does: this crate is two folders deep in the project")]
pub fn project() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("this crate is two folders deep in the project")
}

/// The archive of Node's own library.
///
/// # Errors
/// A sentence with the command that makes it.
pub fn library(profile: Profile) -> Result<Vec<u8>, String> {
    let path = project().join(format!("target/node-library/node-{}.bin", profile.major()));
    std::fs::read(&path).map_err(|error| format!("Node's library is not at {} ({error}): `cargo xtask node-library` makes it", path.display()))
}

/// Real node of a version: what `NODE_24` and its like name, else the package's own.
///
/// # Errors
/// A sentence with the command that installs it.
pub fn real_node(profile: Profile) -> Result<PathBuf, String> {
    let variable = format!("NODE_{}", profile.major());
    let folder = if profile == Profile::default() { "node".to_owned() } else { format!("node-{}", profile.major()) };
    let packaged = || project().join("node_modules").join(folder).join("bin/node");
    let binary = env::var_os(&variable).map_or_else(packaged, PathBuf::from);
    if binary.exists() {
        return Ok(binary);
    }
    Err(format!("there is no real node at {}: `cargo xtask setup` installs it, or {variable} names another", binary.display()))
}

/// The program under test: the one that `OURS` names, else `built`, which cargo built beside the test: `option_env!("CARGO_BIN_EXE_node-lifecycle")`.
///
/// # Errors
/// A sentence where there is neither.
pub fn native_program(built: Option<&str>) -> Result<PathBuf, String> {
    let binary = env::var_os("OURS").map(PathBuf::from).or(built.map(PathBuf::from));
    let binary = binary.ok_or("there is no program to test: `cargo test` in the project's folder builds one, or OURS names one")?;
    if binary.exists() { Ok(binary) } else { Err(format!("there is no program to test at {}; OURS names it", binary.display())) }
}

/// Runs `test` where there is room for an engine that is not optimised: a gigabyte of stack.
///
/// # Panics
/// As `test` does.
pub fn on_a_deep_stack(test: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(1 << 30).spawn(test).expect("a thread can be started");
    if let Err(panic) = thread.join() {
        std::panic::resume_unwind(panic);
    }
}
