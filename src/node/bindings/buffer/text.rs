//! Strings out of buffers and into them: `*Slice`, `*Write`, `byteLengthUtf8`, `atob`, `btoa`.

use std::borrow::Cow;

use boa_engine::string::{JsStr, JsStrVariant};
use boa_engine::{Context, JsResult, JsString, JsValue};

use super::arguments::{buffer_at, index_at, string_at};
use super::base64::{self, Alphabet};
use super::codec::{self, Encoding};
use crate::host::host;
use crate::native::{Binding, Class, Native, coded, out_of_range};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let slices: [(&str, usize, Native); 7] = [
        ("asciiSlice", 3, |this, arguments, context| slice(this, arguments, Encoding::Ascii, context)),
        ("base64Slice", 3, |this, arguments, context| slice(this, arguments, Encoding::Base64, context)),
        ("base64urlSlice", 3, |this, arguments, context| slice(this, arguments, Encoding::Base64Url, context)),
        ("latin1Slice", 3, |this, arguments, context| slice(this, arguments, Encoding::Latin1, context)),
        ("hexSlice", 3, |this, arguments, context| slice(this, arguments, Encoding::Hex, context)),
        ("ucs2Slice", 3, |this, arguments, context| slice(this, arguments, Encoding::Ucs2, context)),
        ("utf8Slice", 3, |this, arguments, context| slice(this, arguments, Encoding::Utf8, context)),
    ];
    let writes: [(&str, usize, Native); 10] = [
        ("asciiWrite", 3, |this, arguments, context| write_into(this, arguments, Encoding::Ascii, context)),
        ("latin1Write", 3, |this, arguments, context| write_into(this, arguments, Encoding::Latin1, context)),
        ("utf8Write", 3, |this, arguments, context| write_into(this, arguments, Encoding::Utf8, context)),
        ("base64Write", 4, |this, arguments, context| write_into(this, arguments, Encoding::Base64, context)),
        ("base64urlWrite", 4, |this, arguments, context| write_into(this, arguments, Encoding::Base64Url, context)),
        ("hexWrite", 4, |this, arguments, context| write_into(this, arguments, Encoding::Hex, context)),
        ("ucs2Write", 4, |this, arguments, context| write_into(this, arguments, Encoding::Ucs2, context)),
        ("asciiWriteStatic", 4, |_, arguments, context| write(arguments, Encoding::Ascii, context)),
        ("latin1WriteStatic", 4, |_, arguments, context| write(arguments, Encoding::Latin1, context)),
        ("utf8WriteStatic", 4, |_, arguments, context| write(arguments, Encoding::Utf8, context)),
    ];
    binding.functions(&slices)?.functions(&writes)?.functions(&[("byteLengthUtf8", 1, byte_length_utf8), ("atob", 1, atob), ("btoa", 1, btoa)])?;
    Ok(())
}

/// The arguments with the buffer first: before Node 24 it was `this`.
fn buffer_first<'a>(this: &JsValue, arguments: &'a [JsValue], context: &Context) -> Cow<'a, [JsValue]> {
    if host(context).major() < 24 { [std::slice::from_ref(this), arguments].concat().into() } else { arguments.into() }
}

/// `StringSlice<encoding>(buffer, start, end)`.
fn slice(this: &JsValue, arguments: &[JsValue], encoding: Encoding, context: &mut Context) -> JsResult<JsValue> {
    let arguments = &buffer_first(this, arguments, context);
    let bytes = buffer_at(arguments, 0, context)?;
    if bytes.len() == 0 {
        return Ok(JsString::default().into());
    }
    let start = index_at(arguments, 1, 0, context)?;
    let end = index_at(arguments, 2, bytes.len(), context)?.max(start);
    if end == start && host(context).major() >= 24 {
        return Ok(JsString::default().into());
    }
    if end > bytes.len() {
        return Err(out_of_range("Index out of range", context));
    }
    Ok(bytes.part(start, end - start).read(|bytes| codec::decode(bytes, encoding)).into())
}

fn write_into(this: &JsValue, arguments: &[JsValue], encoding: Encoding, context: &mut Context) -> JsResult<JsValue> {
    write(&buffer_first(this, arguments, context), encoding, context)
}

/// `StringWrite<encoding>(buffer, string, offset, length)`.
fn write(arguments: &[JsValue], encoding: Encoding, context: &mut Context) -> JsResult<JsValue> {
    let bytes = buffer_at(arguments, 0, context)?;
    let text = string_at(arguments, 1, context)?;
    let offset = index_at(arguments, 2, 0, context)?;
    if offset > bytes.len() {
        return Err(coded(Class::RangeError, "ERR_BUFFER_OUT_OF_BOUNDS", "\"offset\" is outside of buffer bounds", context));
    }
    let length = index_at(arguments, 3, bytes.len() - offset, context)?;
    let written = bytes.part(offset, length).write(context, |bytes| codec::write(text.as_str(), encoding, bytes))?;
    Ok(JsValue::from(written))
}

fn byte_length_utf8(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let text = string_at(arguments, 0, context)?;
    Ok(JsValue::from(codec::utf8_length(text.as_str())))
}

/// `atob(text)`: the decoded text, or the number by which Node's JavaScript chooses the error that it throws.
fn atob(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let text = string_at(arguments, 0, context)?;
    Ok(match base64::atob(text.as_str()) {
        Ok(bytes) => JsString::from(JsStr::latin1(&bytes)).into(),
        Err(error) => JsValue::from(error as i32),
    })
}

/// `btoa(text)`: the encoded text, or -1 for a character above U+00FF.
fn btoa(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let text = string_at(arguments, 0, context)?;
    let bytes = match text.as_str().variant() {
        JsStrVariant::Latin1(bytes) => Ok(bytes.to_vec()),
        JsStrVariant::Utf16(units) => units.iter().map(|unit| u8::try_from(*unit)).collect(),
    };
    Ok(match bytes {
        Ok(bytes) => JsString::from(JsStr::latin1(&base64::encode(&bytes, Alphabet::Standard))).into(),
        Err(_) => JsValue::from(-1),
    })
}
