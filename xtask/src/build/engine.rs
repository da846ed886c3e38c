//! The engine's wasm: compiled, and checked to import nothing.
//!
//! wasm-opt takes the names out and packs the numbers (3 s). None of its optimisations: after them (-O3, -Os, -O2; binaryen 132) the file is 7 % smaller,
//! but 3 % larger in brotli, boots a third slower and runs as fast as before, for minutes of work.
//!
//! Two files come of one: the shipped one lacks what only making the code caches takes, and is no larger for it.

use crate::cargo_commands::{self, ENGINE, ENGINE_PROFILE};
use crate::project::{self, Project};
use crate::setup::wasm::Toolchain;
use crate::shell::{Explain, Result, fail, read, run, say};
use crate::stamp::Stamp;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What only this build calls; `src/bin/engine.rs` says what for.
const ONLY_FOR_THE_BUILD: &[&str] = &["compile", "boot_again", "code_that_ran"];

/// The engine's two files.
pub(super) struct Engine {
    /// The one that compiles Node's library.
    pub(super) whole: PathBuf,
    /// The one that the page has.
    pub(super) shipped: PathBuf,
}

/// Compiles it and gives the file.
pub(super) fn compile(project: &Project, toolchain: &Toolchain) -> Result<PathBuf> {
    run(cargo_commands::wasm_cargo(project, toolchain, "build", ENGINE).args(["--profile", ENGINE_PROFILE]))?;
    Ok(cargo_commands::wasm_file(project, ENGINE_PROFILE, "engine"))
}

/// Makes the two files.
pub(super) fn pack(project: &Project, compiled: &Path) -> Result<Engine> {
    let engine = Engine { whole: project.target("engine-whole.wasm"), shipped: project.target("engine.wasm") };
    let stamp = Stamp::of(project, "engine", &[compiled], &[&ONLY_FOR_THE_BUILD.join(","), include_str!("engine.rs")])?;
    if stamp.holds() && engine.whole.is_file() && engine.shipped.is_file() {
        say("   it has not changed");
        return Ok(engine);
    }
    let binaryen = |program: &str| {
        let mut command = Command::new(project.path(&format!("node_modules/.bin/{program}")));
        project.with_node(&mut command).arg("--all-features");
        command
    };
    run(binaryen("wasm-opt").args(["--strip-debug", "--strip-producers", "-o"]).arg(&engine.whole).arg(compiled))?;
    imports_nothing(project, &engine.whole)?;
    let roots = project.target("engine-exports.json");
    project::write(&roots, graph(&exports(project, &engine.whole)?))?;
    // It lists on standard output what it took out.
    read(binaryen("wasm-metadce").arg("--graph-file").arg(&roots).arg("-o").arg(&engine.shipped).arg(&engine.whole))?;
    let left = exports(project, &engine.shipped)?;
    if let Some(name) = ONLY_FOR_THE_BUILD.iter().find(|name| left.iter().any(|other| other == *name)) {
        return fail(format!("`{name}` is still in the engine's wasm that the page would have"));
    }
    let size = |file: &Path| fs::metadata(file).map_or(0, |data| data.len() / 1000);
    say(format_args!("   engine.wasm: {} kB, {} kB before what only the build needs was taken out", size(&engine.shipped), size(&engine.whole)));
    stamp.keep()?;
    Ok(engine)
}

/// For wasm-metadce: each export that stays, reached from outside.
fn graph(exports: &[String]) -> String {
    let kept: Vec<&String> = exports.iter().filter(|name| !ONLY_FOR_THE_BUILD.contains(&name.as_str())).collect();
    let names: Vec<String> = kept.iter().map(|name| format!("\"{name}\"")).collect();
    let nodes: Vec<String> = kept.iter().map(|name| format!("{{\"name\":\"{name}\",\"export\":\"{name}\"}}")).collect();
    format!("[{{\"name\":\"outside\",\"root\":true,\"reaches\":[{}]}},{}]\n", names.join(","), nodes.join(","))
}

/// The names that a wasm exports, read by the pinned node.
fn exports(project: &Project, wasm: &Path) -> Result<Vec<String>> {
    listed(project, wasm, "exports(module).map((it) => it.name)")
}

/// Hostile code runs in there: with no import there is nothing outside that it could reach.
fn imports_nothing(project: &Project, wasm: &Path) -> Result<()> {
    let imports = listed(project, wasm, "imports(module).map((it) => `${it.module}.${it.name}`)")?;
    if imports.is_empty() { Ok(()) } else { fail(format!("The engine's wasm must import nothing, but it imports {}.", imports.join(", "))) }
}

fn listed(project: &Project, wasm: &Path, list: &str) -> Result<Vec<String>> {
    let script = format!(
        "const module = new WebAssembly.Module(require('fs').readFileSync(process.argv[1])); console.log(WebAssembly.Module.{list}.join('\\n'))"
    );
    let names = read(Command::new(project.node()).args(["-e", &script, "--"]).arg(wasm)).explain_failure("the engine's wasm can't be read")?;
    Ok(names.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// What was being done when something else failed.
trait ExplainFailure<T> {
    fn explain_failure(self, what: &str) -> Result<T>;
}

impl<T> ExplainFailure<T> for Result<T> {
    fn explain_failure(self, what: &str) -> Result<T> {
        self.map_err(|failure| failure.0).explain(what)
    }
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
