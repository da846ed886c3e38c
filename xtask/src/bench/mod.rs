//! `cargo xtask bench`: the project's figures, each measured now, beside its target. A figure that can't be measured says why.

mod browser;
mod native;
mod transfer;

use crate::project::Project;
use crate::shell::Result;
use crate::{build, setup};

/// Builds what is measured and prints the figures.
pub(crate) fn bench(project: &Project) -> Result<()> {
    build::everything(project, &setup::machine(project)?)?;
    transfer::measure(project)?;
    let steps = native::measure(project)?;
    browser::measure(project, steps)
}
