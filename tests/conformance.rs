//! Runs each program under `tests/conformance/` in real node and in ours and compares stdout, stderr (of a crash its first
//! line) and exit code. Where real node may go either way, each of 20 runs must be among what our explorer reaches.
//!
//! `cargo test --features engine --test conformance [-- FILTER]`. `OURS=…/node` puts a real node in our place: then all
//! must be equal, and what isn't is a program that should be marked `// nondeterministic` in its first line.

#[path = "conformance/catalogue.rs"]
mod catalogue;
#[path = "conformance/harness/mod.rs"]
mod harness;

use catalogue::{Check, Program};
use harness::{Cache, Oracle, Ours, Outcome, Result, Scratch, difference, in_parallel};
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

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
    let begun = Instant::now();
    let comparison = Comparison::new()?;
    let programs = catalogue::programs(&filter)?;
    let verdicts = in_parallel("programs", &programs, |program| comparison.verdict(program));
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
                println!("\nDIFFERENT {}\n{how}", program.name);
            }
        }
    }
    println!("\n{} of {} crashes also say the same below their first line; {:.0} s", crashes.0, crashes.1, begun.elapsed().as_secs_f32());
    println!(
        "conformance: {} programs run, {equal} equal to node {}, {waiting} waiting",
        equal + different,
        comparison.oracle.version.trim_start_matches('v')
    );
    println!("{equal} passed, {different} failed");
    Ok(different == 0)
}

struct Comparison {
    oracle: Oracle,
    ours: Ours,
    scratch: Scratch,
    cache: Cache,
}

impl Comparison {
    fn new() -> Result<Self> {
        let oracle = Oracle::find()?;
        let cache = Cache::new(&oracle.version);
        Ok(Self { ours: Ours::find()?, scratch: Scratch::new()?, cache, oracle })
    }

    fn verdict(&self, program: &Program) -> Verdict {
        let verdict = match program.check {
            Check::Waiting => Ok(Verdict::Waiting),
            Check::Equal => self.equal(program),
            Check::Member => self.member(program),
        };
        verdict.unwrap_or_else(Verdict::Different)
    }

    fn equal(&self, program: &Program) -> Result<Verdict> {
        let node = self.settled(program)?;
        let file = self.scratch.lay(&program.name, &program.source, &program.helpers)?;
        let ours = self.scratch.portable(&self.ours.run(&file)?);
        if node.compared() == ours.compared() {
            return Ok(Verdict::Equal { crash_text: node.crashed().then(|| node.crash_text() == ours.crash_text()) });
        }
        Ok(Verdict::Different(difference(&node, &ours)))
    }

    /// Real node's one outcome: kept from an earlier run, or what three runs agree on. When they don't, four more decide
    /// whether it was this machine's load once, or the program.
    fn settled(&self, program: &Program) -> Result<Outcome> {
        let helpers = program.helpers.iter().map(|(path, bytes)| format!("{}\n{}", path.display(), String::from_utf8_lossy(bytes)));
        let key = format!("{}\n{}\n{}", program.name, program.source, helpers.collect::<String>());
        if let Some(kept) = self.cache.get(&key) {
            return Ok(kept);
        }
        let mut runs = BTreeMap::<Outcome, usize>::new();
        for (count, needed) in [(3, 3), (4, 6)] {
            for _ in 0..count {
                *runs.entry(self.real(program)?).or_default() += 1;
            }
            if let Some((compared, _)) = runs.iter().find(|(_, agreeing)| **agreeing >= needed) {
                // The kept one has all of stderr.
                let full = self.real_in_full(program)?;
                if full.compared() == *compared {
                    self.cache.put(&key, &full);
                    return Ok(full);
                }
            }
        }
        let mut shown = runs.keys();
        let (first, second) = (shown.next().cloned().unwrap_or_default(), shown.next().cloned().unwrap_or_default());
        Err(format!("real node itself goes either way, and the program is not marked `// nondeterministic`\n{}", difference(&first, &second)))
    }

    fn member(&self, program: &Program) -> Result<Verdict> {
        let file = self.scratch.lay(&program.name, &program.source, &program.helpers)?;
        let reached = self.ours.explore(&file)?;
        let mut seen = BTreeMap::<Outcome, usize>::new();
        for _ in 0..RACING_RUNS {
            *seen.entry(self.real(program)?).or_default() += 1;
        }
        let Some(reached) = reached else {
            println!("{}: real node gave {} outcomes in {RACING_RUNS} runs", program.name, seen.len());
            return Ok(Verdict::Equal { crash_text: None });
        };
        let reached: Vec<Outcome> = reached.iter().map(|outcome| self.scratch.portable(outcome).compared()).collect();
        let Some((missed, times)) = seen.iter().find(|(outcome, _)| !reached.contains(outcome)) else {
            return Ok(Verdict::Equal { crash_text: None });
        };
        let nearest = reached.iter().min_by_key(|outcome| difference(missed, outcome).lines().filter(|line| line.starts_with(['-', '+'])).count());
        let near = nearest.map_or_else(String::new, |outcome| difference(missed, outcome));
        Ok(Verdict::Different(format!(
            "{times} of {RACING_RUNS} runs of real node are not among the {} outcomes explored; the nearest:\n{near}",
            reached.len()
        )))
    }

    fn real(&self, program: &Program) -> Result<Outcome> {
        self.real_in_full(program).map(|outcome| outcome.compared())
    }

    fn real_in_full(&self, program: &Program) -> Result<Outcome> {
        // Anew each time: a program may have written files.
        let file = self.scratch.lay(&program.name, &program.source, &program.helpers)?;
        Ok(self.scratch.portable(&self.oracle.run(&file)?))
    }
}
