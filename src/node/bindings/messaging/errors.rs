//! `DataCloneError`, in V8's and Node's words.

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsError, JsObject, JsString, JsSymbol, JsValue};

use super::names;

/// `ThrowDataCloneException`: a `DOMException` named `DataCloneError`.
pub(super) fn data_clone_error(message: &str, context: &mut Context) -> JsError {
    let made = names::binding("messaging", context).and_then(|binding| {
        let class = binding.get(JsString::from("DOMException"), context)?.to_object(context)?;
        class.construct(&[JsString::from(message).into(), JsString::from("DataCloneError").into()], None, context)
    });
    match made {
        Ok(exception) => JsError::from_opaque(exception.into()),
        Err(error) => error,
    }
}

pub(super) fn not_cloneable(value: &JsValue, context: &mut Context) -> JsError {
    match words(value, context) {
        Ok(words) => data_clone_error(&format!("{words} could not be cloned."), context),
        Err(error) => error,
    }
}

/// V8's `Object::NoSideEffectsToString` of what can't be cloned.
fn words(value: &JsValue, context: &mut Context) -> boa_engine::JsResult<String> {
    if let Some(symbol) = value.as_symbol() {
        return Ok(symbol.descriptive_string().to_std_string_lossy());
    }
    let Some(object) = value.as_object() else {
        return Ok(value.display().to_string());
    };
    if object.is_callable() {
        return Ok(value.to_string(context)?.to_std_string_lossy());
    }
    if object.is_proxy() {
        return Ok("#<Object>".to_owned());
    }
    let to_string = context.intrinsics().constructors().object().prototype().get(JsString::from("toString"), context)?;
    if find(&object, &JsString::from("toString").into()) == Some(to_string)
        && let Some(constructor) = find(&object, &JsString::from("constructor").into()).and_then(|value| value.as_object())
        && constructor.is_callable()
        && let Some(name) = find(&constructor, &JsString::from("name").into()).and_then(|name| name.as_string())
        && !name.is_empty()
    {
        return Ok(format!("#<{}>", name.to_std_string_lossy()));
    }
    let tag = find(&object, &JsSymbol::to_string_tag().into()).and_then(|tag| tag.as_string());
    Ok(format!("[object {}]", tag.map_or_else(|| "Object".to_owned(), |tag| tag.to_std_string_lossy())))
}

/// The value of the nearest property of that name; nothing where that one is an accessor.
fn find(object: &JsObject, key: &PropertyKey) -> Option<JsValue> {
    let mut current = Some(object.clone());
    while let Some(object) = current {
        if let Some(property) = object.borrow().properties().get(key) {
            return property.value().cloned();
        }
        current = object.prototype();
    }
    None
}
