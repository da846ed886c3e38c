//! Exceptions that nothing caught (node v24.21.0 `src/node_errors.cc`).

use boa_engine::{Context, JsError, JsObject, JsResult, JsString, JsValue};

use super::report::Thrown;
use super::{limits, report};
use crate::host::{Host, Stop};
use trace::Ending;

impl Host {
    /// `TriggerUncaughtException`: lets the process's listeners handle `error`; reports it and stops the run where none does.
    ///
    /// # Errors
    /// The error that ends the run, where no listener handles the exception.
    pub(crate) fn uncaught(&self, error: JsError, context: &mut Context) -> JsResult<()> {
        if self.stopped().is_some() {
            return Err(error);
        }
        let thrown = Thrown::At(error.throw_frames().into_iter().next());
        self.uncaught_from(error, &thrown, context)
    }

    /// As [`Host::uncaught`], for an exception that is reported by its own place, not by that of the `throw`.
    ///
    /// # Errors
    /// As [`Host::uncaught`].
    pub(crate) fn uncaught_again(&self, error: JsError, context: &mut Context) -> JsResult<()> {
        if self.stopped().is_some() {
            return Err(error);
        }
        self.uncaught_from(error, &Thrown::Elsewhere, context)
    }

    fn uncaught_from(&self, error: JsError, thrown: &Thrown, context: &mut Context) -> JsResult<()> {
        let error = match error.into_opaque(context) {
            Ok(value) => value,
            Err(error) => return Err(limits::engine_error(self, error)),
        };
        self.trigger_uncaught(&error, thrown, false, context)
    }

    /// As [`Host::uncaught`], with the origin of the exception. `from_promise`: the error is an unhandled rejection's.
    ///
    /// # Errors
    /// As [`Host::uncaught`].
    pub(crate) fn trigger_uncaught(&self, error: &JsValue, thrown: &Thrown, from_promise: bool, context: &mut Context) -> JsResult<()> {
        let Some(process) = self.callbacks.borrow().process.clone() else {
            return Err(JsError::from_opaque(error.clone()));
        };
        let fatal = process.get(JsString::from("_fatalException"), context)?;
        let Some(fatal) = fatal.as_callable() else {
            return Err(JsError::from_opaque(error.clone()));
        };
        let step = self.record(|recorder, machine| recorder.uncaught_begins(machine, error, from_promise));
        let handled = match fatal.call(&process.clone().into(), &[error.clone(), JsValue::from(from_promise)], context) {
            Ok(handled) => handled.as_boolean() != Some(false),
            Err(thrown) => {
                if self.stopped().is_some() {
                    return Err(thrown);
                }
                let place = Thrown::At(thrown.throw_frames().into_iter().next());
                let thrown = thrown.into_opaque(context)?;
                report::report(self, &thrown, &place, context)?;
                return Err(self.stop(Stop::Exit { code: 7, ending: Ending::Crashed }));
            }
        };
        self.recorder.borrow_mut().uncaught_judged(step, handled);
        if handled {
            return Ok(());
        }
        report::report(self, error, thrown, context)?;
        let code = Self::exit_code(&process, context).unwrap_or(1);
        Err(self.stop(Stop::Exit { code, ending: Ending::Crashed }))
    }

    /// `process.exitCode`, if it was set.
    pub(crate) fn exit_code(process: &JsObject, context: &mut Context) -> Option<i32> {
        let code = process.get(JsString::from("exitCode"), context).ok()?;
        if code.is_null_or_undefined() {
            return None;
        }
        code.to_i32(context).ok()
    }
}
