//! Tasks as chips: one layer of all of them, so that a chip travels from queue to stack as the same thing.

use player::{Role, is_nodes_own, scheduled_at, short_task};
use trace::{Event, TaskId, Trace};

use super::measure::{self, Slot};
use super::view::Moment;
use super::{Face, Item, Layer, Motion, Paint};

pub(super) const HEIGHT: f32 = 22.0;

/// Where tasks sit in this picture.
#[derive(Default)]
pub(super) struct Seats {
    seats: Vec<Seat>,
}

struct Seat {
    task: TaskId,
    role: Role,
    x: f32,
    y: f32,
    width: f32,
    text: String,
}

impl Seats {
    /// One chip at a place.
    pub fn put(&mut self, task: TaskId, role: Role, (x, y): (f32, f32), slot: Slot) {
        self.seats.push(Seat { task, role, x: x + slot.x, y, width: slot.width, text: slot.text });
    }

    /// Chips side by side from a place, as many as fit; returns how many did not.
    pub fn put_row(&mut self, trace: &Trace, tasks: &[TaskId], role: Role, (x, y): (f32, f32), room: f32) -> usize {
        // No row holds more than this many.
        let labels: Vec<String> = tasks.iter().take(8).map(|task| short_task(trace, *task)).collect();
        let mut slots = measure::row(labels.iter().map(String::as_str), room);
        if tasks.len() > labels.len() && slots.len() == labels.len() {
            slots.pop();
        }
        let shown = slots.len();
        for (task, slot) in tasks.iter().zip(slots) {
            self.put(*task, role, (x, y), slot);
        }
        tasks.len() - shown
    }

    /// One chip under another; returns how many did not fit into `rows`.
    pub fn put_column(&mut self, trace: &Trace, tasks: &[TaskId], role: Role, (x, y): (f32, f32), room: f32, rows: Rows) -> usize {
        let shown = if tasks.len() > rows.count { rows.count - 1 } else { tasks.len() };
        let mut y = y;
        for task in &tasks[..shown] {
            let label = short_task(trace, *task);
            for slot in measure::row(std::iter::once(label.as_str()), room) {
                self.put(*task, role, (x, y), slot);
            }
            y += rows.pitch;
        }
        tasks.len() - shown
    }

    /// The left end of the row that a task's chip is in: a task goes into its queue, past who waits already.
    pub fn row_start(&self, task: TaskId) -> Option<(f32, f32)> {
        let seat = self.seats.iter().find(|seat| seat.task == task)?;
        let row = self.seats.iter().filter(|other| other.role == seat.role && (other.y - seat.y).abs() < 1.0);
        Some((row.map(|other| other.x).fold(seat.x, f32::min), seat.y))
    }

    pub fn into_layer(mut self, moment: Moment<'_>) -> Layer {
        self.seats.sort_by_key(|seat| seat.task);
        self.seats.dedup_by_key(|seat| seat.task);
        let touched = touched(moment);
        let items = self.seats.iter().map(|seat| chip(moment.trace, seat, touched == Some(seat.task))).collect();
        Layer { id: "tasks", summary: String::new(), motion: Motion::Travels, items }
    }
}

/// A column's size.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    pub count: usize,
    /// From row to row, CSS pixels; negative: upwards.
    pub pitch: f32,
}

fn chip(trace: &Trace, seat: &Seat, fresh: bool) -> Item {
    let record = trace.task(seat.task);
    // A finished job is work that the program asked for, whoever hears of it first.
    let own = seat.role != Role::Pool && is_nodes_own(trace, seat.task);
    let (paint, face) = if own { (Paint::ChipOwn, Face::ChipTextOwn) } else { (Paint::Chip, Face::ChipText) };
    let item = Item::new(format!("task-{}", seat.task.0), seat.x, seat.y)
        .role(seat.role)
        .fresh(fresh)
        .rect((0.0, 0.0), (seat.width, HEIGHT), HEIGHT / 2.0, paint)
        .text((8.0, 15.0), seat.text.clone(), face);
    match (record, scheduled_at(trace, seat.task)) {
        (Some(record), Some(step)) => item.leads_to(step, trace.text(record.label)),
        _ => item,
    }
}

/// The task that the step itself is about.
fn touched(moment: Moment<'_>) -> Option<TaskId> {
    match moment.trace.step(moment.snapshot.step)?.event {
        Event::TaskEnqueued { task, .. } | Event::TaskBegun { task } | Event::TimerRearmed { task, .. } => Some(task),
        _ => None,
    }
}
