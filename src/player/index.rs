//! The steps at which a trace can be stopped: sorted lists of steps, one for each unit, made once so that every step is a binary search.

use trace::{Event, SiteId, Step, StepId, Trace};

use super::is_nodes_own;

/// How far a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Unit {
    /// Every recorded event.
    #[default]
    Event,
    /// The next line of the program's text, or an exception on its way.
    Line,
    /// The next callback of the program.
    Callback,
    /// The next phase of the loop.
    Phase,
}

impl Unit {
    /// From the smallest to the largest.
    pub const ALL: [Self; 4] = [Self::Event, Self::Line, Self::Callback, Self::Phase];

    /// The word for one of them: `line`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Line => "line",
            Self::Callback => "callback",
            Self::Phase => "phase",
        }
    }
}

/// The stops of a trace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    steps: u32,
    lines: Vec<StepId>,
    callbacks: Vec<StepId>,
    phases: Vec<StepId>,
    /// By step: how often the same had happened at the same place before, as a power of four, at most.
    familiar: Vec<u8>,
}

impl Index {
    /// The stops of a whole run. O(steps).
    #[must_use]
    pub fn new(trace: &Trace) -> Self {
        let mut index = Self { steps: u32::try_from(trace.steps().len()).unwrap_or(u32::MAX), ..Self::default() };
        let mut line_before = None;
        let mut seen = Seen::default();
        for (id, step) in (0u32..).map(StepId).zip(trace.steps()) {
            index.familiar.push(seen.count(trace, step));
            match &step.event {
                Event::Statement { .. } => {
                    let line = step.site.and_then(|site| line_of(trace, site));
                    if line != line_before {
                        index.lines.push(id);
                    }
                    line_before = line;
                }
                Event::FrameEntered { .. } | Event::FrameLeft => line_before = None,
                Event::TaskBegun { task } => {
                    line_before = None;
                    if !is_nodes_own(trace, *task) {
                        index.callbacks.push(id);
                    }
                }
                Event::Thrown { .. } | Event::Caught { .. } | Event::Uncaught { .. } | Event::RejectionUnhandled { .. } => index.lines.push(id),
                Event::PhaseEntered { .. } => index.phases.push(id),
                Event::Exited { .. } => {
                    index.callbacks.push(id);
                    index.phases.push(id);
                }
                Event::Called { .. }
                | Event::Returned { .. }
                | Event::RejectionNoted { .. }
                | Event::RejectionHandled { .. }
                | Event::ModuleFound { .. }
                | Event::ModuleChanged { .. }
                | Event::TaskEnqueued { .. }
                | Event::TaskEnded { .. }
                | Event::TaskCancelled { .. }
                | Event::TimerRearmed { .. }
                | Event::PhaseLeft { .. }
                | Event::PollBlocked { .. }
                | Event::PollWoke { .. }
                | Event::Chosen { .. }
                | Event::PoolSubmitted { .. }
                | Event::PoolStarted { .. }
                | Event::PoolFinished { .. }
                | Event::PoolDelivered { .. }
                | Event::StreamFound { .. }
                | Event::StreamNamed { .. }
                | Event::StreamCalled { .. }
                | Event::StreamListened { .. }
                | Event::StreamChanged { .. }
                | Event::Output { .. }
                | Event::Cut { .. } => {}
            }
        }
        index
    }

    /// The nearest stop after `from`; the last step where there is none.
    #[must_use]
    pub fn after(&self, from: StepId, unit: Unit) -> StepId {
        let last = StepId(self.steps.saturating_sub(1));
        match self.stops(unit) {
            None => StepId((from.0 + 1).min(last.0)),
            Some(stops) => stops.get(stops.partition_point(|stop| *stop <= from)).copied().unwrap_or(last),
        }
    }

    /// The nearest stop before `from`; the first step where there is none.
    #[must_use]
    pub fn before(&self, from: StepId, unit: Unit) -> StepId {
        match self.stops(unit) {
            None => StepId(from.0.saturating_sub(1)),
            Some(stops) => stops[..stops.partition_point(|stop| *stop < from)].last().copied().unwrap_or_default(),
        }
    }

    /// How well known this is by now: 0 for the first few times, then one more for every fourfold.
    #[must_use]
    pub fn familiarity(&self, step: StepId) -> u8 {
        self.familiar.get(step.index()).copied().unwrap_or(0)
    }

    fn stops(&self, unit: Unit) -> Option<&[StepId]> {
        match unit {
            Unit::Event => None,
            Unit::Line => Some(&self.lines),
            Unit::Callback => Some(&self.callbacks),
            Unit::Phase => Some(&self.phases),
        }
    }
}

fn line_of(trace: &Trace, site: SiteId) -> Option<(u16, u32)> {
    trace.site(site).map(|site| (site.script.0, site.position.line))
}

/// How often each kind of event happened at each site.
#[derive(Default)]
struct Seen {
    counts: Vec<u32>,
}

impl Seen {
    /// How many kinds [`count`](Self::count) tells apart: one more than the last number that it gives.
    const KINDS: usize = 6;

    fn count(&mut self, trace: &Trace, step: &Step) -> u8 {
        let (kind, site) = match &step.event {
            Event::Statement { .. } => (0, step.site),
            Event::Called { .. } => (1, step.site),
            Event::FrameEntered { .. } => (2, step.site),
            Event::Output { .. } => (3, step.site),
            Event::TaskEnqueued { .. } => (4, step.site),
            Event::TaskBegun { task } => (5, trace.task(*task).and_then(|record| record.site)),
            Event::Returned { .. }
            | Event::FrameLeft
            | Event::Thrown { .. }
            | Event::Caught { .. }
            | Event::Uncaught { .. }
            | Event::RejectionNoted { .. }
            | Event::RejectionHandled { .. }
            | Event::RejectionUnhandled { .. }
            | Event::ModuleFound { .. }
            | Event::ModuleChanged { .. }
            | Event::TaskEnded { .. }
            | Event::TaskCancelled { .. }
            | Event::TimerRearmed { .. }
            | Event::PhaseEntered { .. }
            | Event::PhaseLeft { .. }
            | Event::PollBlocked { .. }
            | Event::PollWoke { .. }
            | Event::Chosen { .. }
            | Event::PoolSubmitted { .. }
            | Event::PoolStarted { .. }
            | Event::PoolFinished { .. }
            | Event::PoolDelivered { .. }
            | Event::StreamFound { .. }
            | Event::StreamNamed { .. }
            | Event::StreamCalled { .. }
            | Event::StreamListened { .. }
            | Event::StreamChanged { .. }
            | Event::Cut { .. }
            | Event::Exited { .. } => return 0,
        };
        let Some(site) = site else {
            return 0;
        };
        let place = site.index() * Self::KINDS + kind;
        if self.counts.len() <= place {
            self.counts.resize(place + 1, 0);
        }
        let count = self.counts[place];
        self.counts[place] += 1;
        u8::try_from(count.max(1).ilog(4)).unwrap_or(u8::MAX)
    }
}
