//! What `AsyncLocalStorage` follows from where work is asked for to where it comes back.
//!
//! Since Node 24 that is one value, the async context frame. Before, stores hung on resources: every request of C++ was one (node v22.23.3 `src/async_wrap.cc`),
//! and every promise, of which V8's promise hooks told Node's JavaScript (`lib/internal/async_hooks.js`).

use boa_engine::object::builtins::{JsFunction, JsPromise};
use boa_engine::{Context, JsResult, JsString, JsValue};

use super::Host;

/// The context that work was asked for in.
pub(crate) struct AsyncContext {
    frame: JsValue,
    /// `{ before, after }` of the resource, before Node 24.
    resource: JsValue,
}

impl Host {
    /// The context of now, for work of this `type` (`FSREQCALLBACK`).
    pub(crate) fn async_context(&self, kind: &str, context: &mut Context) -> AsyncContext {
        let (frame, make) = {
            let callbacks = self.callbacks.borrow();
            (callbacks.async_context.clone(), callbacks.async_wrap.clone())
        };
        // Node's own function, which does not throw.
        let resource = make.and_then(|make| make.call(&JsValue::undefined(), &[JsString::from(kind).into()], context).ok());
        AsyncContext { frame, resource: resource.unwrap_or_default() }
    }

    /// Runs `body` in a context from earlier.
    pub(crate) fn in_async_context<T>(
        &self,
        then: &AsyncContext,
        body: impl FnOnce(&mut Context) -> JsResult<T>,
        context: &mut Context,
    ) -> JsResult<T> {
        call_method(&then.resource, "before", context)?;
        let result = self.in_frame(then.frame.clone(), body, context)?;
        call_method(&then.resource, "after", context)?;
        Ok(result)
    }

    /// Runs `body` under an async context frame.
    pub(crate) fn in_frame<T>(&self, frame: JsValue, body: impl FnOnce(&mut Context) -> JsResult<T>, context: &mut Context) -> JsResult<T> {
        let outer = std::mem::replace(&mut self.callbacks.borrow_mut().async_context, frame);
        let result = body(context);
        self.callbacks.borrow_mut().async_context = outer;
        result
    }

    /// A promise comes into being with a reaction: what stands for it in the hooks, or undefined where there are none.
    pub(crate) fn promise_made(&self, context: &mut Context) -> JsResult<JsValue> {
        let Some(init) = self.callbacks.borrow().promise_hooks.as_ref().and_then(|hooks| hooks.init.clone()) else {
            return Ok(JsValue::undefined());
        };
        let promise = stand_in(context);
        init.call(&JsValue::undefined(), &[promise.clone(), JsValue::undefined()], context)?;
        Ok(promise)
    }

    /// Runs a reaction between the hooks, for the promise that [`Host::promise_made`] gave.
    pub(crate) fn between_promise_hooks(
        &self,
        promise: JsValue,
        body: impl FnOnce(&mut Context) -> JsResult<JsValue>,
        context: &mut Context,
    ) -> JsResult<JsValue> {
        let Some(hooks) = self.callbacks.borrow().promise_hooks.clone() else { return body(context) };
        let promise = if promise.is_object() { promise } else { stand_in(context) };
        call_hook(hooks.before.as_ref(), &promise, context)?;
        let result = body(context);
        call_hook(hooks.after.as_ref(), &promise, context)?;
        result
    }
}

/// The promise itself is Boa's own affair.
fn stand_in(context: &mut Context) -> JsValue {
    JsPromise::new_pending(context).0.into()
}

fn call_hook(hook: Option<&JsFunction>, promise: &JsValue, context: &mut Context) -> JsResult<()> {
    hook.map_or(Ok(()), |hook| hook.call(&JsValue::undefined(), std::slice::from_ref(promise), context).map(drop))
}

fn call_method(resource: &JsValue, name: &str, context: &mut Context) -> JsResult<()> {
    let Some(resource) = resource.as_object() else { return Ok(()) };
    match resource.get(JsString::from(name), context)?.as_callable() {
        Some(method) => method.call(&JsValue::undefined(), &[], context).map(drop),
        None => Ok(()),
    }
}
