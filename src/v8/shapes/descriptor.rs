//! One property as a map describes it (`src/objects/property-details.h`, `descriptor-array.h`).

use super::key::{FunctionId, Key};
use super::value::Representation;

/// A property's attributes, as JavaScript names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Attributes {
    /// The value may be changed.
    pub writable: bool,
    /// `for…in` and `Object.keys` see it.
    pub enumerable: bool,
    /// It may be deleted and redefined.
    pub configurable: bool,
}

impl Attributes {
    /// The attributes that an assignment or a literal gives: all three.
    pub const ALL: Self = Self { writable: true, enumerable: true, configurable: true };
    /// The attributes of a class's method: all but enumerable.
    pub const HIDDEN: Self = Self { writable: true, enumerable: false, configurable: true };
    /// The attributes that `Object.defineProperty` gives when none are named.
    pub const NONE: Self = Self { writable: false, enumerable: false, configurable: false };
}

/// A getter and a setter: the functions, by identity, because maps with different functions are different maps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accessors {
    /// The getter, where there is one.
    pub get: Option<FunctionId>,
    /// The setter, where there is one.
    pub set: Option<FunctionId>,
}

/// Data or accessor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PropertyKind {
    /// A value.
    Data,
    /// A getter, a setter or both.
    Accessor,
}

/// Whether a field has been written since it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Constness {
    Const,
    Mutable,
}

impl Constness {
    pub(super) fn generalize(self, other: Self) -> Self {
        if self == other { self } else { Self::Mutable }
    }
}

/// The place of the property's value: in the object, or (accessors) in the descriptor itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Field { representation: Representation, constness: Constness },
    Accessors(Accessors),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Descriptor {
    pub key: Key,
    pub attributes: Attributes,
    pub content: Content,
}

impl Descriptor {
    pub(super) fn kind(&self) -> PropertyKind {
        match self.content {
            Content::Field { .. } => PropertyKind::Data,
            Content::Accessors(_) => PropertyKind::Accessor,
        }
    }

    pub(super) fn is_field(&self) -> bool {
        self.kind() == PropertyKind::Data
    }

    pub(super) fn is_mutable_field(&self) -> bool {
        matches!(self.content, Content::Field { constness: Constness::Mutable, .. })
    }

    /// The same property with `Integrity`'s restriction of its attributes.
    pub(super) fn restricted(&self, writable: bool, configurable: bool) -> Self {
        let mut copy = self.clone();
        copy.attributes.configurable &= configurable;
        if copy.is_field() {
            copy.attributes.writable &= writable;
        }
        copy
    }
}

impl Descriptor {
    /// The same with a field that holds everything.
    pub(super) fn tagged(mut self) -> Self {
        if let Content::Field { representation, .. } = &mut self.content {
            *representation = Representation::Tagged;
        }
        self
    }

    /// The same with a field that holds everything and may change.
    pub(super) fn most_general(mut self) -> Self {
        if self.is_field() {
            self.content = Content::Field { representation: Representation::Tagged, constness: Constness::Mutable };
        }
        self
    }
}
