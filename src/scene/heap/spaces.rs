//! The spaces as wells. The program's objects are blocks in them, as wide as they have bytes, in the order of their births.

use super::paths::Kept;
use super::{Moment, Since, bytes};
use crate::measure::fit;
use crate::plan::Area;
use crate::{Anchor, Face, Item, Layer, Motion, Paint};
use trace::{HeapBlock, HeapUsage, Space, StepId};

const LABEL: f32 = 18.0;
/// The height of a row of blocks in a well, and the space between two rows.
const ROW: f32 = 12.0;
const BETWEEN: f32 = 2.0;
/// The space inside of a well's edge.
const INSET: f32 = 4.0;
/// The width below which a block is drawn together with its neighbours.
const LEAST: f32 = 3.0;

/// The look of a block. Neighbours of one look may be drawn together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Nodes,
    /// A young or old block to which nothing happened at this step.
    Calm,
    /// A block that has survived a scavenge and is promoted by the next.
    Kept,
    /// A block that was born, grew or moved at this step.
    Fresh,
}

impl Look {
    const ALL: [Self; 4] = [Self::Nodes, Self::Calm, Self::Kept, Self::Fresh];

    fn paint(self) -> Paint {
        match self {
            Self::Nodes => Paint::BlockOwn,
            Self::Calm => Paint::Block,
            Self::Kept => Paint::BlockKept,
            Self::Fresh => Paint::Solid,
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Nodes => "nodes",
            Self::Calm => "calm",
            Self::Kept => "kept",
            Self::Fresh => "fresh",
        }
    }
}

/// The wells, each with its number of rows, and the part of the area's height that they take.
pub(super) fn spaces((moment, kept): (Moment<'_>, &Kept<'_>), usage: &HeapUsage, (since, area): Since<'_, Area>, rows: u8) -> (Layer, f32) {
    let mut picture = Picture { moment, kept, items: Vec::new() };
    let blocks: Vec<_> = moment.trace.blocks().all_at(moment.snapshot.step).filter(|(.., block)| block.space.is_some()).collect();
    let of = |space: Space| blocks.iter().filter(move |(.., block)| block.space == Some(space)).map(|(id, since, block)| (*id, *since, **block));
    let fresh = moment.is_now(*since);
    // The semispaces change places at each scavenge.
    let second = scavenges(moment) % 2 == 1;
    let half = (area.width - 12.0) / 2.0;
    let mut y = area.y;
    let words = format!("{} of {}", bytes(usage.spaces.new_space), bytes(usage.spaces.semi_space));
    picture.label("new", (area.x, y, area.width), "New space: two semispaces", &words, fresh);
    y += LABEL;
    let places = [area.x, area.x + half + 12.0];
    let height = well_height(rows);
    let [in_use, empty] = if second { [places[1], places[0]] } else { places };
    let well = Area { x: in_use, y, width: half, height };
    let nodes = (usage.nodes_new > 0).then_some(usage.nodes_new);
    picture.well(("new", fresh), well, usage.spaces.semi_space, nodes, of(Space::New));
    picture.vacant((Area { x: empty, y, width: half, height }, "for the next scavenge"));
    y += height + 10.0;
    let old = moment.trace.heap().map(|(_, usage)| usage.spaces.old_space).max().unwrap_or(0).max(usage.spaces.semi_space);
    picture.label("old", (area.x, y, area.width), "Old space", &bytes(usage.spaces.old_space), fresh);
    y += LABEL;
    picture.well(("old", fresh), Area { x: area.x, y, width: area.width, height }, old, None, of(Space::Old));
    y += height + 10.0;
    let large = moment.trace.heap().map(|(_, usage)| usage.spaces.large + usage.spaces.new_large).max().unwrap_or(0);
    if large > 0 {
        picture.label("large", (area.x, y, area.width), "Large objects", &bytes(usage.spaces.large + usage.spaces.new_large), fresh);
        y += LABEL;
        // In little room the count says it.
        if rows > 1 {
            let well = Area { x: area.x, y, width: area.width, height: well_height(1) };
            picture.well(("large", fresh), well, large, None, of(Space::NewLarge).chain(of(Space::Large)));
            y += well_height(1) + 10.0;
        }
    }
    let mut notes = Vec::new();
    if of(Space::New).any(|(.., block)| block.survived_once) {
        notes.push("Stronger blocks have survived a scavenge.".to_owned());
    }
    if usage.spaces.external > 0 {
        notes.push(format!("Outside of the heap: {} of buffers.", bytes(usage.spaces.external)));
    }
    if usage.unlisted > 0 {
        notes.push(format!("{} more objects are counted and not drawn.", usage.unlisted));
    }
    // In little room the summary alone says it.
    if !notes.is_empty() && rows > 1 {
        let words = fit(&notes.join(" "), Face::Faint, area.width);
        picture.items.push(Item::new("heap-notes", area.x, y).text((0.0, 11.0), words, Face::Faint));
        y += LABEL;
    }
    (Layer { id: "spaces", summary: String::new(), motion: Motion::Fixed, items: picture.items }, y - area.y + 4.0)
}

fn scavenges(moment: Moment<'_>) -> usize {
    moment.trace.collections().all_at(moment.snapshot.step).filter(|(.., it)| it.collector == trace::Collector::Scavenge).count()
}

fn well_height(rows: u8) -> f32 {
    f32::from(rows) * (ROW + BETWEEN) - BETWEEN + 2.0 * INSET
}

struct Picture<'a> {
    moment: Moment<'a>,
    kept: &'a Kept<'a>,
    items: Vec<Item>,
}

impl Picture<'_> {
    fn label(&mut self, id: &str, (x, y, width): (f32, f32, f32), name: &str, words: &str, fresh: bool) {
        let item = Item::new(format!("space-{id}"), x, y).role(self.moment.role).fresh(fresh);
        self.items.push(item.text((0.0, 11.0), name, Face::Label).text_at((width, 11.0), words, Face::Dim, Anchor::End));
    }

    fn vacant(&mut self, (area, words): (Area, &str)) {
        let item = Item::new("space-empty", area.x, area.y).rect((0.0, 0.0), (area.width, area.height), 6.0, Paint::Vacant);
        self.items.push(item.text((INSET + 6.0, area.height / 2.0 + 4.0), fit(words, Face::Faint, area.width - 16.0), Face::Faint));
    }

    /// A well that holds that many bytes when it is full.
    fn well(
        &mut self,
        (id, fresh): (&str, bool),
        area: Area,
        holds: u64,
        nodes: Option<u64>,
        blocks: impl Iterator<Item = (u32, StepId, HeapBlock)>,
    ) {
        let paint = if fresh { Paint::WellOn } else { Paint::Well };
        let well = Item::new(format!("well-{id}"), area.x, area.y).role(self.moment.role);
        self.items.push(well.rect((0.0, 0.0), (area.width, area.height), 6.0, paint));
        let mut rows =
            Rows::new(Area { x: area.x + INSET, y: area.y + INSET, width: area.width - 2.0 * INSET, height: area.height - 2.0 * INSET }, holds);
        if let Some(nodes) = nodes {
            rows.put(Look::Nodes, nodes);
        }
        let mut titled = Vec::new();
        for (number, since, block) in blocks {
            let look = match (self.moment.is_now(since), block.survived_once) {
                (true, _) => Look::Fresh,
                (false, true) => Look::Kept,
                (false, false) => Look::Calm,
            };
            let at = rows.put(look, block.bytes.into());
            if let Some(title) = self.kept.title(number).filter(|_| at.2 >= LEAST) {
                titled.push((number, at, format!("{title}, {}", bytes(block.bytes.into()))));
            }
        }
        for (look, data) in rows.paths() {
            self.items.push(Item::new(format!("blocks-{id}-{}", look.id()), 0.0, 0.0).role(self.moment.role).path(data, look.paint()));
        }
        for (number, (x, y, width), title) in titled {
            self.items.push(Item::new(format!("block-{number}"), x, y).rect((0.0, 0.0), (width, ROW), 1.0, Paint::Unseen).titled(title));
        }
    }
}

/// Blocks one behind the other, over the rows of a well.
struct Rows {
    area: Area,
    per_byte: f32,
    /// The filled length of the rows, end to end.
    at: f32,
    /// The beginning and end of each run of one look, in the same measure.
    runs: Vec<(Look, f32, f32)>,
}

impl Rows {
    fn new(area: Area, holds: u64) -> Self {
        let rows = ((area.height + BETWEEN) / (ROW + BETWEEN)).round();
        #[expect(clippy::cast_precision_loss, reason = "bytes of a heap are far below 2^24 pixels")]
        let per_byte = rows * area.width / holds.max(1) as f32;
        Self { area, per_byte, at: 0.0, runs: Vec::new() }
    }

    /// Adds a block. Gives the place of its first piece, `(x, y)`, and that piece's width.
    fn put(&mut self, look: Look, bytes: u64) -> (f32, f32, f32) {
        #[expect(clippy::cast_precision_loss, reason = "bytes of an object")]
        let width = bytes as f32 * self.per_byte;
        let (from, to) = (self.at, self.at + width);
        self.at = to;
        // A pixel is left between blocks that are wide enough to be seen apart.
        let end = if width >= LEAST { to - 1.0 } else { to };
        match self.runs.last_mut() {
            Some((last, _, until)) if *last == look && width < LEAST && from - *until < 0.5 => *until = end,
            _ => self.runs.push((look, from, end)),
        }
        let (row, x) = ((from / self.area.width).floor(), from % self.area.width);
        (self.area.x + x, self.area.y + row * (ROW + BETWEEN), (end - from).min(self.area.width - x))
    }

    fn paths(&self) -> Vec<(Look, String)> {
        let mut paths: Vec<(Look, String)> = Vec::new();
        for look in Look::ALL {
            let mut data = String::new();
            for (_, from, to) in self.runs.iter().filter(|(run, ..)| *run == look) {
                self.write(&mut data, *from, *to);
            }
            if !data.is_empty() {
                paths.push((look, data));
            }
        }
        paths
    }

    fn write(&self, data: &mut String, from: f32, to: f32) {
        use std::fmt::Write as _;
        let (width, rows) = (self.area.width, ((self.area.height + BETWEEN) / (ROW + BETWEEN)).round());
        let mut at = from;
        while at < to {
            let row = (at / width).floor();
            if row >= rows {
                return;
            }
            let until = to.min((row + 1.0) * width);
            let (x, y) = (self.area.x + at - row * width, self.area.y + row * (ROW + BETWEEN));
            let _ = write!(data, "M{x:.1} {y:.1}h{:.1}v{ROW}H{x:.1}z", (until - at).max(0.6));
            at = if until > at { until } else { to };
        }
    }
}
