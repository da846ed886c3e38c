//! `error.stack` in V8's form: a header, then `    at function (file:line:column)` lines.

use boa_engine::object::builtins::JsFunction;
use boa_engine::vm::StackFrame;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use super::host::{Host, host};
use super::inspect::find_data;
use super::scripts::author_position;

/// How many frames V8 shows where `Error.stackTraceLimit` does not say otherwise.
const DEFAULT_LIMIT: usize = 10;

/// `Error.stackTraceLimit`, or `None` where the program took it away: then there is no stack at all.
fn limit(context: &Context) -> Option<usize> {
    let constructor = context.intrinsics().constructors().error().constructor();
    let limit = super::hooks::own_data(&constructor, "stackTraceLimit")?.as_number()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a stack can have")]
    Some(limit.clamp(0.0, 200.0) as usize)
}

/// The value of a new error's `stack`.
pub(crate) fn error_stack(error: &JsObject, frames: &[StackFrame], context: &mut Context) -> JsValue {
    let Some(limit) = limit(context) else {
        return JsValue::undefined();
    };
    let host = host(context);
    let mut text = header(error);
    for frame in without_constructors(error, frames).iter().filter(|frame| !frame.native).take(limit) {
        text.push_str("\n    at ");
        text.push_str(&line(frame, &host));
    }
    JsString::from(text).into()
}

/// V8 leaves out the constructors of a class of errors: the stack begins where `new` stands.
fn without_constructors<'f>(error: &JsObject, frames: &'f [StackFrame]) -> &'f [StackFrame] {
    const DEEPEST: usize = 6;
    let constructor = find_data(error, "constructor").and_then(|value| value.as_object());
    let name = constructor.and_then(|constructor| super::hooks::own_data(&constructor, "name")).and_then(|name| name.as_string());
    let place = name.and_then(|name| frames.iter().take(DEEPEST).position(|frame| !frame.native && frame.function_name == name));
    place.map_or(frames, |place| &frames[place + 1..])
}

/// `Name: message`, as `ErrorUtils::ToString` gives it at the moment of capture.
fn header(error: &JsObject) -> String {
    let part = |name: &str| find_data(error, name).filter(|value| !value.is_undefined()).map(|value| super::inspect::no_side_effects(&value));
    let name = part("name").unwrap_or_else(|| "Error".to_owned());
    match part("message") {
        Some(message) if !message.is_empty() && name.is_empty() => message,
        Some(message) if !message.is_empty() => format!("{name}: {message}"),
        _ => name,
    }
}

/// One frame: `name (path:line:column)`, or the place alone for an anonymous function.
fn line(frame: &StackFrame, host: &Host) -> String {
    let place = match author_position(host, frame) {
        Some((path, line, column)) => format!("{path}:{line}:{column}"),
        None => frame.path.as_deref().unwrap_or("<anonymous>").to_owned(),
    };
    let name = frame.function_name.to_std_string_lossy();
    if name.is_empty() { place } else { format!("{name} ({place})") }
}

/// `Error.captureStackTrace(object, constructorOpt)`: frames above and including `constructorOpt` are left out.
///
/// # Errors
/// `TypeError` where the first argument is no object.
pub(crate) fn capture_stack_trace(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(object) = arguments.first().and_then(JsValue::as_object) else {
        return Err(boa_engine::JsNativeError::typ().with_message("Invalid argument").into());
    };
    let mut frames = context.stack_frames(64);
    // The newest entry is captureStackTrace itself.
    if !frames.is_empty() {
        frames.remove(0);
    }
    if let Some(until) = arguments.get(1).and_then(JsValue::as_object).and_then(JsFunction::from_object) {
        let name = super::hooks::own_data(&until, "name").and_then(|name| name.as_string());
        if let Some(place) = name.and_then(|name| frames.iter().position(|frame| frame.function_name == name)) {
            frames.drain(..=place);
        }
    }
    let stack = error_stack(&object, &frames, context);
    object.define_property_or_throw(
        JsString::from("stack"),
        boa_engine::property::PropertyDescriptor::builder().value(stack).writable(true).enumerable(false).configurable(true),
        context,
    )?;
    Ok(JsValue::undefined())
}

/// Puts `captureStackTrace` and `stackTraceLimit` on `Error`.
///
/// # Errors
/// Whatever defining a property throws.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let constructor = context.intrinsics().constructors().error().constructor();
    let capture = super::bindings::native_function("captureStackTrace", 2, capture_stack_trace, context);
    constructor.define_property_or_throw(
        JsString::from("captureStackTrace"),
        boa_engine::property::PropertyDescriptor::builder().value(capture).writable(true).enumerable(false).configurable(true),
        context,
    )?;
    constructor.create_data_property_or_throw(JsString::from("stackTraceLimit"), i32::try_from(DEFAULT_LIMIT).unwrap_or(10), context)?;
    Ok(())
}
