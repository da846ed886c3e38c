//! Arguments that Node's JavaScript passes to an operation, and texts in its encodings (node v24.21.0 `src/node_file.cc` `GetValidatedFd`,
//! `GetValidFileMode`, `GetOffset`; `src/string_bytes.cc`).

use boa_engine::builtins::error::ErrorKind;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use super::errors::coded;
use crate::bindings::buffer::codec::{self, Encoding};
use crate::host::host;
use crate::native::{Bytes, argument, buffer};

/// A path as the program wrote it: a string or the bytes of a `Buffer`.
///
/// # Errors
/// None: what is neither a string nor bytes is the empty path.
pub(in crate::bindings) fn path(arguments: &[JsValue], index: usize, context: &mut Context) -> JsResult<String> {
    let value = argument(arguments, index);
    if let Some(text) = value.as_string() {
        return Ok(text.to_std_string_lossy());
    }
    let bytes = Bytes::of(&value, context).map(|bytes| bytes.to_vec()).unwrap_or_default();
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The path as the kernel sees it: seen from the working directory. The empty path stays empty: it names nothing.
pub(in crate::bindings) fn absolute(path: &str, context: &Context) -> String {
    if path.is_empty() || path.starts_with('/') {
        return path.to_owned();
    }
    let cwd = host(context).cwd();
    if cwd.ends_with('/') { format!("{cwd}{path}") } else { format!("{cwd}/{path}") }
}

/// The two forms of a path argument: as written, and absolute.
///
/// # Errors
/// None, as [`path`].
pub(in crate::bindings) fn paths(arguments: &[JsValue], index: usize, context: &mut Context) -> JsResult<(String, String)> {
    let written = path(arguments, index, context)?;
    let absolute = absolute(&written, context);
    Ok((written, absolute))
}

/// A file descriptor, checked here as C++ does.
///
/// # Errors
/// `ERR_INVALID_ARG_TYPE` for anything but a number, `ERR_OUT_OF_RANGE` for anything but a positive int32.
pub(in crate::bindings) fn descriptor(arguments: &[JsValue], index: usize, context: &mut Context) -> JsResult<i32> {
    let value = argument(arguments, index);
    let Some(number) = value.as_number() else {
        let received = received(&value, context)?;
        let message = format!("The \"fd\" argument must be of type number. Received {received}");
        return Err(coded(ErrorKind::Type, "ERR_INVALID_ARG_TYPE", &message, context));
    };
    let expected = if number < 0.0 || number > f64::from(i32::MAX) {
        format!(">= 0 && <= {}", i32::MAX)
    } else if number.fract() == 0.0 {
        return Ok(truncate(number));
    } else {
        "an integer".to_owned()
    };
    let text = value.to_string(context)?.to_std_string_lossy();
    let message = format!("The value of \"fd\" is out of range. It must be {expected}. Received {text}");
    Err(coded(ErrorKind::Range, "ERR_OUT_OF_RANGE", &message, context))
}

/// `DetermineSpecificErrorType`: Node's JavaScript has the same one, but for the `n` of a bigint.
fn received(value: &JsValue, context: &mut Context) -> JsResult<String> {
    if let Some(number) = value.as_bigint() {
        return Ok(format!("type bigint ({number})"));
    }
    let errors = library("internal/errors", context)?;
    let determine = errors.get(JsString::from("determineSpecificType"), context)?;
    match determine.as_callable() {
        Some(determine) => Ok(determine.call(&JsValue::undefined(), std::slice::from_ref(value), context)?.to_string(context)?.to_std_string_lossy()),
        None => Ok(value.type_of().to_owned()),
    }
}

/// The mode of `access` and `copyFile`: 0 … 7, 0 where none is given.
///
/// # Errors
/// `ERR_INVALID_ARG_TYPE` for anything but a number, `ERR_OUT_OF_RANGE` outside of 0 … 7.
pub(in crate::bindings) fn small_mode(arguments: &[JsValue], index: usize, context: &mut Context) -> JsResult<i32> {
    let value = argument(arguments, index);
    if value.is_null_or_undefined() {
        return Ok(0);
    }
    let Some(number) = value.as_number() else {
        return Err(coded(ErrorKind::Type, "ERR_INVALID_ARG_TYPE", "mode must be int32 or null/undefined", context));
    };
    if !number.is_finite() {
        return Err(coded(ErrorKind::Range, "ERR_OUT_OF_RANGE", "mode is out of range", context));
    }
    let mode = truncate(number);
    if !(0..=7).contains(&mode) {
        return Err(coded(ErrorKind::Range, "ERR_OUT_OF_RANGE", "mode is out of range: >= 0 && <= 7", context));
    }
    Ok(mode)
}

/// An argument that JavaScript has already made an int32.
pub(in crate::bindings) fn integer(arguments: &[JsValue], index: usize) -> i32 {
    truncate(arguments.get(index).and_then(JsValue::as_number).unwrap_or_default())
}

/// An argument that JavaScript has already made an unsigned number: a mode, an owner.
pub(in crate::bindings) fn unsigned(arguments: &[JsValue], index: usize) -> u32 {
    integer(arguments, index).cast_unsigned()
}

/// A position in a file, in bytes; `None`: the position of the descriptor.
pub(in crate::bindings) fn position(arguments: &[JsValue], index: usize) -> Option<u64> {
    let value = arguments.get(index)?;
    if let Some(big) = value.as_bigint() {
        return big.to_string().parse().ok();
    }
    let number = value.as_number().filter(|number| number.fract() == 0.0 && *number >= 0.0 && *number <= 9_007_199_254_740_991.0)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a safe integer, not negative")]
    Some(number as u64)
}

/// A count of bytes that JavaScript has already checked.
pub(in crate::bindings) fn size(arguments: &[JsValue], index: usize) -> usize {
    position(arguments, index).and_then(|size| usize::try_from(size).ok()).unwrap_or_default()
}

/// A time that is given in seconds since 1970, as nanoseconds since 1970.
pub(in crate::bindings) fn time(arguments: &[JsValue], index: usize) -> i64 {
    let seconds = arguments.get(index).and_then(JsValue::as_number).unwrap_or_default();
    // uv_fs_utime takes doubles and keeps microseconds (libuv v1.52.1 src/unix/fs.c, uv__fs_to_timespec).
    #[expect(clippy::cast_possible_truncation, reason = "what a double of seconds can hold in microseconds")]
    let microseconds = (seconds * 1e6) as i64;
    microseconds.saturating_mul(1000)
}

/// ECMAScript's ToInt32 for numbers that are small already.
#[expect(clippy::cast_possible_truncation, reason = "saturates, as callers have checked the range")]
pub(in crate::bindings) fn truncate(number: f64) -> i32 {
    number as i32
}

/// One of Node's own modules.
fn library(id: &str, context: &mut Context) -> JsResult<JsObject> {
    let require = host(context).callbacks.borrow().require.clone();
    let Some(require) = require else {
        return Ok(JsObject::with_null_proto());
    };
    require.call(&JsValue::undefined(), &[JsString::from(id).into()], context)?.to_object(context)
}

/// `ParseEncoding`: the encoding asked for, UTF-8 where none is named.
pub(in crate::bindings) fn encoding(arguments: &[JsValue], index: usize) -> Encoding {
    let name = arguments.get(index).and_then(JsValue::as_string);
    name.and_then(|name| Encoding::from_name(&name.to_std_string_lossy())).unwrap_or(Encoding::Utf8)
}

/// `StringBytes::Encode`: bytes of the disk as the program asked for them.
///
/// # Errors
/// An exception of Boa where the `Buffer` cannot be made.
pub(in crate::bindings) fn encode(bytes: &[u8], encoding: Encoding, context: &mut Context) -> JsResult<JsValue> {
    match encoding {
        Encoding::Buffer => buffer(bytes, context),
        encoding => Ok(codec::decode(bytes, encoding).into()),
    }
}

/// `StringBytes::Write`: a text as bytes.
///
/// # Errors
/// An exception of the program's own `toString`.
pub(in crate::bindings) fn decode(text: &JsValue, encoding: Encoding, context: &mut Context) -> JsResult<Vec<u8>> {
    let text = text.to_string(context)?;
    Ok(codec::encode(text.as_str(), encoding))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_safe_integers_that_are_not_negative() {
        let cases: [(JsValue, Option<u64>); 6] = [
            (0.into(), Some(0)),
            (JsValue::from(4_294_967_296.0), Some(4_294_967_296)),
            ((-1).into(), None),
            (JsValue::from(1.5), None),
            (JsValue::null(), None),
            (JsValue::from(boa_engine::JsBigInt::from(7)), Some(7)),
        ];
        for (value, expected) in cases {
            assert_eq!(position(std::slice::from_ref(&value), 0), expected);
        }
        assert_eq!(position(&[], 0), None);
    }

    #[test]
    fn times_keep_microseconds() {
        assert_eq!(time(&[JsValue::from(1.000_001_9)], 0), 1_000_001_000);
        assert_eq!(time(&[JsValue::from(-1.5)], 0), -1_500_000_000);
    }
}
