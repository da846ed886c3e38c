//! Bytes moved, compared, searched, filled and swapped.

use std::cmp::Ordering;

use boa_engine::object::builtins::JsArrayBuffer;
use boa_engine::{Context, JsResult, JsValue};

use super::arguments::{buffer_at, index_at, size_at, string_at};
use super::codec::{self, Encoding};
use super::search::{self, Direction};
use crate::native::{Binding, Bytes, Class, argument, coded, invalid_type, number, out_of_range, set_buffer_prototype};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[
        ("setBufferPrototype", 1, set_prototype),
        ("createUnsafeArrayBuffer", 1, create_unsafe_array_buffer),
        ("setDetachKey", 2, set_detach_key),
        ("detachArrayBuffer", 1, crate::v8_builtins::detach),
        ("copy", 5, copy),
        ("copyArrayBuffer", 5, copy_array_buffer),
        ("compare", 2, compare),
        ("compareOffset", 6, compare_offset),
        ("fill", 5, fill),
        ("indexOfString", 6, index_of_string),
        ("indexOfBuffer", 6, index_of_buffer),
        ("indexOfNumber", 5, index_of_number),
        // Memory begins where any alignment asks for.
        ("arrayBufferAlignedOffset", 2, |_, _, _| Ok(JsValue::from(0))),
        ("swap16", 1, |_, arguments, context| swap(arguments, 2, context)),
        ("swap32", 1, |_, arguments, context| swap(arguments, 4, context)),
        ("swap64", 1, |_, arguments, context| swap(arguments, 8, context)),
    ])?;
    Ok(())
}

fn set_prototype(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(prototype) = argument(arguments, 0).as_object() {
        set_buffer_prototype(prototype, context);
    }
    Ok(JsValue::undefined())
}

/// Unsafe in Node since its bytes are whatever was there; ours are zeros, for a run is the same every time.
fn create_unsafe_array_buffer(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    match JsArrayBuffer::new(size_at(arguments, 0), context) {
        Ok(buffer) => Ok(buffer.into()),
        Err(_) => Err(coded(Class::RangeError, "ERR_MEMORY_ALLOCATION_FAILED", "Failed to allocate memory", context)),
    }
}

/// The key keeps `postMessage` from transferring Node's pool; `messaging` asks Node's own private symbol for that.
fn set_detach_key(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::undefined())
}

/// `copy(source, target, targetStart, sourceStart, count)`; JavaScript has checked the bounds.
fn copy(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let source = buffer_at(arguments, 0, context)?;
    let target = buffer_at(arguments, 1, context)?;
    let count = size_at(arguments, 4);
    move_bytes(&source.part(size_at(arguments, 3), count), &target.part(size_at(arguments, 2), count), context)?;
    Ok(JsValue::from(count))
}

/// `copyArrayBuffer(target, targetOffset, source, sourceOffset, count)`.
fn copy_array_buffer(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (Some(target), Some(source)) = (Bytes::of(&argument(arguments, 0), context), Bytes::of(&argument(arguments, 2), context)) else {
        return Err(invalid_type("argument must be a buffer", context));
    };
    let count = size_at(arguments, 4);
    move_bytes(&source.part(size_at(arguments, 3), count), &target.part(size_at(arguments, 1), count), context)?;
    Ok(JsValue::undefined())
}

/// `memmove`: the two may lie in the same buffer, so the source is read out first.
fn move_bytes(source: &Bytes, target: &Bytes, context: &mut Context) -> JsResult<()> {
    let source = source.to_vec();
    target.write(context, |target| {
        let count = source.len().min(target.len());
        target[..count].copy_from_slice(&source[..count]);
    })
}

fn compare_bytes(left: &Bytes, right: &Bytes) -> JsValue {
    JsValue::from(match left.read(|left| right.read(|right| left.cmp(right))) {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    })
}

fn compare(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let left = buffer_at(arguments, 0, context)?;
    let right = buffer_at(arguments, 1, context)?;
    Ok(compare_bytes(&left, &right))
}

/// `compareOffset(source, target, targetStart, sourceStart, targetEnd, sourceEnd)`.
fn compare_offset(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let source = buffer_at(arguments, 0, context)?;
    let target = buffer_at(arguments, 1, context)?;
    let target_start = index_at(arguments, 2, 0, context)?;
    let source_start = index_at(arguments, 3, 0, context)?;
    let target_end = index_at(arguments, 4, target.len(), context)?;
    let source_end = index_at(arguments, 5, source.len(), context)?;
    if source_start > source.len() {
        return Err(out_of_range("The value of \"sourceStart\" is out of range.", context));
    }
    if target_start > target.len() {
        return Err(out_of_range("The value of \"targetStart\" is out of range.", context));
    }
    let source = source.part(source_start, source_end.saturating_sub(source_start));
    let target = target.part(target_start, target_end.saturating_sub(target_start));
    Ok(compare_bytes(&source, &target))
}

/// `fill(buffer, value, start, end, encoding)`: -1 when the value has no bytes, -2 when the range is none of the buffer's.
fn fill(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = buffer_at(arguments, 0, context)?;
    let start = index_at(arguments, 2, 0, context)?;
    let end = index_at(arguments, 3, bytes.len(), context)?;
    if start > end || end > bytes.len() {
        return Ok(JsValue::from(-2));
    }
    let value = argument(arguments, 1);
    let pattern = if let Some(pattern) = Bytes::of_view(&value, context) {
        pattern.to_vec()
    } else if let Some(text) = value.as_string() {
        let encoding = argument(arguments, 4).as_string().and_then(|name| Encoding::from_name(&name.to_std_string_lossy()));
        codec::encode(text.as_str(), encoding.unwrap_or(Encoding::Utf8))
    } else {
        vec![(value.to_u32(context)? & 255) as u8]
    };
    if pattern.is_empty() && end > start {
        return Ok(JsValue::from(-1));
    }
    bytes.part(start, end - start).write(context, |bytes| {
        for (slot, byte) in bytes.iter_mut().zip(pattern.iter().cycle()) {
            *slot = *byte;
        }
    })?;
    Ok(JsValue::undefined())
}

fn direction(arguments: &[JsValue], index: usize) -> Direction {
    if argument(arguments, index).to_boolean() { Direction::Forward } else { Direction::Backward }
}

#[expect(clippy::cast_possible_truncation, reason = "JavaScript clamps the offset to an int32")]
fn offset(arguments: &[JsValue], index: usize) -> i64 {
    number(arguments, index) as i64
}

/// Searches the bytes before the end for `needle`, in steps of one byte or, if `wide`, of two. `ends`: the indices of the two arguments that
/// give the direction and the end.
fn index_of(bytes: &Bytes, needle: &[u8], arguments: &[JsValue], ends: [usize; 2], wide: bool) -> JsValue {
    let direction = direction(arguments, ends[0]);
    let length = bytes.len();
    // Callers before Node 24 pass no end.
    let end = if arguments.len() > ends[1] { size_at(arguments, ends[1]).min(length) } else { length };
    let Some(start) = search::start(length, offset(arguments, 2), needle.len(), direction) else {
        return JsValue::from(-1);
    };
    if needle.is_empty() {
        return JsValue::from(start.min(end));
    }
    if direction == Direction::Forward && start + needle.len() > end {
        return JsValue::from(-1);
    }
    let found = bytes.read(|bytes| {
        let bytes = &bytes[..end];
        if wide {
            let needle = codec::ucs2_units(needle);
            if needle.is_empty() {
                return None;
            }
            search::find(&codec::ucs2_units(bytes), &needle, start / 2, direction).map(|index| index * 2)
        } else {
            search::find(bytes, needle, start, direction)
        }
    });
    found.map_or(JsValue::from(-1), JsValue::from)
}

/// `indexOfString(buffer, text, offset, encoding, forward, end)`.
fn index_of_string(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = buffer_at(arguments, 0, context)?;
    let text = string_at(arguments, 1, context)?;
    let encoding = Encoding::from_number(number(arguments, 3)).unwrap_or(Encoding::Utf8);
    let needle = codec::encode(text.as_str(), encoding);
    Ok(index_of(&bytes, &needle, arguments, [4, 5], encoding == Encoding::Ucs2))
}

/// `indexOfBuffer(buffer, needle, offset, encoding, forward, end)`.
fn index_of_buffer(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = buffer_at(arguments, 0, context)?;
    let needle = buffer_at(arguments, 1, context)?.to_vec();
    let encoding = Encoding::from_number(number(arguments, 3)).unwrap_or(Encoding::Utf8);
    Ok(index_of(&bytes, &needle, arguments, [4, 5], encoding == Encoding::Ucs2))
}

/// `indexOfNumber(buffer, byte, offset, forward, end)`.
fn index_of_number(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = buffer_at(arguments, 0, context)?;
    let needle = [(argument(arguments, 1).to_u32(context)? & 255) as u8];
    Ok(index_of(&bytes, &needle, arguments, [3, 4], false))
}

/// Reverses every group of `width` bytes.
fn swap(arguments: &[JsValue], width: usize, context: &mut Context) -> JsResult<JsValue> {
    let bytes = buffer_at(arguments, 0, context)?;
    bytes.write(context, |bytes| bytes.chunks_exact_mut(width).for_each(<[u8]>::reverse))?;
    Ok(argument(arguments, 0))
}
