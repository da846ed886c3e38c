//! What the other commands need on the machine, installed where it is missing. Each part is quick when all is there.

pub(crate) mod browser;
pub(crate) mod debian;
pub(crate) mod npm;
pub(crate) mod patches;
pub(crate) mod tools;
pub(crate) mod wasm;

use crate::project::Project;
use crate::shell::{Result, title};
use std::path::PathBuf;

/// What setting up found out.
pub(crate) struct Machine {
    pub(crate) wasm: wasm::Toolchain,
    pub(crate) tools: tools::Tools,
    /// A Chromium for the browser tests.
    pub(crate) browser: PathBuf,
}

/// Sets up everything.
pub(crate) fn everything(project: &Project) -> Result<Machine> {
    let (wasm, tools) = page(project)?;
    let browser = browser::find_or_install()?;
    Ok(Machine { wasm, tools, browser })
}

/// Sets up what building the page takes: all but a browser.
pub(crate) fn page(project: &Project) -> Result<(wasm::Toolchain, tools::Tools)> {
    title("setup");
    patches::apply(project)?;
    npm::install(project)?;
    let wasm = wasm::find_or_install(project)?;
    let tools = tools::find_or_install(project)?;
    Ok((wasm, tools))
}
