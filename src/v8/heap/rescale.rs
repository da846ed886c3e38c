//! Another scale in the middle of a run: the divided figures grow, the program's objects stay as they are.

use super::baseline::Own;
use super::limit::OldLimit;
use super::semispace::SemiSpace;
use super::spaces::{Heap, Scale};

impl Heap {
    /// Divides by less from now on. Nothing changes while a marking or a request is under way, or for a larger divisor.
    pub fn rescale(&mut self, scale: Scale) {
        let (from, to) = (self.scale.divisor(), scale.divisor());
        if to >= from || self.marking.is_some() || self.request.is_some() || self.waiting > 0 {
            return;
        }
        let before = self.own;
        self.scale = scale;
        self.own = before.rescaled(from, to);
        self.new_space = self.new_space.rescaled(&self.configuration, from, to, self.own.new.saturating_sub(before.new));
        self.old_space += self.own.old.saturating_sub(before.old);
        self.old_committed = 0;
        self.commit_old();
        self.limit.rescale(from, to, OldLimit::maximum_of(&self.configuration, to), self.own.old.saturating_sub(before.old));
        self.external.rescale(from, to);
        self.survived_since_growth = self.survived_since_growth * from / to;
        self.history.rescale(from, to);
    }
}

impl Own {
    fn rescaled(self, from: u64, to: u64) -> Self {
        let of = |bytes: u64| bytes * from / to;
        Self { new: of(self.new), new_alive: of(self.new_alive), copied: self.copied, old: of(self.old), old_garbage: of(self.old_garbage) }
    }
}

impl SemiSpace {
    fn rescaled(&self, configuration: &super::Configuration, from: u64, to: u64, more: u64) -> Self {
        let mut space = Self::new(configuration, to);
        space.capacity = (self.capacity * from / to).min(space.maximum);
        space.take_up_to(self.used + more);
        space
    }
}
