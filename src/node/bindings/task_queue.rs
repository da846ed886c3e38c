//! `internalBinding('task_queue')` (node v24.21.0 `src/node_task_queue.cc`).

use boa_engine::{Context, JsResult, JsValue};

use crate::host::{MicrotaskJob, host};
use crate::native::{Binding, function, shared_u8};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let info = shared_u8(2, binding.context)?;
    host(binding.context).callbacks.borrow_mut().tick_info = Some(info.clone());
    binding.value("tickInfo", info)?.functions(&[
        ("enqueueMicrotask", 1, enqueue_microtask),
        ("setTickCallback", 1, set_tick_callback),
        ("runMicrotasks", 0, run_microtasks),
        ("setPromiseRejectCallback", 1, set_promise_reject_callback),
    ])?;
    Ok(())
}

fn enqueue_microtask(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(function) = function(arguments, 0) {
        let host = host(context);
        let label = host.recorder.borrow().queue_microtask_label(context);
        host.recorder.borrow_mut().next_microtask(label, false);
        host.enqueue_microtask(MicrotaskJob::Function(function), context);
    }
    Ok(JsValue::undefined())
}

fn set_tick_callback(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().ticks = function(arguments, 0);
    Ok(JsValue::undefined())
}

fn run_microtasks(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).run_microtasks(context)?;
    Ok(JsValue::undefined())
}

fn set_promise_reject_callback(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().promise_reject = function(arguments, 0);
    Ok(JsValue::undefined())
}
