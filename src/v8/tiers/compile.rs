//! Making optimised code: the feedback that the compiler knows, and the calls that it inlines (`src/maglev/maglev-graph-builder.cc`,
//! `src/compiler/js-inlining-heuristic.cc`).

use std::rc::Rc;

use super::cell::{Code, Decision, Node, Running};
use super::event::{Exit, Reason};
use super::feedback::{Feedback, Target};
use super::key::{CellId, CodeId, SiteId};
use super::model::Tiers;
use trace::{Tier, TierEvent};

/// `--max-maglev-inline-depth`.
const MAGLEV_DEPTH: u32 = 1;
/// `--max-maglev-hard-inline-depth`.
const MAGLEV_HARD_DEPTH: u32 = 10;
/// The depth of TurboFan's inlining. V8 bounds it by the cumulative size alone; this keeps recursion finite.
const TURBOFAN_DEPTH: u32 = 50;
/// `--max-inlined-bytecode-size-absolute`, in bytes: small functions are inlined up to that.
const MOST_ABSOLUTE: u32 = 4600;

/// A call that may be inlined.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    node: u16,
    site: SiteId,
    callee: CellId,
    frequency: f64,
    length: u32,
    depth: u32,
}

struct Budget {
    cumulative: u32,
    absolute: u32,
}

impl Tiers {
    /// Makes code for the function's calls.
    pub(super) fn compile_for_calls(&mut self, cell: CellId, tier: Tier) {
        self.emit(cell, TierEvent::Compiled { tier, osr: false });
        let code = self.compile(cell, tier, None);
        if let Some(found) = self.cells.get_mut(cell.0 as usize) {
            found.code = Some(code);
            found.osr_urgency = 0;
        }
        self.decide(cell, tier);
        self.set_budget(cell);
    }

    /// Makes code for the innermost frame to go on in, at this `JumpLoop`.
    pub(super) fn replace_on_stack(&mut self, cell: CellId, site: SiteId, tier: Tier) {
        let cached = self.cells.get(cell.0 as usize).and_then(|found| found.osr.get(&site)).copied();
        let cached = cached.filter(|&code| self.code(code).is_some_and(|code| code.valid && code.tier == tier));
        let offset = self.site_at(cell, Some(site)).map_or(0, |at| at.offset);
        let code = cached.unwrap_or_else(|| {
            self.emit(cell, TierEvent::Compiled { tier, osr: true });
            self.compile(cell, tier, Some(site))
        });
        if self.tier_of_top() == Tier::Maglev
            && let Some(found) = self.cells.get(cell.0 as usize)
        {
            let at = found.function;
            self.emit(cell, TierEvent::Deoptimized { tier: Tier::Maglev, exit: Exit { reason: Reason::PrepareForOsr, at, offset }, lazy: false });
            self.reset_request(cell);
        }
        if let Some(found) = self.cells.get_mut(cell.0 as usize) {
            found.osr_urgency = 0;
            found.osr.insert(site, code);
        }
        if cached.is_none() {
            self.set_budget(cell);
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.running = Running::Optimized { code, node: 0 };
        }
    }

    fn decide(&mut self, cell: CellId, tier: Tier) {
        let Some(found) = self.cells.get(cell.0 as usize) else { return };
        let Some(function) = self.functions.get_mut(found.function.0 as usize) else { return };
        let (below, becomes) = match tier {
            Tier::TurboFan => (Decision::EarlyMaglev, Decision::EarlyTurbofan),
            _ => (Decision::EarlySparkplug, Decision::EarlyMaglev),
        };
        if function.decision <= below {
            function.decision = becomes;
        }
    }

    fn compile(&mut self, cell: CellId, tier: Tier, osr: Option<SiteId>) -> CodeId {
        let mut nodes = vec![self.node(cell)];
        self.inline_into(&mut nodes, cell, tier);
        self.codes.push(Code { tier, osr, nodes, valid: true });
        CodeId(u32::try_from(self.codes.len() - 1).unwrap_or(u32::MAX))
    }

    fn node(&self, cell: CellId) -> Node {
        let feedback = self.cells.get(cell.0 as usize).and_then(|found| found.feedback.clone());
        Node { cell, feedback: feedback.unwrap_or_else(|| Rc::from([])), inlined: Vec::new() }
    }

    fn inline_into(&self, nodes: &mut Vec<Node>, cell: CellId, tier: Tier) {
        let mut budget = Budget { cumulative: 0, absolute: 0 };
        if tier == Tier::TurboFan {
            budget.absolute = self.text_of(cell).map_or(0, |text| text.length);
        }
        let mut waiting = self.candidates(nodes, 0, 1.0, 1);
        while !waiting.is_empty() {
            let next = self.next_candidate(&mut waiting, tier);
            let Some(child) = self.take_candidate(nodes, &mut budget, next, tier) else { continue };
            let mut inner = self.candidates(nodes, child, next.frequency, next.depth + 1);
            inner.append(&mut waiting);
            waiting = inner;
        }
    }

    /// Takes the next call to inline: Maglev goes depth first; TurboFan takes small functions at once, then the most frequent call.
    fn next_candidate(&self, waiting: &mut Vec<Candidate>, tier: Tier) -> Candidate {
        let small = waiting.iter().position(|candidate| candidate.length <= self.flags.max_inlined_small);
        let index = match (tier, small) {
            (Tier::TurboFan, Some(index)) => index,
            (Tier::TurboFan, None) => {
                let best = waiting.iter().enumerate().max_by(|(i, a), (j, b)| a.frequency.total_cmp(&b.frequency).then(j.cmp(i)));
                best.map_or(0, |(index, _)| index)
            }
            _ => 0,
        };
        waiting.remove(index)
    }

    fn take_candidate(&self, nodes: &mut Vec<Node>, budget: &mut Budget, candidate: Candidate, tier: Tier) -> Option<u16> {
        let small = candidate.length <= self.flags.max_inlined_small;
        let (depth, hard, least) = match tier {
            Tier::TurboFan => (TURBOFAN_DEPTH, TURBOFAN_DEPTH, 0.15),
            _ => (MAGLEV_DEPTH, MAGLEV_HARD_DEPTH, 0.1),
        };
        if candidate.depth > if small { hard } else { depth } {
            return None;
        }
        if small {
            if budget.absolute + candidate.length > MOST_ABSOLUTE {
                return None;
            }
            budget.absolute += candidate.length;
        } else {
            let rare = candidate.frequency < least;
            if rare || candidate.length > self.flags.max_inlined || budget.cumulative + candidate.length > self.flags.max_inlined_cumulative {
                return None;
            }
            budget.cumulative += candidate.length;
        }
        let child = u16::try_from(nodes.len()).ok()?;
        nodes.push(self.node(candidate.callee));
        nodes.get_mut(usize::from(candidate.node))?.inlined.push((candidate.site, child));
        Some(child)
    }

    fn candidates(&self, nodes: &[Node], node: u16, frequency: f64, depth: u32) -> Vec<Candidate> {
        let Some(caller) = nodes.get(usize::from(node)) else { return Vec::new() };
        let invocations = self.cells.get(caller.cell.0 as usize).map_or(1, |found| found.invocations.max(1));
        let own = self.cells.get(caller.cell.0 as usize).map(|found| found.function);
        let mut found = Vec::new();
        for (index, feedback) in caller.feedback.iter().enumerate() {
            let Feedback::Call { target, count } = feedback else { continue };
            let callee = match target {
                Target::Function(callee) => callee.cell,
                Target::Cell(cell) => Some(*cell),
                Target::Megamorphic => None,
            };
            let Some(callee) = callee else { continue };
            let Some(text) = self.text_of(callee) else { continue };
            let has_vector = self.cells.get(callee.0 as usize).is_some_and(|cell| cell.feedback.is_some());
            // A function is not inlined into itself.
            let itself = self.cells.get(callee.0 as usize).map(|cell| cell.function) == own;
            if !has_vector || text.resumable || itself {
                continue;
            }
            let site = SiteId(u32::try_from(index).unwrap_or(u32::MAX));
            let frequency = frequency * f64::from(*count) / f64::from(invocations);
            found.push(Candidate { node, site, callee, frequency, length: text.length, depth });
        }
        found
    }
}
