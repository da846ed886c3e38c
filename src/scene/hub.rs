//! The hub: the nextTick and microtask queues, drained after every callback.

use player::{Role, short_task};
use trace::TaskId;

use super::chips::{HEIGHT, Seats};
use super::plan::Circle;
use super::view::Moment;
use super::{Anchor, Face, Item, Layer, Motion, Paint};

const SLOT: f32 = 32.0;

pub(super) fn hub(moment: Moment<'_>, ring: Circle, seats: &mut Seats) -> Layer {
    let snapshot = moment.snapshot;
    let draining = matches!(moment.role, Role::Tick | Role::Micro);
    let role = if draining { moment.role } else { Role::Micro };
    // The widest that stays inside the circle at the slots' far corners.
    let half = (ring.hub * 0.8).min(120.0);
    let mut items = vec![Item::new("hub", ring.x, ring.y).role(role).circle((0.0, 0.0), ring.hub, if draining { Paint::HubOn } else { Paint::Hub })];
    if ring.hub > 96.0 {
        items.push(Item::new("hub-when", ring.x, ring.y - ring.hub + 32.0).text_at((0.0, 0.0), "after every callback", Face::Dim, Anchor::Middle));
    }
    items.extend(rule(moment, ring));
    let tops = if ring.hub > 96.0 { (-58.0, 2.0) } else { (-56.0, 2.0) };
    items.extend(queue(
        moment,
        seats,
        &snapshot.ticks,
        Queue { number: 1, name: "nextTick", role: Role::Tick },
        (ring.x - half, ring.y + tops.0),
        2.0 * half,
    ));
    items.extend(queue(
        moment,
        seats,
        &snapshot.microtasks,
        Queue { number: 2, name: "microtasks", role: Role::Micro },
        (ring.x - half, ring.y + tops.1),
        2.0 * half,
    ));
    let summary = format!("nextTick queue: {}. Microtask queue: {}.", told(moment, &snapshot.ticks), told(moment, &snapshot.microtasks));
    Layer { id: "hub", summary, motion: Motion::Fixed, items }
}

/// What comes after both queues: rejections that nobody handles are judged, then the loop goes on.
fn rule(moment: Moment<'_>, ring: Circle) -> Option<Item> {
    let item = Item::new("hub-rule", ring.x, ring.y + ring.hub - 26.0);
    match moment.snapshot.rejections.len() {
        0 if ring.hub > 96.0 => Some(item.text_at((0.0, 0.0), "drain both, then go on", Face::Dim, Anchor::Middle)),
        0 => None,
        noted => Some(item.role(Role::Fault).fresh(true).text_at((0.0, 0.0), format!("3  rejections to judge: {noted}"), Face::Role, Anchor::Middle)),
    }
}

/// A queue as text: its length and its first tasks.
fn told(moment: Moment<'_>, tasks: &[TaskId]) -> String {
    if tasks.is_empty() {
        return "empty".to_owned();
    }
    let first: Vec<String> = tasks.iter().take(3).map(|task| short_task(moment.trace, *task)).collect();
    let rest = tasks.len() - first.len();
    if rest == 0 { first.join(", ") } else { format!("{} and {rest} more", first.join(", ")) }
}

struct Queue {
    number: u8,
    name: &'static str,
    role: Role,
}

fn queue(moment: Moment<'_>, seats: &mut Seats, tasks: &[TaskId], queue: Queue, (x, y): (f32, f32), width: f32) -> [Item; 1] {
    let drains = moment.role == queue.role;
    let inset = (SLOT - HEIGHT) / 2.0;
    let top = y + 18.0;
    let mut item = Item::new(format!("queue-{}", queue.name), x, y)
        .role(queue.role)
        .text((0.0, 10.0), format!("{}  {}", queue.number, queue.name), Face::Role)
        .rect((0.0, 18.0), (width, SLOT), 8.0, if drains || !tasks.is_empty() { Paint::WellOn } else { Paint::Well });
    if tasks.is_empty() {
        item = item.text((12.0, 38.0), "empty", Face::Faint);
        return [item];
    }
    let rest = seats.put_row(moment.trace, tasks, queue.role, (x + inset, top + inset), width - 2.0 * inset);
    if tasks.len() > 1 {
        item = item.text_at((width, 10.0), tasks.len().to_string(), Face::Role, Anchor::End);
    }
    if rest > 0 {
        item = item.text_at((width - 9.0, 38.0), format!("+{rest}"), Face::Role, Anchor::End);
    }
    [item]
}
