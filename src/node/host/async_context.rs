//! The context that `AsyncLocalStorage` follows from the place that asks for work to the place where it comes back.
//!
//! Since Node 24 that is one value, the async context frame. Before, stores hung on resources: every request of C++ was one (node v22.23.3 `src/async_wrap.cc`),
//! and every promise, which V8's promise hooks reported to Node's JavaScript (`lib/internal/async_hooks.js`).

use boa_engine::context::PromiseMoment;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use super::Host;

/// The context of the code that asked for some work, with the async resource of that work.
pub(crate) struct AsyncContext {
    frame: JsValue,
    /// `{ before, after, destroy }` of the resource.
    resource: JsValue,
}

impl AsyncContext {
    /// Reports that nothing refers to the resource any more.
    ///
    /// # Errors
    /// An exception of Node's async hooks.
    pub(crate) fn destroyed(&self, context: &mut Context) -> JsResult<()> {
        call_method(&self.resource, "destroy", context)
    }
}

impl Host {
    /// The current context, for work of this type (`FSREQCALLBACK`).
    pub(crate) fn async_context(&self, kind: &str, context: &mut Context) -> AsyncContext {
        let (frame, make) = {
            let callbacks = self.callbacks.borrow();
            (callbacks.async_context.clone(), callbacks.async_wrap.clone())
        };
        // Node's own function, which does not throw.
        let resource = make.and_then(|make| make.call(&JsValue::undefined(), &[JsString::from(kind).into()], context).ok());
        AsyncContext { frame, resource: resource.unwrap_or_default() }
    }

    /// Runs `body` in a context that was kept earlier.
    ///
    /// # Errors
    /// The exception of `body` or of Node's async hooks.
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
    ///
    /// # Errors
    /// The exception of `body`.
    pub(crate) fn in_frame<T>(&self, frame: JsValue, body: impl FnOnce(&mut Context) -> JsResult<T>, context: &mut Context) -> JsResult<T> {
        let outer = std::mem::replace(&mut self.callbacks.borrow_mut().async_context, frame);
        let result = body(context);
        self.callbacks.borrow_mut().async_context = outer;
        result
    }

    /// Calls V8's promise hook for a moment of a promise's life. An exception of the hook is V8's to print, and no part of the program's own run.
    pub(crate) fn promise_moment(&self, promise: &JsObject, moment: PromiseMoment<'_>, context: &mut Context) {
        let Some(hooks) = self.callbacks.borrow().promise_hooks.clone() else { return };
        let (hook, parent) = match moment {
            PromiseMoment::Made { parent } => (hooks.init, parent),
            PromiseMoment::Before => (hooks.before, None),
            PromiseMoment::After => (hooks.after, None),
            PromiseMoment::Settled => (hooks.settled, None),
        };
        let parent = parent.map_or_else(JsValue::undefined, |parent| parent.clone().into());
        if let Some(hook) = hook {
            drop(hook.call(&JsValue::undefined(), &[promise.clone().into(), parent], context));
        }
    }
}

fn call_method(resource: &JsValue, name: &str, context: &mut Context) -> JsResult<()> {
    let Some(resource) = resource.as_object() else { return Ok(()) };
    match resource.get(JsString::from(name), context)?.as_callable() {
        Some(method) => method.call(&JsValue::undefined(), &[], context).map(drop),
        None => Ok(()),
    }
}
