//! The program's variables as objects: each frame's variables, what they refer to, and what that refers to in its turn.

use std::collections::BTreeMap;
use std::collections::VecDeque;

use player::{Role, frame_name};
use trace::{Frame, FrameKind, ObjectId, ObjectView, Slot, StepId, ValueId};

use super::measure::{self, fit};
use super::plan::Area;
use super::view::Moment;
use super::{Face, Item, Layer, Motion, Paint};

/// A row of a frame or an object, and the head above the rows.
const ROW: f32 = 22.0;
const HEAD: f32 = 28.0;
/// Below the rows.
const FOOT: f32 = 6.0;
/// Between two boxes of a column, and between two columns, where the arrows run.
const BELOW: f32 = 14.0;
const BESIDE: f32 = 56.0;
/// A column is about as wide.
const WIDE: f32 = 210.0;
/// Of a frame or an object so many rows are drawn.
const MOST_ROWS: usize = 12;

/// A row: what it is called and what it holds.
struct Row {
    name: String,
    holds: Holds,
    /// It is new at this step.
    fresh: bool,
}

enum Holds {
    Text(String, Face),
    Object(ObjectId),
}

/// A frame or an object before it has a place.
struct Pane {
    id: String,
    title: String,
    note: String,
    rows: Vec<Row>,
    /// How many it has beyond those.
    more: usize,
    fresh: bool,
    current: bool,
}

/// A box in its place.
struct Placed {
    area: Area,
    id: String,
}

pub(super) fn objects(moment: Moment<'_>, area: Area) -> Vec<Layer> {
    let frames = frames(moment);
    if frames.is_empty() {
        return vec![nothing("objects", area, "No function of the program is running: there are no variables to show.")];
    }
    if !moment.trace.objects().followed(moment.snapshot.step) {
        return vec![nothing("objects", area, "The run is too long here: its objects are followed no further.")];
    }
    let columns = (((area.width + BESIDE) / (WIDE + BESIDE)).floor()).max(2.0);
    let width = (area.width - BESIDE * (columns - 1.0)) / columns;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of columns")]
    let count = columns as usize;
    let mut picture = Picture { moment, area, width, count, below: vec![0.0; count], boxes: Vec::new(), places: BTreeMap::new(), left_out: 0 };
    picture.draw(frames);
    picture.into_layers()
}

/// A layer that only says why it is empty.
pub(super) fn nothing(id: &'static str, area: Area, words: &str) -> Layer {
    let item = Item::new(format!("{id}-none"), area.x, area.y).text((0.0, 24.0), words, Face::Faint);
    Layer { id, summary: words.to_owned(), motion: Motion::Fixed, items: vec![item] }
}

/// The program's frames with variables, newest first.
fn frames(moment: Moment<'_>) -> Vec<Pane> {
    let stack = &moment.snapshot.stack;
    let programs = stack.iter().enumerate().rev().filter(|(_, frame)| frame.kind == FrameKind::Program);
    programs.enumerate().map(|(order, (place, frame))| frame_box(moment, frame, frame_name(moment.trace, stack, place), order == 0)).collect()
}

fn frame_box(moment: Moment<'_>, frame: &Frame, title: String, current: bool) -> Pane {
    let rows = frame.variables.iter().take(MOST_ROWS).map(|variable| {
        let holds = variable.value.map_or_else(|| Holds::Text("not initialised yet".to_owned(), Face::Faint), |value| holds_value(moment, value));
        Row { name: moment.trace.text(variable.name).to_owned(), holds, fresh: moment.is_now(variable.changed) }
    });
    let position = frame.site.and_then(|site| moment.trace.site(site)).map(|site| format!("line {}", site.position.line));
    Pane {
        id: format!("frame-{}", frame.since.0),
        title,
        note: position.unwrap_or_default(),
        rows: rows.collect(),
        more: frame.variables.len().saturating_sub(MOST_ROWS),
        fresh: moment.is_now(frame.since),
        current,
    }
}

fn holds_value(moment: Moment<'_>, value: ValueId) -> Holds {
    match moment.trace.value(value) {
        Some(value) => value.object.map_or_else(|| Holds::Text(value.text.to_string(), Face::Code), Holds::Object),
        None => Holds::Text(String::new(), Face::Code),
    }
}

fn object_box(moment: Moment<'_>, object: ObjectId, since: StepId, view: &ObjectView) -> Pane {
    let rows = view.slots.iter().take(MOST_ROWS).map(|(name, slot)| {
        let holds = match slot {
            Slot::Object(object) => Holds::Object(*object),
            Slot::Value(value) => Holds::Text(moment.trace.value(*value).map_or_else(String::new, |value| value.text.to_string()), Face::Code),
        };
        Row { name: moment.trace.text(*name).to_owned(), holds, fresh: false }
    });
    let rows: Vec<Row> = rows.collect();
    let more = view.more as usize + view.slots.len() - rows.len();
    let note = note(moment, view, rows.is_empty() && more == 0);
    let title = moment.trace.text(view.title).to_owned();
    Pane { id: format!("object-{}", object.0), title, note, rows, more, fresh: moment.is_now(since), current: false }
}

/// Its hidden class, and of an array the kind of its elements.
fn note(moment: Moment<'_>, view: &ObjectView, empty: bool) -> String {
    let trace = moment.trace;
    let class = view.map.and_then(|map| Some((map, trace.hidden_classes().at(map.0, moment.snapshot.step)?.1)));
    let mut words: Vec<String> = Vec::new();
    if empty {
        words.push("empty".to_owned());
    }
    if let Some((map, class)) = class {
        if trace.text(view.title).starts_with("Array(") {
            words.push(super::shapes::short_kind(trace.text(class.elements)).to_owned());
        } else if class.dictionary {
            words.push("dictionary".to_owned());
        }
        words.push(format!("#{}", map.0));
    }
    words.join(" ")
}

struct Picture<'a> {
    moment: Moment<'a>,
    area: Area,
    /// Of a column.
    width: f32,
    /// How many columns there are.
    count: usize,
    /// How far down each is full.
    below: Vec<f32>,
    boxes: Vec<(Pane, Area)>,
    places: BTreeMap<ObjectId, Placed>,
    left_out: usize,
}

impl Picture<'_> {
    /// Frames stand in the first column; an object stands one to the right of what first leads to it.
    fn draw(&mut self, frames: Vec<Pane>) {
        let mut waiting: VecDeque<(ObjectId, usize)> = VecDeque::new();
        for frame in frames {
            self.put(frame, 0, &mut waiting);
        }
        let mut met = std::collections::BTreeSet::new();
        while let Some((object, column)) = waiting.pop_front() {
            if !met.insert(object) {
                continue;
            }
            let found = self.moment.trace.objects().at(object, self.moment.snapshot.step);
            let Some((since, view)) = found else { continue };
            let drawn = object_box(self.moment, object, since, view);
            let id = drawn.id.clone();
            match self.put(drawn, column.min(self.count - 1), &mut waiting) {
                Some(area) => drop(self.places.insert(object, Placed { area, id })),
                None => self.left_out += 1,
            }
        }
    }

    /// Gives a box its place at the foot of its column, if there is room, and lets what it refers to wait. One that is too long loses its last rows.
    fn put(&mut self, mut drawn: Pane, column: usize, waiting: &mut VecDeque<(ObjectId, usize)>) -> Option<Area> {
        let y = self.below[column];
        let room = measure::rows(self.area.height - y - HEAD - FOOT, ROW);
        let rows = drawn.rows.len() + usize::from(drawn.more > 0);
        if rows > room {
            let shown = room.checked_sub(1).filter(|shown| *shown > 0)?;
            drawn.more += drawn.rows.len() - shown;
            drawn.rows.truncate(shown);
        }
        let rows = drawn.rows.len() + usize::from(drawn.more > 0);
        #[expect(clippy::cast_precision_loss, reason = "a dozen rows")]
        let height = HEAD + rows as f32 * ROW + FOOT;
        if y + height > self.area.height {
            return None;
        }
        self.below[column] = y + height + BELOW;
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let x = self.area.x + column as f32 * (self.width + BESIDE);
        let area = Area { x, y: self.area.y + y, width: self.width, height };
        for row in &drawn.rows {
            if let Holds::Object(object) = row.holds {
                waiting.push_back((object, column + 1));
            }
        }
        self.boxes.push((drawn, area));
        Some(area)
    }

    fn into_layers(self) -> Vec<Layer> {
        let mut items = Vec::new();
        let mut arrows = Vec::new();
        for (drawn, area) in &self.boxes {
            items.extend(self.item(drawn, *area));
            arrows.extend(drawn.rows.iter().enumerate().filter_map(|(index, row)| self.arrow(drawn, *area, index, row)));
        }
        if self.left_out > 0 {
            let words = format!("{} more objects do not fit here", self.left_out);
            items.push(Item::new("objects-more", self.area.x, self.area.bottom()).text((0.0, -4.0), words, Face::Faint));
        }
        let summary = self.summary();
        let arrows = Layer { id: "references", summary: String::new(), motion: Motion::Fixed, items: arrows };
        vec![Layer { id: "objects", summary, motion: Motion::Fixed, items }, arrows]
    }

    fn item(&self, drawn: &Pane, area: Area) -> Vec<Item> {
        let paint = if drawn.current { Paint::Current } else { Paint::Panel };
        let head = Item::new(drawn.id.clone(), area.x, area.y).role(self.moment.role).fresh(drawn.fresh);
        let room = area.width - 28.0 - measure::width(&drawn.note, Face::Dim);
        let head = head.rect((0.0, 0.0), (area.width, area.height), 10.0, paint);
        let head = head.text((12.0, 19.0), fit(&drawn.title, Face::Code, room), Face::Code);
        let head = head.text_at((area.width - 12.0, 19.0), drawn.note.clone(), Face::Dim, super::Anchor::End);
        let mut items = vec![head];
        let mut y = area.y + HEAD;
        for (index, row) in drawn.rows.iter().enumerate() {
            items.push(self.row(&drawn.id, index, row, (area.x, y), area.width));
            y += ROW;
        }
        if drawn.more > 0 {
            let words = format!("+{} more", drawn.more);
            items.push(Item::new(format!("{}-more", drawn.id), area.x, y).text((12.0, 15.0), words, Face::Faint));
        }
        items
    }

    fn row(&self, id: &str, index: usize, row: &Row, (x, y): (f32, f32), width: f32) -> Item {
        let item = Item::new(format!("{id}-{index}"), x, y).role(self.moment.role).fresh(row.fresh);
        let item = if row.fresh { item.rect((4.0, 1.0), (width - 8.0, ROW - 2.0), 5.0, Paint::Tint) } else { item };
        let name = fit(&row.name, Face::CodeDim, width * 0.44);
        let from = if name.is_empty() { 12.0 } else { 12.0 + measure::width(&name, Face::CodeDim) + 12.0 };
        let item = item.text((12.0, 15.0), name, Face::CodeDim);
        match &row.holds {
            Holds::Text(text, face) => item.text((from, 15.0), fit(text, *face, width - from - 10.0), *face),
            Holds::Object(object) if self.places.contains_key(object) => item.circle((width - 14.0, 11.0), 4.0, Paint::Solid),
            Holds::Object(object) => {
                let title =
                    self.moment.trace.objects().at(*object, self.moment.snapshot.step).map_or("…", |(_, view)| self.moment.trace.text(view.title));
                item.text((from, 15.0), fit(&format!("{title} …"), Face::Faint, width - from - 10.0), Face::Faint)
            }
        }
    }

    /// From a row's dot to the head of what it refers to.
    fn arrow(&self, drawn: &Pane, area: Area, index: usize, row: &Row) -> Option<Item> {
        let Holds::Object(object) = row.holds else { return None };
        let place = self.places.get(&object)?;
        #[expect(clippy::cast_precision_loss, reason = "a dozen rows")]
        let from = (area.right() - 14.0, area.y + HEAD + index as f32 * ROW + 11.0);
        let to = place.area;
        let path = if to.x > area.x {
            let (x, y) = (to.x - 3.0, to.y + 14.0);
            let bend = ((x - from.0) / 2.0).max(18.0);
            format!("M{:.1} {:.1}C{:.1} {:.1} {:.1} {y:.1} {x:.1} {y:.1}", from.0, from.1, from.0 + bend, from.1, x - bend)
        } else {
            // Back, or to its own column: around the right side.
            let (x, y) = (to.right() + 3.0, to.y + 14.0);
            let out = from.0.max(x) + (16.0 + (y - from.1).abs() * 0.14).min(BESIDE - 8.0);
            format!("M{:.1} {:.1}C{out:.1} {:.1} {out:.1} {y:.1} {x:.1} {y:.1}", from.0, from.1, from.1)
        };
        let role = if row.fresh || drawn.current { self.moment.role } else { Role::Main };
        let paint = if row.fresh { Paint::LinkOn } else { Paint::Link };
        Some(Item::new(format!("ref-{}-{index}-{}", drawn.id, place.id), 0.0, 0.0).role(role).fresh(row.fresh).path(path, paint))
    }

    fn summary(&self) -> String {
        let told = self.boxes.iter().map(|(drawn, _)| {
            let rows: Vec<String> = drawn.rows.iter().map(|row| self.told(row)).collect();
            let rows = if rows.is_empty() { "empty".to_owned() } else { rows.join(", ") };
            format!("{}: {rows}.", drawn.title)
        });
        told.take(12).collect::<Vec<_>>().join(" ")
    }

    fn told(&self, row: &Row) -> String {
        let held = match &row.holds {
            Holds::Text(text, _) => text.clone(),
            Holds::Object(object) => {
                let view = self.moment.trace.objects().at(*object, self.moment.snapshot.step);
                view.map_or_else(|| "an object".to_owned(), |(_, view)| format!("refers to {}", self.moment.trace.text(view.title)))
            }
        };
        if row.name.is_empty() { held } else { format!("{} {held}", row.name) }
    }
}
