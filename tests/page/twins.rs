//! Two runs side by side: where they part, in which words, and where one stands when the other stands at a step.

use std::rc::Rc;

use node_lifecycle::player::{Lanes, Side, Twin, comparison, sentence_text};
use node_lifecycle::trace::*;
use proptest::prelude::*;

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
        Does::Nothing(count) => {
            for iteration in 0..count {
                r.quiet(&[Phase::Idle, Phase::Prepare], iteration);
            }
        }
        Does::Wait(time) => r.wait_until(r.now() + time),
    }
}

fn race(r: &mut Recorder, timer_first: bool, asked: Option<u16>) {
    let site = r.call("setTimeout(() => console.log(\"timeout\"), 0)", &[]);
    let timeout = r.enqueue(Some(site), Queue::Timer, "timeout callback, line 7", Some(1_000_000));
    r.returned(site, ValueKind::Object, "Timeout {…}");
    let site = r.call("setImmediate(() => console.log(\"immediate\"))", &[]);
    let immediate = r.enqueue(Some(site), Queue::Immediate, "immediate callback, line 8", None);
    r.returned(site, ValueKind::Object, "Immediate {…}");
    for taken in asked {
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
    sentence_text(&comparison(twin, ["Node 24", "Node 20"]))
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
    assert_eq!(words(&twin), "Both print the same, in the same order, and every line and callback runs in the same order: they part nowhere.");
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
    assert_eq!(words(&chance), [expected, " Real Node may go either way here, under either version."].concat());
}

#[test]
fn what_is_printed_otherwise_is_quoted() {
    let twin = twin(&[Does::Version("v24"), Does::Write(true)], &[Does::Version("v20"), Does::Write(true)]);
    assert_eq!(words(&twin), "Both reach line 9; then Node 24 prints “v24” on line 9, Node 20 prints “v20” on line 9.");
    assert_eq!(printed(&twin), [["v24", "v20"], ["room", "room"]]);
    assert!(twin.prints_alike([Some(1), Some(1)]));
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
fn columns_go_by_virtual_time() {
    let twin = twin(&[Does::Version("v24"), Does::Write(true)], &[Does::Wait(60_000), Does::Version("v20"), Does::Write(true)]);
    let axis = twin.axis();
    let steps = Side::BOTH.map(|side| twin.trace(side).steps().len());
    assert_eq!(axis.len() as usize, steps[0] + steps[1]);
    assert!((1..axis.len()).all(|column| axis.time(column - 1) <= axis.time(column)));
    for side in Side::BOTH {
        for (step, recorded) in (0u32..).zip(twin.trace(side).steps()) {
            let column = axis.column(side.index(), StepId(step));
            assert_eq!(axis.time(column), recorded.at);
            assert_eq!(axis.step(side.index(), column), StepId(step));
        }
        assert_eq!(twin.lanes(side).steps, axis.len());
    }
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
        prop_assert_eq!(twin(&a, &a).parted(), None);
    }
}
