//! The programs in our engine, recorded: what they print, and the inline caches in the trace.

use std::collections::BTreeMap;
use std::rc::Rc;

use node_lifecycle::node::{Bounds, CommandLine, Engine, Library, Progress};
use node_lifecycle::trace::{CacheState, File, OutputStream, Profile, Program, Settings, StepId, Trace};
use node_lifecycle::v8::shapes::Release;

#[path = "../../src/bin/cli/fork.rs"]
mod fork;

/// Line and column, both from 1, as `--log-ic` counts them.
pub(crate) type At = (u32, u32);

pub(crate) struct Ours {
    pub answers: Vec<String>,
    /// The last state of each inline cache, in the letters of `--log-ic`.
    pub sites: BTreeMap<At, char>,
}

/// A booted engine, of which each program gets a copy.
pub(crate) fn boot(release: Release) -> Engine {
    let major = if release == Release::Node24 { 24 } else { 20 };
    let path = format!("{}/target/node-library/node-{major}.bin", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}; `cargo xtask setup` makes it"));
    Engine::boot(Library::read(&bytes).expect("Node's library")).expect("the engine boots")
}

pub(crate) fn run(engine: &mut Engine, source: &str, release: Release, feedback: bool) -> Result<Ours, String> {
    let bytes = fork::in_child(|| told(engine, source, release, feedback).into_bytes())?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (answers, sites) = text.split_once("\n\u{0}\n").ok_or_else(|| text.clone())?;
    let site = |line: &str| {
        let mut parts = line.split(' ');
        Some(((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?), parts.next()?.chars().next()?))
    };
    Ok(Ours { answers: answers.lines().map(String::from).collect(), sites: sites.lines().filter_map(site).collect() })
}

/// What it printed, and behind it the caches: line, column, letter.
fn told(engine: &mut Engine, source: &str, release: Release, feedback: bool) -> String {
    let file = File { path: Rc::from("/home/reader/main.js"), content: Rc::from(source.as_bytes()) };
    let profile = if release == Release::Node24 { Profile::Node24 } else { Profile::Node20 };
    let program = Program { entry: file.path.clone(), files: vec![file], settings: Settings { profile, ..Settings::default() } };
    let mut options = vec!["--allow-natives-syntax".to_owned()];
    options.extend(feedback.then(|| "--no-lazy-feedback-allocation".to_owned()));
    engine.set_command_line(CommandLine { options, ..CommandLine::default() });
    if let Err(sentence) = engine.begin(&program, Bounds::COMMAND_LINE, true) {
        return sentence;
    }
    while engine.advance() == Progress::More {}
    let mut trace = Trace::new();
    trace.append(engine.take_chunk());
    let (printed, errors) = (engine.take_output(OutputStream::Stdout), engine.take_output(OutputStream::Stderr));
    if !errors.is_empty() {
        return String::from_utf8_lossy(&errors).into_owned();
    }
    let mut text = String::from_utf8_lossy(&printed).into_owned() + "\n\u{0}\n";
    for (_, _, cache) in trace.caches().all_at(StepId(u32::MAX)) {
        let letter = match cache.state {
            CacheState::Monomorphic => '1',
            CacheState::Polymorphic => 'P',
            CacheState::Megamorphic => 'N',
        };
        // V8 names the key's place, the trace that of the dot or bracket before it.
        let mark = source.get(cache.offset as usize..).is_some_and(|rest| rest.starts_with(['.', '[']));
        let before = source.get(..cache.offset as usize + usize::from(mark)).unwrap_or_default();
        let (line, column) = (before.matches('\n').count() + 1, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1);
        text.push_str(&format!("{line} {column} {letter}\n"));
    }
    text
}
