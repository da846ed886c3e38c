//! Causality: who scheduled a task, where, and what has to happen before it may run. Rule N27:
//! docs/node-semantics.md#n27.

use trace::{Event, Phase, Position, Queue, SiteId, Snapshot, Stage, StepId, TaskId, Trace};

use super::duration;

/// The origin of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The step that enqueued it.
    pub step: StepId,
    /// The place in the program's text that enqueued it, if any did.
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

/// The step at which `task`, or the chain that it is a part of, was scheduled.
#[must_use]
pub fn scheduled_at(trace: &Trace, task: TaskId) -> Option<StepId> {
    trace.task(root(trace, task)).map(|record| record.enqueued)
}

/// The task that began what `task` is a part of: itself, or for a later job of a chain the first job's.
#[must_use]
pub fn root(trace: &Trace, task: TaskId) -> TaskId {
    let mut root = task;
    // Only callbacks of I/O go on with the next job of the same call. A cause is older than its task, so this ends.
    while let Some(record) = trace.task(root).filter(|record| (record.library || record.site.is_none()) && record.queue == Queue::Poll)
        && let Some(cause) = record.cause.filter(|cause| trace.task(*cause).is_some_and(|cause| cause.queue == Queue::Poll))
    {
        root = cause;
    }
    root
}

/// The site that a task goes back to: that of its [`root`].
#[must_use]
pub fn root_site(trace: &Trace, task: TaskId) -> Option<SiteId> {
    trace.task(root(trace, task))?.site
}

/// The line of [`root_site`].
#[must_use]
pub fn root_line(trace: &Trace, task: TaskId) -> Option<u32> {
    trace.site(root_site(trace, task)?).map(|site| site.position.line)
}

/// The call of the program that a task answers: `fs.readFile`.
pub(super) fn asked(trace: &Trace, task: TaskId) -> Option<&str> {
    let site = trace.site(root_site(trace, task)?)?;
    Some(trace.text(site.callee)).filter(|callee| !callee.is_empty())
}

/// Whether a task of the poll phase waits for the thread pool: a message's delivery does not.
#[must_use]
pub fn waits_for_pool(trace: &Trace, task: TaskId) -> bool {
    let began = root(trace, task);
    let next = trace.task(began).and_then(|record| trace.step(StepId(record.enqueued.0 + 1)));
    next.is_some_and(|step| matches!(step.event, Event::PoolSubmitted { .. }))
}

/// Whether a function of the program runs in the task itself, not only Node's own code: of the four jobs of an `fs.readFile` only the last
/// calls back. A task that never ran is given the benefit of the doubt.
#[must_use]
pub(super) fn runs_program(trace: &Trace, task: TaskId) -> bool {
    let Some(begun) = trace.task(task).and_then(|record| record.runs.first()) else {
        return true;
    };
    let rest = trace.steps().get(begun.index() + 1..).unwrap_or_default();
    let first = rest.iter().find(|step| matches!(step.event, Event::FrameEntered { .. } | Event::TaskBegun { .. } | Event::TaskEnded { .. }));
    first.is_some_and(|step| matches!(step.event, Event::FrameEntered { .. }))
}

/// Nobody's but Node's: no function of the program is its callback. A link of a chain of jobs is Node's own until one calls back.
#[must_use]
pub fn is_nodes_own(trace: &Trace, task: TaskId) -> bool {
    trace.task(task).is_some_and(|record| match record.queue {
        Queue::Poll => !runs_program(trace, task),
        // A line in the label: the program scheduled it, though it is V8's function that runs (`setTimeout(resolve)`).
        _ => record.library && !trace.text(record.label).contains(", line "),
    })
}

/// The condition under which `task` may run, as a clause: `runs when the nextTick queue is empty`. `None` if it does not wait.
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
        let rule = if waits_for_pool(trace, task) { "runs in the poll phase, when its work is done" } else { "runs in the next poll phase" };
        return Some(rule.to_owned());
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
