//! Following and making transitions (`src/objects/transitions.cc`, `map.cc`: `TransitionToDataProperty`, `TransitionToAccessorProperty`).

use trace::Profile;

use super::descriptor::{Accessors, Attributes, Constness, Content, Descriptor, PropertyKind};
use super::elements_kind::ElementsKind;
use super::heap::Shapes;
use super::key::{Key, MapId};
use super::map::{Edge, Map};
use super::object::StoreOrigin;
use super::roots::Class;
use super::value::{Representation, ValueKind};

/// `kMaxNumberOfDescriptors`.
pub(super) const MOST_DESCRIPTORS: usize = 1020;
/// `TransitionsAccessor::kMaxNumberOfTransitions`.
const MOST_TRANSITIONS: usize = 1024 + 512;
/// `--fast-properties-soft-limit`: fields outside of the object, by keyed stores.
const KEYED_LIMIT: usize = 12;
/// `--max-fast-properties`: changed fields outside of the object, by named stores.
const NAMED_LIMIT: usize = 128;
/// `JSObject::kFieldsAdded`: the property array outside of the object grows by three.
const FIELDS_ADDED: usize = 3;

impl Shapes {
    /// `Map::TransitionToDataProperty`, for a map that is no dictionary's.
    pub(super) fn with_data(&mut self, map: MapId, key: &Key, attributes: Attributes, value: Option<ValueKind>, origin: StoreOrigin) -> MapId {
        let map = self.updated(map);
        if let Some(to) = self.map(map).transition(&Edge::Property(key.clone(), PropertyKind::Data, attributes)) {
            return self.prepared(to, self.map(to).own - 1, value, Constness::Const);
        }
        if self.too_many_fast_properties(map, origin) || self.map(map).own >= MOST_DESCRIPTORS {
            return self.normalize(map);
        }
        let content = field(self.map(map), value);
        self.with_descriptor(map, Descriptor { key: key.clone(), attributes, content })
    }

    /// `Map::TransitionToAccessorProperty`, for a map that is no dictionary's.
    pub(super) fn with_accessors(&mut self, map: MapId, key: &Key, attributes: Attributes, accessors: Accessors) -> MapId {
        let map = self.updated(map);
        if let Some(to) = self.map(map).transition(&Edge::Property(key.clone(), PropertyKind::Accessor, attributes)) {
            let same = self.own_descriptors(to).last().is_some_and(|last| last.content == Content::Accessors(accessors));
            return if same { to } else { self.normalize(map) };
        }
        if let Some(index) = self.find(map, key) {
            return self.with_accessors_over(map, index, accessors, attributes);
        }
        if self.map(map).own >= MOST_DESCRIPTORS || self.too_many_fast_properties(map, StoreOrigin::Named) {
            return self.normalize(map);
        }
        self.with_descriptor(map, Descriptor { key: key.clone(), attributes, content: Content::Accessors(accessors) })
    }

    /// A property of the name exists: only the missing half of the last accessor pair can be added in fast mode.
    fn with_accessors_over(&mut self, map: MapId, index: usize, accessors: Accessors, attributes: Attributes) -> MapId {
        let old = self.own_descriptors(map)[index].clone();
        let Content::Accessors(pair) = old.content else { return self.normalize(map) };
        if index + 1 != self.map(map).own
            || old.attributes != attributes
            || overwrites(pair.get, accessors.get)
            || overwrites(pair.set, accessors.set)
        {
            return self.normalize(map);
        }
        let both = Accessors { get: accessors.get.or(pair.get), set: accessors.set.or(pair.set) };
        if both == pair {
            return map;
        }
        // `CopyInsertDescriptor` replaces the descriptor, in a map that is linked from the one before.
        let edge = Edge::Property(old.key.clone(), PropertyKind::Accessor, attributes);
        let new = self.copy_to_link(map);
        let descriptors = self.map(new).descriptors;
        self.array_of_descriptors(descriptors)[index].content = Content::Accessors(both);
        self.link(map, edge, new);
        new
    }

    /// `Map::TooManyFastProperties`.
    fn too_many_fast_properties(&self, map: MapId, origin: StoreOrigin) -> bool {
        let fields = self.fields(map);
        let (total, in_object) = (fields.count(), self.map(map).in_object);
        if unused(total, in_object) != 0 || self.map(map).is_prototype_map() {
            return false;
        }
        match origin {
            // Node 24 has the limit as a flag still, but was not seen to keep it.
            StoreOrigin::Named if self.profile >= Profile::Node22 => total > MOST_DESCRIPTORS,
            StoreOrigin::Named => {
                let mutable = self.fields(map).filter(|field| field.is_mutable_field()).count();
                mutable.saturating_sub(in_object) > NAMED_LIMIT.max(in_object) || total > MOST_DESCRIPTORS
            }
            StoreOrigin::Keyed => total.saturating_sub(in_object) > KEYED_LIMIT.max(in_object),
        }
    }

    pub(super) fn fields(&self, map: MapId) -> impl Iterator<Item = &Descriptor> {
        self.own_descriptors(map).iter().filter(|descriptor| descriptor.is_field())
    }

    /// `Map::CopyAddDescriptor`: the map with one property more, in the tree unless it is a prototype's or its parent is full.
    pub(super) fn with_descriptor(&mut self, map: MapId, descriptor: Descriptor) -> MapId {
        let edge = Edge::Property(descriptor.key.clone(), descriptor.kind(), descriptor.attributes);
        let from = self.map(map);
        if from.is_prototype_map() || !self.can_have_more_transitions(map) {
            let new = self.copy_map(map, Some(edge));
            let descriptors = self.map(new).descriptors;
            self.array_of_descriptors(descriptors).push(descriptor.most_general());
            self.maps[new.index()].own += 1;
            return new;
        }
        let (own, mut descriptors) = (from.own, from.descriptors);
        if self.array_of_descriptors(descriptors).len() != own {
            let copied = self.own_descriptors(map).to_vec();
            descriptors = self.new_descriptors(copied);
        }
        self.array_of_descriptors(descriptors).push(descriptor);
        let child = Map {
            descriptors,
            own: own + 1,
            back: Some(map),
            transitions: Vec::new(),
            instances: 0,
            deprecated: false,
            drawn_from: Some((map, edge.clone())),
            ..self.map(map).clone()
        };
        let child = self.add_map(child);
        self.maps[map.index()].transitions.push((edge, child));
        child
    }

    pub(super) fn can_have_more_transitions(&self, map: MapId) -> bool {
        let map = self.map(map);
        !map.dictionary && !map.is_prototype_map() && map.transitions.len() < MOST_TRANSITIONS
    }

    /// `Map::ConnectTransition`.
    pub(super) fn link(&mut self, from: MapId, edge: Edge, to: MapId) {
        if !self.can_have_more_transitions(from) {
            return;
        }
        let root = self.map(from).root;
        let child = &mut self.maps[to.index()];
        (child.back, child.root, child.drawn_from) = (Some(from), root, Some((from, edge.clone())));
        let transitions = &mut self.maps[from.index()].transitions;
        transitions.retain(|(found, _)| *found != edge);
        transitions.push((edge, to));
    }

    /// `Map::TransitionElementsTo`.
    pub(super) fn with_elements(&mut self, map: MapId, kind: ElementsKind) -> MapId {
        let from = self.map(map);
        if from.elements == kind {
            return map;
        }
        if from.class == Class::Array
            && from.own == 0
            && !from.dictionary
            && self.map(from.root).elements == ElementsKind::PackedSmi
            && from.extensible
        {
            // `js_array_maps`: an array without properties of its own goes from each kind to each.
            let root = from.root;
            return self.as_elements_kind(root, kind);
        }
        if from.dictionary || from.is_prototype_map() || (kind.is_fast() && !from.elements.leads_to(kind)) {
            let new = self.copy_map(map, Some(Edge::Elements(kind)));
            self.maps[new.index()].elements = kind;
            return new;
        }
        let map = self.updated(map);
        self.reconfigured_elements(map, kind)
    }

    /// `Map::AsElementsKind`: the map a step along the elements kinds, every step between being a transition.
    pub(super) fn as_elements_kind(&mut self, map: MapId, kind: ElementsKind) -> MapId {
        let from = self.map(map).elements;
        if from == kind {
            return map;
        }
        let next = next_kind(from, kind);
        let edge = Edge::Elements(next);
        let step = match self.map(map).transition(&edge) {
            Some(step) => step,
            None => {
                let step = self.copy_to_link(map);
                self.maps[step.index()].elements = next;
                self.link(map, edge, step);
                step
            }
        };
        self.as_elements_kind(step, kind)
    }
}

/// `GetNextTransitionElementsKind`: the fast kinds stand in one line; the others are reached in one step from any.
fn next_kind(from: ElementsKind, to: ElementsKind) -> ElementsKind {
    use ElementsKind::{Holey, HoleyDouble, HoleySmi, Packed, PackedDouble, PackedSmi};
    const LINE: [ElementsKind; 6] = [PackedSmi, HoleySmi, PackedDouble, HoleyDouble, Packed, Holey];
    let place = |kind| LINE.iter().position(|found| *found == kind);
    match (place(from), place(to)) {
        (Some(at), Some(end)) if at < end => LINE[at + 1],
        _ => to,
    }
}

fn overwrites(old: Option<super::key::FunctionId>, new: Option<super::key::FunctionId>) -> bool {
    old.is_some() && new.is_some() && old != new
}

/// `Map::UnusedPropertyFields`.
pub(super) fn unused(fields: usize, in_object: usize) -> usize {
    if fields <= in_object { in_object - fields } else { (FIELDS_ADDED - (fields - in_object) % FIELDS_ADDED) % FIELDS_ADDED }
}

/// A new field. Those of arrays are as general as can be, so that elements kinds can be changed beneath them.
fn field(map: &Map, value: Option<ValueKind>) -> Content {
    let general = matches!(map.class, Class::Array | Class::Arguments);
    let representation = match value {
        _ if general => Representation::Tagged,
        Some(value) => Representation::of(value),
        None => Representation::None,
    };
    Content::Field { representation, constness: Constness::Const }
}
