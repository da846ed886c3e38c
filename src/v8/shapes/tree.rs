//! The transition tree as it can be drawn.

use super::descriptor::{Attributes, PropertyKind};
use super::elements_kind::ElementsKind;
use super::heap::Shapes;
use super::key::{Key, MapId};
use super::map::Edge;
use super::prototypes::Prototype;
use super::roots::Class;

/// One map, for drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapView {
    /// Its number.
    pub id: MapId,
    /// The map that it came from, with the step; none for a root, and for a map that was made for one object alone.
    pub parent: Option<(MapId, Edge)>,
    /// Whether the way from the parent is still a transition: the next object that takes the same step comes here.
    pub linked: bool,
    /// The class of its objects.
    pub class: Class,
    /// Their prototype.
    pub prototype: Prototype,
    /// Their properties in order. Empty in dictionary mode.
    pub properties: Vec<(Key, PropertyKind, Attributes)>,
    /// Slots inside of the object, used or not.
    pub in_object_slots: usize,
    /// Fields inside of the object.
    pub in_object: usize,
    /// Fields in the property array beside the object.
    pub out_of_object: usize,
    /// The kind of their elements.
    pub elements: ElementsKind,
    /// Whether it is of dictionary mode: the properties are in a hash table of the object's.
    pub dictionary: bool,
    /// Whether it was replaced by a more general map.
    pub deprecated: bool,
    /// Whether properties may be added.
    pub extensible: bool,
    /// Whether it is the map of a prototype.
    pub is_prototype_map: bool,
    /// The number of objects that have this map now.
    pub instances: u32,
}

impl MapView {
    /// The name of the class of its objects, with a word on a missing prototype.
    #[must_use]
    pub fn class_name(&self) -> String {
        let class = match self.class {
            Class::Object => "Object",
            Class::Array => "Array",
            Class::Function => "Function",
            Class::Arguments => "Arguments",
            Class::TypedArray => "TypedArray",
            Class::Other(_) => "built-in",
        };
        match self.prototype {
            Prototype::Null => format!("{class} without prototype"),
            _ => class.to_owned(),
        }
    }
}

impl Shapes {
    /// Every map there ever was, in the order they were made.
    pub fn tree(&self) -> impl Iterator<Item = MapView> + '_ {
        (0..self.maps.len()).map_while(|index| u32::try_from(index).ok()).map(|index| self.view(MapId(index)))
    }

    /// Whether a map was replaced by one that is more general.
    #[must_use]
    pub fn is_map_deprecated(&self, map: MapId) -> bool {
        self.map(map).deprecated
    }

    /// The number of maps.
    #[must_use]
    pub fn len(&self) -> usize {
        self.maps.len()
    }

    /// Whether there is no map yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.maps.is_empty()
    }

    /// One map as it is now.
    #[must_use]
    pub fn view(&self, id: MapId) -> MapView {
        let map = self.map(id);
        let (fields, slots) = (self.fields(id).count(), map.in_object);
        MapView {
            id,
            parent: map.drawn_from.clone(),
            linked: map.drawn_from.as_ref().is_some_and(|(from, edge)| self.map(*from).transition(edge) == Some(id)),
            class: map.class,
            prototype: map.prototype,
            properties: self.own_descriptors(id).iter().map(|own| (own.key.clone(), own.kind(), own.attributes)).collect(),
            in_object_slots: slots,
            in_object: fields.min(slots),
            out_of_object: fields.saturating_sub(slots),
            elements: map.elements,
            dictionary: map.dictionary,
            deprecated: map.deprecated,
            extensible: map.extensible,
            is_prototype_map: map.is_prototype_map(),
            instances: map.instances,
        }
    }
}
