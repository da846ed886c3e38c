//! `cargo xtask bench` runs this: how fast programs are recorded natively, and what recording costs.
//! Each figure is the best of several runs in this process, so that other work on the machine weighs little.
//! Every run is in a copy of this process: an engine's collector looks at the objects of all engines that were there before it.

#![expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a measurement: its numbers are small")]

use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};
use std::{fs, thread};

use boa_engine::{Context, Source};
use node::{Bounds, Engine, Library, Progress};
use trace::{File, OutputStream, Profile, Program, Settings, encode};

#[path = "../src/cli/fork.rs"]
mod fork;

/// Runs of which the best counts; the environment's `ROUNDS` may say another number.
const ROUNDS: usize = 7;

fn main() {
    // As deep as the command line's.
    let worker = thread::Builder::new().stack_size(512 << 20).spawn(measure).expect("a thread can be started");
    worker.join().expect("the measurement ended");
}

fn measure() {
    let root = support::project();
    let bytes = support::library(Profile::default()).unwrap_or_else(|sentence| panic!("{sentence}"));
    let library = Library::read(&bytes).expect("the library is of this version");

    let boot = best(|| {
        let [nanos, _, _] = apart(|| [timed(|| Engine::boot(library.clone()).expect("Node's library boots")).0.as_nanos() as u64, 0, 0]);
        Duration::from_nanos(nanos)
    });
    let mut engine = Engine::boot(library).expect("Node's library boots");
    row(boot, "boot of Node's library");

    for name in ["compute", "long", "objects"] {
        let program = program(&root.join("xtask/bench").join(format!("{name}.js")));
        let (mut steps, mut size) = (0, 0);
        let recorded = best(|| {
            let (time, steps_here, size_here) = run(&mut engine, &program, Recording::Whole);
            (steps, size) = (steps_here, size_here);
            time
        });
        let rate = steps as f64 / recorded.as_secs_f64() / 1e6;
        row(recorded, &format!("{name}.js recorded: {steps} steps, {rate:.2} million steps/s, {:.1} bytes/step", size as f64 / steps as f64));
        let without = best(|| run(&mut engine, &program, Recording::WithoutV8).0);
        let models = recorded.as_secs_f64() / without.as_secs_f64();
        let verdict = if models <= 2.0 { "met" } else { "MISSED" };
        row(without, &format!("{name}.js recorded without the models of V8: they take {models:.2}×   target ≤ 2×: {verdict}"));
        let counting = best(|| run(&mut engine, &program, Recording::Off).0);
        let ratio = recorded.as_secs_f64() / counting.as_secs_f64();
        let verdict = if ratio <= 3.0 { "met" } else { "MISSED" };
        row(counting, &format!("{name}.js instrumented, not recording: recording takes {ratio:.1}×   target ≤ 3×: {verdict}"));
        if name == "compute" {
            let bare = best(|| bare(&program));
            row(bare, &format!("{name}.js without probes: recording takes {:.1}×", recorded.as_secs_f64() / bare.as_secs_f64()));
        }
    }
}

fn program(path: &Path) -> Program {
    let entry: Rc<str> = Rc::from("/home/reader/main.js");
    let content = fs::read(path).expect("the program is there");
    Program { entry: entry.clone(), files: vec![File { path: entry, content: Rc::from(content) }], settings: Settings::default() }
}

/// What of a run is kept.
#[derive(Clone, Copy, PartialEq)]
enum Recording {
    Whole,
    WithoutV8,
    Off,
}

/// What `work` finds out, in a child process.
fn apart(work: impl FnOnce() -> [u64; 3]) -> [u64; 3] {
    let bytes = fork::in_child(|| work().into_iter().flat_map(u64::to_le_bytes).collect()).expect("a child process measures");
    let mut numbers = bytes.chunks_exact(8).map(|number| u64::from_le_bytes(number.try_into().expect("eight bytes")));
    std::array::from_fn(|_| numbers.next().expect("three numbers"))
}

/// From the program's first step to its last, without the boot: the time, the steps and the trace's bytes.
fn run(engine: &mut Engine, program: &Program, recording: Recording) -> (Duration, usize, usize) {
    let [nanos, steps, size] = apart(|| measured(engine, program, recording));
    (Duration::from_nanos(nanos), steps as usize, size as usize)
}

/// Nanoseconds, steps, bytes.
fn measured(engine: &mut Engine, program: &Program, recording: Recording) -> [u64; 3] {
    if recording == Recording::WithoutV8 {
        engine.leave_v8_out();
    }
    let recording = recording != Recording::Off;
    engine.begin(program, Bounds::COMMAND_LINE, recording).expect("the program can begin");
    let (mut steps, mut size) = (0, 0);
    let (time, ()) = timed(|| {
        loop {
            let progress = engine.advance();
            if recording && (engine.steps_waiting() > 4_000 || progress != Progress::More) {
                let chunk = engine.take_chunk();
                steps += chunk.steps.len();
                size += encode(&chunk).len();
            }
            if let Progress::Finished(outcome) = progress {
                assert_eq!(outcome.code, 0, "{}", String::from_utf8_lossy(&engine.take_output(OutputStream::Stderr)));
                assert_eq!(outcome.cut, None);
                return;
            }
        }
    });
    [time.as_nanos() as u64, steps as u64, size as u64]
}

/// The program in Boa alone.
fn bare(program: &Program) -> Duration {
    let source = format!("(function () {{{}\n}})()", String::from_utf8_lossy(&program.files[0].content));
    let mut context = Context::default();
    timed(|| context.eval(Source::from_bytes(&source)).expect("the program runs")).0
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}

fn best(mut work: impl FnMut() -> Duration) -> Duration {
    let rounds = std::env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    (0..rounds).map(|_| work()).min().expect("there is a round")
}

fn row(time: Duration, what: &str) {
    println!("   {:>13.1} ms  {what}", time.as_secs_f64() * 1e3);
}
