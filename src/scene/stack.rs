//! V8's call stack: a glass in which frames pile up on the native function that called in.

use player::{Role, frame_name, short_task};
use trace::{Frame, FrameKind, Phase, Queue, Stage};

use super::chips::{HEIGHT, Seats};
use super::measure::{self, fit};
use super::plan::Area;
use super::side::card;
use super::view::Moment;
use super::{Anchor, Face, Item, Layer, Motion, Paint};

const ROW: f32 = 29.0;
const PITCH: f32 = 33.0;
const INSET: f32 = 5.0;

/// The glass of the stack, and what is left for the variables.
pub(super) fn split(area: Area) -> (Area, Area) {
    // Whole rows, so that a full glass is full.
    let rows = ((area.height * 0.63 - 60.0 - 2.0 * INSET) / PITCH).floor().max(3.0);
    let glass = Area { x: area.x + 14.0, y: area.y + 58.0, width: area.width - 28.0, height: rows * PITCH + 2.0 * INSET - (PITCH - ROW) };
    let top = glass.bottom() + 12.0;
    (glass, Area { x: glass.x, y: top, width: glass.width, height: area.bottom() - top - 8.0 })
}

pub(super) fn stack(moment: Moment<'_>, area: Area, glass: Area, seats: &mut Seats) -> Layer {
    let frames = &moment.snapshot.stack;
    let depth = match frames.len() {
        0 => "empty".to_owned(),
        depth => depth.to_string(),
    };
    let mut items = vec![
        card("v8", area, "V8 · MAIN THREAD")
            .text((14.0, 48.0), "Call stack", Face::Label)
            .text_at((area.width - 14.0, 48.0), depth, Face::Dim, Anchor::End)
            .rect((14.0, glass.y - area.y), (glass.width, glass.height), 9.0, Paint::Well),
    ];
    let floor = glass.bottom() - INSET - ROW;
    items.push(base(moment, glass, floor, seats));
    let rows = measure::rows(floor - glass.y, PITCH);
    let (hidden, shown) = if frames.len() > rows { frames.split_at(frames.len() + 1 - rows) } else { frames.split_at(0) };
    let mut y = floor;
    if !hidden.is_empty() {
        y -= PITCH;
        let text = format!("… {} more frames", hidden.len());
        items.push(Item::new("deep", glass.x + INSET, y).text((12.0, 19.0), text, Face::Faint));
    }
    for (place, frame) in (hidden.len()..).zip(shown) {
        y -= PITCH;
        let name = frame_name(moment.trace, frames, place);
        items.push(row(moment, frame, &name, place + 1 == frames.len(), (glass.x + INSET, y), glass.width - 2.0 * INSET));
    }
    items.extend(exception(moment, glass, y - PITCH));
    Layer { id: "stack", summary: summary(moment), motion: Motion::Fixed, items }
}

/// What is thrown lies on the newest frame, and comes down with every frame that does not catch it.
fn exception(moment: Moment<'_>, glass: Area, y: f32) -> Option<Item> {
    let thrown = moment.snapshot.thrown.and_then(|value| moment.trace.value(value)).filter(|_| y >= glass.y)?;
    let width = glass.width - 2.0 * INSET;
    let item = Item::new("exception", glass.x + INSET, y).role(Role::Fault).fresh(true).rect((0.0, 0.0), (width, ROW), 6.0, Paint::Chip);
    Some(item.text((14.0, 19.0), fit(&thrown.text, Face::Code, width - 26.0), Face::Code))
}

fn row(moment: Moment<'_>, frame: &Frame, name: &str, top: bool, (x, y): (f32, f32), width: f32) -> Item {
    let trace = moment.trace;
    let record = frame.task.and_then(|task| trace.task(task));
    let role = record.map_or(Role::Main, |record| Role::of_queue(record.queue));
    let position = frame.site.and_then(|site| trace.site(site)).map(|site| format!("{}:{}", site.position.line, site.position.column));
    let position = match frame.kind {
        FrameKind::Program | FrameKind::Callee => position.unwrap_or_default(),
        FrameKind::Library => "node".to_owned(),
        FrameKind::Native => "native".to_owned(),
    };
    let face = if matches!(frame.kind, FrameKind::Program | FrameKind::Callee) { Face::Code } else { Face::CodeDim };
    let room = width - 34.0 - measure::width(&position, Face::Dim);
    let item = Item::new(format!("frame-{}", frame.since.0), x, y).role(role).fresh(moment.is_now(frame.since));
    let item = item.rect((0.0, 0.0), (width, ROW), 6.0, if top { Paint::Current } else { Paint::Raised });
    let item = if frame.kind == FrameKind::Program { item.rect((0.0, 0.0), (4.0, ROW), 2.0, Paint::Solid) } else { item };
    let title = if position.is_empty() { name.to_owned() } else { format!("{name} {position}") };
    item.text((14.0, 19.0), fit(name, face, room), face).text_at((width - 12.0, 19.0), position, Face::Dim, Anchor::End).leads_to(frame.since, title)
}

/// The native function at the bottom, with the task that it runs.
fn base(moment: Moment<'_>, glass: Area, y: f32, seats: &mut Seats) -> Item {
    let width = glass.width - 2.0 * INSET;
    let snapshot = moment.snapshot;
    let mut name = native(moment);
    let mut item = Item::new("base", glass.x + INSET, y).rect((0.0, 0.0), (width, ROW), 6.0, Paint::Vacant);
    let mut room = width - 22.0;
    if let Some(task) = snapshot.task {
        let label = short_task(moment.trace, task);
        for slot in measure::row(std::iter::once(label.as_str()), width * 0.58) {
            room -= slot.width;
            seats.put(task, moment.role, (glass.x + INSET + 4.0, y + (ROW - HEIGHT) / 2.0), slot);
        }
        name = fit(&name, Face::Faint, room);
        item = item.text_at((width - 12.0, 19.0), name, Face::Faint, Anchor::End);
    } else {
        item = item.text((12.0, 19.0), fit(&name, Face::Faint, room), Face::Faint);
    }
    item
}

/// What called into JavaScript, by its own name in Node and libuv.
fn native(moment: Moment<'_>) -> String {
    let snapshot = moment.snapshot;
    let queue = snapshot.task.map(|task| moment.trace.task(task).map_or(Queue::Main, |record| record.queue));
    let name = match queue {
        Some(Queue::Main) => "runMain",
        Some(Queue::NextTick) => "processTicksAndRejections",
        Some(Queue::Microtask) => "runMicrotasks",
        Some(Queue::Timer) => "processTimers",
        Some(Queue::Immediate) => "processImmediate",
        Some(Queue::Poll) => "uv__io_poll",
        Some(Queue::Pending) => "uv__run_pending",
        Some(Queue::Close) => "uv__run_closing_handles",
        Some(Queue::Process) => "process.emit",
        None => match snapshot.stage {
            _ if !snapshot.stack.is_empty() => "node",
            Stage::Main => "no JavaScript runs",
            Stage::Loop(Phase::Timers) => "uv__run_timers",
            Stage::Loop(Phase::Pending) => "uv__run_pending",
            Stage::Loop(Phase::Idle) => "uv__run_idle",
            Stage::Loop(Phase::Prepare) => "uv__run_prepare",
            Stage::Loop(Phase::Poll) => "uv__io_poll",
            Stage::Loop(Phase::Check) => "uv__run_check",
            Stage::Loop(Phase::Closing) => "uv__run_closing_handles",
            Stage::Between => "uv_run",
            Stage::Exited { .. } => "the process has exited",
        },
    };
    match snapshot.suspended.len() {
        0 => name.to_owned(),
        _ => format!("{name} inside a callback"),
    }
}

fn summary(moment: Moment<'_>) -> String {
    let stack = &moment.snapshot.stack;
    let Some(top) = stack.last() else {
        return "Call stack: empty.".to_owned();
    };
    let name = frame_name(moment.trace, stack, stack.len() - 1);
    let line = top.site.and_then(|site| moment.trace.site(site)).map_or_else(String::new, |site| format!(", line {}", site.position.line));
    format!("Call stack: {}, on top {name}{line}.", player::plural(stack.len(), "frame"))
}
