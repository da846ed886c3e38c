//! Incremental marking: while it goes on, the program allocates further (`src/heap/incremental-marking.cc`).
//!
//! V8 paces it by the clock. Here each step comes after a number of allocated bytes, and marks a number of bytes.

use super::configuration::Configuration;

/// The most steps of a marking: beyond it V8's schedule (500 ms for a whole marking) makes the steps larger instead of more.
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

    /// Goes on for `bytes` that the program has allocated. Whether everything is marked.
    pub(super) fn advance(&mut self, bytes: u64) -> bool {
        self.credit += bytes;
        let steps = (self.credit / self.step).min(self.left);
        self.credit -= steps * self.step;
        self.steps(steps)
    }

    /// Does one step, for a buffer above the limit of external memory (`Heap::ReportExternalMemoryPressure`). Whether everything is marked.
    pub(super) fn press(&mut self) -> bool {
        self.steps(self.left.min(1))
    }

    fn steps(&mut self, steps: u64) -> bool {
        self.left -= steps;
        self.done = self.done.saturating_add(u32::try_from(steps).unwrap_or(u32::MAX));
        self.left == 0
    }
}
