//! V8's heap, as the model has it (`v8::heap`).

use serde::{Deserialize, Serialize};

/// A space of the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Space {
    /// The semispace that is allocated in.
    New,
    /// Large objects that have survived nothing yet.
    NewLarge,
    Old,
    Large,
}

/// What a block of the heap is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum BlockKind {
    Object,
    Array,
    Function,
    /// Variables that closures hold.
    Context,
    String,
    Map,
    Set,
    Buffer,
    Promise,
    Error,
    Other,
}

/// One object of the program in the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeapBlock {
    pub kind: BlockKind,
    /// Where it lies; `None`: it was collected.
    pub space: Option<Space>,
    /// It was copied once, and is promoted next.
    pub survived_once: bool,
    /// In V8's heap, with its backing store.
    pub bytes: u32,
    /// Outside of it.
    pub external: u32,
}

/// What the program has in the heap, in bytes; Node's own share is not in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeapUsage {
    pub new_space: u64,
    pub new_large: u64,
    pub old_space: u64,
    pub large: u64,
    /// Outside of V8's heap.
    pub external: u64,
    /// What one semispace holds, and what Node has of it.
    pub semi_space: u64,
    pub nodes_new: u64,
    /// The most that the program's share of the old generation may come to.
    pub limit: u64,
    /// Everything but the program's objects and that limit is divided by this.
    pub scale: u32,
    /// Objects that are in the heap and not told of one by one: there were too many.
    pub untold: u32,
}

impl HeapUsage {
    /// All of it in V8's heap.
    #[must_use]
    pub fn used(&self) -> u64 {
        self.new_space + self.new_large + self.old_space + self.large
    }
}

/// Which collector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Collector {
    /// Of the new space only.
    Scavenge,
    /// Of everything.
    MarkCompact,
}

/// Why a collection came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CollectionReason {
    /// The new space was full.
    NewSpaceFull,
    /// It was full, but the old generation might not have taken what survives.
    NoRoomToPromote,
    /// The old generation had no room for an object.
    OldSpaceFull,
    /// All that is alive had been marked, step by step, since the old generation reached its limit.
    MarkingDone,
    /// Buffers of young objects took too much memory.
    Buffers,
    /// The new space was nearly full between two turns of the event loop.
    NearlyFull,
    /// Nothing else was left before giving up.
    LastResort,
    /// The program called `gc()`.
    Asked,
}

/// How many objects, and their bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    pub objects: u32,
    pub bytes: u64,
}

impl Amount {
    /// One more.
    pub fn add(&mut self, bytes: u64) {
        self.objects += 1;
        self.bytes += bytes;
    }
}

/// What a collection has done to the program's objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeapCollection {
    pub collector: Collector,
    pub reason: CollectionReason,
    /// Copied to the other semispace.
    pub copied: Amount,
    /// From the new to the old generation.
    pub promoted: Amount,
    pub freed: Amount,
    /// What was in use before and after.
    pub before: u64,
    pub after: u64,
    /// How long V8 would have paused, in microseconds: a model.
    pub pause: u32,
}
