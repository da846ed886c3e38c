//! Callback scopes: each ends with the ticks and microtasks that it left behind (node v24.21.0 `src/api/callback.cc`, `src/node_task_queue.cc`).
//! Rules N1, N2 and N33: docs/node-semantics.md#n1.

use boa_engine::job::PromiseJob;
use boa_engine::object::builtins::JsFunction;
use boa_engine::{Context, JsResult, JsValue};

use super::Host;
use trace::TaskId;

/// A microtask and the id that it has in the trace.
pub(crate) struct Microtask {
    pub(crate) task: TaskId,
    pub(crate) job: MicrotaskJob,
}

pub(crate) enum MicrotaskJob {
    Promise(PromiseJob),
    /// The callback of `queueMicrotask`.
    Function(JsFunction),
}

impl Host {
    /// `InternalMakeCallback`: runs `body` inside a callback scope. Exceptions are reported.
    ///
    /// # Errors
    /// The error that ends the run, where the run has been stopped: the program cannot catch it.
    pub(crate) fn make_callback(&self, body: impl FnOnce(&mut Context) -> JsResult<()>, context: &mut Context) -> JsResult<()> {
        self.try_callback(body, context).map(drop)
    }

    /// As `make_callback`. `false` where `body` or a tick behind it threw, which has been reported.
    ///
    /// # Errors
    /// The error that ends the run, where the run has been stopped: the program cannot catch it.
    pub(crate) fn try_callback(&self, body: impl FnOnce(&mut Context) -> JsResult<()>, context: &mut Context) -> JsResult<bool> {
        self.scope_depth.set(self.scope_depth.get() + 1);
        let result = body(context);
        self.scope_depth.set(self.scope_depth.get() - 1);
        match result {
            Ok(()) => self.try_close_scope(context),
            Err(error) => self.uncaught(error, context).map(|()| false),
        }
    }

    /// Runs `body` inside a callback scope whose end the caller takes care of.
    ///
    /// # Errors
    /// The exception of `body`.
    pub(crate) fn in_scope<T>(&self, body: impl FnOnce(&mut Context) -> JsResult<T>, context: &mut Context) -> JsResult<T> {
        self.scope_depth.set(self.scope_depth.get() + 1);
        let result = body(context);
        self.scope_depth.set(self.scope_depth.get() - 1);
        result
    }

    /// `InternalCallbackScope::Close` of a scope that did not fail.
    ///
    /// # Errors
    /// The error that ends the run, where the run has been stopped: the program cannot catch it.
    pub(crate) fn close_scope(&self, context: &mut Context) -> JsResult<()> {
        self.try_close_scope(context).map(drop)
    }

    /// As [`Host::close_scope`]. `false` where a tick threw.
    fn try_close_scope(&self, context: &mut Context) -> JsResult<bool> {
        if self.scope_depth.get() > 0 {
            return Ok(true);
        }
        if !self.tick_flag(0, context) {
            self.run_microtasks(context)?;
        }
        if self.tick_flag(0, context) || self.tick_flag(1, context) {
            let ticks = self.callbacks.borrow().ticks.clone();
            let process = self.callbacks.borrow().process.clone();
            if let (Some(ticks), Some(process)) = (ticks, process)
                && let Err(error) = ticks.call(&process.into(), &[], context)
            {
                self.uncaught(error, context)?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn tick_flag(&self, index: usize, context: &mut Context) -> bool {
        let info = self.callbacks.borrow().tick_info.clone();
        info.and_then(|info| info.at(i64::try_from(index).unwrap_or(0), context).ok()).and_then(|value| value.as_number()).is_some_and(|n| n != 0.0)
    }

    /// V8's microtask checkpoint: runs one FIFO until it is empty. An exception is reported and the rest goes on (N33).
    ///
    /// # Errors
    /// The error that ends the run, where the run has been stopped: the program cannot catch it.
    pub(crate) fn run_microtasks(&self, context: &mut Context) -> JsResult<()> {
        loop {
            let Some(microtask) = self.microtasks.borrow_mut().pop_front() else {
                context.clear_kept_objects();
                return Ok(());
            };
            self.check_room()?;
            self.begin(microtask.task);
            let (result, is_callback) = match microtask.job {
                MicrotaskJob::Promise(job) => (job.call(context).map(drop), false),
                // V8 reports the exception of a bare callback by the error's own place.
                MicrotaskJob::Function(function) => (function.call(&JsValue::undefined(), &[], context).map(drop), true),
            };
            if let Err(error) = result {
                if is_callback { self.uncaught_again(error, context)? } else { self.uncaught(error, context)? }
            } else if let Some(stop) = self.stopped() {
                // Boa's resumption after an await drops an error that can't be caught: the stop holds all the same.
                return Err(self.stop(stop));
            }
            self.end(microtask.task);
        }
    }

    /// Puts a microtask into the queue.
    pub(crate) fn enqueue_microtask(&self, job: MicrotaskJob, context: &mut Context) {
        let task = self.record(|recorder, machine| recorder.microtask(machine, context));
        self.microtasks.borrow_mut().push_back(Microtask { task, job });
    }
}
