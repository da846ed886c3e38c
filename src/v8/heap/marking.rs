//! Incremental marking: while it goes on, the program allocates further (`src/heap/incremental-marking.cc`).
//!
//! V8 paces it by the clock; here a step comes with so many bytes allocated, and marks so many.

use super::configuration::Configuration;

/// Beyond this V8's schedule (500 ms for a whole marking) makes the steps larger instead of more.
const MOST_STEPS: u64 = 1024;

/// A marking under way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marking {
    pub(super) done: u32,
    left: u64,
    step: u64,
    credit: u64,
}

impl Marking {
    /// Starts to mark so many bytes, as far as can be known; `scale` has divided them.
    pub(super) fn start(live: u64, configuration: &Configuration, scale: u64) -> Self {
        let steps = (live * scale / configuration.marked_by_step.max(1)).clamp(1, MOST_STEPS);
        Self { done: 0, left: steps, step: (configuration.marking_step / scale).max(1), credit: 0 }
    }

    /// The program allocated; true once everything is marked.
    pub(super) fn advance(&mut self, bytes: u64) -> bool {
        self.credit += bytes;
        let steps = (self.credit / self.step).min(self.left);
        self.credit -= steps * self.step;
        self.steps(steps)
    }

    /// A buffer was allocated above the limit of external memory: one step (`Heap::ReportExternalMemoryPressure`).
    pub(super) fn press(&mut self) -> bool {
        self.steps(self.left.min(1))
    }

    fn steps(&mut self, steps: u64) -> bool {
        self.left -= steps;
        self.done = self.done.saturating_add(u32::try_from(steps).unwrap_or(u32::MAX));
        self.left == 0
    }
}
