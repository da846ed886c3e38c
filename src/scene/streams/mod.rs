//! The streams: vessels that fill up to their highWaterMark, joined by the pipes between them.

mod layout;
mod vessel;

use player::{amount, chunk_words, resident, stream_name};
use trace::{Event, Flow, MOST_STREAMS, SizeUnit, Snapshot, StreamCall, StreamId, Trace};

use self::layout::{Layout, layout};
use super::plan::Area;
use super::side::card;
use super::view::Moment;
use super::{Anchor, Face, Item, Layer, Motion, Paint, measure};
use player::Role;

/// The space between the streams of two runs.
const GAP: f32 = 12.0;

pub(super) fn streams(moment: Moment<'_>, area: Area) -> Layer {
    drawn("streams", moment, area, None)
}

/// The streams of two runs, each under its run's name: beside each other, or in a narrow box one above the other.
pub(super) fn of_both(runs: [(Moment<'_>, &str); 2], area: Area) -> [Layer; 2] {
    let areas = if area.width > 1.6 * area.height {
        let width = (area.width - GAP) / 2.0;
        [Area { width, ..area }, Area { x: area.right() - width, width, ..area }]
    } else {
        let height = (area.height - GAP) / 2.0;
        [Area { height, ..area }, Area { y: area.bottom() - height, height, ..area }]
    };
    let [a, b] = runs;
    [drawn("streams", a.0, areas[0], Some(a.1)), drawn("streams-beside", b.0, areas[1], Some(b.1))]
}

fn drawn(id: &'static str, moment: Moment<'_>, area: Area, run: Option<&str>) -> Layer {
    let heading = run.map_or("STREAMS".to_owned(), |run| format!("STREAMS · {run}"));
    if moment.trace.streams().is_empty() {
        return none(id, &heading, area);
    }
    let memory = memory(moment, 14.0 + measure::width(&heading, Face::Heading) + 18.0, area.width);
    let mut items = vec![card("streams", area, heading)];
    items.extend(memory.map(|(x, words)| Item::new("streams-memory", area.x, area.y).text((x, 24.0), words, Face::Dim)));
    let inner = Area { x: area.x + 28.0, y: area.y + 30.0, width: area.width - 56.0, height: area.height - 36.0 };
    let touched = touched(moment);
    let places = layout(moment.trace, inner, touched);
    if places.hidden > 0 {
        items.push(Item::new("streams-rest", area.right() - 14.0, area.y + 24.0).text_at(
            (0.0, 0.0),
            if moment.trace.streams().len() < MOST_STREAMS {
                format!("+{} more", places.hidden)
            } else {
                format!("the first {MOST_STREAMS} are followed: +{} more", places.hidden)
            },
            Face::Dim,
            Anchor::End,
        ));
    }
    items.extend(pipes(moment, &places));
    for (stream, place) in &places.vessels {
        match moment.snapshot.streams.get(stream.index()) {
            Some(view) => items.extend(vessel::vessel(moment, *stream, view, *place)),
            None => items.push(vessel::not_there_yet(moment.trace, *stream, place.area)),
        }
    }
    items.extend(drop_and_bell(moment, &places, area.right()));
    let summary = summary(moment.trace, moment.snapshot);
    Layer { id, summary: run.map_or(summary.clone(), |run| format!("{run}. {summary}")), motion: Motion::Fixed, items }
}

/// The bytes that the buffers hold, and the memory of the process: beside the heading, from `x` on.
fn memory(moment: Moment<'_>, x: f32, width: f32) -> Option<(f32, String)> {
    let sides = moment.snapshot.streams.iter().flat_map(|view| vessel::sides(&view.state));
    let bytes: u64 = sides.filter(|side| side.buffer.unit == SizeUnit::Bytes).map(|side| u64::from(side.buffer.size)).sum();
    let held = format!("{} held", amount(bytes, SizeUnit::Bytes));
    let whole = format!("{held} · process RSS {} (Model)", resident(bytes));
    // On the right it may say that there are more streams than fit.
    let room = width - x - 120.0;
    let words = if measure::width(&whole, Face::Dim) <= room { whole } else { held };
    (measure::width(&words, Face::Dim) <= room).then_some((x, words))
}

/// The box of a run without streams: a strip, or the whole picture on a phone.
fn none(id: &'static str, heading: &str, area: Area) -> Layer {
    let item = if area.height > 60.0 {
        card("streams", area, heading).text((14.0, 50.0), "none in this run", Face::Faint)
    } else {
        let strip = Item::new("streams", area.x, area.y).rect((0.0, 0.0), (area.width, area.height), 12.0, Paint::Panel);
        strip.text((14.0, 27.0), "STREAMS", Face::Heading).text((96.0, 27.0), "none in this run", Face::Faint)
    };
    Layer { id, summary: "Streams: none in this run.".to_owned(), motion: Motion::Fixed, items: vec![item] }
}

/// The stream that the step is about.
fn touched(moment: Moment<'_>) -> Option<StreamId> {
    match moment.trace.step(moment.snapshot.step)?.event {
        Event::StreamFound { stream, .. }
        | Event::StreamNamed { stream, .. }
        | Event::StreamCalled { stream, .. }
        | Event::StreamListened { stream, .. }
        | Event::StreamChanged { stream, .. } => Some(stream),
        _ => None,
    }
}

/// The pipes from each stream to those that it is piped to now. They are closed, all of them, where the stream waits for `drain`.
fn pipes(moment: Moment<'_>, places: &Layout) -> Vec<Item> {
    let mut items = Vec::new();
    for (from, place) in places.vessels.iter().map(|(from, vessel)| (from, vessel.area)) {
        let Some(view) = moment.snapshot.streams.get(from.index()) else { continue };
        let Some(side) = view.state.readable else { continue };
        let mut leads_to: Vec<(StreamId, Area)> = view.state.pipes.iter().filter_map(|to| Some((*to, places.vessels.get(to)?.area))).collect();
        leads_to.sort_unstable_by_key(|(to, _)| *to);
        leads_to.dedup_by_key(|(to, _)| *to);
        let full = |to: &StreamId| {
            let there = moment.snapshot.streams.get(to.index());
            there.and_then(|there| there.state.writable).is_some_and(|side| side.need_drain)
        };
        let waits = if view.state.web { leads_to.iter().any(|(to, _)| full(to)) } else { side.awaits_drain > 0 };
        let start = (place.right() + 4.0, place.y + place.height / 2.0);
        for (to, end) in &leads_to {
            let finish = (end.x - 4.0, end.y + end.height / 2.0);
            let middle = f32::midpoint(start.0, finish.0);
            let data =
                format!("M{:.1} {:.1}C{middle:.1} {:.1} {middle:.1} {:.1} {:.1} {:.1}", start.0, start.1, start.1, finish.1, finish.0, finish.1);
            let item = Item::new(format!("pipe-{}-{}", from.0, to.0), 0.0, 0.0).role(Role::Stream).path(data.clone(), Paint::Pipe);
            let flows = side.flow == Flow::Flowing && !waits && !side.end_emitted;
            items.push(if flows { item.path(data, Paint::PipeOn) } else { item });
        }
        if waits && let Some((_, end)) = leads_to.first() {
            // Where several pipes begin, before they part.
            let x = if leads_to.len() == 1 { f32::midpoint(start.0, end.x) } else { start.0 + 16.0 };
            items.push(valve(*from, (x, start.1)));
        }
    }
    items
}

fn valve(from: StreamId, (x, y): (f32, f32)) -> Item {
    let item = Item::new(format!("valve-{}", from.0), 0.0, 0.0).role(Role::Stream).rect((x - 4.0, y - 15.0), (8.0, 30.0), 3.0, Paint::Solid);
    item.text_at((x, y - 21.0), "closed", Face::Role, Anchor::Middle)
}

/// The drop that is on its way at this very step, or the event that a stream emits.
fn drop_and_bell(moment: Moment<'_>, places: &Layout, right: f32) -> Option<Item> {
    let Event::StreamCalled { stream, call, chunk } = &moment.trace.step(moment.snapshot.step)?.event else {
        return None;
    };
    let place = places.vessels.get(stream)?.area;
    let middle = place.y + place.height / 2.0;
    let state = &moment.snapshot.streams.get(stream.index())?.state;
    match call {
        StreamCall::Emit(event) if moment.trace.text(*event) != "data" => Some(bell(moment.trace.text(*event), place, right)),
        StreamCall::Push | StreamCall::Unshift | StreamCall::Write | StreamCall::Emit(_) => {
            let (chunk, size) = (*chunk)?;
            let leaves = matches!(call, StreamCall::Emit(_));
            let unit = state.unit(!matches!(call, StreamCall::Write));
            let x = if leaves { place.right() + 16.0 } else { place.x - 14.0 };
            // A side of a vessel for what comes in is free only on its left.
            let item = Item::new("drop", x, middle).role(Role::Stream).fresh(true).circle((0.0, 0.0), radius(size), Paint::Solid);
            let words = if unit == SizeUnit::BySize { String::new() } else { amount(u64::from(size), unit) };
            // What is small to point at may be pointed at around it.
            let item = item.circle((0.0, 0.0), 18.0, Paint::Unseen).titled(format!("{words}: {}", chunk_words(moment.trace, chunk)));
            Some(item.text_at((0.0, -14.0), words, Face::Role, Anchor::Middle))
        }
        _ => None,
    }
}

/// The radius of a drop: larger for more, within the range that the eye distinguishes.
fn radius(size: u32) -> f32 {
    let bits = u16::try_from(size.max(1).ilog2()).unwrap_or(0);
    4.0 + f32::from(bits) * 0.4
}

/// The word of an event that the stream emits, beside the stream's head; no further than to `right`.
fn bell(event: &str, place: Area, right: f32) -> Item {
    let width = measure::width(event, Face::ChipText) + 16.0;
    let x = (place.right() + 7.0).min(right - width - 6.0);
    let item = Item::new("bell", x, place.y - 6.0).role(Role::Stream).fresh(true);
    item.rect((0.0, 0.0), (width, 22.0), 11.0, Paint::ChipFull).text((8.0, 15.0), event, Face::ChipText)
}

fn summary(trace: &Trace, snapshot: &Snapshot) -> String {
    let described = snapshot.streams.iter().zip(0u16..).map(|(view, id)| {
        let name = stream_name(trace, StreamId(id));
        let sides = vessel::sides(&view.state).map(|side| {
            let (size, most) =
                (amount(u64::from(side.buffer.size), side.buffer.unit), amount(u64::from(side.buffer.high_water_mark), side.buffer.unit));
            format!("{} holds {size}, highWaterMark {most}, {}", if side.readable { "readable side" } else { "writable side" }, side.status.0)
        });
        format!("{name}: {}", sides.collect::<Vec<_>>().join("; "))
    });
    let described: Vec<String> = described.collect();
    if described.is_empty() { "Streams: none yet.".to_owned() } else { format!("Streams. {}.", described.join(". ")) }
}
