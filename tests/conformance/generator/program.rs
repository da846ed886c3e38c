//! The shape of a random program.

/// Statements in order. Each logs a label of its own.
pub type Block = Vec<Statement>;

#[derive(Clone, Debug)]
pub struct Program {
    pub handlers: Handlers,
    pub main: Act,
    /// Each begins in a `beforeExit`, when the one before it left nothing.
    pub later: Vec<Act>,
}

/// What the program listens to on `process`. A handler's block runs each time.
#[derive(Clone, Debug)]
pub struct Handlers {
    pub uncaught: Option<Block>,
    pub unhandled: Option<Block>,
    pub rejection_handled: bool,
    pub exit: Option<Block>,
    pub exit_code: Option<u8>,
}

/// What a program does between two moments at which nothing is pending.
#[derive(Clone, Debug)]
pub enum Act {
    /// Any statements but timers with a duration and fs.
    Loop(Block),
    /// Timers 40 ms apart, as slots from 1; with `overdue`, 10 ms apart and all past due before the loop starts.
    Timers { before: Block, timers: Vec<(u8, Block)>, overdue: bool },
    /// An interval that clears itself.
    Interval { before: Block, times: u8, each: Block },
    /// Requests to the pool, one after the other; `beside` is queued together with the first.
    Requests { beside: Block, first: Request },
    /// Several things whose order real node does not fix.
    Race(Vec<Racer>),
}

#[derive(Clone, Debug)]
pub enum Racer {
    Timeout { ms: u8, then: Block },
    Immediate(Block),
    Request(Request),
}

/// One fs call; its callback's block; and the call that the callback makes.
#[derive(Clone, Debug)]
pub struct Request {
    pub operation: Operation,
    pub style: Style,
    pub then: Block,
    pub next: Option<Box<Request>>,
}

#[derive(Clone, Copy, Debug)]
pub enum Operation {
    ReadFile,
    ReadMissing,
    Stat,
    StatMissing,
    Access,
    ReadDirectory,
    WriteFile,
}

#[derive(Clone, Copy, Debug)]
pub enum Style {
    Callback,
    Then,
    Await,
}

#[derive(Clone, Debug)]
pub enum Statement {
    Log,
    Tick(Block),
    Microtask(Block),
    Immediate(Block),
    /// `setTimeout(…, 0)`, and a wait until it is due.
    Timeout(Block),
    Chain(Start, Vec<Link>),
    /// An async function, called; with its rejection handled or not.
    Async {
        steps: Vec<Step>,
        handled: bool,
    },
    /// A promise that is rejected now and handled later.
    HandledLater(Queue),
    /// An emitter with these listeners (once or not), emitting this often.
    Emit {
        listeners: Vec<(bool, Block)>,
        times: u8,
    },
    /// `Promise.all` and its kin, over these.
    Combine(Combinator, Vec<Awaited>),
    /// `for await` over an async generator, left early or not.
    ForAwait {
        values: u8,
        leave_at: Option<u8>,
        each: Block,
    },
    /// Scheduled, and cancelled from another queue.
    Cancelled {
        timer: bool,
        from: Option<Queue>,
    },
    TryCatch {
        body: Block,
        throws: bool,
        caught: Block,
        finally: Option<Block>,
    },
    Throw,
    Exit(u8),
}

/// A place to do something later.
#[derive(Clone, Copy, Debug)]
pub enum Queue {
    Tick,
    Microtask,
    Immediate,
}

/// How a chain's promise comes about.
#[derive(Clone, Debug)]
pub enum Start {
    Resolved,
    Rejected,
    /// `new Promise`, with a block in its executor, settled there or from a queue.
    New {
        body: Block,
        settle: Option<Queue>,
        reject: bool,
    },
    Thenable,
}

#[derive(Clone, Debug)]
pub enum Link {
    Then(Block, Give),
    Catch(Block, Give),
    Finally(Block, Give),
    Both(Block, Block),
}

/// What a reaction returns or throws.
#[derive(Clone, Copy, Debug)]
pub enum Give {
    Nothing,
    Value,
    Throw,
    Resolved,
    Rejected,
    Thenable,
}

/// A step of an async function.
#[derive(Clone, Debug)]
pub enum Step {
    Do(Statement),
    Await(Awaited),
    Try { body: Vec<Step>, caught: Block, finally: Option<Block> },
    Throw,
    Return(Awaited),
}

#[derive(Clone, Debug)]
pub enum Awaited {
    Value,
    Resolved,
    Rejected,
    Thenable,
    /// Settled from a queue.
    Queued(Queue),
    /// Another async function's promise.
    Call(Vec<Step>),
}

#[derive(Clone, Copy, Debug)]
pub enum Combinator {
    All,
    Race,
    Any,
    AllSettled,
}
