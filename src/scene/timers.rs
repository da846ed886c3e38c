//! Armed timers by due time. A due one moves to the timers station.

use player::{Role, duration, plural, short_task};

use super::chips::{HEIGHT, Seats};
use super::measure::{self, fit};
use super::plan::Area;
use super::side::card;
use super::view::Moment;
use super::{Anchor, Face, Item, Layer, Motion};

const PITCH: f32 = 30.0;

pub(super) fn timers(moment: Moment<'_>, area: Area, seats: &mut Seats) -> Layer {
    let snapshot = moment.snapshot;
    let due = snapshot.timers.partition_point(|timer| timer.due <= snapshot.at);
    let armed = &snapshot.timers[due..];
    let mut items = vec![card("timers", area, "ARMED TIMERS").text_at(
        (area.width - 14.0, 24.0),
        format!("now {}", duration(snapshot.at)),
        Face::Dim,
        Anchor::End,
    )];
    if armed.is_empty() {
        let text = if due == 0 { "no timer armed" } else { "due: at the timers station" };
        items.push(Item::new("timers-none", area.x + 14.0, area.y + 52.0).text((0.0, 0.0), text, Face::Faint));
    }
    let rows = measure::rows(area.height - 40.0, PITCH);
    let shown = if armed.len() > rows { rows - 1 } else { armed.len() };
    let mut y = area.y + 38.0;
    for timer in &armed[..shown] {
        let label = short_task(moment.trace, timer.task);
        let when = format!("due {}", duration(timer.due));
        let room = area.width - 36.0 - measure::width(&when, Face::Dim);
        for slot in measure::row(std::iter::once(label.as_str()), room) {
            seats.put(timer.task, Role::Timer, (area.x + 14.0, y), slot);
        }
        let item = Item::new(format!("due-{}", timer.task.0), area.x + area.width - 14.0, y + HEIGHT / 2.0 + 4.0);
        items.push(item.text_at((0.0, 0.0), fit(&when, Face::Dim, area.width * 0.6), Face::Dim, Anchor::End));
        y += PITCH;
    }
    if armed.len() > shown {
        let text = format!("+{} more", armed.len() - shown);
        items.push(Item::new("timers-rest", area.x + 14.0, y + 15.0).role(Role::Timer).text((0.0, 0.0), text, Face::Role));
    }
    items[1..].sort_by(|a, b| a.id.cmp(&b.id));
    let summary = match armed.first() {
        None => "No timer armed.".to_owned(),
        Some(next) => format!("{} armed, the next due at {}.", plural(armed.len(), "timer"), duration(next.due)),
    };
    Layer { id: "timers", summary, motion: Motion::Fixed, items }
}
