//! One stream: a vessel for each of its sides, with the level, the highWaterMark, and the side's state in words.

use std::fmt::Write;

use super::layout::{FOOT, STRIP, STRIP_FROM, Vessel};
use crate::view::Moment;
use crate::{Anchor, Area, Face, Item, Paint, measure};
use player::{Role, amount, listeners_words, rate, stream_name};
use trace::{Buffered, Event, Flow, Nanos, ReadableSide, SizeUnit, StreamId, StreamRecord, StreamState, StreamView, Trace, WritableSide};

/// The space between the two sides of a stream that has both.
const WALL: f32 = 8.0;
/// The height of the highWaterMark as a part of its vessel's, unless the buffer ever holds more than the mark.
const MARK: f32 = 0.76;
/// The least distance from one line of words to the next.
const LINE: f32 = 13.0;

pub(super) struct BufferSide {
    pub readable: bool,
    pub buffer: Buffered,
    /// The side's state in words; the second text is for less room.
    pub status: (&'static str, &'static str),
    /// The side answers `false` to a write.
    pub full: bool,
}

/// The sides of a stream, the writable one before the readable one.
pub(super) fn sides(state: &StreamState) -> impl Iterator<Item = BufferSide> {
    let over = if state.errored { Some("failed") } else { state.destroyed.then_some("destroyed") };
    let web = state.web;
    let status = move |own, in_web| over.map_or(if web { in_web } else { own }, |over| (over, over));
    let writable = state.writable.map(|side| BufferSide {
        readable: false,
        buffer: side.buffer,
        status: status(writable_status(side), web_writable_status(side)),
        full: side.need_drain,
    });
    let readable = state.readable.map(|side| BufferSide {
        readable: true,
        buffer: side.buffer,
        status: status(readable_status(side), web_readable_status(side)),
        full: false,
    });
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

fn web_writable_status(side: WritableSide) -> (&'static str, &'static str) {
    match side {
        WritableSide { finished: true, .. } => ("closed", "closed"),
        WritableSide { need_drain: true, .. } => ("backpressure · ready waits", "full"),
        WritableSide { ending: true, .. } => ("closing", "closing"),
        WritableSide { writing: true, .. } => ("writing", "writing"),
        _ => ("wants more", "open"),
    }
}

fn web_readable_status(side: ReadableSide) -> (&'static str, &'static str) {
    match side {
        ReadableSide { end_emitted: true, .. } => ("closed", "closed"),
        ReadableSide { flow: Flow::Unasked, .. } => ("no reader yet", "no reader"),
        ReadableSide { ended: true, .. } => ("closing", "closing"),
        _ => ("locked to a reader", "locked"),
    }
}

pub(super) fn vessel(moment: Moment<'_>, stream: StreamId, view: &StreamView, Vessel { area: place, small, room }: Vessel) -> Vec<Item> {
    let sides: Vec<BufferSide> = sides(&view.state).collect();
    let both = sides.len() > 1;
    let width = if both { (place.width - WALL) / 2.0 } else { place.width };
    let mut items = if small { Vec::new() } else { vec![name(moment.trace, stream, place)] };
    let event = moment.trace.step(moment.snapshot.step).map(|step| &step.event);
    let fresh =
        matches!(event, Some(Event::StreamChanged { stream: changed, .. } | Event::StreamFound { stream: changed, .. }) if *changed == stream);
    for (side, x) in sides.into_iter().zip([place.x, place.x + width + WALL]) {
        let whole = scale(moment, stream, &side);
        let place = Area { x, width, ..place };
        if small {
            let item = well(stream, &side, whole, place).fresh(fresh);
            let words = if both { amount(u64::from(side.buffer.size), side.buffer.unit) } else { stream_name(moment.trace, stream) };
            items.push(item.text((8.0, place.height / 2.0 + 4.0), measure::fit(&words, Face::Ink, place.width - 12.0), Face::Ink));
        } else {
            let item = tank(stream, &side, whole, place).fresh(fresh);
            let rates = rates(moment, stream, view, &side);
            let rates_words = rates.as_ref().map(|rates| rates.sentence(&stream_name(moment.trace, stream), &side));
            let described: Vec<String> = rates_words.into_iter().chain(listeners_words(moment.trace, view)).collect();
            let item = if described.is_empty() { item } else { item.titled(described.join(". ")) };
            items.push(foot(item, &side, rates.filter(|_| !both), place.height, if both { place.width + WALL } else { room }));
            items.extend(strip(moment, stream, &side, whole, place));
        }
    }
    items
}

/// The level of a side over the whole run, with the moment that is shown.
fn strip(moment: Moment<'_>, stream: StreamId, side: &BufferSide, most: f32, place: Area) -> Option<Item> {
    let record = moment.trace.streams().get(stream.index())?;
    let (first, end) = (moment.trace.steps().first()?.at, moment.trace.steps().last()?.at);
    // Two runs stand on one axis of time.
    let last = moment.beside.map_or(end, |beside| end.max(beside.steps().last().map_or(Nanos(0), |step| step.at)));
    if place.height < STRIP_FROM || last <= first {
        return None;
    }
    let (top, bottom) = (place.bottom() + FOOT, place.bottom() + FOOT + STRIP);
    let x = |at: Nanos| place.x + place.width * share(at.since(first), last - first);
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
    let _ = write!(data, "H{:.1}V{bottom:.1}Z", x(end));
    let id = format!("strip-{}-{}", stream.0, if side.readable { "out" } else { "in" });
    let now = x(moment.snapshot.at);
    let item = Item::new(id, 0.0, 0.0).role(Role::Stream).path(data, Paint::Area);
    let item = item.path(format!("M{:.1} {bottom:.1}H{:.1}", place.x, place.right()), Paint::Pencil);
    Some(item.path(format!("M{now:.1} {:.1}V{:.1}", top - 2.0, bottom + 2.0), Paint::Cursor))
}

fn share(part: Nanos, whole: Nanos) -> f32 {
    let thousandths = part.0.saturating_mul(1_000) / whole.0.max(1);
    f32::from(u16::try_from(thousandths.min(1_000)).unwrap_or(1_000)) / 1_000.0
}

/// The amount that a full vessel holds: the most that was ever in it, in either run where two are compared.
fn scale(moment: Moment<'_>, stream: StreamId, side: &BufferSide) -> f32 {
    let own = moment.trace.streams().get(stream.index());
    let other = moment.beside.and_then(|beside| same_stream(moment.trace, own?, beside));
    let records = own.into_iter().chain(other).map(|record| if side.readable { record.readable } else { record.writable });
    let counted_alike = records.filter(|record| record.unit == side.buffer.unit);
    let whole = |high_water_mark, most| (real(high_water_mark) / MARK).max(real(most) * 1.04);
    counted_alike.map(|record| whole(record.high_water_mark, record.most)).fold(whole(side.buffer.high_water_mark, 0).max(1.0), f32::max)
}

/// The stream of `beside` with the name and class of `one`: the one that was made in the same place, else the first.
fn same_stream<'a>(trace: &Trace, one: &StreamRecord, beside: &'a Trace) -> Option<&'a StreamRecord> {
    fn called<'t>(trace: &'t Trace, record: &StreamRecord) -> (Option<&'t str>, &'t str) {
        (record.name.map(|name| trace.text(name)), trace.text(record.class))
    }
    let wanted = called(trace, one);
    let alike = || beside.streams().iter().filter(|record| called(beside, record) == wanted);
    alike().find(|record| record.made == one.made).or_else(|| alike().next())
}

/// The amounts that went through a side since its stream was found.
struct Rates {
    came: u64,
    left: u64,
    /// The time since the stream was found.
    since: Nanos,
}

fn rates(moment: Moment<'_>, stream: StreamId, view: &StreamView, side: &BufferSide) -> Option<Rates> {
    let found = moment.trace.step(moment.trace.streams().get(stream.index())?.found)?;
    let (came, since) = (if side.readable { view.pushed } else { view.written }, moment.snapshot.at.since(found.at));
    (came > 0 && since > Nanos(0)).then(|| Rates { came, left: came.saturating_sub(u64::from(side.buffer.size)), since })
}

impl Rates {
    /// The rates in short, as `in 12 KiB/s · out 8 KiB/s`.
    fn short(&self, unit: SizeUnit) -> String {
        let [came, left] = [self.came, self.left].map(|sum| rate(sum, self.since, unit));
        if came == left { format!("in and out {came}") } else { format!("in {came} · out {left}") }
    }

    /// The rates in a sentence.
    fn sentence(&self, name: &str, side: &BufferSide) -> String {
        let words = |sum| format!("{}, on average {}", amount(sum, side.buffer.unit), rate(sum, self.since, side.buffer.unit));
        let which = if side.readable { "readable side" } else { "writable side" };
        format!("{name}, {which}, so far by the virtual clock: in {}; out {}", words(self.came), words(self.left))
    }
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

/// The well with its level and its mark. `whole`: the amount that it holds when it is full.
fn well(stream: StreamId, side: &BufferSide, whole: f32, place: Area) -> Item {
    let (buffer, size) = (side.buffer, (place.width, place.height));
    let id = format!("stream-{}-{}", stream.0, if side.readable { "out" } else { "in" });
    let item = Item::new(id, place.x, place.y).role(Role::Stream);
    let item = item.rect((0.0, 0.0), size, 8.0, if side.full { Paint::WellOn } else { Paint::Well });
    let item = item.level(size, (real(buffer.size) / whole).clamp(0.0, 1.0));
    item.path(line(place, place.height * (1.0 - real(buffer.high_water_mark) / whole)), Paint::Mark)
}

/// The well with the words inside it.
fn tank(stream: StreamId, side: &BufferSide, whole: f32, place: Area) -> Item {
    let buffer = side.buffer;
    let mark = place.height * (1.0 - real(buffer.high_water_mark) / whole);
    let item = well(stream, side, whole, place);
    let room = place.width - 12.0;
    let mark_words = sized(buffer, buffer.high_water_mark, Face::Dim, room);
    let long = format!("highWaterMark {mark_words}");
    let mark_words = if measure::width(&long, Face::Dim) <= room { long } else { mark_words };
    // The words stay off the mark that they are about, and off the words at the bottom.
    let y = if mark >= 17.0 { mark - 5.0 } else { mark + 13.0 };
    let y = y.min(place.height - 9.0 - LINE);
    let item = item.text((8.0, y), mark_words, Face::Dim);
    let item = item.text((8.0, place.height - 9.0), sized(buffer, buffer.size, Face::Ink, room), Face::Ink);
    let chunks = if buffer.chunks == 1 { "1 chunk".to_owned() } else { format!("{} chunks", buffer.chunks) };
    let has_room =
        buffer.chunks > 0 && y <= place.height - 25.0 - LINE && buffer.unit == SizeUnit::Bytes && measure::width(&chunks, Face::Ink) <= room;
    if has_room { item.text((8.0, place.height - 25.0), chunks, Face::Ink) } else { item }
}

/// The words under a tank `height` high: the side's state, and its rates where there is `room` for them.
fn foot(item: Item, side: &BufferSide, rates: Option<Rates>, height: f32, room: f32) -> Item {
    let face = if side.full { Face::Role } else { Face::Dim };
    let (long, short) = side.status;
    let status = if measure::width(long, face) <= room { long } else { short };
    let item = item.text_at((0.0, height + 14.0), measure::fit(status, face, room), face, Anchor::Start);
    let Some(words) = rates.map(|rates| rates.short(side.buffer.unit)) else { return item };
    let from = measure::width(status, face) + 14.0;
    if from + measure::width(&words, Face::Faint) <= room { item.text((from, height + 14.0), words, Face::Faint) } else { item }
}

/// An amount in words, or where they don't fit as `16 B`, `64 K`, `3`.
fn sized(buffer: Buffered, size: u32, face: Face, room: f32) -> String {
    let words = amount(u64::from(size), buffer.unit);
    if measure::width(&words, face) <= room {
        return words;
    }
    let (number, unit) = words.split_once(' ').unwrap_or((&words, ""));
    match unit {
        "KiB" => format!("{number} K"),
        _ if buffer.unit != SizeUnit::Bytes => number.to_owned(),
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

/// The place of a stream that the program has not made yet.
pub(super) fn not_there_yet(trace: &Trace, stream: StreamId, place: Area) -> Item {
    let item = Item::new(format!("stream-{}", stream.0), place.x, place.y).rect((0.0, 0.0), (place.width, place.height), 8.0, Paint::Vacant);
    item.text((8.0, place.height / 2.0 + 4.0), measure::fit(&stream_name(trace, stream), Face::Faint, place.width - 12.0), Face::Faint)
}
