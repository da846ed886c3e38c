//! V8's heap: its spaces with the program's objects as blocks, the use of the heap from step to step, the newest collection in a sentence, and the reason
//! that each object is still there.

mod graph;
mod paths;
mod sentence;
mod spaces;

use trace::{HeapUsage, StepId};

use self::paths::Kept;
use super::measure;
use super::objects::nothing;
use super::plan::Area;
use super::view::Moment;
use super::{Anchor, Face, Item, Layer, Motion};

/// The height of the heading, and of a line of the sentence below it.
const HEAD: f32 = 24.0;
const LINE: f32 = 17.0;
const GAP: f32 = 24.0;
/// The width below which all parts stand one below another.
const NARROW: f32 = 640.0;
/// The height below which each space has one row.
const SHORT: f32 = 430.0;

pub(super) fn heap(moment: Moment<'_>, area: Area) -> Vec<Layer> {
    let step = moment.snapshot.step;
    let Some((since, usage)) = moment.trace.heap_at(step) else {
        return vec![nothing("heap", area, "Nothing yet: the program has made no object.")];
    };
    let wide = area.width >= NARROW;
    let newest = sentence::newest(moment);
    let words = newest.as_ref().map_or_else(|| "No collection yet: the new space still has room.".to_owned(), |(_, words)| words.clone());
    let lines = lines(&words, area.width);
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let above = HEAD + lines.len() as f32 * LINE + 12.0;
    let below = Area { y: area.y + above, height: area.height - above, ..area };
    let left = if wide { Area { width: (below.width * 0.56).floor(), ..below } } else { below };
    let rows = match (wide, area.height >= SHORT) {
        (true, _) => 4,
        (false, true) => 2,
        (false, false) => 1,
    };
    let kept = Kept::at(moment);
    let (drawn, used) = spaces::spaces((moment, &kept), usage, (&since, left), rows);
    let graph_height = if wide { (left.height - used - 30.0).clamp(60.0, 220.0) } else { 28.0 + 12.0 * f32::from(rows) };
    let graph = graph::graph(moment, Area { y: left.y + used, height: graph_height, ..left });
    let beside = if wide {
        let x = left.right() + GAP;
        Area { x, width: area.right() - x, ..below }
    } else {
        let y = left.y + used + graph_height + 12.0;
        Area { y, height: area.bottom() - y, ..below }
    };
    let fresh = newest.is_some_and(|(since, _)| moment.is_now(since));
    let head = head(area, usage, &lines, (fresh, moment));
    let list = paths::draw(moment, beside, &kept);
    vec![Layer { id: "heap", summary: summary(usage, &words), motion: Motion::Fixed, items: head }, drawn, graph, list]
}

fn head(area: Area, usage: &HeapUsage, lines: &[String], (fresh, moment): (bool, Moment<'_>)) -> Vec<Item> {
    let scale = if usage.scale == 1 { "true to scale".to_owned() } else { format!("scale 1:{}", usage.scale) };
    let title = if usage.scale == 1 {
        "Capacities and limits are V8’s own, since the program reads its heap or has a limit of its own."
    } else {
        "All but the program’s objects is so much smaller than in V8, so that a short program meets collections. In a long run the scale grows."
    };
    let words = format!("Model of V8’s heap · {scale}");
    let mut items = vec![
        Item::new("heap-head", area.x, area.y).text((0.0, 14.0), "HEAP", Face::Heading),
        Item::new("heap-scale", area.x, area.y).text_at((area.width, 14.0), words, Face::Faint, Anchor::End).titled(title),
    ];
    let mut y = area.y + HEAD;
    for (place, line) in lines.iter().enumerate() {
        let face = if fresh { Face::Role } else { Face::Label };
        items.push(Item::new(format!("heap-words-{place}"), area.x, y).role(moment.role).fresh(fresh).text((0.0, 13.0), line.clone(), face));
        y += LINE;
    }
    items
}

/// The lines of a text that is broken at words.
fn lines(words: &str, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if measure::width(line, Face::Label) + measure::width(word, Face::Label) + Face::Label.advance() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A number of bytes in words: `48 bytes`, `12.4 kB`, `1.0 MB`.
fn bytes(count: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "bytes of a heap are far below 2^53")]
    let part = |unit: u64| count as f64 / unit as f64;
    match count {
        0..1024 => format!("{count} bytes"),
        1024..1_048_576 => format!("{:.1} kB", part(1024)),
        _ => format!("{:.1} MB", part(1_048_576)),
    }
}

fn summary(usage: &HeapUsage, words: &str) -> String {
    let outside = if usage.spaces.external > 0 { format!(" Outside of the heap: {}.", bytes(usage.spaces.external)) } else { String::new() };
    format!(
        "The program has {} in the new space, {} in the old space, {} of large objects.{outside} {words}",
        bytes(usage.spaces.new_space),
        bytes(usage.spaces.old_space),
        bytes(usage.spaces.large + usage.spaces.new_large),
    )
}

/// A value that holds at a step, with the step since which it holds.
type Since<'a, T> = (&'a StepId, T);
