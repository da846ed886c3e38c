//! The graph of used bytes: x is the bytes that the program has allocated so far, y the bytes in use.

use serde::{Deserialize, Serialize};
use trace::Collector;

use super::collection::Usage;

/// The most samples. Beyond it, every second ordinary one is dropped, and samples come half as often.
const MOST: usize = 2048;

/// The moment at which a sample was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moment {
    /// Nothing special.
    Allocating,
    /// Right before a collection.
    Before(Collector),
    /// Right after it.
    After(Collector),
}

/// A point of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// Bytes that the program has allocated in V8's heap so far.
    pub allocated: u64,
    /// The bytes in use.
    pub usage: Usage,
    /// The moment at which it was taken.
    pub moment: Moment,
}

/// The samples, a bounded number of them.
#[derive(Clone, Debug)]
pub(super) struct History {
    pub(super) samples: Vec<Sample>,
    /// Bytes from one ordinary sample to the next.
    every: u64,
    /// Bytes allocated at which the next ordinary sample comes.
    pub(super) next: u64,
}

impl History {
    pub(super) fn new(every: u64) -> Self {
        Self { samples: Vec::new(), every: every.max(1), next: 0 }
    }

    pub(super) fn rescale(&mut self, from: u64, to: u64) {
        self.every = self.every * from / to;
    }

    pub(super) fn add(&mut self, sample: Sample) {
        self.samples.push(sample);
        self.next = sample.allocated + self.every;
        if self.samples.len() > MOST {
            self.thin();
        }
    }

    fn thin(&mut self) {
        self.every = self.every.saturating_mul(2);
        let mut odd = false;
        let calm = self.samples.iter().any(|sample| sample.moment == Moment::Allocating);
        self.samples.retain(|sample| {
            if calm && sample.moment != Moment::Allocating {
                return true;
            }
            // Without ordinary samples left, pairs of before and after are dropped whole.
            odd = if calm || matches!(sample.moment, Moment::Before(_)) { !odd } else { odd };
            odd
        });
    }
}
