//! The licences of what `dist/` ships: Node's library, the crates in both wasm files, the editor's packages.

use crate::project::{self, MAJORS, Project};
use crate::shell::{Result, read, say};
use std::path::Path;
use std::process::Command;

const SCRIPT: &str = include_str!("../../js/licences.cjs");

/// Writes them into `folder`.
pub(super) fn collect(project: &Project, folder: &Path) -> Result<()> {
    project::make_folder(folder)?;
    for major in MAJORS {
        project::copy_file(&project.target(&format!("node-library/LICENSE-node-{major}.txt")), &folder.join(format!("node-{major}.txt")))?;
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["metadata", "--format-version", "1", "--features", "app,engine", "--filter-platform", crate::setup::wasm::TARGET, "--offline"]);
    let metadata = project.target("metadata.json");
    match read(cargo.current_dir(project.root())) {
        Ok(json) => project::write(&metadata, json)?,
        // Offline, crates for other platforms may be missing; asking without that limit fetches them.
        Err(_) => {
            let mut cargo = Command::new("cargo");
            cargo.args(["metadata", "--format-version", "1", "--features", "app,engine", "--filter-platform", crate::setup::wasm::TARGET]);
            project::write(&metadata, read(cargo.current_dir(project.root()))?)?;
        }
    }
    let mut node = Command::new(project.node());
    node.args(["-e", SCRIPT, "--"]).arg(&metadata).arg(folder).arg(project.root());
    say(format_args!("   {}", read(&mut node)?.trim_end()));
    Ok(())
}
