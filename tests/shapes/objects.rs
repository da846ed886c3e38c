//! Literals, loads, stores and deletions of the small interpreter.

use node_lifecycle::v8::shapes::{
    Access, Accessors, ArrayBirth, Attributes, FunctionId, Integrity, Key, Literal, MapId, ObjectId, Prototype, SiteKind, StoreOrigin, ValueKind,
};

use super::run::{Run, Scope, Slot, Value};
use super::text::{At, Expr, Property};

type Boilerplate = Vec<(Key, Option<ValueKind>)>;

fn constant(value: &Expr) -> Option<ValueKind> {
    match value {
        Expr::Number(number) => Some(ValueKind::of_number(*number)),
        Expr::Minus(inner) => match **inner {
            Expr::Number(number) => Some(ValueKind::of_number(-number)),
            _ => None,
        },
        Expr::Text(_) | Expr::Undefined | Expr::Null | Expr::Boolean(_) | Expr::BigInt | Expr::Object(..) | Expr::Array(..) => {
            Some(ValueKind::HeapObject)
        }
        _ => None,
    }
}

fn boilerplate(properties: &[Property]) -> (Boilerplate, usize, bool) {
    let (mut keys, mut more, mut null) = (Vec::new(), 0, false);
    for (index, property) in properties.iter().enumerate() {
        match property {
            Property::Data(_, true, _) | Property::Spread(_) => {
                more = properties.len() - index;
                break;
            }
            Property::Data(Expr::Text(name), _, value) if name == "__proto__" => null |= matches!(value, Expr::Null),
            Property::Data(Expr::Text(name), _, value) if name.parse::<u32>().is_err() => keys.push((Key::from(name.as_str()), constant(value))),
            Property::Getter(name, _) | Property::Setter(name, _) => keys.push((Key::from(name.as_str()), None)),
            Property::Data(..) => {}
        }
    }
    (keys, more, null)
}

impl Run {
    pub(crate) fn object_literal(&mut self, at: At, properties: &[Property], scope: &Scope) -> Value {
        let (keys, more, null_prototype) = boilerplate(properties);
        let object = self.new_object();
        let mut rest = properties;
        if let [Property::Spread(source), after @ ..] = properties {
            rest = after;
            self.clone_into(object, source, at, scope);
        } else {
            let site = self.site(at);
            self.shapes.literal(object, Literal { site, properties: &keys, more, null_prototype });
        }
        for property in rest {
            self.literal_property(object, property, scope);
        }
        Value::Object(object)
    }

    fn clone_into(&mut self, object: ObjectId, source: &Expr, at: At, scope: &Scope) {
        let Value::Object(source) = self.eval(source, scope) else { panic!("only objects are spread") };
        let whole = self.shapes.cloned(object, source, self.site(at));
        if !whole {
            return self.copy_properties(object, source, StoreOrigin::Named);
        }
        let slots = self.obj(source).slots.clone();
        self.obj(object).slots = slots;
    }

    pub(crate) fn copy_properties(&mut self, to: ObjectId, from: ObjectId, origin: StoreOrigin) {
        for (key, slot) in self.obj(from).slots.clone() {
            if let Slot::Data(value, attributes) = slot
                && attributes.enumerable
            {
                self.define(to, &key, value, Attributes::ALL, origin);
            }
        }
    }

    fn literal_property(&mut self, object: ObjectId, property: &Property, scope: &Scope) {
        match property {
            Property::Data(key, computed, value) => {
                let key = self.eval(key, scope).text();
                let value = self.eval(value, scope);
                if key == "__proto__" && !computed {
                    return self.set_prototype(object, &value);
                }
                let origin = if *computed { StoreOrigin::Keyed } else { StoreOrigin::Named };
                self.define(object, &key, value, Attributes::ALL, origin);
            }
            Property::Getter(name, function) => {
                let get = self.eval(&Expr::Function(std::rc::Rc::clone(function)), scope);
                self.accessors(object, name, Attributes::ALL, Some(get), None);
            }
            Property::Setter(name, function) => {
                let set = self.eval(&Expr::Function(std::rc::Rc::clone(function)), scope);
                self.accessors(object, name, Attributes::ALL, None, Some(set));
            }
            Property::Spread(source) => {
                let Value::Object(source) = self.eval(source, scope) else { panic!("only objects are spread") };
                self.copy_properties(object, source, StoreOrigin::Named);
            }
        }
    }

    pub(crate) fn accessors(&mut self, object: ObjectId, key: &str, attributes: Attributes, get: Option<Value>, set: Option<Value>) {
        let function = |value: Option<Value>| -> Option<FunctionId> {
            match value {
                Some(Value::Function(id)) => Some(id),
                _ => None,
            }
        };
        let pair = Accessors { get: function(get), set: function(set) };
        match self.obj(object).slot(key) {
            Some(slot) => *slot = Slot::Accessor(attributes),
            None => self.obj(object).slots.push((key.into(), Slot::Accessor(attributes))),
        }
        self.shapes.add_accessors(object, &Key::from(key), attributes, pair);
    }

    pub(crate) fn set_prototype(&mut self, object: ObjectId, prototype: &Value) {
        let prototype = match prototype {
            Value::Object(prototype) => Prototype::Object(*prototype),
            Value::Null => Prototype::Null,
            Value::Function(_) => Prototype::Intrinsic(node_lifecycle::v8::shapes::Class::Function),
            _ => return,
        };
        self.obj(object).prototype = if let Prototype::Object(prototype) = prototype { Some(prototype) } else { None };
        self.shapes.set_prototype(object, prototype);
    }

    pub(crate) fn array_literal(&mut self, at: At, elements: &[Option<(bool, Expr)>], scope: &Scope) -> Value {
        let object = self.new_object();
        if let [Some((true, source))] = elements {
            let Value::Object(source) = self.eval(source, scope) else { panic!("only arrays are spread") };
            let values: Vec<Value> = self.obj(source).elements.values().cloned().collect();
            let length = u32::try_from(values.len()).expect("a program of the subset");
            self.shapes.array(object, ArrayBirth::Like { source, length });
            self.fill_array(object, values);
            return Value::Object(object);
        }
        let values: Vec<Option<Value>> = elements.iter().map(|element| element.as_ref().map(|(_, value)| self.eval(value, scope))).collect();
        let kinds: Vec<Option<ValueKind>> = values.iter().map(|value| value.as_ref().map(Value::kind)).collect();
        let site = self.site(at);
        self.shapes.array(object, ArrayBirth::Literal { site, elements: &kinds });
        let found = self.obj(object);
        found.length = u32::try_from(values.len()).ok();
        found.elements = (0..).zip(values).filter_map(|(index, value)| value.map(|value| (index, value))).collect();
        Value::Object(object)
    }

    pub(crate) fn fill_array(&mut self, object: ObjectId, values: Vec<Value>) {
        let found = self.obj(object);
        found.length = u32::try_from(values.len()).ok();
        found.elements = (0..).zip(values).collect();
    }

    fn key(&mut self, key: &Expr, scope: &Scope) -> String {
        self.eval(key, scope).text()
    }

    pub(crate) fn load(&mut self, at: At, object: &Expr, key: &Expr, named: bool, scope: &Scope) -> Value {
        let object = self.eval(object, scope);
        let key = self.key(key, scope);
        let Value::Object(id) = object else {
            let Value::Function(function) = object else { return Value::Undefined };
            assert_eq!(key, "prototype", "of a function only the prototype is loaded");
            return Value::Object(self.prototype_of(function));
        };
        if self.has_feedback() {
            self.shapes.prototypes_are_used(id);
        }
        if let Some(map) = self.shapes.before_load(id) {
            let access = match (named, key.parse::<u32>()) {
                (true, _) => Access::Named(map),
                (false, Ok(_)) => Access::Element { before: map, after: map },
                (false, Err(_)) => Access::Keyed(Key::from(key.as_str()), map),
            };
            self.note(at, SiteKind::Load, &access, scope);
        }
        self.get(id, &key)
    }

    pub(crate) fn get(&mut self, object: ObjectId, key: &str) -> Value {
        let found = self.obj(object);
        if key == "length"
            && let Some(length) = found.length
        {
            return Value::Number(length.into());
        }
        if let Some(value) = key.parse().ok().and_then(|index: u32| found.elements.get(&index)) {
            return value.clone();
        }
        match (found.slot(key).cloned(), found.prototype) {
            (Some(Slot::Data(value, _)), _) => value,
            (Some(Slot::Accessor(_)), _) | (None, None) => Value::Undefined,
            (None, Some(prototype)) => self.get(prototype, key),
        }
    }

    pub(crate) fn assign(&mut self, at: At, target: &Expr, value: &Expr, scope: &Scope) -> Value {
        let Expr::Member(_, object, key, named) = target else { return self.assign_name(target, value, scope) };
        let object = self.eval(object, scope);
        let key = self.key(key, scope);
        let value = self.eval(value, scope);
        let Value::Object(id) = object else {
            self.assign_to_function(&object, &key, &value);
            return value;
        };
        let before = self.before_store(id, &key, value.kind());
        self.store(id, &key, value.clone(), if *named { StoreOrigin::Named } else { StoreOrigin::Keyed });
        if let (Some(before), Some(after)) = (before, self.shapes.map_of(id)) {
            let access = match (named, key.parse::<u32>()) {
                (true, _) => Access::Named(before),
                (false, Ok(_)) => Access::Element { before, after },
                (false, Err(_)) => Access::Keyed(Key::from(key.as_str()), before),
            };
            self.note(at, SiteKind::Store, &access, scope);
        }
        value
    }

    fn before_store(&mut self, object: ObjectId, key: &str, value: ValueKind) -> Option<MapId> {
        if key.parse::<u32>().is_err() {
            let feedback = self.has_feedback();
            return self.shapes.before_store(object, &Key::from(key), value, feedback);
        }
        if self.has_feedback() {
            self.shapes.prototypes_above_are_used(object);
        }
        self.shapes.before_load(object)
    }

    fn assign_to_function(&mut self, object: &Value, key: &str, value: &Value) {
        let (Value::Function(function), "prototype", Value::Object(prototype)) = (object, key, value) else {
            panic!("{object:?}.{key} is assigned to")
        };
        self.set_prototype_of_function(*function, *prototype);
    }

    fn assign_name(&mut self, target: &Expr, value: &Expr, scope: &Scope) -> Value {
        let Expr::Name(name) = target else { panic!("{target:?} is assigned to") };
        let value = self.eval(value, scope);
        self.rebind(name, &value, scope);
        value
    }

    pub(crate) fn store(&mut self, object: ObjectId, key: &str, value: Value, origin: StoreOrigin) {
        if key == "__proto__" {
            return self.set_prototype(object, &value);
        }
        if key == "length" && self.obj(object).length.is_some() {
            let Value::Number(length) = value else { panic!("a length is a number") };
            return self.set_length(object, length as u32);
        }
        let found = self.obj(object);
        if let Ok(index) = key.parse::<u32>() {
            let refused = found.frozen || (found.closed && !found.elements.contains_key(&index));
            if !refused {
                self.define_element(object, index, value);
            }
            return;
        }
        let closed = found.closed;
        match found.slot(key) {
            Some(Slot::Data(old, attributes)) if attributes.writable => {
                let changed = !old.is(&value);
                let kind = value.kind();
                *old = value;
                if changed {
                    self.shapes.set(object, &Key::from(key), kind);
                }
            }
            Some(_) => {}
            None if closed => {}
            None => self.define(object, key, value, Attributes::ALL, origin),
        }
    }

    fn set_length(&mut self, object: ObjectId, length: u32) {
        let found = self.obj(object);
        if found.frozen {
            return;
        }
        found.length = Some(length);
        found.elements.split_off(&length);
        self.shapes.set_length(object, length);
    }

    pub(crate) fn delete(&mut self, target: &Expr, scope: &Scope) -> Value {
        let Expr::Member(_, object, key, _) = target else { panic!("only properties are deleted") };
        let Value::Object(object) = self.eval(object, scope) else { panic!("only an object's properties are deleted") };
        let key = self.key(key, scope);
        let found = self.obj(object);
        if let Ok(index) = key.parse::<u32>() {
            if found.elements.remove(&index).is_some() {
                self.shapes.delete_element(object, index);
            }
            return Value::Boolean(true);
        }
        let deletable = !matches!(found.slot(&key), None | Some(Slot::Data(_, Attributes { configurable: false, .. })));
        if deletable {
            found.slots.retain(|(name, _)| *name != key);
            self.shapes.delete(object, &Key::from(key.as_str()));
        }
        Value::Boolean(deletable)
    }

    pub(crate) fn close(&mut self, object: ObjectId, level: Integrity) {
        let found = self.obj(object);
        found.closed = true;
        found.frozen |= level == Integrity::Frozen;
        for (_, slot) in &mut found.slots {
            if let Slot::Data(_, attributes) = slot {
                attributes.configurable &= level < Integrity::Sealed;
                attributes.writable &= level < Integrity::Frozen;
            }
        }
        self.shapes.close(object, level);
    }
}
