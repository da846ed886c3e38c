//! What the page's engine need not compile: of each version's library what booting and the lessons call, in Boa's bytecode.
//!
//! Less would be compiled while the reader waits, more would be fetched: the whole library's is ten times as large.

use super::lessons;
use crate::node_library;
use crate::project::{self, MAJORS, Project};
use crate::shell::{Explain, Result, read, say};
use crate::stamp::Stamp;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Lets the engine compile a library, run the lessons and say what of it they called.
const COMPILE: &str = concat!(include_str!("../../js/engine.cjs"), include_str!("../../js/code.cjs"));
/// Whether the engine that the page has takes a code cache.
const CHECK: &str = concat!(include_str!("../../js/engine.cjs"), include_str!("../../js/has-code.cjs"));

/// Writes each version's with the compiled engine; gives the folder.
pub(super) fn write(project: &Project, engine: &Path) -> Result<PathBuf> {
    let (folder, programs) = (project.target("code"), lessons::programs(project));
    let libraries = MAJORS.map(|major| project.target(&format!("node-library/node-{major}.bin")));
    let sources: Vec<&Path> = libraries.iter().chain([&programs]).map(PathBuf::as_path).chain([engine]).collect();
    let stamp = Stamp::of(project, "code", &sources, &[COMPILE])?;
    if folder.is_dir() && stamp.holds() {
        say("   neither the libraries nor the engine have changed");
        return Ok(folder);
    }
    project::remove_folder(&folder)?;
    project::make_folder(&folder)?;
    for (major, library) in MAJORS.into_iter().zip(&libraries) {
        let (file, body) = (folder.join(format!("node-{major}.code")), folder.join("body"));
        let mut compile = Command::new(project.node());
        read(compile.args(["-e", COMPILE, "--"]).args([engine, library, &programs]).arg(major.to_string()).arg(&body))?;
        let mut bytes = b"NCOZ".to_vec();
        bytes.extend(node_library::packed(project, &body)?);
        say(format_args!("   node-{major}.code, {} kB packed", bytes.len() / 1000));
        project::write(&file, bytes)?;
        fs::remove_file(&body).explain("what was packed can't be removed")?;
    }
    stamp.keep()?;
    Ok(folder)
}

/// The engine that the page has must take them.
pub(super) fn check(project: &Project, shipped: &Path, folder: &Path) -> Result<()> {
    let stamp = Stamp::of(project, "code-check", &[shipped, folder], &[CHECK])?;
    if stamp.holds() {
        return Ok(());
    }
    for major in MAJORS {
        let (library, file) = (project.target(&format!("node-library/node-{major}.bin")), folder.join(format!("node-{major}.code")));
        read(Command::new(project.node()).args(["-e", CHECK, "--"]).args([shipped, &library, &file]))?;
    }
    stamp.keep()
}
