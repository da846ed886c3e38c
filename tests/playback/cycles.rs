//! What repeats itself is found, and folded on the timeline.

use player::{Cycle, Folding, Player, cycles};
use trace::*;

use super::recorder::Recorder;

const TEXT: &str = "begin();\nouter();\ninner();\nother();\nend();\n";

/// Writes the statements of a text by their numbers.
fn run(statements: impl Iterator<Item = usize>) -> Trace {
    let mut r = Recorder::new(TEXT);
    let sites: Vec<SiteId> = TEXT.lines().map(|line| r.site(SiteKind::Statement, line)).collect();
    for statement in statements {
        r.step(Some(sites[statement]), Event::Statement { changes: Box::default() });
    }
    r.finish()
}

fn told(trace: &Trace) -> Vec<(u32, u32, usize)> {
    cycles(trace).iter().map(|cycle| (cycle.starts[0], cycle.starts[cycle.times()], cycle.times())).collect()
}

#[test]
fn the_same_again_and_again_is_one_cycle() {
    let pair = (0..500).flat_map(|_| [1, 2]);
    assert_eq!(told(&run([0].into_iter().chain(pair).chain([4]))), [(1, 1_001, 500)]);
}

#[test]
fn loops_within_a_loop_belong_to_it() {
    // The inner loop runs three to five times.
    let outer = (0..200).flat_map(|time| [1].into_iter().chain(std::iter::repeat_n(2, 3 + time % 3)).chain([3]));
    let found = told(&run([0].into_iter().chain(outer).chain([4])));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].2, 200);
    // Twice an outer loop is no cycle; its inner one is.
    let twice = (0..2).flat_map(|_| [1].into_iter().chain((0..400).map(|_| 2)).chain([3]));
    assert_eq!(told(&run(twice)), [(1, 401, 400), (403, 803, 400)]);
}

#[test]
fn what_is_short_or_never_the_same_is_left_alone() {
    assert_eq!(told(&run((0..40).flat_map(|_| [1, 2]))), []);
    let mut state = 1u32;
    let mixed = std::iter::repeat_with(move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::from(u8::try_from(state >> 24).unwrap() % 5)
    });
    assert_eq!(told(&run(mixed.take(3_000))), []);
    assert_eq!(told(&Trace::new()), []);
}

#[test]
fn steps_and_columns_lead_to_each_other() {
    let starts = |from: u32, each: u32, times: u32| Cycle { starts: (0..=times).map(|time| from + time * each).collect() };
    let cycles = [starts(10, 10, 100), starts(1_200, 2, 200)];
    let folding = Folding::new(2_000, cycles.iter());
    assert!(folding.columns() < 900, "{}", folding.columns());
    assert_eq!(folding.folds().iter().map(|fold| fold.times).collect::<Vec<_>>(), [97, 197]);
    let columns: Vec<u32> = (0..2_000).map(|step| folding.column(step)).collect();
    assert!(columns.is_sorted(), "ascending");
    assert_eq!(columns.last(), Some(&(folding.columns() - 1)));
    for column in 0..folding.columns() {
        let step = folding.step(column);
        assert!(folding.column(step.0).abs_diff(column) <= 1, "column {column} is step {}", step.0);
        let in_fold = folding.folds().iter().any(|fold| (fold.from..fold.to).contains(&column));
        assert!(in_fold || folding.column(step.0) == column, "column {column}, no fold");
    }
    // Nothing folded: a step is a column.
    let plain = Folding::new(2_000, [].iter());
    assert!((0..2_000).all(|step| plain.column(step) == step && plain.step(step) == StepId(step)));
}

#[test]
fn folded_lanes_keep_what_is_outside() {
    let mut r = Recorder::new(TEXT);
    let site = r.site(SiteKind::Statement, "inner();");
    for _ in 0..300 {
        let task = r.enqueue(None, Queue::Microtask, "again", None);
        r.step(None, Event::TaskBegun { task });
        r.step(Some(site), Event::Statement { changes: Box::default() });
        r.step(None, Event::TaskEnded { task });
    }
    let player = Player::new(r.finish().into());
    let cycles = cycles(player.trace());
    assert_eq!(cycles.iter().map(Cycle::times).collect::<Vec<_>>(), [300]);
    let placed = Folding::new(player.lanes().steps, cycles.iter()).place(player.lanes());
    assert_eq!(placed.lanes[1].stretches.len(), 3, "two times before the fold, one behind it");
    assert!(placed.lanes.iter().flat_map(|lane| &lane.stretches).all(|stretch| stretch.from < stretch.to && stretch.to <= placed.steps));
}
