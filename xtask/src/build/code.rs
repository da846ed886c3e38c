//! What the page's engine need not compile: of each version's library what booting and the lessons call, in Boa's bytecode.
//!
//! Less would be compiled while the reader waits, more would be fetched: the whole library's is ten times as large.

use crate::node_library;
use crate::project::{self, MAJORS, Project};
use crate::shell::{Explain, Result, read, run, say, title};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether an engine takes a code cache; runs in the pinned node.
const CHECK: &str = "const { readFileSync } = require('fs'); const [wasm, ...files] = process.argv.slice(1);
const engine = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm))).exports;
const given = files.flatMap((file) => { const bytes = readFileSync(file), at = engine.allocate(bytes.length);
  new Uint8Array(engine.memory.buffer, at, bytes.length).set(bytes); return [at, bytes.length]; });
if (engine.boot(...given) !== 1) throw new Error('it does not boot');
if (engine.has_code() !== 1) throw new Error('it was made for another engine');";

/// Writes each version's with `program`, the native program; `wasm`, the engine's, must take them. Gives the folder.
pub(super) fn write(project: &Project, program: &Path, wasm: &Path) -> Result<PathBuf> {
    title("Node's own library, compiled");
    let folder = project.target("code");
    project::remove_folder(&folder)?;
    project::make_folder(&folder)?;
    for major in MAJORS {
        let (file, body) = (folder.join(format!("node-{major}.code")), folder.join("body"));
        run(Command::new(program).args(["code", "--profile", &major.to_string(), "--out"]).arg(&body).current_dir(project.root()))?;
        let mut bytes = b"NCOZ".to_vec();
        bytes.extend(node_library::packed(project, &body)?);
        say(format_args!("   node-{major}.code, {} kB packed", bytes.len() / 1000));
        project::write(&file, bytes)?;
        fs::remove_file(&body).explain("what was packed can't be removed")?;
        let library = project.target(&format!("node-library/node-{major}.bin"));
        read(Command::new(project.node()).args(["-e", CHECK, "--"]).args([wasm, &library, &file]))?;
    }
    Ok(folder)
}
