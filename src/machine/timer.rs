//! Node's single `uv_timer_t`: every JavaScript timer hides behind it (libuv v1.52.1 `src/timer.c`).
//! Rules N18 and N19: docs/node-semantics.md#n18.

use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub(super) struct Timer {
    /// Armed: in which millisecond of `loop->time` it is due.
    due_ms: Option<u64>,
    /// Node unrefs it when the environment starts and refs it while any ref'd JavaScript timer exists.
    referenced: bool,
    /// How many JavaScript timers are due in which millisecond, as far as the host says.
    behind: BTreeMap<u64, u32>,
}

impl Timer {
    /// `uv_timer_start(timeout)`: relative to the cached loop time.
    pub fn start(&mut self, loop_ms: u64, timeout_ms: u64) {
        self.due_ms = Some(loop_ms.saturating_add(timeout_ms));
    }

    pub fn stop(&mut self) {
        self.due_ms = None;
    }

    pub fn set_referenced(&mut self, on: bool) {
        self.referenced = on;
    }

    pub fn due_ms(&self) -> Option<u64> {
        self.due_ms
    }

    pub fn set_waiting(&mut self, due_ms: u64, waiting: bool) {
        let count = self.behind.entry(due_ms).or_default();
        *count = if waiting { *count + 1 } else { count.saturating_sub(1) };
        if *count == 0 {
            self.behind.remove(&due_ms);
        }
    }

    /// The first JavaScript timer due after `ms`.
    pub fn next_after(&self, ms: u64) -> Option<u64> {
        self.behind.range(ms + 1..).next().map(|(due, _)| *due)
    }

    /// How many JavaScript timers there are, unref'd ones among them.
    pub fn waiting(&self) -> u32 {
        self.behind.values().sum()
    }

    /// An active handle that counts for `uv__loop_alive`.
    pub fn is_alive(&self) -> bool {
        self.referenced && self.due_ms.is_some()
    }
}
