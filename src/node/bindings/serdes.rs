//! `internalBinding('serdes')`: V8's `ValueSerializer` (node v24.21.0 `src/node_serdes.cc`), as far as headers and raw parts go. Values are not written yet.

use boa_engine::{Context, JsData, JsResult, JsValue};
use boa_gc::{Finalize, Trace};

use super::builder::{Binding, argument, nothing, number};
use super::bytes::{self, Bytes};
use super::state;

/// Version 15 of V8's format, behind its tag.
const HEADER: [u8; 2] = [0xff, 0x0f];

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class(
        "Serializer",
        construct,
        &[
            ("writeHeader", 0, write_header),
            ("writeUint32", 1, write_uint32),
            ("writeUint64", 2, write_uint64),
            ("writeDouble", 1, write_double),
            ("_setTreatArrayBufferViewsAsHostObjects", 1, nothing),
            ("writeRawBytes", 1, write_raw_bytes),
            ("releaseBuffer", 0, release_buffer),
        ],
    )?;
    Ok(())
}

#[derive(Default, Trace, Finalize, JsData)]
struct Serializer {
    written: Vec<u8>,
}

fn construct(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    state::keep(this, Serializer::default(), context)?;
    Ok(JsValue::undefined())
}

fn write(this: &JsValue, bytes: &[u8], context: &mut Context) -> JsResult<JsValue> {
    state::kept(this, context, |serializer: &mut Serializer| serializer.written.extend_from_slice(bytes));
    Ok(JsValue::undefined())
}

/// Seven bits a byte, the lowest first.
fn varint(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

fn write_header(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    write(this, &HEADER, context)
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
    let raw = Bytes::of(&argument(arguments, 0), context).map(|bytes| bytes.to_vec()).unwrap_or_default();
    write(this, &raw, context)
}

fn release_buffer(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let written = state::kept(this, context, |serializer: &mut Serializer| std::mem::take(&mut serializer.written)).unwrap_or_default();
    bytes::buffer(&written, context)
}
