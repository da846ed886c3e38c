//! Runs each program under `tests/conformance/` in real node and in ours and compares stdout, stderr (of a crash its first
//! line) and exit code. Where real node may go either way, each of 20 runs must be among what our explorer reaches.
//!
//! `cargo test --test conformance [-- FILTER]`. `OURS=…/node` puts a real node in our place: then all
//! must be equal, and what isn't is a program that should be marked `// nondeterministic` in its first line. Each profile has its own real node;
//! `PROFILES=22` runs that one alone.
//! Those about streams and V8 run once more while they are recorded.
//! `SHOW=1` shows where crashes differ below their first line.

#[path = "conformance/catalogue.rs"]
mod catalogue;
#[path = "conformance/harness/mod.rs"]
#[expect(dead_code, reason = "what `tests/random_programs.rs` alone needs is there too")]
mod harness;

use catalogue::{Check, Program};
use harness::{Case, Comparison, Needed, Result, difference, fingerprint, in_parallel};
use std::process::ExitCode;
use std::time::Instant;
use trace::Profile;

/// Of the programs, every how many a profile runs that is not the default one, unless `PROFILES` names it: always the same ones.
const SHARE: u64 = 4;
/// Programs whose inner life is watched while they are recorded: that must change nothing.
const WATCHED: &[&str] = &["streams/", "v8/", "errors/"];
/// Runs of real node where it may go either way.
const RACING_RUNS: usize = 20;

fn main() -> ExitCode {
    match compare_all() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("conformance: {sentence}");
            println!("0 passed, 1 failed");
            ExitCode::FAILURE
        }
    }
}

/// What came of one program.
enum Verdict {
    Equal {
        /// Of a crash: whether the message under the first line is the same too.
        crash_text: Option<bool>,
    },
    /// With a diff or a sentence.
    Different(String),
    Waiting,
}

fn compare_all() -> Result<bool> {
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let mut tally = Tally::default();
    for profile in support::profiles(&Profile::ALL)? {
        compare_under(profile, &filter, &mut tally)?;
    }
    println!("{} passed, {} failed", tally.equal, tally.different);
    Ok(tally.different == 0)
}

/// Of all profiles.
#[derive(Default)]
struct Tally {
    equal: usize,
    different: usize,
}

fn compare_under(profile: Profile, filter: &str, tally: &mut Tally) -> Result<()> {
    let begun = Instant::now();
    let comparison = Comparison::new(profile)?;
    let mut programs = catalogue::programs(filter, profile)?;
    if profile != Profile::default() && !support::profiles_are_named() {
        programs.retain(|program| fingerprint(&program.case.name).is_multiple_of(SHARE));
    }
    let verdicts = in_parallel("programs", &programs, |program| verdict(&comparison, program));
    let (mut equal, mut different, mut waiting) = (0, 0, 0);
    let mut crashes = (0, 0);
    for (program, verdict) in programs.iter().zip(&verdicts) {
        match verdict {
            Verdict::Waiting => waiting += 1,
            Verdict::Equal { crash_text } => {
                equal += 1;
                crashes.0 += usize::from(*crash_text == Some(true));
                crashes.1 += usize::from(crash_text.is_some());
            }
            Verdict::Different(how) => {
                different += 1;
                println!("\nDIFFERENT {} under Node {}\n{how}", program.case.name, profile.major());
            }
        }
    }
    println!("\n{} of {} crashes also say the same below their first line; {:.0} s", crashes.0, crashes.1, begun.elapsed().as_secs_f32());
    println!(
        "conformance: {} programs run, {equal} equal to node {}, {waiting} waiting",
        equal + different,
        comparison.oracle.version.trim_start_matches('v')
    );
    tally.equal += equal;
    tally.different += different;
    Ok(())
}

fn verdict(comparison: &Comparison, program: &Program) -> Verdict {
    let verdict = match program.check {
        Check::Waiting => Ok(Verdict::Waiting),
        Check::Equal => equal(comparison, &program.case),
        Check::Member => comparison.stray(&program.case, RACING_RUNS, Needed::All).map(member),
        Check::Overlap => comparison.stray(&program.case, RACING_RUNS, Needed::Some).map(member),
    };
    let verdict = verdict.unwrap_or_else(Verdict::Different);
    if matches!(verdict, Verdict::Different(_)) {
        eprintln!("different: {}", program.case.name);
    }
    verdict
}

fn member(stray: Option<String>) -> Verdict {
    stray.map_or(Verdict::Equal { crash_text: None }, Verdict::Different)
}

fn equal(comparison: &Comparison, case: &Case) -> Result<Verdict> {
    let node = comparison.node_settled(case)?;
    let ours = comparison.ours(case)?;
    if node.compared() == ours.compared() {
        if WATCHED.iter().any(|area| case.name.starts_with(area)) {
            let watched = comparison.ours_recorded(case)?;
            if watched.compared() != ours.compared() {
                return Ok(Verdict::Different(format!("while it is recorded\n{}", difference(&ours, &watched))));
            }
        }
        let same_text = node.crash_text() == ours.crash_text();
        if node.crashed() && !same_text && support::asks_to_show() {
            println!("\n{} crashes with other words:\n--- node\n{}\n+++ ours\n{}", case.name, node.crash_text(), ours.crash_text());
        }
        return Ok(Verdict::Equal { crash_text: node.crashed().then_some(same_text) });
    }
    Ok(Verdict::Different(difference(&node, &ours)))
}
