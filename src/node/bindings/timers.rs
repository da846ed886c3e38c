//! `internalBinding('timers')`: Node's one uv_timer and the immediates' handles (node v24.21.0 `src/timers.cc`).

use boa_engine::object::builtins::JsInt32Array;
use boa_engine::{Context, JsResult, JsValue};

use crate::host::host;
use crate::native::{Binding, argument, function, number, shared_u32};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let immediate_info = shared_u32(3, binding.context)?;
    host(binding.context).callbacks.borrow_mut().immediate_info = Some(immediate_info.clone());
    let timeout_info = JsInt32Array::from_iter([0], binding.context)?;
    host(binding.context).callbacks.borrow_mut().timeout_info = Some(timeout_info.clone());
    binding.value("immediateInfo", immediate_info)?.value("timeoutInfo", timeout_info)?.functions(&[
        ("setupTimers", 2, setup_timers),
        ("getLibuvNow", 0, get_libuv_now),
        ("scheduleTimer", 1, schedule_timer),
        ("toggleTimerRef", 1, toggle_timer_ref),
        ("toggleImmediateRef", 1, toggle_immediate_ref),
    ])?;
    Ok(())
}

fn setup_timers(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let mut callbacks = host.callbacks.borrow_mut();
    callbacks.immediates = function(arguments, 0);
    callbacks.timers = function(arguments, 1);
    Ok(JsValue::undefined())
}

fn get_libuv_now(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let mut machine = host.machine.borrow_mut();
    let mut recorder = host.recorder.borrow_mut();
    // The timer that asks waits already, unless it is only being made.
    let others_waiting = machine.timers_waiting() + u32::from(recorder.makes_timer()) > 1;
    let now = machine.timer_read(others_waiting);
    recorder.timer_made(&mut machine);
    Ok(JsValue::from(now - host.timer_base()))
}

fn schedule_timer(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Node keeps it between 1 and 2^31 - 1")]
    host(context).machine.borrow_mut().timer_start(number(arguments, 0) as u64);
    Ok(JsValue::undefined())
}

fn toggle_timer_ref(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).machine.borrow_mut().timer_ref(argument(arguments, 0).to_boolean());
    Ok(JsValue::undefined())
}

fn toggle_immediate_ref(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).machine.borrow_mut().immediate_ref(argument(arguments, 0).to_boolean());
    Ok(JsValue::undefined())
}
