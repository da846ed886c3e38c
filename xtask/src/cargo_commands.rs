//! How cargo is asked for each of this project's programs and tests: the one place that knows packages, features and profiles.

use crate::project::Project;
use crate::setup::wasm::{TARGET, Toolchain};
use std::path::PathBuf;
use std::process::Command;

/// The page's program.
pub(crate) const PAGE: &[&str] = &["-p", "app"];
/// The engine's wasm.
pub(crate) const ENGINE: &[&str] = &["-p", "engine"];
/// The command line. `--workspace`, as for the tests: of one package alone cargo would compile Boa once more, with other features of its dependencies.
pub(crate) const COMMAND_LINE: &[&str] = &["--workspace", "--bin", "node-lifecycle"];
/// Everything that is linted natively.
pub(crate) const NATIVE: &[&str] = &["--workspace", "--all-targets"];
/// Everything that is linted for wasm: all but the command line.
pub(crate) const WASM: &[&str] = &["--workspace", "--exclude", "node-lifecycle", "--lib", "--bins"];
/// All tests.
pub(crate) const TESTS: &[&str] = &["--workspace", "--lib", "--bins", "--test", "*"];
/// Those beside the code.
pub(crate) const UNIT_TESTS: &[&str] = &["--workspace", "--lib", "--bins"];
/// Those of whole behaviours in `tests/`.
pub(crate) const WHOLE_TESTS: &[&str] = &["--workspace", "--test", "*"];
/// The measurements of `benches/`.
pub(crate) const MEASUREMENTS: &[&str] = &["--workspace", "--bench", "engine"];
/// The packages that are shipped as wasm; the licences of all that they are made of go with them.
pub(crate) const SHIPPED: [&str; 2] = ["app", "engine"];

/// This program, a workspace of its own.
pub(crate) const XTASK: &str = "xtask";
/// The tools for building the page, another.
pub(crate) const PAGE_TOOLS: &str = "xtask/page-tools";
/// The profile that the shipped page is built with.
pub(crate) const PAGE_PROFILE: &str = "app";
/// The profile of a page that is looked at while it is worked on: minutes less to compile, several times as large.
pub(crate) const DRAFT_PROFILE: &str = "draft";
/// The profile of the engine in the browser.
pub(crate) const ENGINE_PROFILE: &str = "engine";
/// The profile of everything that `cargo xtask test` runs natively: with all checks at run time, and quick enough to compare a thousand programs.
pub(crate) const TEST_PROFILE: &str = "checked";

/// Cargo, in the project's folder.
pub(crate) fn cargo(project: &Project, command: &str, what: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.arg(command).args(what).current_dir(project.root());
    cargo
}

/// The cargo that compiles wasm, in the project's folder.
pub(crate) fn wasm_cargo(project: &Project, toolchain: &Toolchain, command: &str, what: &[&str]) -> Command {
    let mut cargo = toolchain.cargo();
    cargo.arg(command).args(what).args(["--target", TARGET]).current_dir(project.root());
    cargo
}

/// Cargo for a workspace in a folder beside the root's.
pub(crate) fn cargo_of(project: &Project, folder: &str, command: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.arg(command).arg("--manifest-path").arg(project.path(folder).join("Cargo.toml"));
    if folder == PAGE_TOOLS && command != "fmt" {
        cargo.arg("--target-dir").arg(project.target("page-tools"));
    }
    cargo.current_dir(project.path(folder));
    cargo
}

/// Where cargo leaves a wasm.
pub(crate) fn wasm_file(project: &Project, profile: &str, name: &str) -> PathBuf {
    project.target(&format!("{TARGET}/{profile}/{name}.wasm"))
}

/// Where cargo leaves a native program.
pub(crate) fn native_file(project: &Project, profile: &str, name: &str) -> PathBuf {
    project.target(&format!("{profile}/{name}"))
}
