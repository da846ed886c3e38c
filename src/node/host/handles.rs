//! Handles of libuv that a binding has opened, and the loop's calls for them (node v24.21.0 `src/handle_wrap.cc`).

use std::rc::Rc;

use boa_engine::{Context, JsResult};

use super::{AsyncContext, Host};
use machine::{HandleId, HandleKind};

/// The calls of the loop for one handle.
pub(crate) trait Handle {
    /// Runs in the poll phase, when the loop gets to an `uv_async_send`.
    ///
    /// # Errors
    /// The error that ends the run.
    fn wakeup(&self, context: &mut Context) -> JsResult<()>;
    /// Runs in the closing phase, when the handle is gone.
    ///
    /// # Errors
    /// The error that ends the run.
    fn closed(&self, context: &mut Context) -> JsResult<()>;
}

/// A handle and the async context that it was opened in: `AsyncLocalStorage` follows it to its callbacks.
pub(super) struct OpenHandle {
    handle: Rc<dyn Handle>,
    opened_in: Rc<AsyncContext>,
}

impl Host {
    /// Opens a handle, an `AsyncWrap` of this type. `make` gives the object that the loop will call for it.
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

    /// The machine's clock, and the time that the loop has slept in all; both in virtual nanoseconds.
    pub(crate) fn loop_clock(&self) -> (u64, u64) {
        let machine = self.machine.borrow();
        (machine.now_ns(), machine.idle_ns())
    }

    /// Calls a handle that the loop wakes up.
    ///
    /// # Errors
    /// The error that ends the run.
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

    /// Calls a handle for the last time: it is closed.
    ///
    /// # Errors
    /// The error that ends the run.
    pub(crate) fn closed(&self, id: HandleId, context: &mut Context) -> JsResult<()> {
        let open = self.handles.borrow_mut().remove(&id);
        let Some(OpenHandle { handle, opened_in }) = open else {
            return Ok(());
        };
        self.in_async_context(&opened_in, |context| handle.closed(context), context)
    }
}
