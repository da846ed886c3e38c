//! What the other commands need on the machine, installed where it is missing. Each part is quick when all is there.

pub(crate) mod browser;
pub(crate) mod debian;
pub(crate) mod npm;
pub(crate) mod patches;
pub(crate) mod wasm;

use crate::project::Project;
use crate::shell::{Result, title};

/// Sets up what compiling takes: the patched crates, and a toolchain for wasm.
pub(crate) fn compiler(project: &Project) -> Result<wasm::Toolchain> {
    title("setup");
    patches::apply(project)?;
    wasm::find_or_install(project)
}

/// Sets up all that building the page takes.
pub(crate) fn machine(project: &Project) -> Result<wasm::Toolchain> {
    let toolchain = compiler(project)?;
    npm::install(project)?;
    Ok(toolchain)
}
