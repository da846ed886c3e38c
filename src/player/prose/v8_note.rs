//! V8's own work at a step beside the program's: code that changes, collections. A model's word, so it stands apart from the sentence.

use trace::{Collector, HeapCollection, StepId, TierChange, TierEvent, Trace};

use crate::plural;
use crate::tiering::name;

/// A clause for each, with semicolons between them: `handle runs in Maglev’s code from its next call on`.
pub(super) fn note(trace: &Trace, step: StepId) -> Option<String> {
    let tiers = trace.tiers();
    let from = tiers.partition_point(|change| change.step < step);
    let changed = tiers[from..].iter().take_while(|change| change.step == step).filter_map(|change| tier(trace, change));
    let collected = trace.collections().all_at(step).filter(|(_, since, _)| *since == step).map(|(.., it)| collection(it));
    let notes: Vec<String> = changed.chain(collected).collect();
    (!notes.is_empty()).then(|| notes.join("; "))
}

fn tier(trace: &Trace, change: &TierChange) -> Option<String> {
    let name = name(trace, change.script, change.function);
    Some(match change.event {
        TierEvent::Feedback | TierEvent::Requested(_) => return None,
        TierEvent::Compiled { tier, osr: false } => format!("{name} runs in {}’s code from its next call on", tier.name()),
        TierEvent::Compiled { tier, osr: true } => format!("{name}’s loop goes on in {}’s code", tier.name()),
        TierEvent::Deoptimized { tier, exit, .. } => format!("{name} leaves {}’s code: {}", tier.name(), trace.text(exit.reason)),
    })
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
