//! One stream: a vessel for each side that it has, the level in it, its highWaterMark, and in words how it stands.

use std::fmt::Write;

use super::layout::{FOOT, STRIP, STRIP_FROM, Vessel};
use crate::player::{Role, amount, stream_name};
use crate::scene::view::Moment;
use crate::scene::{Anchor, Area, Face, Item, Paint, measure};
use crate::trace::{Buffered, Event, Flow, ReadableSide, StreamId, StreamState, StreamView, Trace, WritableSide};

/// Between the two sides of a stream that has both.
const WALL: f32 = 8.0;
/// The highWaterMark lies so high in its vessel, unless more than that comes.
const MARK: f32 = 0.76;

pub(super) struct Side {
    pub readable: bool,
    pub buffer: Buffered,
    /// How it stands; the second where there is less room.
    pub status: (&'static str, &'static str),
    /// It says no to who writes.
    pub full: bool,
}

/// What goes in stands before what comes out.
pub(super) fn sides(state: &StreamState) -> impl Iterator<Item = Side> {
    let over = if state.errored { Some("failed") } else { state.destroyed.then_some("destroyed") };
    let status = move |own| over.map_or(own, |over| (over, over));
    let writable =
        state.writable.map(|side| Side { readable: false, buffer: side.buffer, status: status(writable_status(side)), full: side.need_drain });
    let readable = state.readable.map(|side| Side { readable: true, buffer: side.buffer, status: status(readable_status(side)), full: false });
    [writable, readable].into_iter().flatten()
}

fn writable_status(side: WritableSide) -> (&'static str, &'static str) {
    match side {
        WritableSide { finished: true, .. } => ("finished", "finished"),
        WritableSide { need_drain: true, .. } => ("write() → false · wait for drain", "full"),
        WritableSide { corked: 1.., .. } => ("corked", "corked"),
        WritableSide { ending: true, .. } => ("ending", "ending"),
        WritableSide { writing: true, .. } => ("writing", "writing"),
        _ => ("takes more", "open"),
    }
}

fn readable_status(side: ReadableSide) -> (&'static str, &'static str) {
    match side {
        ReadableSide { end_emitted: true, .. } => ("at its end", "at its end"),
        ReadableSide { awaits_drain: 1.., .. } => ("waits for drain", "waits"),
        ReadableSide { flow: Flow::Paused, .. } => ("paused", "paused"),
        ReadableSide { flow: Flow::Flowing, .. } => ("flowing", "flowing"),
        ReadableSide { flow: Flow::Unasked, .. } => ("not asked yet", "not asked"),
    }
}

pub(super) fn vessel(moment: Moment<'_>, stream: StreamId, view: &StreamView, Vessel { area: place, small, room }: Vessel) -> Vec<Item> {
    let sides: Vec<Side> = sides(&view.state).collect();
    let both = sides.len() > 1;
    let width = if both { (place.width - WALL) / 2.0 } else { place.width };
    let mut items = if small { Vec::new() } else { vec![name(moment.trace, stream, place)] };
    let event = moment.trace.step(moment.snapshot.step).map(|step| &step.event);
    let fresh =
        matches!(event, Some(Event::StreamChanged { stream: changed, .. } | Event::StreamFound { stream: changed, .. }) if *changed == stream);
    for (side, x) in sides.into_iter().zip([place.x, place.x + width + WALL]) {
        let peak =
            moment.trace.streams().get(stream.index()).map_or(0, |record| if side.readable { record.peak_readable } else { record.peak_writable });
        let place = Area { x, width, ..place };
        if small {
            let item = well(stream, &side, peak, place).fresh(fresh);
            let words = if both { amount(u64::from(side.buffer.size), side.buffer.object_mode) } else { stream_name(moment.trace, stream) };
            items.push(item.text((8.0, place.height / 2.0 + 4.0), measure::fit(&words, Face::Ink, place.width - 12.0), Face::Ink));
        } else {
            items.push(tank(stream, &side, peak, place, if both { place.width + WALL } else { room }).fresh(fresh));
            items.extend(strip(moment, stream, &side, peak, place));
        }
    }
    items
}

/// What was in it over the whole run, with the moment that is shown.
fn strip(moment: Moment<'_>, stream: StreamId, side: &Side, peak: u32, place: Area) -> Option<Item> {
    let record = moment.trace.streams().get(stream.index())?;
    let (first, last) = (moment.trace.steps().first()?.at, moment.trace.steps().last()?.at);
    if place.height < STRIP_FROM || last <= first {
        return None;
    }
    let (top, bottom) = (place.bottom() + FOOT, place.bottom() + FOOT + STRIP);
    let x = |at: u64| place.x + place.width * share(at.saturating_sub(first), last - first);
    let most = scale(side.buffer, peak);
    let y = |size: u32| bottom - STRIP * (real(size) / most).clamp(0.0, 1.0);
    let mut data = format!("M{:.1} {bottom:.1}", x(first));
    // A pixel is as high as the highest that was in it, and goes on as the last.
    let mut levels = record.levels.iter().map(|level| (x(level.at), if side.readable { level.readable } else { level.writable })).peekable();
    while let Some((here, mut last)) = levels.next() {
        let mut highest = last;
        while let Some((_, size)) = levels.next_if(|(next, _)| next - here < 1.0) {
            (highest, last) = (highest.max(size), size);
        }
        let _ = write!(data, "H{here:.1}V{:.1}", y(highest));
        if last < highest {
            let _ = write!(data, "V{:.1}", y(last));
        }
    }
    let _ = write!(data, "H{:.1}V{bottom:.1}Z", x(last));
    let id = format!("strip-{}-{}", stream.0, if side.readable { "out" } else { "in" });
    let now = x(moment.snapshot.at);
    let item = Item::new(id, 0.0, 0.0).role(Role::Stream).path(data, Paint::Area);
    let item = item.path(format!("M{:.1} {bottom:.1}H{:.1}", place.x, place.right()), Paint::Pencil);
    Some(item.path(format!("M{now:.1} {:.1}V{:.1}", top - 2.0, bottom + 2.0), Paint::Cursor))
}

fn share(part: u64, whole: u64) -> f32 {
    let thousandths = part.saturating_mul(1_000) / whole.max(1);
    f32::from(u16::try_from(thousandths.min(1_000)).unwrap_or(1_000)) / 1_000.0
}

/// How much a full vessel would hold.
fn scale(buffer: Buffered, peak: u32) -> f32 {
    (real(buffer.high_water_mark) / MARK).max(real(peak) * 1.04).max(1.0)
}

fn name(trace: &Trace, stream: StreamId, place: Area) -> Item {
    let name = stream_name(trace, stream);
    let class = trace.streams().get(stream.index()).map_or("", |record| trace.text(record.class));
    let room = place.width + 20.0;
    let shown = measure::fit(&name, Face::Code, room);
    let used = measure::width(&shown, Face::Code) + 8.0;
    let item = Item::new(format!("stream-{}", stream.0), place.x, place.y - 7.0).text((0.0, 0.0), shown, Face::Code);
    if class == name || name.starts_with(class) || used + measure::width(class, Face::Dim) > room {
        item
    } else {
        item.text((used, 0.0), class, Face::Dim)
    }
}

/// The well with its level and its mark. `peak`: the most that was ever in it, which must fit.
fn well(stream: StreamId, side: &Side, peak: u32, place: Area) -> Item {
    let (buffer, size) = (side.buffer, (place.width, place.height));
    let whole = scale(buffer, peak);
    let id = format!("stream-{}-{}", stream.0, if side.readable { "out" } else { "in" });
    let item = Item::new(id, place.x, place.y).role(Role::Stream);
    let item = item.rect((0.0, 0.0), size, 8.0, if side.full { Paint::WellOn } else { Paint::Well });
    let item = item.level(size, (real(buffer.size) / whole).clamp(0.0, 1.0));
    item.path(line(place, place.height * (1.0 - real(buffer.high_water_mark) / whole)), Paint::Mark)
}

/// `below`: the room for its status.
fn tank(stream: StreamId, side: &Side, peak: u32, place: Area, below: f32) -> Item {
    let buffer = side.buffer;
    let mark = place.height * (1.0 - real(buffer.high_water_mark) / scale(buffer, peak));
    let item = well(stream, side, peak, place);
    let room = place.width - 12.0;
    let mark_words = sized(buffer, buffer.high_water_mark, Face::Dim, room);
    let long = format!("highWaterMark {mark_words}");
    let mark_words = if measure::width(&long, Face::Dim) <= room { long } else { mark_words };
    // The words stay off the line they speak of.
    let above = mark >= 17.0;
    let item = item.text((8.0, if above { mark - 5.0 } else { mark + 13.0 }), mark_words, Face::Dim);
    let item = item.text((8.0, place.height - 9.0), sized(buffer, buffer.size, Face::Ink, room), Face::Ink);
    let chunks = if buffer.chunks == 1 { "1 chunk".to_owned() } else { format!("{} chunks", buffer.chunks) };
    // Two lines of words above the bottom, and one under the mark where it stands too high for words above it.
    let least = if above { 56.0 } else { mark + 52.0 };
    let told = buffer.chunks > 0 && place.height > least && !buffer.object_mode && measure::width(&chunks, Face::Ink) <= room;
    let item = if told { item.text((8.0, place.height - 25.0), chunks, Face::Ink) } else { item };
    let face = if side.full { Face::Role } else { Face::Dim };
    let (long, short) = side.status;
    let status = if measure::width(long, face) <= below { long } else { short };
    item.text_at((0.0, place.height + 14.0), measure::fit(status, face, below), face, Anchor::Start)
}

/// A size in words, or where they don't fit as `16 B`, `64 K`, `3`.
fn sized(buffer: Buffered, size: u32, face: Face, room: f32) -> String {
    let words = amount(u64::from(size), buffer.object_mode);
    if measure::width(&words, face) <= room {
        return words;
    }
    let (number, unit) = words.split_once(' ').unwrap_or((&words, ""));
    match unit {
        "KiB" => format!("{number} K"),
        _ if buffer.object_mode => number.to_owned(),
        _ => format!("{number} B"),
    }
}

fn line(place: Area, y: f32) -> String {
    // Paths are in the stage's own coordinates.
    format!("M{:.1} {:.1}H{:.1}", place.x - 4.0, place.y + y, place.x + place.width + 4.0)
}

fn real(size: u32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a picture needs no more")]
    let real = size as f32;
    real
}

/// Its place, before the program has made it.
pub(super) fn not_there_yet(trace: &Trace, stream: StreamId, place: Area) -> Item {
    let item = Item::new(format!("stream-{}", stream.0), place.x, place.y).rect((0.0, 0.0), (place.width, place.height), 8.0, Paint::Vacant);
    item.text((8.0, place.height / 2.0 + 4.0), measure::fit(&stream_name(trace, stream), Face::Faint, place.width - 12.0), Face::Faint)
}
