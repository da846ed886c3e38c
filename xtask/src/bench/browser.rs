//! The page in Chromium: first and second run of a worker, seeking, frames.

use super::Length;
use crate::build::PageTools;
use crate::project::{self, Project};
use crate::setup;
use crate::shell::{Result, run, title};
use std::process::Command;

/// A program of some 100,000 steps.
pub(super) const LONG: &str = "xtask/bench/long.js";
/// A program of a few steps.
const SMALL: &str = "xtask/bench/small.js";

/// `steps`: how many the long program has.
pub(super) fn measure(project: &Project, tools: &PageTools, length: Length, steps: u64) -> Result<()> {
    title("in Chromium");
    let browser = setup::browser::find_or_install()?;
    let folder = project.target("bench");
    project::make_folder(&folder)?;
    let packed = [("small", SMALL), ("long", LONG)].map(|(name, file)| (folder.join(format!("{name}.program")), project.path(file)));
    packed.iter().try_for_each(|(out, file)| tools.program(file, out))?;
    let mut node = Command::new(project.node());
    node.arg("xtask/js/bench-browser.mjs").arg(LONG).args(packed.map(|(out, _)| out));
    if length == Length::Short {
        node.arg("--short");
    }
    run(node.env("CHROMIUM", browser).env("LONG_STEPS", steps.to_string()).current_dir(project.root()))
}
