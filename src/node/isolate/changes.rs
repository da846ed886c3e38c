//! Changes of an object's properties and elements, reported to the model of its hidden class.

use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::vm::observation::Change;
use boa_engine::{JsObject, JsValue};

use super::{Isolate, kind};
use v8::shapes::{Accessors, Attributes, FunctionId, Integrity, Key, ObjectId, StoreOrigin, ValueKind};

impl Isolate {
    /// A marked object is about to be changed.
    pub(super) fn changed(&mut self, number: u32, change: &Change<'_>) {
        let object = ObjectId(number);
        let is_array = self.objects.get(number as usize).is_some_and(|known| known.length.is_some());
        match change {
            Change::Set(PropertyKey::String(name), value) if is_array && *name == "length" => self.length_is(number, value),
            Change::Redefined(PropertyKey::String(name), ..) if is_array && *name == "length" => {}
            _ if self.silent == Some(number) => {}
            Change::Added(key, property) => self.added(number, key, property),
            Change::Redefined(key, old, property) => self.redefined(number, key, old, property),
            Change::Removed(key) => {
                let key = self.key(key);
                self.shapes.delete(object, &key);
            }
            Change::Set(key, value) => {
                let key = self.key(key);
                self.shapes.set(object, &key, kind(value));
            }
            Change::Element(index, value) => self.element(number, *index, value),
            Change::ElementRemoved(index) => {
                let beyond = self.objects.get(number as usize).and_then(|known| known.length).is_some_and(|length| *index >= length);
                if !beyond {
                    self.shapes.delete_element(object, *index);
                }
            }
            Change::Private(name, value) => {
                let key = Key::Name(format!("#{}", name.to_std_string_lossy()).into());
                self.shapes.add(object, &key, Attributes::HIDDEN, kind(value), StoreOrigin::Named);
            }
            Change::Prototype(prototype) => {
                let prototype = self.as_prototype(*prototype);
                self.shapes.set_prototype(object, prototype);
            }
            Change::Closed => self.shapes.close(object, Integrity::NonExtensible),
        }
        if !matches!(change, Change::Set(..)) && self.silent != Some(number) {
            self.resized(number);
        }
    }

    pub(super) fn added(&mut self, number: u32, key: &PropertyKey, property: &PropertyDescriptor) {
        let (object, key) = (ObjectId(number), self.key(key));
        if self.accessors(object, &key, property) {
            return;
        }
        let origin = if self.keyed == Some(number) { StoreOrigin::Keyed } else { StoreOrigin::Named };
        self.shapes.add(object, &key, attributes(property), property.value().map_or(ValueKind::HeapObject, kind), origin);
    }

    fn redefined(&mut self, number: u32, key: &PropertyKey, old: &PropertyDescriptor, property: &PropertyDescriptor) {
        let (object, key) = (ObjectId(number), self.key(key));
        if self.accessors(object, &key, property) {
            return;
        }
        let value = property.value().or(old.value()).map_or(ValueKind::HeapObject, kind);
        self.shapes.redefine(object, &key, attributes(property), value);
    }

    /// Defines a getter, a setter or both, if that is what the property is.
    fn accessors(&mut self, object: ObjectId, key: &Key, property: &PropertyDescriptor) -> bool {
        if !property.is_accessor_descriptor() {
            return false;
        }
        let mut function = |value: Option<&JsValue>| -> Option<FunctionId> {
            let function: JsObject = value?.as_object()?;
            Some(FunctionId(self.number(&function)))
        };
        let accessors = Accessors { get: function(property.get()), set: function(property.set()) };
        // As V8 describes an accessor.
        let attributes = Attributes { writable: true, ..attributes(property) };
        self.shapes.add_accessors(object, key, attributes, accessors);
        true
    }

    pub(super) fn element(&mut self, number: u32, index: u32, value: &JsValue) {
        let object = ObjectId(number);
        self.shapes.set_element(object, index, kind(value));
        if let Some(length) = self.objects.get_mut(number as usize).and_then(|known| known.length.as_mut()) {
            *length = (*length).max(index.saturating_add(1));
        }
        self.stored(Some(object));
    }

    fn length_is(&mut self, number: u32, value: &JsValue) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an array's length is below 2³²")]
        let length = value.as_number().map_or(0, |length| length as u32);
        let silent = self.silent == Some(number);
        let Some(known) = self.objects.get_mut(number as usize) else { return };
        if known.length.replace(length) != Some(length) && !silent {
            self.shapes.set_length(ObjectId(number), length);
        }
    }

    pub(super) fn key(&mut self, key: &PropertyKey) -> Key {
        match key {
            PropertyKey::String(name) => Key::Name(name.to_std_string_lossy().into()),
            PropertyKey::Index(index) => Key::Name(index.get().to_string().into()),
            PropertyKey::Symbol(symbol) => {
                let next = u32::try_from(self.symbols.len()).unwrap_or(0);
                Key::Symbol(*self.symbols.entry(symbol.hash()).or_insert(next))
            }
        }
    }
}

fn attributes(property: &PropertyDescriptor) -> Attributes {
    Attributes {
        writable: property.writable() == Some(true),
        enumerable: property.enumerable() == Some(true),
        configurable: property.configurable() == Some(true),
    }
}
