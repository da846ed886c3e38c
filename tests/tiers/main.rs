//! Compares the compilers' part of a recorded run with `--trace-opt --trace-deopt` of real Node.
//!
//! Compilations and deoptimisations, with their reasons, have to be the same ones in the same order. `departs.txt` names what departs:
//! `version program: reason`. Every fourth program runs, `ALL=1` runs them all, `ONLY=name` some. `SHOW=1` prints what is equal too.

#[path = "../engine/mod.rs"]
mod engine;
mod oracle;
mod ours;

use std::path::PathBuf;

use support::Fixtures;
use trace::Profile;

/// As many programs of both versions may come out otherwise on a busy machine. Where no more than these run, none may: who asks for one wants to see it.
const MOST_BUSY: usize = 5;

fn programs(fixtures: &Fixtures) -> Vec<PathBuf> {
    // Real Node is asked up to four times for each: all of them only where that is wanted.
    let every = if support::asks_for_all() || Fixtures::are_chosen() { 1 } else { 4 };
    fixtures.programs().into_iter().step_by(every).collect()
}

#[test]
fn the_tiers_are_those_of_node() {
    support::on_a_deep_stack(compare_all);
}

fn compare_all() {
    let fixtures = Fixtures::of("tiers");
    let programs = programs(&fixtures);
    let mut failures = Vec::new();
    for version in support::profiles(&[Profile::Node24, Profile::Node20]).unwrap_or_else(|sentence| panic!("{sentence}")) {
        let mut equal = 0;
        let mut engine = engine::boot(version);
        for program in &programs {
            let name = format!("{version:?} {}", program.file_stem().unwrap_or_default().to_string_lossy());
            let ours::Ours { lines: ours, names } = ours::run(&mut engine, program, version);
            let mut theirs = oracle::trace(program, version, &names);
            // Compilers run beside the program: what comes first may differ from run to run.
            for _ in 0..3 {
                if theirs != ours {
                    theirs = oracle::trace(program, version, &names);
                }
            }
            equal += usize::from(ours == theirs);
            if ours != theirs {
                println!("== {name}\n{}", support::difference(&text(&theirs), &text(&ours)));
            } else if support::asks_to_show() {
                println!("== {name} EQUAL\n{}", text(&ours));
            }
            match (ours == theirs, fixtures.departs(&name)) {
                (false, false) => failures.push(name),
                (true, true) => println!("{name} is equal now"),
                _ => {}
            }
        }
        println!("{version:?}: {equal} of {} equal", programs.len());
    }
    // Which compilation is ready first is the machine's affair: a busy one gives a few programs another order in each of four runs.
    let most = if programs.len() > MOST_BUSY { MOST_BUSY } else { 0 };
    assert!(failures.len() <= most, "depart: {failures:?}");
    let unmet = fixtures.unmet();
    let are_all = support::asks_for_all() && !Fixtures::are_chosen();
    assert!(!are_all || unmet.is_empty(), "listed in departs.txt and not there: {unmet:?}");
}

/// The lines, each with its end.
fn text(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}
