//! A value in one line, as the reader sees it beside a variable: no getter, no proxy trap, no `toString` runs.
//!
//! It is written at every statement for every variable in sight, so it writes into one buffer and looks at the beginning of things only.

use std::fmt::Write;

use boa_engine::builtins::error::Error;
use boa_engine::builtins::promise::PromiseState;
use boa_engine::object::PropertyMap;
use boa_engine::object::builtins::JsPromise;
use boa_engine::property::PropertyKey;
use boa_engine::{JsObject, JsString, JsValue, js_string};

use crate::inspect::own_data;
use crate::inspect::{find_data, no_side_effects};
use trace::ValueKind;

/// Longer previews end in an ellipsis.
const LIMIT: usize = 80;
/// How many entries of an object or array are shown.
const ENTRIES: usize = 6;
/// How many elements of a typed array.
const ELEMENTS: usize = 12;

/// Writes the preview of a value behind what is in `out`, which must be empty.
pub(crate) fn write_preview(value: &JsValue, out: &mut String) -> ValueKind {
    let kind = describe(value, 1, out);
    if out.len() > LIMIT && out.chars().count() > LIMIT {
        let end = out.char_indices().nth(LIMIT - 1).map_or(out.len(), |(at, _)| at);
        out.truncate(end);
        out.push('…');
    }
    kind
}

fn describe(value: &JsValue, depth: u8, out: &mut String) -> ValueKind {
    if let Some(object) = value.as_object() {
        return describe_object(&object, depth, out);
    }
    if let Some(text) = value.as_string() {
        string(&text, out);
        return ValueKind::String;
    }
    if value.is_symbol() {
        out.push_str(&no_side_effects(value));
        return ValueKind::Symbol;
    }
    // `display` shows the rest as JavaScript does. Writing to a String does not fail.
    let _ = match value.as_i32() {
        Some(number) => write!(out, "{number}"),
        None => write!(out, "{}", value.display()),
    };
    match () {
        () if value.is_undefined() => ValueKind::Undefined,
        () if value.is_null() => ValueKind::Null,
        () if value.is_boolean() => ValueKind::Boolean,
        () if value.is_bigint() => ValueKind::BigInt,
        () => ValueKind::Number,
    }
}

/// In quotes; what is too long to be shown is not looked at.
fn string(text: &JsString, out: &mut String) {
    out.push('\'');
    for unit in char::decode_utf16(text.iter()).take(LIMIT) {
        match unit.unwrap_or(char::REPLACEMENT_CHARACTER) {
            '\n' => out.push_str("\\n"),
            special @ ('\\' | '\'') => out.extend(['\\', special]),
            other => out.push(other),
        }
    }
    out.push('\'');
}

fn describe_object(object: &JsObject, depth: u8, out: &mut String) -> ValueKind {
    if object.is_array() {
        array(object, depth, out);
        return ValueKind::Array;
    }
    if object.is_callable() && !object.is_proxy() {
        out.push_str(if object.function_traits().is_some_and(|traits| traits.is_class) { "class " } else { "ƒ " });
        let name = own_data(object, js_string!("name")).and_then(|name| name.as_string()).filter(|name| !name.is_empty());
        out.push_str(&name.map_or_else(|| "(anonymous)".to_owned(), |name| name.to_std_string_lossy()));
        return ValueKind::Function;
    }
    if object.is::<Error>() {
        out.push_str(&no_side_effects(&object.clone().into()));
        return ValueKind::Error;
    }
    if let Ok(promise) = JsPromise::from_object(object.clone()) {
        settled(&promise.state(), depth, out);
        return ValueKind::Promise;
    }
    if object.is_proxy() {
        out.push_str("Proxy {…}");
    } else if let Some(date) = object.date_preview() {
        out.push_str(date.as_deref().unwrap_or("Invalid Date"));
    } else if let Some(regexp) = object.regexp_preview() {
        out.push_str(&regexp);
    } else if let Some((size, entries)) = object.entries_head(ENTRIES) {
        collection(size, entries.is_key_value, &entries.values, depth, out);
    } else if let Some((length, elements)) = object.elements_preview(ELEMENTS) {
        typed_array(&class_name(object).unwrap_or_default(), length, &elements, out);
    } else {
        properties(object, depth, out);
    }
    ValueKind::Object
}

/// `Promise { <pending> }`.
fn settled(state: &PromiseState, depth: u8, out: &mut String) {
    out.push_str("Promise { ");
    match state {
        PromiseState::Pending => out.push_str("<pending>"),
        PromiseState::Fulfilled(value) if depth > 0 => drop(describe(value, 0, out)),
        PromiseState::Rejected(value) if depth > 0 => {
            out.push_str("<rejected> ");
            describe(value, 0, out);
        }
        PromiseState::Fulfilled(_) | PromiseState::Rejected(_) => out.push('…'),
    }
    out.push_str(" }");
}

/// `Map(2) { 'a' => 1, 'b' => 2 }`, `Set(1) { 'a' }`; `values`: the first entries.
fn collection(size: usize, is_map: bool, values: &[JsValue], depth: u8, out: &mut String) {
    let _ = write!(out, "{}({size}) ", if is_map { "Map" } else { "Set" });
    if depth == 0 || size == 0 {
        return out.push_str(if size == 0 { "{}" } else { "{…}" });
    }
    out.push_str("{ ");
    for (index, value) in values.iter().enumerate() {
        out.push_str(match index {
            0 => "",
            _ if is_map && index % 2 == 1 => " => ",
            _ => ", ",
        });
        describe(value, 0, out);
    }
    out.push_str(if size > ENTRIES { ", … }" } else { " }" });
}

/// `<Buffer 68 65 6c …>`, `Uint8Array(3) [1, 2, 3]`.
fn typed_array(class: &str, length: u64, elements: &[JsValue], out: &mut String) {
    let more = length > elements.len() as u64;
    if class == "Buffer" {
        out.push_str("<Buffer");
        for byte in elements {
            let _ = write!(out, " {:02x}", byte.as_i32().unwrap_or_default());
        }
        return out.push_str(if more { " …>" } else { ">" });
    }
    let _ = write!(out, "{class}({length}) [");
    list(elements.iter(), out);
    out.push_str(if more { ", …]" } else { "]" });
}

fn list<'v>(values: impl Iterator<Item = &'v JsValue>, out: &mut String) {
    for (index, value) in values.enumerate() {
        out.push_str(if index == 0 { "" } else { ", " });
        describe(value, 0, out);
    }
}

/// The name of its constructor.
pub(super) fn class_name(object: &JsObject) -> Option<String> {
    let constructor = find_data(object, js_string!("constructor"))?.as_object()?;
    Some(own_data(&constructor, js_string!("name"))?.as_string()?.to_std_string_lossy())
}

/// The first indices that there are, in order.
pub(super) fn first_indices(properties: &PropertyMap, most: usize) -> Vec<u32> {
    let first: Vec<u32> = properties.index_property_keys().take(most).collect();
    // What lies densely comes in order; the rest comes as its table has it.
    if (0..).zip(&first).all(|(place, index)| place == *index) {
        return first;
    }
    let mut least: Vec<u32> = Vec::with_capacity(most + 1);
    for index in properties.index_property_keys() {
        if least.len() < most || least.last().is_some_and(|last| index < *last) {
            let place = least.partition_point(|known| *known < index);
            least.insert(place, index);
            least.truncate(most);
        }
    }
    least
}

fn array(object: &JsObject, depth: u8, out: &mut String) {
    let length = own_data(object, js_string!("length")).and_then(|length| length.as_number()).unwrap_or(0.0);
    if depth == 0 {
        let _ = write!(out, "Array({length})");
        return;
    }
    out.push('[');
    let borrowed = object.borrow();
    let mut shown = 0;
    for index in first_indices(borrowed.properties(), ENTRIES) {
        out.push_str(if shown == 0 { "" } else { ", " });
        match borrowed.properties().get(&PropertyKey::from(index)).and_then(|property| property.value().cloned()) {
            Some(value) => drop(describe(&value, depth - 1, out)),
            None => out.push('…'),
        }
        shown += 1;
    }
    if length > f64::from(shown) {
        out.push_str(if shown == 0 { "…" } else { ", …" });
    }
    out.push(']');
}

fn properties(object: &JsObject, depth: u8, out: &mut String) {
    if let Some(name) = class_name(object).filter(|name| name != "Object") {
        out.push_str(&name);
        out.push(' ');
    }
    if depth == 0 {
        return out.push_str("{…}");
    }
    out.push('{');
    let borrowed = object.borrow();
    let mut shown = 0;
    let indices = first_indices(borrowed.properties(), ENTRIES + 1).into_iter().map(PropertyKey::from);
    for key in indices.chain(borrowed.shape().keys()) {
        let name = match &key {
            PropertyKey::String(name) => name.to_std_string_lossy(),
            PropertyKey::Index(index) => index.get().to_string(),
            PropertyKey::Symbol(_) => continue,
        };
        let Some(property) = borrowed.properties().get(&key).filter(|property| property.enumerable() == Some(true)) else { continue };
        if shown == ENTRIES {
            out.push_str(", …");
            break;
        }
        let _ = write!(out, "{} {}: ", if shown == 0 { "" } else { "," }, name);
        match property.value() {
            Some(value) => drop(describe(value, depth - 1, out)),
            None => out.push_str("(getter)"),
        }
        shown += 1;
    }
    out.push_str(if shown == 0 { "}" } else { " }" });
}
