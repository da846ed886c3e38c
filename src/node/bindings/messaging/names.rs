//! The symbols, private symbols and classes of Node's other bindings that messaging needs.

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue};

use crate::host::host;

/// A module of Node's library.
///
/// # Errors
/// `Error` before the library has booted; an exception of the module's own code.
pub(super) fn require(id: &str, context: &mut Context) -> JsResult<JsObject> {
    let require = host(context).callbacks.borrow().require.clone();
    let Some(require) = require else {
        return Err(JsNativeError::error().with_message("Node's library has not booted").into());
    };
    require.call(&JsValue::undefined(), &[JsString::from(id).into()], context)?.to_object(context)
}

/// `internalBinding(name)`.
///
/// # Errors
/// As [`require`], and the error of a binding that is not there.
pub(super) fn binding(name: &str, context: &mut Context) -> JsResult<JsObject> {
    let realm = require("internal/bootstrap/realm", context)?;
    invoke(&realm, JsString::from("internalBinding"), &[JsString::from(name).into()], context)?.to_object(context)
}

/// Calls a method.
///
/// # Errors
/// An exception of the method; `TypeError` where it is none.
pub(super) fn invoke(object: &JsObject, key: impl Into<PropertyKey>, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let method = object.get(key, context)?.to_object(context)?;
    method.call(&object.clone().into(), arguments, context)
}

/// The key that marks objects which can be cloned or transferred: `transfer_mode_private_symbol`. Until Node 20 the class says so, by the key of its
/// method that clones.
pub(super) fn transfer_mode(context: &mut Context) -> JsResult<PropertyKey> {
    let host = host(context);
    if host.major() < 22 {
        return host.symbol("messaging_clone_symbol", context);
    }
    host.private_symbol("transfer_mode_private_symbol", context)
}
