//! The machine under a toy Node: the orders of docs/node-semantics.md, the ways that choices open, and what holds whatever a program does.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::toy_node::{Act, Program, ToyNode, all_said, may_say, program, said, say};
use super::{Config, Turn};
use trace::{Event, Phase, PoolWork, Profile, RequestId, Wake};

const STAT: u64 = 4_000;
const HASH: u64 = 28_000_000;

fn timeout(ms: u64, text: &'static str) -> Act {
    Act::Timeout(ms, say(text))
}

fn immediate(text: &'static str) -> Act {
    Act::Immediate(say(text))
}

fn stat(text: &'static str) -> Act {
    Act::Jobs(1, PoolWork::FastIo, STAT, say(text))
}

/// `fs.readFile`: four jobs (N38).
fn read_file(text: &'static str) -> Act {
    Act::Jobs(4, PoolWork::FastIo, STAT, say(text))
}

fn hash(text: &'static str) -> Act {
    Act::Jobs(1, PoolWork::Cpu, HASH, say(text))
}

fn cases() -> Vec<(&'static str, Vec<Act>, &'static str)> {
    use Act::{Busy, Close, Immediate, Timeout, UnrefTimeout, Wake};
    vec![
        ("D1: immediates come before a timer of 1 ms after a short script", vec![timeout(1, "T"), immediate("I")], "I T"),
        ("a main script of more than a millisecond", vec![timeout(1, "T"), immediate("I"), Busy(2)], "T I"),
        ("N9: a due unref'd timer fires after the last check", vec![UnrefTimeout(1, say("T")), Immediate(program([Act::Say("I"), Busy(2)]))], "I T"),
        ("N26: an unref'd timer keeps nothing alive", vec![UnrefTimeout(20, say("T")), immediate("I")], "I"),
        ("N26: but one that is due when the last check is over still fires", vec![UnrefTimeout(1, say("T")), immediate("I")], "I T"),
        (
            "N27: an immediate of an immediate waits for the next iteration",
            vec![Immediate(program([Act::Say("1"), immediate("3")])), immediate("2")],
            "1 2 3",
        ),
        (
            "N28: from a poll callback, immediate first",
            vec![Act::Jobs(1, PoolWork::FastIo, STAT, program([timeout(1, "T"), immediate("I"), Busy(2)]))],
            "I T",
        ),
        ("N28: from a timer, immediate first", vec![Timeout(1, program([timeout(1, "T"), immediate("I"), Busy(3)]))], "I T"),
        ("N21: now is frozen for the pass", vec![Timeout(10, program([Act::Say("A"), immediate("I"), Busy(30)])), timeout(30, "C")], "A I C"),
        (
            "N22: a list is drained before the next is looked at",
            vec![timeout(10, "A"), Busy(3), timeout(9, "B"), timeout(10, "C"), Busy(20)],
            "A C B",
        ),
        ("N23: by expiry, not by call", vec![timeout(20, "B"), timeout(10, "A"), Busy(30)], "A B"),
        (
            "N15: close callbacks run last closed first, after check",
            vec![Close(say("c0")), Close(say("c1")), Close(say("c2")), immediate("I")],
            "I c2 c1 c0",
        ),
        ("N15: what is closed while closing waits", vec![Close(program([Act::Say("c0"), immediate("I"), Close(say("c1"))]))], "c0 I c1"),
        ("N12: finished pool work comes before messages; both before immediates", vec![immediate("I"), Wake(say("M")), stat("S")], "S M I"),
        ("N12: wake-ups in order of opening", vec![Wake(say("1")), Wake(say("2"))], "1 2"),
        ("N38: four jobs need four polls", vec![read_file("R"), Immediate(program([Act::Say("1"), immediate("2")]))], "1 2 R"),
        ("D4: a job of one poll comes before the immediates by our durations", vec![stat("S"), immediate("I")], "S I"),
        ("a poll waits for what comes first", vec![timeout(100, "T"), hash("H"), timeout(10, "t")], "t H T"),
        ("N36: the fifth hash waits for a worker", vec![hash("1"), hash("2"), hash("3"), hash("4"), stat("5")], "1 2 3 4 5"),
    ]
}

#[test]
fn orders_of_node() {
    for (rule, main, expected) in cases() {
        assert_eq!(said(&program(main)), expected, "{rule}");
    }
}

#[test]
fn ways_that_real_node_may_go() {
    let tick = |text| Act::Jobs(1, PoolWork::FastIo, STAT, say(text));
    let cases: Vec<(&str, Vec<Act>, &[&str])> = vec![
        ("D1", vec![timeout(1, "T"), immediate("I")], &["I T", "T I"]),
        (
            "D1: the split is a prefix",
            vec![timeout(1, "1"), timeout(1, "2"), timeout(1, "3"), immediate("I")],
            &["1 2 3 I", "1 2 I 3", "1 I 2 3", "I 1 2 3"],
        ),
        ("a long main script decides", vec![timeout(1, "T"), immediate("I"), Act::Busy(2)], &["T I"]),
        ("estimated work does not", vec![timeout(1, "T"), immediate("I"), Act::Work(1_500_000)], &["I T", "T I"]),
        ("a timer of 10 ms is no rival of an immediate", vec![timeout(10, "T"), immediate("I")], &["I T"]),
        ("D2: near ties", vec![timeout(2, "2"), timeout(1, "1")], &["1 2", "2 1"]),
        ("no tie", vec![timeout(20, "2"), timeout(10, "1")], &["1 2"]),
        ("D3: jobs side by side", vec![tick("a"), tick("b"), tick("c")], &["a b c", "a c b", "b a c", "b c a", "c a b", "c b a"]),
        ("D3: files read side by side", vec![read_file("a"), read_file("b")], &["a b", "b a"]),
        ("no race between a hash and a stat", vec![hash("h"), tick("s")], &["s h"]),
        ("D4: one job", vec![tick("S"), immediate("I")], &["I S", "S I"]),
        ("D4: four jobs are always after the first immediate", vec![read_file("R"), immediate("I")], &["I R"]),
        ("D4: against a timer", vec![read_file("R"), timeout(1, "T")], &["R T", "T R"]),
        ("a hash against a timer of about its length", vec![hash("H"), timeout(30, "T")], &["H T", "T H"]),
        ("and of another", vec![hash("H"), timeout(100, "T")], &["H T"]),
        ("immediates alone are certain", vec![immediate("1"), immediate("2")], &["1 2"]),
        (
            "the loop may wake for one of two results",
            vec![Act::Jobs(1, PoolWork::Cpu, HASH, program([Act::Say("a"), immediate("i")])), hash("b")],
            &["a b i", "a i b", "b a i"],
        ),
    ];
    for (rule, main, expected) in cases {
        let all = all_said(&program(main));
        let outcomes: Vec<&str> = all.outcomes().keys().map(String::as_str).collect();
        assert_eq!(outcomes, expected, "{rule}");
        assert!(all.is_complete() && all.runs() < 200, "{rule}: {} runs", all.runs());
    }
}

/// Each was said by real Node 24.21.0 (with `console.log`, `fs.stat`, `fs.readFile`) on two cores with more to do, and is outside the narrow set.
#[test]
fn what_a_busy_computer_does_is_found() {
    use Act::{Busy, Immediate, Jobs, Say, Timeout, Work};
    let stat_then = |then: Vec<Act>| Jobs(1, PoolWork::FastIo, STAT, program(then));
    let read_then = |then: Vec<Act>| Jobs(4, PoolWork::FastIo, STAT, program(then));
    let cases = [
        (
            "a chain of reads overtakes",
            vec![
                Say("1"),
                read_then(vec![Say("2"), stat_then(vec![Say("3"), timeout(2, "4")])]),
                Immediate(program([Say("5"), read_then(vec![Say("6"), Busy(3)])])),
                Busy(6),
            ],
            "1 5 2 6 3 4",
        ),
        (
            "a worker's thread takes its time",
            vec![
                Say("1"),
                stat_then(vec![Say("2"), stat_then(vec![Say("3"), stat("4")])]),
                Work(200_000),
                Immediate(program([Say("5"), Immediate(program([Say("6"), immediate("7")])), Work(200_000)])),
            ],
            "1 5 2 6 3 7 4",
        ),
        (
            "a late pass finds two lists due",
            vec![
                Say("1"),
                Timeout(1, program([Say("2"), stat_then(vec![Say("3"), immediate("4")])])),
                Timeout(2, program([Say("5"), stat_then(vec![Say("6")])])),
                immediate("7"),
            ],
            "1 7 2 5 3 6 4",
        ),
    ];
    for (why, main, seen) in cases {
        assert!(may_say(&program(main), seen), "{why}");
    }
    assert!(!may_say(&program([Say("1"), immediate("2"), immediate("3")]), "1 3 2"), "what can't be is not found");
}

/// The main script's part of the story by phase: what a reader steps through.
#[test]
fn the_loop_is_told_phase_by_phase() {
    let node = ToyNode::run(Config::default(), &program([timeout(1, "T"), immediate("I"), timeout(20, "t")]));
    let told: Vec<String> = node.events.iter().map(|(_, event)| tell(event)).collect();
    let expected = [
        "? 0",
        "Timers 0",
        "? 0",
        "left",
        "Poll 1",
        "left",
        "Check 1",
        "left",
        "Timers 1",
        "left",
        "Poll 2",
        "blocked",
        "woke Timer",
        "left",
        "Check 2",
        "left",
        "Timers 2",
        "left",
    ];
    assert_eq!(told, expected);
}

fn tell(event: &Event) -> String {
    match event {
        Event::PhaseEntered { phase, iteration } => format!("{phase:?} {iteration}"),
        Event::PhaseLeft { .. } => "left".to_owned(),
        Event::PollBlocked { .. } => "blocked".to_owned(),
        Event::PollWoke { wake } => format!("woke {wake:?}"),
        Event::Chosen { taken, .. } => format!("? {taken}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn the_slow_lane_takes_half_the_workers() {
    let lookup = |_| Act::Jobs(1, PoolWork::SlowIo, 1_000_000, say("l"));
    let main = program((0..6).map(lookup).chain([stat("s"), stat("s")]));
    let node = ToyNode::run(Config::default(), &main);
    assert_eq!(node.said(), "s s l l l l l l");
    assert_eq!(most_running(&node.events), (4, 2));
}

#[test]
fn cancelling_works_while_queued() {
    let mut machine = super::Machine::new(Config { pool_size: 1, ..Config::default() });
    let job = |cost_ns| super::PoolRequest { label: Default::default(), work: PoolWork::Cpu, cost_ns, task: None };
    let (first, second) = (machine.submit(job(1_000_000)), machine.submit(job(1_000_000)));
    assert_eq!((machine.cancel(first), machine.cancel(second), machine.cancel(second)), (false, true, false));
    let mut delivered = Vec::new();
    loop {
        match machine.next_turn() {
            Turn::Deliver(request) => delivered.push(request),
            Turn::Idle => break,
            _ => {}
        }
    }
    assert_eq!(delivered, [second, first], "the cancelled one is done at once");
}

#[test]
fn waiting_for_nothing_is_said() {
    let mut machine = super::Machine::new(Config::default());
    machine.handle_open(super::HandleKind::Async);
    let turns: Vec<Turn> = std::iter::repeat_with(|| machine.next_turn()).take(1).collect();
    assert_eq!(turns, [Turn::Stalled]);
}

#[test]
fn virtual_time_has_an_end() {
    let config = Config { time_limit: 1_000_000_000, ..Config::default() };
    let node = ToyNode::run(config, &program([timeout(5_000, "T")]));
    assert_eq!((node.end, node.machine.now_ns()), (Some(Turn::Cut(trace::Limit::VirtualTime)), 1_000_000_000));
}

#[test]
fn uv_run_can_be_run_again() {
    let mut machine = super::Machine::new(Config::default());
    assert_eq!(machine.next_turn(), Turn::Idle);
    machine.timer_ref(true);
    machine.timer_start(1);
    assert!(machine.is_alive());
    let turns: Vec<Turn> = std::iter::repeat_with(|| machine.next_turn()).take(4).collect();
    assert_eq!(turns, [Turn::CheckImmediates, Turn::RunTimers, Turn::Idle, Turn::Idle]);
}

#[test]
fn before_libuv_1_48_a_timer_that_its_callback_makes_due_runs_in_the_same_phase() {
    let next_turn = |major| {
        let profile = Profile::of_major(major).expect("a profile of ours");
        let mut machine = super::Machine::new(Config::of(profile));
        machine.timer_ref(true);
        machine.timer_start(1);
        while machine.next_turn() != Turn::RunTimers {}
        machine.timer_start(1);
        machine.spend(2 * super::MS);
        machine.timer_read(false);
        machine.next_turn()
    };
    assert_eq!([24, 22, 20, 18].map(next_turn), [Turn::CheckImmediates, Turn::CheckImmediates, Turn::RunTimers, Turn::RunTimers]);
}

/// The most jobs, and the most slow jobs, that ran at once.
fn most_running(events: &[(u64, Event)]) -> (usize, usize) {
    let mut work = BTreeMap::new();
    let mut running = BTreeSet::new();
    let mut most = (0, 0);
    for (_, event) in events {
        match event {
            Event::PoolSubmitted { request, work: kind, .. } => drop(work.insert(*request, *kind)),
            Event::PoolStarted { request, .. } => drop(running.insert(*request)),
            Event::PoolFinished { request, .. } => drop(running.remove(request)),
            _ => {}
        }
        let slow = running.iter().filter(|request| work[request] == PoolWork::SlowIo).count();
        most = (most.0.max(running.len()), most.1.max(slow));
    }
    most
}

fn act() -> impl Strategy<Value = Act> {
    let leaf = prop_oneof![Just(Act::Say("x")), (0..3u64).prop_map(Act::Busy), (0..2_000_000u64).prop_map(Act::Work)];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let then = prop::collection::vec(inner, 0..4).prop_map(program);
        let work = prop_oneof![Just(PoolWork::FastIo), Just(PoolWork::Cpu), Just(PoolWork::SlowIo)];
        prop_oneof![
            (1..5u64, then.clone()).prop_map(|(ms, then)| Act::Timeout(ms, then)),
            (1..5u64, then.clone()).prop_map(|(ms, then)| Act::UnrefTimeout(ms, then)),
            then.clone().prop_map(Act::Immediate),
            (1..5u32, work, 1_000..3_000_000u64, then.clone()).prop_map(|(left, work, cost, then)| Act::Jobs(left, work, cost, then)),
            then.clone().prop_map(Act::Close),
            then.prop_map(Act::Wake),
        ]
    })
}

fn programs() -> impl Strategy<Value = Program> {
    prop::collection::vec(act(), 0..8).prop_map(program)
}

proptest! {
    #[test]
    fn what_holds_whatever_a_program_does(main in programs(), pool_size in 1..6u16, choices in prop::collection::vec(0..3u16, 0..40)) {
        let config = Config { pool_size, choices, ..Config::default() };
        let node = ToyNode::run(config.clone(), &main);
        prop_assert_eq!(node.end, Some(Turn::Idle));
        prop_assert!(node.events.is_sorted_by_key(|(at, _)| *at), "time never goes back");
        let (most, most_slow) = most_running(&node.events);
        prop_assert!(most <= usize::from(pool_size) && most_slow <= usize::from(pool_size).div_ceil(2));
        check_pool(&node.events)?;
        check_phases(&node.events)?;

        let taken = node.machine.choices_made().iter().map(|choice| choice.taken).collect();
        let again = ToyNode::run(Config { choices: taken, ..config }, &main);
        prop_assert_eq!(again.said(), node.said());
        prop_assert_eq!(again.events, node.events, "the choices made give the same run");
    }

    /// Whether anybody records makes no difference.
    #[test]
    fn not_recording_changes_nothing(main in programs()) {
        let quiet = ToyNode::run(Config { recording: false, ..Config::default() }, &main);
        let node = ToyNode::run(Config::default(), &main);
        prop_assert!(quiet.events.is_empty());
        prop_assert_eq!((quiet.said(), quiet.machine.now_ns()), (node.said(), node.machine.now_ns()));
    }
}

/// Each job is submitted, started, finished and delivered, once and in that order; quick jobs start in order of submission; results are delivered in order of completion.
fn check_pool(events: &[(u64, Event)]) -> Result<(), TestCaseError> {
    let (mut stages, mut slow) = (BTreeMap::<RequestId, u8>::new(), BTreeSet::new());
    let (mut last_started, mut finished) = (None, Vec::new());
    let mut delivered = Vec::new();
    for (_, event) in events {
        let (request, stage) = match event {
            Event::PoolSubmitted { request, work, .. } => {
                if *work == PoolWork::SlowIo {
                    slow.insert(*request);
                }
                (request, 0)
            }
            Event::PoolStarted { request, .. } => {
                if !slow.contains(request) {
                    prop_assert!(last_started < Some(*request), "first in, first out");
                    last_started = Some(*request);
                }
                (request, 1)
            }
            Event::PoolFinished { request, .. } => {
                finished.push(*request);
                (request, 2)
            }
            Event::PoolDelivered { request } => {
                delivered.push(*request);
                (request, 3)
            }
            _ => continue,
        };
        let before = stages.insert(*request, stage);
        prop_assert_eq!(before.map_or(0, |before| before + 1), stage);
    }
    prop_assert!(stages.values().all(|stage| *stage == 3));
    prop_assert_eq!(delivered, finished);
    Ok(())
}

/// Phases come in libuv's order, each left before the next is entered, and iterations count up.
fn check_phases(events: &[(u64, Event)]) -> Result<(), TestCaseError> {
    let mut inside = None;
    let mut last = None;
    for (_, event) in events {
        match event {
            Event::PhaseEntered { phase, iteration } => {
                prop_assert_eq!(inside, None);
                inside = Some(*phase);
                // The timers come at the end of their iteration.
                let place = (*iteration, if *phase == Phase::Timers { 9 } else { *phase as u8 });
                prop_assert!(last < Some(place), "{:?} after {:?}", place, last);
                last = Some(place);
            }
            Event::PhaseLeft { phase } => {
                prop_assert_eq!(inside, Some(*phase));
                inside = None;
            }
            Event::PollBlocked { .. } | Event::PollWoke { wake: Wake::Pool | Wake::Timer } => prop_assert_eq!(inside, Some(Phase::Poll)),
            _ => {}
        }
    }
    prop_assert_eq!(inside, None);
    Ok(())
}
