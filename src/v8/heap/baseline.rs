//! Node's own share of the heap while a program runs.

use super::configuration::Configuration;

/// Node's own bytes, divided by the scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Own {
    /// Bytes in the new space, alive or not.
    pub(super) new: u64,
    /// The part of it that a collection finds alive.
    pub(super) new_alive: u64,
    /// Whether it has been copied once.
    pub(super) copied: bool,
    /// Bytes in the old generation.
    pub(super) old: u64,
    /// The part of it that the next mark-compact frees.
    pub(super) old_garbage: u64,
}

impl Own {
    pub(super) fn new(configuration: &Configuration, scale: u64) -> Self {
        let it = &configuration.baseline;
        Self {
            new: it.new_used / scale,
            new_alive: it.new_alive / scale,
            copied: false,
            old: (it.old_used + it.code_used + it.other_used + it.large_used) / scale,
            old_garbage: it.freed_by_full / scale,
        }
    }

    /// Goes through a scavenge. The bytes that stay young, and the bytes that are promoted.
    pub(super) fn scavenge(&mut self) -> (u64, u64) {
        let alive = self.new_alive;
        if self.copied {
            self.new = 0;
            self.new_alive = 0;
            self.old += alive;
            return (0, alive);
        }
        self.copied = true;
        self.new = alive;
        (alive, 0)
    }

    /// Goes through a mark-compact. The bytes that are promoted.
    pub(super) fn mark_compact(&mut self) -> u64 {
        let promoted = self.new_alive;
        self.old = (self.old + promoted).saturating_sub(self.old_garbage);
        self.old_garbage = 0;
        self.new = 0;
        self.new_alive = 0;
        promoted
    }
}
