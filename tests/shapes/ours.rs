//! The programs in our engine, recorded: what they print, and the inline caches in the trace.

use std::collections::BTreeMap;

use node::Engine;
use trace::{CacheState, Profile, StepId};

use crate::engine;

#[path = "../../src/cli/fork.rs"]
mod fork;

/// Line and column, both from 1, as `--log-ic` counts them.
pub(crate) type At = (u32, u32);

pub(crate) struct Ours {
    pub answers: Vec<String>,
    /// The last state of each inline cache, in the letters of `--log-ic`.
    pub sites: BTreeMap<At, char>,
}

pub(crate) fn run(engine: &mut Engine, source: &str, profile: Profile, feedback: bool) -> Result<Ours, String> {
    let bytes = fork::in_child(|| told(engine, source, profile, feedback).into_bytes())?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (answers, sites) = text.split_once("\n\u{0}\n").ok_or_else(|| text.clone())?;
    let site = |line: &str| {
        let mut parts = line.split(' ');
        Some(((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?), parts.next()?.chars().next()?))
    };
    Ok(Ours { answers: answers.lines().map(String::from).collect(), sites: sites.lines().filter_map(site).collect() })
}

/// What it printed, and behind it the caches: line, column, letter.
fn told(engine: &mut Engine, source: &str, profile: Profile, feedback: bool) -> String {
    let mut options = vec!["--allow-natives-syntax".to_owned()];
    options.extend(feedback.then(|| "--no-lazy-feedback-allocation".to_owned()));
    let engine::Ended { stdout, stderr, code, trace } = match engine::run(engine, profile, &options, source, true) {
        Ok(ended) => ended,
        Err(sentence) => return sentence,
    };
    if code != 0 || !stderr.is_empty() {
        return format!("exit {code}: {stderr}");
    }
    let mut text = stdout + "\n\u{0}\n";
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
