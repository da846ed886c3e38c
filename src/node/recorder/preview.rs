//! A value in one line, as the reader sees it beside a variable: no getter, no proxy trap, no `toString` runs.

use std::fmt::Write;
use std::rc::Rc;

use boa_engine::builtins::error::Error;
use boa_engine::object::IteratorPreview;
use boa_engine::object::builtins::JsPromise;
use boa_engine::property::PropertyKey;
use boa_engine::{JsObject, JsValue};

use crate::node::hooks::own_data;
use crate::node::inspect::{find_data, no_side_effects};
use crate::trace::{Value, ValueKind};

/// Longer previews end in an ellipsis.
const LIMIT: usize = 80;
/// How many entries of an object or array are shown.
const ENTRIES: usize = 6;
/// How many elements of a typed array.
const ELEMENTS: usize = 12;

/// The preview of a value.
pub(crate) fn preview(value: &JsValue) -> Value {
    let (kind, mut text) = describe(value, 1);
    if text.chars().count() > LIMIT {
        text = text.chars().take(LIMIT - 1).collect();
        text.push('…');
    }
    Value { kind, text: Rc::from(text) }
}

fn describe(value: &JsValue, depth: u8) -> (ValueKind, String) {
    if value.is_undefined() {
        return (ValueKind::Undefined, "undefined".to_owned());
    }
    if value.is_null() {
        return (ValueKind::Null, "null".to_owned());
    }
    if let Some(flag) = value.as_boolean() {
        return (ValueKind::Boolean, flag.to_string());
    }
    if let Some(text) = value.as_string() {
        let shown: String =
            text.iter().take(LIMIT).collect::<Vec<u16>>().into_iter().map(|unit| char::from_u32(u32::from(unit)).unwrap_or('\u{fffd}')).collect();
        return (ValueKind::String, format!("'{}'", shown.replace('\\', "\\\\").replace('\n', "\\n").replace('\'', "\\'")));
    }
    if value.is_number() {
        return (ValueKind::Number, value.display().to_string());
    }
    if value.is_bigint() {
        return (ValueKind::BigInt, value.display().to_string());
    }
    if value.is_symbol() {
        return (ValueKind::Symbol, no_side_effects(value));
    }
    value.as_object().map_or_else(|| (ValueKind::Undefined, String::new()), |object| describe_object(&object, depth))
}

fn describe_object(object: &JsObject, depth: u8) -> (ValueKind, String) {
    if object.is_proxy() {
        return (ValueKind::Object, "Proxy {…}".to_owned());
    }
    if object.is_callable() {
        let name = own_data(object, "name").and_then(|name| name.as_string()).map(|name| name.to_std_string_lossy()).unwrap_or_default();
        let word = if object.function_traits().is_some_and(|traits| traits.is_class) { "class" } else { "ƒ" };
        return (ValueKind::Function, if name.is_empty() { format!("{word} (anonymous)") } else { format!("{word} {name}") });
    }
    if object.is::<Error>() {
        return (ValueKind::Error, no_side_effects(&object.clone().into()));
    }
    if let Ok(promise) = JsPromise::from_object(object.clone()) {
        use boa_engine::builtins::promise::PromiseState;
        let state = match promise.state() {
            PromiseState::Pending => "<pending>".to_owned(),
            PromiseState::Fulfilled(value) if depth > 0 => describe(&value, 0).1,
            PromiseState::Rejected(value) if depth > 0 => format!("<rejected> {}", describe(&value, 0).1),
            PromiseState::Fulfilled(_) | PromiseState::Rejected(_) => "…".to_owned(),
        };
        return (ValueKind::Promise, format!("Promise {{ {state} }}"));
    }
    if let Some(date) = object.date_preview() {
        return (ValueKind::Object, date.unwrap_or_else(|| "Invalid Date".to_owned()));
    }
    if let Some(regexp) = object.regexp_preview() {
        return (ValueKind::Object, regexp);
    }
    if let Some(entries) = object.entries_preview() {
        return (ValueKind::Object, entries_of(&entries, depth));
    }
    if let Some((length, elements)) = object.elements_preview(ELEMENTS) {
        return (ValueKind::Object, elements_of(&class_name(object), length, &elements));
    }
    if object.is_array() {
        return (ValueKind::Array, array(object, depth));
    }
    let name = class_name(object);
    let prefix = if name == "Object" { String::new() } else { format!("{name} ") };
    (ValueKind::Object, format!("{prefix}{}", properties(object, depth)))
}

/// `Map(2) { 'a' => 1, 'b' => 2 }`, `Set(1) { 'a' }`.
fn entries_of(entries: &IteratorPreview, depth: u8) -> String {
    let (name, width) = if entries.is_key_value { ("Map", 2) } else { ("Set", 1) };
    let size = entries.values.len() / width;
    if depth == 0 || size == 0 {
        return format!("{name}({size}) {}", if size == 0 { "{}" } else { "{…}" });
    }
    let shown =
        entries.values.chunks(width).take(ENTRIES).map(|entry| entry.iter().map(|value| describe(value, 0).1).collect::<Vec<_>>().join(" => "));
    let more = if size > ENTRIES { ", …" } else { "" };
    format!("{name}({size}) {{ {}{more} }}", shown.collect::<Vec<_>>().join(", "))
}

/// `<Buffer 68 65 6c …>`, `Uint8Array(3) [1, 2, 3]`.
fn elements_of(class: &str, length: u64, elements: &[JsValue]) -> String {
    let more = length > elements.len() as u64;
    if class == "Buffer" {
        let bytes = elements.iter().map(|byte| format!(" {:02x}", byte.as_i32().unwrap_or_default()));
        return format!("<Buffer{}{}>", bytes.collect::<String>(), if more { " …" } else { "" });
    }
    let shown = elements.iter().map(|element| describe(element, 0).1).collect::<Vec<_>>().join(", ");
    format!("{class}({length}) [{shown}{}]", if more { ", …" } else { "" })
}

fn class_name(object: &JsObject) -> String {
    let constructor = find_data(object, "constructor").and_then(|value| value.as_object());
    let name = constructor.and_then(|constructor| own_data(&constructor, "name")).and_then(|name| name.as_string());
    name.map_or_else(|| "Object".to_owned(), |name| name.to_std_string_lossy())
}

fn array(object: &JsObject, depth: u8) -> String {
    let length = own_data(object, "length").and_then(|length| length.as_number()).unwrap_or(0.0);
    if depth == 0 {
        return format!("Array({length})");
    }
    let mut text = String::from("[");
    let borrowed = object.borrow();
    let mut shown = 0;
    for index in borrowed.properties().index_property_keys().take(ENTRIES) {
        let value = borrowed.properties().get(&PropertyKey::from(index)).and_then(|property| property.value().cloned());
        let separator = if shown == 0 { "" } else { ", " };
        let _ = write!(text, "{separator}{}", value.map_or_else(|| "…".to_owned(), |value| describe(&value, depth - 1).1));
        shown += 1;
    }
    if length > f64::from(shown) {
        text.push_str(if shown == 0 { "…" } else { ", …" });
    }
    text.push(']');
    text
}

fn properties(object: &JsObject, depth: u8) -> String {
    if depth == 0 {
        return "{…}".to_owned();
    }
    let borrowed = object.borrow();
    let mut text = String::from("{");
    let mut shown = 0;
    for key in borrowed.shape().keys() {
        let PropertyKey::String(name) = &key else {
            continue;
        };
        let Some(property) = borrowed.properties().get(&key) else {
            continue;
        };
        if property.enumerable() != Some(true) {
            continue;
        }
        if shown == ENTRIES {
            text.push_str(", …");
            break;
        }
        let value = property.value().map_or_else(|| "(getter)".to_owned(), |value| describe(value, depth - 1).1);
        let _ = write!(text, "{} {}: {value}", if shown == 0 { "" } else { "," }, name.to_std_string_lossy());
        shown += 1;
    }
    text.push_str(if shown == 0 { "}" } else { " }" });
    text
}
