//! Scenes: identity, order and room, over whole runs and over more than fits.

use std::collections::BTreeMap;
use std::rc::Rc;

use scene::{Item, Scene, View, scene};
use trace::*;

use super::recorder::Recorder;
use super::reference_run::reference_run;

const VIEWS: [(View, f32, f32); 6] = [
    (View::Whole, 988.0, 676.0),
    (View::Whole, 820.0, 560.0),
    (View::Loop, 390.0, 330.0),
    (View::V8, 390.0, 330.0),
    (View::Pool, 390.0, 330.0),
    (View::Streams, 390.0, 330.0),
];

/// A run with more of everything than fits.
fn crowd() -> Trace {
    let mut r = Recorder::new("work();\n");
    let main = r.enqueue(None, Queue::Main, "main script", None);
    r.step(None, Event::TaskBegun { task: main });
    r.enter("main.js", FrameKind::Program, None);
    r.statement("work();", &[("counter", ValueKind::Number, "1"), ("text", ValueKind::String, "'a very long text that has to be cut somewhere'")]);
    let site = r.call("work()", &[]);
    for _ in 0..1_000 {
        r.enqueue(Some(site), Queue::NextTick, "work callback, line 1", None);
        r.enqueue(Some(site), Queue::Microtask, "resume `aNameThatIsMuchTooLongForAnyChip`, line 1", None);
        r.enqueue(Some(site), Queue::Immediate, "immediate callback, line 1", None);
        let due = r.now() + 2_000_000;
        r.enqueue(Some(site), Queue::Timer, "timeout callback, line 1", Some(due));
        r.enqueue(Some(site), Queue::Close, "close callback, line 1", None);
    }
    for request in 0..300u32 {
        let task = r.enqueue(Some(site), Queue::Poll, "stat callback, line 1", None);
        let label = r.text("fs.stat");
        r.step(Some(site), Event::PoolSubmitted { request: RequestId(request), label, work: PoolWork::FastIo, task: Some(task) });
        if request < 200 {
            let worker = WorkerId(u16::try_from(request % 128).unwrap());
            r.step(None, Event::PoolStarted { request: RequestId(request), worker, until: Nanos(r.now() + 1_000_000) });
            if request < 72 {
                r.step(None, Event::PoolFinished { request: RequestId(request), worker });
            }
        }
    }
    for module in 0..20u16 {
        let name = r.text("a-module-whose-name-is-much-too-long-for-its-row.mjs");
        r.step(None, Event::ModuleFound { module: ModuleId(module), name, requests: Box::default() });
        if module % 2 == 0 {
            r.step(None, Event::ModuleChanged { module: ModuleId(module), status: ModuleStatus::EvaluatingAsync });
        }
    }
    for _ in 0..30 {
        r.enter("descend", FrameKind::Program, Some(site));
    }
    r.finish()
}

fn scenes(trace: &Trace) -> impl Iterator<Item = (View, Scene)> + '_ {
    let last = trace.steps().len() - 1;
    (0..=last).step_by((last / 300).max(1)).flat_map(move |step| {
        let snapshot = trace.snapshot(StepId(u32::try_from(step).unwrap()));
        VIEWS.map(|(view, width, height)| (view, scene(trace, &snapshot, view, width, height)))
    })
}

fn items(scene: &Scene) -> impl Iterator<Item = (&'static str, &Item)> {
    scene.layers.iter().flat_map(|layer| layer.items.iter().map(|item| (layer.id, item)))
}

#[test]
fn ids_are_unique_in_their_layer() {
    for trace in [reference_run(), crowd()] {
        for (view, scene) in scenes(&trace) {
            let mut seen = std::collections::BTreeSet::new();
            for (layer, item) in items(&scene) {
                assert!(seen.insert((layer, Rc::clone(&item.id))), "{view:?}: {layer} {}", item.id);
            }
        }
    }
}

/// Drawing moves no node: what is in two scenes is in the same order in both.
#[test]
fn the_order_of_items_never_changes() {
    for trace in [reference_run(), crowd()] {
        let mut before: BTreeMap<(View, &str), Vec<Rc<str>>> = BTreeMap::new();
        for (view, scene) in scenes(&trace) {
            for layer in &scene.layers {
                let ids: Vec<Rc<str>> = layer.items.iter().map(|item| Rc::clone(&item.id)).collect();
                if let Some(old) = before.get(&(view, layer.id)) {
                    let kept: Vec<_> = old.iter().filter(|id| ids.contains(id)).collect();
                    let now: Vec<_> = ids.iter().filter(|id| old.contains(id)).collect();
                    assert_eq!(kept, now, "{view:?} {}", layer.id);
                }
                before.insert((view, layer.id), ids);
            }
        }
    }
}

#[test]
fn a_crowd_stays_small_and_inside() {
    let trace = crowd();
    for (view, scene) in scenes(&trace) {
        let count = items(&scene).count();
        assert!(count < 120, "{view:?} has {count} items");
        for (layer, item) in items(&scene).filter(|(layer, _)| *layer == "tasks") {
            assert!(
                item.x >= 0.0 && item.x < scene.width && item.y >= 0.0 && item.y < scene.height - 20.0,
                "{view:?} {layer} {} at {} {}",
                item.id,
                item.x,
                item.y
            );
        }
    }
}
