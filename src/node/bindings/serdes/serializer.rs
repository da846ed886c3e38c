//! `Serializer` (node v24.21.0 `src/node_serdes.cc`, `SerializerContext`).

use std::collections::HashMap;

use boa_engine::{Context, JsData, JsObject, JsResult, JsValue};
use boa_gc::{Finalize, Trace};

use super::wire::{LATEST, VERSION, varint};
use super::writer;
use crate::native::{Binding, Bytes, argument, bytes, invalid_type, number, state};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class(
        "Serializer",
        construct,
        &[
            ("writeHeader", 0, write_header),
            ("writeValue", 1, write_value),
            ("releaseBuffer", 0, release_buffer),
            ("transferArrayBuffer", 2, transfer_array_buffer),
            ("writeUint32", 1, write_uint32),
            ("writeUint64", 2, write_uint64),
            ("writeDouble", 1, write_double),
            ("writeRawBytes", 1, write_raw_bytes),
            ("_setTreatArrayBufferViewsAsHostObjects", 1, set_views_are_host_objects),
        ],
    )?;
    Ok(())
}

#[derive(Default, Trace, Finalize, JsData)]
pub(super) struct Serializer {
    pub(super) written: Vec<u8>,
    /// The id of each object that has been written, by the object's identity.
    pub(super) seen: HashMap<JsObject, u32>,
    /// The buffers that the program transfers beside the bytes, with their ids.
    pub(super) transferred: HashMap<JsObject, u32>,
    pub(super) views_are_host_objects: bool,
}

fn construct(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    state::keep(this, Serializer::default(), context)?;
    Ok(JsValue::undefined())
}

fn write(this: &JsValue, bytes: &[u8], context: &mut Context) -> JsResult<JsValue> {
    state::kept(this, context, |serializer: &mut Serializer| serializer.written.extend_from_slice(bytes));
    Ok(JsValue::undefined())
}

fn write_header(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    write(this, &[VERSION, LATEST as u8], context)
}

/// `writeValue(value)`.
///
/// # Errors
/// The error that `_getDataCloneError` makes for a value that cannot be cloned; an exception of the program's own getters.
fn write_value(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    writer::write(this, &argument(arguments, 0), context)?;
    Ok(JsValue::from(true))
}

fn release_buffer(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let written = state::kept(this, context, |serializer: &mut Serializer| std::mem::take(&mut serializer.written)).unwrap_or_default();
    bytes::buffer(&written, context)
}

/// `transferArrayBuffer(id, buffer)`.
fn transfer_array_buffer(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let id = argument(arguments, 0).to_u32(context)?;
    if let Some(buffer) = argument(arguments, 1).as_object() {
        state::kept(this, context, |serializer: &mut Serializer| serializer.transferred.insert(buffer, id));
    }
    Ok(JsValue::undefined())
}

fn write_uint32(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = argument(arguments, 0).to_u32(context)?;
    write(this, &varint(value.into()), context)
}

/// `writeUint64(high, low)`.
fn write_uint64(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (high, low) = (argument(arguments, 0).to_u32(context)?, argument(arguments, 1).to_u32(context)?);
    write(this, &varint(u64::from(high) << 32 | u64::from(low)), context)
}

fn write_double(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    write(this, &number(arguments, 0).to_le_bytes(), context)
}

fn write_raw_bytes(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(raw) = Bytes::of(&argument(arguments, 0), context) else {
        return Err(invalid_type("source must be a TypedArray or a DataView", context));
    };
    write(this, &raw.to_vec(), context)
}

fn set_views_are_host_objects(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let are = argument(arguments, 0).to_boolean();
    state::kept(this, context, |serializer: &mut Serializer| serializer.views_are_host_objects = are);
    Ok(JsValue::undefined())
}
