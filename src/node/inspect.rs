//! Values looked at without running any of the program's code.

use boa_engine::builtins::promise::PromiseState;
use boa_engine::object::builtins::JsPromise;
use boa_engine::property::PropertyKey;
use boa_engine::{JsObject, JsString, JsValue};

/// A settled promise's value or reason; `undefined` while it is pending.
pub(crate) fn promise_result(promise: &JsObject) -> JsValue {
    match JsPromise::from_object(promise.clone()).map(|promise| promise.state()) {
        Ok(PromiseState::Fulfilled(value) | PromiseState::Rejected(value)) => value,
        _ => JsValue::undefined(),
    }
}

/// V8's `Object::NoSideEffectsToString`, as far as Node asks for it.
pub(crate) fn no_side_effects(value: &JsValue) -> String {
    if let Some(text) = value.as_string() {
        return text.to_std_string_lossy();
    }
    if let Some(symbol) = value.as_symbol() {
        return symbol.descriptive_string().to_std_string_lossy();
    }
    let Some(object) = value.as_object() else {
        return value.display().to_string();
    };
    if object.is::<boa_engine::builtins::error::Error>() {
        let part = |name: &str| find_data(&object, name).and_then(|value| value.as_string()).map(|text| text.to_std_string_lossy());
        let name = part("name").unwrap_or_else(|| "Error".to_owned());
        return match part("message") {
            Some(message) if !message.is_empty() => format!("{name}: {message}"),
            _ => name,
        };
    }
    if object.is_callable() {
        return format!(
            "function {}",
            own_data(&object, "name").and_then(|name| name.as_string()).map(|name| name.to_std_string_lossy()).unwrap_or_default()
        );
    }
    let constructor = find_data(&object, "constructor").and_then(|value| value.as_object());
    let name = constructor.and_then(|constructor| own_data(&constructor, "name")).and_then(|name| name.as_string());
    format!("#<{}>", name.map_or_else(|| "Object".to_owned(), |name| name.to_std_string_lossy()))
}

/// A data property, own or inherited, no getters run.
pub(crate) fn find_data(object: &JsObject, name: impl Into<JsString>) -> Option<JsValue> {
    let name = name.into();
    let mut current = Some(object.clone());
    while let Some(object) = current {
        if let Some(value) = own_data(&object, name.clone()) {
            return Some(value);
        }
        current = object.prototype();
    }
    None
}

/// An own data property, without running any getter.
pub(crate) fn own_data(object: &JsObject, name: impl Into<JsString>) -> Option<JsValue> {
    own_data_at(object, &PropertyKey::from(name.into()))
}

/// As [`own_data`], by a key.
pub(crate) fn own_data_at(object: &JsObject, key: &PropertyKey) -> Option<JsValue> {
    object.borrow().properties().get(key)?.value().cloned()
}

/// Whether a probe's value stands for a variable in its temporal dead zone.
pub(crate) fn is_uninitialised(value: &JsValue) -> bool {
    value.as_symbol().is_some_and(|symbol| symbol.is_private())
}
