//! `internalBinding('errors')` (node v24.21.0 `src/node_errors.cc`).

use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use crate::fatal::{Thrown, place_in_stack, source_line};
use crate::host::host;
use crate::native::{Binding, argument, function, nothing};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[
        ("setPrepareStackTraceCallback", 1, set_prepare_stack_trace),
        ("setGetSourceMapErrorSource", 1, nothing),
        ("setSourceMapsEnabled", 1, nothing),
        ("setMaybeCacheGeneratedSourceMap", 1, nothing),
        ("setEnhanceStackForFatalException", 2, set_enhance_stack),
        ("getErrorSourcePositions", 1, source_positions),
        ("noSideEffectsToString", 1, no_side_effects_to_string),
        ("triggerUncaughtException", 2, trigger_uncaught_exception),
    ])?;
    Ok(())
}

fn set_prepare_stack_trace(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let mut callbacks = host.callbacks.borrow_mut();
    callbacks.prepare_stack_trace = function(arguments, 0);
    callbacks.default_prepare_stack_trace = function(arguments, 1);
    Ok(JsValue::undefined())
}

fn set_enhance_stack(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().enhance_stack = function(arguments, 0).zip(function(arguments, 1));
    Ok(JsValue::undefined())
}

/// V8's `Object::NoSideEffectsToString`: a text for a value, made without running any of the program's code.
fn no_side_effects_to_string(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsString::from(crate::inspect::no_side_effects(&argument(arguments, 0))).into())
}

/// `getErrorSourcePositions(error)`: the line of source that the first frame of its stack stands in.
fn source_positions(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let positions = JsObject::with_null_proto();
    let stack = argument(arguments, 0).to_object(context)?.get(JsString::from("stack"), context)?;
    let stack = stack.as_string().map(|stack| stack.to_std_string_lossy()).unwrap_or_default();
    let Some(place) = place_in_stack(&stack) else {
        return Ok(positions.into());
    };
    let text = source_line(&host(context), &place).unwrap_or_default();
    let fields: [(&str, JsValue); 4] = [
        ("sourceLine", JsString::from(text).into()),
        ("scriptResourceName", JsString::from(&*place.path).into()),
        ("lineNumber", place.position.line.into()),
        ("startColumn", place.position.column.saturating_sub(1).into()),
    ];
    for (name, value) in fields {
        positions.create_data_property_or_throw(JsString::from(name), value, context)?;
    }
    Ok(positions.into())
}

fn trigger_uncaught_exception(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).trigger_uncaught(&argument(arguments, 0), &Thrown::Elsewhere, argument(arguments, 1).to_boolean(), context)?;
    Ok(JsValue::undefined())
}
