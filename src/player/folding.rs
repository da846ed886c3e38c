//! A timeline on which what repeats itself is folded: its first two times and its last stand there, the others share a narrow place.

use super::cycles::Cycle;
use super::lanes::Lanes;
use trace::StepId;

/// The place of all times but the first two and the last, in columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Its first column.
    pub from: u32,
    /// Exclusive.
    pub to: u32,
    /// The number of times that it stands for.
    pub times: u32,
    /// The steps that are in it, exclusive at their end.
    steps: [u32; 2],
}

/// The way from steps to columns and back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folding {
    /// In order.
    folds: Vec<Fold>,
    steps: u32,
    columns: u32,
}

/// The numbers of times at the two ends of a cycle that stay unfolded.
const BEFORE: usize = 2;
const BEHIND: usize = 1;
/// One fold takes a share of this size of the whole width (an eighth), and all folds together one of this (a half).
const SHARE: u32 = 8;
const ALL: u32 = 2;
const LEAST: u32 = 8;

/// The steps of a cycle that are folded, exclusive at their end.
#[must_use]
pub fn folded_steps(cycle: &Cycle) -> [u32; 2] {
    [cycle.starts[BEFORE], cycle.starts[cycle.times() - BEHIND]]
}

impl Folding {
    /// The folding of a run with this number of steps.
    #[must_use]
    pub fn new<'c>(steps: u32, cycles: impl Iterator<Item = &'c Cycle> + Clone) -> Self {
        let folded: u32 = cycles.clone().map(folded_steps).map(|[from, to]| to - from).sum();
        let count = u32::try_from(cycles.clone().count()).unwrap_or(u32::MAX).max(1);
        let open = steps - folded;
        let width = (open / SHARE).min(open / ALL / count).max(LEAST);
        let mut folding = Self { folds: Vec::new(), steps, columns: steps };
        let mut saved = 0;
        for cycle in cycles {
            let [from, to] = folded_steps(cycle);
            let columns = width.min(to - from);
            let times = u32::try_from(cycle.times() - BEFORE - BEHIND).unwrap_or(u32::MAX);
            folding.folds.push(Fold { from: from - saved, to: from - saved + columns, times, steps: [from, to] });
            saved += to - from - columns;
        }
        folding.columns = steps - saved;
        folding
    }

    /// The number of columns.
    #[must_use]
    pub fn columns(&self) -> u32 {
        self.columns
    }

    /// All folds, from the left.
    #[must_use]
    pub fn folds(&self) -> &[Fold] {
        &self.folds
    }

    /// The column of a step.
    #[must_use]
    pub fn column(&self, step: u32) -> u32 {
        let Some(fold) = self.folds[..self.folds.partition_point(|fold| fold.steps[0] <= step)].last() else { return step };
        let [from, to] = fold.steps;
        if step >= to { fold.to + (step - to) } else { fold.from + scaled(step - from, fold.to - fold.from, to - from) }
    }

    /// The first step of a column.
    #[must_use]
    pub fn step(&self, column: u32) -> StepId {
        let Some(fold) = self.folds[..self.folds.partition_point(|fold| fold.from <= column)].last() else { return StepId(column) };
        let [from, to] = fold.steps;
        let step = if column >= fold.to { to + (column - fold.to) } else { from + scaled(column - fold.from, to - from, fold.to - fold.from) };
        StepId(step.min(self.steps.saturating_sub(1)))
    }

    /// A run's lanes on these columns.
    #[must_use]
    pub fn place(&self, lanes: &Lanes) -> Lanes {
        let mut placed = lanes.placed(self.columns, |step| self.column(step));
        let inside = |from: u32, to: u32| self.folds.iter().any(|fold| fold.from <= from && to <= fold.to);
        for lane in &mut placed.lanes {
            lane.stretches.retain(|stretch| !inside(stretch.from, stretch.to));
        }
        placed.folds.clone_from(&self.folds);
        placed
    }
}

/// `part` of `whole`, of `size`.
fn scaled(part: u32, size: u32, whole: u32) -> u32 {
    u32::try_from(u64::from(part) * u64::from(size) / u64::from(whole.max(1))).unwrap_or(u32::MAX)
}
