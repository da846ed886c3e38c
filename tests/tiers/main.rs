//! Compares the compilers' part of a recorded run with `--trace-opt --trace-deopt` of real Node.
//!
//! Compilations and deoptimisations, with their reasons, have to be the same ones in the same order. `departs.txt` names what departs:
//! `version program: reason`. Every fourth program runs, `ALL=1` runs them all, `ONLY=name` some; `NODE_24` and `NODE_20` name other binaries,
//! `SHOW=1` prints both sides.

#[path = "../engine/mod.rs"]
mod engine;
mod oracle;
mod ours;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use trace::Profile;

/// So many programs of both versions may come out otherwise on a busy machine.
const MOST_BUSY: usize = 5;

pub(crate) fn here(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tiers").join(name)
}

fn programs() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(here("programs")).expect("there are programs");
    let mut files: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "cjs"));
    if let Ok(only) = std::env::var("ONLY") {
        files.retain(|file| file.to_string_lossy().contains(&only));
    }
    files.sort();
    // Real Node is asked up to four times for each: all of them only where that is wanted.
    if std::env::var_os("ALL").is_none() && std::env::var_os("ONLY").is_none() {
        files = files.into_iter().step_by(4).collect();
    }
    files
}

fn departures() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(here("departs.txt")).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(": ")).map(|(name, reason)| (name.to_owned(), reason.to_owned())).collect()
}

#[test]
fn the_tiers_are_those_of_node() {
    // An engine that is not optimised needs a deep stack.
    let compared = std::thread::Builder::new().stack_size(1 << 30).spawn(compare_all).map(std::thread::JoinHandle::join);
    assert!(matches!(compared, Ok(Ok(()))), "see above");
}

fn compare_all() {
    let departs = departures();
    let mut failures = Vec::new();
    for version in [Profile::Node24, Profile::Node20] {
        if std::env::var("VERSION").is_ok_and(|wanted| !format!("{version:?}").contains(&wanted)) {
            continue;
        }
        let (mut equal, mut total) = (0, 0);
        let mut engine = engine::boot(version);
        for program in programs() {
            let name = format!("{version:?} {}", program.file_stem().unwrap_or_default().to_string_lossy());
            let ours::Ours { lines: ours, names } = ours::run(&mut engine, &program, version);
            let mut theirs = oracle::trace(&program, version, &names);
            // Compilers run beside the program: what comes first may differ from run to run.
            for _ in 0..3 {
                if theirs != ours {
                    theirs = oracle::trace(&program, version, &names);
                }
            }
            total += 1;
            equal += usize::from(ours == theirs);
            if std::env::var_os("SHOW").is_some() || ours != theirs {
                println!("== {name}{}", if ours == theirs { " EQUAL" } else { "" });
                for at in 0..ours.len().max(theirs.len()) {
                    let side = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
                    println!("  {} {:70} | {}", if side(&theirs) == side(&ours) { " " } else { "*" }, side(&theirs), side(&ours));
                }
            }
            match (ours == theirs, departs.contains_key(&name)) {
                (false, false) => failures.push(name),
                (true, true) => println!("{name} is equal now"),
                _ => {}
            }
        }
        println!("{version:?}: {equal} of {total} equal");
    }
    // Which compilation is ready first is the machine's affair: a busy one gives a few programs another order in each of four runs.
    assert!(failures.len() <= MOST_BUSY, "depart: {failures:?}");
}
