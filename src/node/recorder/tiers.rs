//! Compilers: what they did goes into the trace.

use super::Tables;
use crate::isolate::{Compiled, Isolate};
use trace::{StepId, TierChange, TierEvent};
use v8::tiers::Change;

/// So many changes of a run are told of.
const MOST: usize = 20_000;

#[derive(Default)]
pub(super) struct Tiers {
    told: usize,
    changes: Vec<TierChange>,
}

impl Tiers {
    /// What is new since this was last asked.
    pub(super) fn take(&mut self) -> Vec<TierChange> {
        std::mem::take(&mut self.changes)
    }

    pub(super) fn look_at(&mut self, isolate: &mut Isolate, step: StepId, tables: &mut Tables) {
        for compiled in isolate.take_compiled() {
            if self.told < MOST
                && let Some(change) = change(&compiled, step, tables)
            {
                self.told += 1;
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
