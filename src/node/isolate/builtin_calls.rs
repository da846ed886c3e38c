//! Built-in functions that the program calls, which do to objects in one what the engine does to them bit by bit.

use boa_engine::property::PropertyKey;
use boa_engine::vm::observation;
use boa_engine::{JsObject, JsString, JsValue};

use super::{Isolate, births, kind};
use v8::shapes::{ArrayBirth, Integrity, ObjectId, ValueKind};

/// A call of a built-in function.
pub(super) struct BuiltinCall<'a> {
    pub name: &'a JsString,
    pub this: &'a JsValue,
    pub arguments: &'a [JsValue],
}

impl Isolate {
    /// A call begins, at this depth of frames.
    pub(super) fn calling(&mut self, depth: usize, call: &BuiltinCall<'_>) {
        let BuiltinCall { name, this, arguments } = *call;
        let nested = self.natives.last() == Some(&depth);
        self.natives.push(depth);
        if nested {
            return;
        }
        self.stored(None);
        self.keyed = None;
        let Some(name) = of_the_language(name) else { return };
        let receiver = this.as_object().filter(|this| this.is_array());
        match name.as_str() {
            "push" | "pop" | "shift" | "unshift" | "splice" | "fill" | "reverse" | "sort" | "copyWithin" => {
                self.silent = receiver.map(|array| self.number(&array));
            }
            "freeze" | "seal" | "preventExtensions" => {
                self.silent = arguments.first().and_then(JsValue::as_object).filter(|object| !object.is_proxy()).map(|object| self.number(&object));
            }
            "assign" => {
                self.keyed = arguments.first().and_then(JsValue::as_object).filter(|object| !object.is_proxy()).map(|object| self.number(&object));
            }
            _ => {}
        }
    }

    /// A call has given its result back; `None`: it threw.
    pub(super) fn called(&mut self, at: observation::Place<'_>, depth: usize, call: &BuiltinCall<'_>, result: Option<&JsValue>) {
        let BuiltinCall { name, this, arguments } = *call;
        self.natives.pop();
        if self.natives.last() == Some(&depth) {
            return;
        }
        self.keyed = None;
        let silent = self.silent.take();
        let Some(name) = of_the_language(name) else { return };
        if let Some(number) = silent {
            self.whole(&name, ObjectId(number), this, arguments, result);
            self.resized(number);
        }
        if let Some(result) = result {
            self.given(&name, this, result);
        }
        let Some(made) = result.and_then(JsValue::as_object).filter(|made| made.mark() == Some(0)) else { return };
        if !made.is_array() {
            return self.made(&made, name == "parse");
        }
        let length = births::length(&made);
        let receiver = this.as_object().filter(|this| this.is_array()).map(|this| ObjectId(self.number(&this)));
        match (name.as_str(), receiver) {
            ("slice" | "splice", Some(source)) => self.array(&made, ArrayBirth::Like { source, length }),
            ("keys" | "values" | "entries" | "split" | "getOwnPropertyNames" | "match", _) => self.array(&made, ArrayBirth::Objects { length }),
            ("Array", _) => {
                let elements = births::elements(&made);
                let site = self.allocation_site(at);
                self.lay_memento(at);
                match arguments {
                    [] => self.array(&made, ArrayBirth::OfLength { site, length: None }),
                    [only] if only.is_number() => self.array(&made, ArrayBirth::OfLength { site, length: Some(length) }),
                    _ => self.array(&made, ArrayBirth::Fitting(&elements)),
                }
            }
            _ => return self.made(&made, name == "parse"),
        }
        self.born_object(&made);
    }

    /// A built-in function made an object, and what is in it; `written`: as `JSON.parse` does, which makes them as literals are made.
    fn made(&mut self, object: &JsObject, written: bool) {
        let mut waiting = vec![object.clone()];
        while let Some(object) = waiting.pop() {
            if object.mark() != Some(0) {
                continue;
            }
            if !object.is_array() && !object.is_ordinary_object() {
                self.built_in(&object);
                continue;
            }
            if written && !object.is_array() {
                self.written(&object);
            }
            self.born_object(&object);
            let borrowed = object.borrow();
            let (named, indexed) = (borrowed.shape().keys(), borrowed.properties().index_property_keys().map(PropertyKey::from));
            let values = named.into_iter().chain(indexed).filter_map(|key| borrowed.properties().get(&key)?.value()?.as_object());
            waiting.extend(values);
        }
    }

    /// Reports as one change the many that a built-in function has made to an object.
    fn whole(&mut self, name: &str, object: ObjectId, this: &JsValue, arguments: &[JsValue], result: Option<&JsValue>) {
        let kinds: Vec<ValueKind> = arguments.iter().map(kind).collect();
        match name {
            "freeze" => self.shapes.close(object, Integrity::Frozen),
            "seal" => self.shapes.close(object, Integrity::Sealed),
            "preventExtensions" => self.shapes.close(object, Integrity::NonExtensible),
            "push" => self.shapes.push(object, &kinds),
            "pop" => self.shapes.pop(object),
            "shift" => self.shapes.shift(object),
            "unshift" => self.shapes.unshift(object, &kinds),
            "fill" => self.shapes.fill(object, kinds.first().copied().unwrap_or(ValueKind::HeapObject)),
            "splice" => {
                let deleted = result.and_then(JsValue::as_object).filter(JsObject::is_array).map_or(0, |taken| births::length(&taken));
                let inserted = kinds.get(2..).unwrap_or_default();
                let now = this.as_object().map_or(0, |array| births::length(&array));
                let before = (now + deleted).saturating_sub(u32::try_from(inserted.len()).unwrap_or(0));
                self.shapes.splice(object, start_of(arguments.first(), before), deleted, inserted);
            }
            _ => {}
        }
        if let Some(known) = self.objects.get_mut(object.0 as usize)
            && let Some(array) = this.as_object().filter(|this| this.is_array() && known.length.is_some())
        {
            known.length = Some(births::length(&array));
        }
    }
}

/// The name of a built-in function; `None` for our own probes, whose names no program has.
fn of_the_language(name: &JsString) -> Option<String> {
    name.as_str().is_latin1().then(|| name.to_std_string_lossy())
}

/// `ToIntegerOrInfinity(start)`, counted from the end if it is negative.
fn start_of(start: Option<&JsValue>, length: u32) -> u32 {
    let start = start.and_then(JsValue::as_number).unwrap_or(0.0).trunc();
    let start = if start < 0.0 { f64::from(length) + start } else { start };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 0 and the length")]
    {
        start.clamp(0.0, f64::from(length)) as u32
    }
}
