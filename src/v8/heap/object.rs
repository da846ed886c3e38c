//! An object as the heap keeps it: two parts, each with a place.

use serde::{Deserialize, Serialize};
use trace::Space;

/// The age of a young part, by the collections that it has survived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// It found no room, and gets its place after the collection.
    Waiting,
    /// It has survived no collection.
    Born,
    /// It was copied once, and is promoted next (`Heap::ShouldBePromoted`).
    Copied,
}

/// A piece of V8's heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) bytes: u64,
    pub(super) place: Space,
    pub(super) age: Age,
}

impl Part {
    pub(super) const NONE: Self = Self { bytes: 0, place: Space::Old, age: Age::Copied };

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
    /// Whether it stands in the list of objects with a young part.
    pub(super) listed: bool,
}

impl Object {
    pub(super) fn is_young(&self) -> bool {
        self.head.is_young() || self.store.is_young()
    }
}

/// The place of an object, for a viewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whereabouts {
    /// The space of the object itself.
    pub place: Space,
    /// The space of its backing store, if it has one.
    pub store: Option<Space>,
    /// Bytes of the object itself.
    pub bytes: u64,
    /// Bytes of its backing store in V8's heap.
    pub store_bytes: u64,
    /// Bytes outside of V8's heap.
    pub external: u64,
    /// Whether it was copied once and will be promoted at the next scavenge.
    pub survived_once: bool,
}

impl Whereabouts {
    /// The space of its larger part: of the object itself, or of its backing store.
    #[must_use]
    pub fn space(&self) -> Space {
        if self.bytes >= self.store_bytes { self.place } else { self.store.unwrap_or(self.place) }
    }
}
