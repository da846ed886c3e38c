//! The caption: one true sentence for each event, about what happened, and a clause about why it happened now.

use trace::{Event, Snapshot, Standing, Trace};

use super::{sentence, v8_note, why};
use crate::Role;

/// A run of the sentence's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rich {
    /// Words of ours.
    Text(String),
    /// A name or an expression of the program.
    Code(String),
    /// A part that the reader's eye should take along.
    Strong(String),
}

impl Rich {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn code(text: impl Into<String>) -> Self {
        Self::Code(text.into())
    }

    pub(crate) fn strong(text: impl Into<String>) -> Self {
        Self::Strong(text.into())
    }
}

/// The description of a step in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// The part of the machine where it happened, which gives its colour.
    pub role: Role,
    /// The first word, in the role's colour: `Microtask`.
    pub title: String,
    /// One sentence about what happened.
    pub sentence: Vec<Rich>,
    /// `Queued at 17:4 by the main script · ran because the nextTick queue is empty`.
    pub why: Option<String>,
    /// Whether real Node is known to do the same.
    pub standing: Standing,
    /// V8's own work at the step, as the model has it.
    pub v8: Option<String>,
}

/// The sentence without its styling: for `aria-live`, tests and logs.
#[must_use]
pub fn sentence_text(sentence: &[Rich]) -> String {
    sentence
        .iter()
        .map(|run| match run {
            Rich::Text(text) | Rich::Code(text) | Rich::Strong(text) => text.as_str(),
        })
        .collect()
}

/// The caption of the snapshot's step.
#[must_use]
pub fn caption(trace: &Trace, snapshot: &Snapshot) -> Caption {
    let Some(step) = trace.step(snapshot.step) else {
        let sentence = vec![Rich::text("Nothing has run yet.")];
        return Caption { role: Role::Process, title: Role::Process.title().to_owned(), sentence, why: None, standing: Standing::Exact, v8: None };
    };
    let role = role_of(trace, snapshot, &step.event);
    Caption {
        role,
        title: title(role, &step.event).to_owned(),
        sentence: sentence::sentence(trace, snapshot, step),
        why: why::why(trace, snapshot, step),
        standing: step.event.standing(),
        v8: v8_note::note(trace, snapshot.step),
    }
}

/// The loop's own movements are the loop's, in the phase's colour.
fn title(role: Role, event: &Event) -> &'static str {
    match event {
        Event::PhaseEntered { .. } | Event::PhaseLeft { .. } | Event::PollBlocked { .. } | Event::PollWoke { .. } => "Event loop",
        Event::Chosen { .. } => "Either way",
        Event::Exited { .. } => "Exit",
        Event::Cut { .. } => "Cut",
        Event::RejectionNoted { .. } | Event::RejectionHandled { .. } | Event::RejectionUnhandled { .. } => "Rejection",
        Event::Statement { .. }
        | Event::Called { .. }
        | Event::Returned { .. }
        | Event::FrameEntered { .. }
        | Event::FrameLeft
        | Event::Thrown { .. }
        | Event::Caught { .. }
        | Event::Uncaught { .. }
        | Event::ModuleFound { .. }
        | Event::ModuleChanged { .. }
        | Event::TaskEnqueued { .. }
        | Event::TaskBegun { .. }
        | Event::TaskEnded { .. }
        | Event::TaskCancelled { .. }
        | Event::TimerRearmed { .. }
        | Event::PoolSubmitted { .. }
        | Event::PoolStarted { .. }
        | Event::PoolFinished { .. }
        | Event::PoolDelivered { .. }
        | Event::StreamFound { .. }
        | Event::StreamNamed { .. }
        | Event::StreamCalled { .. }
        | Event::StreamListened { .. }
        | Event::StreamChanged { .. }
        | Event::Output { .. } => role.title(),
    }
}

/// The part of the machine that the event is about: the queue that a task went into, the phase, the pool; else whatever runs.
fn role_of(trace: &Trace, snapshot: &Snapshot, event: &Event) -> Role {
    match event {
        Event::TaskEnqueued { task, .. } | Event::TaskBegun { task } | Event::TaskEnded { task } | Event::TaskCancelled { task } => {
            trace.task(*task).map_or(Role::Main, |record| Role::of_queue(record.queue))
        }
        Event::TimerRearmed { .. } => Role::Timer,
        Event::PhaseEntered { phase, .. } | Event::PhaseLeft { phase } => Role::of_phase(*phase),
        Event::PollBlocked { .. } | Event::PollWoke { .. } => Role::Poll,
        Event::PoolSubmitted { .. } | Event::PoolStarted { .. } | Event::PoolFinished { .. } | Event::PoolDelivered { .. } => Role::Pool,
        Event::ModuleFound { .. } | Event::ModuleChanged { .. } => Role::Module,
        Event::StreamFound { .. } | Event::StreamNamed { .. } | Event::StreamCalled { .. } => Role::Stream,
        Event::StreamListened { .. } | Event::StreamChanged { .. } => Role::Stream,
        Event::Chosen { kind, .. } => match kind {
            trace::ChoiceKind::TimerExpired => Role::Timer,
            trace::ChoiceKind::PoolCompletion => Role::Pool,
            trace::ChoiceKind::PollReady => Role::Poll,
        },
        Event::Thrown { .. } | Event::Caught { .. } | Event::Uncaught { .. } | Event::Cut { .. } => Role::Fault,
        Event::RejectionNoted { .. } | Event::RejectionHandled { .. } | Event::RejectionUnhandled { .. } => Role::Fault,
        Event::FrameLeft if snapshot.thrown.is_some() => Role::Fault,
        Event::Exited { code, .. } => {
            if *code == 0 {
                Role::Process
            } else {
                Role::Fault
            }
        }
        Event::Statement { .. }
        | Event::Called { .. }
        | Event::Returned { .. }
        | Event::FrameEntered { .. }
        | Event::FrameLeft
        | Event::Output { .. } => Role::running(trace, snapshot),
    }
}
