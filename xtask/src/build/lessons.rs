//! The lessons' traces: recorded at build time by the native program, so that a lesson starts without the engine.

use crate::project::{self, Project};
use crate::shell::{Result, read, run, say, title};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the native program, built for speed.
pub(super) fn cli(project: &Project) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    run(cargo.args(["build", "--release", "--features", "engine", "--bin", "node-lifecycle"]).current_dir(project.root()))?;
    Ok(project.target("release/node-lifecycle"))
}

/// Records every lesson with `program`, the native one; gives the folder that the traces are in.
pub(super) fn record(project: &Project, program: &Path) -> Result<PathBuf> {
    title("lessons");
    let folder = project.target("lessons");
    let help = read(Command::new(program).arg("--help"))?;
    if !help.contains("record") {
        say("   the program can't record lessons yet: the page starts without traces");
        project::make_folder(&folder)?;
        return Ok(folder);
    }
    let fresh = project.target("lessons.fresh");
    project::remove_folder(&fresh)?;
    project::make_folder(&fresh)?;
    run(Command::new(program).arg("record").arg("--out").arg(&fresh).current_dir(project.root()))?;
    project::remove_folder(&folder)?;
    project::move_into_place(&fresh, &folder)?;
    Ok(folder)
}
