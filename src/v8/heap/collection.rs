//! What a collection is asked to be, and what it has done.

use serde::{Deserialize, Serialize};

use super::kind::ObjectId;
pub use trace::Collector;

/// Why, in V8's words (`Heap::GarbageCollectionReasonToString`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// The new space is full.
    AllocationFailure,
    /// The new space is full, but what would be promoted might not find room.
    ScavengeMightNotSucceed,
    /// Room in the old generation was asked for.
    OldSpaceRequested,
    /// Incremental marking has ended while the program ran.
    FinalizeViaStackGuard,
    /// Incremental marking has ended between two turns of the event loop.
    FinalizeViaTask,
    /// Young buffers hold too many bytes.
    ExternalMemoryPressure,
    /// The new space is 80 % full at a turn of the event loop.
    Task,
    /// Nothing else is left before the program is given up.
    LastResort,
    /// `gc()`, `v8.writeHeapSnapshot()`.
    Testing,
}

impl Reason {
    /// What `--trace-gc` says.
    pub fn text(self) -> &'static str {
        match self {
            Self::AllocationFailure => "allocation failure; ",
            Self::ScavengeMightNotSucceed => "allocation failure; scavenge might not succeed",
            Self::OldSpaceRequested => "allocation failure; GC in old space requested",
            Self::FinalizeViaStackGuard => "finalize incremental marking via stack guard; GC in old space requested",
            Self::FinalizeViaTask => "finalize incremental marking via task; GC in old space requested",
            Self::ExternalMemoryPressure => "external memory pressure; ",
            Self::Task => "task; ",
            Self::LastResort => "last resort; GC in old space requested",
            Self::Testing => "testing; GC in old space requested",
        }
    }
}

/// A collection that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collection {
    /// Which collector.
    pub kind: Collector,
    /// Why.
    pub reason: Reason,
}

/// Bytes in use by space, Node's own share included (divided by the scale).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// The semispace that is allocated in.
    pub new_space: u64,
    /// Large objects that have survived nothing yet.
    pub new_large: u64,
    /// Old space, with code, maps and trusted objects.
    pub old_space: u64,
    /// Large objects that have survived.
    pub large: u64,
    /// Outside of V8's heap.
    pub external: u64,
    /// Capacity of one semispace.
    pub semi_space: u64,
    /// Committed: both semispaces and the old generation's pages.
    pub committed: u64,
}

impl Usage {
    /// All bytes in V8's heap.
    pub fn heap(&self) -> u64 {
        self.new_space + self.new_large + self.old_space + self.large
    }
}

/// What a collection has done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Collected {
    /// Which, and why.
    pub collection: Collection,
    /// 1 for the first of the program.
    pub number: u32,
    /// What died, in order of birth.
    pub died: Vec<ObjectId>,
    /// What went from the new to the old generation.
    pub promoted: Vec<ObjectId>,
    /// What was copied to the other semispace.
    pub copied: Vec<ObjectId>,
    /// Bytes in use before.
    pub before: Usage,
    /// Bytes in use after.
    pub after: Usage,
    /// At so many bytes of the old generation the next mark-compact begins.
    pub old_limit: u64,
    /// Steps of incremental marking that came before.
    pub marking_steps: u32,
    /// The share of time left to the program since the last mark-compact, estimated; as `current mu`.
    pub mutator_utilization: f64,
    /// Its average, as `average mu`.
    pub average_mutator_utilization: f64,
    /// How long V8 would have paused, estimated, in milliseconds.
    pub pause: f64,
}
