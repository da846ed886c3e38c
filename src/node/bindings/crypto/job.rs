//! Crypto jobs: the same work done at once, on the thread pool, or for a promise (node v24.21.0 `src/crypto/crypto_util.h` `CryptoJob`).

use boa_engine::object::ObjectInitializer;
use boa_engine::object::builtins::{JsArray, JsPromise};
use boa_engine::property::Attribute;
use boa_engine::{Context, JsData, JsError, JsObject, JsResult, JsString, JsValue, js_string};
use boa_gc::{Finalize, Trace};

use crate::bindings::messaging::dom_exception;
use crate::host::{PoolJob, Resource, host};
use crate::native::{Binding, Native, number, state};
use machine::CpuWork;
use trace::PoolWork;

/// The computation of a job: it gives the value that the job results in, or the error that it fails with.
pub(super) type Work = Box<dyn FnOnce(&mut Context) -> JsResult<JsValue>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// `run` submits; `ondone(error, result)` is called when the loop delivers.
    Pool,
    /// `run` returns `[error, result]`.
    Now,
    /// `run` returns a promise, settled when the loop delivers.
    Promise,
}

#[derive(Trace, Finalize, JsData)]
struct Job {
    #[unsafe_ignore_trace]
    pending: Option<Pending>,
}

struct Pending {
    mode: Mode,
    label: &'static str,
    cost: CpuWork,
    work: Work,
}

/// Puts a job class on the binding; its `construct` calls [`prepare`].
///
/// # Errors
/// An exception of Boa where the class cannot be defined.
pub(super) fn class(binding: &mut Binding<'_>, name: &str, construct: Native) -> JsResult<()> {
    binding.class(name, construct, &[("run", 0, run)])?;
    Ok(())
}

/// Makes `this` a job. The first argument of every job class is its mode; `label` stands on the pool's worker, for the reader.
pub(super) fn prepare(
    this: &JsValue,
    arguments: &[JsValue],
    label: &'static str,
    cost: CpuWork,
    work: impl FnOnce(&mut Context) -> JsResult<JsValue> + 'static,
    context: &mut Context,
) -> JsResult<JsValue> {
    // kCryptoJobAsync, kCryptoJobSync, kCryptoJobWebCrypto
    let mode = match number(arguments, 0) {
        0.0 => Mode::Pool,
        1.0 => Mode::Now,
        _ => Mode::Promise,
    };
    let pending = Some(Pending { mode, label, cost, work: Box::new(work) });
    state::keep(this, Job { pending }, context)?;
    Ok(JsValue::undefined())
}

fn run(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(Pending { mode, label, cost, work }) = state::kept(this, context, |job: &mut Job| job.pending.take()).flatten() else {
        return Ok(JsValue::undefined());
    };
    let host = host(context);
    let cost_ns = host.machine.borrow().costs().cpu(cost);
    match mode {
        Mode::Now => {
            host.machine.borrow_mut().spend(cost_ns);
            let [error, result] = outcome(work(context), context)?;
            Ok(JsArray::from_iter([error, result], context).into())
        }
        Mode::Pool => {
            let Some(this) = this.as_object() else {
                return Ok(JsValue::undefined());
            };
            let complete = Box::new(move |context: &mut Context| done(&this, work, context));
            host.submit(PoolJob { label, work: PoolWork::Cpu, cost_ns, complete, resource: Resource::New(provider(label)) }, context);
            Ok(JsValue::undefined())
        }
        Mode::Promise => {
            let (promise, settle) = JsPromise::new_pending(context);
            let complete = Box::new(move |context: &mut Context| {
                let (function, value) = match work(context) {
                    Ok(value) => (&settle.resolve, value),
                    Err(error) => (&settle.reject, operation_error(error, context)?),
                };
                function.call(&JsValue::undefined(), &[value], context).map(drop)
            });
            host.submit(PoolJob { label, work: PoolWork::Cpu, cost_ns, complete, resource: Resource::New(provider(label)) }, context);
            Ok(promise.into())
        }
    }
}

/// `AsyncWrap::provider_type` of a job by its label.
fn provider(label: &str) -> &'static str {
    match label {
        "pbkdf2" => "PBKDF2REQUEST",
        "scrypt" => "SCRYPTREQUEST",
        "hkdf" => "DERIVEBITSREQUEST",
        "digest" => "HASHREQUEST",
        "hmac" => "SIGNREQUEST",
        "cipher" => "CIPHERREQUEST",
        "generateKey" => "KEYGENREQUEST",
        _ => "RANDOMBYTESREQUEST",
    }
}

/// The error with which WebCrypto's promise is rejected: an `OperationError` with the cause.
fn operation_error(cause: JsError, context: &mut Context) -> JsResult<JsValue> {
    let cause = cause.into_opaque(context)?;
    let about = ObjectInitializer::new(context)
        .property(js_string!("name"), js_string!("OperationError"), Attribute::all())
        .property(js_string!("cause"), cause, Attribute::all())
        .build();
    dom_exception("The operation failed for an operation-specific reason", about.into(), context).into_opaque(context)
}

fn done(job: &JsObject, work: Work, context: &mut Context) -> JsResult<()> {
    let result = work(context);
    let arguments = outcome(result, context)?;
    if let Some(callback) = job.get(JsString::from("ondone"), context)?.as_callable() {
        callback.call(&job.clone().into(), &arguments, context)?;
    }
    Ok(())
}

/// `[error, result]`, one of them `undefined`.
fn outcome(result: JsResult<JsValue>, context: &mut Context) -> JsResult<[JsValue; 2]> {
    Ok(match result {
        Ok(value) => [JsValue::undefined(), value],
        Err(error) => [error.into_opaque(context)?, JsValue::undefined()],
    })
}
