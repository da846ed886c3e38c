//! The program in `xtask/page-tools`, which knows this project's formats and wasm-bindgen. Compiled when a page is first built, in about a minute.

use crate::cargo_commands::{self, PAGE_TOOLS};
use crate::project::{self, Project};
use crate::shell::{Result, fail, read};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiled program.
pub(crate) struct PageTools {
    program: PathBuf,
}

impl PageTools {
    /// Compiles it, unless that is done.
    pub(crate) fn build(project: &Project) -> Result<Self> {
        same_bindgen(project)?;
        read(cargo_commands::cargo_of(project, PAGE_TOOLS, "build").args(["--quiet", "--locked"]))?;
        Ok(Self { program: project.target("page-tools/debug/page-tools") })
    }

    fn command(&self, words: &[&str], paths: &[&Path]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(words).args(paths);
        command
    }

    /// Makes of a compiled wasm the module and the script that a page loads it with.
    pub(super) fn bind(&self, wasm: &Path, folder: &Path, name: &str) -> Result<()> {
        read(self.command(&["bind"], &[wasm, folder]).arg(name)).map(|_| ())
    }

    /// Writes the lessons' programs as the engine reads them.
    pub(super) fn lessons(&self, folder: &Path) -> Result<()> {
        project::remove_folder(folder)?;
        read(&mut self.command(&["lessons"], &[folder])).map(|_| ())
    }

    /// Writes one file's program as the engine reads it.
    pub(crate) fn program(&self, file: &Path, out: &Path) -> Result<()> {
        read(&mut self.command(&["program"], &[file, out])).map(|_| ())
    }
}

/// The library that binds reads only what the wasm-bindgen of the same version writes.
fn same_bindgen(project: &Project) -> Result<()> {
    let ours = project.crate_version("wasm-bindgen")?;
    let manifest = fs::read_to_string(project.path("xtask/page-tools/Cargo.toml")).unwrap_or_default();
    match project::pinned(&manifest, "wasm-bindgen-cli-support") {
        Some(pinned) if pinned == ours => Ok(()),
        pinned => fail(format!(
            "The page is compiled with wasm-bindgen {ours}, but xtask/page-tools/Cargo.toml has wasm-bindgen-cli-support {}: give it ={ours}, \
             then `cargo update --manifest-path xtask/page-tools/Cargo.toml`",
            pinned.unwrap_or("without an exact version")
        )),
    }
}
