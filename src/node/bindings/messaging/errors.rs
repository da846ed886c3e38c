//! `DOMException`s that C++ throws, in V8's and Node's words.

use boa_engine::{Context, JsError, JsString, JsValue};

use super::names;

/// `ThrowDataCloneException`: a `DOMException` named `DataCloneError`.
pub(super) fn data_clone_error(message: &str, context: &mut Context) -> JsError {
    dom_exception(message, JsString::from("DataCloneError").into(), context)
}

/// A `DOMException`. `about`: its name, or `{ name, cause }`.
pub(in crate::bindings) fn dom_exception(message: &str, about: JsValue, context: &mut Context) -> JsError {
    let made = names::binding("messaging", context).and_then(|binding| {
        let class = binding.get(JsString::from("DOMException"), context)?.to_object(context)?;
        class.construct(&[JsString::from(message).into(), about], None, context)
    });
    match made {
        Ok(exception) => JsError::from_opaque(exception.into()),
        Err(error) => error,
    }
}

pub(super) fn not_cloneable(value: &JsValue, context: &mut Context) -> JsError {
    let words = words_of(value, context);
    data_clone_error(&format!("{words} could not be cloned."), context)
}

/// V8's name, in errors, for a value that can't be cloned.
pub(in crate::bindings) fn words_of(value: &JsValue, context: &mut Context) -> String {
    match value.as_object() {
        Some(object) if object.is_proxy() && !object.is_callable() => "#<Object>".to_owned(),
        _ => value.in_words(context),
    }
}
