//! The program's objects as a picture: every box in its place, every reference an arrow.

use scene::{Item, Scene, Shape, View, scene};
use trace::*;

use super::recorder::Recorder;

/// A frame whose variable leads to a tree of objects, `children` below each, `depth` deep, the last of which leads back to the first.
fn tree(children: usize, depth: u32) -> Trace {
    let mut r = Recorder::new("let root = grow();\n");
    let (root, object) = (r.text("root"), r.text("Object"));
    let site = r.site_with(SiteKind::Statement, "let root = grow();", &["root"]);
    let name = r.text("main.js");
    let held = Box::default();
    r.step(Some(site), Event::FrameEntered { name, kind: FrameKind::Program, function: None, entry: Entry::Called, replaces_callee: false, held });
    let value = r.object("{…}", ObjectId(0));
    let mut next = 1;
    let mut level = vec![ObjectId(0)];
    for _ in 0..depth {
        let mut below = Vec::new();
        for parent in level {
            let slots: Vec<(TextId, Slot)> = (0..children)
                .map(|child| {
                    let id = ObjectId(next);
                    next += 1;
                    below.push(id);
                    (r.text(&child.to_string()), Slot::Object(id))
                })
                .collect();
            r.holds(parent, ObjectView { title: object, slots: slots.into(), more: 0, map: None, block: None });
        }
        level = below;
    }
    for leaf in level {
        let back = (r.text("back"), Slot::Object(ObjectId(0)));
        r.holds(leaf, ObjectView { title: object, slots: [back].into(), more: 3, map: None, block: None });
    }
    r.step(Some(site), Event::Statement { changes: [Change { name: root, value: Some(value) }].into() });
    r.finish()
}

fn picture(trace: &Trace, width: f32, height: f32) -> Scene {
    let last = StepId(u32::try_from(trace.steps().len() - 1).unwrap());
    scene(trace, &trace.snapshot(last), View::Objects, width, height)
}

/// Heads of boxes: where they are and how large.
fn boxes(scene: &Scene) -> Vec<(String, [f32; 4])> {
    let area = |item: &Item| match item.shapes.first() {
        Some(Shape::Rect { width, height, .. }) => Some((item.id.to_string(), [item.x, item.y, item.x + width, item.y + height])),
        _ => None,
    };
    let is_head = |item: &&Item| matches!(item.id.split('-').collect::<Vec<_>>()[..], ["object" | "frame", _]);
    scene.layers.iter().flat_map(|layer| &layer.items).filter(is_head).filter_map(area).collect()
}

#[test]
fn boxes_keep_off_each_other_and_inside_the_stage() {
    for (children, depth) in [(1, 1), (2, 3), (4, 2), (9, 2), (1, 12)] {
        let trace = tree(children, depth);
        for (width, height) in [(940.0, 610.0), (366.0, 340.0), (1_600.0, 1_000.0), (320.0, 200.0)] {
            let scene = picture(&trace, width, height);
            let boxes = boxes(&scene);
            assert!(boxes.len() > 1, "a frame and an object at the least: {boxes:?}");
            for (place, (id, [left, top, right, bottom])) in boxes.iter().enumerate() {
                assert!(*left >= 0.0 && *top >= 0.0 && *right <= scene.width && *bottom <= scene.height, "{id} {width}×{height}");
                for (other, [l, t, r, b]) in &boxes[place + 1..] {
                    assert!(right < l || r < left || bottom < t || b < top, "{id} lies on {other}");
                }
            }
        }
    }
}

#[test]
fn every_reference_that_is_drawn_is_an_arrow_and_what_is_left_out_is_counted() {
    let trace = tree(2, 2);
    let scene = picture(&trace, 1_200.0, 900.0);
    let arrows = scene.layers.iter().find(|layer| layer.id == "references").unwrap();
    // From the variable, six downwards, four back.
    assert_eq!(arrows.items.len(), 11);
    let crowded = picture(&tree(9, 2), 366.0, 340.0);
    let told = crowded.layers.iter().flat_map(|layer| &layer.items).any(|item| item.id.ends_with("objects-more"));
    assert!(told, "more objects than fit");
    assert_eq!(picture(&trace, 1_200.0, 900.0), picture(&trace, 1_200.0, 900.0));
}

#[test]
fn a_run_too_long_to_follow_says_so() {
    let mut r = Recorder::new("go();\n");
    let site = r.site(SiteKind::Statement, "go();");
    let name = r.text("main.js");
    let held = Box::default();
    r.step(Some(site), Event::FrameEntered { name, kind: FrameKind::Program, function: None, entry: Entry::Called, replaces_callee: false, held });
    r.follows_objects_until(StepId(0));
    let scene = picture(&r.finish(), 900.0, 600.0);
    assert!(scene.layers[0].summary.contains("followed no further"), "{}", scene.layers[0].summary);
}
