//! What the other commands need on the machine, installed where it is missing. Each part is quick when all is there.

pub(crate) mod browser;
pub(crate) mod debian;
pub(crate) mod npm;
pub(crate) mod patches;
pub(crate) mod tools;
pub(crate) mod wasm;

use crate::project::Project;
use crate::shell::{Result, title};

/// What setting up found.
pub(crate) struct Machine {
    pub(crate) wasm: wasm::Toolchain,
    pub(crate) tools: tools::Tools,
}

/// Sets up all that building the page takes.
pub(crate) fn machine(project: &Project) -> Result<Machine> {
    title("setup");
    patches::apply(project)?;
    npm::install(project)?;
    Ok(Machine { wasm: wasm::find_or_install(project)?, tools: tools::find_or_install(project)? })
}
