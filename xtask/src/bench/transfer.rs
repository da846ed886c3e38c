//! What a reader's browser downloads, in brotli, as any host for static files sends it.

use crate::project::Project;
use crate::shell::{Result, read, say, title};
use std::process::Command;

const SCRIPT: &str = include_str!("../../js/transfer.cjs");

pub(super) fn measure(project: &Project) -> Result<()> {
    title("transfer sizes");
    say(read(Command::new(project.node()).args(["-e", SCRIPT, "--"]).arg(project.path("dist")))?.trim_end());
    Ok(())
}
