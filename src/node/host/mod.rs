//! The host: what stands behind the realm. It owns the machine, the queues of jobs, and the callbacks that Node's JavaScript registers.
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

use super::isolate::{Asked, SharedIsolate};
use super::library::Library;
use super::probe::{Author, Position};
use super::recorder::Recorder;
use super::source::Source;
use finalization::Finalization;
use machine::{HandleId, Machine};
use output::Output;
use states::States;
use trace::{Ending, Limit, Queue, RequestId, TaskId};

/// When every program starts: 2025-01-01T00:00:00Z, so that a run is the same today and tomorrow.
pub(crate) const EPOCH_MS: u64 = 1_735_689_600_000;

/// What Node's JavaScript hands to C++ while it boots.
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
    /// What `Error.prepareStackTrace` is before a program puts its own there.
    pub(crate) default_prepare_stack_trace: Option<JsFunction>,
    pub(crate) call_site_prototype: Option<JsObject>,
    /// `beforeInspector` and `afterInspector` of `fatalExceptionStackEnhancers`.
    pub(crate) enhance_stack: Option<(JsFunction, JsFunction)>,
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
    /// `internalBinding`'s tables of symbols: `symbols`, `privateSymbols`.
    pub(crate) symbols: Option<JsObject>,
    /// Node's answer to `import()`.
    pub(crate) import_module_dynamically: Option<JsFunction>,
    /// What fills `import.meta`.
    pub(crate) initialize_import_meta: Option<JsFunction>,
    /// What makes `import.meta.resolve` of a URL, since Node 26.
    pub(crate) import_meta_resolve: Option<JsFunction>,
    /// What V8 calls continuation-preserved embedder data: the async context frame.
    pub(crate) async_context: JsValue,
    /// V8's promise hooks, while Node's async hooks want them.
    pub(crate) promise_hooks: Option<PromiseHooks>,
    /// Makes what C++ calls an `AsyncWrap`: `(type) => { before, after }`.
    pub(crate) async_wrap: Option<JsFunction>,
}

/// `v8::Context::SetPromiseHooks`: each is called with a promise, `init` with the one that it comes from too.
#[derive(Clone)]
pub(crate) struct PromiseHooks {
    pub(crate) init: Option<JsFunction>,
    pub(crate) before: Option<JsFunction>,
    pub(crate) after: Option<JsFunction>,
    pub(crate) settled: Option<JsFunction>,
}

/// Where a text is wrong that an error speaks of.
pub(crate) struct SyntaxPlace {
    pub(crate) error: JsValue,
    pub(crate) path: Rc<str>,
    pub(crate) position: Position<Author>,
    /// How many columns V8 underlines.
    pub(crate) width: usize,
}

/// How the program's run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// `process.reallyExit(code)`, or a crash that has been reported.
    Exit { code: i32, ending: Ending },
    /// A bound was reached.
    Cut(Limit),
}

/// What stands around the program on the command line: `node OPTIONS FILE ARGUMENTS`.
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
    /// Node's and V8's options.
    pub(crate) options: RefCell<Vec<String>>,
    /// Where the last text that is no program went wrong.
    pub(crate) syntax_problem: RefCell<Option<SyntaxPlace>>,
    output: RefCell<Output>,
    /// Bytes of output after which the run is cut.
    pub(crate) output_limit: Cell<usize>,
    /// Probe steps after which the run is cut.
    pub(crate) steps_left: Cell<u64>,
    /// Calls deeper than this throw V8's `RangeError`.
    pub(crate) depth_limit: Cell<usize>,
    /// `--allow-natives-syntax`
    pub(crate) allows_natives: Cell<bool>,
    pub(crate) heap_asked: Cell<Asked>,
    /// The texts that were compiled, by what their frames say.
    pub(crate) scripts: RefCell<BTreeMap<Rc<str>, Source>>,
    /// `destroy_async_id_list`: resources that are gone and whose hooks have not heard of it.
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
            heap_asked: Cell::default(),
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

    /// Ends a run whose recording is full: what Node does by itself is no step of the program's own budget.
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
    /// Where there is none of this name.
    pub(crate) fn symbol(&self, name: &str, context: &mut Context) -> JsResult<PropertyKey> {
        self.symbol_of("symbols", name, context)
    }

    /// A symbol of `internalBinding('util').privateSymbols`.
    ///
    /// # Errors
    /// Where there is none of this name.
    pub(crate) fn private_symbol(&self, name: &str, context: &mut Context) -> JsResult<PropertyKey> {
        self.symbol_of("privateSymbols", name, context)
    }

    fn symbol_of(&self, table: &str, name: &str, context: &mut Context) -> JsResult<PropertyKey> {
        let symbols = self.callbacks.borrow().symbols.clone();
        let Some(symbols) = symbols else { return Ok(JsString::from(name).into()) };
        let table = symbols.get(JsString::from(table), context)?.to_object(context)?;
        table.get(JsString::from(name), context)?.to_property_key(context)
    }

    /// A task that what runs now asks for, and that waits from now on.
    pub(crate) fn asked_task(&self, queue: Queue, label: &str) -> TaskId {
        self.record(|recorder, machine| recorder.asked_task(machine, queue, label))
    }

    /// A task will not run any more.
    pub(crate) fn cancelled(&self, task: TaskId) {
        self.record(|recorder, machine| recorder.cancelled(machine, task));
    }

    /// The queue that a task of the trace stands in while the program is in the main script or in Node's own process events.
    pub(crate) fn own_task(&self, queue: Queue, label: &str) -> TaskId {
        self.record(|recorder, machine| recorder.own_task(machine, queue, label))
    }
}
