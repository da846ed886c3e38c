//! `ArrayBuffer.prototype.transfer`, `transferToFixedLength` and `detached` (ECMAScript 2024), which Boa keeps behind a feature together with what V8 has not.

use boa_engine::object::builtins::JsArrayBuffer;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue};

use crate::native::{Native, argument, define_hidden, native_function};

/// Puts them on the prototype of the context's realm.
///
/// # Errors
/// Whatever defining a property throws.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let prototype = context.intrinsics().constructors().array_buffer().prototype();
    for (name, native) in [("transfer", transfer as Native), ("transferToFixedLength", transfer_to_fixed_length)] {
        let function = native_function(name, 0, native, context);
        define_hidden(&prototype, JsString::from(name), function, context)?;
    }
    let get = native_function("get detached", 0, detached, context);
    let property = PropertyDescriptor::builder().get(get).enumerable(false).configurable(true);
    prototype.define_property_or_throw(JsString::from("detached"), property, context)?;
    Ok(())
}

fn receiver(this: &JsValue, method: &str) -> JsResult<(JsObject, JsArrayBuffer)> {
    let found = this.as_object().and_then(|object| Some((object.clone(), JsArrayBuffer::from_object(object).ok()?)));
    found.ok_or_else(|| {
        let shown = crate::inspect::no_side_effects(this);
        JsNativeError::typ().with_message(format!("Method {method} called on incompatible receiver {shown}")).into()
    })
}

fn detached(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let (_, buffer) = receiver(this, "ArrayBuffer.prototype.detached")?;
    Ok(buffer.data().is_none().into())
}

fn transfer(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (object, buffer) = receiver(this, "ArrayBuffer.prototype.transfer")?;
    let is_resizable = object.get(JsString::from("resizable"), context)?.to_boolean();
    let limit = if is_resizable { Some(object.get(JsString::from("maxByteLength"), context)?.to_length(context)?) } else { None };
    moved(&buffer, &argument(arguments, 0), limit, "ArrayBuffer.prototype.transfer", context)
}

fn transfer_to_fixed_length(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (_, buffer) = receiver(this, "ArrayBuffer.prototype.transferToFixedLength")?;
    moved(&buffer, &argument(arguments, 0), None, "ArrayBuffer.prototype.transferToFixedLength", context)
}

/// `detachArrayBuffer(buffer)` of `internalBinding('buffer')` up to Node 20 (`src/node_buffer.cc`): its bytes in a new one.
pub(crate) fn detach(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (_, buffer) = receiver(&argument(arguments, 0), "detachArrayBuffer")?;
    moved(&buffer, &JsValue::undefined(), None, "detachArrayBuffer", context)
}

/// `ArrayBufferCopyAndDetach`.
fn moved(buffer: &JsArrayBuffer, length: &JsValue, limit: Option<u64>, method: &str, context: &mut Context) -> JsResult<JsValue> {
    let length = if length.is_undefined() { buffer.byte_length() as u64 } else { length.to_index(context)? };
    if buffer.data().is_none() {
        return Err(JsNativeError::typ().with_message(format!("Cannot perform {method} on a detached ArrayBuffer")).into());
    }
    if length > context.host_hooks().max_buffer_size(context) {
        return Err(JsNativeError::range().with_message("Array buffer allocation failed").into());
    }
    let mut bytes = buffer.detach(&JsValue::undefined())?;
    bytes.resize(usize::try_from(length).unwrap_or(usize::MAX), 0);
    let moved = JsArrayBuffer::from_byte_block(bytes, context)?;
    Ok(limit.map_or(moved.clone(), |limit| moved.with_max_byte_length(limit)).into())
}
