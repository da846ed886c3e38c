//! Transfer lists (node v24.21.0 `src/node_messaging.cc` `GetTransferList`, `Message::Serialize`).

use boa_engine::object::builtins::{JsArray, JsArrayBuffer};
use boa_engine::{Context, JsObject, JsResult, JsString, JsSymbol, JsValue};

use super::errors::data_clone_error;
use super::port;
use crate::native::invalid_type;

/// The buffers and ports that move with a message.
#[derive(Default)]
pub(super) struct TransferList {
    /// The `ArrayBuffer`s of the list.
    pub(super) buffers: Vec<JsObject>,
    pub(super) ports: Vec<JsObject>,
}

/// The entries of `postMessage`'s second argument: an iterable, or options with one.
///
/// # Errors
/// `ERR_INVALID_ARG_TYPE` where it is neither; an exception of the program's own iterator.
pub(super) fn entries(argument: &JsValue, context: &mut Context) -> JsResult<Vec<JsValue>> {
    if argument.is_null_or_undefined() {
        return Ok(Vec::new());
    }
    let Some(object) = argument.as_object() else {
        return Err(invalid_type("Optional transferList argument must be an iterable", context));
    };
    if is_iterable(&object, context)? {
        return read(argument, context);
    }
    let list = object.get(JsString::from("transfer"), context)?;
    if list.is_null_or_undefined() {
        return Ok(Vec::new());
    }
    match list.as_object() {
        Some(object) if is_iterable(&object, context)? => read(&list, context),
        _ => Err(invalid_type("Optional options.transfer argument must be an iterable", context)),
    }
}

fn is_iterable(object: &JsObject, context: &mut Context) -> JsResult<bool> {
    Ok(object.get(JsSymbol::iterator(), context)?.is_callable())
}

fn read(iterable: &JsValue, context: &mut Context) -> JsResult<Vec<JsValue>> {
    let from = context.intrinsics().constructors().array().constructor().get(JsString::from("from"), context)?.to_object(context)?;
    let list = JsArray::from_object(from.call(&JsValue::undefined(), std::slice::from_ref(iterable), context)?.to_object(context)?)?;
    (0..list.length(context)?).map(|index| list.get(index, context)).collect()
}

/// The transfer list of `entries`, checked. `source` is the port that sends, if it is a port, for a port cannot transfer itself.
///
/// # Errors
/// `DataCloneError` for an entry that cannot be transferred, or that is listed twice.
pub(super) fn checked(entries: &[JsValue], source: Option<&JsObject>, context: &mut Context) -> JsResult<TransferList> {
    let mut list = TransferList::default();
    for entry in entries {
        let Some(object) = entry.as_object() else {
            return Err(data_clone_error("Found invalid value in transferList.", context));
        };
        if let Ok(buffer) = JsArrayBuffer::from_object(object.clone()) {
            if buffer.data().is_none() || is_marked_untransferable(&object, context)? {
                return Err(data_clone_error("Cannot transfer object of unsupported type.", context));
            }
            if list.buffers.contains(&object) {
                return Err(data_clone_error("Transfer list contains duplicate ArrayBuffer", context));
            }
            list.buffers.push(object);
        } else if port::is_port(&object) {
            if source == Some(&object) {
                return Err(data_clone_error("Transfer list contains source port", context));
            }
            if list.ports.contains(&object) {
                return Err(data_clone_error("Transfer list contains duplicate MessagePort", context));
            }
            if port::is_detached(&object) {
                return Err(data_clone_error("MessagePort in transfer list is already detached", context));
            }
            list.ports.push(object);
        } else {
            return Err(data_clone_error("Found invalid value in transferList.", context));
        }
    }
    Ok(list)
}

/// `markAsUntransferable`; the pool behind small `Buffer`s is marked so.
fn is_marked_untransferable(object: &JsObject, context: &mut Context) -> JsResult<bool> {
    let util = super::names::binding("util", context)?;
    let symbols = util.get(JsString::from("privateSymbols"), context)?.to_object(context)?;
    let Some(symbol) = symbols.get(JsString::from("untransferable_object_private_symbol"), context)?.as_symbol() else {
        return Ok(false);
    };
    Ok(object.get(symbol, context)?.to_boolean())
}
