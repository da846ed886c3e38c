//! The timeline as plain data: what stood on each lane, from step to step.

use std::rc::Rc;

use crate::trace::Trace;

use super::Role;

/// The timeline's lanes, from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LaneKind {
    /// The main script and the callbacks of the loop's phases.
    Main,
    /// Ticks and microtasks.
    Ticks,
    Phases,
    Pool,
    Kernel,
}

/// A stretch of a lane: from a step to before another.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    pub from: u32,
    /// Exclusive.
    pub to: u32,
    pub role: Role,
    pub label: Rc<str>,
    /// Which of the lane's rows, from 0: a pool worker.
    pub row: u16,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub kind: LaneKind,
    /// By `from`.
    pub stretches: Vec<Stretch>,
    /// How many rows the stretches use, at least 1.
    pub rows: u16,
}

/// Something that happened at one step: a console line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    pub step: u32,
    pub role: Role,
}

/// The whole timeline of a trace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    pub steps: u32,
    pub lanes: Vec<Lane>,
    /// Console output, by step.
    pub console: Vec<Marker>,
}

impl Lanes {
    #[must_use]
    pub fn new(trace: &Trace) -> Self {
        Self { steps: u32::try_from(trace.steps().len()).unwrap_or(u32::MAX), ..Self::default() }
    }
}
