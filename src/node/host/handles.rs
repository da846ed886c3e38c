//! Handles of libuv that a binding has opened, and what the loop calls for them (node v24.21.0 `src/handle_wrap.cc`).

use std::rc::Rc;

use boa_engine::{Context, JsResult, JsValue};

use super::Host;
use crate::machine::{HandleId, HandleKind};

/// What the loop calls for one handle.
pub(crate) trait Handle {
    /// `uv_async_send` has reached the poll phase.
    fn wakeup(&self, context: &mut Context) -> JsResult<()>;
    /// The closing phase: the handle is gone.
    fn closed(&self, context: &mut Context) -> JsResult<()>;
}

/// A handle and the async context that it was opened in: `AsyncLocalStorage` follows it to its callbacks.
pub(super) struct OpenHandle {
    handle: Rc<dyn Handle>,
    async_context: JsValue,
}

impl Host {
    /// Opens a handle; `make` gives what the loop will call for it.
    pub(crate) fn open_handle<H: Handle + 'static>(&self, kind: HandleKind, make: impl FnOnce(HandleId) -> Rc<H>) -> Rc<H> {
        let id = self.machine.borrow_mut().handle_open(kind);
        let handle = make(id);
        let async_context = self.callbacks.borrow().async_context.clone();
        self.handles.borrow_mut().insert(id, OpenHandle { handle: handle.clone(), async_context });
        handle
    }

    /// The loop's wake-up of a handle.
    pub(crate) fn wakeup(&self, id: HandleId, context: &mut Context) -> JsResult<()> {
        let open = self.handles.borrow().get(&id).map(|open| (open.handle.clone(), open.async_context.clone()));
        let Some((handle, async_context)) = open else {
            return Ok(());
        };
        self.in_context(async_context, |context| handle.wakeup(context), context)
    }

    /// The loop's last call for a handle.
    pub(crate) fn closed(&self, id: HandleId, context: &mut Context) -> JsResult<()> {
        let open = self.handles.borrow_mut().remove(&id);
        let Some(OpenHandle { handle, async_context }) = open else {
            return Ok(());
        };
        self.in_context(async_context, |context| handle.closed(context), context)
    }

    fn in_context(&self, async_context: JsValue, body: impl FnOnce(&mut Context) -> JsResult<()>, context: &mut Context) -> JsResult<()> {
        let outer = std::mem::replace(&mut self.callbacks.borrow_mut().async_context, async_context);
        let result = body(context);
        self.callbacks.borrow_mut().async_context = outer;
        result
    }
}
