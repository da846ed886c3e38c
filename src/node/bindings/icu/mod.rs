//! `internalBinding('icu')`: column widths, UTF-16 for `TextDecoder`, `transcode` (node v24.21.0 `src/node_i18n.cc`).
//! Of ICU's converters only UTF-16 is here; Node's JavaScript says of the others that the encoding is not supported.

mod converter;
mod transcode;
mod width;

use boa_engine::{Context, JsData, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};

pub(super) use self::converter::windows_1252;
use self::converter::{Converter, FLUSH};
use super::buffer::codec::Encoding;
use crate::native::{Binding, Bytes, Class, argument, bytes, coded, invalid_type, number, text};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[
        ("getStringWidth", 3, string_width),
        ("icuErrName", 1, error_name),
        ("transcode", 3, transcode),
        ("getConverter", 2, get_converter),
        ("decode", 4, decode),
        ("hasConverter", 1, has_converter),
    ])?;
    Ok(())
}

/// The object that `TextDecoder` holds.
#[derive(Trace, Finalize, JsData)]
struct Handle {
    #[unsafe_ignore_trace]
    converter: Converter,
}

fn string_width(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let text = argument(arguments, 0).as_string().unwrap_or_default();
    Ok(JsValue::from(width::width(text.code_points().map(boa_engine::string::CodePoint::as_u32))))
}

fn error_name(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let name = match number(arguments, 0) {
        1.0 => "U_ILLEGAL_ARGUMENT_ERROR",
        10.0 => "U_INVALID_CHAR_FOUND",
        _ => "[BOGUS UErrorCode]",
    };
    Ok(JsString::from(name).into())
}

/// `transcode(bytes, from, to)`: a `Buffer`, or the number of ICU's error.
fn transcode(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(source) = Bytes::of_view(&argument(arguments, 0), context) else {
        return Err(invalid_type("argument must be a buffer", context));
    };
    let illegal = transcode::IcuError::IllegalArgument;
    let encoding = |index| Encoding::from_name(&text(arguments, index)).ok_or(illegal);
    let result = encoding(1).and_then(|from| encoding(2).and_then(|to| source.read(|bytes| transcode::transcode(bytes, from, to))));
    match result {
        Ok(result) => bytes::buffer(&result, context),
        Err(error) => Ok(JsValue::from(error as i32)),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "flags of Node's JavaScript, below 8")]
fn flags(arguments: &[JsValue], index: usize) -> u32 {
    number(arguments, index) as u32
}

fn get_converter(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let prototype = context.intrinsics().constructors().object().prototype();
    let converter = Converter::new(&text(arguments, 0), flags(arguments, 1));
    Ok(converter.map_or(JsValue::undefined(), |converter| JsObject::from_proto_and_data(prototype, Handle { converter }).into()))
}

fn has_converter(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let name = text(arguments, 0);
    Ok(JsValue::from(name.eq_ignore_ascii_case("utf-8") || Converter::new(&name, 0).is_some()))
}

/// `decode(converter, bytes, flags, encoding)`.
fn decode(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(source) = Bytes::of(&argument(arguments, 1), context) else {
        return Err(invalid_type("The \"input\" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.", context));
    };
    let flush = flags(arguments, 2) & FLUSH != 0;
    let decoded = argument(arguments, 0)
        .as_object()
        .and_then(|handle| handle.downcast_mut::<Handle>().map(|mut handle| source.read(|bytes| handle.converter.decode(bytes, flush))));
    match decoded {
        Some(Ok(units)) => Ok(JsString::from(units.as_slice()).into()),
        _ => {
            let message = format!("The encoded data was not valid for encoding {}", text(arguments, 3));
            Err(coded(Class::TypeError, "ERR_ENCODING_INVALID_ENCODED_DATA", &message, context))
        }
    }
}
