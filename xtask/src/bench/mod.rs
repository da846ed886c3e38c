//! `cargo xtask bench`: the project's figures, each measured now, beside its target. A figure that can't be measured says why.

mod browser;
mod native;
mod transfer;

use crate::build::{self, Kind, PageTools};
use crate::cargo_commands::TEST_PROFILE;
use crate::project::Project;
use crate::setup;
use crate::shell::{Result, fail};
use crate::times::Times;

/// How long figures are measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// Long enough that they can be compared.
    Full,
    /// Once or twice each, of whatever is built already: they only show that each can be measured.
    Short,
}

impl Length {
    /// The cargo profile of what is measured natively.
    fn profile(self) -> &'static str {
        match self {
            Self::Full => "release",
            Self::Short => TEST_PROFILE,
        }
    }
}

/// Builds what is measured and prints the figures.
pub(crate) fn bench(project: &Project, arguments: &[String]) -> Result<()> {
    let length = match arguments {
        [] => Length::Full,
        [word] if word == "--short" => Length::Short,
        _ => return fail(format!("bench does not know `{}`; it knows --short", arguments.join(" "))),
    };
    build::everything(project, &setup::compiler(project)?, Kind::Final, &Times::new())?;
    figures(project, length)
}

/// Prints the figures of the page in `dist/`; one that can't be measured is a failure.
pub(crate) fn figures(project: &Project, length: Length) -> Result<()> {
    transfer::measure(project)?;
    let steps = native::measure(project, length)?;
    browser::measure(project, &PageTools::build(project)?, length, steps)
}
