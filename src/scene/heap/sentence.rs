//! What the newest collection did, and why it came.

use super::{Moment, bytes};
use trace::{Amount, CollectionReason, Collector, HeapCollection, StepId};

/// The newest collection at the step: when it came, and the sentence.
pub(super) fn newest(moment: Moment<'_>) -> Option<(StepId, String)> {
    let (_, since, collection) = moment.trace.collections().all_at(moment.snapshot.step).last()?;
    Some((since, words(collection)))
}

fn words(it: &HeapCollection) -> String {
    let (collector, survived) = match it.collector {
        Collector::Scavenge => ("A scavenge", format!("{} survived in the new space", amount(it.copied))),
        Collector::MarkCompact => ("A mark-compact", String::new()),
    };
    let parts = [survived, format!("{} moved to the old generation", amount(it.promoted)), format!("{} freed", amount(it.freed))];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let (last, first) = parts.split_last().map_or(("", &[][..]), |(last, first)| (last.as_str(), first));
    let pause = f64::from(it.pause) / 1000.0;
    format!("{collector}, because {}: {} and {last} (about {pause:.2} ms, a model).", why(it.reason), first.join(", "))
}

fn why(reason: CollectionReason) -> &'static str {
    match reason {
        CollectionReason::NewSpaceFull => "the new space was full",
        CollectionReason::NoRoomToPromote => "the new space was full and the old generation might not have had room for what survives",
        CollectionReason::OldSpaceFull => "the old generation had no room left",
        CollectionReason::MarkingDone => "the old generation had reached its limit and all that is alive had been marked",
        CollectionReason::Buffers => "buffers of young objects took too much memory",
        CollectionReason::NearlyFull => "the new space was nearly full and the event loop turned",
        CollectionReason::LastResort => "nothing else was left before giving up",
        CollectionReason::Asked => "the program called gc()",
    }
}

fn amount(it: Amount) -> String {
    match it.objects {
        0 => "nothing".to_owned(),
        1 => format!("1\u{a0}object ({})", whole(it.bytes)),
        count => format!("{count}\u{a0}objects ({})", whole(it.bytes)),
    }
}

/// Bytes that no line breaks.
fn whole(count: u64) -> String {
    bytes(count).replace(' ', "\u{a0}")
}
