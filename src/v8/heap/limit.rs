//! The limit at which the old generation is collected (`src/heap/memory-controller.cc`, `Heap::ConfigureInitialOldGenerationSize`).

use std::collections::VecDeque;

use super::configuration::{Configuration, MB};

/// Scavenges whose survival ratio is remembered (`base::RingBuffer`).
const REMEMBERED: usize = 10;
/// `MemoryController::MinimumAllocationLimitGrowingStep`.
const GROWING_STEP: u64 = 8 * MB;

/// The old generation's allocation limit. All bytes are divided by the scale already.
#[derive(Clone, Debug)]
pub(super) struct OldLimit {
    /// Bytes of the old generation at which marking starts.
    pub(super) bytes: u64,
    pub(super) maximum: u64,
    step: u64,
    factor: f64,
    /// Whether a mark-compact has set it.
    configured: bool,
    counted: f64,
    /// Bytes in use right after the last mark-compact; before the first, the bytes of Node itself.
    pub(super) live: u64,
    /// The survivors of the last scavenges, in percent of the new space.
    survival: VecDeque<f64>,
}

impl OldLimit {
    pub(super) fn new(configuration: &Configuration, scale: u64, live: u64) -> Self {
        Self {
            bytes: configuration.initial_old_space / scale,
            maximum: Self::maximum_of(configuration, scale),
            step: GROWING_STEP / scale,
            factor: max_growing_factor(configuration.max_old_space),
            configured: false,
            counted: configuration.counted_survival,
            live,
            survival: VecDeque::with_capacity(REMEMBERED),
        }
    }

    /// The most that the old generation may come to. No scale takes anything of it from the program: only Node's own share is smaller.
    pub(super) fn maximum_of(configuration: &Configuration, scale: u64) -> u64 {
        let it = &configuration.baseline;
        let own = it.old_used + it.code_used + it.other_used + it.large_used;
        configuration.max_old_space.saturating_sub(own - own / scale)
    }

    pub(super) fn rescale(&mut self, from: u64, to: u64, maximum: u64, more: u64) {
        self.bytes = self.bytes * from / to;
        self.step = self.step * from / to;
        self.maximum = maximum;
        self.live += more;
    }

    /// Sets the limit after a scavenge: until the first mark-compact it follows the average share of the new space that survives.
    pub(super) fn scavenged(&mut self, survived: u64, of: u64, old: u64) {
        if self.survival.len() == REMEMBERED {
            self.survival.pop_front();
        }
        self.survival.push_back(if of == 0 { 0.0 } else { ratio(survived, of) * self.counted });
        if self.configured {
            return;
        }
        let count = u32::try_from(self.survival.len()).map_or(1.0, f64::from);
        let average = self.survival.iter().sum::<f64>() / count;
        let shrunk = scaled(self.bytes, average);
        self.bytes = self.bytes.min(shrunk.max(old + self.step));
    }

    /// Sets the limit after a mark-compact (`MemoryController::CalculateAllocationLimit`).
    pub(super) fn marked(&mut self, old: u64, new_capacity: u64) {
        self.configured = true;
        self.live = old;
        let grown = scaled(old, self.factor).max(old + self.step) + new_capacity;
        let halfway = u64::midpoint(old, self.maximum);
        self.bytes = grown.min(halfway);
    }

    /// `Heap::AllocationLimitOvershotByLargeMargin`: the program allocates faster than marking goes on.
    pub(super) fn is_overshot(&self, old: u64) -> bool {
        let margin = (self.bytes / 2).max(4 * self.step).min(self.maximum.saturating_sub(self.bytes) / 2);
        old >= self.bytes + margin
    }
}

/// `MemoryController::MaxGrowingFactor`: 4 for heaps of 2 GB and more, from 1.3 to 2 below.
fn max_growing_factor(max_heap: u64) -> f64 {
    let (least, most) = (256 * MB, 2048 * MB);
    if max_heap >= most {
        return 4.0;
    }
    1.3 + 0.7 * ratio(max_heap.max(least) - least, most - least)
}

#[expect(clippy::cast_precision_loss, reason = "bytes of a heap are far below 2^53")]
pub(super) fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole as f64
}

#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes of a heap are far below 2^53")]
pub(super) fn scaled(bytes: u64, factor: f64) -> u64 {
    (bytes as f64 * factor) as u64
}
