//! The answers of V8's natives (`src/runtime/runtime-test.cc`). For an object that is not known they are all `false`.

use super::elements_kind::ElementsKind;
use super::heap::Shapes;
use super::key::{MapId, ObjectId};

/// The room that an object takes, in slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extents {
    /// Slots inside of the object, used or not.
    pub in_object: usize,
    /// Properties outside.
    pub outside: usize,
    /// The number of its properties, if it is in dictionary mode.
    pub dictionary: Option<usize>,
    /// The capacity of the elements' backing store.
    pub capacity: u32,
    /// The number of its elements, if they are a dictionary.
    pub sparse: Option<u32>,
    /// Whether it is an array, with a length of its own.
    pub is_array: bool,
}

impl Shapes {
    /// The room that the object takes now.
    #[must_use]
    pub fn extents(&self, object: ObjectId) -> Option<Extents> {
        let found = self.objects.get(object)?;
        let map = self.map(found.map);
        let fields = if map.own > map.in_object { self.fields(found.map).count() } else { 0 };
        let slow = || self.slow.get(&object).map_or(0, super::heap::Slow::len);
        Some(Extents {
            in_object: map.in_object,
            outside: fields.saturating_sub(map.in_object),
            dictionary: map.dictionary.then(slow),
            capacity: found.capacity,
            sparse: (map.elements == ElementsKind::Dictionary).then(|| found.present.count()),
            is_array: found.length.is_some(),
        })
    }

    /// The object's map now.
    #[must_use]
    pub fn map_of(&self, object: ObjectId) -> Option<MapId> {
        self.map_id(object)
    }

    /// `%HaveSameMap(a, b)`.
    #[must_use]
    pub fn have_same_map(&self, a: ObjectId, b: ObjectId) -> bool {
        self.map_id(a).is_some_and(|map| self.map_id(b) == Some(map))
    }

    /// `%HasFastProperties(o)`.
    #[must_use]
    pub fn has_fast_properties(&self, object: ObjectId) -> bool {
        self.map_id(object).is_some_and(|map| !self.map(map).dictionary)
    }

    /// The kind of the object's elements.
    #[must_use]
    pub fn elements_kind(&self, object: ObjectId) -> Option<ElementsKind> {
        self.map_id(object).map(|map| self.map(map).elements)
    }

    fn elements_are(&self, object: ObjectId, asked: impl Fn(ElementsKind) -> bool) -> bool {
        self.elements_kind(object).is_some_and(asked)
    }

    /// `%HasSmiElements(o)`.
    pub fn has_smi_elements(&self, object: ObjectId) -> bool {
        self.elements_are(object, ElementsKind::is_smi)
    }

    /// `%HasDoubleElements(o)`.
    pub fn has_double_elements(&self, object: ObjectId) -> bool {
        self.elements_are(object, ElementsKind::is_double)
    }

    /// `%HasObjectElements(o)`.
    pub fn has_object_elements(&self, object: ObjectId) -> bool {
        self.elements_are(object, ElementsKind::is_object)
    }

    /// `%HasSmiOrObjectElements(o)`.
    #[must_use]
    pub fn has_smi_or_object_elements(&self, object: ObjectId) -> bool {
        self.elements_are(object, |kind| kind.is_smi() || kind.is_object())
    }

    /// `%HasHoleyElements(o)`.
    pub fn has_holey_elements(&self, object: ObjectId) -> bool {
        self.elements_are(object, ElementsKind::is_holey)
    }

    /// `%HasDictionaryElements(o)`.
    #[must_use]
    pub fn has_dictionary_elements(&self, object: ObjectId) -> bool {
        self.elements_are(object, |kind| kind == ElementsKind::Dictionary)
    }

    /// `%HasSloppyArgumentsElements(o)`.
    #[must_use]
    pub fn has_sloppy_arguments_elements(&self, object: ObjectId) -> bool {
        self.elements_are(object, |kind| kind == ElementsKind::SloppyArguments)
    }

    /// Whether the object's map was replaced, so that the object migrates when it is next used.
    #[must_use]
    pub fn is_deprecated(&self, object: ObjectId) -> bool {
        self.map_id(object).is_some_and(|map| self.map(map).deprecated)
    }
}
