//! The point where another way of the same program parts from the run that is shown.

use trace::{ChoiceKind, Event, OutputStream, StepId, Trace, Way};

use super::Lanes;

/// The first point at which a way differs from a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parting {
    /// The run's step at which both are still the same.
    pub step: StepId,
    /// The difference from there on, in one sentence.
    pub sentence: &'static str,
}

/// The point at which a way parts from the run; `None` where it takes the run's own choices. `lanes`: the run's.
#[must_use]
pub fn parting(trace: &Trace, lanes: &Lanes, way: &Way) -> Option<Parting> {
    answers(trace, lanes).enumerate().find_map(|(place, (step, kind, taken))| {
        let other = way.choices.get(place).copied().unwrap_or(0);
        (other != taken).then(|| Parting { step, sentence: sentence(kind, other) })
    })
}

/// The questions that the run was asked where real Node may go either way, and the answers.
pub(super) fn answers(trace: &Trace, lanes: &Lanes) -> impl Iterator<Item = (StepId, ChoiceKind, u16)> {
    lanes.questions.iter().filter_map(|question| {
        let step = StepId(*question);
        let Event::Chosen { kind, taken, .. } = trace.step(step)?.event else { return None };
        Some((step, kind, taken))
    })
}

/// Whether the run says what the way says.
#[must_use]
pub fn is_way_of(trace: &Trace, way: &Way) -> bool {
    says(trace, OutputStream::Stdout, &way.stdout) && says(trace, OutputStream::Stderr, &way.stderr)
}

fn says(trace: &Trace, stream: OutputStream, text: &str) -> bool {
    let mut rest = Some(text);
    for line in trace.console().iter().filter(|line| line.stream == stream) {
        rest = rest.and_then(|rest| rest.strip_prefix(trace.text(line.text)));
    }
    rest.is_some_and(str::is_empty)
}

fn sentence(kind: ChoiceKind, taken: u16) -> &'static str {
    match (kind, taken) {
        (ChoiceKind::TimerExpired, 0) => "The timer’s time has not come yet when the loop looks.",
        (ChoiceKind::TimerExpired, _) => "The timer’s time has come when the loop looks.",
        (ChoiceKind::PoolCompletion, 0) => "The job with the least to do finishes first.",
        (ChoiceKind::PoolCompletion, _) => "Another job finishes first.",
        (ChoiceKind::PollReady, 0) => "It goes by the machine’s own durations.",
        (ChoiceKind::PollReady, _) => "A job is done sooner or later than the machine’s durations say.",
    }
}
