//! The reason that an object is still there: the way from a variable to it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Moment, bytes};
use crate::measure::{self, fit};
use crate::plan::Area;
use crate::{Anchor, Face, Item, Layer, Motion, Paint};
use player::frame_name;
use trace::{Event, FrameKind, HeapBlock, ObjectId, Slot, Snapshot, Space, StepId, Trace};

const HEAD: f32 = 24.0;
const ROW: f32 = 38.0;
/// The most objects that are searched.
const MOST: usize = 400;

/// An object that a variable leads to.
struct Way {
    /// Its block in the heap.
    block: u32,
    title: String,
    /// The way to the object, as `main: list → head → next`.
    path: String,
}

/// The objects that the variables of running functions lead to, or of those that ran last; the nearest first.
pub(super) struct Kept<'a> {
    ways: Vec<Way>,
    by_block: BTreeMap<u32, usize>,
    /// Where no function of the program runs: the step at which one did last.
    as_of: Option<StepId>,
    moment: Moment<'a>,
}

impl<'a> Kept<'a> {
    pub(super) fn at(moment: Moment<'a>) -> Self {
        let trace = moment.trace;
        let earlier = if runs(moment.snapshot) { None } else { last_run(moment) };
        let as_of = earlier.as_ref().map(|(step, _)| *step);
        let mut waiting: VecDeque<(ObjectId, String)> = earlier.map_or_else(|| roots(trace, moment.snapshot), |(_, roots)| roots).into();
        let mut met: BTreeSet<ObjectId> = waiting.iter().map(|(object, _)| *object).collect();
        let mut kept = Self { ways: Vec::new(), by_block: BTreeMap::new(), as_of, moment };
        while let Some((object, path)) = waiting.pop_front() {
            let Some((_, view)) = trace.objects().at(object, moment.snapshot.step) else { continue };
            for (name, slot) in &view.slots {
                if let Slot::Object(next) = slot
                    && met.len() < MOST
                    && met.insert(*next)
                {
                    waiting.push_back((*next, format!("{path} → {}", step_by(trace.text(*name)))));
                }
            }
            if let Some(block) = view.block {
                kept.by_block.insert(block, kept.ways.len());
                kept.ways.push(Way { block, title: trace.text(view.title).to_owned(), path: shortened(&path) });
            }
        }
        kept
    }

    /// The name of a block, if a variable leads to it.
    pub(super) fn title(&self, block: u32) -> Option<&str> {
        self.by_block.get(&block).and_then(|place| self.ways.get(*place)).map(|way| way.title.as_str())
    }

    fn block(&self, block: u32) -> Option<(StepId, HeapBlock)> {
        self.moment
            .trace
            .blocks()
            .at(block, self.moment.snapshot.step)
            .map(|(since, block)| (since, *block))
            .filter(|(_, block)| block.space.is_some())
    }
}

/// Whether a function of the program is on the stack.
fn runs(snapshot: &Snapshot) -> bool {
    snapshot.stack.iter().any(|frame| frame.kind == FrameKind::Program)
}

/// The objects in the variables of the program's functions, the newest one's first.
fn roots(trace: &Trace, snapshot: &Snapshot) -> Vec<(ObjectId, String)> {
    let mut roots: Vec<(ObjectId, String)> = Vec::new();
    let stack = &snapshot.stack;
    for (place, frame) in stack.iter().enumerate().rev().filter(|(_, frame)| frame.kind == FrameKind::Program) {
        let name = frame_name(trace, stack, place);
        for variable in &frame.variables {
            let Some(object) = variable.value.and_then(|value| trace.value(value)).and_then(|value| value.object) else { continue };
            if roots.iter().all(|(known, _)| *known != object) {
                roots.push((object, format!("{name}: {}", trace.text(variable.name))));
            }
        }
    }
    roots
}

/// The newest of the last few statements before this step at which a variable held an object, and the objects held.
fn last_run(moment: Moment<'_>) -> Option<(StepId, Vec<(ObjectId, String)>)> {
    const MOST_BACK: usize = 12;
    let before = moment.trace.steps().get(..moment.snapshot.step.index())?;
    let statements = before.iter().enumerate().rev().filter(|(_, step)| matches!(step.event, Event::Statement { .. }));
    let steps = statements.take(MOST_BACK).filter_map(|(step, _)| u32::try_from(step).ok().map(StepId));
    let mut held = steps.map(|step| (step, roots(moment.trace, &moment.trace.snapshot(step))));
    held.find(|(_, roots)| !roots.is_empty())
}

/// A path with its repetitions counted: `list → next → next` becomes `list → next ×2`.
fn shortened(path: &str) -> String {
    let mut parts: Vec<(&str, usize)> = Vec::new();
    for part in path.split(" → ") {
        match parts.last_mut().filter(|(last, _)| *last == part) {
            Some((_, times)) => *times += 1,
            None => parts.push((part, 1)),
        }
    }
    let written = parts.into_iter().map(|(part, times)| if times > 1 { format!("{part} ×{times}") } else { part.to_owned() });
    written.collect::<Vec<_>>().join(" → ")
}

/// The words for a step of a path: a property, an element, an entry.
fn step_by(name: &str) -> String {
    if name.is_empty() {
        "(an entry)".to_owned()
    } else if name.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("[{name}]")
    } else {
        name.to_owned()
    }
}

/// The list of the objects: those that have just changed first, then the largest.
pub(super) fn draw(moment: Moment<'_>, area: Area, kept: &Kept<'_>) -> Layer {
    let mut rows: Vec<(&Way, StepId, HeapBlock)> =
        kept.ways.iter().filter_map(|way| kept.block(way.block).map(|(since, block)| (way, since, block))).collect();
    rows.sort_by_key(|(_, since, block)| (!moment.is_now(*since), std::cmp::Reverse(block.bytes)));
    let alive = moment.trace.blocks().all_at(moment.snapshot.step).filter(|(.., block)| block.space.is_some()).count();
    if area.height < HEAD + ROW {
        return Layer { id: "kept", summary: String::new(), motion: Motion::Fixed, items: Vec::new() };
    }
    let mut items = vec![Item::new("kept-head", area.x, area.y).text((0.0, 12.0), "WHY IS IT STILL HERE?", Face::Heading)];
    // Where there is room for one at all, the words about the others are left out rather than it.
    let rest = match area.height {
        height if height < HEAD + 2.0 * ROW => 0.0,
        height if height < 300.0 => 20.0,
        _ => 62.0,
    };
    let room = measure::rows(area.height - HEAD - rest, ROW);
    let mut described = Vec::new();
    let mut y = area.y + HEAD;
    for (way, since, block) in rows.iter().take(room) {
        items.push(row(moment, (area, y), way, (*since, *block)));
        described.push(format!("{}, {}, {}, held by {}.", way.title, bytes(block.bytes.into()), name_of(block.space), way.path));
        y += ROW;
    }
    let others = alive.saturating_sub(rows.len());
    let cut = rows.len().saturating_sub(room);
    let mut words = Vec::new();
    if let Some(step) = kept.as_of.filter(|_| !rows.is_empty()) {
        words.push(format!("By the variables of step {}, when the program’s code ran last.", step.0 + 1));
    }
    if cut > 0 {
        words.push(format!("No room for {cut} more."));
    }
    if !moment.trace.objects().followed(moment.snapshot.step) {
        words.push("The run is too long here: what leads to its objects is followed no further.".to_owned());
    } else if others > 0 {
        words.push(format!("{others} others: strings, closures, scopes, garbage, and what no variable that is shown leads to."));
    }
    if !words.is_empty() {
        for (place, line) in super::lines(&words.join(" "), area.width).into_iter().enumerate() {
            if y + 15.0 > area.bottom() + 2.0 {
                break;
            }
            items.push(Item::new(format!("kept-rest-{place}"), area.x, y).text((0.0, 12.0), line, Face::Faint));
            y += 15.0;
        }
    }
    Layer { id: "kept", summary: described.join(" "), motion: Motion::Fixed, items }
}

fn row(moment: Moment<'_>, (area, y): (Area, f32), way: &Way, (since, block): (StepId, HeapBlock)) -> Item {
    let fresh = moment.is_now(since);
    let mut item = Item::new(format!("kept-{}", way.block), area.x, y).role(moment.role).fresh(fresh);
    let paint = if fresh { Paint::Tint } else { Paint::Unseen };
    item = item.rect((-6.0, 0.0), (area.width + 12.0, ROW - 2.0), 5.0, paint);
    let words = format!("{} · {}", bytes(block.bytes.into()), name_of(block.space));
    let words = if block.external > 0 { format!("{words} · {} outside", bytes(block.external.into())) } else { words };
    let right = measure::width(&words, Face::Dim) + 10.0;
    item = item.text((0.0, 14.0), fit(&way.title, Face::Code, area.width - right), Face::Code);
    item = item.text_at((area.width, 14.0), words, Face::Dim, Anchor::End);
    item = item.text((0.0, 30.0), fit_end(&way.path, area.width), Face::Dim);
    let born = moment.trace.blocks().states(way.block).next().map_or(since, |(born, _)| born);
    item.leads_to(born, format!("{}, held by {}; to where it was made", way.title, way.path))
}

/// A path without its middle if it is too long: its beginning and its end say the most.
fn fit_end(path: &str, room: f32) -> String {
    if measure::width(path, Face::Dim) <= room {
        return path.to_owned();
    }
    let mut parts: Vec<&str> = path.split(" → ").collect();
    while parts.len() > 2 {
        parts.remove(1);
        let short = format!("{} → … → {}", parts[0], parts[1..].join(" → "));
        if measure::width(&short, Face::Dim) <= room {
            return short;
        }
    }
    fit(path, Face::Dim, room)
}

fn name_of(space: Option<Space>) -> &'static str {
    match space {
        Some(Space::New) => "new space",
        Some(Space::NewLarge) => "large, new",
        Some(Space::Old) => "old space",
        Some(Space::Large) => "large",
        None => "collected",
    }
}
