//! The engine natively: how fast it records, and what recording costs (`benches/engine.rs`).

use super::Length;
use super::browser::LONG;
use crate::cargo_commands::{self, COMMAND_LINE, MEASUREMENTS};
use crate::project::{self, Project};
use crate::shell::{Explain, Result, read, run, title};
use std::process::Command;

/// Measures, and gives the number of steps of the long program.
pub(super) fn measure(project: &Project, length: Length) -> Result<u64> {
    title("native");
    let mut bench = cargo_commands::cargo(project, "bench", MEASUREMENTS);
    bench.args(["--quiet", "--profile", length.profile()]);
    if length == Length::Short {
        bench.env("ROUNDS", "1");
    }
    run(&mut bench)?;
    run(cargo_commands::cargo(project, "build", COMMAND_LINE).args(["--quiet", "--profile", length.profile()]))?;
    let folder = project.target("bench");
    project::make_folder(&folder)?;
    let mut program = Command::new(cargo_commands::native_file(project, length.profile(), "node-lifecycle"));
    let said = read(program.args(["trace", LONG, "-o"]).arg(folder.join("long.trace")).current_dir(project.root()))?;
    said.split_whitespace()
        .next()
        .and_then(|word| word.parse().ok())
        .explain(format_args!("`trace` did not say how many steps there are, but: {said}"))
}
