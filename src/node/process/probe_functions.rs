//! The functions of the probes in the program's text: they report to the recorder, and keep the run within its bounds.

use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsError, JsNativeError, JsResult, JsString, JsSymbol, JsValue, Source};

use crate::fatal::LastThrow;
use crate::host::{Host, Stop, host};
use crate::native::{Native, argument, native_function};
use crate::probe::names;
use crate::source::utf16;
use trace::{FunctionId, Limit, SiteId};

/// Registers the probes as global lexical bindings, so that no property of the global object gives them away.
///
/// # Errors
/// An exception of Boa where the script that registers them fails.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    const DOOR: &str = "\u{29f}door";
    let natives: [(&str, Native); 11] = [
        (names::ENTRY, entry),
        (names::STATEMENT, statement),
        (names::CAUGHT, caught),
        (names::THROWN, thrown),
        (names::EXIT, exit),
        (names::CALL, call),
        (names::CALL_BARE, call_bare),
        (names::CALL_SPREAD, call_spread),
        (names::RETURNED, returned),
        (names::PEEK, peek),
        (names::BUDGET, budget),
    ];
    let door = boa_engine::JsObject::with_object_proto(context.intrinsics());
    let mut script = String::new();
    for (name, native) in natives {
        let function = native_function(name, 0, native, context);
        door.create_data_property_or_throw(JsString::from(name), function, context)?;
        script.push_str(&format!("const {name} = {DOOR}.{name};\n"));
    }
    // A symbol that no program can hold stands for a variable that is certainly in its temporal dead zone.
    if let Some(mark) = JsSymbol::new_private(Some(JsString::from(names::UNINITIALISED))) {
        door.create_data_property_or_throw(JsString::from(names::UNINITIALISED), mark, context)?;
        script.push_str(&format!("const {0} = {DOOR}.{0};\n", names::UNINITIALISED));
    }
    let global = context.global_object();
    global.define_property_or_throw(JsString::from(DOOR), PropertyDescriptor::builder().value(door).configurable(true), context)?;
    context.eval(Source::from_utf16(&utf16(&script)))?;
    global.delete_property_or_throw(JsString::from(DOOR), context)?;
    Ok(())
}

fn site(arguments: &[JsValue]) -> SiteId {
    SiteId(id(arguments, 0))
}

fn id(arguments: &[JsValue], index: usize) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the instrumenter wrote a small integer")]
    arguments.get(index).and_then(JsValue::as_number).map_or(0, |number| number as u32)
}

/// The depth of the frame that the probe stands in, in calls: the probe itself is the newest entry.
fn depth(context: &Context) -> usize {
    context.stack_depth().saturating_sub(1)
}

/// Spends one step of the budget, and its cost in virtual nanoseconds.
fn spend(host: &Host, cost: u64) -> JsResult<()> {
    // The heap's limit was reached between two probes.
    if let Some(stop) = host.stopped() {
        return Err(host.stop(stop));
    }
    let left = host.steps_left.get();
    if left == 0 {
        return Err(host.stop(Stop::Cut(Limit::Steps)));
    }
    host.steps_left.set(left - 1);
    host.machine.borrow_mut().spend(cost);
    Ok(())
}

/// Throws V8's own error where the stack is too deep; the program can catch it.
fn check_depth(host: &Host, depth: usize) -> JsResult<()> {
    if depth > host.depth_limit.get() {
        return Err(JsError::from(JsNativeError::range().with_message("Maximum call stack size exceeded")));
    }
    Ok(())
}

fn entry(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (host, depth) = (host(context), depth(context));
    check_depth(&host, depth)?;
    host.record(|recorder, machine| recorder.entered(machine, Some(FunctionId(id(arguments, 0))), depth, context));
    Ok(JsValue::undefined())
}

fn statement(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (host, depth) = (host(context), depth(context));
    let cost = host.machine.borrow().costs().statement;
    spend(&host, cost)?;
    let values = arguments.get(1..).unwrap_or_default();
    host.record(|recorder, machine| recorder.statement(machine, site(arguments), values, depth, context));
    Ok(JsValue::undefined())
}

fn caught(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (host, depth) = (host(context), depth(context));
    host.record(|recorder, machine| recorder.caught(machine, site(arguments), &argument(arguments, 1), depth, context));
    Ok(JsValue::undefined())
}

fn thrown(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (host, depth) = (host(context), depth(context));
    let value = argument(arguments, 1);
    host.state::<LastThrow>().0.replace(Some((value.clone(), site(arguments))));
    host.record(|recorder, machine| recorder.threw(machine, site(arguments), &value, depth, context));
    Ok(value)
}

fn exit(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(argument(arguments, 1))
}

fn about_to_call(arguments: &[JsValue], passed: &[JsValue], context: &mut Context) -> JsResult<()> {
    let (host, depth) = (host(context), depth(context));
    let cost = host.machine.borrow().costs().call;
    spend(&host, cost)?;
    check_depth(&host, depth)?;
    host.record(|recorder, machine| recorder.called(machine, site(arguments), passed, depth, context));
    Ok(())
}

/// The probe [`names::CALL`], with the arguments `(id, last, first, second, …)`.
fn call(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let last = argument(arguments, 1);
    if host(context).recorder.borrow().is_on() {
        let mut passed = arguments.get(2..).unwrap_or_default().to_vec();
        passed.push(last.clone());
        about_to_call(arguments, &passed, context)?;
    } else {
        about_to_call(arguments, &[], context)?;
    }
    Ok(last)
}

fn call_bare(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    about_to_call(arguments, &[], context)?;
    Ok(argument(arguments, 1))
}

fn call_spread(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    about_to_call(arguments, &[], context)?;
    match arguments.get(1) {
        Some(array) => Ok(array.clone()),
        None => Ok(boa_engine::object::builtins::JsArray::new(context)?.into()),
    }
}

fn returned(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (host, depth) = (host(context), depth(context));
    let value = argument(arguments, 1);
    host.record(|recorder, machine| recorder.returned(machine, site(arguments), &value, depth));
    Ok(value)
}

/// The value of a variable that may still be in its temporal dead zone, read through a thunk.
fn peek(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(thunk) = argument(arguments, 0).as_callable() else {
        return Ok(JsValue::undefined());
    };
    match thunk.call(&JsValue::undefined(), &[], context) {
        Ok(value) => Ok(value),
        Err(error) if host(context).stopped().is_some() => Err(error),
        Err(_) => Ok(JsSymbol::new_private(Some(JsString::from(names::UNINITIALISED))).map(JsValue::from).unwrap_or_default()),
    }
}

fn budget(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (host, depth) = (host(context), depth(context));
    let cost = host.machine.borrow().costs().statement;
    spend(&host, cost)?;
    check_depth(&host, depth)?;
    Ok(JsValue::undefined())
}
