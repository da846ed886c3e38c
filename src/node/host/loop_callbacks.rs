//! The callbacks of libuv in each turn of the loop: Node's timers and immediates (node v24.21.0 `src/env.cc`).
//! Rules N14, N19 and N31: docs/node-semantics.md#n14.

use boa_engine::{Context, JsResult, JsValue};

use super::Host;

impl Host {
    /// `Environment::RunTimers`: Node's `processTimers`, again after every exception that was handled. Then sets the uv_timer for the next timers.
    ///
    /// # Errors
    /// The error that ends the run, where the run has been stopped: the program cannot catch it.
    pub(crate) fn run_timers(&self, context: &mut Context) -> JsResult<()> {
        let (timers, process) = (self.callbacks.borrow().timers.clone(), self.callbacks.borrow().process.clone());
        let (Some(timers), Some(process)) = (timers, process) else {
            return Ok(());
        };
        let process = JsValue::from(process);
        let now = {
            let mut machine = self.machine.borrow_mut();
            machine.update_time();
            machine.uv_now() - self.timer_base()
        };
        let next = loop {
            match self.in_scope(|context| timers.call(&process, &[JsValue::from(now)], context), context) {
                Ok(next) => break next.as_number().unwrap_or(0.0),
                Err(error) => self.uncaught(error, context)?,
            }
        };
        {
            let mut machine = self.machine.borrow_mut();
            if next == 0.0 {
                machine.timer_ref(false);
            } else {
                #[expect(
                    clippy::cast_precision_loss,
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "milliseconds, as Node has them"
                )]
                let duration = (next.abs() - (machine.uv_now() - self.timer_base()) as f64).max(1.0) as u64;
                machine.timer_start(duration);
                machine.timer_ref(next > 0.0);
            }
        }
        self.close_scope(context)
    }

    /// `Environment::CheckImmediate` (N14).
    ///
    /// # Errors
    /// The error that ends the run, where the run has been stopped: the program cannot catch it.
    pub(crate) fn check_immediates(&self, context: &mut Context) -> JsResult<()> {
        self.destroy_async_ids(context)?;
        // Native immediates: until Node 24 their scope drains what an exception left behind (N31).
        if self.major() < 26 {
            self.close_scope(context)?;
        }
        if self.immediate_info(0, context) == 0 {
            return Ok(());
        }
        let (immediates, process) = (self.callbacks.borrow().immediates.clone(), self.callbacks.borrow().process.clone());
        let (Some(immediates), Some(process)) = (immediates, process) else {
            return Ok(());
        };
        let process = JsValue::from(process);
        loop {
            self.make_callback(|context| immediates.call(&process, &[], context).map(drop), context)?;
            if self.immediate_info(2, context) == 0 {
                break;
            }
        }
        if self.immediate_info(1, context) == 0 {
            self.machine.borrow_mut().immediate_ref(false);
        }
        Ok(())
    }

    /// `AsyncWrap::DestroyAsyncIdsCallback`: calls the async hooks' `destroy` until no id is left, for the hooks may destroy more.
    ///
    /// # Errors
    /// The error that ends the run, where the run has been stopped: the program cannot catch it.
    pub(crate) fn destroy_async_ids(&self, context: &mut Context) -> JsResult<()> {
        let Some(destroy) = self.callbacks.borrow().destroy_hook.clone() else {
            return Ok(());
        };
        while !self.destroyed_ids.borrow().is_empty() {
            for id in self.destroyed_ids.take() {
                if let Err(error) = destroy.call(&JsValue::undefined(), &[id.into()], context) {
                    self.uncaught(error, context)?;
                }
            }
        }
        Ok(())
    }

    /// The element of `immediateInfo` at `index`: count, ref count, has outstanding.
    pub(crate) fn immediate_info(&self, index: i64, context: &mut Context) -> u32 {
        let info = self.callbacks.borrow().immediate_info.clone();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the array holds u32")]
        info.and_then(|info| info.at(index, context).ok()).and_then(|value| value.as_number()).map_or(0, |n| n as u32)
    }

    /// The number of ref'd timeouts.
    pub(crate) fn timeouts(&self, context: &mut Context) -> f64 {
        let info = self.callbacks.borrow().timeout_info.clone();
        info.and_then(|info| info.at(0, context).ok()).and_then(|value| value.as_number()).unwrap_or(0.0)
    }
}
