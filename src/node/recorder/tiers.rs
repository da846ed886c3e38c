//! Compilers: what they did goes into the trace.

use super::Tables;
use crate::isolate::{Compiled, Isolate};
use trace::{CodeExit, StepId, TierChange};

/// The most changes that are recorded of a run.
const MOST: usize = 20_000;

/// The compilers' changes of one run.
#[derive(Default)]
pub(super) struct Tiers {
    recorded: usize,
    pub(super) changes: Vec<TierChange>,
}

impl Tiers {
    /// Records the compilers' changes since they were last looked at.
    pub(super) fn look_at(&mut self, isolate: &mut Isolate, step: StepId, tables: &mut Tables) {
        for compiled in isolate.take_compiled() {
            if self.recorded < MOST
                && let Some(change) = change(compiled, step, tables)
            {
                self.recorded += 1;
                self.changes.push(change);
            }
        }
    }
}

fn change(compiled: Compiled, step: StepId, tables: &mut Tables) -> Option<TierChange> {
    let script = tables.script_of(&compiled.path)?;
    let function = tables.function_at(script, compiled.span);
    let event = compiled.event.map(|exit| CodeExit {
        reason: tables.text(exit.reason.text()),
        place: exit.place.as_ref().and_then(|(path, at)| Some((tables.script_of(path)?, *at))),
    });
    Some(TierChange { step, script, function, event })
}
