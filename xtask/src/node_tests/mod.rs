//! `cargo xtask node-tests PATH [AREA ...]`: Node's own test suite, given as a checkout or a folder of its tests, run by the native program.
//!
//! A test counts when real node passes it on the same files: only those that ours does not pass are asked of it, and what fails or is skipped there
//! is no verdict on ours. What needs processes, workers or a network is skipped too, by name.

mod areas;
mod needs;
mod report;
mod run;
mod stage;
mod suite_test;

use crate::project::Project;
use crate::shell::{Result, fail, say, title};
use crate::{build, node_library, setup};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use report::Report;
use run::{Programs, Verdict};
use stage::Stage;
use suite_test::SuiteTest;

const HELP: &str = "cargo xtask node-tests PATH [AREA ...] [--list]: PATH is a checkout of Node.js, its `test`, its `test/parallel` or a folder of such tests. \
    AREA is one in the table, the beginning of tests' names behind `test-`, or `all`.";

/// Runs the tests of the areas that are named, or of all in the table; says whether 90 % of those that count are passed.
pub(crate) fn node_tests(project: &Project, arguments: &[String]) -> Result<bool> {
    let (options, words): (Vec<&String>, Vec<&String>) = arguments.iter().partition(|word| word.starts_with("--"));
    if let Some(unknown) = options.iter().find(|option| option.as_str() != "--list") {
        return fail(format!("node-tests has no option {unknown}.\n{HELP}"));
    }
    let Some((path, wanted)) = words.split_first() else {
        return fail(HELP);
    };
    setup::npm::install(project)?;
    node_library::extract(project)?;
    // As the conformance tests: a program that is there already need not be built.
    let ours = std::env::var_os("OURS").map_or_else(|| build::command_line(project), |path| Ok(path.into()))?;
    let programs = Programs { ours, node: project.node() };
    let stage = Stage::prepare(project, Path::new(path), wanted)?;
    title(format_args!("{} tests of Node's own", stage.tests.len()));
    let report = Report::new(run_all(&stage, &programs));
    say(&report);
    if !options.is_empty() {
        report.list_failures();
    }
    Ok(report.holds(!wanted.is_empty()))
}

/// Every test with its verdict, in the order of the names; as many at once as there are cores.
fn run_all<'a>(stage: &'a Stage, programs: &Programs) -> Vec<(&'a SuiteTest, Verdict)> {
    let next = AtomicUsize::new(0);
    let verdicts = Mutex::new(Vec::new());
    let worker = || {
        while let Some(test) = stage.tests.get(next.fetch_add(1, Ordering::Relaxed)) {
            let verdict = run::verdict(test, stage, programs);
            if let Ok(mut verdicts) = verdicts.lock() {
                verdicts.push((test, verdict));
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(worker);
        }
    });
    let mut verdicts = verdicts.into_inner().unwrap_or_default();
    verdicts.sort_by(|(left, _), (right, _)| left.name.cmp(&right.name));
    verdicts
}
