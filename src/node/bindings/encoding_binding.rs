//! `internalBinding('encoding_binding')`: `TextEncoder` and the UTF-8 side of `TextDecoder` (node v24.21.0 `src/encoding_binding.cc`).

mod punycode;

use boa_engine::object::builtins::JsUint32Array;
use boa_engine::{Context, JsResult, JsString, JsValue};

use super::buffer::codec::{self, Encoding};
use crate::native::{Binding, Bytes, Class, argument, coded, invalid_type, shared_u32, text, uint8_array};

/// The UTF-16 code units that the last `encodeInto` read and the bytes that it wrote, shared with JavaScript.
struct EncodeIntoResults(JsUint32Array);

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let results = shared_u32(2, binding.context)?;
    binding.context.insert_data(EncodeIntoResults(results.clone()));
    binding.value("encodeIntoResults", results)?.functions(&[
        ("encodeInto", 2, encode_into),
        ("encodeUtf8String", 1, encode_utf8_string),
        ("decodeUTF8", 3, decode_utf8),
        ("decodeLatin1", 3, decode_latin1),
        ("decodeWindows1252", 3, decode_windows_1252),
        ("toASCII", 1, to_ascii),
        ("toUnicode", 1, to_unicode),
    ])?;
    Ok(())
}

fn encode_into(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let source = argument(arguments, 0).as_string().unwrap_or_default();
    let Some(target) = Bytes::of_view(&argument(arguments, 1), context) else {
        return Err(invalid_type("The \"dest\" argument must be an instance of Uint8Array.", context));
    };
    let progress = target.write(context, |target| codec::write_utf8(source.as_str(), target))?;
    if let Some(EncodeIntoResults(results)) = context.get_data() {
        let results = results.clone();
        results.set(0, progress.read, true, context)?;
        results.set(1, progress.written, true, context)?;
    }
    Ok(JsValue::undefined())
}

fn encode_utf8_string(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let source = argument(arguments, 0).as_string().unwrap_or_default();
    Ok(uint8_array(&codec::encode(source.as_str(), Encoding::Utf8), context)?.into())
}

/// `decodeUTF8(bytes, ignoreBOM, fatal)`.
fn decode_utf8(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(bytes) = Bytes::of(&argument(arguments, 0), context) else {
        return Err(invalid_type("The \"list\" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.", context));
    };
    let keeps_mark = argument(arguments, 1).to_boolean();
    let fatal = argument(arguments, 2).to_boolean();
    let decoded = bytes.read(|bytes| {
        if fatal && std::str::from_utf8(bytes).is_err() {
            return None;
        }
        let bytes = if keeps_mark { bytes } else { bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes) };
        Some(codec::decode_utf8(bytes))
    });
    match decoded {
        Some(text) => Ok(text.into()),
        None => {
            let message = "The encoded data was not valid for encoding utf-8";
            Err(coded(Class::TypeError, "ERR_ENCODING_INVALID_ENCODED_DATA", message, context))
        }
    }
}

/// Node 22's `decodeWindows1252(bytes, ignoreBOM, fatal)`: every byte is a character.
fn decode_windows_1252(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    decode_bytes(arguments, super::icu::windows_1252, context)
}

/// Node 20's `decodeLatin1(bytes, ignoreBOM, fatal)`, which took ISO 8859-1 for windows-1252.
fn decode_latin1(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    decode_bytes(arguments, |bytes| bytes.iter().map(|byte| u16::from(*byte)).collect(), context)
}

fn decode_bytes(arguments: &[JsValue], decode: fn(&[u8]) -> Vec<u16>, context: &mut Context) -> JsResult<JsValue> {
    let Some(bytes) = Bytes::of(&argument(arguments, 0), context) else {
        return Err(invalid_type("The \"input\" argument must be an instance of ArrayBuffer, SharedArrayBuffer, or ArrayBufferView.", context));
    };
    Ok(JsString::from(bytes.read(decode).as_slice()).into())
}

fn to_ascii(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsString::from(punycode::to_ascii(&text(arguments, 0)).unwrap_or_default()).into())
}

fn to_unicode(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsString::from(punycode::to_unicode(&text(arguments, 0))).into())
}
