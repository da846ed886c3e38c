//! The end of a program whose heap is full: V8's three messages, and the cause of each (`Heap::CollectGarbage`, `CheckIneffectiveMarkCompact`,
//! `HeapAllocator::AllocateRawWithRetryOrFailSlowPath`).

use serde::{Deserialize, Serialize};

use super::collection::Usage;

/// One of V8's messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FatalReason {
    /// The old generation is above its maximum right after a mark-compact.
    ReachedHeapLimit,
    /// Four mark-compacts in a row left it more than 80 % full and the program less than 40 % of the time.
    IneffectiveMarkCompacts,
    /// One object found no room even after the collections of last resort.
    CallAndRetryLast,
}

impl FatalReason {
    /// The message without `FATAL ERROR: `.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::ReachedHeapLimit => "Reached heap limit Allocation failed - JavaScript heap out of memory",
            Self::IneffectiveMarkCompacts => "Ineffective mark-compacts near heap limit Allocation failed - JavaScript heap out of memory",
            Self::CallAndRetryLast => "CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory",
        }
    }
}

/// The heap limit was reached: Node prints [`super::report::out_of_memory`] to standard error and aborts (`SIGABRT`; a shell sees exit code 134).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fatal {
    /// The message.
    pub reason: FatalReason,
    /// The use of the heap at the end.
    pub usage: Usage,
}

impl Fatal {
    /// The signal that ends the process, in every release.
    pub const SIGNAL: &'static str = "SIGABRT";
    /// The exit code that a shell sees.
    pub const EXIT_CODE: u8 = 134;
}

/// Mark-compacts in a row that were of no use (`kMaxConsecutiveIneffectiveMarkCompacts`).
pub(super) const MOST_INEFFECTIVE: u32 = 4;
/// `kHighHeapPercentage`.
pub(super) const HIGH_HEAP: f64 = 0.8;
/// `kLowMutatorUtilization`.
pub(super) const LOW_UTILIZATION: f64 = 0.4;
