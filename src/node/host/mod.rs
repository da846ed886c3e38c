//! The host behind the realm. It owns the machine, the queues of jobs, and the callbacks that Node's JavaScript registers.
//!
//! Follows node v24.21.0 `src/api/callback.cc`, `src/env.cc`, `src/node_task_queue.cc`, `src/node_errors.cc`.

mod async_context;
mod callback_scope;
mod files;
mod finalization;
mod handles;
mod jobs;
mod loop_callbacks;
mod output;
mod states;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use boa_engine::object::builtins::{JsFunction, JsInt32Array, JsUint8Array, JsUint32Array};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsError, JsObject, JsResult, JsString, JsValue};

pub(crate) use async_context::AsyncContext;
pub(crate) use callback_scope::{Microtask, MicrotaskJob};
pub(crate) use files::{BOOTSTRAP_PATH, EXEC_PATH};
pub(crate) use handles::Handle;
pub(crate) use jobs::{Completion, PoolJob, Resource};

use super::isolate::{HeapUses, SharedIsolate};
use super::library::Library;
use super::probe::{Author, Position};
use super::recorder::Recorder;
use super::source::Source;
use finalization::Finalization;
use machine::{HandleId, Machine};
use output::Output;
use states::States;
use trace::{Ending, Limit, Queue, RequestId, TaskId};

/// The time at which every program starts, in Unix milliseconds: 2025-01-01T00:00:00Z, so that a run is the same today and tomorrow.
pub(crate) const EPOCH_MS: u64 = 1_735_689_600_000;

/// The functions and arrays that Node's JavaScript hands to C++ while it boots.
#[derive(Default)]
pub(crate) struct Callbacks {
    /// `processTicksAndRejections`.
    pub(crate) ticks: Option<JsFunction>,
    pub(crate) immediates: Option<JsFunction>,
    /// The async hooks' `destroy`.
    pub(crate) destroy_hook: Option<JsFunction>,
    pub(crate) timers: Option<JsFunction>,
    /// `promiseRejectHandler`.
    pub(crate) promise_reject: Option<JsFunction>,
    pub(crate) prepare_stack_trace: Option<JsFunction>,
    /// The value of `Error.prepareStackTrace` before a program puts its own there.
    pub(crate) default_prepare_stack_trace: Option<JsFunction>,
    pub(crate) call_site_prototype: Option<JsObject>,
    /// `beforeInspector` and `afterInspector` of `fatalExceptionStackEnhancers`.
    pub(crate) enhance_stack: Option<(JsFunction, JsFunction)>,
    pub(crate) process: Option<JsObject>,
    /// `tickInfo`: whether a tick has been scheduled, whether a rejection is to be warned of.
    pub(crate) tick_info: Option<JsUint8Array>,
    /// `immediateInfo`: count, ref count, has outstanding.
    pub(crate) immediate_info: Option<JsUint32Array>,
    /// `timeoutInfo`: the number of ref'd timeouts.
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
    /// `internalBinding`'s tables of symbols: `symbols`, `privateSymbols`.
    pub(crate) symbols: Option<JsObject>,
    /// Node's answer to `import()`.
    pub(crate) import_module_dynamically: Option<JsFunction>,
    /// The function that fills `import.meta`.
    pub(crate) initialize_import_meta: Option<JsFunction>,
    /// The function that makes `import.meta.resolve` for a URL, since Node 26.
    pub(crate) import_meta_resolve: Option<JsFunction>,
    /// The async context frame, V8's continuation-preserved embedder data.
    pub(crate) async_context: JsValue,
    /// V8's promise hooks, while Node's async hooks want them.
    pub(crate) promise_hooks: Option<PromiseHooks>,
    /// The function that makes an `AsyncWrap`: `(type) => { before, after, destroy }`.
    pub(crate) async_wrap: Option<JsFunction>,
}

/// The functions of `v8::Context::SetPromiseHooks`. Each is called with a promise, `init` also with the promise that it comes from.
#[derive(Clone)]
pub(crate) struct PromiseHooks {
    pub(crate) init: Option<JsFunction>,
    pub(crate) before: Option<JsFunction>,
    pub(crate) after: Option<JsFunction>,
    pub(crate) settled: Option<JsFunction>,
}

/// The place in a text that is no program, for the `SyntaxError` about it.
pub(crate) struct SyntaxPlace {
    pub(crate) error: JsValue,
    pub(crate) path: Rc<str>,
    pub(crate) position: Position<Author>,
    /// The number of columns that V8 underlines.
    pub(crate) width: usize,
}

/// The reason for which a run was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// `process.reallyExit(code)`, or a crash that has been reported.
    Exit { code: i32, ending: Ending },
    /// A bound was reached.
    Cut(Limit),
}

/// The arguments and the environment of a command line `node OPTIONS FILE ARGUMENTS`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommandLine {
    /// `process.argv` from its third place on.
    pub arguments: Vec<String>,
    /// Variables of the environment, besides those that every machine has.
    pub environment: Vec<(String, String)>,
}

/// Everything that outlives a call into the realm.
pub struct Host {
    pub(crate) machine: RefCell<Machine>,
    pub(crate) recorder: RefCell<Recorder>,
    /// V8's side of the run.
    pub(crate) isolate: Rc<SharedIsolate>,
    pub(crate) library: Library,
    pub(crate) callbacks: RefCell<Callbacks>,
    pub(crate) microtasks: RefCell<VecDeque<Microtask>>,
    jobs: RefCell<BTreeMap<RequestId, (TaskId, Completion)>>,
    handles: RefCell<BTreeMap<HandleId, handles::OpenHandle>>,
    scope_depth: Cell<u32>,
    stop: Cell<Option<Stop>>,
    cwd: RefCell<Rc<str>>,
    /// The options for Node and V8.
    pub(crate) options: RefCell<Vec<String>>,
    /// The place at which the last text that is no program went wrong.
    pub(crate) syntax_problem: RefCell<Option<SyntaxPlace>>,
    output: RefCell<Output>,
    /// Bytes of output after which the run is cut.
    pub(crate) output_limit: Cell<usize>,
    /// Probe steps after which the run is cut.
    pub(crate) steps_left: Cell<u64>,
    /// Calls deeper than this throw V8's `RangeError`.
    pub(crate) depth_limit: Cell<usize>,
    /// Whether `--allow-natives-syntax` was given.
    pub(crate) allows_natives: Cell<bool>,
    pub(crate) heap_uses: Cell<HeapUses>,
    /// The texts that were compiled, by the paths in their stack frames.
    pub(crate) scripts: RefCell<BTreeMap<Rc<str>, Source>>,
    /// `destroy_async_id_list`: async ids of resources that are gone, for which the `destroy` hook has not been called yet.
    pub(crate) destroyed_ids: RefCell<Vec<f64>>,
    finalization: Finalization,
    states: States,
}

/// The host behind a context.
///
/// # Panics
/// If the context was not made by `process::realm::Realm`.
pub(crate) fn host(context: &Context) -> Rc<Host> {
    context.downcast_job_executor::<Host>().expect("every context of this crate is made with a Host as its job executor")
}

impl Host {
    pub(crate) fn new(library: Library, machine: Machine) -> Self {
        let isolate = Rc::<SharedIsolate>::default();
        Self {
            machine: RefCell::new(machine),
            recorder: RefCell::new(Recorder::new(isolate.clone())),
            isolate,
            library,
            callbacks: RefCell::default(),
            microtasks: RefCell::default(),
            jobs: RefCell::default(),
            handles: RefCell::default(),
            scope_depth: Cell::new(0),
            stop: Cell::new(None),
            cwd: RefCell::new(Rc::from("/")),
            options: RefCell::default(),
            syntax_problem: RefCell::default(),
            output: RefCell::default(),
            output_limit: Cell::new(16 << 20),
            steps_left: Cell::new(u64::MAX),
            depth_limit: Cell::new(usize::MAX),
            allows_natives: Cell::new(false),
            heap_uses: Cell::default(),
            scripts: RefCell::default(),
            destroyed_ids: RefCell::default(),
            finalization: Finalization::default(),
            states: States::default(),
        }
    }

    /// The major version of the Node that runs.
    pub(crate) fn major(&self) -> u16 {
        self.library.profile().major()
    }

    /// `timer_base`, which Node subtracts from libuv's clock: the loop's time when the process started, in milliseconds.
    #[expect(clippy::unused_self, reason = "a machine's clock starts with its process")]
    pub(crate) fn timer_base(&self) -> u64 {
        0
    }

    /// Reads the clock for the program, in virtual nanoseconds. Reading costs time, so that a loop that waits for the clock ends.
    pub(crate) fn read_clock(&self) -> u64 {
        self.machine.borrow_mut().read_clock()
    }

    pub(crate) fn stopped(&self) -> Option<Stop> {
        self.stop.get()
    }

    /// Stops the run, if it has not been stopped already. The program can't catch the error that this returns.
    pub(crate) fn stop(&self, stop: Stop) -> JsError {
        if self.stop.get().is_none() {
            self.stop.set(Some(stop));
        }
        boa_engine::error::RuntimeLimitError::LoopIteration.into()
    }

    /// Stops a run whose recording is full: the work that Node does by itself is no step of the program's own budget.
    ///
    /// # Errors
    /// The error that ends the run, where the recording is full.
    pub(crate) fn check_room(&self) -> JsResult<()> {
        if self.recorder.borrow().is_full() { Err(self.stop(Stop::Cut(Limit::Steps))) } else { Ok(()) }
    }

    /// Writes into the trace, at the machine's time.
    pub(crate) fn record<T>(&self, write: impl FnOnce(&mut Recorder, &mut Machine) -> T) -> T {
        write(&mut self.recorder.borrow_mut(), &mut self.machine.borrow_mut())
    }

    pub(crate) fn begin(&self, task: TaskId) {
        self.record(|recorder, machine| recorder.begin(machine, task));
    }

    pub(crate) fn end(&self, task: TaskId) {
        self.record(|recorder, machine| recorder.end(machine, task));
    }

    /// A symbol of `internalBinding('symbols')`.
    ///
    /// # Errors
    /// An exception of Boa where the tables of symbols cannot be read.
    pub(crate) fn symbol(&self, name: &str, context: &mut Context) -> JsResult<PropertyKey> {
        self.symbol_of("symbols", name, context)
    }

    /// A symbol of `internalBinding('util').privateSymbols`.
    ///
    /// # Errors
    /// An exception of Boa where the tables of symbols cannot be read.
    pub(crate) fn private_symbol(&self, name: &str, context: &mut Context) -> JsResult<PropertyKey> {
        self.symbol_of("privateSymbols", name, context)
    }

    fn symbol_of(&self, table: &str, name: &str, context: &mut Context) -> JsResult<PropertyKey> {
        let symbols = self.callbacks.borrow().symbols.clone();
        let Some(symbols) = symbols else { return Ok(JsString::from(name).into()) };
        let table = symbols.get(JsString::from(table), context)?.to_object(context)?;
        table.get(JsString::from(name), context)?.to_property_key(context)
    }

    /// Adds a task to the trace that the running code asks for and that waits from now on.
    pub(crate) fn waiting_task(&self, queue: Queue, label: &str) -> TaskId {
        self.record(|recorder, machine| recorder.waiting_task(machine, queue, label))
    }

    /// Records that a waiting task will not run any more.
    pub(crate) fn cancelled(&self, task: TaskId) {
        self.record(|recorder, machine| recorder.cancelled(machine, task));
    }

    /// The queue that a task of the trace stands in while the program is in the main script or in Node's own process events.
    pub(crate) fn own_task(&self, queue: Queue, label: &str) -> TaskId {
        self.record(|recorder, machine| recorder.own_task(machine, queue, label))
    }
}
