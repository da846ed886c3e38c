//! The page in Chromium: first and second run of a worker, seeking, frames.

use crate::project::Project;
use crate::setup;
use crate::shell::{Result, run, title};
use std::process::Command;

/// A program of some 100,000 steps.
pub(super) const LONG: &str = "xtask/bench/long.js";

/// `steps`: how many the long program has, where the native program could tell.
pub(super) fn measure(project: &Project, steps: Option<u64>) -> Result<()> {
    title("in Chromium");
    let browser = setup::browser::find_or_install()?;
    let mut node = Command::new(project.node());
    node.arg("xtask/js/bench-browser.mjs").arg(LONG).env("CHROMIUM", browser).current_dir(project.root());
    if let Some(steps) = steps {
        node.env("LONG_STEPS", steps.to_string());
    }
    run(&mut node)
}
