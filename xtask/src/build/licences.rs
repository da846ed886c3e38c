//! The licences of what `dist/` ships: Node's library, the crates in both wasm files, the editor's packages.

use crate::cargo_commands::{self, SHIPPED};
use crate::project::{self, MAJORS, Project};
use crate::setup::wasm::TARGET;
use crate::shell::{Result, read, say};
use std::path::Path;
use std::process::Command;

/// Lists and copies the licences of crates and packages.
pub(super) const SCRIPT: &str = include_str!("../../js/licences.cjs");

/// Writes them into `folder`.
pub(super) fn collect(project: &Project, folder: &Path) -> Result<()> {
    project::make_folder(folder)?;
    for major in MAJORS {
        project::copy_file(&project.target(&format!("node-library/LICENSE-node-{major}.txt")), &folder.join(format!("node-{major}.txt")))?;
    }
    // Offline, crates for other platforms may be missing; asking without that limit fetches them.
    let asked = |more: &[&str]| read(cargo_commands::cargo(project, "metadata", &["--format-version", "1", "--filter-platform", TARGET]).args(more));
    let metadata = project.target("metadata.json");
    project::write(&metadata, asked(&["--offline"]).or_else(|_| asked(&[]))?)?;
    let mut node = Command::new(project.node());
    node.args(["-e", SCRIPT, "--"]).arg(&metadata).arg(folder).arg(project.root()).args(SHIPPED);
    say(format_args!("   {}", read(&mut node)?.trim_end()));
    Ok(())
}
