//! Compilers: what they did goes into the trace.

use super::Tables;
use crate::isolate::{Compiled, Isolate};
use trace::{CodeExit, Span, StepId, TierChange};

/// So many changes of a run are told of.
const MOST: usize = 20_000;

#[derive(Default)]
pub(super) struct Tiers {
    told: usize,
    pub(super) changes: Vec<TierChange>,
}

impl Tiers {
    pub(super) fn look_at(&mut self, isolate: &mut Isolate, step: StepId, tables: &mut Tables) {
        for compiled in isolate.take_compiled() {
            if self.told < MOST
                && let Some(change) = change(compiled, step, tables)
            {
                self.told += 1;
                self.changes.push(change);
            }
        }
    }
}

fn change(compiled: Compiled, step: StepId, tables: &mut Tables) -> Option<TierChange> {
    let script = tables.script_of(&compiled.path)?;
    let function = tables.function_at(script, span(compiled.span));
    let event = compiled.event.map(|exit| CodeExit {
        reason: tables.text(exit.reason.text()),
        place: exit.place.as_ref().and_then(|(path, at)| Some((tables.script_of(path)?, span(*at)))),
    });
    Some(TierChange { step, script, function, event })
}

fn span((start, end): (u32, u32)) -> Span {
    Span { start, end }
}
