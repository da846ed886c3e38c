//! The engine's wasm: compiled, and checked to import nothing.
//!
//! wasm-opt takes the names out and packs the numbers (3 s). None of its optimisations: after them (-O3, -Os, -O2; binaryen 132) the file is 7 % smaller,
//! but 3 % larger in brotli, boots a third slower and runs as fast as before, for minutes of work.
//!
//! The one that is shipped lacks what only making the code caches takes, and is no larger for it.

use crate::cargo_commands::{self, ENGINE, ENGINE_PROFILE};
use crate::project::{self, Project};
use crate::setup::wasm::Toolchain;
use crate::shell::{Result, fail, read, run, say};
use crate::stamp::Stamp;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Exported functions that only this build calls; `src/engine/main.rs` gives the reason.
const ONLY_FOR_THE_BUILD: &[&str] = &["compile", "boot_again", "code_that_ran"];

/// Compiles it and gives the file.
pub(super) fn compile(project: &Project, toolchain: &Toolchain) -> Result<PathBuf> {
    run(cargo_commands::wasm_cargo(project, toolchain, "build", ENGINE).args(["--profile", ENGINE_PROFILE]))?;
    Ok(cargo_commands::wasm_file(project, ENGINE_PROFILE, "engine"))
}

/// Makes of the compiled file the one that the page has.
pub(super) fn pack(project: &Project, compiled: &Path) -> Result<PathBuf> {
    let shipped = project.target("engine.wasm");
    let stamp = Stamp::of(project, "engine", &[compiled], &[include_str!("engine.rs")])?;
    if stamp.holds() && shipped.is_file() {
        say("   it has not changed");
        return Ok(shipped);
    }
    let binaryen = |program: &str| {
        let mut command = project.npm_program(program);
        command.arg("--all-features");
        command
    };
    let whole = project.target("engine-whole.wasm");
    run(binaryen("wasm-opt").args(["--strip-debug", "--strip-producers", "-o"]).arg(&whole).arg(compiled))?;
    let roots = project.target("engine-exports.json");
    project::write(&roots, graph(&listed(project, &whole, EXPORTS)?))?;
    // It lists on standard output what it took out.
    read(binaryen("wasm-metadce").arg("--graph-file").arg(&roots).arg("-o").arg(&shipped).arg(&whole))?;
    check(project, &shipped)?;
    let size = |file: &Path| fs::metadata(file).map_or(0, |data| data.len() / 1000);
    say(format_args!("   engine.wasm: {} kB, {} kB before what only the build needs was taken out", size(&shipped), size(&whole)));
    stamp.keep()?;
    Ok(shipped)
}

/// Hostile code runs in there: with no import there is nothing outside that it could reach.
fn check(project: &Project, shipped: &Path) -> Result<()> {
    let imports = listed(project, shipped, IMPORTS)?;
    if !imports.is_empty() {
        return fail(format!("The engine's wasm must import nothing, but it imports {}.", imports.join(", ")));
    }
    match listed(project, shipped, EXPORTS)?.iter().find(|name| ONLY_FOR_THE_BUILD.contains(&name.as_str())) {
        Some(name) => fail(format!("`{name}` is still in the engine's wasm that the page would have.")),
        None => Ok(()),
    }
}

/// For wasm-metadce: each export that stays, reached from outside.
fn graph(exports: &[String]) -> String {
    let kept: Vec<&String> = exports.iter().filter(|name| !ONLY_FOR_THE_BUILD.contains(&name.as_str())).collect();
    let names: Vec<String> = kept.iter().map(|name| format!("\"{name}\"")).collect();
    let nodes: Vec<String> = kept.iter().map(|name| format!("{{\"name\":\"{name}\",\"export\":\"{name}\"}}")).collect();
    format!("[{{\"name\":\"outside\",\"root\":true,\"reaches\":[{}]}},{}]\n", names.join(","), nodes.join(","))
}

/// How the pinned node lists the names that a module exports.
const EXPORTS: &str = "exports(module).map((it) => it.name)";
/// How it lists those that a module imports.
const IMPORTS: &str = "imports(module).map((it) => `${it.module}.${it.name}`)";

fn listed(project: &Project, wasm: &Path, list: &str) -> Result<Vec<String>> {
    let script = format!(
        "const module = new WebAssembly.Module(require('fs').readFileSync(process.argv[1])); console.log(WebAssembly.Module.{list}.join('\\n'))"
    );
    let names = read(Command::new(project.node()).args(["-e", &script, "--"]).arg(wasm))?;
    Ok(names.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::graph;

    #[test]
    fn what_only_the_build_calls_is_no_root() {
        let exports = ["memory", "begin", "compile"].map(str::to_owned);
        let expected =
            r#"[{"name":"outside","root":true,"reaches":["memory","begin"]},{"name":"memory","export":"memory"},{"name":"begin","export":"begin"}]"#;
        assert_eq!(graph(&exports).trim_end(), expected);
    }
}
