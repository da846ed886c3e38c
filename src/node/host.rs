//! The host: what stands behind the realm. It owns the machine, the queues of jobs, and the callbacks that Node's JavaScript registers.
//!
//! Follows node v24.21.0 `src/api/callback.cc`, `src/env.cc`, `src/node_task_queue.cc`, `src/node_errors.cc`.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use boa_engine::job::PromiseJob;
use boa_engine::object::builtins::{JsFunction, JsInt32Array, JsUint8Array, JsUint32Array};
use boa_engine::vm::StackFrame;
use boa_engine::{Context, JsError, JsObject, JsResult, JsString, JsValue};

use super::library::Library;
use super::recorder::Recorder;
use crate::machine::files::OpenFlags;
use crate::machine::{Machine, PoolRequest};
use crate::trace::{File, Limit, OutputStream, PoolWork, Position, Queue, RequestId, SiteId, TaskId};

/// A microtask and the id that it has in the trace.
pub(crate) struct Microtask {
    pub(crate) task: TaskId,
    pub(crate) job: MicrotaskJob,
}

pub(crate) enum MicrotaskJob {
    Promise(PromiseJob),
    /// `queueMicrotask`.
    Function(JsFunction),
}

/// What Node's JavaScript hands to C++ while it boots.
#[derive(Default)]
pub(crate) struct Callbacks {
    /// `processTicksAndRejections`.
    pub(crate) ticks: Option<JsFunction>,
    pub(crate) immediates: Option<JsFunction>,
    pub(crate) timers: Option<JsFunction>,
    /// `promiseRejectHandler`.
    pub(crate) promise_reject: Option<JsFunction>,
    pub(crate) prepare_stack_trace: Option<JsFunction>,
    pub(crate) process: Option<JsObject>,
    /// `tickInfo`: has a tick been scheduled, has a rejection to be warned of.
    pub(crate) tick_info: Option<JsUint8Array>,
    /// `immediateInfo`: count, ref count, has outstanding.
    pub(crate) immediate_info: Option<JsUint32Array>,
    /// `timeoutInfo`: how many ref'd timeouts there are.
    pub(crate) timeout_info: Option<JsInt32Array>,
    /// Node's `require` for its own modules.
    pub(crate) require: Option<JsFunction>,
    /// Emits `beforeExit` and `exit`.
    pub(crate) emit_process: Option<JsFunction>,
    /// Boa's own `Function.prototype.toString`.
    pub(crate) function_to_string: Option<JsFunction>,
    /// Puts an observer into Node's async hooks.
    pub(crate) start_observing: Option<JsFunction>,
    /// Loads and runs the entry script.
    pub(crate) run_main: Option<JsFunction>,
    /// What V8 calls continuation-preserved embedder data: the async context frame.
    pub(crate) async_context: JsValue,
}

/// What a finished pool job leads to; runs inside a callback scope.
pub(crate) type Completion = Box<dyn FnOnce(&mut Context) -> JsResult<()>>;

/// Work for the thread pool.
pub(crate) struct PoolJob<'a> {
    /// What the reader reads on the worker: `fs.open`.
    pub(crate) label: &'a str,
    pub(crate) work: PoolWork,
    /// Virtual nanoseconds on the worker.
    pub(crate) cost_ns: u64,
    pub(crate) complete: Completion,
}

/// How the program's run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// `process.reallyExit(code)`, or a crash that has been reported.
    Exit { code: i32, crashed: bool },
    /// A bound was reached.
    Cut(Limit),
}

/// Everything that outlives a call into the realm.
pub struct Host {
    pub(crate) machine: RefCell<Machine>,
    pub(crate) recorder: RefCell<Recorder>,
    pub(crate) library: Library,
    pub(crate) callbacks: RefCell<Callbacks>,
    pub(crate) microtasks: RefCell<VecDeque<Microtask>>,
    jobs: RefCell<BTreeMap<RequestId, (TaskId, Completion)>>,
    scope_depth: Cell<u32>,
    stop: Cell<Option<Stop>>,
    cwd: RefCell<Rc<str>>,
    pub(crate) entry: RefCell<Rc<str>>,
    /// What a `throw` of the program threw last, and where: V8 keeps that place with the exception.
    pub(crate) last_throw: RefCell<Option<(JsValue, SiteId)>>,
    /// Where the last text that is no program went wrong.
    pub(crate) syntax_problem: RefCell<Option<(Rc<str>, Position)>>,
    wrote: Cell<bool>,
    stdout: RefCell<Vec<u8>>,
    stderr: RefCell<Vec<u8>>,
    /// Bytes of output after which the run is cut.
    pub(crate) output_limit: Cell<usize>,
    /// Probe steps after which the run is cut.
    pub(crate) steps_left: Cell<u64>,
    /// Calls deeper than this throw V8's `RangeError`.
    pub(crate) depth_limit: Cell<usize>,
    /// The source text that a site's words are read from, by script path.
    pub(crate) scripts: RefCell<BTreeMap<Rc<str>, super::scripts::LoadedScript>>,
}

/// The host behind a context.
///
/// # Panics
/// If the context was not made by [`super::realm::Realm`].
pub(crate) fn host(context: &Context) -> Rc<Host> {
    context.downcast_job_executor::<Host>().expect("every context of this crate is made with a Host as its job executor")
}

impl Host {
    pub(crate) fn new(library: Library, machine: Machine) -> Self {
        Self {
            machine: RefCell::new(machine),
            recorder: RefCell::new(Recorder::default()),
            library,
            callbacks: RefCell::default(),
            microtasks: RefCell::default(),
            jobs: RefCell::default(),
            scope_depth: Cell::new(0),
            stop: Cell::new(None),
            cwd: RefCell::new(Rc::from("/")),
            entry: RefCell::new(Rc::from("")),
            last_throw: RefCell::default(),
            syntax_problem: RefCell::default(),
            wrote: Cell::new(false),
            stdout: RefCell::default(),
            stderr: RefCell::default(),
            output_limit: Cell::new(16 << 20),
            steps_left: Cell::new(u64::MAX),
            depth_limit: Cell::new(usize::MAX),
            scripts: RefCell::default(),
        }
    }

    pub(crate) fn cwd(&self) -> Rc<str> {
        self.cwd.borrow().clone()
    }

    /// Puts the program's files on the machine's disk.
    ///
    /// # Errors
    /// The path that can't be there, and why.
    pub(crate) fn fill_disk(&self, files: &[File]) -> Result<(), String> {
        let mut machine = self.machine.borrow_mut();
        for file in files {
            machine.disk_mut().install(&file.path, &file.content).map_err(|errno| format!("{}: {}", file.path, errno.message()))?;
        }
        Ok(())
    }

    /// A file's content, read without taking any time: what loading a module needs.
    pub(crate) fn file(&self, path: &str) -> Option<Vec<u8>> {
        let mut machine = self.machine.borrow_mut();
        let disk = machine.disk_mut();
        let fd = disk.open(path, OpenFlags::READ_ONLY, 0).ok()?;
        let size = disk.fstat(fd).map_or(0, |stat| stat.size);
        let mut content = vec![0; usize::try_from(size).ok()?];
        let read = disk.read(fd, &mut content, Some(0)).ok()?;
        content.truncate(read);
        disk.close(fd).ok()?;
        Some(content)
    }

    pub(crate) fn set_cwd(&self, cwd: &str) {
        *self.cwd.borrow_mut() = Rc::from(cwd);
    }

    /// What Node subtracts from libuv's clock: `timer_base`, the loop's time when the process started.
    #[expect(clippy::unused_self, reason = "a machine's clock starts with its process")]
    pub(crate) fn timer_base(&self) -> u64 {
        0
    }

    /// The program reads its clock, in virtual nanoseconds. Reading costs time, so that a loop that waits for the clock ends.
    pub(crate) fn read_clock(&self) -> u64 {
        self.machine.borrow_mut().read_clock()
    }

    pub(crate) fn stopped(&self) -> Option<Stop> {
        self.stop.get()
    }

    /// Ends the run: the returned error can't be caught by the program.
    pub(crate) fn stop(&self, stop: Stop) -> JsError {
        if self.stop.get().is_none() {
            self.stop.set(Some(stop));
        }
        boa_engine::error::RuntimeLimitError::LoopIteration.into()
    }

    /// Writes to a standard stream: into the trace, and for the command line into a buffer.
    pub(crate) fn output(&self, stream: OutputStream, bytes: &[u8]) -> JsResult<()> {
        let buffer = match stream {
            OutputStream::Stdout => &self.stdout,
            OutputStream::Stderr => &self.stderr,
        };
        {
            let mut machine = self.machine.borrow_mut();
            let (cost, more) = (machine.costs().output, machine.costs().first_output_more);
            if !self.wrote.replace(true) {
                machine.may_take(more);
            }
            machine.spend(cost);
        }
        buffer.borrow_mut().extend_from_slice(bytes);
        self.recorder.borrow_mut().output(&mut self.machine.borrow_mut(), stream, bytes);
        if self.stdout.borrow().len() + self.stderr.borrow().len() > self.output_limit.get() {
            return Err(self.stop(Stop::Cut(Limit::Output)));
        }
        Ok(())
    }

    /// What was written since the last call.
    pub(crate) fn take_output(&self, stream: OutputStream) -> Vec<u8> {
        match stream {
            OutputStream::Stdout => self.stdout.take(),
            OutputStream::Stderr => self.stderr.take(),
        }
    }

    // — the thread pool —

    /// Hands a job to the pool; `complete` runs inside a callback scope once the loop delivers it.
    pub(crate) fn submit(&self, job: PoolJob, context: &mut Context) -> RequestId {
        let mut machine = self.machine.borrow_mut();
        let (task, chain, label) = self.recorder.borrow_mut().pool_task(&mut machine, job.label, context);
        let request = machine.submit(PoolRequest { label, work: job.work, cost_ns: job.cost_ns, task: Some(chain) });
        drop(machine);
        let complete = self.in_async_context(job.complete);
        self.jobs.borrow_mut().insert(request, (task, complete));
        request
    }

    /// `complete` in the async context of now: `AsyncLocalStorage` follows a job to its callback (`InternalCallbackScope` does this in C++).
    fn in_async_context(&self, complete: Completion) -> Completion {
        let frame = self.callbacks.borrow().async_context.clone();
        Box::new(move |context| {
            let host = host(context);
            let outer = std::mem::replace(&mut host.callbacks.borrow_mut().async_context, frame);
            let result = complete(context);
            host.callbacks.borrow_mut().async_context = outer;
            result
        })
    }

    /// The loop delivers a finished job.
    pub(crate) fn deliver(&self, request: RequestId, context: &mut Context) -> JsResult<()> {
        let Some((task, complete)) = self.jobs.borrow_mut().remove(&request) else {
            return Ok(());
        };
        self.begin(task);
        self.make_callback(|context| complete(context), context)?;
        self.end(task);
        Ok(())
    }

    pub(crate) fn begin(&self, task: TaskId) {
        self.recorder.borrow_mut().begin(&mut self.machine.borrow_mut(), task);
    }

    pub(crate) fn end(&self, task: TaskId) {
        self.recorder.borrow_mut().end(&mut self.machine.borrow_mut(), task);
    }

    // — callback scopes —

    /// `InternalMakeCallback`: runs `body` inside a callback scope. Errors that come back are beyond catching: the run stops.
    pub(crate) fn make_callback(&self, body: impl FnOnce(&mut Context) -> JsResult<()>, context: &mut Context) -> JsResult<()> {
        self.scope_depth.set(self.scope_depth.get() + 1);
        let result = body(context);
        self.scope_depth.set(self.scope_depth.get() - 1);
        match result {
            Ok(()) => self.close_scope(context),
            Err(error) => self.uncaught(error, context),
        }
    }

    /// Runs `body` inside a callback scope whose end the caller takes care of.
    pub(crate) fn in_scope<T>(&self, body: impl FnOnce(&mut Context) -> JsResult<T>, context: &mut Context) -> JsResult<T> {
        self.scope_depth.set(self.scope_depth.get() + 1);
        let result = body(context);
        self.scope_depth.set(self.scope_depth.get() - 1);
        result
    }

    /// `Environment::RunTimers`: Node's `processTimers`, again after every exception that was handled; then the uv_timer for what is left.
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
    pub(crate) fn check_immediates(&self, context: &mut Context) -> JsResult<()> {
        // Native immediates: none of ours yet, but their scope drains what an exception left behind (N31).
        self.close_scope(context)?;
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

    /// `InternalCallbackScope::Close` of a scope that did not fail.
    pub(crate) fn close_scope(&self, context: &mut Context) -> JsResult<()> {
        if self.scope_depth.get() > 0 {
            return Ok(());
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
            }
        }
        Ok(())
    }

    fn tick_flag(&self, index: usize, context: &mut Context) -> bool {
        let info = self.callbacks.borrow().tick_info.clone();
        info.and_then(|info| info.at(i64::try_from(index).unwrap_or(0), context).ok()).and_then(|value| value.as_number()).is_some_and(|n| n != 0.0)
    }

    /// An element of `immediateInfo`.
    pub(crate) fn immediate_info(&self, index: i64, context: &mut Context) -> u32 {
        let info = self.callbacks.borrow().immediate_info.clone();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the array holds u32")]
        info.and_then(|info| info.at(index, context).ok()).and_then(|value| value.as_number()).map_or(0, |n| n as u32)
    }

    /// How many ref'd timeouts there are.
    pub(crate) fn timeouts(&self, context: &mut Context) -> f64 {
        let info = self.callbacks.borrow().timeout_info.clone();
        info.and_then(|info| info.at(0, context).ok()).and_then(|value| value.as_number()).unwrap_or(0.0)
    }

    /// V8's microtask checkpoint: one FIFO, until it is empty. An exception is reported and the rest goes on (N33).
    pub(crate) fn run_microtasks(&self, context: &mut Context) -> JsResult<()> {
        loop {
            let Some(microtask) = self.microtasks.borrow_mut().pop_front() else {
                context.clear_kept_objects();
                return Ok(());
            };
            self.begin(microtask.task);
            let result = match microtask.job {
                MicrotaskJob::Promise(job) => job.call(context).map(drop),
                MicrotaskJob::Function(function) => function.call(&JsValue::undefined(), &[], context).map(drop),
            };
            if let Err(error) = result {
                self.uncaught(error, context)?;
            } else if let Some(stop) = self.stopped() {
                // Boa's resumption after an await drops an error that can't be caught: the stop holds all the same.
                return Err(self.stop(stop));
            }
            self.end(microtask.task);
        }
    }

    /// Puts a microtask into the queue.
    pub(crate) fn enqueue_microtask(&self, job: MicrotaskJob, context: &mut Context) {
        let task = self.recorder.borrow_mut().microtask(&mut self.machine.borrow_mut(), context);
        self.microtasks.borrow_mut().push_back(Microtask { task, job });
    }

    // — exceptions —

    /// `TriggerUncaughtException`: lets the process's listeners handle `error`; reports it and stops the run where none does.
    pub(crate) fn uncaught(&self, error: JsError, context: &mut Context) -> JsResult<()> {
        if self.stop.get().is_some() {
            return Err(error);
        }
        let thrown_at = error.throw_frames().into_iter().next();
        let error = match error.into_opaque(context) {
            Ok(value) => value,
            Err(error) => return Err(super::limits::engine_error(self, error)),
        };
        self.trigger_uncaught(&error, thrown_at, false, context)
    }

    /// See [`Host::uncaught`]; `from_promise`: the error is an unhandled rejection's.
    pub(crate) fn trigger_uncaught(&self, error: &JsValue, thrown_at: Option<StackFrame>, from_promise: bool, context: &mut Context) -> JsResult<()> {
        let Some(process) = self.callbacks.borrow().process.clone() else {
            return Err(JsError::from_opaque(error.clone()));
        };
        let fatal = process.get(JsString::from("_fatalException"), context)?;
        let Some(fatal) = fatal.as_callable() else {
            return Err(JsError::from_opaque(error.clone()));
        };
        let step = self.recorder.borrow_mut().uncaught_begins(&mut self.machine.borrow_mut(), error);
        let handled = match fatal.call(&process.clone().into(), &[error.clone(), JsValue::from(from_promise)], context) {
            Ok(handled) => handled.as_boolean() != Some(false),
            Err(thrown) => {
                if self.stop.get().is_some() {
                    return Err(thrown);
                }
                let thrown_at = thrown.throw_frames().into_iter().next();
                let thrown = thrown.into_opaque(context)?;
                super::fatal::report(self, &thrown, thrown_at, context)?;
                return Err(self.stop(Stop::Exit { code: 7, crashed: true }));
            }
        };
        self.recorder.borrow_mut().uncaught_judged(step, handled);
        if handled {
            return Ok(());
        }
        super::fatal::report(self, error, thrown_at, context)?;
        let code = self.exit_code(&process, context).unwrap_or(1);
        Err(self.stop(Stop::Exit { code, crashed: true }))
    }

    /// `process.exitCode`, if it was set.
    pub(crate) fn exit_code(&self, process: &JsObject, context: &mut Context) -> Option<i32> {
        let code = process.get(JsString::from("exitCode"), context).ok()?;
        if code.is_undefined() {
            return None;
        }
        code.to_i32(context).ok()
    }

    /// The queue that a task of the trace stands in while the program is in the main script or in Node's own process events.
    pub(crate) fn own_task(&self, queue: Queue, label: &str) -> TaskId {
        self.recorder.borrow_mut().own_task(&mut self.machine.borrow_mut(), queue, label)
    }
}
