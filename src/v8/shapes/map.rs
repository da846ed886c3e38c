//! One hidden class (`src/objects/map.h`).

use std::fmt;

use super::descriptor::{Attributes, PropertyKind};
use super::elements_kind::ElementsKind;
use super::integrity::Integrity;
use super::key::{Key, MapId};
use super::prototypes::Prototype;
use super::roots::Class;

/// A shared array of descriptors: maps of one chain share it, each seeing its own first few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DescriptorsId(pub u32);

/// The step from one map to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edge {
    /// A property was added.
    Property(Key, PropertyKind, Attributes),
    /// The elements became of this kind.
    Elements(ElementsKind),
    /// The object was made non-extensible, sealed or frozen.
    Integrity(Integrity),
    /// The prototype was changed.
    Prototype(Prototype),
}

impl fmt::Display for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Property(key, PropertyKind::Data, _) => write!(f, "+ {key}"),
            Self::Property(key, PropertyKind::Accessor, _) => write!(f, "+ get/set {key}"),
            Self::Elements(kind) => f.write_str(kind.name()),
            Self::Integrity(Integrity::NonExtensible) => f.write_str("preventExtensions"),
            Self::Integrity(Integrity::Sealed) => f.write_str("seal"),
            Self::Integrity(Integrity::Frozen) => f.write_str("freeze"),
            Self::Prototype(_) => f.write_str("other prototype"),
        }
    }
}

/// The use of a map by prototypes, beside the ordinary kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrototypeUse {
    /// No prototype of anything.
    Ordinary,
    /// The map of a prototype; it is fast once something was loaded through it.
    Prototype { should_be_fast: bool },
}

#[derive(Clone, Debug)]
pub(super) struct Map {
    pub class: Class,
    pub prototype: Prototype,
    /// The map at the top of this one's tree: where an update begins to replay the transitions.
    pub root: MapId,
    /// The root that this one, being a root, came of by a change of prototype. Changes of prototype are looked up there.
    pub origin: Option<MapId>,
    /// `GetBackPointer`; a map outside of the transition tree has none.
    pub back: Option<MapId>,
    /// The way here, where there was one, in the tree or not: for drawing.
    pub drawn_from: Option<(MapId, Edge)>,
    pub descriptors: DescriptorsId,
    /// `NumberOfOwnDescriptors`.
    pub own: usize,
    /// Slots for properties inside of the object.
    pub in_object: usize,
    pub elements: ElementsKind,
    pub dictionary: bool,
    pub deprecated: bool,
    pub extensible: bool,
    pub prototype_use: PrototypeUse,
    pub transitions: Vec<(Edge, MapId)>,
    /// Objects that have this map now.
    pub instances: u32,
}

impl Map {
    pub(super) fn is_prototype_map(&self) -> bool {
        matches!(self.prototype_use, PrototypeUse::Prototype { .. })
    }

    pub(super) fn should_be_fast_prototype(&self) -> bool {
        matches!(self.prototype_use, PrototypeUse::Prototype { should_be_fast: true })
    }

    pub(super) fn transition(&self, edge: &Edge) -> Option<MapId> {
        self.transitions.iter().find(|(found, _)| found == edge).map(|(_, to)| *to)
    }
}
