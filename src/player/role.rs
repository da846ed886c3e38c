//! One name, one colour, one icon for each queue, wherever it appears: gutter, stage, console, caption, timeline.

use trace::{Phase, Queue, Snapshot, Trace};

/// The part of the machine that something belongs to. The token is the CSS variable (`--tick`) and the suffix of the class (`role-tick`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The main script and whatever runs synchronously in it.
    Main,
    /// `process.nextTick` and its queue.
    Tick,
    /// Promise jobs, `queueMicrotask`, and their queue.
    Micro,
    /// `setTimeout`, `setInterval`, and the phase of timers.
    Timer,
    /// `setImmediate`, and the check phase.
    Check,
    /// Callbacks of I/O, and the poll phase.
    Poll,
    /// Callbacks of closed handles, and the closing phase.
    Close,
    /// libuv's thread pool and its jobs.
    Pool,
    /// The operating system, which watches sockets.
    Kernel,
    /// An ES module.
    Module,
    /// A stream and what is done to it.
    Stream,
    /// Node's own doings around the program, and libuv's quiet phases.
    Process,
    /// Optimised code: Maglev's.
    Maglev,
    /// TurboFan's.
    TurboFan,
    /// An exception, a crash, a bound.
    Fault,
}

impl Role {
    /// Each once, in the order of their declaration.
    pub const ALL: [Self; 15] = [
        Self::Main,
        Self::Tick,
        Self::Micro,
        Self::Timer,
        Self::Check,
        Self::Poll,
        Self::Close,
        Self::Pool,
        Self::Kernel,
        Self::Module,
        Self::Stream,
        Self::Process,
        Self::Maglev,
        Self::TurboFan,
        Self::Fault,
    ];

    /// The role of the tasks in a queue.
    #[must_use]
    pub fn of_queue(queue: Queue) -> Self {
        match queue {
            Queue::Main => Self::Main,
            Queue::NextTick => Self::Tick,
            Queue::Microtask => Self::Micro,
            Queue::Timer => Self::Timer,
            Queue::Immediate => Self::Check,
            Queue::Poll | Queue::Pending => Self::Poll,
            Queue::Close => Self::Close,
            Queue::Process => Self::Process,
        }
    }

    /// The role of a phase; those that run nothing of the program's are Node's own doings.
    #[must_use]
    pub fn of_phase(phase: Phase) -> Self {
        match phase {
            Phase::Timers => Self::Timer,
            Phase::Pending | Phase::Idle | Phase::Prepare => Self::Process,
            Phase::Poll => Self::Poll,
            Phase::Check => Self::Check,
            Phase::Closing => Self::Close,
        }
    }

    /// The role of what runs at a snapshot: its task's, else Node's own doings between two tasks.
    #[must_use]
    pub fn running(trace: &Trace, snapshot: &Snapshot) -> Self {
        snapshot.task.and_then(|task| trace.task(task)).map_or(Self::Process, |record| Self::of_queue(record.queue))
    }

    /// The CSS variable's name without its dashes.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Main => "sync",
            Self::Tick => "tick",
            Self::Micro => "micro",
            Self::Timer => "timer",
            Self::Check => "check",
            Self::Poll => "poll",
            Self::Close => "close",
            Self::Pool => "pool",
            Self::Kernel => "kernel",
            Self::Module => "module",
            Self::Stream => "stream",
            Self::Process => "process",
            Self::Maglev => "maglev",
            Self::TurboFan => "turbofan",
            Self::Fault => "fault",
        }
    }

    /// The class that sets `--role` to this role's colour: `role-tick`.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Main => "role-sync",
            Self::Tick => "role-tick",
            Self::Micro => "role-micro",
            Self::Timer => "role-timer",
            Self::Check => "role-check",
            Self::Poll => "role-poll",
            Self::Close => "role-close",
            Self::Pool => "role-pool",
            Self::Kernel => "role-kernel",
            Self::Module => "role-module",
            Self::Stream => "role-stream",
            Self::Process => "role-process",
            Self::Maglev => "role-maglev",
            Self::TurboFan => "role-turbofan",
            Self::Fault => "role-fault",
        }
    }

    /// The caption's first word: `Microtask`.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Main => "Main script",
            Self::Tick => "nextTick",
            Self::Micro => "Microtask",
            Self::Timer => "Timer",
            Self::Check => "Immediate",
            Self::Poll => "Poll",
            Self::Close => "Close",
            Self::Pool => "Thread pool",
            Self::Kernel => "Kernel",
            Self::Module => "Module",
            Self::Stream => "Stream",
            Self::Process => "Node",
            Self::Maglev => "Maglev",
            Self::TurboFan => "TurboFan",
            Self::Fault => "Exception",
        }
    }

    /// The shortest word for it: the console's gutter, a tab, a chip.
    #[must_use]
    pub fn badge(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Tick => "tick",
            Self::Micro => "micro",
            Self::Timer => "timer",
            Self::Check => "check",
            Self::Poll => "poll",
            Self::Close => "close",
            Self::Pool => "pool",
            Self::Kernel => "kernel",
            Self::Module => "module",
            Self::Stream => "stream",
            Self::Process => "node",
            Self::Maglev => "Maglev",
            Self::TurboFan => "TurboFan",
            Self::Fault => "error",
        }
    }
}
