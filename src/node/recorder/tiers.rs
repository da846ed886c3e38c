//! Compilers: what they did goes into the trace.

use super::Tables;
use crate::isolate::{Compiled, Isolate};
use trace::{StepId, TierChange, TierEvent};
use v8::tiers::Change;

/// The most changes that are recorded of a run.
const MOST: usize = 20_000;

/// The compilers' changes of one run.
#[derive(Default)]
pub(super) struct Tiers {
    recorded: usize,
    changes: Vec<TierChange>,
}

impl Tiers {
    /// The news since this was last asked.
    pub(super) fn take(&mut self) -> Vec<TierChange> {
        std::mem::take(&mut self.changes)
    }

    /// Records the compilers' changes since they were last looked at.
    pub(super) fn look_at(&mut self, isolate: &mut Isolate, step: StepId, tables: &mut Tables) {
        for compiled in isolate.take_compiled() {
            if self.recorded < MOST
                && let Some(change) = change(&compiled, step, tables)
            {
                self.recorded += 1;
                self.changes.push(change);
            }
        }
    }
}

fn change(compiled: &Compiled, step: StepId, tables: &mut Tables) -> Option<TierChange> {
    let script = tables.script_of(&compiled.path)?;
    let function = tables.function_at(script, compiled.span);
    let event = match compiled.change {
        Change::Vector => TierEvent::Feedback,
        Change::Requested(tier) => TierEvent::Requested(tier),
        Change::Compiled { tier, osr } => TierEvent::Compiled { tier, osr: osr.is_some() },
        Change::Deoptimized { tier, reason, lazy, .. } => {
            let place = compiled.at.as_ref().and_then(|(path, at)| Some((tables.script_of(path)?, *at)));
            TierEvent::Deoptimized { tier, reason: tables.text(reason.text()), place, lazy }
        }
    };
    Some(TierChange { step, script, function, event })
}
