//! One axis of virtual time for two runs. What both do stands in one column; what only one does stands between, by the time that has gone by since
//! they last stood together. Every step has its width, however short or long it took.

use trace::{Step, StepId, Trace};

use super::Lanes;

/// The columns of two runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// By run, by step; ascending.
    columns: [Vec<u32>; 2],
    len: u32,
}

impl Axis {
    /// `meetings`: the steps at which the two stand together, in order.
    #[must_use]
    pub fn new(traces: [&Trace; 2], meetings: &[[StepId; 2]]) -> Self {
        let [a, b] = traces.map(Trace::steps);
        let mut axis = Self::default();
        let mut from = [0, 0];
        for to in meetings.iter().map(|meeting| meeting.map(StepId::index)).chain([[a.len(), b.len()]]) {
            axis.stretch(&a[from[0]..to[0]], &b[from[1]..to[1]]);
            from = to;
        }
        axis
    }

    /// Adds what the two do from where they stand together to where they do so again.
    fn stretch(&mut self, a: &[Step], b: &[Step]) {
        let since = |steps: &[Step], place: usize| Some(steps.get(place)?.at - steps[0].at);
        // As many steps are the same steps.
        let alike = a.len() == b.len();
        let mut done = [0, 0];
        while done[0] < a.len() || done[1] < b.len() {
            let goes = match (since(a, done[0]), since(b, done[1])) {
                (Some(_), Some(_)) if alike => [true, true],
                (Some(a), Some(b)) => [a <= b, b <= a],
                (a, b) => [a.is_some(), b.is_some()],
            };
            for run in (0..2).filter(|run| goes[*run]) {
                self.columns[run].push(self.len);
                done[run] += 1;
            }
            self.len += 1;
        }
    }

    /// The number of columns.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether neither run has a step.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The column of a step of a run (0 or 1).
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

    /// A run's lanes on this axis: what they count in steps is then in columns.
    #[must_use]
    pub fn place(&self, run: usize, lanes: &Lanes) -> Lanes {
        lanes.placed(self.len, |step| self.column(run, StepId(step)))
    }
}
