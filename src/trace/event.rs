//! The vocabulary: what can happen at a step. One variant, one observable fact; the fold in `snapshot` gives each its meaning.

use serde::{Deserialize, Serialize};

use super::{FunctionId, ModuleId, ModuleStatus, Nanos, RequestId, StreamCall, StreamId, StreamState, TaskId, TextId, ValueId, WorkerId};

/// The queue in which a task waits, in the field's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Queue {
    /// The entry script itself: begun once, never queued.
    Main,
    /// `process.nextTick`.
    NextTick,
    /// Promise reactions, `await` continuations, `queueMicrotask`.
    Microtask,
    /// `setTimeout`, `setInterval`.
    Timer,
    /// `setImmediate`.
    Immediate,
    /// Callbacks of finished I/O and pool work.
    Poll,
    /// libuv's deferred I/O errors.
    Pending,
    /// Handle close callbacks.
    Close,
    /// Work that Node runs by itself around the program: `exit`, `beforeExit` and the like.
    Process,
}

/// A phase of `uv_run`, in its order (libuv `src/unix/core.c`, v1.52.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// `uv__run_timers`: Node's `setTimeout` and `setInterval`.
    Timers,
    /// `uv__run_pending`: I/O callbacks that the iteration before put off.
    Pending,
    /// `uv__run_idle`: handles that keep the poll phase from blocking. Node has one while immediates wait.
    Idle,
    /// `uv__run_prepare`: handles that run right before polling; none of them is the program's.
    Prepare,
    /// `uv__io_poll`: waits for I/O and finished pool jobs, and runs their callbacks.
    Poll,
    /// `uv__run_check`: Node's `setImmediate`.
    Check,
    /// `uv__run_closing_handles`: the callbacks of handles that were closed.
    Closing,
}

/// The kind of a frame on the call stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FrameKind {
    /// A function of the program (or its top level).
    Program,
    /// Called from the program, but not the program's: `console.log`, `setTimeout`, `JSON.parse`.
    Callee,
    /// Node's own JavaScript between two frames of the program: `emit`, `listOnTimeout`.
    Library,
    /// The engine's own function between two frames of the program: `Array.prototype.map`.
    Native,
}

/// How a program frame came onto the stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// It begins: by a call, a construction, or as a script's top level.
    Called,
    /// An async function, a generator or a module went on after `await` or `yield`.
    Resumed,
}

/// A variable's new value; the variable is one of those that the step's site has as `visible`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The variable's name.
    pub name: TextId,
    /// `None`: declared, not initialised yet (the temporal dead zone).
    pub value: Option<ValueId>,
}

/// A standard stream that a process writes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OutputStream {
    /// `process.stdout`, file descriptor 1.
    Stdout,
    /// `process.stderr`, file descriptor 2.
    Stderr,
}

/// Why a pool job is in the slow lane or not (libuv v1.52.1 `src/uv-common.h`, `enum uv__work_kind`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PoolWork {
    /// `UV__WORK_FAST_IO`: the file system's.
    FastIo,
    /// `UV__WORK_SLOW_IO`: name look-ups. At most half of the workers do such work at once.
    SlowIo,
    /// `UV__WORK_CPU`: computations, as of `crypto` and `zlib`.
    Cpu,
}

/// The event that ended a blocking poll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wake {
    /// A pool worker finished.
    Pool,
    /// The next timer came due.
    Timer,
}

/// How a program came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// Nothing was left to wait for.
    Natural,
    /// `process.exit()`.
    ExitCalled,
    /// An uncaught exception or an unhandled rejection.
    Crashed,
    /// `process.abort()`.
    Aborted,
    /// V8's heap was at its limit, and collecting freed too little.
    OutOfMemory,
    /// One of our bounds was reached; `Event::Cut` says which.
    Cut,
}

/// A bound of the machine that a program ran into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// The steps of a recording, or the statements, calls and turns of loops that a run may do.
    Steps,
    /// The work between two steps: the engine's own limits, or the turns of the event loop.
    Instructions,
    /// The engine's memory, in bytes.
    Memory,
    /// The bytes that are written to both standard streams together.
    Output,
    /// The virtual clock, in nanoseconds; or the program waits for what never comes.
    VirtualTime,
}

/// A point where real Node may go either way. Option 0 is always what plain clock arithmetic says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ChoiceKind {
    /// The loop looked at the clock: had it come to a timer's due time (or to the next millisecond, when a timer is set)?
    TimerExpired,
    /// The running pool job that finishes next was chosen from several.
    PoolCompletion,
    /// Has a pool job's result reached the loop by this poll?
    PollReady,
}

/// Is this verified against real Node, or a faithful model of what cannot be observed?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Real Node does the same, which the tests ask it about.
    Exact,
    /// Real Node has it too, but nobody sees when or in which order: durations, workers, our own bounds.
    Model,
}

/// One observable fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    // — the program's text —
    /// Execution reached the step's site (kind `Statement`).
    Statement {
        /// The variables whose value differs from what this frame last showed.
        changes: Box<[Change]>,
    },
    /// The step's site (kind `Call`) is about to call; the arguments are evaluated. Pushes a `Callee` frame named after the callee.
    Called {
        /// The arguments in their order; empty for a call that spreads one, `f(...list)`.
        arguments: Box<[ValueId]>,
    },
    /// The call at the step's site came back: pops its frame.
    Returned {
        /// The value that the call gave back.
        value: ValueId,
    },
    /// A frame went onto the stack.
    FrameEntered {
        /// The name that the stack shows: the function's own, empty where it has none.
        name: TextId,
        /// Whose function it is.
        kind: FrameKind,
        /// The function in the program's text; `None` for the top level of a script, and for every frame that is not the program's.
        function: Option<FunctionId>,
        /// Whether its code begins or goes on.
        entry: Entry,
        /// Whether it replaces the `Callee` frame of its call, as the frame of a program function that is called directly does.
        replaces_callee: bool,
        /// The variables of a frame that goes on, as they stood when it was left.
        held: Box<[Change]>,
    },
    /// The top frame left the stack: by exception where one is on its way, else by return or suspension.
    FrameLeft,

    // — exceptions and promises —
    /// An exception was thrown, by a `throw` of the program, by V8, or by what the step's site calls.
    Thrown {
        /// The thrown value: any, most often an error.
        value: ValueId,
    },
    /// A `catch` of the program took it, at the step's site.
    Caught {
        /// The thrown value.
        value: ValueId,
    },
    /// Nothing in the program's frames took it.
    Uncaught {
        /// The thrown value.
        value: ValueId,
        /// Whether a process listener took it (`uncaughtException`).
        handled: bool,
    },
    /// A promise was rejected that has no handler yet. Node looks again when ticks and microtasks are done.
    RejectionNoted {
        /// The number of the rejection in the run, from 0.
        rejection: u32,
        /// The reason that the promise was rejected with.
        value: ValueId,
    },
    /// It has got one in the meantime.
    RejectionHandled {
        /// The number that it was noted under.
        rejection: u32,
    },
    /// Judged unhandled after the drain: of those that are noted, the oldest.
    RejectionUnhandled {
        /// The reason that the promise was rejected with.
        value: ValueId,
        /// Whether a process listener took it (`unhandledRejection`).
        handled: bool,
    },

    // — ES modules —
    /// A module was parsed.
    ModuleFound {
        /// The next number: modules are numbered as they are parsed.
        module: ModuleId,
        /// Its file's name; else its URL.
        name: TextId,
        /// The modules that it imports, as its text names them, in its order.
        requests: Box<[TextId]>,
    },
    /// A module has come further.
    ModuleChanged {
        /// The module, by its number in `ModuleFound`.
        module: ModuleId,
        /// How far it has come now.
        status: ModuleStatus,
    },

    // — queues —
    /// A task went into its queue.
    TaskEnqueued {
        /// A number that no task had before.
        task: TaskId,
        /// Where it waits.
        queue: Queue,
        /// Its name on the page: `then callback, line 17`.
        label: TextId,
        /// Nobody's but Node's own: the program's code is not its callback.
        library: bool,
        /// For a timer: the virtual time from which on it may run.
        due: Option<Nanos>,
    },
    /// A task left its queue and runs.
    TaskBegun {
        /// The task that runs now; one that ran before is suspended until this one ends.
        task: TaskId,
    },
    /// A task has run: its callback came back, or an exception ended it.
    TaskEnded {
        /// The task that ran.
        task: TaskId,
    },
    /// `clearTimeout`, `clearImmediate`.
    TaskCancelled {
        /// The task that leaves its queue without having run.
        task: TaskId,
    },
    /// An interval or `refresh()`: the same task waits again.
    TimerRearmed {
        /// The timer's task.
        task: TaskId,
        /// The virtual time from which on it may run again.
        due: Nanos,
    },

    // — the loop —
    /// The loop came to a phase.
    PhaseEntered {
        /// The phase that begins.
        phase: Phase,
        /// Counts from 1; 0 is libuv ≥ 1.45's run of the timers before the loop.
        iteration: u32,
    },
    /// The loop is done with a phase.
    PhaseLeft {
        /// The phase that ends.
        phase: Phase,
    },
    /// The poll phase blocks.
    PollBlocked {
        /// The virtual time of the next timer; `None`: it blocks for as long as it takes.
        until: Option<Nanos>,
    },
    /// The poll phase goes on.
    PollWoke {
        /// The cause that ended its sleep.
        wake: Wake,
    },
    /// Real Node could have gone another way here.
    Chosen {
        /// The question that the machine asked.
        kind: ChoiceKind,
        /// The option taken, from 0.
        taken: u16,
        /// The number of options, at least 2.
        options: u16,
    },

    // — the thread pool —
    /// A job went into the pool's queue.
    PoolSubmitted {
        /// A number that no job had before.
        request: RequestId,
        /// Its name on the page: `fs.open`.
        label: TextId,
        /// Which of libuv's lanes it waits in.
        work: PoolWork,
        /// The callback that this job, or the chain it is part of, leads to.
        task: Option<TaskId>,
    },
    /// A worker took a job.
    PoolStarted {
        /// The job, by its number in `PoolSubmitted`.
        request: RequestId,
        /// The worker that runs it.
        worker: WorkerId,
        /// The virtual time at which the worker will be done (`Model`).
        until: Nanos,
    },
    /// The worker is free; the loop has not heard of it yet.
    PoolFinished {
        /// The job, by its number in `PoolSubmitted`.
        request: RequestId,
        /// The worker that ran it.
        worker: WorkerId,
    },
    /// The loop took the result.
    PoolDelivered {
        /// The job, by its number in `PoolSubmitted`.
        request: RequestId,
    },

    // — streams —
    /// A stream is seen for the first time.
    StreamFound {
        /// The next number: streams are numbered as they are seen.
        stream: StreamId,
        /// How many streams the run had made before it, if that is known.
        made: Option<u16>,
        /// Its constructor's name.
        class: TextId,
        /// The name of the variable that holds it, if that is known.
        name: Option<TextId>,
        /// How it stands.
        state: Box<StreamState>,
        /// The number of listeners of each of its events that has any.
        listeners: Box<[(TextId, u16)]>,
    },
    /// A variable of the program holds it, as is found out later.
    StreamNamed {
        /// The stream, by its number in `StreamFound`.
        stream: StreamId,
        /// The variable's name.
        name: TextId,
    },
    /// Something is done to a stream.
    StreamCalled {
        /// The stream, by its number in `StreamFound`.
        stream: StreamId,
        /// The operation.
        call: StreamCall,
        /// With what, and how large that is in the buffer's unit; 0 where only a strategy's `size()` knows.
        chunk: Option<(ValueId, u32)>,
    },
    /// An event of a stream has got or lost listeners.
    StreamListened {
        /// The stream, by its number in `StreamFound`.
        stream: StreamId,
        /// The event's name: `data`.
        event: TextId,
        /// The number of its listeners now.
        listeners: u16,
    },
    /// A stream stands in another way now.
    StreamChanged {
        /// The stream, by its number in `StreamFound`.
        stream: StreamId,
        /// How it stands now.
        state: Box<StreamState>,
    },

    // — the process —
    /// A write to a standard stream; what its end leaves of a character that is not whole is a write of its own.
    Output {
        /// The stream that was written to.
        stream: OutputStream,
        /// The characters that the write completes; bytes that are no UTF-8 are replaced.
        text: TextId,
    },
    /// A bound was reached.
    Cut {
        /// The first bound that was reached.
        limit: Limit,
    },
    /// The process is at its end.
    Exited {
        /// The exit code, 0 to 255.
        code: i32,
        /// How it came to that.
        ending: Ending,
    },
}

impl Event {
    /// Whether real Node has confirmed this kind of fact, or we model it.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self {
            Self::PoolStarted { .. } | Self::PoolFinished { .. } | Self::PollWoke { .. } | Self::Chosen { .. } | Self::Cut { .. } => Standing::Model,
            Self::Statement { .. }
            | Self::Called { .. }
            | Self::Returned { .. }
            | Self::FrameEntered { .. }
            | Self::FrameLeft
            | Self::Thrown { .. }
            | Self::Caught { .. }
            | Self::Uncaught { .. }
            | Self::RejectionNoted { .. }
            | Self::RejectionHandled { .. }
            | Self::RejectionUnhandled { .. }
            | Self::ModuleFound { .. }
            | Self::ModuleChanged { .. }
            | Self::TaskEnqueued { .. }
            | Self::TaskBegun { .. }
            | Self::TaskEnded { .. }
            | Self::TaskCancelled { .. }
            | Self::TimerRearmed { .. }
            | Self::PhaseEntered { .. }
            | Self::PhaseLeft { .. }
            | Self::PollBlocked { .. }
            | Self::PoolSubmitted { .. }
            | Self::PoolDelivered { .. }
            | Self::StreamFound { .. }
            | Self::StreamNamed { .. }
            | Self::StreamCalled { .. }
            | Self::StreamListened { .. }
            | Self::StreamChanged { .. }
            | Self::Output { .. }
            | Self::Exited { .. } => Standing::Exact,
        }
    }
}
