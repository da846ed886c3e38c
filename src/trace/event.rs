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
    Timers,
    Pending,
    Idle,
    Prepare,
    Poll,
    Check,
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
    Called,
    /// An async function, a generator or a module went on after `await` or `yield`.
    Resumed,
}

/// A variable's new value; the name is one of the step's site's `visible`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub name: TextId,
    /// `None`: declared, not initialised yet (the temporal dead zone).
    pub value: Option<ValueId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OutputStream {
    Stdout,
    Stderr,
}

/// Why a pool job is in the slow lane or not (libuv `src/threadpool.c`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PoolWork {
    FastIo,
    SlowIo,
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
    Steps,
    Instructions,
    Memory,
    Output,
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
    Exact,
    Model,
}

/// One observable fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    // — the program's text —
    /// Execution reached the step's site (kind `Statement`). `changes`: the variables whose value differs from what this frame last showed.
    Statement {
        changes: Box<[Change]>,
    },
    /// The step's site (kind `Call`) is about to call; the arguments are evaluated. Pushes a `Callee` frame named after the callee.
    Called {
        arguments: Box<[ValueId]>,
    },
    /// The call at the step's site came back: pops its frame.
    Returned {
        value: ValueId,
    },
    /// A frame went onto the stack. A program function called directly replaces the `Callee` frame of its call. `held`: the variables of one that goes on,
    /// as they stood when it was left.
    FrameEntered {
        name: TextId,
        kind: FrameKind,
        function: Option<FunctionId>,
        entry: Entry,
        replaces_callee: bool,
        held: Box<[Change]>,
    },
    /// The top frame left the stack: by exception where one is on its way, else by return or suspension.
    FrameLeft,

    // — exceptions and promises —
    /// An exception was thrown, by a `throw` of the program, by V8, or by what the step's site calls; `value` is the error's preview.
    Thrown {
        value: ValueId,
    },
    /// A `catch` of the program took it, at the step's site.
    Caught {
        value: ValueId,
    },
    /// Nothing in the program's frames took it; `handled`: a process listener did.
    Uncaught {
        value: ValueId,
        handled: bool,
    },
    /// A promise was rejected that has no handler yet. Node looks again when ticks and microtasks are done. `rejection` counts from 0.
    RejectionNoted {
        rejection: u32,
        value: ValueId,
    },
    /// It has got one in the meantime.
    RejectionHandled {
        rejection: u32,
    },
    /// Judged unhandled after the drain; `handled`: a process listener took it.
    RejectionUnhandled {
        value: ValueId,
        handled: bool,
    },

    // — ES modules —
    /// A module was parsed. `requests`: what it imports, as its text says it, in its order.
    ModuleFound {
        module: ModuleId,
        name: TextId,
        requests: Box<[TextId]>,
    },
    ModuleChanged {
        module: ModuleId,
        status: ModuleStatus,
    },

    // — queues —
    /// A task went into its queue. `library`: nobody's but Node's own (the program's code is not its callback). `due`: for timers.
    TaskEnqueued {
        task: TaskId,
        queue: Queue,
        label: TextId,
        library: bool,
        due: Option<Nanos>,
    },
    /// A task left its queue and runs.
    TaskBegun {
        task: TaskId,
    },
    TaskEnded {
        task: TaskId,
    },
    /// `clearTimeout`, `clearImmediate`.
    TaskCancelled {
        task: TaskId,
    },
    /// An interval or `refresh()`: the same task waits again until `due`.
    TimerRearmed {
        task: TaskId,
        due: Nanos,
    },

    // — the loop —
    /// `iteration` counts from 1; 0 is libuv ≥ 1.45's run of the timers before the loop.
    PhaseEntered {
        phase: Phase,
        iteration: u32,
    },
    PhaseLeft {
        phase: Phase,
    },
    /// The poll phase blocks, `until` the next timer or for as long as it takes.
    PollBlocked {
        until: Option<Nanos>,
    },
    PollWoke {
        wake: Wake,
    },
    /// Real Node could have gone another way here: option `taken` of `options`.
    Chosen {
        kind: ChoiceKind,
        taken: u16,
        options: u16,
    },

    // — the thread pool —
    /// `task`: the callback that this job, or the chain it is part of, leads to.
    PoolSubmitted {
        request: RequestId,
        label: TextId,
        work: PoolWork,
        task: Option<TaskId>,
    },
    /// `until`: when the worker will be done (`Model`).
    PoolStarted {
        request: RequestId,
        worker: WorkerId,
        until: Nanos,
    },
    /// The worker is free; the loop has not heard of it yet.
    PoolFinished {
        request: RequestId,
        worker: WorkerId,
    },
    /// The loop took the result.
    PoolDelivered {
        request: RequestId,
    },

    // — streams —
    /// A stream is seen for the first time; `made`: how many the run had made before it, if that is known; `class`: its constructor's name; `name`: the
    /// variable's that holds it, if that is known.
    StreamFound {
        stream: StreamId,
        made: Option<u16>,
        class: TextId,
        name: Option<TextId>,
        state: Box<StreamState>,
        /// The number of listeners of each of its events that has any.
        listeners: Box<[(TextId, u16)]>,
    },
    /// A variable of the program holds it, as is found out later.
    StreamNamed {
        stream: StreamId,
        name: TextId,
    },
    /// Something is done to it; `chunk`: with what, and how large that is (bytes; 1 in object mode).
    StreamCalled {
        stream: StreamId,
        call: StreamCall,
        chunk: Option<(ValueId, u32)>,
    },
    /// An event of it has so many listeners now.
    StreamListened {
        stream: StreamId,
        event: TextId,
        listeners: u16,
    },
    /// It stands in another way now.
    StreamChanged {
        stream: StreamId,
        state: Box<StreamState>,
    },

    // — the process —
    Output {
        stream: OutputStream,
        text: TextId,
    },
    /// A bound was reached.
    Cut {
        limit: Limit,
    },
    Exited {
        code: i32,
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
