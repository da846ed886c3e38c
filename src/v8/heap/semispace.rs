//! The new space: pages that are filled from the bottom (`src/heap/new-spaces.cc`).

use super::configuration::Configuration;

/// Bytes of a page of the heap (`kRegularPageSize`).
pub(super) const PAGE: u64 = 256 * 1024;

/// The semispace that is allocated in. All bytes are divided by the scale already.
#[derive(Clone, Debug)]
pub(super) struct SemiSpace {
    /// Bytes that a page holds.
    area: u64,
    /// Bytes of a page.
    page: u64,
    /// Capacity in bytes of pages.
    pub(super) capacity: u64,
    pub(super) maximum: u64,
    factor: u64,
    /// The number of full pages.
    pages: u64,
    /// Bytes used in the page that is being filled.
    top: u64,
    /// Bytes of objects: without the ends of pages where one did not fit.
    pub(super) used: u64,
}

impl SemiSpace {
    pub(super) fn new(configuration: &Configuration, scale: u64) -> Self {
        let page = (PAGE / scale).max(8);
        Self {
            area: (configuration.page_area / scale).max(8),
            page,
            capacity: (configuration.initial_semi_space / scale).max(page),
            maximum: (configuration.max_semi_space / scale).max(page),
            factor: configuration.semi_space_growth_factor.max(1),
            pages: 0,
            top: 0,
            used: 0,
        }
    }

    /// Takes so many bytes; `false` where they do not fit.
    pub(super) fn take(&mut self, bytes: u64) -> bool {
        let total = self.capacity / self.page;
        let (pages, top) = if self.top + bytes <= self.area { (self.pages, self.top + bytes) } else { (self.pages + 1, bytes) };
        if pages >= total || top > self.area {
            return false;
        }
        self.pages = pages;
        self.top = top;
        self.used += bytes;
        true
    }

    /// Takes so many bytes in pieces, as far as they fit.
    pub(super) fn take_up_to(&mut self, bytes: u64) {
        let mut left = bytes;
        while left > 0 {
            let room = (self.area - self.top).max(1);
            let piece = left.min(if room < 8 { self.area } else { room });
            if !self.take(piece) {
                return;
            }
            left -= piece;
        }
    }

    /// Empties the space: every object is gone or was copied elsewhere.
    pub(super) fn clear(&mut self) {
        self.pages = 0;
        self.top = 0;
        self.used = 0;
    }

    /// The capacity of all pages together.
    pub(super) fn holds(&self) -> u64 {
        self.capacity / self.page * self.area
    }

    /// The share in use, ends of pages included, in percent.
    pub(super) fn fill(&self) -> u64 {
        (self.pages * self.area + self.top) * 100 / self.holds().max(1)
    }

    pub(super) fn can_grow(&self) -> bool {
        self.capacity < self.maximum
    }

    /// `SemiSpaceNewSpace::Grow`.
    pub(super) fn grow(&mut self) {
        self.capacity = (self.capacity * self.factor).min(self.maximum);
    }
}
