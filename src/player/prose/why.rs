//! Why it happened now: the clause behind a caption's sentence. Rules N1 to N28: docs/node-semantics.md#n1.

use trace::{Event, ModuleStatus, Nanos, Phase, Position, Queue, Snapshot, Stage, Step, TaskId, Trace};

use super::module_words;
use super::phrase::task_text;
use crate::origin::{asked, waits_for_pool};
use crate::{duration, may_run, origin, plural, root, root_line};

pub(super) fn why(trace: &Trace, snapshot: &Snapshot, step: &Step) -> Option<String> {
    match &step.event {
        Event::TaskEnqueued { task, queue, .. } => match queue {
            Queue::Main | Queue::Process => None,
            _ => join([scheduled(trace, *task, "Scheduled"), may_run(trace, snapshot, *task)]),
        },
        Event::TaskBegun { task } => {
            join([scheduled(trace, *task, "Queued"), reason(trace, snapshot, *task).map(|reason| format!("ran because {reason}"))])
        }
        Event::ModuleChanged { module, status: ModuleStatus::Evaluating } => join(module_words::why_now(trace, snapshot, *module)),
        Event::TaskEnded { .. } => waiting(snapshot),
        Event::PhaseEntered { iteration: 0, .. } => Some("libuv ≥ 1.45 runs due timers once before the loop".to_owned()),
        Event::PhaseEntered { iteration, .. } => Some(format!("Turn {iteration} of the loop")),
        Event::PollBlocked { .. } => Some("No immediate waits, so the poll phase may block".to_owned()),
        Event::PoolSubmitted { task: Some(task), label, .. } => match (asked(trace, *task), root_line(trace, *task)) {
            (Some(callee), Some(line)) if callee != trace.text(*label) => Some(format!("A part of {callee} on line {line}")),
            _ => Some(format!("It leads to {}", task_text(trace, *task))),
        },
        Event::PoolStarted { until, .. } => Some(format!("Done in about {}", duration(until.since(snapshot.at)))),
        Event::Output { .. } | Event::Called { .. } => {
            let task = snapshot.task?;
            trace.task(task).filter(|record| record.queue != Queue::Main)?;
            scheduled(trace, task, "Queued")
        }
        Event::ModuleChanged {
            status: ModuleStatus::Unlinked | ModuleStatus::Linked | ModuleStatus::EvaluatingAsync | ModuleStatus::Evaluated | ModuleStatus::Errored,
            ..
        }
        | Event::PoolSubmitted { task: None, .. }
        | Event::Statement { .. }
        | Event::Returned { .. }
        | Event::FrameEntered { .. }
        | Event::FrameLeft
        | Event::Thrown { .. }
        | Event::Caught { .. }
        | Event::Uncaught { .. }
        | Event::RejectionNoted { .. }
        | Event::RejectionHandled { .. }
        | Event::RejectionUnhandled { .. }
        | Event::ModuleFound { .. }
        | Event::TaskCancelled { .. }
        | Event::TimerRearmed { .. }
        | Event::PhaseLeft { .. }
        | Event::PollWoke { .. }
        | Event::Chosen { .. }
        | Event::PoolFinished { .. }
        | Event::PoolDelivered { .. }
        | Event::StreamFound { .. }
        | Event::StreamNamed { .. }
        | Event::StreamCalled { .. }
        | Event::StreamListened { .. }
        | Event::StreamChanged { .. }
        | Event::Cut { .. }
        | Event::Exited { .. } => None,
    }
}

fn join(clauses: [Option<String>; 2]) -> Option<String> {
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    (!clauses.is_empty()).then(|| clauses.join(" · "))
}

/// `Queued at 17:4 by the main script`.
fn scheduled(trace: &Trace, task: TaskId, verb: &str) -> Option<String> {
    let began = root(trace, task);
    let verb = if began == task { verb } else { "Asked for" };
    let origin = origin(trace, began)?;
    let place = origin.position.map(|Position { line, column }| format!(" at {line}:{column}"));
    if place.is_none() && trace.task(task).is_some_and(|record| record.queue == Queue::Process) {
        return None;
    }
    let by = origin.by.map(|by| format!(" by {}", task_text(trace, by)));
    if place.is_none() && by.is_none() {
        return None;
    }
    Some(format!("{verb}{}{}", place.unwrap_or_default(), by.unwrap_or_default()))
}

/// Why the task runs now and not before.
fn reason(trace: &Trace, snapshot: &Snapshot, task: TaskId) -> Option<String> {
    let record = trace.task(task)?;
    let in_phase = |phase: Phase| snapshot.stage == Stage::Loop(phase);
    match record.queue {
        Queue::Main | Queue::Process => None,
        Queue::NextTick => Some(match before(trace, snapshot) {
            Some(Queue::NextTick) => "all ticks run before any microtask".to_owned(),
            Some(Queue::Microtask) => "the microtask queue is empty, and ticks are looked at again before the loop goes on".to_owned(),
            Some(Queue::Main) | None => "the main script is done, and ticks come first".to_owned(),
            Some(_) => "the callback before it is done, and ticks come first".to_owned(),
        }),
        Queue::Microtask => Some(match (before(trace, snapshot), snapshot.ticks.len()) {
            (Some(Queue::Microtask), 0) => "microtasks run until their queue is empty".to_owned(),
            (Some(Queue::Microtask), ticks) => format!("microtasks run until their queue is empty, before {}", plural(ticks, "waiting tick")),
            (Some(Queue::NextTick), _) => "the nextTick queue is empty".to_owned(),
            (Some(Queue::Main) | None, _) => "the main script is done and no tick waits".to_owned(),
            (Some(_), _) => "the callback before it is done and no tick waits".to_owned(),
        }),
        Queue::Timer if in_phase(Phase::Timers) => Some(match due(trace, task) {
            Some(due) => format!("its time, {}, has come, and this is the timers phase", duration(due)),
            None => "its time has come, and this is the timers phase".to_owned(),
        }),
        Queue::Immediate if in_phase(Phase::Check) => Some("this is the check phase".to_owned()),
        Queue::Poll if in_phase(Phase::Poll) && waits_for_pool(trace, task) => Some("its work is done, and this is the poll phase".to_owned()),
        Queue::Poll if in_phase(Phase::Poll) => Some("this is the poll phase".to_owned()),
        Queue::Pending if in_phase(Phase::Pending) => Some("this is the pending phase".to_owned()),
        Queue::Close if in_phase(Phase::Closing) => Some("this is the closing phase".to_owned()),
        Queue::Timer | Queue::Immediate | Queue::Poll | Queue::Pending | Queue::Close => None,
    }
}

/// The queue of the task that ended last before this step.
fn before(trace: &Trace, snapshot: &Snapshot) -> Option<Queue> {
    let steps = &trace.steps()[..snapshot.step.index()];
    let ended = steps.iter().rev().find_map(|step| match step.event {
        Event::TaskEnded { task } => Some(task),
        _ => None,
    })?;
    trace.task(ended).map(|record| record.queue)
}

/// When a timer that ran once was due.
fn due(trace: &Trace, task: TaskId) -> Option<Nanos> {
    let record = trace.task(task).filter(|record| record.runs.len() == 1)?;
    match trace.step(record.enqueued)?.event {
        Event::TaskEnqueued { due, .. } => due,
        _ => None,
    }
}

/// The work that the drain has before it.
fn waiting(snapshot: &Snapshot) -> Option<String> {
    let ticks = (!snapshot.ticks.is_empty()).then(|| plural(snapshot.ticks.len(), "tick"));
    let microtasks = (!snapshot.microtasks.is_empty()).then(|| plural(snapshot.microtasks.len(), "microtask"));
    match (ticks, microtasks) {
        (None, None) => None,
        (Some(one), None) | (None, Some(one)) => Some(format!("Waiting: {one}")),
        (Some(ticks), Some(microtasks)) => Some(format!("Waiting: {ticks}, {microtasks}")),
    }
}
