//! npm packages: build tools, test tools, the editor, and the pinned real `node`.

use super::debian;
use crate::project::{self, MAJORS, Project, node_package};
use crate::shell::{Explain, Result, fail, on_path, read, run, say};
use std::fs;
use std::process::Command;

/// Installs what package-lock.json lists, unless that is what is installed.
pub(crate) fn install(project: &Project) -> Result<()> {
    let lock = fs::read_to_string(project.path("package-lock.json")).explain("package-lock.json can't be read")?;
    let stamp = project.path("node_modules/.installed");
    let all_there = || MAJORS.iter().all(|major| project.node_of(*major).is_file());
    if !(fs::read_to_string(&stamp).is_ok_and(|old| old == lock) && all_there()) {
        if on_path("npm").is_none() {
            debian::install(&["nodejs", "npm"], "Node.js and npm are missing (any recent version does: https://nodejs.org).")?;
        }
        run(Command::new("npm").args(["ci", "--no-fund", "--no-audit", "--loglevel=error"]).current_dir(project.root()))?;
        if !all_there() {
            // npm may have been told not to run install scripts; the packages of `node` fetch their binaries in one.
            let packages = MAJORS.map(node_package);
            run(Command::new("npm").arg("rebuild").args(packages).arg("--ignore-scripts=false").current_dir(project.root()))?;
        }
    }
    for major in MAJORS {
        check(project, &lock, major)?;
    }
    project::write(&stamp, &lock)?;
    say(format_args!("   npm packages are there, among them node {}", MAJORS.map(|major| major.to_string()).join(", ")));
    Ok(())
}

/// The installed Node of a major version must be the locked one.
fn check(project: &Project, lock: &str, major: u16) -> Result<()> {
    let package = node_package(major);
    let version = read(Command::new(project.node_of(major)).arg("--version"))?;
    let wanted = node_version(lock, major).explain(format_args!("package-lock.json does not pin the package `{package}`"))?;
    if version.trim().trim_start_matches('v') != wanted {
        return fail(format!("node_modules/{package} is {}, package-lock.json says {wanted}: remove node_modules and try again", version.trim()));
    }
    Ok(())
}

/// The exact version of Node that a package-lock.json pins for a major version.
pub(crate) fn node_version(lock: &str, major: u16) -> Option<&str> {
    let entry = lock.split_once(&format!("\"node_modules/{}\": {{", node_package(major)))?.1;
    entry.split_once("\"version\": \"")?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_lock_gives_the_versions_of_node() {
        let lock = "{ \"node_modules/node\": {\n \"version\": \"24.21.0\",\n }, \"node_modules/node-22\": {\n \"name\": \"node\",\n \"version\": \"22.23.3\" } }";
        assert_eq!(super::node_version(lock, 24), Some("24.21.0"));
        assert_eq!(super::node_version(lock, 22), Some("22.23.3"));
        assert_eq!(super::node_version(lock, 4), None);
    }
}
