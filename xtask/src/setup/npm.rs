//! npm packages: build tools, test tools, the editor, and the pinned real `node`.

use super::debian;
use crate::project::{self, Project};
use crate::shell::{Explain, Result, fail, on_path, read, run, say};
use std::fs;
use std::process::Command;

/// Installs what package-lock.json lists, unless that is what is installed.
pub(crate) fn install(project: &Project) -> Result<()> {
    let lock = fs::read_to_string(project.path("package-lock.json")).explain("package-lock.json can't be read")?;
    let stamp = project.path("node_modules/.installed");
    if !(fs::read_to_string(&stamp).is_ok_and(|old| old == lock) && project.node().is_file()) {
        if on_path("npm").is_none() {
            debian::install(&["nodejs", "npm"], "Node.js and npm are missing (any recent version does: https://nodejs.org).")?;
        }
        run(Command::new("npm").args(["ci", "--no-fund", "--no-audit", "--loglevel=error"]).current_dir(project.root()))?;
        if !project.node().is_file() {
            // npm may have been told not to run install scripts; the package `node` fetches its binary in one.
            run(Command::new("npm").args(["rebuild", "node", "--ignore-scripts=false"]).current_dir(project.root()))?;
        }
    }
    let version = read(Command::new(project.node()).arg("--version"))?;
    let wanted = node_version(&lock).explain("package-lock.json does not pin the package `node`")?;
    if version.trim().trim_start_matches('v') != wanted {
        return fail(format!("node_modules/node is {}, package-lock.json says {wanted}: remove node_modules and try again", version.trim()));
    }
    project::write(&stamp, &lock)?;
    say(format_args!("   npm packages are there, among them node {wanted}"));
    Ok(())
}

/// The version of the package `node` in a package-lock.json.
pub(crate) fn node_version(lock: &str) -> Option<&str> {
    let entry = lock.split_once("\"node_modules/node\": {")?.1;
    entry.split_once("\"version\": \"")?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_lock_gives_the_version_of_node() {
        let lock = "{ \"node_modules/node\": {\n \"version\": \"24.21.0\",\n } }";
        assert_eq!(super::node_version(lock), Some("24.21.0"));
    }
}
