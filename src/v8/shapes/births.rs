//! The births of objects other than arrays (`src/runtime/runtime-literals.cc`, `JSFunction::EnsureHasInitialMap`, `Map::GetObjectCreateMap`).

use trace::Profile;

use super::descriptor::{Attributes, Content, Descriptor};
use super::heap::Shapes;
use super::key::{AllocationSite, FunctionId, Key, MapId, ObjectId};
use super::map::Edge;
use super::object::{Object, StoreOrigin};
use super::prototypes::Prototype;
use super::roots::{Class, EMPTY_LITERAL_SLOTS, LITERAL_ROOTS, Root};
use super::transitions::unused;
use super::value::ValueKind;

/// The contents of an object literal as its text gives them before it is evaluated.
#[derive(Clone, Copy, Debug, Default)]
pub struct Literal<'a> {
    /// The place of the literal, once its function has feedback: large literals of one place then share a map.
    pub site: Option<AllocationSite>,
    /// The keys up to the first computed one or spread, without indices and `__proto__`, in order and as often as they stand there, each with the
    /// kind of its value where that is a constant. Accessors are among them.
    pub properties: &'a [(Key, Option<ValueKind>)],
    /// The number of properties behind those, a spread being one. Indices and `__proto__` do not count.
    pub more: usize,
    /// Whether it says `__proto__: null`.
    pub null_prototype: bool,
}

/// A constructor's slack tracking: spare slots are given back after a few objects.
#[derive(Clone, Copy, Debug)]
pub(super) struct Construction {
    left: u8,
}

/// `Map::kSlackTrackingCounterStart`.
const SLACK_TRACKING: u8 = 7;
/// `JSObject::kGenerousAllocationCount`.
const GENEROUS: usize = 8;
/// The number of slots that a constructor without `this.x =` is taken to need.
const UNKNOWN_PROPERTIES: usize = 2;
/// `JSObject::kMaxInObjectProperties`.
const MOST_IN_OBJECT: usize = 252;

impl Shapes {
    /// An object literal is evaluated: the object has its boilerplate's map. The values follow, each by `add`.
    pub fn literal(&mut self, object: ObjectId, literal: Literal<'_>) {
        let map = self.boilerplate(object, &literal);
        let map = self.updated(map);
        self.born(object, Object::plain(map));
    }

    fn boilerplate(&mut self, object: ObjectId, literal: &Literal<'_>) -> MapId {
        let count = if literal.properties.is_empty() { 0 } else { literal.properties.len() + literal.more };
        if literal.null_prototype {
            return self.root(Root::NullPrototype);
        }
        if count < LITERAL_ROOTS {
            let root = self.root(Root::Literal(if count == 0 { EMPTY_LITERAL_SLOTS } else { count }));
            return literal.properties.iter().fold(root, |map, (key, value)| self.with_placeholder(map, key, *value));
        }
        let Some(site) = literal.site else { return self.large_boilerplate(object, literal) };
        // The first evaluation makes no boilerplate; the second does, and the others copy it.
        match self.boilerplates.get(&site) {
            Some(Some(found)) => *found,
            Some(None) => {
                let map = self.large_boilerplate(object, literal);
                self.boilerplates.insert(site, Some(map));
                map
            }
            None => {
                self.boilerplates.insert(site, None);
                self.large_boilerplate(object, literal)
            }
        }
    }

    fn with_placeholder(&mut self, map: MapId, key: &Key, value: Option<ValueKind>) -> MapId {
        if self.map(map).dictionary {
            return map;
        }
        match self.find(map, key) {
            Some(index) => self.prepared(map, index, value, super::descriptor::Constness::Mutable),
            None => self.with_data(map, key, Attributes::ALL, value, StoreOrigin::Named),
        }
    }

    /// Built as a dictionary and made fast again, with a map of its own; above 1020 properties it stays one.
    fn large_boilerplate(&mut self, object: ObjectId, literal: &Literal<'_>) -> MapId {
        let root = self.root_map(Class::Object, 0, Prototype::Intrinsic(Class::Object), super::ElementsKind::Holey);
        let slow = self.normalize(root);
        self.born(object, Object::plain(slow));
        self.slow.insert(object, super::heap::Slow::default());
        for (key, value) in literal.properties {
            self.add(object, key, Attributes::ALL, value.unwrap_or(ValueKind::HeapObject), StoreOrigin::Named);
        }
        self.make_fast(object);
        self.map_id(object).unwrap_or(slow)
    }

    /// `new constructor`, where `constructor` is `new.target`; `expected` is how many properties its text and that of the classes it extends
    /// assign to `this` or declare as fields.
    pub fn constructed(&mut self, object: ObjectId, constructor: FunctionId, expected: usize, prototype: Prototype) {
        self.becomes_prototype_of_something(prototype);
        let key = Root::Constructed(constructor, prototype);
        let known = self.roots.contains_key(&key);
        let root = self.root(key);
        if !known {
            let expected = if expected == 0 { UNKNOWN_PROPERTIES } else { expected };
            self.maps[root.index()].in_object = (expected + GENEROUS).min(MOST_IN_OBJECT);
            self.constructions.insert(constructor, Construction { left: SLACK_TRACKING });
        }
        self.born(object, Object::plain(root));
        self.track_slack(constructor, root);
    }

    /// `Map::InobjectSlackTrackingStep`.
    fn track_slack(&mut self, constructor: FunctionId, root: MapId) {
        let Some(construction) = self.constructions.get_mut(&constructor).filter(|construction| construction.left > 0) else { return };
        construction.left -= 1;
        if construction.left > 0 {
            return;
        }
        let tree = self.tree_of(root);
        let slack = tree.iter().map(|map| self.slack(*map)).min().unwrap_or(0);
        for map in tree {
            self.maps[map.index()].in_object -= slack;
        }
    }

    fn slack(&self, map: MapId) -> usize {
        let (fields, in_object) = (self.fields(map).count(), self.map(map).in_object);
        if fields <= in_object { unused(fields, in_object) } else { 0 }
    }

    fn tree_of(&self, root: MapId) -> Vec<MapId> {
        let (mut tree, mut next) = (vec![root], 0);
        while let Some(map) = tree.get(next) {
            let children = self.map(*map).transitions.iter().filter(|(edge, _)| !matches!(edge, Edge::Prototype(_)));
            let children: Vec<MapId> = children.map(|(_, to)| *to).filter(|to| !self.map(*to).dictionary).collect();
            tree.extend(children);
            next += 1;
        }
        tree
    }

    /// `Object.create(prototype)`; with `null` the object is a dictionary from the first.
    pub fn created(&mut self, object: ObjectId, prototype: Prototype) {
        self.becomes_prototype_of_something(prototype);
        let root = match prototype {
            Prototype::Null => Root::NullPrototype,
            Prototype::Intrinsic(Class::Object) => Root::Literal(EMPTY_LITERAL_SLOTS),
            prototype => Root::Created(prototype),
        };
        let map = self.root(root);
        self.born(object, Object::plain(map));
    }

    /// An object of a built-in class, with this many slots of its own inside (Map, Date, an error: what V8 gives that class).
    pub fn builtin(&mut self, object: ObjectId, class: Class, in_object: usize, prototype: Prototype) {
        self.becomes_prototype_of_something(prototype);
        let map = self.root(Root::Builtin(class, in_object, prototype));
        self.born(object, Object::plain(map));
    }

    /// Makes `{...source}` with nothing before it: the source's own enumerable properties were copied (`CloneObjectIC`). Whether the copy got all its
    /// properties at once; if it did not, they follow by `add`. The `site` is given once the function has feedback.
    pub fn cloned(&mut self, object: ObjectId, source: ObjectId, site: Option<AllocationSite>) -> bool {
        let target = self.current(source).and_then(|map| match site {
            _ if self.profile >= Profile::Node22 => self.clone_target(map),
            Some(site) => self.clone_target_of_site(map, site),
            None => None,
        });
        let map = match target {
            Some(map) => map,
            None => self.root(Root::Literal(EMPTY_LITERAL_SLOTS)),
        };
        self.born(object, Object::plain(map));
        target.is_some()
    }

    /// `GetCloneModeForMap` and `FastCloneObjectMap` of Node 24: the source's own map, or that of a literal of as many properties.
    fn clone_target(&mut self, id: MapId) -> Option<MapId> {
        let map = self.map(id);
        if map.dictionary || map.class != Class::Object || !self.own_descriptors(id).iter().all(Descriptor::is_field) {
            return None;
        }
        let plain = map.prototype == Prototype::Intrinsic(Class::Object) && map.extensible && !map.is_prototype_map();
        if plain && self.own_descriptors(id).iter().all(|descriptor| descriptor.attributes == Attributes::ALL) {
            return Some(id);
        }
        let own = self.own_descriptors(id).to_vec();
        let root = self.root(Root::Literal(if own.is_empty() { EMPTY_LITERAL_SLOTS } else { own.len() }));
        Some(own.iter().filter(|descriptor| descriptor.attributes.enumerable).fold(root, |map, descriptor| {
            let Content::Field { representation, .. } = descriptor.content else { return map };
            self.with_data(map, &descriptor.key, Attributes::ALL, representation.example(), StoreOrigin::Named)
        }))
    }

    /// `FastCloneObjectMap` of Node 20: a map in no tree, which the site keeps for the next object of the source's map.
    fn clone_target_of_site(&mut self, id: MapId, site: AllocationSite) -> Option<MapId> {
        let map = self.map(id);
        let simple = |own: &Descriptor| own.is_field() && own.attributes.enumerable;
        if map.dictionary || !map.extensible || map.class != Class::Object || map.own == 0 || !self.own_descriptors(id).iter().all(simple) {
            return None;
        }
        if let Some(found) = self.clones.get(&(site, id)) {
            return Some(*found);
        }
        let descriptors: Vec<Descriptor> =
            self.own_descriptors(id).iter().map(|own| Descriptor { attributes: Attributes::ALL, ..own.clone().most_general() }).collect();
        let root = self.root_map(Class::Object, self.map(id).in_object, Prototype::Intrinsic(Class::Object), super::ElementsKind::Holey);
        self.maps[root.index()].own = descriptors.len();
        self.maps[root.index()].descriptors = self.new_descriptors(descriptors);
        self.clones.insert((site, id), root);
        Some(root)
    }

    /// The `prototype` of a class: fast from the first. Its members follow by `add`.
    pub fn class_prototype(&mut self, object: ObjectId, prototype: Prototype) {
        self.becomes_prototype_of_something(prototype);
        let map = self.root_map(Class::Object, EMPTY_LITERAL_SLOTS, prototype, super::ElementsKind::Holey);
        self.mark_prototype(map, true);
        self.born(object, Object::plain(map));
    }
}
