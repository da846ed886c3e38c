//! Two runs side by side: where both do the same, where they first part, and where one stands when the other stands at a step.

use std::rc::Rc;

use trace::{ChoiceKind, Nanos, OutputStream, StepId, Trace};

use super::alignment::align;
use super::observable::{Observable, Printout, Programs, observables};
use super::parting::answers;
use super::{Axis, Lanes};

/// One of two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The run that is shown alone where only one is.
    A,
    /// The run beside it.
    B,
}

impl Side {
    /// In the order of a pair.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// The run that is compared with this one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    /// The place in a pair.
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::A => 0,
            Self::B => 1,
        }
    }
}

/// The steps at which two runs first do something else. A run that does nothing more has no step there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parted {
    /// The last deed of both; `None` where they part from the start.
    pub last_common: Option<[StepId; 2]>,
    /// The step of each at which it does something else.
    pub first: [Option<StepId>; 2],
    /// The two runs were asked, or answered, something else where real Node may go either way.
    pub by_choice: bool,
}

/// Two runs, aligned by what can be observed of them.
#[derive(Clone, Debug)]
pub struct Twin {
    traces: [Rc<Trace>; 2],
    parted: Option<Parted>,
    /// The places of console lines that both print, in order.
    printed: Vec<[usize; 2]>,
    axis: Axis,
    lanes: [Rc<Lanes>; 2],
}

impl Twin {
    /// `lanes`: those of the runs, over their own steps.
    #[must_use]
    pub fn new(traces: [Rc<Trace>; 2], lanes: [&Lanes; 2]) -> Self {
        let [a, b] = [&*traces[0], &*traces[1]];
        let programs = if source(a) == source(b) { Programs::One } else { Programs::Two };
        let (meetings, first) = meetings(&observables(a, programs), &observables(b, programs));
        let parted = (first != [None; 2]).then(|| Parted {
            last_common: meetings.iter().copied().take_while(|meeting| Some(meeting[0]) != first[0] && Some(meeting[1]) != first[1]).last(),
            first,
            by_choice: asked([a, b], lanes, first),
        });
        let axis = Axis::new([a, b], &meetings);
        let mut lanes = [0, 1].map(|run| axis.place(run, lanes[run]));
        same_scale(&mut lanes);
        let lanes = lanes.map(Rc::new);
        let printed = align(&lines(a), &lines(b));
        Self { traces, parted, printed, axis, lanes }
    }

    /// The trace of a run.
    #[must_use]
    pub fn trace(&self, side: Side) -> &Rc<Trace> {
        &self.traces[side.index()]
    }

    /// The axis that both stand on.
    #[must_use]
    pub fn axis(&self) -> &Axis {
        &self.axis
    }

    /// A run's lanes on the [axis](Self::axis).
    #[must_use]
    pub fn lanes(&self, side: Side) -> &Rc<Lanes> {
        &self.lanes[side.index()]
    }

    /// Where they part; `None` where all that can be observed of them is the same.
    #[must_use]
    pub fn parted(&self) -> Option<&Parted> {
        self.parted.as_ref()
    }

    /// The step of a run at which the two part; a run that does nothing more is at its end there.
    #[must_use]
    pub fn parting_step(&self, side: Side) -> Option<StepId> {
        let parted = self.parted.as_ref()?;
        Some(parted.first[side.index()].unwrap_or_else(|| last(self.trace(side))))
    }

    /// Both print the same, in the same order.
    #[must_use]
    pub fn prints_the_same(&self) -> bool {
        Side::BOTH.iter().all(|side| self.trace(*side).console().len() == self.printed.len())
    }

    /// And nothing at all in it is written otherwise.
    #[must_use]
    pub fn prints_to_the_letter(&self) -> bool {
        let [a, b] = Side::BOTH.map(|side| self.trace(side));
        a.console().iter().map(|line| a.text(line.text)).eq(b.console().iter().map(|line| b.text(line.text)))
    }

    /// The step at which the other run stands when this one stands at `step`: at the same observable, and between two of these after the same time.
    #[must_use]
    pub fn follow(&self, side: Side, step: StepId) -> StepId {
        self.axis.step(side.other().index(), self.axis.column(side.index(), step))
    }

    /// The time of a run in a column of the [axis](Self::axis).
    #[must_use]
    pub fn time(&self, side: Side, column: u32) -> Nanos {
        self.trace(side).step(self.axis.step(side.index(), column)).map_or(Nanos(0), |step| step.at)
    }

    /// The console of both as rows: the places of lines that belong beside one another, `None` where a run prints nothing there.
    #[must_use]
    pub fn console(&self) -> Vec<[Option<usize>; 2]> {
        let mut rows = Vec::new();
        let mut done = [0, 0];
        let end = Side::BOTH.map(|side| self.trace(side).console().len());
        for pair in self.printed.iter().copied().chain([end]) {
            let between = (pair[0] - done[0]).max(pair[1] - done[1]);
            rows.extend((0..between).map(|row| [0, 1].map(|run| Some(done[run] + row).filter(|place| *place < pair[run]))));
            if pair != end {
                rows.push(pair.map(Some));
            }
            done = pair.map(|place| place + 1);
        }
        rows
    }

    /// Whether both print the lines of a row of the [console](Self::console).
    #[must_use]
    pub fn prints_alike(&self, row: [Option<usize>; 2]) -> bool {
        matches!(row, [Some(a), Some(b)] if self.printed.binary_search(&[a, b]).is_ok())
    }
}

type Observed<'a> = [(StepId, Observable<'a>)];

/// The steps at which two runs stand together, and those at which they part: where they part they stand together, too.
fn meetings(a: &Observed<'_>, b: &Observed<'_>) -> (Vec<[StepId; 2]>, [Option<StepId>; 2]) {
    let [what_a, what_b] = [a, b].map(|run| run.iter().map(|seen| seen.1).collect::<Vec<_>>());
    let mut pairs = align(&what_a, &what_b);
    let alike = pairs.iter().enumerate().take_while(|(place, pair)| **pair == [*place; 2]).count();
    if alike < a.len() && alike < b.len() {
        // What one does there, the other may do later.
        let met = pairs.get(alike).is_some_and(|next| next.contains(&alike));
        pairs.splice(alike..alike + usize::from(met), [[alike; 2]]);
    }
    let steps = pairs.into_iter().map(|pair| [a[pair[0]].0, b[pair[1]].0]).collect();
    (steps, [a, b].map(|run| run.get(alike).map(|seen| seen.0)))
}

fn source(trace: &Trace) -> Option<&str> {
    trace.scripts().first().map(|script| &*script.source)
}

fn last(trace: &Trace) -> StepId {
    StepId(u32::try_from(trace.steps().len().saturating_sub(1)).unwrap_or(u32::MAX))
}

fn lines(trace: &Trace) -> Vec<(OutputStream, Printout<'_>)> {
    trace.console().iter().map(|line| (line.stream, Printout(trace.text(line.text)))).collect()
}

/// Whether what the runs were asked up to where they part, or what was answered, is not the same.
fn asked(traces: [&Trace; 2], lanes: [&Lanes; 2], until: [Option<StepId>; 2]) -> bool {
    let before = |run: usize| -> Vec<(ChoiceKind, u16)> {
        let until = until[run].unwrap_or_else(|| last(traces[run]));
        answers(traces[run], lanes[run]).take_while(|answer| answer.0 < until).map(|(_, kind, taken)| (kind, taken)).collect()
    };
    before(0) != before(1)
}

/// The contents of the streams of both runs are drawn to one scale, where both count the same.
fn same_scale(lanes: &mut [Lanes; 2]) {
    let held = |lanes: &Lanes| lanes.lanes.iter().find_map(|lane| lane.held.as_ref()).map(|held| (held.unit, held.most));
    if let [Some((one, most)), Some((other, more))] = lanes.each_ref().map(held)
        && one == other
    {
        let all = lanes.iter_mut().flat_map(|lanes| &mut lanes.lanes).filter_map(|lane| lane.held.as_mut());
        all.for_each(|held| held.scale = most.max(more));
    }
}
