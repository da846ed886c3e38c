//! Runs random programs in real node and in ours, and compares them as `tests/conformance.rs` does.
//!
//! `PROGRAMS=1000` says how many (a twentieth of them race: `RUNS=10` runs of real node must each be among what ours can do), `SEED=…` which ones (a word
//! or number; `random` picks one), `INDEX=17` runs one of them, `SHOW=1` prints them. The same seed makes the same programs. The default profile runs four
//! fifths and each of the others its part of the last; `PROFILES=20,18` runs all of them under each that it names. What differs is shrunk and kept in
//! `tests/conformance/regressions/`, where `tests/conformance.rs` runs it from then on.

#[path = "conformance/generator/mod.rs"]
mod generator;
#[path = "conformance/harness/mod.rs"]
#[expect(dead_code, reason = "what `tests/conformance.rs` alone needs is there too")]
mod harness;

use generator::{Program, render};
use harness::{Case, Comparison, Needed, Outcome, Result, difference, fingerprint, folder, in_parallel};
use proptest::strategy::{BoxedStrategy, Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::fs;
use std::ops::Range;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use support::number;
use trace::Profile;

/// Programs that one process of ours runs.
const BATCH: usize = 25;
/// Runs of real node for a racing program, unless `RUNS` says otherwise.
const RACING_RUNS: usize = 10;
/// Of so many programs one may turn out to be no steady one.
const SET_ASIDE: usize = 200;
/// Failures that are shrunk, and for how long each: the first ones tell most.
const SHRUNK: usize = 5;
const SHRINKING: Duration = Duration::from_secs(60);

fn main() -> ExitCode {
    match compare_all() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("random programs: {sentence}");
            println!("0 passed, 1 failed");
            ExitCode::FAILURE
        }
    }
}

/// One random program: which, and its text.
struct Sample {
    index: usize,
    racing: bool,
    case: Case,
}

fn compare_all() -> Result<bool> {
    let mut tally = Tally::default();
    let (seed, count) = (support::seed("node lifecycle"), number("PROGRAMS").unwrap_or(1000));
    for (profile, programs) in shares(count)? {
        compare_under(profile, programs, &seed, &mut tally)?;
    }
    let unsteady = if tally.unsteady > count / SET_ASIDE { tally.unsteady } else { 0 };
    println!("{} passed, {} failed", tally.equal, tally.different + unsteady);
    Ok(tally.different + unsteady == 0)
}

/// Which of so many programs run under which profile.
fn shares(count: usize) -> Result<Vec<(Profile, Range<usize>)>> {
    let named = support::profiles(&[])?;
    if !named.is_empty() {
        return Ok(named.into_iter().map(|profile| (profile, 0..count)).collect());
    }
    let others: Vec<Profile> = Profile::ALL.into_iter().filter(|profile| *profile != Profile::default()).collect();
    let each = count / 5 / others.len();
    let first = count - each * others.len();
    let shares = others.into_iter().enumerate().map(|(at, profile)| (profile, first + at * each..first + (at + 1) * each));
    Ok([(Profile::default(), 0..first)].into_iter().chain(shares).collect())
}

/// Of all profiles.
#[derive(Default)]
struct Tally {
    equal: usize,
    different: usize,
    unsteady: usize,
}

fn compare_under(profile: Profile, programs: Range<usize>, seed: &str, tally: &mut Tally) -> Result<()> {
    let begun = Instant::now();
    let comparison = Comparison::new(profile)?;
    let generator = Generator { seed: seed.to_owned(), steady: generator::steady(profile), racing: generator::racing() };
    let wanted = |index: &usize| number("INDEX").is_none_or(|only| only == *index);
    let samples: Vec<Sample> = programs.filter(wanted).map(|index| generator.sample(index)).collect();
    if support::asks_to_show() {
        for sample in &samples {
            println!("{}", sample.case.source);
        }
    }
    let (racing, steady): (Vec<&Sample>, Vec<&Sample>) = samples.iter().partition(|sample| sample.racing);
    let batches: Vec<&[&Sample]> = steady.chunks(BATCH).collect();
    let mut failures: Vec<Failure> = in_parallel("random batches", &batches, |batch| check_batch(&comparison, batch)).into_iter().flatten().collect();
    failures.extend(in_parallel("racing programs", &racing, |sample| check_racing(&comparison, sample)).into_iter().flatten());
    let (failures, set_aside): (Vec<Failure>, Vec<Failure>) = failures.into_iter().partition(|failure| failure.kind == Kind::Different);
    let (asked_again, unsteady): (Vec<Failure>, Vec<Failure>) = set_aside.into_iter().partition(|failure| failure.kind == Kind::OnlyLoad);
    for failure in &unsteady {
        println!("\nSET ASIDE program {} of seed {seed}: real node does one thing or another\n{}", failure.index, failure.how);
    }
    for (at, failure) in failures.iter().enumerate() {
        println!("\nDIFFERENT program {} of seed {seed}\n{}", failure.index, failure.how);
        if at < SHRUNK {
            generator.keep_smallest(&comparison, failure);
        }
    }
    println!(
        "\nseed {seed}; {} asked again since real node had been slowed down ({}); {} set aside; {:.0} s",
        asked_again.len(),
        asked_again.iter().map(|failure| failure.index.to_string()).collect::<Vec<_>>().join(", "),
        unsteady.len(),
        begun.elapsed().as_secs_f32()
    );
    let equal = samples.len() - failures.len() - unsteady.len();
    println!("random programs: {} programs run, {equal} equal to node {}", samples.len(), comparison.oracle.version.trim_start_matches('v'));
    tally.equal += equal;
    tally.different += failures.len();
    tally.unsteady += unsteady.len();
    Ok(())
}

fn racing_runs() -> usize {
    number("RUNS").unwrap_or(RACING_RUNS)
}

/// What differs in one program.
struct Failure {
    index: usize,
    kind: Kind,
    how: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Different,
    /// Asked again, real node did what ours does: it had been slowed down.
    OnlyLoad,
    /// Asked again, real node did other things, and ours yet another: the generator's rules have a hole.
    Unsteady,
}

fn check_batch(comparison: &Comparison, batch: &[&Sample]) -> Vec<Failure> {
    let cases: Vec<&Case> = batch.iter().map(|sample| &sample.case).collect();
    let node: Vec<Result<Outcome>> = cases.iter().map(|case| comparison.node_once(case)).collect();
    let ours = comparison.ours_on_all(&cases);
    let compared = batch.iter().zip(node).enumerate().filter_map(|(at, (sample, node))| {
        let ours = ours.as_ref().map(|ours| &ours[at]).map_err(String::clone);
        let verdict = node.and_then(|node| ours.and_then(|ours| compare(comparison, &sample.case, &node, ours)));
        comparison.clear(&sample.case);
        match verdict {
            Ok(None) => None,
            Ok(Some((kind, how))) => Some(Failure { index: sample.index, kind, how }),
            Err(how) => Some(Failure { index: sample.index, kind: Kind::Different, how }),
        }
    });
    compared.collect()
}

/// How they differ, if they do, and whether real node stands by it when it is asked again.
fn compare(comparison: &Comparison, case: &Case, node: &Outcome, ours: &Outcome) -> Result<Option<(Kind, String)>> {
    if node.compared() == ours.compared() {
        return Ok(None);
    }
    let mut kind = Kind::Different;
    for _ in 0..5 {
        let again = comparison.node(case)?.compared();
        if again == ours.compared() {
            kind = Kind::OnlyLoad;
            break;
        }
        if again != node.compared() {
            kind = Kind::Unsteady;
        }
    }
    if kind != Kind::Different {
        comparison.forget(case);
    }
    Ok(Some((kind, difference(node, ours))))
}

fn check_racing(comparison: &Comparison, sample: &Sample) -> Option<Failure> {
    let verdict = comparison.stray(&sample.case, racing_runs(), Needed::All);
    comparison.clear(&sample.case);
    let how = verdict.unwrap_or_else(Some)?;
    Some(Failure { index: sample.index, kind: Kind::Different, how })
}

/// Makes the same programs from the same seed.
struct Generator {
    seed: String,
    steady: BoxedStrategy<Program>,
    racing: BoxedStrategy<Program>,
}

impl Generator {
    fn sample(&self, index: usize) -> Sample {
        let (racing, tree) = self.tree(index);
        Sample { index, racing, case: Self::case(index, &tree.current()) }
    }

    fn case(index: usize, program: &Program) -> Case {
        Case { name: format!("random/{index}.js"), source: render(program), helpers: Vec::new() }
    }

    fn tree(&self, index: usize) -> (bool, Box<dyn ValueTree<Value = Program>>) {
        let mut bytes = [0_u8; 32];
        for (part, chunk) in bytes.chunks_mut(8).enumerate() {
            chunk.copy_from_slice(&fingerprint(&format!("{} {index} {part}", self.seed)).to_le_bytes());
        }
        let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
        let racing = index % 20 == 19;
        let strategy = if racing { &self.racing } else { &self.steady };
        (racing, strategy.new_tree(&mut runner).unwrap_or_else(|reason| unreachable!("no strategy here filters: {reason}")))
    }

    /// Simplifies the program as long as it still differs, and keeps the smallest.
    fn keep_smallest(&self, comparison: &Comparison, failure: &Failure) {
        let (racing, mut tree) = self.tree(failure.index);
        let (mut smallest, mut how) = (tree.current(), failure.how.clone());
        let begun = Instant::now();
        let mut moved = tree.simplify();
        while moved && begun.elapsed() < SHRINKING {
            let program = tree.current();
            match differs(comparison, &Self::case(failure.index, &program), racing) {
                Some(still) => {
                    (smallest, how) = (program, still);
                    moved = tree.simplify();
                }
                None => moved = tree.complicate(),
            }
        }
        let source = render(&smallest);
        let kept = folder().join("regressions");
        let file = kept.join(format!("{:016x}.js", fingerprint(&source)));
        match fs::create_dir_all(&kept).and_then(|()| fs::write(&file, &source)) {
            Ok(()) => println!("shrunk and kept as {}:\n{source}\n{how}", file.display()),
            Err(error) => println!("shrunk, but {} can't be written: {error}\n{source}\n{how}", file.display()),
        }
    }
}

/// How a shrunk program differs, if it does.
fn differs(comparison: &Comparison, case: &Case, racing: bool) -> Option<String> {
    if racing {
        return comparison.stray(case, racing_runs(), Needed::All).unwrap_or_else(Some);
    }
    let verdict = comparison.node(case).and_then(|node| compare(comparison, case, &node, &comparison.ours(case)?));
    verdict.map_or_else(Some, |verdict| verdict.filter(|(kind, _)| *kind == Kind::Different).map(|(_, how)| how))
}
