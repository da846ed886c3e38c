//! `error.stack` in V8's form: a header, then `    at function (file:line:column)` lines.

use boa_engine::builtins::error::Error;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::vm::StackFrame;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, NativeFunction, js_string};

use super::evaluated;
use super::place::{keep_library_source, place_of_frame, words_at};
use crate::host::{BOOTSTRAP_PATH, Host, host};
use crate::inspect::find_data;
use crate::native::{define_hidden, native_function};

/// How many frames V8 shows where `Error.stackTraceLimit` does not say otherwise.
const DEFAULT_LIMIT: usize = 10;

/// `Error.stackTraceLimit`, or `None` where the program took it away: then there is no stack at all.
pub(crate) fn limit(context: &Context) -> Option<usize> {
    let constructor = context.intrinsics().constructors().error().constructor();
    let limit = crate::inspect::own_data(&constructor, "stackTraceLimit")?.as_number()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a stack can have")]
    Some(limit.clamp(0.0, 200.0) as usize)
}

/// The value of an error's `stack`: at most `limit` frames.
pub(crate) fn error_stack(error: &JsObject, frames: &[StackFrame], limit: usize, context: &mut Context) -> JsValue {
    let host = host(context);
    let (frames, limit) = without_helpers(without_constructors(error, frames), limit);
    let shown: Vec<&StackFrame> = frames.iter().filter(|frame| is_shown(frame)).take(limit).collect();
    if let Some(prepare) = prepare_of_program(&host, context) {
        return prepared(error, &prepare, &shown, context).unwrap_or_default();
    }
    let mut text = header(error, context);
    for frame in shown {
        text.push_str("\n    at ");
        text.push_str(&line(frame, &host));
    }
    JsString::from(text).into()
}

/// `Error.prepareStackTrace`, where the program has put its own there.
fn prepare_of_program(host: &Host, context: &Context) -> Option<JsFunction> {
    let constructor = context.intrinsics().constructors().error().constructor();
    let prepare = crate::inspect::own_data(&constructor, "prepareStackTrace")?.as_object().and_then(JsFunction::from_object)?;
    let own = host.callbacks.borrow().default_prepare_stack_trace.clone();
    own.is_some_and(|own| !JsObject::equals(&own, &prepare)).then_some(prepare)
}

fn prepared(error: &JsObject, prepare: &JsFunction, frames: &[&StackFrame], context: &mut Context) -> JsResult<JsValue> {
    let sites = super::call_site::call_sites(frames, context)?;
    let constructor = context.intrinsics().constructors().error().constructor();
    prepare.call(&constructor.into(), &[error.clone().into(), sites], context)
}

/// The newest `limit` frames that V8 shows, without the `left_out` first of them.
pub(crate) fn call_sites(left_out: usize, limit: usize, context: &mut Context) -> JsResult<JsValue> {
    let frames = context.named_stack_frames(64);
    let shown: Vec<&StackFrame> = frames.iter().filter(|frame| is_shown(frame)).skip(left_out).take(limit).collect();
    super::call_site::plain_call_sites(&shown, context)
}

/// The host's own functions are not V8's; our bootstrap stands for C++.
fn is_shown(frame: &StackFrame) -> bool {
    (!frame.native || frame.call.is_some()) && frame.path.as_deref() != Some(BOOTSTRAP_PATH)
}

/// V8 leaves out the constructors of a class of errors: the stack begins where `new` stands. Not of a class that only makes an `Error` its own
/// (`DOMException`): what it extends is no constructor.
fn without_constructors<'f>(error: &JsObject, frames: &'f [StackFrame]) -> &'f [StackFrame] {
    const DEEPEST: usize = 6;
    let constructor = find_data(error, "constructor").and_then(|value| value.as_object());
    if is_node_error(error) {
        // Some of Node's classes hide who they are behind a getter.
        let is_constructor = |frame: &StackFrame| frame.call.as_ref().is_some_and(|call| call.to_std_string_lossy().starts_with("new "));
        let outside = frames.iter().position(|frame| !is_constructor(frame)).unwrap_or(0);
        return &frames[outside..];
    }
    let derived = constructor.filter(|constructor| constructor.prototype().is_some_and(|parent| parent.is_constructor()));
    let name = derived.and_then(|constructor| crate::inspect::own_data(&constructor, "name")).and_then(|name| name.as_string());
    let place = name.and_then(|name| frames.iter().take(DEEPEST).position(|frame| !frame.native && frame.function_name == name));
    place.map_or(frames, |place| &frames[place + 1..])
}

/// Until Node 18 the functions of its library that only throw were called `__node_internal_…`, and an error's stack was taken without any limit: its
/// `prepareStackTrace` leaves them out, and what is more than the usual limit.
fn without_helpers(frames: &[StackFrame], limit: usize) -> (&[StackFrame], usize) {
    let is_helper = |frame: &StackFrame| frame.function_name.to_std_string_lossy().starts_with("__node_internal_");
    if !frames.first().is_some_and(is_helper) {
        return (frames, limit);
    }
    let outside = frames.iter().rposition(is_helper).map_or(0, |last| last + 1);
    (&frames[outside..], limit.min(DEFAULT_LIMIT))
}

/// `Name: message`, as `ErrorUtils::ToString` gives it when the stack is first looked at.
fn header(error: &JsObject, context: &mut Context) -> String {
    let is_dom_exception = is_dom_exception(error);
    let mut part = |name: &str| {
        // Its name and message are getters.
        let value = if is_dom_exception { error.get(JsString::from(name), context).ok() } else { find_data(error, name) };
        value.filter(|value| !value.is_undefined()).map(|value| crate::inspect::no_side_effects(&value))
    };
    let mut name = part("name").unwrap_or_else(|| "Error".to_owned());
    if is_node_error(error)
        && let Some(code) = part("code")
    {
        name = format!("{name} [{code}]");
    }
    match part("message") {
        Some(message) if !message.is_empty() && name.is_empty() => message,
        Some(message) if !message.is_empty() => format!("{name}: {message}"),
        _ => name,
    }
}

fn is_named(constructor: &JsValue, name: &str) -> bool {
    let own = constructor.as_object().and_then(|constructor| crate::inspect::own_data(&constructor, "name")).and_then(|name| name.as_string());
    own.is_some_and(|own| own == name)
}

/// Whether Node's library made it: `kIsNodeError in error` (lib/internal/errors.js).
fn is_node_error(error: &JsObject) -> bool {
    let mut current = Some(error.clone());
    while let Some(object) = current {
        let is_marked = object.borrow().shape().keys().iter().any(|key| match key {
            PropertyKey::Symbol(symbol) => symbol.description().is_some_and(|description| description == js_string!("kIsNodeError")),
            _ => false,
        });
        if is_marked {
            return true;
        }
        current = object.prototype();
    }
    false
}

/// One frame: `name (path:line:column)`, or the place alone for an anonymous function.
pub(crate) fn line(frame: &StackFrame, host: &Host) -> String {
    line_of(frame, &called(frame, host), host)
}

/// As [`line`], of a frame that is known to be called so.
pub(crate) fn line_of(frame: &StackFrame, name: &str, host: &Host) -> String {
    match (frame.asynchronous, frame.native) {
        // `Promise.all (index 0)`
        (true, true) => format!("async {name}"),
        (true, false) => format!("async {}", named_place(name, frame, host)),
        (false, _) => named_place(name, frame, host),
    }
}

/// `Type.function [as method]`, as V8 calls the frame's function (V8 13.6 `src/objects/call-site-info.cc`, `AppendMethodCall`).
pub(crate) fn called(frame: &StackFrame, host: &Host) -> String {
    let call = frame.call.as_ref().unwrap_or(&frame.function_name).to_std_string_lossy();
    if frame.function_name.is_empty()
        && let Some(inferred) = inferred_name(frame, host)
    {
        return with_inferred(&inferred, &call);
    }
    // V8 looked for the property of an accessor by the accessor's name.
    match call.strip_prefix("get ").or_else(|| call.strip_prefix("set ")) {
        Some(property) if host.major() < 22 && !call.contains(" [as ") => format!("{call} [as {property}]"),
        _ => call,
    }
}

/// The name that V8 inferred for a nameless function. What Node's snapshot brings is without, since Node 22.
fn inferred_name(frame: &StackFrame, host: &Host) -> Option<String> {
    let from_snapshot = host.major() >= 22 && frame.path.as_ref().is_some_and(|path| path.starts_with("node:"));
    if from_snapshot {
        return None;
    }
    keep_library_source(host, frame.path.as_ref()?);
    words_at(host, frame, |places, offset| places.inferred_name(offset).map(str::to_owned))
}

/// `call`: as it is called without that name.
fn with_inferred(inferred: &str, call: &str) -> String {
    if call.starts_with("new ") {
        return format!("new {inferred}");
    }
    let Some((kind, method)) = call.split_once('.') else { return inferred.to_owned() };
    let is_identifier = inferred.chars().all(|character| character.is_alphanumeric() || matches!(character, '_' | '$'));
    let start = if is_identifier { format!("{kind}.{inferred}") } else { inferred.to_owned() };
    let is_said = inferred.strip_suffix(method).is_some_and(|rest| rest.is_empty() || rest.ends_with(['.', ' ']));
    if is_said || method == "<anonymous>" { start } else { format!("{start} [as {method}]") }
}

fn named_place(name: &str, frame: &StackFrame, host: &Host) -> String {
    let place = match place_of_frame(host, frame) {
        Some(place) => match evaluated::origin(&place.path) {
            Some(origin) => format!("{origin}, <anonymous>:{}:{}", place.position.line, place.position.column),
            None => place.to_string(),
        },
        None => frame.path.as_deref().unwrap_or("<anonymous>").to_owned(),
    };
    let name = if name == "<eval>" { "eval" } else { name };
    // Boa's name for what a module does itself.
    if name.is_empty() || name == "<main>" { place } else { format!("{name} ({place})") }
}

/// `Error.captureStackTrace(object, constructorOpt)`: frames above and including `constructorOpt` are left out.
///
/// # Errors
/// `TypeError` where the first argument is no object.
pub(crate) fn capture_stack_trace(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(object) = arguments.first().and_then(JsValue::as_object) else {
        return Err(boa_engine::JsNativeError::typ().with_message("Invalid argument").into());
    };
    let mut frames = context.named_stack_frames(64);
    // The newest entry is captureStackTrace itself.
    if !frames.is_empty() {
        frames.remove(0);
    }
    if let Some(until) = arguments.get(1).and_then(JsValue::as_object).and_then(JsFunction::from_object) {
        let name = crate::inspect::own_data(&until, "name").and_then(|name| name.as_string());
        // A function that nothing was called by: all frames are above it.
        let place = name.and_then(|name| frames.iter().position(|frame| frame.function_name == name));
        frames.drain(..place.map_or(frames.len(), |place| place + 1));
    }
    let Some(limit) = limit(context) else { return Ok(JsValue::undefined()) };
    let is_named_later = host(context).major() < 20 && is_node_error(&object);
    if is_named_later || (!object.is::<Error>() && is_dom_exception(&object)) {
        return define_lazy_stack(&object, &frames, limit, context);
    }
    let stack = error_stack(&object, &frames, limit, context);
    define_hidden(&object, JsString::from("stack"), stack, context)?;
    Ok(JsValue::undefined())
}

fn is_dom_exception(error: &JsObject) -> bool {
    find_data(error, "constructor").is_some_and(|constructor| is_named(&constructor, "DOMException"))
}

/// V8 writes the first line when the stack is first looked at: until Node 20 a `DOMException` gets its name and message only after its
/// stack, until Node 18 an error of Node's its code.
fn define_lazy_stack(object: &JsObject, frames: &[StackFrame], limit: usize, context: &mut Context) -> JsResult<JsValue> {
    let whole = error_stack(object, frames, limit, context).to_string(context)?.to_std_string_lossy();
    let lines = whole.find("\n    at ").map_or("", |place| &whole[place..]);
    let get = NativeFunction::from_copy_closure_with_captures(
        |this, _, lines: &JsString, context| {
            let header = this.as_object().map_or_else(String::new, |error| header(&error, context));
            Ok(JsString::from(format!("{header}{}", lines.to_std_string_lossy())).into())
        },
        JsString::from(lines),
    );
    let set = |this: &JsValue, arguments: &[JsValue], context: &mut Context| {
        let Some(error) = this.as_object() else { return Ok(JsValue::undefined()) };
        let stack = arguments.first().cloned().unwrap_or_default();
        define_hidden(&error, JsString::from("stack"), stack, context).map(JsValue::from)
    };
    let get = FunctionObjectBuilder::new(context.realm(), get).name("stack").build();
    let set = FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(set)).name("stack").length(1).build();
    let accessor = PropertyDescriptor::builder().get(get).set(set).enumerable(false).configurable(true);
    object.define_property_or_throw(JsString::from("stack"), accessor, context)?;
    Ok(JsValue::undefined())
}

/// Puts `captureStackTrace` and `stackTraceLimit` on `Error`, and takes Boa's `stack` off its prototype.
///
/// # Errors
/// Whatever defining a property throws.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let constructor = context.intrinsics().constructors().error().constructor();
    let capture = native_function("captureStackTrace", 2, capture_stack_trace, context);
    define_hidden(&constructor, JsString::from("captureStackTrace"), capture, context)?;
    constructor.create_data_property_or_throw(JsString::from("stackTraceLimit"), i32::try_from(DEFAULT_LIMIT).unwrap_or(10), context)?;
    // Boa's accessor; V8's errors have a stack of their own.
    let prototype = context.intrinsics().constructors().error().prototype();
    prototype.delete_property_or_throw(JsString::from("stack"), context)?;
    Ok(())
}
