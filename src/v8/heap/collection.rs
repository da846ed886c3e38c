//! A collection that is due, and the result of one that is done.

use serde::{Deserialize, Serialize};
use trace::{Amount, CollectionReason, Collector, HeapCollection, SpaceUsage};

use super::kind::ObjectId;

/// A collection that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collection {
    /// The collector that does it.
    pub collector: Collector,
    /// The reason for it.
    pub reason: CollectionReason,
    /// Whether a task does it between two turns of the event loop; else it comes while the program runs.
    pub at_turn: bool,
}

impl Collection {
    /// A collection while the program runs.
    #[must_use]
    pub fn now(collector: Collector, reason: CollectionReason) -> Self {
        Self { collector, reason, at_turn: false }
    }

    /// The reason in V8's words (`Heap::GarbageCollectionReasonToString`), as `--trace-gc` prints it.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self.reason {
            CollectionReason::NewSpaceFull => "allocation failure; ",
            CollectionReason::NoRoomToPromote => "allocation failure; scavenge might not succeed",
            CollectionReason::OldSpaceFull => "allocation failure; GC in old space requested",
            CollectionReason::MarkingDone if self.at_turn => "finalize incremental marking via task; GC in old space requested",
            CollectionReason::MarkingDone => "finalize incremental marking via stack guard; GC in old space requested",
            CollectionReason::Buffers => "external memory pressure; ",
            CollectionReason::NearlyFull => "task; ",
            CollectionReason::LastResort => "last resort; GC in old space requested",
            CollectionReason::Asked => "testing; GC in old space requested",
        }
    }
}

/// Bytes in use, Node's own share included (divided by the scale), and bytes committed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Bytes in use by space: old space with code, maps and trusted objects.
    pub spaces: SpaceUsage,
    /// Bytes committed: both semispaces and the old generation's pages.
    pub committed: u64,
}

/// The result of a collection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Collected {
    /// The collection that was due.
    pub collection: Collection,
    /// Its number in the program, from 1.
    pub number: u32,
    /// Objects that died, in order of birth.
    pub died: Vec<ObjectId>,
    /// Objects that went from the new to the old generation.
    pub promoted: Vec<ObjectId>,
    /// Objects that were copied to the other semispace.
    pub copied: Vec<ObjectId>,
    /// Bytes in use before.
    pub before: Usage,
    /// Bytes in use after.
    pub after: Usage,
    /// Bytes of the old generation at which the next mark-compact begins.
    pub old_limit: u64,
    /// Steps of incremental marking that came before.
    pub marking_steps: u32,
    /// The share of time left to the program since the last mark-compact, estimated; as `current mu`.
    pub mutator_utilization: f64,
    /// The average of that share, as `average mu`.
    pub average_mutator_utilization: f64,
    /// The pause that V8 would have made, estimated, in milliseconds.
    pub pause: f64,
}

impl Collected {
    /// The collection as the trace has it. `moved` and `died` give the bytes, in V8's heap, of an object that has moved or died.
    pub fn summary(&self, moved: impl Fn(ObjectId) -> u64, died: impl Fn(ObjectId) -> u64) -> HeapCollection {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some milliseconds")]
        let pause = (self.pause * 1000.0) as u32;
        HeapCollection {
            collector: self.collection.collector,
            reason: self.collection.reason,
            copied: amount(&self.copied, &moved),
            promoted: amount(&self.promoted, &moved),
            freed: amount(&self.died, &died),
            before: self.before.spaces.used(),
            after: self.after.spaces.used(),
            pause,
        }
    }
}

fn amount(objects: &[ObjectId], bytes: impl Fn(ObjectId) -> u64) -> Amount {
    let mut amount = Amount::default();
    for id in objects {
        amount.add(bytes(*id));
    }
    amount
}
