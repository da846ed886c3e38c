//! `internalBinding('async_wrap')`: the shared fields of the async hooks (node v24.21.0 `src/async_wrap.cc`, `src/env.h` `AsyncHooks`).

use boa_engine::object::builtins::{JsArray, JsFunction};
use boa_engine::{Context, JsResult, JsString, JsValue};

use crate::host::{PromiseHooks, host};
use crate::native::{Binding, argument, function, nothing, number, shared_f64, shared_u32};

/// The number of nested contexts that the async context stack has room for. Node asks C++ to grow the stack beyond it; ours is simply large.
const STACK: usize = 4096;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let fields = shared_u32(9, binding.context)?;
    let ids = shared_f64(4, binding.context)?;
    // kExecutionAsyncId and kAsyncIdCounter start at 1, the default trigger at -1.
    ids.set(0, 1, true, binding.context)?;
    ids.set(2, 1, true, binding.context)?;
    ids.set(3, -1, true, binding.context)?;
    let stack = shared_f64(STACK * 2, binding.context)?;
    let resources = JsArray::new(binding.context)?;
    binding
        .value("async_hook_fields", fields)?
        .value("async_id_fields", ids)?
        .value("async_ids_stack", stack)?
        .value("execution_async_resources", resources)?
        .functions(&[
            ("setupHooks", 1, setup_hooks),
            ("setCallbackTrampoline", 1, nothing),
            ("setPromiseHooks", 4, set_promise_hooks),
            ("registerDestroyHook", 3, nothing),
            ("getPromiseHooks", 0, nothing),
            ("queueDestroyAsyncId", 1, queue_destroy),
            ("clearAsyncIdStack", 0, clear_stack),
            ("popAsyncContext", 1, pop),
            ("pushAsyncContext", 2, nothing),
            ("executionAsyncResource", 1, nothing),
        ])?;
    Ok(())
}

/// `setPromiseHooks(init, before, after, settled)`; four times `undefined` takes the hooks away.
fn set_promise_hooks(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let [init, before, after, settled] = [0, 1, 2, 3].map(|at| function(arguments, at));
    let hooks = PromiseHooks { init, before, after, settled };
    let wanted = arguments.iter().any(JsValue::is_object);
    host(context).callbacks.borrow_mut().promise_hooks = wanted.then_some(hooks);
    Ok(JsValue::undefined())
}

/// `setupHooks({ init, before, after, destroy, promise_resolve })`.
fn setup_hooks(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let destroy = argument(arguments, 0).to_object(context)?.get(JsString::from("destroy"), context)?;
    host(context).callbacks.borrow_mut().destroy_hook = destroy.as_object().and_then(JsFunction::from_object);
    Ok(JsValue::undefined())
}

/// `queueDestroyAsyncId(asyncId)`: Node's hooks hear of a destroyed resource in the next check phase. For the trace it is the moment when a timer or
/// immediate is gone.
fn queue_destroy(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    host.destroyed_ids.borrow_mut().push(number(arguments, 0));
    host.record(|recorder, machine| recorder.destroyed(machine, number(arguments, 0)));
    Ok(JsValue::undefined())
}

/// `AsyncHooks::clear_async_id_stack`.
fn clear_stack(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(binding) = binding_object(this, context)? else {
        return Ok(JsValue::undefined());
    };
    let fields = binding.get(JsString::from("async_hook_fields"), context)?.to_object(context)?;
    fields.set(7, 0, true, context)?;
    let ids = binding.get(JsString::from("async_id_fields"), context)?.to_object(context)?;
    ids.set(0, 0, true, context)?;
    ids.set(1, 0, true, context)?;
    Ok(JsValue::undefined())
}

fn pop(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    drop(argument(arguments, 0));
    Ok(JsValue::from(false))
}

/// Node calls `clearAsyncIdStack` detached from its binding: the binding is then found through Node's own loader.
fn binding_object(this: &JsValue, context: &mut Context) -> JsResult<Option<boa_engine::JsObject>> {
    if let Some(object) = this.as_object() {
        return Ok(Some(object));
    }
    let require = host(context).callbacks.borrow().require.clone();
    let Some(require) = require else {
        return Ok(None);
    };
    let realm = require.call(&JsValue::undefined(), &[JsString::from("internal/bootstrap/realm").into()], context)?.to_object(context)?;
    let internal_binding = realm.get(JsString::from("internalBinding"), context)?;
    let Some(internal_binding) = internal_binding.as_callable() else {
        return Ok(None);
    };
    Ok(internal_binding.call(&JsValue::undefined(), &[JsString::from("async_wrap").into()], context)?.as_object())
}
