//! One axis of virtual time for two runs: a column for every step of either, in the order of their times. What is above and below one another
//! happens at the same time, and every step has its width, however short or long it took.

use crate::trace::{Step, StepId, Trace};

use super::Lanes;

/// The columns of two runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// By run, by step.
    columns: [Vec<u32>; 2],
    /// Virtual nanoseconds, by column.
    times: Vec<u64>,
}

impl Axis {
    #[must_use]
    pub fn new(traces: [&Trace; 2]) -> Self {
        let [a, b] = traces.map(Trace::steps);
        let mut axis = Self::default();
        while axis.columns[0].len() < a.len() || axis.columns[1].len() < b.len() {
            let [from_a, from_b] = [a.get(axis.columns[0].len()), b.get(axis.columns[1].len())];
            let run = usize::from(!leads(from_a, from_b));
            axis.columns[run].push(u32::try_from(axis.times.len()).unwrap_or(u32::MAX));
            axis.times.extend([from_a, from_b][run].map(|step| step.at));
        }
        axis
    }

    /// How many columns there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        u32::try_from(self.times.len()).unwrap_or(u32::MAX)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.times.is_empty()
    }

    /// Where a step of a run (0 or 1) stands.
    #[must_use]
    pub fn column(&self, run: usize, step: StepId) -> u32 {
        self.columns[run].get(step.index()).copied().unwrap_or(0)
    }

    /// The run's last step up to a column.
    #[must_use]
    pub fn step(&self, run: usize, column: u32) -> StepId {
        let until = self.columns[run].partition_point(|at| *at <= column);
        StepId(u32::try_from(until.saturating_sub(1)).unwrap_or(u32::MAX))
    }

    /// Virtual nanoseconds.
    #[must_use]
    pub fn time(&self, column: u32) -> u64 {
        self.times.get(column as usize).copied().unwrap_or(0)
    }

    /// A run's lanes on this axis: what they count in steps is then in columns.
    #[must_use]
    pub fn place(&self, run: usize, lanes: &Lanes) -> Lanes {
        let mut placed = lanes.clone();
        let column = |step: u32| self.column(run, StepId(step));
        placed.steps = self.len();
        for stretch in placed.lanes.iter_mut().flat_map(|lane| &mut lane.stretches) {
            (stretch.from, stretch.to) = (column(stretch.from), column(stretch.to.saturating_sub(1)) + 1);
        }
        placed.console.iter_mut().for_each(|mark| mark.step = column(mark.step));
        placed.questions.iter_mut().for_each(|question| *question = column(*question));
        placed
    }
}

/// Whether the first run's next step comes before the second's.
fn leads(a: Option<&Step>, b: Option<&Step>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.at <= b.at,
        (a, _) => a.is_some(),
    }
}
