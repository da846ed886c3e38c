//! The engine's wasm: compiled, and checked to import nothing.
//!
//! wasm-opt takes the names out and packs the numbers (3 s). None of its optimisations: after them (-O3, -Os, -O2; binaryen 132) the file is 7 % smaller,
//! but 3 % larger in brotli, boots a third slower and runs as fast as before, for minutes of work.

use crate::project::Project;
use crate::setup::wasm::{TARGET, Toolchain};
use crate::shell::{Result, fail, read, run, say, title};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds it and gives the file.
pub(super) fn build(project: &Project, toolchain: &Toolchain) -> Result<PathBuf> {
    title("engine for the browser");
    let mut cargo = toolchain.cargo();
    cargo.args(["build", "--profile", "engine", "--features", "engine", "--bin", "engine", "--target", TARGET]);
    run(cargo.current_dir(project.root()))?;
    let compiled = project.target(&format!("{TARGET}/engine/engine.wasm"));
    let packed = project.target("engine.wasm");
    let mut pack = Command::new(project.path("node_modules/.bin/wasm-opt"));
    run(pack.args(["--all-features", "--strip-debug", "--strip-producers", "-o"]).arg(&packed).arg(&compiled))?;
    imports_nothing(project, &packed)?;
    let size = fs::metadata(&packed).map_or(0, |data| data.len());
    say(format_args!("   engine.wasm: {} kB", size / 1000));
    Ok(packed)
}

/// Hostile code runs in there: with no import there is nothing outside that it could reach.
fn imports_nothing(project: &Project, wasm: &Path) -> Result<()> {
    let script = "const [file] = process.argv.slice(1); const module = new WebAssembly.Module(require('fs').readFileSync(file)); \
                  console.log(WebAssembly.Module.imports(module).map((i) => `${i.module}.${i.name}`).join(', '));";
    let imports = read(Command::new(project.node()).args(["-e", script]).arg(wasm))?;
    match imports.trim() {
        "" => Ok(()),
        names => fail(format!("The engine's wasm must import nothing, but it imports {names}.")),
    }
}
