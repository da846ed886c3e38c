//! The editor: CodeMirror bundled into one module, which the page loads when it is first needed.

use crate::project::Project;
use crate::shell::{Result, run, say};
use std::process::Command;

/// The editor's entry, and where the page finds the bundle.
const ENTRY: &str = "src/ui/editor/codemirror.js";
const BUNDLE: &str = "dist/editor/editor.js";

pub(super) fn bundle(project: &Project) -> Result<()> {
    if !project.path(ENTRY).is_file() {
        say(format_args!("   {ENTRY} is not written yet: no editor"));
        return Ok(());
    }
    let mut esbuild = Command::new(project.path("node_modules/.bin/esbuild"));
    esbuild.args([ENTRY, "--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=none", "--log-level=warning"]);
    run(esbuild.arg(format!("--outfile={BUNDLE}")).current_dir(project.root()))
}
