//! The rhythm of playback: how long each event is worth looking at.

use crate::trace::{Event, StepId, Trace};

/// How long playback stays at a step, in milliseconds at 1×. 0: it does not stop there.
#[must_use]
pub fn dwell(trace: &Trace, step: StepId) -> u32 {
    let Some(recorded) = trace.step(step) else {
        return 0;
    };
    match &recorded.event {
        Event::Output { .. } | Event::Thrown { .. } => 900,
        Event::Uncaught { .. } | Event::RejectionUnhandled { .. } | Event::Exited { .. } | Event::Cut { .. } => 1_600,
        Event::TaskBegun { task } => library_or(trace, *task, 60, 750),
        Event::TaskEnqueued { task, .. } => library_or(trace, *task, 60, 600),
        Event::TaskCancelled { .. } | Event::TimerRearmed { .. } => 500,
        Event::PoolSubmitted { .. } | Event::PoolStarted { .. } | Event::PoolFinished { .. } => 420,
        Event::PoolDelivered { .. } => 320,
        Event::PollBlocked { .. } | Event::PollWoke { .. } | Event::Chosen { .. } => 700,
        Event::Caught { .. } => 600,
        Event::Statement { .. } => 300,
        Event::Called { .. } => 220,
        Event::FrameEntered { .. } => 160,
        Event::PhaseEntered { .. } if phase_is_empty(trace, step) => 90,
        Event::PhaseEntered { .. } => 520,
        // A step away from something is seen in what comes next.
        Event::Returned { .. }
        | Event::FrameLeft
        | Event::TaskEnded { .. }
        | Event::PhaseLeft { .. }
        | Event::PromiseCreated { .. }
        | Event::PromiseSettled { .. } => 0,
    }
}

fn library_or(trace: &Trace, task: crate::trace::TaskId, library: u32, program: u32) -> u32 {
    if trace.task(task).is_some_and(|record| record.library) { library } else { program }
}

/// Nothing happened between entering and leaving.
pub(super) fn phase_is_empty(trace: &Trace, entered: StepId) -> bool {
    trace.step(StepId(entered.0 + 1)).is_none_or(|next| matches!(next.event, Event::PhaseLeft { .. }))
}
