//! The rhythm of playback: how long each event is worth looking at.

use trace::{Event, ModuleStatus, StepId, StreamCall, Trace};

use super::is_nodes_own;

/// How long playback stays at a step, in milliseconds at 1×. 0: it does not stop there.
#[must_use]
pub fn dwell(trace: &Trace, step: StepId) -> u32 {
    let Some(recorded) = trace.step(step) else {
        return 0;
    };
    let next = trace.step(StepId(step.0 + 1)).map(|next| &next.event);
    match &recorded.event {
        Event::Output { .. } | Event::Thrown { .. } => 800,
        Event::Uncaught { .. } | Event::RejectionUnhandled { .. } | Event::Exited { .. } | Event::Cut { .. } => 1_600,
        // Node's own tasks come and go without a stop.
        Event::TaskBegun { task } | Event::TaskEnqueued { task, .. } if is_nodes_own(trace, *task) => 0,
        // One thing in three events: it is seen in the last.
        Event::TaskEnqueued { .. } if matches!(next, Some(Event::PoolSubmitted { .. } | Event::TaskBegun { .. })) => 0,
        Event::PoolSubmitted { .. } if matches!(next, Some(Event::PoolStarted { .. })) => 0,
        Event::TaskBegun { .. } => 650,
        Event::TaskEnqueued { .. } => 550,
        Event::TaskCancelled { .. }
        | Event::TimerRearmed { .. }
        | Event::Caught { .. }
        | Event::RejectionNoted { .. }
        | Event::RejectionHandled { .. } => 550,
        Event::PoolSubmitted { .. } | Event::PoolStarted { .. } | Event::PoolFinished { .. } => 450,
        Event::PoolDelivered { .. } => 300,
        Event::PollBlocked { .. } | Event::PollWoke { .. } | Event::Chosen { .. } => 600,
        Event::ModuleFound { .. } | Event::ModuleChanged { status: ModuleStatus::Linked, .. } => 450,
        Event::ModuleChanged { .. } => 550,
        Event::StreamFound { .. } => 350,
        Event::StreamCalled { call: StreamCall::Emit(_), .. } => 450,
        Event::StreamCalled { .. } => 260,
        Event::StreamChanged { .. } => 350,
        // `pipe` adds seven.
        Event::StreamListened { .. } => 90,
        Event::StreamNamed { .. } => 0,
        Event::Statement { .. } => 260,
        Event::Called { .. } => 180,
        Event::FrameEntered { .. } => 120,
        Event::PhaseEntered { .. } if phase_is_empty(trace, step) => 90,
        Event::PhaseEntered { .. } if matches!(next, Some(Event::Chosen { .. } | Event::PollBlocked { .. })) => 90,
        Event::PhaseEntered { .. } => 450,
        // A step away from something is seen in what comes next.
        Event::FrameLeft if trace.snapshot(step).thrown.is_some() => 450,
        Event::Returned { .. } | Event::FrameLeft | Event::TaskEnded { .. } | Event::PhaseLeft { .. } => 0,
    }
}

/// Nothing happened between entering and leaving.
pub(super) fn phase_is_empty(trace: &Trace, entered: StepId) -> bool {
    trace.step(StepId(entered.0 + 1)).is_none_or(|next| matches!(next.event, Event::PhaseLeft { .. }))
}
