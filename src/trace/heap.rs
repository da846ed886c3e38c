//! V8's heap, as the model has it (`v8::heap`).

use serde::{Deserialize, Serialize};

/// A space of the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Space {
    /// The semispace that is allocated in.
    New,
    /// Large objects that have survived nothing yet.
    NewLarge,
    /// The old space: objects that were promoted.
    Old,
    /// Large objects that have survived.
    Large,
}

impl Space {
    /// It is of the new generation.
    #[must_use]
    pub fn is_young(self) -> bool {
        matches!(self, Self::New | Self::NewLarge)
    }

    /// The space where a survivor goes in the end.
    #[must_use]
    pub fn promoted(self) -> Self {
        match self {
            Self::New | Self::Old => Self::Old,
            Self::NewLarge | Self::Large => Self::Large,
        }
    }
}

/// The kind of a block of the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum BlockKind {
    /// An object of no kind below, an instance of a class too.
    Object,
    /// An array, with its elements.
    Array,
    /// A closure or a bound function.
    Function,
    /// Variables that closures hold.
    Context,
    /// A string, joined and cut ones too.
    String,
    /// A `Map`, with its table.
    Map,
    /// A `Set`, with its table.
    Set,
    /// An array buffer, or a view of one.
    Buffer,
    /// A promise.
    Promise,
    /// An error, with the frames of its stack.
    Error,
    /// Anything else: iterators, generators, regular expressions, proxies.
    Other,
}

/// One object of the program in the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeapBlock {
    /// The kind of object that the program sees.
    pub kind: BlockKind,
    /// The space in which it lies; `None`: it was collected.
    pub space: Option<Space>,
    /// It was copied once, and is promoted next.
    pub survived_once: bool,
    /// In V8's heap, with its backing store.
    pub bytes: u32,
    /// Outside of it.
    pub external: u32,
}

/// Bytes in use, by space of V8's heap and outside of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceUsage {
    /// The semispace that is allocated in.
    pub new_space: u64,
    /// Large objects that have survived nothing yet.
    pub new_large: u64,
    /// Objects of ordinary size that were promoted.
    pub old_space: u64,
    /// Large objects that have survived.
    pub large: u64,
    /// Outside of V8's heap.
    pub external: u64,
    /// The capacity of one semispace.
    pub semi_space: u64,
}

impl SpaceUsage {
    /// All bytes in V8's heap.
    #[must_use]
    pub fn used(&self) -> u64 {
        let Self { new_space, new_large, old_space, large, external: _, semi_space: _ } = self;
        new_space + new_large + old_space + large
    }
}

/// The program's share of the heap, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeapUsage {
    /// Without Node's own share.
    pub spaces: SpaceUsage,
    /// Node's own share of the semispace.
    pub nodes_new: u64,
    /// The most that the program's share of the old generation may come to.
    pub limit: u64,
    /// Everything but the program's objects and that limit is divided by this.
    pub scale: u32,
    /// Number of objects that are in the heap and have no block of their own in the trace: there were too many.
    pub unlisted: u32,
}

/// A garbage collector of V8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Collector {
    /// Collects the new space only.
    Scavenge,
    /// Collects the whole heap.
    MarkCompact,
}

/// The reason for a collection.
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

/// A number of objects, and their bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// How many.
    pub objects: u32,
    /// In V8's heap, backing stores among them.
    pub bytes: u64,
}

impl Amount {
    /// Counts one more object.
    pub fn add(&mut self, bytes: u64) {
        self.objects += 1;
        self.bytes += bytes;
    }
}

/// The effect of a collection on the program's objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeapCollection {
    /// Which of V8's collectors did it.
    pub collector: Collector,
    /// Why it was due.
    pub reason: CollectionReason,
    /// Copied to the other semispace.
    pub copied: Amount,
    /// From the new to the old generation.
    pub promoted: Amount,
    /// Dead, and gone from the heap.
    pub freed: Amount,
    /// Bytes in use in V8's heap when it began.
    pub before: u64,
    /// Bytes in use in V8's heap when it was done.
    pub after: u64,
    /// The time for which V8 would have paused, in microseconds: a model.
    pub pause: u32,
}
