//! `cargo xtask test`: every check, in the order in which they fail cheapest. Its last line is `N passed, N failed`.
//!
//! Compiling the engine for the browser ends with minutes on one core: the page is built beside what else only compiles. Nothing runs beside a test.

mod tally;
mod trunk;

use crate::build::{self, Kind};
use crate::cargo_commands::{self, DRAFT_PROFILE, NATIVE, PAGE_TOOLS, TEST_PROFILE, TESTS, UNIT_TESTS, WASM, WHOLE_TESTS, XTASK};
use crate::project::Project;
use crate::setup::wasm::Toolchain;
use crate::shell::{Failure, Result, fail, held, say, title};
use crate::times::Times;
use crate::{bench, node_library, setup};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use tally::Tally;

/// What can be asked for by name, in order.
const PARTS: &[&str] = &["format", "lint", "unit", "conformance", "wasm", "trunk", "e2e", "bench"];
/// Those that need the built page.
const OF_THE_PAGE: &[&str] = &["wasm", "trunk", "e2e", "bench"];

/// Runs the parts that are named, or all; says whether everything passed.
pub(crate) fn test(project: &Project, wanted: &[String]) -> Result<bool> {
    if let Some(unknown) = wanted.iter().find(|name| !PARTS.contains(&name.as_str())) {
        return fail(format!("test has no part `{unknown}`; its parts are {}", PARTS.join(", ")));
    }
    let times = Times::new();
    let toolchain = times.part("setup", || setup::machine(project))?;
    times.part("Node's own library", || node_library::extract(project))?;
    let is_wanted = |part: &str| wanted.is_empty() || wanted.iter().any(|name| name == part);
    let mut tally = Tally::default();

    let page = thread::scope(|scope| {
        let wants_page = OF_THE_PAGE.iter().any(|part| is_wanted(part));
        let page = wants_page.then(|| scope.spawn(|| held(|| build::everything(project, &toolchain, Kind::Final, &times))));
        if is_wanted("format") {
            times.part("format", || format(project, &mut tally));
        }
        if is_wanted("lint") {
            times.part("lint", || lint(project, &toolchain, &mut tally));
        }
        if is_wanted("unit") || is_wanted("conformance") {
            times.part("tests, compiled", || tally.step("compilation of the tests", cargo(project, "test", TESTS).arg("--no-run")));
        }
        page.map(|page| {
            title("page, built beside that");
            times.part("rest of the page's build", || page.join().unwrap_or_else(|_| (fail("building the page broke off"), String::new())))
        })
    });

    if is_wanted("unit") {
        times.part("unit", || unit(project, &mut tally));
    }
    if is_wanted("conformance") {
        times.part("conformance", || conformance(project, &mut tally));
    }
    if let Some((built, said)) = page {
        say(said);
        match built {
            Ok(_) => {
                tally.passed("build of the page");
                with_page(project, &toolchain, &is_wanted, &times, &mut tally);
            }
            Err(Failure(sentence)) => {
                say(sentence);
                tally.failed("build of the page, and all that needs it");
            }
        }
    }
    title("times");
    say(format_args!("{times}"));
    tally.list_failures();
    say(&tally);
    Ok(tally.all_passed())
}

fn with_page(project: &Project, toolchain: &Toolchain, is_wanted: &dyn Fn(&str) -> bool, times: &Times, tally: &mut Tally) {
    if is_wanted("trunk") {
        times.part("trunk", || trunk::builds_the_same(project, toolchain, tally));
    }
    if is_wanted("e2e") {
        times.part("e2e", || e2e(project, tally));
    }
    if is_wanted("bench") {
        times.part("bench", || match bench::figures(project, bench::Length::Short) {
            Ok(()) => tally.passed("figures"),
            Err(Failure(sentence)) => {
                say(sentence);
                tally.failed("figures (one could not be measured)");
            }
        });
    }
}

/// Cargo, in the profile that tests are built in.
fn cargo(project: &Project, command: &str, what: &[&str]) -> Command {
    let mut cargo = cargo_commands::cargo(project, command, what);
    cargo.args(["--profile", TEST_PROFILE]);
    cargo
}

fn format(project: &Project, tally: &mut Tally) {
    tally.step("format", &mut cargo_commands::cargo(project, "fmt", &["--check"]));
    for folder in [XTASK, PAGE_TOOLS] {
        tally.step(&format!("format of {folder}"), cargo_commands::cargo_of(project, folder, "fmt").arg("--check"));
    }
}

fn lint(project: &Project, toolchain: &Toolchain, tally: &mut Tally) {
    let mut clippy = |name: &str, mut command: Command| {
        tally.step(name, command.args(["--quiet", "--no-deps", "--", "-D", "warnings"]));
    };
    // Not `dev`, which compiles macros and build scripts for speed: what is linted never runs.
    clippy("lint", cargo(project, "clippy", NATIVE));
    let mut wasm = cargo_commands::wasm_cargo(project, toolchain, "clippy", WASM);
    wasm.args(["--profile", DRAFT_PROFILE]);
    clippy("lint of the page and the engine in wasm", wasm);
    for folder in [XTASK, PAGE_TOOLS] {
        let mut cargo = cargo_commands::cargo_of(project, folder, "clippy");
        cargo.arg("--all-targets");
        clippy(&format!("lint of {folder}"), cargo);
    }
}

fn unit(project: &Project, tally: &mut Tally) {
    tally.tests("xtask's tests", cargo_commands::cargo_of(project, XTASK, "test").arg("--quiet"));
    tally.tests("unit tests", cargo(project, "test", UNIT_TESTS).arg("--no-fail-fast"));
}

/// The tests in `tests/`: whole behaviours, among them the comparison with real node. The program that is compared is the one that cargo builds with them.
fn conformance(project: &Project, tally: &mut Tally) {
    let mut command = cargo(project, "test", WHOLE_TESTS);
    tally.tests("tests of whole behaviours", command.arg("--no-fail-fast"));
}

fn e2e(project: &Project, tally: &mut Tally) {
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
