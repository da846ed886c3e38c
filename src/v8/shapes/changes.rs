//! The changes of an object's map when its properties change (`src/objects/lookup.cc`, `js-objects.cc`, `runtime-object.cc`).

use trace::Profile;

use super::descriptor::{Accessors, Attributes, Constness, Content, Descriptor, PropertyKind};
use super::heap::Shapes;
use super::key::{Key, MapId, ObjectId};
use super::map::{Edge, PrototypeUse};
use super::object::StoreOrigin;
use super::value::{Representation, ValueKind};

impl Shapes {
    /// A data property is made: by an assignment, a literal, a class field or `Object.defineProperty`. The value of a property that a literal's
    /// boilerplate holds already is only filled in.
    pub fn add(&mut self, object: ObjectId, key: &Key, attributes: Attributes, value: ValueKind, origin: StoreOrigin) {
        let Some(map) = self.map_id(object) else { return };
        if self.map(map).dictionary {
            let content = Content::Field { representation: Representation::Tagged, constness: Constness::Mutable };
            return self.put_slow(object, Descriptor { key: key.clone(), attributes, content });
        }
        match self.find(map, key) {
            Some(index) => self.fill_in(object, map, index, attributes, value),
            None => {
                let to = self.with_data(map, key, attributes, Some(value), origin);
                self.migrate(object, to);
                let content = Content::Field { representation: Representation::Tagged, constness: Constness::Mutable };
                self.put_slow(object, Descriptor { key: key.clone(), attributes, content });
            }
        }
    }

    fn fill_in(&mut self, object: ObjectId, map: MapId, index: usize, attributes: Attributes, value: ValueKind) {
        let descriptor = &self.own_descriptors(map)[index];
        if descriptor.attributes != attributes || !descriptor.is_field() {
            let key = descriptor.key.clone();
            return self.redefine(object, &key, attributes, value);
        }
        let to = self.prepared(map, index, Some(value), Constness::Const);
        self.migrate(object, to);
    }

    /// A getter, a setter or both are defined; the half that is not given stays.
    pub fn add_accessors(&mut self, object: ObjectId, key: &Key, attributes: Attributes, accessors: Accessors) {
        let Some(map) = self.map_id(object) else { return };
        if !self.map(map).dictionary {
            let to = self.with_accessors(map, key, attributes, accessors);
            self.migrate(object, to);
        }
        self.put_slow(object, Descriptor { key: key.clone(), attributes, content: Content::Accessors(accessors) });
    }

    /// An existing data property gets a value different from the one it had. (The same value again changes no map; neither does a setter's call.)
    pub fn set(&mut self, object: ObjectId, key: &Key, value: ValueKind) {
        let Some(map) = self.current(object) else { return };
        let Some(index) = self.find(map, key) else { return };
        let to = self.prepared(map, index, Some(value), Constness::Mutable);
        self.migrate(object, to);
    }

    /// An existing property becomes a data property with these attributes (`Object.defineProperty`).
    pub fn redefine(&mut self, object: ObjectId, key: &Key, attributes: Attributes, value: ValueKind) {
        let Some(map) = self.current(object) else { return };
        let content = Content::Field { representation: Representation::Tagged, constness: Constness::Mutable };
        if let Some(index) = self.find(map, key) {
            let to = self.reconfigured_property(map, index, attributes, value);
            self.migrate(object, to);
        }
        self.put_slow(object, Descriptor { key: key.clone(), attributes, content });
    }

    /// `Map::ReconfigureExistingProperty`.
    fn reconfigured_property(&mut self, map: MapId, index: usize, attributes: Attributes, value: ValueKind) -> MapId {
        let old = self.own_descriptors(map)[index].clone();
        if old.is_field() && old.attributes == attributes {
            return self.prepared(map, index, Some(value), Constness::Mutable);
        }
        if self.map(map).back.is_none() {
            return self.normalize(map);
        }
        let content = match old.content {
            Content::Field { .. } => old.content,
            Content::Accessors(_) => Content::Field { representation: Representation::None, constness: Constness::Mutable },
        };
        let to = self.reconfigured(map, index, Descriptor { attributes, content, ..old });
        if self.map(to).dictionary { to } else { self.prepared(to, index, Some(value), Constness::Mutable) }
    }

    /// `delete object.key`, where it succeeds.
    pub fn delete(&mut self, object: ObjectId, key: &Key) {
        let Some(map) = self.map_id(object) else { return };
        if let Some(index) = self.find(map, key) {
            let to = match self.undone(map, index) {
                Some(before) => before,
                None => self.normalize(map),
            };
            self.migrate(object, to);
        }
        if let Some(slow) = self.slow.get_mut(&object) {
            slow.remove(key);
        }
        self.reoptimize_prototype(object);
    }

    /// `DeleteObjectPropertyFast` of Node 20: the last transition is undone. Node 24 does that no more.
    fn undone(&mut self, map: MapId, index: usize) -> Option<MapId> {
        if self.profile >= Profile::Node22 || index + 1 != self.map(map).own {
            return None;
        }
        let before = self.map(map).back.filter(|back| self.map(*back).own == index)?;
        if let Content::Field { representation, .. } = self.own_descriptors(map)[index].content {
            self.generalize_field(map, index, representation, Constness::Mutable);
        }
        Some(before)
    }

    /// `JSObject::ReoptimizeIfPrototype`.
    fn reoptimize_prototype(&mut self, object: ObjectId) {
        if self.map_id(object).is_some_and(|map| self.map(map).should_be_fast_prototype()) {
            self.make_fast(object);
        }
    }

    fn put_slow(&mut self, object: ObjectId, descriptor: Descriptor) {
        if let Some(slow) = self.slow.get_mut(&object) {
            slow.put(descriptor);
        }
    }

    /// The object's map, after `JSObject::MigrateInstance` if it was deprecated.
    pub(super) fn current(&mut self, object: ObjectId) -> Option<MapId> {
        let map = self.map_id(object)?;
        let to = self.updated(map);
        self.migrate(object, to);
        Some(to)
    }

    /// Something is about to be loaded from the object: a deprecated map is replaced. Gives the map that the site sees. If the function has its
    /// feedback vector, `prototypes_are_used` comes first.
    pub fn before_load(&mut self, object: ObjectId) -> Option<MapId> {
        self.current(object)
    }

    /// A property that is no element is about to be stored: a deprecated map is replaced, and the prototypes above become fast, always with
    /// feedback and else where the generic stub gives up. Gives the map that the site sees.
    pub fn before_store(&mut self, object: ObjectId, key: &Key, value: ValueKind, has_feedback: bool) -> Option<MapId> {
        let map = self.current(object)?;
        if has_feedback || self.leaves_the_stub(map, key, value) {
            self.prototypes_above_are_used(object);
        }
        Some(map)
    }

    /// `KeyedStoreGenericAssembler::EmitGenericPropertyStore` finds transitions and writes fields; it makes no map and generalises no field.
    fn leaves_the_stub(&self, map: MapId, key: &Key, value: ValueKind) -> bool {
        if self.map(map).dictionary {
            return false;
        }
        let Some(index) = self.find(map, key) else {
            let edge = Edge::Property(key.clone(), PropertyKind::Data, Attributes::ALL);
            return self.map(map).extensible && self.map(map).transition(&edge).is_none();
        };
        let own = &self.own_descriptors(map)[index];
        match own.content {
            Content::Field { representation, constness } => {
                let fits = representation.generalize(Representation::of(value)) == representation;
                own.attributes.writable && (constness == Constness::Const || !fits)
            }
            Content::Accessors(_) => true,
        }
    }

    /// A load site with feedback met the object, or a `for…in` without: it and the prototypes above it, so far as they are prototypes, become fast.
    pub fn prototypes_are_used(&mut self, object: ObjectId) {
        self.make_prototypes_fast(object);
    }

    /// A site with feedback is about to store an element.
    pub fn prototypes_above_are_used(&mut self, object: ObjectId) {
        let above = self.map_id(object).map(|map| self.map(map).prototype);
        if let Some(super::prototypes::Prototype::Object(prototype)) = above {
            self.make_prototypes_fast(prototype);
        }
    }

    pub(super) fn mark_prototype(&mut self, map: MapId, should_be_fast: bool) {
        self.set_prototype_use(map, PrototypeUse::Prototype { should_be_fast });
    }
}
