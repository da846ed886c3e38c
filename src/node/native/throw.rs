//! Errors as C++ throws them (node v24.21.0 `src/node_errors.h`): the message as it is, the code as an own property.

use boa_engine::{Context, JsError, JsNativeError, JsString, JsValue};

/// The error class of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Error,
    TypeError,
    RangeError,
}

/// `THROW_ERR_*`: an error object with `code`.
pub(crate) fn coded(class: Class, code: &str, message: &str, context: &mut Context) -> JsError {
    with_properties(class, message, &[("code", code)], context)
}

/// An error object with these own properties, in this order.
pub(crate) fn with_properties(class: Class, message: &str, properties: &[(&str, &str)], context: &mut Context) -> JsError {
    with_values(class, message, properties.iter().map(|(name, value)| (*name, JsString::from(*value).into())), context)
}

/// As [`with_properties`], of any values.
pub(crate) fn with_values<'a>(
    class: Class,
    message: &str,
    properties: impl IntoIterator<Item = (&'a str, JsValue)>,
    context: &mut Context,
) -> JsError {
    let error = match class {
        Class::Error => JsNativeError::error(),
        Class::TypeError => JsNativeError::typ(),
        Class::RangeError => JsNativeError::range(),
    };
    let object = error.with_message(message.to_owned()).into_opaque(context);
    for (name, value) in properties {
        if let Err(error) = object.create_data_property_or_throw(JsString::from(name), value, context) {
            return error;
        }
    }
    JsError::from_opaque(JsValue::from(object))
}

/// `THROW_ERR_INVALID_ARG_TYPE`.
pub(crate) fn invalid_type(message: &str, context: &mut Context) -> JsError {
    coded(Class::TypeError, "ERR_INVALID_ARG_TYPE", message, context)
}

/// `THROW_ERR_OUT_OF_RANGE`.
pub(crate) fn out_of_range(message: &str, context: &mut Context) -> JsError {
    coded(Class::RangeError, "ERR_OUT_OF_RANGE", message, context)
}

/// Node's error for a feature that a platform lacks; `what` names it.
pub(crate) fn unavailable(what: &str, context: &mut Context) -> JsError {
    let message = format!("The feature {what} is unavailable on the current platform, which is being used to run Node.js");
    coded(Class::TypeError, "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM", &message, context)
}
