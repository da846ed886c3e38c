//! The three ways in which Node's JavaScript calls an operation of `fs`: at once, with an `FSReqCallback`, or with `kUsePromises`
//! (node v24.21.0 `src/node_file-inl.h`, `AsyncCall` and `SyncCall` in `src/node_file.cc`).
//!
//! An asynchronous call is one job of the thread pool (rules N37 and N38: docs/node-semantics.md#n37); its effect on the disk
//! happens when the loop delivers the job.

use boa_engine::builtins::promise::ResolvingFunctions;
use boa_engine::object::builtins::JsPromise;
use boa_engine::{Context, JsError, JsObject, JsResult, JsString, JsSymbol, JsValue};

use super::errors::{Failure, Subject};
use super::stats::{Answer, Arrays};
use crate::host::{PoolJob, Resource, host};
use crate::native::Binding;
use machine::DiskWork;
use trace::PoolWork;

/// The one who waits for the end of an operation.
pub(in crate::bindings) enum Waiter {
    /// The caller itself: the operation is done before the call returns.
    Caller,
    /// An `FSReqCallback`, by its `oncomplete`.
    Callback(JsObject),
    /// `kUsePromises`: the call returns a promise.
    Promise,
}

impl Waiter {
    /// `GetReqWrap`.
    pub(in crate::bindings) fn at(arguments: &[JsValue], index: usize) -> Self {
        let Some(value) = arguments.get(index) else {
            return Self::Caller;
        };
        match value.as_object() {
            Some(request) => Self::Callback(request),
            None if value.is_symbol() => Self::Promise,
            None => Self::Caller,
        }
    }
}

/// One call of an operation: the names that its errors give, the label on the worker, and the work that it costs.
pub(in crate::bindings) struct Call {
    subject: Subject,
    label: &'static str,
    work: DiskWork,
}

impl Call {
    /// A call without paths. `label` stands on the worker, for the reader (`fs.open`); `syscall` is the name in errors.
    pub(in crate::bindings) fn new(label: &'static str, syscall: &'static str, work: DiskWork) -> Self {
        Self { subject: Subject { syscall, path: None, dest: None }, label, work }
    }

    pub(in crate::bindings) fn path(mut self, path: &str) -> Self {
        self.subject.path = Some(path.to_owned());
        self
    }

    pub(in crate::bindings) fn dest(mut self, dest: &str) -> Self {
        self.subject.dest = Some(dest.to_owned());
        self
    }

    /// Runs `effect` for `waiter`. The result is the value that the binding function returns to JavaScript.
    pub(in crate::bindings) fn run(
        self,
        waiter: Waiter,
        effect: impl FnOnce(&mut Context) -> Result<Answer, Failure> + 'static,
        context: &mut Context,
    ) -> JsResult<JsValue> {
        if let Waiter::Caller = waiter {
            spend(self.work, context);
            return match effect(context) {
                Ok(answer) => answer.into_value(Arrays::Shared, context),
                Err(failure) => Err(failure.into_error(&self.subject, context)),
            };
        }
        let (sink, returned) = Sink::new(waiter, context);
        let Self { subject, label, work } = self;
        let provider = sink.provider();
        let complete = move |context: &mut Context| {
            let outcome = effect(context).map_err(|failure| failure.into_error(&subject, context));
            sink.deliver(outcome, context)
        };
        submit(label, work, provider, complete, context);
        Ok(returned)
    }

    /// `SyncCall`: as `run`, but the error of a synchronous call goes into the object `report` (Node's `ctx`) and is not thrown.
    pub(in crate::bindings) fn run_reporting(
        self,
        waiter: Waiter,
        report: Option<JsObject>,
        effect: impl FnOnce(&mut Context) -> Result<Answer, Failure> + 'static,
        context: &mut Context,
    ) -> JsResult<JsValue> {
        let (Waiter::Caller, Some(report)) = (&waiter, report) else {
            return self.run(waiter, effect, context);
        };
        spend(self.work, context);
        match effect(context) {
            Ok(answer) => answer.into_value(Arrays::Shared, context),
            Err(Failure::Errno(errno)) => {
                report.set(JsString::from("errno"), errno.number(), true, context)?;
                report.set(JsString::from("syscall"), JsString::from(self.subject.syscall), true, context)?;
                Ok(JsValue::undefined())
            }
            Err(failure) => Err(failure.into_error(&self.subject, context)),
        }
    }
}

/// The result of an operation: its answer, or the error to hand over.
pub(in crate::bindings) type Outcome = Result<Answer, JsError>;

/// The receiver of the outcome of an asynchronous operation.
pub(in crate::bindings) enum Sink {
    Callback(JsObject),
    Promise(ResolvingFunctions),
}

impl Sink {
    /// The sink of a waiter that is not the caller itself, and the value that the call returns meanwhile.
    pub(in crate::bindings) fn new(waiter: Waiter, context: &mut Context) -> (Self, JsValue) {
        match waiter {
            Waiter::Callback(request) => (Self::Callback(request), JsValue::undefined()),
            Waiter::Caller | Waiter::Promise => {
                let (promise, resolvers) = JsPromise::new_pending(context);
                (Self::Promise(resolvers), promise.into())
            }
        }
    }

    /// `AsyncWrap::provider_type` of the request.
    pub(in crate::bindings) fn provider(&self) -> &'static str {
        match self {
            Self::Callback(_) => "FSREQCALLBACK",
            Self::Promise(_) => "FSREQPROMISE",
        }
    }

    /// `Resolve` and `Reject` of `FSReqCallback` and `FSReqPromise`.
    ///
    /// # Errors
    /// An exception of the program's callback.
    pub(in crate::bindings) fn deliver(&self, outcome: Outcome, context: &mut Context) -> JsResult<()> {
        match self {
            Self::Callback(request) => complete(request, outcome, context),
            Self::Promise(resolvers) => settle(resolvers, outcome, context),
        }
    }
}

/// Calls `oncomplete(error)`, `oncomplete(null)` or `oncomplete(null, value)`.
fn complete(request: &JsObject, outcome: Outcome, context: &mut Context) -> JsResult<()> {
    let arguments = match outcome {
        Err(error) => vec![error.into_opaque(context)?],
        Ok(answer) => match answer.into_value(Arrays::Shared, context)? {
            value if value.is_undefined() => vec![JsValue::null()],
            value => vec![JsValue::null(), value],
        },
    };
    let callback = request.get(JsString::from("oncomplete"), context)?;
    let Some(callback) = callback.as_callable() else {
        return Ok(());
    };
    callback.call(&request.clone().into(), &arguments, context).map(drop)
}

fn settle(resolvers: &ResolvingFunctions, outcome: Outcome, context: &mut Context) -> JsResult<()> {
    let (function, value) = match outcome {
        Ok(answer) => (&resolvers.resolve, answer.into_value(Arrays::Own, context)?),
        Err(error) => (&resolvers.reject, error.into_opaque(context)?),
    };
    function.call(&JsValue::undefined(), &[value], context).map(drop)
}

/// One pool job of disk work, an async resource of type `provider`; `complete` runs in the callback scope of its delivery.
pub(in crate::bindings) fn submit(
    label: &'static str,
    work: DiskWork,
    provider: &'static str,
    complete: impl FnOnce(&mut Context) -> JsResult<()> + 'static,
    context: &mut Context,
) {
    let host = host(context);
    let cost_ns = host.machine.borrow().costs().disk(work);
    host.submit(PoolJob { label, work: PoolWork::FastIo, cost_ns, complete: Box::new(complete), resource: Resource::New(provider) }, context);
}

/// Spends the virtual time of a synchronous operation.
pub(in crate::bindings) fn spend(work: DiskWork, context: &mut Context) {
    let host = host(context);
    let mut machine = host.machine.borrow_mut();
    let cost = machine.costs().disk(work);
    machine.spend(cost);
}

/// Puts `FSReqCallback` and `kUsePromises` on the binding.
pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class("FSReqCallback", |_, _, _| Ok(JsValue::undefined()), &[])?;
    let symbol = JsSymbol::new(Some(JsString::from("fs_use_promises_symbol")));
    binding.value("kUsePromises", symbol.map(JsValue::from).unwrap_or_default())?;
    Ok(())
}
