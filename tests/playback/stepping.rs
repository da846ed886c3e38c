//! The cursor: units, playing, breakpoints, and that a place does not depend on the way to it.

use std::rc::Rc;

use player::{LaneKind, Player, Role, Speed, Unit, dwell};
use proptest::prelude::*;
use scene::{View, scene};
use trace::{Event, ScriptId, StepId, Trace};

use super::reference_run::reference_run;

fn player() -> Player {
    Player::new(reference_run().into())
}

fn line(player: &Player) -> u32 {
    player.focus().map_or(0, |focus| focus.from.line)
}

#[test]
fn lines_follow_the_program() {
    let mut player = player();
    let mut lines = Vec::new();
    for _ in 0..12 {
        player.forward(Unit::Line);
        lines.push(line(&player));
    }
    assert_eq!(lines, [1, 2, 4, 6, 7, 9, 12, 16, 19, 20, 19, 17]);
    for expected in [19, 20, 19, 16, 12] {
        player.back(Unit::Line);
        assert_eq!(line(&player), expected);
    }
}

#[test]
fn callbacks_are_one_stop_each() {
    let mut player = player();
    let mut roles = Vec::new();
    while !player.is_at_end() {
        roles.push(player.caption().role);
        player.forward(Unit::Callback);
    }
    use Role::*;
    assert_eq!(roles, [Main, Main, Tick, Micro, Micro, Check, Timer, Poll, Poll]);
}

#[test]
fn phases_stop_at_each_phase() {
    let mut player = player();
    player.forward(Unit::Phase);
    assert!(matches!(player.trace().step(player.step()).map(|step| &step.event), Some(Event::PhaseEntered { iteration: 0, .. })));
    let first = player.step();
    player.forward(Unit::Phase);
    player.back(Unit::Phase);
    assert_eq!(player.step(), first);
}

#[test]
fn every_unit_reaches_both_ends() {
    for unit in Unit::ALL {
        let mut player = player();
        for _ in 0..300 {
            player.forward(unit);
        }
        assert!(player.is_at_end(), "{unit:?}");
        for _ in 0..300 {
            player.back(unit);
        }
        assert_eq!(player.step(), StepId(0), "{unit:?}");
    }
}

#[test]
fn playing_stops_only_where_there_is_something_to_see() {
    let mut player = player();
    player.play();
    let mut stops = 0;
    while player.is_playing() {
        player.advance();
        stops += 1;
        assert!(player.is_at_end() || dwell(player.trace(), player.step()) > 0);
    }
    assert!(player.is_at_end());
    assert!((80..180).contains(&stops), "{stops}");
    player.set_speed(Speed::Eight);
    assert_eq!(player.dwell(), 200);
}

#[test]
fn playing_pauses_at_a_breakpoint() {
    let mut player = player();
    player.toggle_breakpoint(ScriptId(0), 12);
    player.play();
    while player.is_playing() {
        player.advance();
    }
    assert_eq!(line(&player), 12);
    player.toggle_breakpoint(ScriptId(0), 12);
    assert!(player.breakpoints().is_empty());
}

#[test]
fn the_gutter_shows_what_is_outstanding() {
    let mut player = player();
    player.seek(StepId(50));
    let marks: Vec<_> = player.gutter().iter().map(|mark| (mark.line, mark.role, mark.outstanding)).collect();
    use Role::*;
    assert_eq!(marks, [(6, Timer, 1), (7, Check, 1), (9, Pool, 1), (12, Pool, 1), (17, Micro, 1), (19, Tick, 1)]);
    player.end();
    assert_eq!(player.gutter(), []);
}

#[test]
fn lanes_tell_the_run() {
    let player = player();
    let labels = |kind| {
        let lane = player.lanes().lanes.iter().find(|lane| lane.kind == kind).map(|lane| lane.stretches.iter());
        lane.into_iter().flatten().map(|stretch| stretch.label.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(labels(LaneKind::Main), ["main script", "immediate L7", "timeout L6", "fs.readFile L9", "pbkdf2 L12"]);
    assert_eq!(labels(LaneKind::Ticks), ["nextTick L19", "then L17", "then L18"]);
    assert_eq!(labels(LaneKind::Pool), ["fs.open", "pbkdf2", "fs.fstat", "fs.read", "fs.close"]);
    assert_eq!(labels(LaneKind::Kernel).len(), 0);
    assert_eq!(player.lanes().console.len(), player.trace().console().len());
}

#[test]
fn an_empty_trace_is_no_trouble() {
    let mut player = Player::new(Rc::new(Trace::new()));
    for unit in Unit::ALL {
        player.forward(unit);
        player.back(unit);
    }
    player.play();
    player.advance();
    assert!(!player.is_playing());
    assert!(player.focus().is_none() && player.gutter().is_empty());
    assert!(!player.caption().sentence.is_empty());
    let _ = scene(player.trace(), player.snapshot(), View::Whole, 988.0, 676.0);
}

proptest! {
    /// Whichever way one came to a step, the picture and the words are the same.
    #[test]
    fn a_place_does_not_depend_on_the_way(ways in prop::collection::vec((0u32..206, any::<bool>(), 0usize..4), 1..20)) {
        let mut walker = player();
        for (jump, forward, unit) in ways {
            walker.seek(StepId(jump));
            if forward { walker.forward(Unit::ALL[unit]) } else { walker.back(Unit::ALL[unit]) }
            let mut straight = player();
            straight.seek(walker.step());
            prop_assert_eq!(walker.snapshot(), straight.snapshot());
            prop_assert_eq!(walker.caption(), straight.caption());
            for view in [View::Whole, View::Loop, View::V8, View::Pool] {
                let draw = |player: &Player| scene(player.trace(), player.snapshot(), view, 988.0, 676.0);
                prop_assert_eq!(draw(&walker), draw(&straight));
            }
        }
    }
}
