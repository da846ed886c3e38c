//! Checks of the arguments that the binding's functions get, with errors in C++'s words.

use boa_engine::value::IntegerOrInfinity;
use boa_engine::{Context, JsResult, JsString, JsValue};

use crate::native::{Bytes, argument, invalid_type, out_of_range};

/// `THROW_AND_RETURN_UNLESS_BUFFER`.
///
/// # Errors
/// `ERR_INVALID_ARG_TYPE` for anything but a view or an array buffer.
pub(super) fn buffer_at(arguments: &[JsValue], index: usize, context: &mut Context) -> JsResult<Bytes> {
    match Bytes::of_view(&argument(arguments, index), context) {
        Some(bytes) => Ok(bytes),
        None => Err(invalid_type("argument must be a buffer", context)),
    }
}

/// `THROW_AND_RETURN_IF_NOT_STRING`.
///
/// # Errors
/// `ERR_INVALID_ARG_TYPE` for anything but a string.
pub(super) fn string_at(arguments: &[JsValue], index: usize, context: &mut Context) -> JsResult<JsString> {
    match argument(arguments, index).as_string() {
        Some(text) => Ok(text),
        None => Err(invalid_type("argument must be a string", context)),
    }
}

/// A number as a count of bytes; 0 for anything but a number, and below zero.
pub(super) fn size_at(arguments: &[JsValue], index: usize) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, as is wanted")]
    argument(arguments, index).as_number().map_or(0, |number| number as usize)
}

/// `ParseArrayIndex`: an index in bytes, `default` for `undefined`.
///
/// # Errors
/// `ERR_OUT_OF_RANGE` below zero; an exception of the program's own `valueOf`.
pub(super) fn index_at(arguments: &[JsValue], index: usize, default: usize, context: &mut Context) -> JsResult<usize> {
    let value = argument(arguments, index);
    if value.is_undefined() {
        return Ok(default);
    }
    match value.to_integer_or_infinity(context)? {
        IntegerOrInfinity::PositiveInfinity => Ok(usize::MAX),
        IntegerOrInfinity::Integer(number) => usize::try_from(number).map_err(|_| out_of_range("Index out of range", context)),
        IntegerOrInfinity::NegativeInfinity => Err(out_of_range("Index out of range", context)),
    }
}
