//! What messaging asks of Node's other bindings: symbols, private symbols, classes.

use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsSymbol, JsValue};

use crate::node::host::host;

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

fn symbol_of(table: &JsObject, name: &str, context: &mut Context) -> JsResult<JsSymbol> {
    let symbol = table.get(JsString::from(name), context)?.as_symbol();
    symbol.ok_or_else(|| JsNativeError::error().with_message(format!("no symbol {name}")).into())
}

/// A symbol of `internalBinding('symbols')`.
pub(super) fn symbol(name: &str, context: &mut Context) -> JsResult<JsSymbol> {
    let symbols = binding("symbols", context)?;
    symbol_of(&symbols, name, context)
}

/// The mark of what can be cloned or transferred: `transfer_mode_private_symbol`; until Node 20 it is the class that says so, and its way to be cloned.
pub(super) fn transfer_mode(context: &mut Context) -> JsResult<PropertyKey> {
    if host(context).major() < 22 {
        return symbol("messaging_clone_symbol", context).map(PropertyKey::from);
    }
    let util = binding("util", context)?;
    let symbols = util.get(JsString::from("privateSymbols"), context)?.to_object(context)?;
    symbol_of(&symbols, "transfer_mode_private_symbol", context).map(PropertyKey::from)
}
