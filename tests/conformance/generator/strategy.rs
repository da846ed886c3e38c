//! How likely each shape of a random program is. The first choice of each is the simplest: shrinking goes there.

use super::program::{
    Act, Awaited, Block, Combinator, Give, Handlers, Link, Operation, Program, Queue, Racer, Request, Start, Statement, Step, Style,
};
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use trace::Profile;

/// Programs that real node of this profile always runs the same way.
pub fn steady(profile: Profile) -> BoxedStrategy<Program> {
    let (calm, levels) = (Levels::new(Throws::Never), Levels::new(Throws::Sometimes));
    let act = || act(&calm, &levels, profile);
    let many = (handlers(&calm), act(), vec(act(), 0..3));
    // What a throwing handler leaves in the queues is drained at once or a little later (seen both ways): nothing may come after it.
    let one = (handlers(&levels), levels.block(3, 0)).prop_map(|(handlers, main)| (handlers, Act::Loop(main), Vec::new()));
    prop_oneof![8 => many, 1 => one].prop_map(|(handlers, main, later)| Program { handlers, main, later }).boxed()
}

/// Small programs with a race.
pub fn racing() -> BoxedStrategy<Program> {
    let small = Levels::new(Throws::Never).block(1, 0);
    let request = (operation(), style(), small.clone());
    let racer = prop_oneof![
        2 => (prop_oneof![Just(0_u8), Just(1), Just(2)], small.clone()).prop_map(|(ms, then)| Racer::Timeout { ms, then }),
        2 => small.prop_map(Racer::Immediate),
        2 => request.prop_map(|(operation, style, then)| Racer::Request(Request { operation, style, then, next: None })),
    ];
    let handlers =
        Handlers { uncaught: Some(Vec::new()), unhandled: Some(Vec::new()), rejection_handled: true, exit: Some(Vec::new()), exit_code: None };
    vec(racer, 2..4).prop_map(move |racers| Program { handlers: handlers.clone(), main: Act::Race(racers), later: Vec::new() }).boxed()
}

fn handlers(levels: &Levels) -> impl Strategy<Value = Handlers> + use<> {
    // Handlers run beside whatever is under way: they queue nothing that goes round the loop.
    let small = levels.block(2, 0);
    let exit = levels.block(2, 0);
    (weighted(0.8, small.clone()), weighted(0.8, small), any::<bool>(), weighted(0.7, exit), weighted(0.1, 0_u8..4))
        .prop_map(|(uncaught, unhandled, rejection_handled, exit, exit_code)| Handlers { uncaught, unhandled, rejection_handled, exit, exit_code })
}

/// While a request is under way nothing is thrown: when what was queued before the throw is drained would depend on the request.
fn act(calm: &Levels, levels: &Levels, profile: Profile) -> impl Strategy<Value = Act> + use<> {
    let (near, full) = (levels.block(2, 0), levels.block(4, 3));
    let within = levels.block(3, 2);
    let timers = vec((1_u8..4, levels.block(2, 1)), 1..4);
    let overdue = vec((1_u8..4, within.clone()), 1..4);
    // Four jobs: what is one immediate or one timer away comes before them. Since Node 26 a file is read in one.
    let beside_reading = calm.block(3, usize::from(profile.major() < 26));
    prop_oneof![
        6 => full.prop_map(Act::Loop),
        1 => (near.clone(), timers).prop_map(|(before, timers)| Act::Timers { before, timers, overdue: false }),
        2 => (near.clone(), overdue).prop_map(|(before, timers)| Act::Timers { before, timers, overdue: true }),
        1 => (near.clone(), 1_u8..4, levels.block(2, 0)).prop_map(|(before, times, each)| Act::Interval { before, times, each }),
        3 => (calm.block(2, 0), requests(calm, &within)).prop_map(|(beside, first)| Act::Requests { beside, first }),
        2 => (beside_reading, style(), within).prop_map(|(beside, style, then)| {
            Act::Requests { beside, first: Request { operation: Operation::ReadFile, style, then, next: None } }
        }),
    ]
}

/// A chain of calls. One that makes another call queues nothing else that goes round the loop.
fn requests(calm: &Levels, within: &BoxedStrategy<Block>) -> impl Strategy<Value = Request> + use<> {
    let last = (operation(), style(), within.clone()).prop_map(|(operation, style, then)| Request { operation, style, then, next: None });
    let quiet = calm.block(2, 0);
    last.prop_recursive(2, 4, 1, move |next| {
        (operation(), style(), quiet.clone(), next).prop_map(|(operation, style, then, next)| Request {
            operation,
            style,
            then,
            next: Some(Box::new(next)),
        })
    })
}

fn operation() -> impl Strategy<Value = Operation> {
    use Operation::{Access, ReadDirectory, ReadFile, ReadMissing, Stat, StatMissing, WriteFile};
    prop_oneof![Just(Stat), Just(ReadFile), Just(ReadMissing), Just(StatMissing), Just(Access), Just(ReadDirectory), Just(WriteFile)]
}

fn style() -> impl Strategy<Value = Style> {
    prop_oneof![3 => Just(Style::Callback), 1 => Just(Style::Then), 1 => Just(Style::Await)]
}

/// Where a promise is settled or handled from. By way of an immediate, what follows has gone round the loop once more:
/// only where that is not counted.
fn queue(loops: usize) -> BoxedStrategy<Queue> {
    let near = prop_oneof![Just(Queue::Microtask), Just(Queue::Tick)];
    if loops < Levels::LOOPS { near.boxed() } else { prop_oneof![2 => near, 1 => Just(Queue::Immediate)].boxed() }
}

fn give() -> impl Strategy<Value = Give> {
    use Give::{Nothing, Rejected, Resolved, Thenable, Throw, Value};
    prop_oneof![3 => Just(Nothing), 3 => Just(Value), 2 => Just(Throw), 2 => Just(Resolved), 1 => Just(Rejected), 1 => Just(Thenable)]
}

/// Whether blocks throw what they don't catch.
#[derive(Clone, Copy, PartialEq)]
enum Throws {
    Never,
    Sometimes,
}

/// Blocks by how deep they nest, and how many times what they queue may go round the loop.
struct Levels {
    throws: Throws,
    /// `blocks[depth][loops]`.
    blocks: Vec<Vec<BoxedStrategy<Block>>>,
}

impl Levels {
    const DEPTH: usize = 4;
    const LOOPS: usize = 3;

    fn new(throws: Throws) -> Self {
        let mut levels = Self { throws, blocks: Vec::new() };
        for depth in 0..=Self::DEPTH {
            let row = (0..=Self::LOOPS).map(|loops| levels.make(depth, loops)).collect();
            levels.blocks.push(row);
        }
        levels
    }

    fn block(&self, depth: usize, loops: usize) -> BoxedStrategy<Block> {
        self.blocks[depth][loops].clone()
    }

    fn make(&self, depth: usize, loops: usize) -> BoxedStrategy<Block> {
        if depth == 0 {
            return vec(Just(Statement::Log), 0..2).boxed();
        }
        let fewest = usize::from(depth > 2);
        // A throw ends its block, so it may only stand at the end.
        let throw = if self.throws == Throws::Sometimes { Some(Statement::Throw) } else { None };
        let end = prop_oneof![60 => Just(None), 5 => Just(throw), 1 => (0_u8..3).prop_map(|code| Some(Statement::Exit(code)))];
        let statements = vec(self.statement(depth, loops), fewest..4);
        (statements, end).prop_map(|(statements, end)| statements.into_iter().chain(end).collect()).boxed()
    }

    fn statement(&self, depth: usize, loops: usize) -> BoxedStrategy<Statement> {
        let inner = self.block(depth - 1, loops);
        let near = prop_oneof![
            2 => Just(Statement::Log),
            4 => inner.clone().prop_map(Statement::Tick),
            3 => inner.clone().prop_map(Statement::Microtask),
            5 => (start(&inner, loops), vec(link(&inner), 0..4)).prop_map(|(start, links)| Statement::Chain(start, links)),
            5 => (steps(&inner, loops), any::<bool>()).prop_map(|(steps, handled)| Statement::Async { steps, handled }),
            1 => queue(loops).prop_map(Statement::HandledLater),
            1 => (vec((any::<bool>(), inner.clone()), 1..3), 1_u8..3).prop_map(|(listeners, times)| Statement::Emit { listeners, times }),
            1 => (combinator(), vec(awaited(&inner, loops), 0..4)).prop_map(|(combinator, of)| Statement::Combine(combinator, of)),
            1 => (0_u8..4, of(0_u8..3), inner.clone()).prop_map(|(values, leave_at, each)| Statement::ForAwait { values, leave_at, each }),
            2 => (inner.clone(), any::<bool>(), inner.clone(), of(inner.clone()))
                .prop_map(|(body, throws, caught, finally)| Statement::TryCatch { body, throws, caught, finally }),
        ];
        if loops == 0 {
            return near.boxed();
        }
        let further = self.block(depth - 1, loops - 1);
        prop_oneof![
            24 => near,
            5 => further.clone().prop_map(Statement::Immediate),
            4 => further.prop_map(Statement::Timeout),
            1 => (any::<bool>(), of(queue(0))).prop_map(|(timer, from)| Statement::Cancelled { timer, from }),
        ]
        .boxed()
    }
}

fn start(inner: &BoxedStrategy<Block>, loops: usize) -> impl Strategy<Value = Start> + use<> {
    let new = (inner.clone(), of(queue(loops)), weighted(0.3, Just(()))).prop_map(|(body, settle, reject)| Start::New {
        body: quiet(body),
        settle,
        reject: reject.is_some(),
    });
    prop_oneof![3 => Just(Start::Resolved), 2 => Just(Start::Rejected), 2 => new, 1 => Just(Start::Thenable)]
}

/// Without the statements that end a block.
fn quiet(block: Block) -> Block {
    block.into_iter().filter(|statement| !matches!(statement, Statement::Throw | Statement::Exit(_))).collect()
}

fn link(inner: &BoxedStrategy<Block>) -> impl Strategy<Value = Link> + use<> {
    prop_oneof![
        4 => (inner.clone(), give()).prop_map(|(block, give)| Link::Then(block, give)),
        2 => (inner.clone(), give()).prop_map(|(block, give)| Link::Catch(block, give)),
        1 => (inner.clone(), give()).prop_map(|(block, give)| Link::Finally(block, give)),
        1 => (inner.clone(), inner.clone()).prop_map(|(value, error)| Link::Both(value, error)),
    ]
}

fn awaited(inner: &BoxedStrategy<Block>, loops: usize) -> BoxedStrategy<Awaited> {
    let call = vec(inner.clone().prop_map(|block| block.into_iter().map(Step::Do).next().unwrap_or(Step::Await(Awaited::Value))), 0..2);
    prop_oneof![
        3 => Just(Awaited::Value),
        2 => Just(Awaited::Resolved),
        1 => Just(Awaited::Rejected),
        1 => Just(Awaited::Thenable),
        2 => queue(loops).prop_map(Awaited::Queued),
        2 => call.prop_map(Awaited::Call),
    ]
    .boxed()
}

fn steps(inner: &BoxedStrategy<Block>, loops: usize) -> BoxedStrategy<Vec<Step>> {
    let awaited = awaited(inner, loops);
    let act = inner.clone().prop_map(|block| block.into_iter().next().map_or(Step::Await(Awaited::Value), Step::Do));
    let plain = prop_oneof![4 => awaited.clone().prop_map(Step::Await), 4 => act, 1 => Just(Step::Throw), 1 => awaited.prop_map(Step::Return)];
    let body = vec(plain.clone(), 0..4);
    let attempt = (body, inner.clone(), of(inner.clone())).prop_map(|(body, caught, finally)| Step::Try { body, caught, finally });
    vec(prop_oneof![8 => plain, 1 => attempt], 0..5).boxed()
}

fn combinator() -> impl Strategy<Value = Combinator> {
    prop_oneof![Just(Combinator::All), Just(Combinator::Race), Just(Combinator::Any), Just(Combinator::AllSettled)]
}
