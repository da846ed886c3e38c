//! Traces of whole programs.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::Library;
use crate::process::{Bounds, Engine, Progress};
use machine::MS;
use trace::{
    Event, File, Lever, ModuleStatus, ObjectId, OutputStream, Program, Queue, Settings, Slot, Step, StepId, StreamCall, StreamView, TextId, Trace,
};

/// Runs a program of these files, `(name, text)`, the first of them its entry; `check` looks at its trace.
fn recorded(files: &'static [(&'static str, &'static str)], check: fn(&Trace)) {
    recorded_with(files, Settings::default(), check);
}

fn recorded_with(files: &'static [(&'static str, &'static str)], settings: Settings, check: fn(&Trace)) {
    let run = move || {
        let archive = support::library(settings.profile).unwrap();
        let mut engine = Engine::boot(Library::read(&archive).unwrap()).unwrap();
        let file = |(name, text): &(&str, &str)| File { path: Rc::from(format!("/home/reader/{name}")), content: Rc::from(text.as_bytes()) };
        let files: Vec<File> = files.iter().map(file).collect();
        let program = Program { entry: files[0].path.clone(), files, settings };
        engine.begin(&program, Bounds::PAGE, true).unwrap();
        while engine.advance() == Progress::More {}
        let mut trace = Trace::new();
        trace.append(engine.take_chunk());
        check(&trace);
    };
    support::on_a_deep_stack(run);
}

/// When timers are due, in milliseconds, each time that one is armed.
fn dues(trace: &Trace) -> Vec<u64> {
    let due = |event: &Event| match event {
        Event::TaskEnqueued { due, .. } => *due,
        Event::TimerRearmed { due, .. } => Some(*due),
        _ => None,
    };
    trace.steps().iter().filter_map(|step| due(&step.event)).map(|due| due.0 / MS).collect()
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

/// The changes that the statements of a line record, run by run: `name value`.
fn changes_on(trace: &Trace, line: u32) -> Vec<Vec<String>> {
    let on_line = |step: &&Step| step.site.and_then(|site| trace.site(site)).is_some_and(|site| site.position.line == line);
    let changed = |event: &Event| match event {
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
    trace.steps().iter().filter(on_line).filter_map(|step| changed(&step.event)).collect()
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
fn modules_are_recorded_from_their_parsing_to_their_end() {
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

/// A source of three chunks is piped to a sink that is done at once.
const PIPE: &str = "const { Readable, Writable } = require('stream');
const source = new Readable({ read(size) { this.push(left-- > 0 ? 'x'.repeat(Math.min(size, 30)) : null); } });
let left = 3;
const sink = new Writable({ write(chunk, encoding, done) { console.log(chunk.length); done(); } });
source.pipe(sink).on('finish', () => console.log(Math.round(performance.now() - begun)));
const begun = performance.now();";

fn printed(trace: &Trace) -> String {
    trace.console().iter().map(|line| trace.text(line.text)).collect()
}

#[test]
fn streams_are_numbered_as_they_are_made() {
    recorded(&[("main.js", PIPE)], |trace| {
        let made: Vec<_> = trace.streams().iter().map(|stream| (trace.text(stream.name.unwrap()), stream.made)).collect();
        assert_eq!(made, [("source", Some(0)), ("sink", Some(1))]);
        assert!(printed(trace).starts_with("30\n30\n30\n"));
    });
}

const WRITTEN_VIEWS: &str = "const { Writable } = require('stream');\n\
        const sink = new Writable({ write(chunk, encoding, done) { done(); } });\n\
        sink.write(new Uint16Array(4)); sink.write(new DataView(new ArrayBuffer(6), 1)); sink.write('é');";

#[test]
fn a_written_view_counts_with_its_bytes() {
    recorded(&[("main.js", WRITTEN_VIEWS)], |trace| {
        let sizes = trace.steps().iter().filter_map(|step| match step.event {
            Event::StreamCalled { call: StreamCall::Write, chunk: Some((_, size)), .. } => Some(size),
            _ => None,
        });
        assert_eq!(sizes.collect::<Vec<_>>(), [8, 5, 2]);
    });
}

#[test]
fn levers_set_marks_chunks_and_delays() {
    let source = Lever { made: 0, readable_mark: Some(7), chunk: Some(12), source_delay: Some(5), ..Lever::default() };
    let sink = Lever { made: 1, writable_mark: Some(10), sink_delay: Some(20), ..Lever::default() };
    recorded_with(&[("main.js", PIPE)], Settings { levers: vec![source, sink], ..Settings::default() }, |trace| {
        let snapshot = trace.snapshot(StepId(u32::try_from(trace.steps().len() - 1).unwrap()));
        let [source, sink] = &snapshot.streams[..] else { panic!("{:?}", snapshot.streams) };
        assert_eq!(source.state.readable.unwrap().buffer.high_water_mark, 7);
        assert_eq!(sink.state.writable.unwrap().buffer.high_water_mark, 10);
        let out = printed(trace);
        assert!(out.starts_with("12\n12\n12\n"), "{out}");
        let took: u64 = out.trim_end().rsplit('\n').next().unwrap().parse().unwrap();
        assert!((60..100).contains(&took), "{took}");
    });
}

#[test]
fn variables_show_their_memory_and_share_it() {
    const BUFFERS: &str = "const whole = new Uint8Array(300).fill(7);
const head = Buffer.from(whole.buffer, 4, 8);
head[0] = 65;
const view = new DataView(whole.buffer, 2);
console.log(head.length);
";
    recorded(&[("main.js", BUFFERS)], |trace| {
        let printed = trace.steps().iter().position(|step| matches!(step.event, Event::Output { .. })).unwrap();
        let snapshot = trace.snapshot(StepId(u32::try_from(printed).unwrap()));
        let frame = snapshot.stack.iter().rfind(|frame| !frame.variables.is_empty()).unwrap();
        let memory = |name: &str| {
            let variable = frame.variables.iter().find(|variable| trace.text(variable.name) == name).unwrap();
            trace.value(variable.value.unwrap()).unwrap().memory.clone().unwrap()
        };
        let (whole, head, view) = (memory("whole"), memory("head"), memory("view"));
        assert_eq!((whole.buffer, whole.buffer), (head.buffer, view.buffer));
        assert_eq!((whole.whole, whole.offset, whole.length, whole.bytes.len()), (300, 0, 300, 256));
        assert_eq!((head.offset, head.length, &head.bytes[..2]), (4, 8, &[65, 7][..]));
        assert_eq!((view.offset, view.length, whole.bytes[4]), (2, 298, 65));
    });
}

#[test]
fn a_step_says_which_function_of_nodes_it_is_inside_of() {
    recorded(&[("main.js", PIPE)], |trace| {
        let inside = |wanted: &dyn Fn(&Event) -> bool| {
            let step = trace.steps().iter().find(|step| wanted(&step.event)).unwrap();
            trace.library_function(step.inside.unwrap()).unwrap()
        };
        let write = inside(&|event| matches!(event, Event::StreamCalled { call: StreamCall::Write, .. }));
        assert_eq!((&*write.name, &*write.file), ("_write", "lib/internal/streams/writable.js"));
        assert!(write.text.starts_with("function _write(stream, chunk, encoding, cb) {") && write.text.ends_with('}'), "{}", write.text);
        let push = inside(&|event| matches!(event, Event::StreamCalled { call: StreamCall::Push, .. }));
        assert_eq!(&*push.name, "Readable.prototype.push");
        // The program's own code runs inside of what called it.
        let printed = inside(&|event| matches!(event, Event::Output { .. }));
        assert_eq!(&*printed.name, "writeOrBuffer");
        let names: BTreeSet<_> = trace.library().iter().map(|function| &*function.name).collect();
        assert_eq!(names.len(), trace.library().len(), "each is listed once");
    });
}

#[test]
fn a_stream_says_who_listens() {
    recorded(&[("main.js", PIPE)], |trace| {
        let listens = |step: usize| {
            let snapshot = trace.snapshot(StepId(u32::try_from(step).unwrap()));
            let words = |stream: &StreamView| {
                stream.listeners.iter().map(|(event, count)| (trace.text(*event).to_owned(), *count)).collect::<BTreeMap<_, _>>()
            };
            snapshot.streams.iter().map(words).collect::<Vec<_>>()
        };
        let piped = trace.steps().iter().position(|step| matches!(step.event, Event::StreamCalled { call: StreamCall::Read, .. })).unwrap();
        let [source, sink] = &listens(piped)[..] else { panic!() };
        assert_eq!(source.get("data"), Some(&1), "{source:?}");
        assert_eq!((sink.get("finish"), sink.get("unpipe")), (Some(&2), Some(&1)), "{sink:?}");
        let [source, _] = &listens(trace.steps().len() - 1)[..] else { panic!() };
        assert_eq!(source.get("data"), None, "the pipe was taken away");
    });
}

#[test]
fn variables_lead_to_objects_that_change() {
    const OBJECTS: &str = "class Point { constructor(x) { this.x = x; } }
const list = [new Point(1), new Point(2)];
const names = new Map([['first', list[0]]]);
function grow(point) {
  point.next = list[0];
  return point;
}
grow(list[1]);
console.log(list.length);";
    recorded(&[("main.js", OBJECTS)], |trace| {
        let last = trace.steps().iter().rposition(|step| matches!(step.event, Event::Statement { .. })).unwrap();
        let step = StepId(u32::try_from(last).unwrap());
        let snapshot = trace.snapshot(step);
        let frame = snapshot.stack.iter().rfind(|frame| !frame.variables.is_empty()).unwrap();
        let object = |name: &str| {
            let variable = frame.variables.iter().find(|variable| trace.text(variable.name) == name).unwrap();
            trace.value(variable.value.unwrap()).unwrap().object.unwrap()
        };
        let contents = |object: ObjectId, step: StepId| {
            let (_, view) = trace.objects().at(object, step).unwrap();
            let slot = |(name, slot): &(TextId, Slot)| match slot {
                Slot::Value(value) => format!("{}: {}", trace.text(*name), trace.value(*value).unwrap().text),
                Slot::Object(object) => format!("{} -> {}", trace.text(*name), object.0),
            };
            (trace.text(view.title).to_owned(), view.slots.iter().map(slot).collect::<Vec<_>>())
        };
        let (list, names) = (object("list"), object("names"));
        let (_, view) = trace.objects().at(list, step).unwrap();
        let [(_, Slot::Object(first)), (_, Slot::Object(second))] = view.slots[..] else { panic!("{view:?}") };
        assert_eq!(contents(list, step), ("Array(2)".to_owned(), vec![format!("0 -> {}", first.0), format!("1 -> {}", second.0)]));
        assert_eq!(contents(names, step), ("Map(1)".to_owned(), vec![format!("'first' -> {}", first.0)]));
        assert_eq!(contents(second, step), ("Point".to_owned(), vec!["x: 2".to_owned(), format!("next -> {}", first.0)]));
        // Before it was changed it was as it was.
        let (since, _) = trace.objects().at(second, step).unwrap();
        assert_eq!(contents(second, StepId(since.0 - 1)).1, ["x: 2"]);
    });
}

#[test]
fn what_is_nodes_own_is_not_followed() {
    recorded(
        &[(
            "main.js",
            "const fs = require('fs');\nconst bytes = Buffer.from('a');\nconst when = new Date(0);\nconst set = new Set([{}]);\nconsole.log(1);",
        )],
        |trace| {
            assert_eq!(trace.objects().len(), 2, "the set and what is in it");
        },
    );
}

#[test]
fn this_is_a_variable_of_a_function_that_mentions_it() {
    const CLASSES: &str = "class Base { constructor() { this.a = 1; } }
class Derived extends Base {
  constructor() {
    const before = 0;
    super();
    this.b = before;
  }
  sum() { const add = () => {
      return this.a + this.b;
    };
    return add(); }
}
function plain() { return 1; }
console.log(new Derived().sum() + plain());";
    recorded(&[("main.js", CLASSES)], |trace| {
        assert_eq!(printed(trace), "2\n");
        let shown = |line: u32| {
            let here = |step: &&Step| step.site.and_then(|site| trace.site(site)).is_some_and(|site| site.position.line == line);
            let at = trace.steps().iter().position(|step| matches!(step.event, Event::Statement { .. }) && here(&step)).unwrap();
            let snapshot = trace.snapshot(StepId(u32::try_from(at).unwrap()));
            let variables = snapshot.stack.last().unwrap().variables.clone();
            let this = variables.iter().find(|variable| trace.text(variable.name) == "this").copied();
            this.map(|this| this.value.map_or_else(|| "not yet".to_owned(), |value| trace.value(value).unwrap().text.to_string()))
        };
        assert_eq!(shown(5), Some("not yet".to_owned()));
        assert_eq!(shown(6), Some("Derived { a: 1 }".to_owned()));
        assert_eq!(shown(9), Some("Derived { a: 1, b: 0 }".to_owned()));
        assert_eq!((shown(13), shown(14)), (None, None));
    });
}

/// A character stands at the write of its last byte, in each stream apart; what never becomes one is U+FFFD once the program is over.
#[test]
fn a_character_that_two_writes_split_is_one() {
    const SPLIT: &str =
        "const out = (...bytes) => process.stdout.write(Buffer.from(bytes)), err = (...bytes) => process.stderr.write(Buffer.from(bytes));
        out(0xc3); err(0xe2, 0x82); out(0xa9, 10); err(0xac); out(0xff, 0x61); err(0xf0, 0x9f);";
    recorded(&[("main.js", SPLIT)], |trace| {
        let outputs = |stream| {
            let text = |step: &Step| match step.event {
                Event::Output { stream: to, text } if to == stream => Some(trace.text(text).to_owned()),
                _ => None,
            };
            trace.steps().iter().filter_map(text).collect::<Vec<_>>()
        };
        assert_eq!(outputs(OutputStream::Stdout), ["", "é\n", "\u{fffd}a"]);
        assert_eq!(outputs(OutputStream::Stderr), ["", "€", "", "\u{fffd}"]);
        let ends = trace.steps().iter().rev().take(2).map(|step| &step.event).collect::<Vec<_>>();
        assert!(matches!(ends[..], [Event::Exited { .. }, Event::Output { stream: OutputStream::Stderr, .. }]));
    });
}
