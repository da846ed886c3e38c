//! Boa's host hooks and job executor, answered as V8 and Node answer them.

use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use boa_engine::builtins::promise::OperationType;
use boa_engine::builtins::promise::Promise;
use boa_engine::context::intrinsics::Intrinsics;
use boa_engine::context::time::{Clock, JsInstant};
use boa_engine::context::{HostHooks, ModuleMoment, PromiseMoment, Refused, RefusedCall};
use boa_engine::job::{Job, JobCallback, JobExecutor};
use boa_engine::module::{ModuleRequest, Referrer};
use boa_engine::object::WeakJsObject;
use boa_engine::object::builtins::JsFunction;
use boa_engine::realm::Realm;
use boa_engine::vm::StackFrame;
use boa_engine::{Context, JsData, JsNativeError, JsObject, JsResult, JsString, JsValue, Module};
use boa_gc::{Finalize, Trace};

use crate::bindings;
use crate::fatal::JsonProblem;
use crate::host::{EPOCH_MS, Host, MicrotaskJob, Stop, host};
use crate::recorder::Label;
use crate::source::{self, problem};
use crate::v8_words::{JsonPlace, not_json, not_json_until_v8_11};
use trace::Limit;

impl JobExecutor for Host {
    fn enqueue_job(self: Rc<Self>, job: Job, context: &mut Context) {
        // The other kind of job cleans up a registry of finalization, which the host does itself.
        if let Job::PromiseJob(job) = job {
            self.enqueue_microtask(MicrotaskJob::Promise(job), context);
        }
    }

    fn run_jobs(self: Rc<Self>, context: &mut Context) -> JsResult<()> {
        self.run_microtasks(context)
    }
}

/// The data that a reaction carries from its registration to its run.
#[derive(Trace, Finalize, JsData)]
struct Registration {
    #[unsafe_ignore_trace]
    label: Option<Label>,
    async_context: JsValue,
}

/// The hooks of every realm.
pub(crate) struct Hooks(pub(crate) Rc<Host>);

impl HostHooks for Hooks {
    fn registry_made(&self, registry: WeakJsObject) {
        self.0.registry_made(registry);
    }

    fn make_job_callback(&self, callback: JsFunction, context: &mut Context) -> JobCallback {
        let host = host(context);
        let label = host.recorder.borrow().reaction_label(&callback, context);
        let async_context = host.callbacks.borrow().async_context.clone();
        JobCallback::new(callback, Registration { label, async_context })
    }

    fn create_global_object(&self, intrinsics: &Intrinsics) -> JsObject {
        bindings::take_next_global(&self.0).unwrap_or_else(|| JsObject::with_object_proto(intrinsics))
    }

    fn import_module_dynamically(&self, referrer: &Referrer, request: &ModuleRequest, context: &mut Context) -> Option<JsResult<JsObject>> {
        bindings::import_module_dynamically(referrer, request, context)
    }

    fn module_moment(&self, module: &Module, moment: ModuleMoment, context: &mut Context) {
        bindings::module_moment(module, moment, context);
    }

    fn initialize_import_meta(&self, meta: &JsObject, module: &Module, context: &mut Context) {
        bindings::initialize_import_meta(meta, module, context);
    }

    fn suspends_agent(&self) -> bool {
        true
    }

    fn suspend_agent(&self, timeout: Option<Duration>, context: &mut Context) -> JsResult<()> {
        let host = host(context);
        let Some(timeout) = timeout else { return Err(host.stop(Stop::Cut(Limit::VirtualTime))) };
        host.machine.borrow_mut().spend(u64::try_from(timeout.as_nanos()).unwrap_or(u64::MAX));
        Ok(())
    }

    fn promise_job_created(&self, callback: Option<&JobCallback>, thenable: bool, context: &mut Context) {
        let host = host(context);
        let registered = callback.and_then(|callback| callback.host_defined().downcast_ref::<Registration>());
        host.recorder.borrow_mut().next_microtask(registered.and_then(|registered| registered.label.clone()), thenable);
    }

    fn call_job_callback(&self, job: &JobCallback, this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
        let host = host(context);
        let registered = job.host_defined().downcast_ref::<Registration>();
        let frame = registered.map(|registered| registered.async_context.clone()).unwrap_or_default();
        host.in_frame(frame, |context| job.callback().call(this, arguments, context), context)
    }

    fn watches_promises(&self) -> bool {
        self.0.callbacks.borrow().promise_hooks.is_some()
    }

    fn promise_moment(&self, promise: &JsObject, moment: PromiseMoment<'_>, context: &mut Context) {
        self.0.promise_moment(promise, moment, context);
    }

    fn promise_rejection_tracker(&self, promise: &JsObject<Promise>, operation: OperationType, context: &mut Context) {
        let host = host(context);
        let Some(handler) = host.callbacks.borrow().promise_reject.clone() else {
            return;
        };
        let promise: JsObject = promise.clone().upcast();
        let reason = crate::inspect::promise_result(&promise);
        host.record(|recorder, machine| match operation {
            OperationType::Reject => recorder.rejected(machine, &promise, &reason, context),
            OperationType::Handle => recorder.rejection_handled(machine, &promise),
        });
        // kPromiseRejectWithNoHandler, kPromiseHandlerAddedAfterReject (node v24.21.0 src/node_task_queue.cc)
        let arguments: [JsValue; 3] = match operation {
            OperationType::Reject => [JsValue::from(0), promise.into(), reason],
            OperationType::Handle => [JsValue::from(1), promise.into(), JsValue::undefined()],
        };
        // Node's own handler only files the promise away; if it threw, the reader's program must not see it.
        drop(handler.call(&JsValue::undefined(), &arguments, context));
    }

    fn path_of_evaluated(&self, text: &JsString, context: &mut Context) -> Option<Rc<Path>> {
        Some(source::path_of_evaluated(&self.0, text, context))
    }

    fn callee_text(&self, frame: &StackFrame) -> Option<String> {
        source::words_at(&self.0, frame, |places, offset| Some(places.call_at(offset)?.text.clone()))
    }

    fn error_words(&self, message: &str) -> Option<String> {
        crate::v8_words::v8_words(message)
    }

    fn refusal_words(&self, frame: &StackFrame, refused: Refused<'_>, named: &str) -> Option<String> {
        source::words_at(&self.0, frame, |places, offset| places.refusal(offset, refused, named))
    }

    fn call_words(&self, message: &str, call: &RefusedCall<'_>, context: &mut Context) -> Option<String> {
        crate::v8_words::refused_call(message, call, context)
    }

    fn json_words(&self, text: &str) -> Option<String> {
        let (message, at) = not_json(text);
        let (script, message) = match self.0.major() {
            18 => ("undefined", not_json_until_v8_11(text, at)),
            // V8 names line and column since 11.4.
            20 => ("<anonymous_script>", message[..message.rfind(" (line ").unwrap_or(message.len())].to_owned()),
            _ => ("<anonymous_script>", message),
        };
        self.0.state::<JsonProblem>().0.replace(Some((message.clone(), JsonPlace::of(script, text, at))));
        Some(message)
    }

    /// `eval` and `new Function` refuse what V8's parser refuses, in its words.
    fn ensure_can_compile_strings(&self, _: Realm, parameters: &[JsString], body: &JsString, direct: bool, context: &mut Context) -> JsResult<()> {
        let caller = context.named_stack_frames(1).into_iter().next().filter(|caller| caller.native && !direct);
        let caller = caller.and_then(|caller| caller.call).map(|call| call.to_std_string_lossy()).unwrap_or_default();
        let body = body.to_std_string_lossy();
        let read = match caller.rsplit(['.', ' ']).next() {
            Some(constructor) if constructor.ends_with("Function") => {
                let parameters: Vec<String> = parameters.iter().map(JsString::to_std_string_lossy).collect();
                crate::v8_words::dynamic_function(constructor, &parameters, &body)
            }
            _ => crate::v8_words::eval_text(&body, direct),
        };
        match problem(read, context) {
            Some(message) => Err(JsNativeError::syntax().with_message(message).into()),
            None => Ok(()),
        }
    }

    fn local_timezone_name(&self, _time: f64) -> Option<String> {
        Some("Coordinated Universal Time".to_owned())
    }

    fn captures_error_stacks(&self) -> bool {
        true
    }

    fn error_stack_limit(&self, context: &Context) -> Option<usize> {
        source::stack_limit(context)
    }

    fn error_stack(&self, error: &JsObject, frames: &[StackFrame], limit: usize, context: &mut Context) -> JsValue {
        source::error_stack(error, frames, limit, context)
    }

    fn local_timezone_offset_seconds(&self, _unix_time_seconds: i64) -> i32 {
        0
    }
}

/// The realm's clock: virtual time.
pub(crate) struct VirtualClock(pub(crate) Rc<Host>);

impl Clock for VirtualClock {
    fn now(&self) -> JsInstant {
        let now = self.0.read_clock();
        JsInstant::new(now / 1_000_000_000, u32::try_from(now % 1_000_000_000).unwrap_or(0))
    }

    fn system_time_millis(&self) -> i64 {
        let now = self.0.read_clock();
        i64::try_from(EPOCH_MS + now / 1_000_000).unwrap_or(i64::MAX)
    }
}
