//! The engine's wasm: compiled, checked to import nothing, made smaller by wasm-opt.

use crate::project::{self, Project};
use crate::setup::wasm::{TARGET, Toolchain};
use crate::shell::{Explain, Result, fail, read, run, say, title};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What rustc's wasm uses beyond the first version of WebAssembly; every browser since 2022 has it.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds it and gives the optimised file.
pub(super) fn build(project: &Project, toolchain: &Toolchain) -> Result<PathBuf> {
    title("engine for the browser");
    let mut cargo = toolchain.cargo();
    cargo.args(["build", "--profile", "engine", "--features", "engine", "--bin", "engine", "--target", TARGET]);
    run(cargo.current_dir(project.root()))?;
    let compiled = project.target(&format!("{TARGET}/engine/engine.wasm"));
    imports_nothing(project, &compiled)?;
    optimise(project, &compiled)
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

/// Runs wasm-opt, unless the very same input has been optimised before.
fn optimise(project: &Project, compiled: &Path) -> Result<PathBuf> {
    let (input, output) = (project.target("engine/input.wasm"), project.target("engine/engine.wasm"));
    let wasm = fs::read(compiled).explain(format_args!("{} can't be read", compiled.display()))?;
    if !(output.is_file() && fs::read(&input).is_ok_and(|old| old == wasm)) {
        project::make_folder(&project.target("engine"))?;
        let fresh = project.target("engine/fresh.wasm");
        let mut command = Command::new(project.node());
        run(command
            .arg(project.path("node_modules/binaryen/bin/wasm-opt"))
            .arg("-O3")
            .args(FEATURES)
            .arg("--strip-debug")
            .arg("--strip-producers")
            .arg(compiled)
            .arg("-o")
            .arg(&fresh))?;
        imports_nothing(project, &fresh)?;
        project::move_into_place(&fresh, &output)?;
        project::write(&input, &wasm)?;
    }
    let size = fs::metadata(&output).map_or(0, |data| data.len());
    say(format_args!("   engine.wasm: {} kB compiled, {} kB after wasm-opt", wasm.len() / 1000, size / 1000));
    Ok(output)
}
