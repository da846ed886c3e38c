//! The sentences about the loop's phases. They follow libuv v1.52.1 `src/unix/core.c` and rules N8 to N15: docs/node-semantics.md#n8.

use trace::{Event, Phase, Queue, Snapshot, StepId, Trace};

use crate::plural;
use crate::rhythm::phase_is_empty;

/// The phase's name as everywhere on the page.
pub(crate) fn name(phase: Phase) -> &'static str {
    match phase {
        Phase::Timers => "timers",
        Phase::Pending => "pending",
        Phase::Idle => "idle",
        Phase::Prepare => "prepare",
        Phase::Poll => "poll",
        Phase::Check => "check",
        Phase::Closing => "closing",
    }
}

/// The sentence for a phase that begins.
pub(super) fn entered(trace: &Trace, snapshot: &Snapshot, phase: Phase, iteration: u32) -> String {
    let empty = phase_is_empty(trace, snapshot.step);
    match phase {
        Phase::Timers if iteration == 0 => match that_run(trace, snapshot.step, Queue::Timer) {
            0 => "Before its first turn the loop looks at the timers: none runs.".to_owned(),
            count => format!("Before its first turn the loop looks at the timers: {} to run.", plural(count, "callback")),
        },
        Phase::Timers => match that_run(trace, snapshot.step, Queue::Timer) {
            0 => "The timers phase: none is due.".to_owned(),
            count => format!("The timers phase: {} to run.", plural(count, "callback")),
        },
        Phase::Pending if empty => "The pending phase: no deferred I/O callback waits.".to_owned(),
        Phase::Pending => "The pending phase: deferred I/O callbacks run.".to_owned(),
        Phase::Idle => "The idle phase: libuv’s own; no code of the program runs in it.".to_owned(),
        Phase::Prepare => "The prepare phase: libuv’s own; no code of the program runs in it.".to_owned(),
        Phase::Poll => poll(trace, snapshot, empty),
        Phase::Check => match snapshot.immediates.len() {
            0 => "The check phase: no immediate waits.".to_owned(),
            count => format!("The check phase: {} to run.", plural(count, "immediate")),
        },
        Phase::Closing => match snapshot.closing.len() {
            0 => "The closing phase: no close callback waits.".to_owned(),
            count => format!("The closing phase: {} to run.", plural(count, "close callback")),
        },
    }
}

fn poll(trace: &Trace, snapshot: &Snapshot, empty: bool) -> String {
    if !snapshot.pool_done.is_empty() {
        return format!("The poll phase: {} to take.", plural(snapshot.pool_done.len(), "finished job"));
    }
    // uv_backend_timeout is 0 while an immediate keeps the idle handle active (N11).
    if empty && !snapshot.immediates.is_empty() {
        return "The poll phase: nothing is ready, and it does not wait, because an immediate does.".to_owned();
    }
    match that_run(trace, snapshot.step, Queue::Poll) {
        0 => "The poll phase: nothing is ready.".to_owned(),
        count => format!("The poll phase: {} to run.", plural(count, "callback")),
    }
}

/// The number of callbacks of its own that a phase runs before it is left or sleeps.
fn that_run(trace: &Trace, entered: StepId, queue: Queue) -> usize {
    let rest = trace.steps().get(entered.index() + 1..).unwrap_or_default();
    rest.iter()
        .take_while(|step| !matches!(step.event, Event::PhaseLeft { .. } | Event::PollBlocked { .. }))
        .filter(|step| {
            let Event::TaskBegun { task } = step.event else {
                return false;
            };
            trace.task(task).is_some_and(|record| record.queue == queue)
        })
        .count()
}
