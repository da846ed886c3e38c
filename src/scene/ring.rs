//! The loop: the ring, the ramp that leads onto it, the exit, and the stations with who waits there.

use player::{Role, duration, plural, root, short_task, waits_for_pool};
use trace::{Ending, Event, Phase, PoolJob, Snapshot, Stage, TaskId};

use super::chips::{HEIGHT, Rows, Seats};
use super::measure;
use super::plan::Circle;
use super::pool::job_label;
use super::track::{self, station};
use super::view::Moment;
use super::{Anchor, Face, Item, Layer, Motion, Paint};

/// From chip to chip in a column.
const PITCH: f32 = HEIGHT + 4.0;
/// A chip at a station is at most this wide.
const ROOM: f32 = 122.0;

/// What never changes: rails, ramp, exit.
pub(super) fn rails(ring: Circle) -> Layer {
    let rail = Item::new("rail", ring.x, ring.y).circle((0.0, 0.0), ring.radius, Paint::RailEdge).circle((0.0, 0.0), ring.radius, Paint::RailBed);
    let (ramp, exit) = (curve(track::ramp(ring)), curve(track::exit(ring)));
    let mut items = vec![
        Item::new("exit", 0.0, 0.0).path(exit.clone(), Paint::RampEdge).path(exit, Paint::RampBed),
        rail,
        Item::new("ramp", 0.0, 0.0).path(ramp.clone(), Paint::RampEdge).path(ramp, Paint::RampBed),
    ];
    if !ring.small {
        let [(x, y), ..] = track::ramp(ring);
        items.push(Item::new("ramp-sign", x - 6.0, y - 16.0).text((0.0, 0.0), "main script", Face::Dim));
        let [.., (x, y)] = track::exit(ring);
        items.push(Item::new("exit-sign", x + 16.0, y - 14.0).text_at((0.0, 0.0), "exit", Face::Dim, Anchor::End));
    }
    Layer { id: "rails", summary: String::new(), motion: Motion::Fixed, items }
}

fn curve([a, b, c, d]: [(f32, f32); 4]) -> String {
    format!("M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}", a.0, a.1, b.0, b.1, c.0, c.1, d.0, d.1)
}

/// The stations, lit where the loop stands, with the tasks that wait there.
pub(super) fn stations(moment: Moment<'_>, ring: Circle, seats: &mut Seats) -> Layer {
    let snapshot = moment.snapshot;
    let due: Vec<TaskId> = snapshot.timers.iter().take_while(|timer| timer.due <= snapshot.at).map(|timer| timer.task).collect();
    let done = &snapshot.pool_done;
    let messages: Vec<TaskId> = snapshot.awaited.iter().copied().filter(|task| !waits_for_pool(moment.trace, *task)).collect();
    let waits = |phase| match phase {
        Phase::Timers => due.len(),
        Phase::Pending => snapshot.pending.len(),
        Phase::Poll => done.len() + messages.len(),
        Phase::Check => snapshot.immediates.len(),
        Phase::Closing => snapshot.closing.len(),
        Phase::Idle | Phase::Prepare => 0,
    };
    let mut items: Vec<Item> = [Phase::Timers, Phase::Pending, Phase::Idle, Phase::Poll, Phase::Check, Phase::Closing]
        .into_iter()
        .map(|phase| sign(snapshot.stage, ring, phase, waits(phase)))
        .collect();
    if !ring.small {
        let mut column = |tasks: &[TaskId], role, (dx, dy): (f32, f32), pitch: f32| {
            let at = (ring.x + dx, ring.y + dy);
            let rest = seats.put_column(moment.trace, tasks, role, at, ROOM, Rows { count: 3, pitch });
            let y = at.1 + pitch * 2.0 + 15.0;
            (rest > 0)
                .then(|| Item::new(format!("rest-{}", role.token()), at.0 + 9.0, y).role(role).text((0.0, 0.0), format!("+{rest} more"), Face::Role))
        };
        let radius = ring.radius;
        let rests = [
            column(&due, Role::Timer, (34.0, -radius - 46.0), -PITCH),
            column(&snapshot.immediates, Role::Check, (32.0, radius + 34.0), PITCH),
            column(&snapshot.closing, Role::Close, (-radius * 0.866 - 70.0, radius * 0.5 + 30.0), PITCH),
            column(&snapshot.pending, Role::Poll, (radius * 0.866 + 24.0, -radius * 0.5 - 40.0), -PITCH),
        ];
        items.extend(rests.into_iter().flatten());
        items.extend(results(moment, ring, done, &messages, seats));
        items.extend(note(moment, ring, done.len() + messages.len()));
        items.push(heading(snapshot, ring));
    }
    Layer { id: "stations", summary: summary(snapshot, due.len(), messages.len()), motion: Motion::Fixed, items }
}

fn heading(snapshot: &Snapshot, ring: Circle) -> Item {
    let text = match snapshot.iteration {
        0 => "LIBUV EVENT LOOP".to_owned(),
        turn => format!("LIBUV EVENT LOOP · TURN {turn}"),
    };
    Item::new("heading", ring.x, 36.0).text_at((0.0, 0.0), text, Face::Heading, Anchor::Middle)
}

/// What the poll phase has to take: finished jobs, and messages. A job may be one of a chain: its callback need not be next.
fn results(moment: Moment<'_>, ring: Circle, done: &[PoolJob], messages: &[TaskId], seats: &mut Seats) -> Option<Item> {
    const ROWS: usize = 2;
    let (x, mut y) = (ring.x + ring.radius * 0.866, ring.y + ring.radius * 0.5 + 50.0);
    let jobs = done.iter().map(|job| {
        // The link of the chain that waits for this job, else the job's own task.
        let waits =
            job.task.and_then(|task| moment.snapshot.awaited.iter().find(|waiting| root(moment.trace, **waiting) == root(moment.trace, task)));
        (job_label(moment.trace, *job), waits.copied().or(job.task), Role::Pool)
    });
    let messages = messages.iter().map(|task| (short_task(moment.trace, *task), Some(*task), Role::Poll));
    let waiting: Vec<_> = jobs.chain(messages).collect();
    let shown = if waiting.len() > ROWS { ROWS - 1 } else { waiting.len() };
    for (label, task, role) in &waiting[..shown] {
        for slot in measure::row(std::iter::once(label.as_str()), 104.0) {
            if let Some(task) = task {
                seats.put(*task, *role, (x - slot.width / 2.0, y), slot);
            }
        }
        y += PITCH;
    }
    let rest = waiting.len() - shown;
    (rest > 0).then(|| Item::new("rest-done", x, y + 15.0).role(Role::Pool).text_at((0.0, 0.0), format!("+{rest} more"), Face::Role, Anchor::Middle))
}

fn real(count: usize) -> f32 {
    f32::from(u16::try_from(count.min(3)).unwrap_or(3))
}

fn sign(stage: Stage, ring: Circle, phase: Phase, waiting: usize) -> Item {
    let angle = std::f32::consts::TAU * (station(phase) - 0.25);
    let angle = if phase == Phase::Idle { 0.0 } else { angle };
    let here = match stage {
        Stage::Loop(Phase::Idle | Phase::Prepare) => phase == Phase::Idle,
        Stage::Loop(now) => now == phase,
        Stage::Main | Stage::Between | Stage::Exited { .. } => false,
    };
    let big = matches!(phase, Phase::Timers | Phase::Poll | Phase::Check);
    let scale = if ring.small { 0.8 } else { 1.0 };
    let radius = scale
        * match phase {
            Phase::Timers | Phase::Poll | Phase::Check => 25.0,
            Phase::Pending | Phase::Closing => 18.0,
            Phase::Idle | Phase::Prepare => 9.0,
        };
    let paint = match (here, big || waiting > 0) {
        (true, _) => Paint::StationOn,
        (false, true) => Paint::StationLit,
        (false, false) => Paint::Station,
    };
    let name = match phase {
        Phase::Timers => "timers",
        Phase::Pending => "pending",
        Phase::Idle | Phase::Prepare => "idle",
        Phase::Poll => "poll",
        Phase::Check => "check",
        Phase::Closing => "close",
    };
    let text = if waiting > 0 && (ring.small || !big) { format!("{name} {waiting}") } else { name.to_owned() };
    let face = if here || big { Face::Role } else { Face::Dim };
    let (at, anchor) = match (phase, ring.small) {
        (Phase::Timers, false) => ((0.0, -radius - 9.0), Anchor::Middle),
        (Phase::Timers, true) => ((radius + 8.0, -6.0), Anchor::Start),
        (Phase::Pending, _) => ((radius + 7.0, -6.0), Anchor::Start),
        (Phase::Idle | Phase::Prepare, _) => ((radius + 7.0, -2.0), Anchor::Start),
        (Phase::Poll, _) => ((0.0, radius + 17.0), Anchor::Middle),
        (Phase::Check, false) => ((0.0, radius + 19.0), Anchor::Middle),
        (Phase::Check, true) => ((radius + 8.0, 18.0), Anchor::Start),
        (Phase::Closing, false) => ((-radius - 8.0, 4.0), Anchor::End),
        (Phase::Closing, true) => ((-4.0, radius + 16.0), Anchor::Middle),
    };
    let item = Item::new(format!("station-{name}"), ring.x + ring.radius * angle.cos(), ring.y + ring.radius * angle.sin())
        .role(Role::of_phase(phase))
        .circle((0.0, 0.0), radius, paint)
        .text_at(at, text, face, anchor);
    let item = match phase {
        Phase::Timers | Phase::Poll | Phase::Check => item.icon(Role::of_phase(phase), 20.0 * scale),
        Phase::Closing => item.icon(Role::Close, 13.0 * scale),
        Phase::Pending | Phase::Idle | Phase::Prepare => item,
    };
    if phase == Phase::Idle { item.text((radius + 7.0, 11.0), "prepare", face) } else { item }
}

/// What the loop waits for, or how it ended: beside the station that it is about.
fn note(moment: Moment<'_>, ring: Circle, done: usize) -> Option<Item> {
    let snapshot = moment.snapshot;
    if let Some(until) = snapshot.blocked {
        let (x, y) = (ring.x + ring.radius * 0.866, ring.y + ring.radius * 0.5 + 62.0 + PITCH * real(done));
        let fresh = matches!(moment.trace.step(snapshot.step).map(|step| &step.event), Some(Event::PollBlocked { .. }));
        let item = Item::new("note", x, y).role(Role::Poll).fresh(fresh).text_at((0.0, 0.0), "sleeps", Face::Role, Anchor::Middle);
        let how_long = until.map_or_else(|| "until work is done".to_owned(), |until| format!("until {} at most", duration(until)));
        return Some(item.text_at((0.0, 15.0), how_long, Face::Dim, Anchor::Middle));
    }
    let Stage::Exited { code, ending } = snapshot.stage else {
        return None;
    };
    let role = if code == 0 { Role::Process } else { Role::Fault };
    let [.., (x, y)] = track::exit(ring);
    let text = match ending {
        Ending::Cut => "run cut".to_owned(),
        Ending::Natural | Ending::ExitCalled | Ending::Crashed | Ending::Aborted | Ending::OutOfMemory => format!("code {code}"),
    };
    Some(Item::new("note", x + 16.0, y + 22.0).role(role).fresh(true).text_at((0.0, 0.0), text, Face::Role, Anchor::End))
}

fn summary(snapshot: &Snapshot, due: usize, messages: usize) -> String {
    let place = match snapshot.stage {
        Stage::Main => "not begun: the main script runs".to_owned(),
        Stage::Loop(phase) => format!("turn {}, in the {} phase", snapshot.iteration, Role::of_phase(phase).badge()),
        Stage::Between => format!("turn {}, between two phases", snapshot.iteration),
        Stage::Exited { code, .. } => format!("over: exit code {code}"),
    };
    let waiting = [
        (due, "due timer"),
        (snapshot.immediates.len(), "immediate"),
        (snapshot.pool_done.len(), "finished job"),
        (messages, "message"),
        (snapshot.closing.len(), "close callback"),
        (snapshot.pending.len(), "pending callback"),
    ];
    let waiting: Vec<String> = waiting.into_iter().filter(|(count, _)| *count > 0).map(|(count, noun)| plural(count, noun)).collect();
    let waiting = if waiting.is_empty() { "nothing waits at a station".to_owned() } else { format!("waiting: {}", waiting.join(", ")) };
    format!("Event loop: {place}; {waiting}.")
}
