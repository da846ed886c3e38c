//! Handles of libuv that a binding has opened, and what the loop calls for them (node v24.21.0 `src/handle_wrap.cc`).

use std::rc::Rc;

use boa_engine::{Context, JsResult};

use super::{AsyncContext, Host};
use machine::{HandleId, HandleKind};

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
    opened_in: Rc<AsyncContext>,
}

impl Host {
    /// Opens a handle, an `AsyncWrap` of this type; `make` gives what the loop will call for it.
    pub(crate) fn open_handle<H: Handle + 'static>(
        &self,
        kind: HandleKind,
        async_type: &str,
        make: impl FnOnce(HandleId) -> Rc<H>,
        context: &mut Context,
    ) -> Rc<H> {
        let id = self.machine.borrow_mut().handle_open(kind);
        let handle = make(id);
        let opened_in = Rc::new(self.async_context(async_type, context));
        self.handles.borrow_mut().insert(id, OpenHandle { handle: handle.clone(), opened_in });
        handle
    }

    /// The clock, and how long the loop has slept in all; nanoseconds.
    pub(crate) fn loop_clock(&self) -> (u64, u64) {
        let machine = self.machine.borrow();
        (machine.now_ns(), machine.idle_ns())
    }

    /// The loop's wake-up of a handle.
    pub(crate) fn wakeup(&self, id: HandleId, context: &mut Context) -> JsResult<()> {
        if self.finalization.is_platform(id) {
            return self.clean_up_a_registry(context);
        }
        let open = self.handles.borrow().get(&id).map(|open| (open.handle.clone(), open.opened_in.clone()));
        let Some((handle, opened_in)) = open else {
            return Ok(());
        };
        self.in_async_context(&opened_in, |context| handle.wakeup(context), context)
    }

    /// The loop's last call for a handle.
    pub(crate) fn closed(&self, id: HandleId, context: &mut Context) -> JsResult<()> {
        let open = self.handles.borrow_mut().remove(&id);
        let Some(OpenHandle { handle, opened_in }) = open else {
            return Ok(());
        };
        self.in_async_context(&opened_in, |context| handle.closed(context), context)
    }
}
