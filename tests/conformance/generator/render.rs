//! A random program's text. Every label is unique, so that two runs can be told apart by their output alone.

use super::program::{
    Act, Awaited, Block, Combinator, Give, Handlers, Link, Operation, Program, Queue, Racer, Request, Start, Statement, Step, Style,
};

const PRELUDE: &str = "\
const fs = require('fs');
const EventEmitter = require('events');
const shown = (what) => (what instanceof Error ? what.message : what);
const log = (...what) => console.log(...what.map(shown));
const spin = (ms = 3) => { const start = Date.now(); while (Date.now() - start < ms); };
";

/// What fs calls find: a program brings its own files, so that it can be run anywhere.
const FILES: &str = "\
fs.mkdirSync('made', { recursive: true });
fs.writeFileSync('made/hello.txt', 'hello, world');
fs.writeFileSync('made/other.txt', 'another');
";

/// How often a handler's own block runs: one that makes the next error itself must come to an end.
const HANDLER_RUNS: u8 = 2;

/// Milliseconds between timers that are to fire apart, and between those that are to be overdue together.
const APART: u32 = 40;
const OVERDUE_APART: u32 = 10;

pub fn render(program: &Program) -> String {
    let racing = matches!(program.main, Act::Race(_));
    let mut writer = Writer { labels: 0 };
    let mut text = if racing { "// nondeterministic: made so by the generator\n" } else { "" }.to_owned();
    text += PRELUDE;
    let requests = |act: &Act| match act {
        Act::Requests { .. } => true,
        Act::Race(racers) => racers.iter().any(|racer| matches!(racer, Racer::Request(_))),
        Act::Loop(_) | Act::Timers { .. } | Act::Interval { .. } => false,
    };
    if program.later.iter().chain([&program.main]).any(requests) {
        text += FILES;
    }
    text += &writer.handlers(&program.handlers);
    if !program.later.is_empty() {
        let acts: String = program.later.iter().map(|act| ["() => {\n", &writer.act(act), "},\n"].concat()).collect();
        text += &format!("const later = [\n{acts}];\nprocess.on('beforeExit', (code) => {{\nlog('beforeExit', code);\nlater.shift()?.();\n}});\n");
    }
    text += &writer.act(&program.main);
    indented(&text)
}

/// Two spaces for each bracket that is open where a line begins.
fn indented(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for line in text.lines() {
        let closers = line.chars().take_while(|c| ")}]".contains(*c)).count();
        out += &"  ".repeat(depth.saturating_sub(usize::from(closers > 0)));
        out += line;
        out.push('\n');
        // A line opens or closes one level at most, however many brackets it holds.
        let balance = line.chars().map(|c| i32::from("({[".contains(c)) - i32::from(")}]".contains(c))).sum::<i32>();
        depth = if balance > 0 { depth + 1 } else { depth.saturating_sub(usize::from(balance < 0)) };
    }
    out
}

struct Writer {
    labels: u32,
}

impl Writer {
    fn next(&mut self) -> u32 {
        self.labels += 1;
        self.labels
    }

    /// `log('7 tick'…);` with what follows the label.
    fn log(&mut self, what: &str, values: &str) -> String {
        format!("log('{} {what}'{values});\n", self.next())
    }

    fn handlers(&mut self, handlers: &Handlers) -> String {
        let mut text = String::new();
        let mut repeated = |writer: &mut Self, event: &str, parameters: &str, shown: &str, block: &Option<Block>| {
            if let Some(block) = block {
                let body = writer.block(block);
                let count = format!("{event}Times");
                let inner = if body.is_empty() { String::new() } else { format!("if (++{count} <= {HANDLER_RUNS}) {{\n{body}}}\n") };
                text += &format!("let {count} = 0;\nprocess.on('{event}', ({parameters}) => {{\nlog('{event}', {shown});\n{inner}}});\n");
            }
        };
        repeated(self, "uncaughtException", "error, origin", "error, origin", &handlers.uncaught);
        repeated(self, "unhandledRejection", "reason", "reason", &handlers.unhandled);
        repeated(self, "exit", "code", "code", &handlers.exit);
        if handlers.rejection_handled {
            text += "process.on('rejectionHandled', () => log('rejectionHandled'));\n";
        }
        if let Some(code) = handlers.exit_code {
            text += &format!("process.exitCode = {code};\n");
        }
        text
    }

    fn act(&mut self, act: &Act) -> String {
        match act {
            Act::Loop(block) => self.block(block),
            Act::Timers { before, timers, overdue } => {
                let apart = if *overdue { OVERDUE_APART } else { APART };
                let before = self.block(before);
                let mut text = String::new();
                let mut taken = Vec::new();
                for (slot, block) in timers {
                    // Two of one duration may fall into two passes, unless both are overdue.
                    if *overdue || !taken.contains(slot) {
                        taken.push(*slot);
                        let ms = u32::from(*slot) * apart;
                        text += &format!("setTimeout(() => {{\n{}}}, {ms});\n", self.labelled(&format!("timer {ms}"), block));
                    }
                }
                if *overdue {
                    text += &format!("spin({});\n", OVERDUE_APART * 4);
                }
                // What comes before may throw or exit: the timers are set first.
                text + &before
            }
            Act::Interval { before, times, each } => {
                let (name, label) = (format!("interval{}", self.next()), self.log("interval", ""));
                let each = self.block(each);
                let count = format!("let {name}Times = 0;\n");
                let interval =
                    format!("const {name} = setInterval(() => {{\nif (++{name}Times === {times}) clearInterval({name});\n{label}{each}}}, 20);\n");
                count + &interval + &self.block(before)
            }
            Act::Requests { beside, first } => self.request(first) + &self.block(beside),
            Act::Race(racers) => racers.iter().map(|racer| self.racer(racer)).collect(),
        }
    }

    fn racer(&mut self, racer: &Racer) -> String {
        match racer {
            Racer::Timeout { ms, then } => format!("setTimeout(() => {{\n{}}}, {ms});\n", self.labelled(&format!("timer {ms}"), then)),
            Racer::Immediate(then) => format!("setImmediate(() => {{\n{}}});\n", self.labelled("immediate", then)),
            Racer::Request(request) => self.request(request),
        }
    }

    fn request(&mut self, request: &Request) -> String {
        let (call, value) = match request.operation {
            Operation::ReadFile => ("readFile('made/hello.txt', 'utf8'", "value"),
            Operation::ReadMissing => ("readFile('missing.txt', 'utf8'", "value"),
            Operation::Stat => ("stat('made/hello.txt'", "value.size"),
            Operation::StatMissing => ("stat('missing.txt'", "value"),
            Operation::Access => ("access('made/hello.txt'", "'accessible'"),
            Operation::ReadDirectory => ("readdir('made'", "value.sort().join()"),
            Operation::WriteFile => ("writeFile('made/other.txt', 'text'", "'written'"),
        };
        let name = call.split('(').next().unwrap_or_default();
        let label = self.log(name, ", what");
        let then = self.block(&request.then);
        let next = request.next.as_ref().map_or_else(String::new, |next| self.request(next));
        // The next call comes first: the block may throw.
        let body = label + &next + &then;
        match request.style {
            Style::Callback => format!("fs.{call}, (error, value) => {{\nconst what = error ? error.code : {value};\n{body}}});\n"),
            Style::Then => format!("fs.promises.{call}).then((value) => {value}, (error) => error.code).then((what) => {{\n{body}}});\n"),
            Style::Await => format!(
                "(async () => {{\nlet what;\ntry {{\nconst value = await fs.promises.{call});\nwhat = {value};\n}} catch (error) {{\nwhat = error.code;\n}}\n{body}}})();\n"
            ),
        }
    }

    fn labelled(&mut self, label: &str, block: &Block) -> String {
        self.log(label, "") + &self.block(block)
    }

    fn block(&mut self, block: &Block) -> String {
        block.iter().map(|statement| self.statement(statement)).collect()
    }

    fn statement(&mut self, statement: &Statement) -> String {
        match statement {
            Statement::Log => self.log("sync", ""),
            Statement::Tick(block) => format!("process.nextTick(() => {{\n{}}});\n", self.labelled("tick", block)),
            Statement::Microtask(block) => format!("queueMicrotask(() => {{\n{}}});\n", self.labelled("microtask", block)),
            Statement::Immediate(block) => format!("setImmediate(() => {{\n{}}});\n", self.labelled("immediate", block)),
            Statement::Timeout(block) => format!("setTimeout(() => {{\n{}}}, 0);\nspin();\n", self.labelled("timeout", block)),
            Statement::Chain(start, links) => {
                let start = self.start(start);
                let links: String = links.iter().map(|link| self.link(link)).collect();
                format!("{start}{links};\n")
            }
            Statement::Async { steps, handled } => {
                let call = self.call(steps);
                let label = self.next();
                let end = if *handled { format!(".then((v) => log('{label} done', v), (e) => log('{label} failed', e))") } else { String::new() };
                format!("{call}{end};\n")
            }
            Statement::HandledLater(queue) => {
                let name = self.next();
                let label = self.log("caught late", ", e");
                let later = queued(*queue, &format!("() => p{name}.catch((e) => {})", label.trim_end().trim_end_matches(';')));
                format!("const p{name} = Promise.reject(new Error('e{name}'));\n{later};\n")
            }
            Statement::Emit { listeners, times } => self.emit(listeners, *times),
            Statement::Combine(combinator, of) => self.combine(*combinator, of),
            Statement::ForAwait { values, leave_at, each } => self.for_await(*values, *leave_at, each),
            Statement::Cancelled { timer, from } => {
                let name = self.next();
                let (set, clear) = if *timer {
                    (format!("setTimeout(() => log('{name} never'), 0);\nspin()"), "clearTimeout")
                } else {
                    (format!("setImmediate(() => log('{name} never'))"), "clearImmediate")
                };
                let cancel = from.map_or_else(|| format!("{clear}(c{name})"), |queue| queued(queue, &format!("() => {clear}(c{name})")));
                format!("const c{name} = {set};\n{cancel};\n")
            }
            Statement::TryCatch { body, throws, caught, finally } => {
                let body = self.labelled("try", body) + &if *throws { self.throw() } else { String::new() };
                let caught = self.log("catch", ", e") + &self.block(caught);
                let finally = finally.as_ref().map_or_else(String::new, |block| format!(" finally {{\n{}}}", self.labelled("finally", block)));
                format!("try {{\n{body}}} catch (e) {{\n{caught}}}{finally}\n")
            }
            Statement::Throw => self.throw(),
            Statement::Exit(code) => format!("process.exit({code});\n"),
        }
    }

    fn throw(&mut self) -> String {
        format!("throw new Error('e{}');\n", self.next())
    }

    fn start(&mut self, start: &Start) -> String {
        match start {
            Start::Resolved => format!("Promise.resolve({})", self.next()),
            Start::Rejected => format!("Promise.reject(new Error('e{}'))", self.next()),
            Start::Thenable => format!("Promise.resolve({})", self.thenable()),
            Start::New { body, settle, reject } => {
                let body = self.labelled("executor", body);
                let number = self.next();
                let settling = if *reject { format!("reject(new Error('e{number}'))") } else { format!("resolve({number})") };
                let settling = settle.map_or_else(|| settling.clone(), |queue| queued(queue, &format!("() => {settling}")));
                format!("new Promise((resolve, reject) => {{\n{body}{settling};\n}})")
            }
        }
    }

    fn link(&mut self, link: &Link) -> String {
        match link {
            Link::Then(block, give) => format!("\n.then((v) => {{\n{}}})", self.reaction("then", ", v", block, *give)),
            Link::Catch(block, give) => format!("\n.catch((e) => {{\n{}}})", self.reaction("catch", ", e", block, *give)),
            Link::Finally(block, give) => format!("\n.finally(() => {{\n{}}})", self.reaction("finally", "", block, *give)),
            Link::Both(value, error) => {
                let (value, error) = (self.reaction("then", ", v", value, Give::Value), self.reaction("else", ", e", error, Give::Nothing));
                format!("\n.then((v) => {{\n{value}}}, (e) => {{\n{error}}})")
            }
        }
    }

    fn reaction(&mut self, label: &str, values: &str, block: &Block, give: Give) -> String {
        let body = self.log(label, values) + &self.block(block);
        let number = self.next();
        body + &match give {
            Give::Nothing => String::new(),
            Give::Value => format!("return {number};\n"),
            Give::Throw => format!("throw new Error('e{number}');\n"),
            Give::Resolved => format!("return Promise.resolve({number});\n"),
            Give::Rejected => format!("return Promise.reject(new Error('e{number}'));\n"),
            Give::Thenable => format!("return {};\n", self.thenable()),
        }
    }

    fn thenable(&mut self) -> String {
        let number = self.next();
        format!("{{ then(done) {{ log('{number} thenable'); done({number}); }} }}")
    }

    /// An async function, called.
    fn call(&mut self, steps: &[Step]) -> String {
        let label = self.log("async", "");
        format!("(async () => {{\n{label}{}}})()", self.steps(steps))
    }

    fn steps(&mut self, steps: &[Step]) -> String {
        steps.iter().map(|step| self.step(step)).collect()
    }

    fn step(&mut self, step: &Step) -> String {
        match step {
            Step::Do(statement) => self.statement(statement),
            Step::Await(awaited) => {
                let awaited = self.awaited(awaited);
                format!("log('{} awaited', await {awaited});\n", self.next())
            }
            Step::Try { body, caught, finally } => {
                let body = self.steps(body);
                let caught = self.log("catch", ", e") + &self.block(caught);
                let finally = finally.as_ref().map_or_else(String::new, |block| format!(" finally {{\n{}}}", self.labelled("finally", block)));
                format!("try {{\n{body}}} catch (e) {{\n{caught}}}{finally}\n")
            }
            Step::Throw => self.throw(),
            Step::Return(awaited) => format!("return {};\n", self.awaited(awaited)),
        }
    }

    fn awaited(&mut self, awaited: &Awaited) -> String {
        match awaited {
            Awaited::Value => self.next().to_string(),
            Awaited::Resolved => format!("Promise.resolve({})", self.next()),
            Awaited::Rejected => format!("Promise.reject(new Error('e{}'))", self.next()),
            Awaited::Thenable => self.thenable(),
            Awaited::Queued(queue) => {
                let number = self.next();
                format!("new Promise((done) => {})", queued(*queue, &format!("() => {{ log('{number} settles'); done({number}); }}")))
            }
            Awaited::Call(steps) => self.call(steps),
        }
    }

    fn emit(&mut self, listeners: &[(bool, Block)], times: u8) -> String {
        let name = format!("emitter{}", self.next());
        let mut text = format!("const {name} = new EventEmitter();\n");
        for (once, block) in listeners {
            let (how, label) = if *once { ("once", "listener, once") } else { ("on", "listener") };
            text += &format!("{name}.{how}('x', (v) => {{\n{}{}}});\n", self.log(label, ", v"), self.block(block));
        }
        for time in 1..=times {
            text += &format!("{name}.emit('x', {time});\n");
        }
        text
    }

    fn combine(&mut self, combinator: Combinator, of: &[Awaited]) -> String {
        let inputs = of.iter().map(|awaited| self.awaited(awaited)).collect::<Vec<_>>().join(",\n");
        let (method, shown) = match combinator {
            Combinator::All => ("all", "v"),
            Combinator::Race => ("race", "v"),
            Combinator::Any => ("any", "v"),
            Combinator::AllSettled => ("allSettled", "v.map((one) => one.status)"),
        };
        let label = self.next();
        format!("Promise.{method}([\n{inputs}\n]).then((v) => log('{label} {method}', {shown}), (e) => log('{label} {method} failed', e));\n")
    }

    fn for_await(&mut self, values: u8, leave_at: Option<u8>, each: &Block) -> String {
        let (finally, each, after) = (self.log("generator ends", ""), self.log("each", ", v") + &self.block(each), self.log("after the loop", ""));
        let leave = leave_at.map_or_else(String::new, |at| format!("if (v === {at}) break;\n"));
        let generator = format!("async function* values() {{\ntry {{\nfor (let n = 0; n < {values}; n++) yield n;\n}} finally {{\n{finally}}}\n}}\n");
        format!("(async () => {{\n{generator}for await (const v of values()) {{\n{leave}{each}}}\n{after}}})();\n")
    }
}

/// A call that queues the function.
fn queued(queue: Queue, function: &str) -> String {
    match queue {
        Queue::Tick => format!("process.nextTick({function})"),
        Queue::Microtask => format!("queueMicrotask({function})"),
        Queue::Immediate => format!("setImmediate({function})"),
    }
}
