//! Causality: who scheduled a task, where, and what has to happen before it may run.

use crate::trace::{Phase, Position, Queue, Snapshot, Stage, StepId, TaskId, Trace};

use super::duration;

/// Where a task comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The step that enqueued it.
    pub step: StepId,
    /// Where in the program's text, if any of it did.
    pub position: Option<Position>,
    /// The task that was running then.
    pub by: Option<TaskId>,
}

/// Who scheduled `task`.
#[must_use]
pub fn origin(trace: &Trace, task: TaskId) -> Option<Origin> {
    let record = trace.task(task)?;
    let position = record.site.and_then(|site| trace.site(site)).map(|site| site.position);
    Some(Origin { step: record.enqueued, position, by: record.cause })
}

/// The step at which `task` was scheduled.
#[must_use]
pub fn scheduled_at(trace: &Trace, task: TaskId) -> Option<StepId> {
    trace.task(task).map(|record| record.enqueued)
}

/// What must happen before `task` may run, as a clause: `runs when the nextTick queue is empty`. `None` if it does not wait.
#[must_use]
pub fn may_run(trace: &Trace, snapshot: &Snapshot, task: TaskId) -> Option<String> {
    let ahead = |queue: &[TaskId]| queue.iter().position(|waiting| *waiting == task);
    if let Some(place) = ahead(&snapshot.ticks) {
        return Some(behind("runs when the current callback returns", place, "tick"));
    }
    if let Some(place) = ahead(&snapshot.microtasks) {
        let rule = if snapshot.ticks.is_empty() { "runs when the current callback returns" } else { "runs when the nextTick queue is empty" };
        return Some(behind(rule, place, "microtask"));
    }
    if let Some(timer) = snapshot.timers.iter().find(|timer| timer.task == task) {
        return Some(if timer.due <= snapshot.at {
            "due: runs in the next timers phase".to_owned()
        } else {
            format!("runs in the first timers phase after {}", duration(timer.due))
        });
    }
    if ahead(&snapshot.immediates).is_some() {
        // processImmediate detaches the whole queue: what is added during the check phase waits for the next one (N27).
        let rule = if snapshot.stage == Stage::Loop(Phase::Check) { "runs in a check phase" } else { "runs in the next check phase" };
        return Some(rule.to_owned());
    }
    if ahead(&snapshot.awaited).is_some() {
        return Some("runs in the poll phase, when its work is done".to_owned());
    }
    if ahead(&snapshot.pending).is_some() {
        return Some("runs in the next pending phase".to_owned());
    }
    if ahead(&snapshot.closing).is_some() {
        return Some("runs in the next closing phase".to_owned());
    }
    trace.task(task).filter(|record| record.queue == Queue::Process).map(|_| "Node runs it by itself".to_owned())
}

fn behind(rule: &str, place: usize, noun: &str) -> String {
    match place {
        0 => rule.to_owned(),
        place => format!("{rule}, behind {}", super::plural(place, noun)),
    }
}
