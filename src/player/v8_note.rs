//! What V8 did at a step beside the program's own doing: code that changes, collections. A model's word, so it stands apart from the sentence.

use crate::trace::{Collector, HeapCollection, StepId, TierChange, TierEvent, Trace};

use super::plural;
use super::tiering::name;

/// A clause for each, with semicolons between them: `handle runs in Maglev’s code from its next call on`.
pub(super) fn note(trace: &Trace, step: StepId) -> Option<String> {
    let tiers = trace.tiers();
    let from = tiers.partition_point(|change| change.step < step);
    let changed = tiers[from..].iter().take_while(|change| change.step == step).filter_map(|change| tier(trace, change));
    let collected = collections(trace, step);
    let notes: Vec<String> = changed.chain(collected).collect();
    (!notes.is_empty()).then(|| notes.join("; "))
}

fn tier(trace: &Trace, change: &TierChange) -> Option<String> {
    let name = name(trace, change.script, change.function);
    Some(match change.event {
        TierEvent::Feedback | TierEvent::Requested(_) => return None,
        TierEvent::Compiled { tier, osr: false } => format!("{name} runs in {}’s code from its next call on", tier.name()),
        TierEvent::Compiled { tier, osr: true } => format!("{name}’s loop goes on in {}’s code", tier.name()),
        TierEvent::Deoptimized { tier, reason, .. } => format!("{name} leaves {}’s code: {}", tier.name(), trace.text(reason)),
    })
}

/// In their order. They are told of in the order of their steps.
fn collections(trace: &Trace, step: StepId) -> impl Iterator<Item = String> {
    let told = |number: usize| u32::try_from(number).ok().and_then(|id| trace.collections().told(id).first().map(|(since, it)| (*since, it)));
    let mut first = trace.collections().len();
    while first > 0 && told(first - 1).is_some_and(|(since, _)| since >= step) {
        first -= 1;
    }
    let here = (first..trace.collections().len()).map_while(told).take_while(|(since, _)| *since == step);
    here.map(|(_, it)| collection(it)).collect::<Vec<_>>().into_iter()
}

fn collection(it: &HeapCollection) -> String {
    let collector = match it.collector {
        Collector::Scavenge => "a scavenge",
        Collector::MarkCompact => "a mark-compact",
    };
    match it.freed.objects {
        0 => format!("{collector} frees nothing"),
        count => format!("{collector} frees {}", plural(count as usize, "object")),
    }
}
