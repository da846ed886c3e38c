//! `cargo xtask test`: every check, in the order in which they fail cheapest. Its last line is `N passed, N failed`.

mod tally;

use crate::project::Project;
use crate::setup::Machine;
use crate::setup::wasm::TARGET;
use crate::shell::{Failure, Result, fail, say, title};
use crate::{build, node_library, setup};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;
use tally::Tally;

/// What can be asked for by name, in order.
const PARTS: &[&str] = &["format", "lint", "unit", "conformance", "wasm", "e2e"];

/// Runs the parts that are named, or all; says whether everything passed.
pub(crate) fn test(project: &Project, wanted: &[String]) -> Result<bool> {
    if let Some(unknown) = wanted.iter().find(|name| !PARTS.contains(&name.as_str())) {
        return fail(format!("test has no part `{unknown}`; its parts are {}", PARTS.join(", ")));
    }
    let start = Instant::now();
    let machine = setup::machine(project)?;
    node_library::extract(project)?;
    let mut tally = Tally::default();
    let mut built = true;
    for part in PARTS.iter().filter(|part| wanted.is_empty() || wanted.iter().any(|name| name == *part)) {
        let begun = Instant::now();
        match *part {
            "format" => format(project, &mut tally),
            "lint" => lint(project, &machine, &mut tally),
            "unit" => unit(project, &mut tally),
            "conformance" => conformance(project, &mut tally),
            "wasm" => built = wasm(project, &machine, &mut tally),
            "e2e" if !built => tally.failed("browser tests (the page could not be built)"),
            "e2e" => e2e(project, &machine, wanted.iter().any(|name| name == "wasm") || wanted.is_empty(), &mut tally),
            _ => {}
        }
        say(format_args!("   {part}: {:.0} s", begun.elapsed().as_secs_f32()));
    }
    title(format_args!("all of it took {:.0} s", start.elapsed().as_secs_f32()));
    tally.list_failures();
    say(&tally);
    Ok(tally.all_passed())
}

fn cargo(project: &Project, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(project.root());
    command
}

fn format(project: &Project, tally: &mut Tally) {
    title("format");
    tally.step("format", &mut cargo(project, &["fmt", "--check"]));
    tally.step("format of xtask", &mut cargo(project, &["fmt", "--check", "--manifest-path", "xtask/Cargo.toml"]));
}

fn lint(project: &Project, machine: &Machine, tally: &mut Tally) {
    title("lint");
    const DENY: [&str; 3] = ["--", "-D", "warnings"];
    let mut clippy = |name: &str, mut command: Command, arguments: &[&str]| {
        command.args(["clippy", "--quiet", "--no-deps"]).args(arguments).args(DENY);
        tally.step(name, command.current_dir(project.root()));
    };
    clippy("lint of the engine", Command::new("cargo"), &["--features", "engine", "--all-targets"]);
    clippy("lint of the page", machine.wasm.cargo(), &["--features", "app", "--lib", "--bin", "app", "--target", TARGET]);
    clippy("lint of the engine in wasm", machine.wasm.cargo(), &["--features", "engine", "--lib", "--bin", "engine", "--target", TARGET]);
    clippy("lint of xtask", Command::new("cargo"), &["--manifest-path", "xtask/Cargo.toml", "--all-targets"]);
}

fn unit(project: &Project, tally: &mut Tally) {
    title("unit and property tests");
    tally.tests("xtask's tests", &mut cargo(project, &["test", "--quiet", "--manifest-path", "xtask/Cargo.toml"]));
    tally.tests("unit tests", &mut cargo(project, &["test", "--features", "engine,app", "--lib", "--bins", "--no-fail-fast"]));
}

/// The tests in `tests/`: whole behaviours, among them the comparison with real node.
fn conformance(project: &Project, tally: &mut Tally) {
    title("whole behaviours, and real node as the oracle");
    let any = fs::read_dir(project.path("tests")).into_iter().flatten().flatten().any(|entry| entry.path().extension().is_some_and(|e| e == "rs"));
    if !any {
        return say("   there are none in tests/ yet");
    }
    // The fast build of the program is what is compared: it is three times as quick, and what people run.
    let ours = match build::cli(project) {
        Ok(ours) => ours,
        Err(Failure(sentence)) => {
            say(sentence);
            return tally.failed("tests of whole behaviours (the program could not be built)");
        }
    };
    let mut command = cargo(project, &["test", "--features", "engine,app", "--test", "*", "--no-fail-fast"]);
    command.env("NODE_LIFECYCLE_ORACLE", project.node()).env("OURS", ours);
    tally.tests("tests of whole behaviours", &mut command);
}

/// Builds the page, engine and all; says whether that worked.
fn wasm(project: &Project, machine: &Machine, tally: &mut Tally) -> bool {
    match build::everything(project, machine) {
        Ok(()) => {
            tally.passed("build of the page");
            true
        }
        Err(Failure(sentence)) => {
            say(sentence);
            tally.failed("build of the page");
            false
        }
    }
}

fn e2e(project: &Project, machine: &Machine, fresh: bool, tally: &mut Tally) {
    if !fresh && !wasm(project, machine, tally) {
        return;
    }
    title("browser tests");
    let files = browser_tests(project);
    if files.is_empty() {
        return say("   there are none in tests/e2e yet");
    }
    let browser = match setup::browser::find_or_install() {
        Ok(browser) => browser,
        Err(Failure(sentence)) => {
            say(sentence);
            return tally.failed("browser tests (no browser)");
        }
    };
    let mut node = Command::new(project.node());
    // One file at a time: two browsers on two cores would time each other out.
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec", "--test-timeout=300000"]).args(files);
    tally.tests("browser tests", node.env("CHROMIUM", browser).current_dir(project.root()));
}

/// `tests/e2e/*.mjs` but for the support they share.
fn browser_tests(project: &Project) -> Vec<PathBuf> {
    let entries = fs::read_dir(project.path("tests/e2e")).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".mjs") && !file.ends_with("support.mjs"));
    files.sort();
    files
}
