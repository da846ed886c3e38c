//! Two runs side by side: where they part, in which words, and where one stands when the other stands at a step.

use std::rc::Rc;

use player::{Lanes, RunName, Side, Twin, comparison, sentence_text};
use proptest::prelude::*;
use trace::*;

use super::recorder::Recorder;

const SOURCE: &str = r#"const room = pipe.write(text);
if (room) {
  console.log("room");
} else {
  console.log("full");
}
setTimeout(() => console.log("timeout"), 0);
setImmediate(() => console.log("immediate"));
console.log(version);
"#;

const VERSION: &str = "console.log(version)";

/// What a run does after its main script has begun.
#[derive(Clone, Copy, Debug)]
enum Does {
    /// `pipe.write` returns this; the branch that follows prints.
    Write(bool),
    /// Both callbacks are scheduled, and one runs before the other.
    Race {
        timer_first: bool,
        asked: Option<u16>,
    },
    Version(&'static str),
    /// Node ends the process over an error, and says so.
    Crash(&'static str),
    /// A function of Node's own, as the program's immediate or not.
    Own {
        named: bool,
    },
    /// Something of Node's own that nobody can observe.
    Nothing(u32),
    /// Time goes by.
    Wait(u64),
}

fn run(doings: &[Does]) -> Rc<Trace> {
    let mut r = Recorder::new(SOURCE);
    let main = r.enqueue(None, Queue::Main, "main script", None);
    r.step(None, Event::TaskBegun { task: main });
    for one in doings {
        act(&mut r, *one);
    }
    r.step(None, Event::TaskEnded { task: main });
    r.step(None, Event::Exited { code: 0, ending: Ending::Natural });
    r.finish().into()
}

fn act(r: &mut Recorder, does: Does) {
    match does {
        Does::Write(room) => {
            r.statement("const room = pipe.write(text);", &[]);
            let site = r.call("pipe.write(text)", &[]);
            r.returned(site, ValueKind::Boolean, &room.to_string());
            let text = if room { "room" } else { "full" };
            let line = format!("console.log(\"{text}\")");
            r.statement(&line, &[]);
            r.print(&line, text);
        }
        Does::Race { timer_first, asked } => race(r, timer_first, asked),
        Does::Version(text) => {
            r.statement(VERSION, &[]);
            r.print(VERSION, text);
        }
        Does::Crash(text) => {
            let value = r.value(ValueKind::Error, "Error: no");
            r.step(None, Event::Uncaught { value, handled: false });
            let text = r.text(text);
            r.step(None, Event::Output { stream: OutputStream::Stderr, text });
        }
        Does::Own { named } => own(r, named),
        Does::Nothing(count) => {
            for iteration in 0..count {
                r.quiet(&[Phase::Idle, Phase::Prepare], iteration);
            }
        }
        Does::Wait(time) => r.wait_until(r.now() + time),
    }
}

/// What it is called is a matter of the version.
fn own(r: &mut Recorder, named: bool) {
    let task = r.enqueue(None, Queue::Immediate, "immediate callback, line 8", None);
    let label = r.text(if named { "immediate callback, line 8" } else { "bound onwrite (Node's own)" });
    r.step(None, Event::TaskEnqueued { task, queue: Queue::Immediate, label, library: true, due: None });
    r.phase(Phase::Check, 1, |r| {
        r.step(None, Event::TaskBegun { task });
        r.step(None, Event::TaskEnded { task });
    });
}

fn race(r: &mut Recorder, timer_first: bool, asked: Option<u16>) {
    let site = r.call("setTimeout(() => console.log(\"timeout\"), 0)", &[]);
    let timeout = r.enqueue(Some(site), Queue::Timer, "timeout callback, line 7", Some(1_000_000));
    r.returned(site, ValueKind::Object, "Timeout {…}");
    let site = r.call("setImmediate(() => console.log(\"immediate\"))", &[]);
    let immediate = r.enqueue(Some(site), Queue::Immediate, "immediate callback, line 8", None);
    r.returned(site, ValueKind::Object, "Immediate {…}");
    if let Some(taken) = asked {
        r.step(None, Event::Chosen { kind: ChoiceKind::TimerExpired, taken, options: 2 });
    }
    let timers = |r: &mut Recorder| r.phase(Phase::Timers, 1, |r| r.callback(timeout, "timeout callback", "console.log(\"timeout\")", "timeout"));
    let check =
        |r: &mut Recorder| r.phase(Phase::Check, 1, |r| r.callback(immediate, "immediate callback", "console.log(\"immediate\")", "immediate"));
    if timer_first {
        timers(r);
        check(r);
    } else {
        check(r);
        timers(r);
    }
}

fn twin(a: &[Does], b: &[Does]) -> Twin {
    let traces = [run(a), run(b)];
    let lanes = traces.each_ref().map(|trace| Lanes::new(trace));
    Twin::new(traces, lanes.each_ref())
}

fn words(twin: &Twin) -> String {
    sentence_text(&comparison(twin, &[Profile::Node24, Profile::Node20].map(RunName::of)))
}

fn printed(twin: &Twin) -> Vec<[String; 2]> {
    let text = |side: Side, place: Option<usize>| {
        let trace = twin.trace(side);
        place.map_or(String::new(), |place| trace.text(trace.console()[place].text).trim_end().to_owned())
    };
    twin.console().into_iter().map(|[a, b]| [text(Side::A, a), text(Side::B, b)]).collect()
}

#[test]
fn the_same_program_parts_nowhere_whatever_node_does_in_between() {
    let twin = twin(&[Does::Write(true)], &[Does::Nothing(3), Does::Wait(1_000_000), Does::Write(true)]);
    assert_eq!(twin.parted(), None);
    assert!(twin.prints_the_same());
    assert_eq!(words(&twin), "Both print the same, in the same order. Every line and callback runs in the same order, too: they part nowhere.");
}

#[test]
fn a_value_that_came_out_otherwise_is_named() {
    let twin = twin(&[Does::Write(true)], &[Does::Write(false)]);
    assert_eq!(
        words(&twin),
        "Both reach line 1; then Node 24 reaches line 3, Node 20 reaches line 5. Before that, pipe.write on line 1 returned true under Node 24, false under Node 20."
    );
    assert_eq!(printed(&twin), [["room", "full"]]);
    assert!(!twin.prints_alike([Some(0), Some(0)]));
}

#[test]
fn another_order_of_callbacks_is_a_parting() {
    let race = |timer_first, asked| [Does::Race { timer_first, asked }];
    let other = twin(&race(false, None), &race(true, None));
    let expected = "Both start the main script; then Node 24 runs the immediate callback of line 8, Node 20 runs the timeout callback of line 7.";
    assert_eq!(words(&other), expected);
    assert_eq!(printed(&other), [["immediate", ""], ["timeout", "timeout"], ["", "immediate"]]);
    let chance = twin(&race(false, Some(0)), &race(true, Some(1)));
    assert_eq!(words(&chance), [expected, " Real Node may go either way here."].concat());
}

#[test]
fn what_is_printed_otherwise_is_quoted() {
    let twin = twin(&[Does::Version("v24"), Does::Write(true)], &[Does::Version("v20"), Does::Write(true)]);
    assert_eq!(words(&twin), "Both reach line 9; then Node 24 prints “v24” on line 9, Node 20 prints “v20” on line 9.");
    assert_eq!(printed(&twin), [["v24", "v20"], ["room", "room"]]);
    assert!(twin.prints_alike([Some(1), Some(1)]));
}

#[test]
fn what_node_says_of_itself_is_not_compared() {
    let farewell = |line: u32, major: u32| -> &'static str {
        let text =
            format!("main.js:2\nError: no\n    at main.js:2:1\n    at load (node:internal/modules/cjs/loader:{line}:12)\n\nNode.js v{major}.1.0\n");
        Box::leak(text.into_boxed_str())
    };
    let same = twin(&[Does::Crash(farewell(1803, 24))], &[Does::Crash(farewell(1521, 20))]);
    assert_eq!(same.parted(), None);
    assert!(same.prints_the_same() && !same.prints_to_the_letter());
    assert_eq!(
        words(&same),
        "Both print the same, in the same order, but for what Node says of itself under an error. Every line and callback runs in the same order, too: they part nowhere."
    );
    // A program that prints its version itself is another matter.
    assert!(twin(&[Does::Version("Node.js v24")], &[Does::Version("Node.js v20")]).parted().is_some());
}

#[test]
fn a_function_of_nodes_own_is_not_compared() {
    assert_eq!(twin(&[Does::Own { named: true }], &[Does::Own { named: false }]).parted(), None);
    assert_eq!(twin(&[Does::Own { named: true }], &[]).parted(), None);
}

#[test]
fn long_texts_are_quoted_where_they_differ() {
    let twin = twin(&[Does::Version("the version that runs this program is 24")], &[Does::Version("the version that runs this program is 20")]);
    assert_eq!(words(&twin), "Both reach line 9; then Node 24 prints “…program is 24” on line 9, Node 20 prints “…program is 20” on line 9.");
}

#[test]
fn two_programs_are_compared_by_their_callbacks_and_output() {
    let program = |source: &str, text: &str| {
        let mut r = Recorder::new(source);
        r.statement(VERSION, &[]);
        r.print(VERSION, text);
        Rc::new(r.finish())
    };
    let twin = |texts: [&str; 2]| {
        let traces = [program(SOURCE, texts[0]), program(&["// Another.\n", SOURCE].concat(), texts[1])];
        let lanes = traces.each_ref().map(|trace| Lanes::new(trace));
        Twin::new(traces, lanes.each_ref())
    };
    assert_eq!(twin(["same", "same"]).parted(), None);
    assert!(words(&twin(["one", "two"])).contains("Node 24 prints “one” on line 9, Node 20 prints “two” on line 10."));
}

#[test]
fn both_stand_together() {
    let twin = twin(&[Does::Version("v24"), Does::Write(true)], &[Does::Nothing(4), Does::Version("v20"), Does::Wait(5_000_000), Does::Write(true)]);
    let [a, b] = Side::BOTH.map(|side| twin.parting_step(side).unwrap());
    assert_eq!(twin.follow(Side::A, a), b);
    assert_eq!(twin.follow(Side::B, b), a);
    // After it they meet again: at the line that both print.
    let [a, b] = Side::BOTH.map(|side| twin.trace(side).console()[1].step);
    assert_eq!(twin.follow(Side::A, a), b);
    // In between, at the same virtual time, but never past what both do.
    assert!(twin.follow(Side::A, StepId(a.0 - 1)) < b);
}

#[test]
fn what_both_do_stands_in_one_column() {
    let twin = twin(&[Does::Version("v24"), Does::Write(true)], &[Does::Wait(60_000), Does::Nothing(2), Does::Version("v20"), Does::Write(true)]);
    let axis = twin.axis();
    let columns = |step: fn(&Twin, Side) -> StepId| Side::BOTH.map(|side| axis.column(side.index(), step(&twin, side)));
    for [a, b] in [columns(|twin, side| twin.parting_step(side).unwrap()), columns(|twin, side| twin.trace(side).console()[1].step)] {
        assert_eq!(a, b);
    }
    for side in Side::BOTH {
        let steps = (0..twin.trace(side).steps().len()).map(|step| StepId(u32::try_from(step).unwrap()));
        assert!(steps.clone().all(|step| axis.step(side.index(), axis.column(side.index(), step)) == step));
        assert_eq!(twin.lanes(side).steps, axis.len());
        assert!((1..axis.len()).all(|column| twin.time(side, column - 1) <= twin.time(side, column)));
    }
    assert_eq!(axis.len() as usize, twin.trace(Side::B).steps().len(), "the first run does nothing that the second does not do");
}

fn doings() -> impl Strategy<Value = Vec<Does>> {
    let one = prop_oneof![
        any::<bool>().prop_map(Does::Write),
        any::<bool>().prop_map(|timer_first| Does::Race { timer_first, asked: None }),
        prop::sample::select(&["v20", "v24"][..]).prop_map(Does::Version),
        (1u32..5).prop_map(Does::Nothing),
        (1u64..2_000_000).prop_map(Does::Wait),
    ];
    prop::collection::vec(one, 0..6)
}

proptest! {
    #[test]
    fn whoever_goes_on_the_other_does_not_go_back(a in doings(), b in doings()) {
        let twin = twin(&a, &b);
        for side in Side::BOTH {
            let steps = (0..twin.trace(side).steps().len()).map(|step| StepId(u32::try_from(step).unwrap()));
            let followed: Vec<StepId> = steps.map(|step| twin.follow(side, step)).collect();
            prop_assert!(followed.windows(2).all(|pair| pair[0] <= pair[1]));
            prop_assert!(followed.iter().all(|step| step.index() < twin.trace(side.other()).steps().len()));
        }
    }

    #[test]
    fn every_line_stands_in_one_row(a in doings(), b in doings()) {
        let twin = twin(&a, &b);
        for side in Side::BOTH {
            let places: Vec<usize> = twin.console().iter().filter_map(|row| row[side.index()]).collect();
            prop_assert_eq!(places, (0..twin.trace(side).console().len()).collect::<Vec<_>>());
        }
        prop_assert_eq!(twin.prints_the_same(), twin.console().into_iter().all(|row| twin.prints_alike(row)));
    }

    #[test]
    fn what_is_the_same_parts_nowhere(a in doings()) {
        let same = twin(&a, &a);
        prop_assert_eq!(same.parted(), None);
    }
}
