//! The belongings of a feedback cell: its budget, its feedback vector, its code.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::feedback::Feedback;
use super::key::{CodeId, FunctionId, SiteId};
use trace::Tier;

/// `CachedTieringDecision` (`src/common/globals.h`): the decision that V8 remembers of a text's earlier closures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Decision {
    #[default]
    Pending,
    EarlySparkplug,
    DelayMaglev,
    EarlyMaglev,
    EarlyTurbofan,
    Normal,
}

#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) function: FunctionId,
    /// The interrupt budget, in bytes of bytecode; below zero it leads to an interrupt.
    pub(super) budget: i64,
    /// The feedback vector, with one entry for each instruction; `None`: it has none yet.
    pub(super) feedback: Option<Rc<[Feedback]>>,
    pub(super) invocations: u32,
    /// Interrupts since the last change of feedback (`profiler_ticks`).
    pub(super) ticks: u32,
    pub(super) request: Option<Tier>,
    pub(super) osr_urgency: u32,
    /// The optimised code for calls.
    pub(super) code: Option<CodeId>,
    /// The optimised code for replacement on the stack, by `JumpLoop`.
    pub(super) osr: BTreeMap<SiteId, CodeId>,
}

impl Cell {
    pub(super) fn new(function: FunctionId) -> Self {
        let osr = BTreeMap::new();
        Self { function, budget: 0, feedback: None, invocations: 0, ticks: 0, request: None, osr_urgency: 0, code: None, osr }
    }
}

/// A function in optimised code: the outermost, or one that was inlined.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) cell: super::key::CellId,
    /// The feedback that the compiler knew.
    pub(super) feedback: Rc<[Feedback]>,
    /// The calls that were inlined, each with its node.
    pub(super) inlined: Vec<(SiteId, u16)>,
}

/// Optimised code.
#[derive(Clone, Debug)]
pub(super) struct Code {
    pub(super) tier: Tier,
    pub(super) osr: Option<SiteId>,
    pub(super) nodes: Vec<Node>,
    pub(super) valid: bool,
}

/// The code that a frame runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Running {
    /// The interpreter or Sparkplug.
    Unoptimized,
    /// Optimised code.
    Optimized { code: CodeId, node: u16 },
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) cell: super::key::CellId,
    pub(super) running: Running,
    /// Whether it is inlined into the code of the frame below.
    pub(super) inlined: bool,
    /// The node that the call under way goes to.
    pub(super) calls: Option<u16>,
}
