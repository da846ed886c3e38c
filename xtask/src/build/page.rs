//! The page's wasm and its glue: Trunk compiles them into `target/page`.

use crate::project::{self, Project};
use crate::setup::Machine;
use crate::shell::{Result, path_with, run, say, title};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the page is made from.
const SOURCES: &[&str] = &["index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock", ".cargo", "src"];

/// Runs Trunk, unless no source has changed since it last ran; gives the folder it made.
pub(super) fn build(project: &Project, machine: &Machine) -> Result<PathBuf> {
    title("page");
    let page = project.target("page");
    let mut sources = String::new();
    for source in SOURCES {
        list(&project.path(source), &mut sources);
    }
    let stamp = project.target("page.stamp");
    if page.join("index.html").is_file() && fs::read_to_string(&stamp).is_ok_and(|old| old == sources) {
        say("   no source has changed");
        return Ok(page);
    }
    // Trunk stays offline, since it would fetch tools of its own: on a fresh machine no other build has fetched the page's crates.
    let mut fetch = Command::new("cargo");
    fetch.args(["fetch", "--locked", "--quiet"]);
    run(fetch.current_dir(project.root()))?;
    let mut trunk = Command::new(&machine.tools.trunk);
    machine.wasm.choose(&mut trunk);
    // Trunk reads NO_COLOR as a yes or no and refuses the customary `1`.
    trunk.env("PATH", path_with(&machine.tools.folders)).env_remove("NO_COLOR");
    trunk.args(["build", "--release", "--cargo-profile", "app", "--skip-version-check", "--offline"]);
    run(trunk.current_dir(project.root()))?;
    project::write(&stamp, sources)?;
    Ok(page)
}

/// One line a file: its name, size and time.
fn list(path: &Path, into: &mut String) {
    let Ok(data) = fs::metadata(path) else { return };
    if data.is_dir() {
        let mut entries: Vec<_> = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        entries.sort();
        entries.iter().for_each(|entry| list(entry, into));
    } else {
        let time = data.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok()).map_or(0, |time| time.as_nanos());
        let _ = writeln!(into, "{} {} {time}", path.display(), data.len());
    }
}
