//! Memory that V8 holds outside of its heap: the bytes of buffers (`Heap::AllocateExternalBackingStore`, `ReportExternalMemoryPressure`).

use super::configuration::MB;

/// The most that external memory may grow by from one mark-compact to the next (`kExternalAllocationSoftLimit`).
const SOFT_LIMIT: u64 = 64 * MB;

/// Counts of external bytes; true bytes of the program's objects.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct External {
    /// The bytes of all objects.
    pub(super) total: u64,
    /// The bytes of objects in the new generation.
    pub(super) young: u64,
    /// The bytes that were left at the last mark-compact.
    low: u64,
    soft_limit: u64,
}

impl External {
    pub(super) fn new(scale: u64) -> Self {
        Self { soft_limit: SOFT_LIMIT / scale, ..Self::default() }
    }

    pub(super) fn rescale(&mut self, from: u64, to: u64) {
        self.soft_limit = self.soft_limit * from / to;
    }

    /// Bytes that count with the old generation until the next mark-compact (`AllocatedExternalMemorySinceMarkCompact`).
    pub(super) fn since_mark_compact(&self) -> u64 {
        self.total.saturating_sub(self.low)
    }

    pub(super) fn above_limit(&self) -> bool {
        self.since_mark_compact() > self.soft_limit
    }

    pub(super) fn free(&mut self, bytes: u64) {
        self.total = self.total.saturating_sub(bytes);
        self.low = self.low.min(self.total);
    }

    pub(super) fn marked(&mut self) {
        self.low = self.total;
    }
}
