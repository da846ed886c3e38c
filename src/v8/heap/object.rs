//! An object as the heap keeps it: two parts, each with a place.

use serde::{Deserialize, Serialize};

/// A space, as far as it is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// The semispace that is allocated in.
    NewSpace,
    /// Large objects that have survived nothing yet.
    NewLargeObjectSpace,
    /// Old space.
    OldSpace,
    /// Large objects that have survived.
    LargeObjectSpace,
}

impl Place {
    /// It is of the new generation.
    pub fn is_young(self) -> bool {
        matches!(self, Self::NewSpace | Self::NewLargeObjectSpace)
    }

    /// Where a survivor goes in the end.
    pub(super) fn promoted(self) -> Self {
        match self {
            Self::NewSpace | Self::OldSpace => Self::OldSpace,
            Self::NewLargeObjectSpace | Self::LargeObjectSpace => Self::LargeObjectSpace,
        }
    }
}

/// How old a young part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// Asked for, but there was no room: it gets its place after the collection.
    Waiting,
    /// Has survived nothing.
    Born,
    /// Was copied once; is promoted next (`Heap::ShouldBePromoted`).
    Copied,
}

/// A piece of V8's heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) bytes: u64,
    pub(super) place: Place,
    pub(super) age: Age,
}

impl Part {
    pub(super) const NONE: Self = Self { bytes: 0, place: Place::OldSpace, age: Age::Copied };

    pub(super) fn is_young(&self) -> bool {
        self.bytes > 0 && self.place.is_young()
    }

    pub(super) fn is_waiting(&self) -> bool {
        self.bytes > 0 && self.age == Age::Waiting
    }
}

/// An object of the program.
#[derive(Clone, Copy, Debug)]
pub(super) struct Object {
    pub(super) head: Part,
    pub(super) store: Part,
    pub(super) external: u64,
    /// It stands in the list of objects with a young part.
    pub(super) listed: bool,
}

impl Object {
    pub(super) fn is_young(&self) -> bool {
        self.head.is_young() || self.store.is_young()
    }
}

/// Where an object lies, for a viewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whereabouts {
    /// Of the object itself.
    pub place: Place,
    /// Of its backing store, if it has one.
    pub store: Option<Place>,
    /// Bytes of the object itself.
    pub bytes: u64,
    /// Bytes of its backing store in V8's heap.
    pub store_bytes: u64,
    /// Bytes outside of V8's heap.
    pub external: u64,
    /// It was copied once and will be promoted at the next scavenge.
    pub survived_once: bool,
}
