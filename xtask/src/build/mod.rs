//! `cargo xtask build`: the page, whole, in `dist/`.

mod code;
mod dist;
mod engine;
mod lessons;
mod licences;
mod page;

use crate::node_library;
use crate::project::Project;
use crate::setup::Machine;
use crate::shell::{Result, say, title};
use std::path::PathBuf;
use std::time::Instant;

/// Builds everything that the page is made of.
pub(crate) fn everything(project: &Project, machine: &Machine) -> Result<()> {
    let start = Instant::now();
    node_library::extract(project)?;
    let engine = engine::build(project, &machine.wasm)?;
    let program = cli(project)?;
    let lessons = lessons::record(project, &program)?;
    let code = code::write(project, &program, &engine)?;
    let page = page::build(project, machine)?;
    title("dist/");
    dist::assemble(project, &dist::Parts { page, engine, code, lessons })?;
    say(format_args!("   built in {:.0} s", start.elapsed().as_secs_f32()));
    Ok(())
}

/// Builds the native program, for speed, and gives its path.
pub(crate) fn cli(project: &Project) -> Result<PathBuf> {
    lessons::cli(project)
}
