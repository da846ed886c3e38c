//! The thread pool: its workers with their jobs, and the jobs that wait for a worker.

use player::{Role, plural, root_line, scheduled_at};
use trace::{Event, Nanos, PoolJob, Trace};

use super::chips::HEIGHT;
use super::measure::{self, fit_label};
use super::plan::Area;
use super::side::card;
use super::view::Moment;
use super::{Anchor, Face, Item, Layer, Motion, Paint};

/// The room at the bottom for the waiting jobs and the note.
const FOOT: f32 = 102.0;
/// The room for the line about the workers that have no row.
const REST: f32 = 22.0;
const PITCH: f32 = 42.0;
const COMPACT: f32 = 25.0;
/// The distance from waiting job to waiting job.
const LINE: f32 = HEIGHT + 4.0;

pub(super) fn pool(moment: Moment<'_>, area: Area) -> Layer {
    let snapshot = moment.snapshot;
    let size = moment.trace.header().map_or(4, |header| usize::from(header.settings.pool_size)).max(snapshot.workers.len());
    let busy = snapshot.workers.iter().flatten().count();
    let mut items = vec![card("pool", area, format!("THREAD POOL · {size}"))];
    if busy > 0 {
        items.push(Item::new("busy", area.right() - 14.0, area.y + 24.0).role(Role::Pool).text_at(
            (0.0, 0.0),
            format!("{busy} busy"),
            Face::Role,
            Anchor::End,
        ));
    }
    let room = area.height - 40.0 - FOOT;
    let pitch = if fits(size, PITCH, room) { PITCH } else { COMPACT };
    let mut rows = 0usize;
    let room = if fits(size, pitch, room) { room } else { room - REST };
    while fits(rows + 1, pitch, room) {
        rows += 1;
    }
    let shown = if size > rows { rows.saturating_sub(1) } else { size };
    let mut y = area.y + 40.0;
    let job_of = |worker: usize| snapshot.workers.get(worker).copied().flatten();
    for worker in chosen(size, shown, |worker| job_of(worker).is_some()) {
        let job = job_of(worker);
        items.push(row(moment, worker, job, (area.x + 14.0, y), (area.width - 28.0, pitch)));
        y += pitch;
    }
    if size > shown {
        let hidden = busy.saturating_sub(shown);
        let text = format!("+{} workers · {hidden} busy", size - shown);
        items.push(Item::new("workers-rest", area.x + 26.0, y).text((0.0, 16.0), text, Face::Faint));
    }
    items.extend(waiting(moment, area, if size > shown { y + 36.0 } else { y + 10.0 }));
    let summary = format!("Thread pool: {busy} of {} busy, {} waiting.", plural(size, "worker"), plural(snapshot.pool_queue.len(), "job"));
    Layer { id: "pool", summary, motion: Motion::Fixed, items }
}

/// The numbers of the workers that get a row: all if they fit, else the busy ones before the idle ones.
fn chosen(size: usize, rows: usize, is_busy: impl Fn(usize) -> bool) -> Vec<usize> {
    let (busy, idle): (Vec<usize>, Vec<usize>) = (0..size).partition(|worker| is_busy(*worker));
    let mut chosen: Vec<usize> = busy.into_iter().chain(idle).take(rows).collect();
    chosen.sort_unstable();
    chosen
}

fn fits(rows: usize, pitch: f32, room: f32) -> bool {
    f32::from(u16::try_from(rows).unwrap_or(u16::MAX)) * pitch <= room + 6.0
}

fn row(moment: Moment<'_>, worker: usize, job: Option<PoolJob>, (x, y): (f32, f32), (width, pitch): (f32, f32)) -> Item {
    let height = pitch - 6.0;
    let compact = pitch < PITCH;
    let id = format!("worker-{worker}");
    let Some(job) = job else {
        let text = if compact { format!("{} · idle", worker + 1) } else { format!("worker {} · idle", worker + 1) };
        let item = Item::new(id, x, y).rect((0.0, 0.0), (width, height), 7.0, Paint::Vacant);
        return item.text((12.0, height / 2.0 + 4.0), text, Face::Faint);
    };
    let fresh = matches!(moment.trace.step(moment.snapshot.step).map(|step| &step.event), Some(Event::PoolStarted { request, .. }) if *request == job.request);
    let item = Item::new(id, x, y).role(Role::Pool).fresh(fresh);
    let item = item.rect((0.0, 0.0), (width, height), 7.0, Paint::Raised).fill((width, height), progress(moment.snapshot.at, job));
    let item = item.rect((0.0, 0.0), (3.0, height), 1.5, Paint::Solid);
    let label = job_label(moment.trace, job);
    let item = if compact {
        let number = (worker + 1).to_string();
        let from = 20.0 + measure::width(&number, Face::Dim);
        item.text((12.0, height / 2.0 + 4.0), number, Face::Dim).text(
            (from, height / 2.0 + 4.0),
            fit_label(&label, Face::Code, width - from - 8.0),
            Face::Code,
        )
    } else {
        item.text((12.0, 15.0), format!("worker {}", worker + 1), Face::Dim).text(
            (12.0, 30.0),
            fit_label(&label, Face::Code, width - 22.0),
            Face::Code,
        )
    };
    match job.task.and_then(|task| Some((scheduled_at(moment.trace, task)?, moment.trace.task(task)?))) {
        Some((step, record)) => item.leads_to(step, format!("{label}: {}", moment.trace.text(record.label))),
        None => item,
    }
}

/// A job as `fs.open L9`: its kind, and the line that asked for it.
pub(super) fn job_label(trace: &Trace, job: PoolJob) -> String {
    let label = trace.text(job.label);
    match job.task.and_then(|task| root_line(trace, task)) {
        Some(line) => format!("{label} L{line}"),
        None => label.to_owned(),
    }
}

/// The part of a job that is done, from 0 to 1 in steps of a hundredth.
fn progress(at: Nanos, job: PoolJob) -> f32 {
    let whole = job.until.since(job.started).0.max(1);
    let done = at.since(job.started).0.min(whole);
    f32::from(u8::try_from(done * 100 / whole).unwrap_or(100)) / 100.0
}

/// The queue in front of the workers, first in first out, from `y` on.
fn waiting(moment: Moment<'_>, area: Area, y: f32) -> Vec<Item> {
    let jobs = &moment.snapshot.pool_queue;
    let (x, width) = (area.x + 14.0, area.width - 28.0);
    let rows = if area.bottom() - y >= FOOT + 2.0 * LINE { 3usize } else { 1 };
    let height = 10.0 + LINE * if rows == 3 { 3.0 } else { 1.0 } - 4.0;
    let heading = Item::new("waiting", x, y).text((0.0, 12.0), "Waiting", Face::Label);
    let mut heading = heading.rect((0.0, 20.0), (width, height), 8.0, Paint::Well);
    let shown = if jobs.len() > rows { (rows - 1).max(1) } else { jobs.len() };
    if jobs.is_empty() {
        heading = heading.text((12.0, 40.0), "queue empty", Face::Faint);
    } else {
        heading = heading.text_at((width, 12.0), jobs.len().to_string(), Face::Dim, Anchor::End);
    }
    let mut items = Vec::new();
    let mut top = y + 25.0;
    for job in &jobs[..shown] {
        let label = job_label(moment.trace, *job);
        for slot in measure::row(std::iter::once(label.as_str()), width - 10.0) {
            let item = Item::new(format!("job-{}", job.request.0), x + 5.0, top).role(Role::Pool);
            items.push(item.rect((0.0, 0.0), (slot.width, HEIGHT), HEIGHT / 2.0, Paint::Chip).text((8.0, 15.0), slot.text, Face::ChipText));
        }
        top += LINE;
    }
    if jobs.len() > shown {
        let rest = format!("+{} more", jobs.len() - shown);
        heading = if rows == 1 {
            heading.text_at((width - 10.0, 40.0), rest, Face::Dim, Anchor::End)
        } else {
            heading.text((12.0, top - y + 15.0), rest, Face::Dim)
        };
    }
    items.push(heading);
    items.sort_by(|a, b| b.id.cmp(&a.id));
    let note = Item::new("pool-note", x, y + 20.0 + height);
    items.push(note.text((0.0, 18.0), "Sockets never wait here:", Face::Faint).text((0.0, 32.0), "the kernel watches them.", Face::Faint));
    items
}
