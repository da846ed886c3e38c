//! How the program's objects come to be.

use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::vm::observation;
use boa_engine::{JsObject, JsString, JsValue, js_string};

use super::texts::LiteralText;
use super::{Isolate, kind};
use crate::inspect::own_data;
use v8::shapes::{AllocationSite, ArrayBirth, Class, FunctionId, Literal, ObjectId, Prototype, ValueKind};

/// A literal that begins with a spread: its object has no map before what is spread is known.
pub(super) struct Cloning {
    /// The object's address.
    address: usize,
    site: Option<AllocationSite>,
}

impl Isolate {
    /// `{`: the object is still empty.
    pub(super) fn literal(&mut self, at: observation::Place<'_>, object: &JsObject) {
        let site = self.allocation_site(at);
        let found = self.place(at).literal;
        if found.as_ref().is_some_and(|literal| literal.spread_first) {
            self.cloning = Some(Cloning { address: object.address(), site });
            return;
        }
        let literal = found.as_deref().map_or_else(Literal::default, |LiteralText { properties, more, null_prototype, .. }| Literal {
            site,
            properties,
            more: *more,
            null_prototype: *null_prototype,
        });
        let is_empty = literal.properties.is_empty();
        let number = self.new_number(object);
        self.shapes.literal(ObjectId(number), literal);
        self.born(number);
        if !is_empty {
            self.lay_memento(at);
        }
    }

    /// The site by which literals and arrays learn from one another; none before the function has its feedback.
    pub(super) fn allocation_site(&mut self, at: observation::Place<'_>) -> Option<AllocationSite> {
        self.has_feedback(at.id().0).then(|| AllocationSite(self.place(at).site.0))
    }

    /// `...source` in a literal.
    pub(super) fn copying(&mut self, object: &JsObject, source: &JsObject, done: bool) {
        if done {
            if let Some(number) = self.silent.take() {
                self.resized(number);
            }
            return;
        }
        let Some(Cloning { site, .. }) = self.cloning.take_if(|cloning| cloning.address == object.address()) else { return };
        let source = self.number(source);
        let number = self.new_number(object);
        if self.shapes.cloned(ObjectId(number), ObjectId(source), site) {
            self.silent = Some(number);
        }
        self.born(number);
    }

    /// `[1, , x]`, complete.
    pub(super) fn array_literal(&mut self, at: observation::Place<'_>, array: &JsObject) {
        let site = self.allocation_site(at);
        let elements = elements(array);
        self.array(array, ArrayBirth::Literal { site, elements: &elements });
        self.born_object(array);
        self.lay_memento(at);
    }

    pub(super) fn array(&mut self, array: &JsObject, birth: ArrayBirth<'_>) {
        let prototype = self.prototype(array);
        let number = self.new_number(array);
        self.objects[number as usize].length = Some(length(array));
        self.shapes.array_of_class(ObjectId(number), birth, prototype);
    }

    /// `new F`: the object is empty.
    pub(super) fn constructing(&mut self, object: &JsObject, new_target: &JsObject) {
        let prototype = self.prototype(object);
        let function = FunctionId(self.number(new_target));
        let expected = self.assigned_by(new_target);
        let number = self.new_number(object);
        self.shapes.constructed(ObjectId(number), function, expected, prototype);
        self.born(number);
    }

    /// The `prototype` of a class that is being evaluated.
    pub(super) fn class(&mut self, object: &JsObject) {
        let prototype = self.prototype(object);
        let number = self.new_number(object);
        self.shapes.class_prototype(ObjectId(number), prototype);
        self.born(number);
    }

    /// How many properties the constructor and those above it assign to `this` or declare as fields.
    fn assigned_by(&mut self, constructor: &JsObject) -> usize {
        let mut sum = 0;
        let mut next = Some(constructor.clone());
        while let Some(function) = next {
            let Some(code) = function.function_code() else { break };
            sum += match self.assigned.get(&code) {
                Some(known) => *known,
                None => {
                    let count = super::texts::assigned(&function.function_text().unwrap_or_default());
                    self.assigned.insert(code, count);
                    count
                }
            };
            next = function.prototype();
        }
        sum
    }

    /// The program uses an object that it did not make, or that a built-in function made.
    pub(super) fn adopt(&mut self, object: &JsObject) -> u32 {
        if object.is_array() {
            let elements = elements(object);
            self.array(object, ArrayBirth::Fitting(&elements));
            return object.mark().unwrap_or(0);
        }
        if object.is_callable() || object.is_proxy() || !object.is_ordinary_object() || self.is_intrinsic(object) {
            let class = if object.is_callable() { function_class(object) } else { Class::Other(0) };
            let prototype = if object.is_proxy() { Prototype::Null } else { self.prototype(object) };
            let number = self.new_number(object);
            self.objects[number as usize].foreign = !object.is_callable();
            self.shapes.builtin(ObjectId(number), class, 0, prototype);
            self.found(number, object);
            return number;
        }
        let prototype = self.prototype(object);
        let number = self.new_number(object);
        let id = ObjectId(number);
        self.objects[number as usize].foreign = is_of_node(object);
        match prototype {
            Prototype::Intrinsic(Class::Object) if !is_prototype(object) => {
                self.shapes.literal(id, Literal::default());
            }
            prototype => self.shapes.created(id, prototype),
        }
        self.has_already(number, object);
        if is_prototype(object) {
            self.shapes.becomes_prototype(id);
        }
        number
    }

    /// The properties and elements that an object had before it was followed.
    fn has_already(&mut self, number: u32, object: &JsObject) {
        let own: Vec<(PropertyKey, PropertyDescriptor)> = {
            let borrowed = object.borrow();
            let named = borrowed.shape().keys().into_iter();
            let indexed = borrowed.properties().index_property_keys().map(PropertyKey::from);
            named.chain(indexed).filter_map(|key| Some((key.clone(), borrowed.properties().get(&key)?))).collect()
        };
        for (key, property) in own {
            match &key {
                PropertyKey::Index(index) => {
                    let undefined = JsValue::undefined();
                    self.element(number, index.get(), property.value().unwrap_or(&undefined));
                }
                _ => self.added(number, &key, &property),
            }
        }
    }

    /// An object of a JSON text.
    pub(super) fn written(&mut self, object: &JsObject) {
        let names: Vec<_> = object.borrow().shape().keys().into_iter().map(|key| (self.key(&key), None)).collect();
        let number = self.new_number(object);
        self.shapes.literal(ObjectId(number), Literal { properties: &names, ..Literal::default() });
        self.has_already(number, object);
    }

    fn is_intrinsic(&self, object: &JsObject) -> bool {
        self.intrinsics.iter().any(|(intrinsic, _)| *intrinsic == object.address())
    }

    /// An object's prototype, which is followed from then on.
    pub(super) fn prototype(&mut self, object: &JsObject) -> Prototype {
        let prototype = object.prototype();
        self.as_prototype(prototype.as_ref())
    }

    pub(super) fn as_prototype(&mut self, prototype: Option<&JsObject>) -> Prototype {
        let Some(prototype) = prototype else { return Prototype::Null };
        match self.intrinsics.iter().find(|(intrinsic, _)| *intrinsic == prototype.address()) {
            Some((_, class)) => Prototype::Intrinsic(*class),
            None => Prototype::Object(ObjectId(self.number(prototype))),
        }
    }
}

/// Whether the first function that it holds is not the program's: `console`, what `require('node:fs')` gives.
fn is_of_node(object: &JsObject) -> bool {
    let borrowed = object.borrow();
    let values = borrowed.shape().keys().into_iter().filter_map(|key| borrowed.properties().get(&key)?.value()?.as_object());
    let function = values.into_iter().find(JsObject::is_callable);
    function.is_some_and(|function| !crate::recorder::is_program_function(&function))
}

/// Functions of different kinds have different maps (`Factory::JSFunctionBuilder`); strict ones are taken for sloppy ones here.
fn function_class(function: &JsObject) -> Class {
    let has_prototype = || own_data(function, js_string!("prototype")).is_some();
    match function.function_traits() {
        Some(traits) if traits.is_class => Class::Other(1),
        Some(traits) if traits.is_generator || traits.is_async => Class::Other(2 + u16::from(traits.is_generator) + 2 * u16::from(traits.is_async)),
        _ if has_prototype() => Class::Function,
        _ => Class::Other(2),
    }
}

/// Whether it is the `prototype` of its constructor.
fn is_prototype(object: &JsObject) -> bool {
    let constructor = own_data(object, js_string!("constructor")).and_then(|constructor| constructor.as_object());
    constructor
        .filter(|constructor| !constructor.is_proxy())
        .and_then(|constructor| own_data(&constructor, js_string!("prototype"))?.as_object())
        .is_some_and(|prototype| JsObject::equals(&prototype, object))
}

/// The kinds of an array's elements, `None` for a hole; of the first thousands: what comes behind is taken to be like them.
pub(super) fn elements(array: &JsObject) -> Vec<Option<ValueKind>> {
    const MOST: u32 = 10_000;
    let borrowed = array.borrow();
    let element =
        |index: u32| borrowed.properties().get(&PropertyKey::from(index)).map(|element| element.value().map_or(ValueKind::HeapObject, kind));
    (0..length(array).min(MOST)).map(element).collect()
}

/// An array's length.
pub(super) fn length(array: &JsObject) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an array's length is below 2³²")]
    own_data(array, JsString::from("length")).and_then(|length| length.as_number()).map_or(0, |length| length as u32)
}
