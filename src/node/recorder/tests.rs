//! What is recorded of whole programs.

use std::rc::Rc;

use crate::machine::MS;
use crate::node::{Bounds, Engine, Library, Progress};
use crate::trace::{Event, File, ModuleStatus, Program, Queue, Settings, Trace};

/// Runs a program of these files, `(name, text)`, the first of them its entry; `check` looks at its trace.
fn recorded(files: &'static [(&'static str, &'static str)], check: fn(&Trace)) {
    let run = move || {
        let archive = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/target/node-library/node-24.bin")).unwrap();
        let mut engine = Engine::boot(Library::read(&archive).unwrap()).unwrap();
        let file = |(name, text): &(&str, &str)| File { path: Rc::from(format!("/home/reader/{name}")), content: Rc::from(text.as_bytes()) };
        let files: Vec<File> = files.iter().map(file).collect();
        let program = Program { entry: files[0].path.clone(), files, settings: Settings::default() };
        engine.begin(&program, Bounds::PAGE, true).unwrap();
        while engine.advance() == Progress::More {}
        let mut trace = Trace::new();
        trace.append(engine.take_chunk());
        check(&trace);
    };
    std::thread::Builder::new().stack_size(64 << 20).spawn(run).unwrap().join().unwrap();
}

/// When timers are due, in milliseconds, each time that one is armed.
fn dues(trace: &Trace) -> Vec<u64> {
    let due = |event: &Event| match event {
        Event::TaskEnqueued { due, .. } => *due,
        Event::TimerRearmed { due, .. } => Some(*due),
        _ => None,
    };
    trace.steps().iter().filter_map(|step| due(&step.event)).map(|due| due / MS).collect()
}

#[test]
fn timers_are_due_by_the_clock_that_was_read_for_them() {
    const SPIN: &str = "const spin = (ms) => { const until = Date.now() + ms; while (Date.now() < until); }; spin(40); setTimeout(() => {}, 5);";
    recorded(&[("main.js", SPIN)], |trace| assert_eq!(dues(trace), [24 + 40 + 5]));
    const INTERVAL: &str = "const spin = (ms) => { const until = Date.now() + ms; while (Date.now() < until); };
        let times = 0; const interval = setInterval(() => { if (++times === 2) clearInterval(interval); spin(10); setTimeout(() => {}, 50); }, 20);";
    recorded(&[("main.js", INTERVAL)], |trace| {
        assert_eq!(dues(trace)[..3], [44, 44 + 10 + 50, 44 + 20], "an interval counts from the beginning of its callback");
    });
}

/// What the statements of a line say has changed, run by run: `name value`.
fn changes_on(trace: &Trace, line: u32) -> Vec<Vec<String>> {
    let on_line = |step: &&crate::trace::Step| step.site.and_then(|site| trace.site(site)).is_some_and(|site| site.position.line == line);
    let told = |event: &Event| match event {
        Event::Statement { changes } => Some(
            changes
                .iter()
                .map(|change| {
                    let value = change.value.and_then(|value| trace.value(value)).map_or("not initialised", |value| &value.text);
                    format!("{} {value}", trace.text(change.name))
                })
                .collect(),
        ),
        _ => None,
    };
    trace.steps().iter().filter(on_line).filter_map(|step| told(&step.event)).collect()
}

#[test]
fn who_goes_on_after_an_await_has_the_variables_that_it_had() {
    const SOURCE: &str = "async function load(name) {
  const first = name + 1;
  const second = await first;
  console.log(second);
}
load('a'); load('b');";
    recorded(&[("main.js", SOURCE)], |trace| {
        assert_eq!(changes_on(trace, 4), [["second 'a1'"], ["second 'b1'"]], "each of two calls has its own");
        let entered = trace.steps().iter().find(|step| matches!(&step.event, Event::FrameEntered { held, .. } if !held.is_empty()));
        let Some(Event::FrameEntered { held, .. }) = entered.map(|step| &step.event) else { panic!("nothing was held") };
        let held: Vec<&str> = held.iter().map(|held| trace.text(held.name)).collect();
        assert_eq!(held, ["name", "first", "second"]);
    });
    const GENERATOR: &str = "function* count(from) {
  yield from;
  yield from + 1;
}
const one = count(1), ten = count(10);
one.next(); ten.next(); one.next(); ten.next();";
    recorded(&[("main.js", GENERATOR)], |trace| assert_eq!(changes_on(trace, 3), [Vec::<String>::new(), Vec::new()]));
}

#[test]
fn modules_are_told_of_from_their_parsing_to_their_end() {
    recorded(
        &[
            ("main.mjs", "import './slow.mjs'; import './throws.mjs'; console.log('never');"),
            ("slow.mjs", "await null; console.log('slow');"),
            ("throws.mjs", "throw new Error('no');"),
        ],
        |trace| {
            let names: Vec<&str> = trace.modules().iter().map(|module| trace.text(module.name)).collect();
            assert_eq!(names, ["main.mjs", "slow.mjs", "throws.mjs"]);
            let changed = trace.steps().iter().filter_map(|step| match step.event {
                Event::ModuleChanged { module, status } => Some((names[module.index()], status)),
                _ => None,
            });
            use ModuleStatus::{Errored, Evaluating, EvaluatingAsync, Linked};
            let expected = [
                ("slow.mjs", Linked),
                ("throws.mjs", Linked),
                ("main.mjs", Linked),
                ("slow.mjs", Evaluating),
                ("slow.mjs", EvaluatingAsync),
                ("throws.mjs", Evaluating),
                ("throws.mjs", Errored),
                ("main.mjs", Errored),
            ];
            assert_eq!(changed.take(8).collect::<Vec<_>>(), expected);
        },
    );
}

#[test]
fn messages_and_closings_wait_from_when_they_are_asked_for() {
    const SOURCE: &str = "const { port1, port2 } = new MessageChannel();
port2.on('message', () => port1.close());
port1.on('close', () => console.log('closed'));
port1.postMessage('hello');";
    recorded(&[("main.js", SOURCE)], |trace| {
        let place = |wanted: &dyn Fn(&Event) -> bool| trace.steps().iter().position(|step| wanted(&step.event)).unwrap();
        let asked = |queue| move |event: &Event| matches!(event, Event::TaskEnqueued { queue: of, .. } if *of == queue);
        for (queue, line) in [(Queue::Poll, 4), (Queue::Close, 2)] {
            let enqueued = place(&asked(queue));
            let step = &trace.steps()[enqueued];
            assert_eq!(step.site.and_then(|site| trace.site(site)).map(|site| site.position.line), Some(line));
            let Event::TaskEnqueued { task, .. } = step.event else { unreachable!() };
            let begun = place(&|event| matches!(event, Event::TaskBegun { task: begun } if *begun == task));
            assert!(begun > enqueued + 1, "it waits");
        }
    });
}
