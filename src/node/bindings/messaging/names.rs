//! What messaging asks of Node's other bindings: symbols, private symbols, classes.

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue};

use crate::host::host;

/// A module of Node's library.
pub(super) fn require(id: &str, context: &mut Context) -> JsResult<JsObject> {
    let require = host(context).callbacks.borrow().require.clone();
    let Some(require) = require else {
        return Err(JsNativeError::error().with_message("Node's library has not booted").into());
    };
    require.call(&JsValue::undefined(), &[JsString::from(id).into()], context)?.to_object(context)
}

/// `internalBinding(name)`.
pub(super) fn binding(name: &str, context: &mut Context) -> JsResult<JsObject> {
    let realm = require("internal/bootstrap/realm", context)?;
    invoke(&realm, JsString::from("internalBinding"), &[JsString::from(name).into()], context)?.to_object(context)
}

/// Calls a method.
pub(super) fn invoke(object: &JsObject, key: impl Into<PropertyKey>, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let method = object.get(key, context)?.to_object(context)?;
    method.call(&object.clone().into(), arguments, context)
}

/// The mark of what can be cloned or transferred: `transfer_mode_private_symbol`; until Node 20 it is the class that says so, and its way to be cloned.
pub(super) fn transfer_mode(context: &mut Context) -> JsResult<PropertyKey> {
    let host = host(context);
    if host.major() < 22 {
        return host.symbol("messaging_clone_symbol", context);
    }
    host.private_symbol("transfer_mode_private_symbol", context)
}
