//! The engine natively: how fast it records, and what recording costs (`benches/engine.rs`).

use super::browser::LONG;
use crate::project::{self, Project};
use crate::shell::{Result, read, run, title};
use std::process::Command;

/// Measures, and gives the number of steps of the long program.
pub(super) fn measure(project: &Project) -> Result<Option<u64>> {
    title("native");
    run(Command::new("cargo").args(["bench", "--quiet", "--features", "engine", "--bench", "engine"]).current_dir(project.root()))?;
    let folder = project.target("bench");
    project::make_folder(&folder)?;
    let mut program = Command::new(project.target("release/node-lifecycle"));
    let said = read(program.args(["trace", LONG, "-o"]).arg(folder.join("long.trace")).current_dir(project.root()))?;
    Ok(said.split_whitespace().next().and_then(|word| word.parse().ok()))
}
