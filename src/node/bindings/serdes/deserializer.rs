//! `Deserializer` (node v24.21.0 `src/node_serdes.cc`, `DeserializerContext`).

use std::collections::HashMap;

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsData, JsNativeError, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};

use super::reader;
use super::wire::{LATEST, VERSION};
use crate::native::{Binding, Bytes, argument, invalid_type, number, state};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class(
        "Deserializer",
        construct,
        &[
            ("readHeader", 0, read_header),
            ("readValue", 0, read_value),
            ("getWireFormatVersion", 0, wire_format_version),
            ("transferArrayBuffer", 2, transfer_array_buffer),
            ("readUint32", 0, read_uint32),
            ("readUint64", 0, read_uint64),
            ("readDouble", 0, read_double),
            ("_readRawBytes", 1, read_raw_bytes),
        ],
    )?;
    Ok(())
}

#[derive(Default, Trace, Finalize, JsData)]
pub(super) struct Deserializer {
    pub(super) bytes: Vec<u8>,
    /// Index in `bytes` of the next byte to read.
    pub(super) at: usize,
    pub(super) version: u32,
    /// The objects read so far, by their ids in the format; `None` for one that is not made yet.
    pub(super) made: Vec<Option<JsObject>>,
    /// The buffers that the program has transferred beside the bytes, by their ids.
    pub(super) transferred: HashMap<u32, JsObject>,
}

impl Deserializer {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// Reads past the next `length` bytes. The index at which they begin; `None` where there are fewer.
    pub(super) fn skip(&mut self, length: usize) -> Option<usize> {
        let start = self.at;
        let end = start.checked_add(length).filter(|end| *end <= self.bytes.len())?;
        self.at = end;
        Some(start)
    }

    pub(super) fn take(&mut self, length: usize) -> Option<&[u8]> {
        let start = self.skip(length)?;
        self.bytes.get(start..start + length)
    }

    /// Reads a number of seven bits a byte, the lowest first; bits past the 64th are lost.
    pub(super) fn varint(&mut self) -> Option<u64> {
        let (mut value, mut shift) = (0u64, 0);
        loop {
            let byte = self.byte()?;
            if shift < 64 {
                value |= u64::from(byte & 0x7f) << shift;
            }
            shift += 7;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "as V8 reads it")]
    pub(super) fn uint32(&mut self) -> Option<u32> {
        self.varint().map(|value| value as u32)
    }

    pub(super) fn length(&mut self) -> Option<usize> {
        self.uint32().map(|length| length as usize)
    }

    pub(super) fn double(&mut self) -> Option<f64> {
        let bytes = <[u8; 8]>::try_from(self.take(8)?).ok()?;
        let number = f64::from_le_bytes(bytes);
        Some(if number.is_nan() { f64::NAN } else { number })
    }

    fn header(&mut self) -> Option<()> {
        let version = if self.byte()? == VERSION { self.uint32()? } else { return None };
        self.version = version;
        (version <= LATEST).then_some(())
    }
}

fn construct(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let buffer = argument(arguments, 0);
    let Some(bytes) = Bytes::of_view(&buffer, context) else {
        return Err(invalid_type("buffer must be a TypedArray or a DataView", context));
    };
    if let Some(this) = this.as_object() {
        this.create_data_property_or_throw(JsString::from("buffer"), buffer, context)?;
    }
    let mut deserializer = Deserializer::default();
    deserializer.bytes = bytes.to_vec();
    state::keep(this, deserializer, context)?;
    Ok(JsValue::undefined())
}

fn error(message: &'static str) -> boa_engine::JsError {
    JsNativeError::error().with_message(message).into()
}

/// The answer of the deserializer to `question`; an error with the message `failure` where there is none.
fn ask<R>(this: &JsValue, failure: &'static str, context: &mut Context, question: impl FnOnce(&mut Deserializer) -> Option<R>) -> JsResult<R> {
    state::kept(this, context, question).flatten().ok_or_else(|| error(failure))
}

fn read_header(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    ask(this, "Unable to deserialize cloned data due to invalid or unsupported version.", context, Deserializer::header)?;
    Ok(JsValue::from(true))
}

fn read_value(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    reader::read(this, context)
}

fn wire_format_version(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(state::kept(this, context, |deserializer: &mut Deserializer| deserializer.version).unwrap_or_default().into())
}

/// `transferArrayBuffer(id, buffer)`.
fn transfer_array_buffer(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let id = argument(arguments, 0).to_u32(context)?;
    let Some(buffer) = argument(arguments, 1).as_object().filter(|buffer| Bytes::of_view(&buffer.clone().into(), context).is_none()) else {
        return Err(invalid_type("arrayBuffer must be an ArrayBuffer or SharedArrayBuffer", context));
    };
    state::kept(this, context, |deserializer: &mut Deserializer| deserializer.transferred.insert(id, buffer));
    Ok(JsValue::undefined())
}

fn read_uint32(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    ask(this, "ReadUint32() failed", context, Deserializer::uint32).map(JsValue::from)
}

/// `readUint64()`: `[high, low]`, 32 bits each.
fn read_uint64(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = ask(this, "ReadUint64() failed", context, Deserializer::varint)?;
    let parts = [value >> 32, value & 0xffff_ffff].map(|part| JsValue::from(u32::try_from(part).unwrap_or_default()));
    Ok(JsArray::from_iter(parts, context).into())
}

fn read_double(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    ask(this, "ReadDouble() failed", context, Deserializer::double).map(JsValue::from)
}

/// `_readRawBytes(length)`: reads past so many bytes and gives the index at which they begin in the buffer.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length that Node's JavaScript has read itself")]
fn read_raw_bytes(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let length = number(arguments, 0).max(0.0) as usize;
    ask(this, "ReadRawBytes() failed", context, |deserializer| deserializer.skip(length)).map(JsValue::from)
}
