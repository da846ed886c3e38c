//! The programs in our engine, recorded: what they print, and the inline caches in the trace.

use std::collections::BTreeMap;

use node::Engine;
use trace::{CacheState, Profile, StepId, Trace};

use crate::engine;

/// Line and column, both from 1, as `--log-ic` counts them.
pub(crate) type At = (u32, u32);

pub(crate) struct Ours {
    /// The output of the program.
    pub answers: String,
    /// The last state of each inline cache, in the letters of `--log-ic`.
    pub sites: BTreeMap<At, char>,
}

pub(crate) fn run(engine: &mut Engine, source: &str, profile: Profile, feedback: bool) -> Result<Ours, String> {
    let mut options = vec!["--allow-natives-syntax".to_owned()];
    options.extend(feedback.then(|| "--no-lazy-feedback-allocation".to_owned()));
    let (answers, sites) = engine::record_apart(engine, profile, &options, source, |ended| (ended.stdout.clone(), sites(&ended.trace, source)))?;
    Ok(Ours { answers, sites: sites.into_iter().collect() })
}

fn sites(trace: &Trace, source: &str) -> Vec<(At, char)> {
    let caches = trace.caches();
    let last = caches.all_at(StepId(u32::MAX));
    let site = |offset: usize, state: CacheState| {
        let letter = match state {
            CacheState::Monomorphic => '1',
            CacheState::Polymorphic => 'P',
            CacheState::Megamorphic => 'N',
        };
        // V8 names the key's place, the trace that of the dot or bracket before it.
        let mark = source.get(offset..).is_some_and(|rest| rest.starts_with(['.', '[']));
        let before = source.get(..offset + usize::from(mark)).unwrap_or_default();
        let (line, column) = (before.matches('\n').count() + 1, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1);
        let number = |count: usize| u32::try_from(count).expect("a program is short");
        ((number(line), number(column)), letter)
    };
    last.map(|(_, _, cache)| site(cache.offset as usize, cache.state)).collect()
}
