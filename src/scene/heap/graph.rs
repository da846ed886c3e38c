//! The bytes that the program had in the heap over the whole run, with each collection and the step that is shown.

use super::{Moment, bytes};
use crate::plan::Area;
use crate::{Anchor, Face, Item, Layer, Motion, Paint};
use trace::{Collector, StepId};

const LABEL: f32 = 18.0;

pub(super) fn graph(moment: Moment<'_>, area: Area) -> Layer {
    let heap = || moment.trace.heap();
    let last = moment.trace.steps().len().max(2) - 1;
    let most = heap().map(|(_, usage)| usage.spaces.used()).max().unwrap_or(0).max(1);
    // Node's usual one is out of sight.
    let limit = heap().last().map(|(_, usage)| usage.limit).filter(|limit| *limit < 3 * most);
    let top = limit.map_or(most, |limit| limit.max(most));
    let place = Area { y: area.y + LABEL, height: area.height - LABEL, ..area };
    #[expect(clippy::cast_precision_loss, reason = "a picture has some thousand pixels")]
    let x = |step: usize| place.x + place.width * step.min(last) as f32 / last as f32;
    #[expect(clippy::cast_precision_loss, reason = "a picture has some thousand pixels")]
    let y = |used: u64| place.bottom() - (place.height - 4.0) * used as f32 / top as f32;
    let label = Item::new("graph-label", area.x, area.y);
    let label = label.text((0.0, 11.0), "In use over the run", Face::Label);
    let words = format!("at most {}{}", bytes(most), limit.map(|limit| format!(" · limit {}", bytes(limit))).unwrap_or_default());
    let label = label.text_at((area.width, 11.0), words, Face::Dim, Anchor::End);
    let mut data = format!("M{:.1} {:.1}", place.x, place.bottom());
    let (mut column, mut highest) = (place.x, 0);
    // One step of the line for each half pixel: the highest that stood there.
    for (step, usage) in heap() {
        let here = x(step.index());
        if here - column >= 0.5 {
            write_to(&mut data, column, y(highest));
            write_to(&mut data, here, y(highest));
            (column, highest) = (here, 0);
        }
        highest = highest.max(usage.spaces.used());
    }
    write_to(&mut data, column, y(highest));
    let now = heap().last().map_or(0, |(_, usage)| usage.spaces.used());
    write_to(&mut data, place.right(), y(now));
    data.push_str(&format!("V{:.1}z", place.bottom()));
    let mut items = vec![label, Item::new("graph-area", 0.0, 0.0).role(moment.role).path(data, Paint::Area)];
    let bottom = place.bottom();
    items.push(Item::new("graph-base", 0.0, 0.0).path(format!("M{:.1} {bottom:.1}H{:.1}", place.x, place.right()), Paint::Pencil));
    items.extend(collections(moment, place, &x));
    if let Some(limit) = limit {
        let y = y(limit);
        let line = Item::new("graph-limit", 0.0, 0.0).path(format!("M{:.1} {y:.1}H{:.1}", place.x, place.right()), Paint::Mark);
        items.push(line.titled("What the limit leaves to the program beside Node’s own objects"));
    }
    let now = x(moment.snapshot.step.index());
    items.push(Item::new("graph-cursor", 0.0, 0.0).path(format!("M{now:.1} {:.1}V{:.1}", place.y - 2.0, bottom + 3.0), Paint::Cursor));
    Layer { id: "heap-graph", summary: String::new(), motion: Motion::Fixed, items }
}

fn write_to(data: &mut String, x: f32, y: f32) {
    use std::fmt::Write as _;
    let _ = write!(data, "L{x:.1} {y:.1}");
}

/// A tick for each collection, a longer one for a mark-compact. Collections that fall into one pixel share a tick.
fn collections(moment: Moment<'_>, place: Area, x: &dyn Fn(usize) -> f32) -> Vec<Item> {
    let (mut ticks, mut at, mut was_full) = (Vec::new(), f32::MIN, false);
    for (number, since, it) in moment.trace.collections().all_at(StepId(u32::MAX)) {
        let here = x(since.index());
        let full = it.collector == Collector::MarkCompact;
        if here - at < 1.0 && (!full || was_full) {
            continue;
        }
        (at, was_full) = (here, full);
        let height = if full { place.height } else { 7.0 };
        let name = if full { "mark-compact" } else { "scavenge" };
        let bottom = place.bottom();
        let tick = Item::new(format!("collection-{number}"), 0.0, 0.0).fresh(moment.is_now(since)).role(moment.role);
        let tick =
            tick.path(format!("M{here:.1} {bottom:.1}V{:.1}", bottom - height), if moment.is_now(since) { Paint::Cursor } else { Paint::Tick });
        let tick = tick.rect((here - 3.0, bottom - height), (6.0, height), 0.0, Paint::Unseen);
        ticks.push(tick.leads_to(since, format!("{name} {}, step {}", number + 1, since.0 + 1)));
    }
    ticks
}
