//! What the page's engine need not compile: of each version's library what booting and the lessons call, in Boa's bytecode.
//!
//! Less would be compiled while the reader waits, more would be fetched: the whole library's is ten times as large.

use super::engine::Engine;
use super::lessons;
use crate::node_library;
use crate::project::{self, MAJORS, Project};
use crate::shell::{Explain, Result, read, say};
use crate::stamp::Stamp;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Lets the engine compile a library, run the lessons and say what of it they called.
const COMPILE: &str = concat!(include_str!("../../js/engine.cjs"), include_str!("../../js/code.cjs"));
/// Whether the engine that the page has takes a code cache.
const CHECK: &str = concat!(include_str!("../../js/engine.cjs"), include_str!("../../js/has-code.cjs"));

/// Writes each version's; gives the folder.
pub(super) fn write(project: &Project, engine: &Engine) -> Result<PathBuf> {
    let (folder, programs) = (project.target("code"), lessons::programs(project));
    let libraries = MAJORS.map(|major| project.target(&format!("node-library/node-{major}.bin")));
    let sources: Vec<_> = libraries.iter().chain([&engine.whole, &programs]).map(PathBuf::as_path).collect();
    let stamp = Stamp::of(project, "code", &sources, &[COMPILE, CHECK])?;
    if folder.is_dir() && stamp.holds() {
        say("   neither the libraries nor the engine have changed");
        return Ok(folder);
    }
    project::remove_folder(&folder)?;
    project::make_folder(&folder)?;
    for (major, library) in MAJORS.into_iter().zip(&libraries) {
        let (file, body) = (folder.join(format!("node-{major}.code")), folder.join("body"));
        let mut compile = Command::new(project.node());
        read(compile.args(["-e", COMPILE, "--"]).args([&engine.whole, library, &programs]).arg(major.to_string()).arg(&body))?;
        let mut bytes = b"NCOZ".to_vec();
        bytes.extend(node_library::packed(project, &body)?);
        say(format_args!("   node-{major}.code, {} kB packed", bytes.len() / 1000));
        project::write(&file, bytes)?;
        fs::remove_file(&body).explain("what was packed can't be removed")?;
        read(Command::new(project.node()).args(["-e", CHECK, "--"]).args([&engine.shipped, library, &file]))?;
    }
    stamp.keep()?;
    Ok(folder)
}
