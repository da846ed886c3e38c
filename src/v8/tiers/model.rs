//! The model, and the reports of calls, loops and conditions to it.

use std::collections::BTreeMap;

use oxc_span::Span;

use crate::bytecode::Listing;

use super::cell::{Cell, Code, Decision, Frame, Running};
use super::event::{Event, Exit};
use super::flags::Flags;
use super::function::{Function, SiteKind};
use super::key::{CellId, CodeId, FunctionId, SiteId};
use trace::{Profile, Tier, TierEvent};

/// A text, with the decision that V8 remembers of its closures.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) listed: Function,
    pub(super) decision: Decision,
    /// Whether it was called: until then V8 has only checked its syntax.
    compiled: bool,
}

/// The tiers of one isolate's functions. All observations are about the innermost frame.
#[derive(Clone, Debug)]
pub struct Tiers {
    pub(super) flags: Flags,
    pub(super) functions: Vec<Text>,
    pub(super) cells: Vec<Cell>,
    by_place: BTreeMap<(Option<CellId>, FunctionId), CellId>,
    pub(super) codes: Vec<Code>,
    pub(super) frames: Vec<Frame>,
    events: Vec<Event>,
    eager: bool,
}

impl Tiers {
    /// A model before anything has run.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Self {
            flags: Flags::of(profile),
            functions: Vec::new(),
            cells: Vec::new(),
            by_place: BTreeMap::new(),
            codes: Vec::new(),
            frames: Vec::new(),
            events: Vec::new(),
            eager: false,
        }
    }

    /// Adds a function's text.
    pub fn function(&mut self, listing: &Listing) -> FunctionId {
        self.functions.push(Text { listed: Function::new(listing), decision: Decision::Pending, compiled: false });
        FunctionId(u32::try_from(self.functions.len() - 1).unwrap_or(u32::MAX))
    }

    /// The site of this kind that a function has at a place: the span of its expression or statement, in UTF-8 bytes. `None`: no bytecode has feedback for it.
    #[must_use]
    pub fn site(&self, function: FunctionId, span: Span, kind: SiteKind) -> Option<SiteId> {
        self.functions.get(function.0 as usize)?.listed.site(span, kind)
    }

    /// The cell of a closure of this text, made while a closure of `outer` ran; `None`: a module's own code.
    pub fn cell(&mut self, outer: Option<CellId>, function: FunctionId) -> CellId {
        if let Some(&cell) = self.by_place.get(&(outer, function)) {
            return cell;
        }
        let cell = CellId(u32::try_from(self.cells.len()).unwrap_or(u32::MAX));
        self.cells.push(Cell::new(function));
        self.set_budget(cell);
        self.by_place.insert((outer, function), cell);
        if self.eager {
            self.allocate_vector(cell);
        }
        cell
    }

    /// Gives every closure its feedback from its first call, from now on (`--no-lazy-feedback-allocation`).
    pub fn allocate_feedback_eagerly(&mut self) {
        self.eager = true;
        for cell in 0..u32::try_from(self.cells.len()).unwrap_or(u32::MAX) {
            self.allocate_vector(CellId(cell));
        }
    }

    /// Whether [`Tiers::allocate_feedback_eagerly`] was called.
    #[must_use]
    pub fn is_eager(&self) -> bool {
        self.eager
    }

    /// Whether the closure has its feedback vector.
    #[must_use]
    pub fn has_feedback(&self, cell: CellId) -> bool {
        self.cells.get(cell.0 as usize).is_some_and(|found| found.feedback.is_some())
    }

    /// Whether conditions have to be reported ([`Tiers::branch`]).
    #[must_use]
    pub fn wants_branches(&self) -> bool {
        self.flags.forward_jumps_give_back
    }

    /// Takes the events since the last call.
    pub fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// The tier in which the cell's next call runs; `None`: its text is not compiled yet.
    #[must_use]
    pub fn compiled_tier(&self, cell: CellId) -> Option<Tier> {
        let found = self.cells.get(cell.0 as usize)?;
        self.functions.get(found.function.0 as usize).filter(|text| text.compiled).map(|_| self.active_tier(cell))
    }

    /// Reports that a function is entered, or that a generator goes on.
    pub fn enter(&mut self, cell: CellId) {
        if let Some(frame) = self.frames.last_mut()
            && let (Some(node), Running::Optimized { code, .. }) = (frame.calls.take(), frame.running)
            && self.codes.get(code.0 as usize).and_then(|code| code.nodes.get(usize::from(node))).is_some_and(|node| node.cell == cell)
        {
            self.frames.push(Frame { cell, running: Running::Optimized { code, node }, inlined: true, calls: None });
            return;
        }
        let Some(found) = self.cells.get_mut(cell.0 as usize) else { return };
        if found.feedback.is_some() {
            found.invocations = found.invocations.saturating_add(1);
        }
        let (request, code) = (found.request.take(), found.code);
        if let Some(text) = self.functions.get_mut(found.function.0 as usize) {
            text.compiled = true;
        }
        let running = match code {
            Some(code) if self.codes.get(code.0 as usize).is_some_and(|code| code.valid) => Running::Optimized { code, node: 0 },
            _ => Running::Unoptimized,
        };
        // The compiler's thread has the code ready for the next call.
        if let Some(tier) = request {
            self.compile_for_calls(cell, tier);
        }
        self.frames.push(Frame { cell, running, inlined: false, calls: None });
    }

    /// Reports that the function returns, by this `return` (`None`: by its end, or as a generator).
    pub fn leave(&mut self, site: Option<SiteId>) {
        self.look_for_lazy_deoptimization(site);
        let Some(frame) = self.frames.last().copied() else { return };
        if !frame.inlined {
            let offset = self.site_at(frame.cell, site).map_or_else(|| self.length_of_cell(frame.cell), |at| at.offset + at.size);
            match self.tier_of_top() {
                Tier::TurboFan => {}
                Tier::Maglev => self.spend(frame.cell, offset.saturating_sub(1)),
                Tier::Ignition | Tier::Sparkplug => self.spend(frame.cell, offset),
            }
        }
        self.frames.pop();
    }

    /// Reports that an exception goes through the function.
    pub fn abandon(&mut self) {
        self.frames.pop();
    }

    /// Reports that a loop's body was run and that its condition is evaluated again.
    pub fn back_edge(&mut self, site: SiteId) {
        self.look_for_lazy_deoptimization(Some(site));
        let Some(frame) = self.frames.last().copied() else { return };
        if !frame.inlined {
            self.jump_loop(frame.cell, site);
        }
    }

    /// Reports the value of a condition. (Only V8 11.3 gives the bytes that a jump skips back to the budget.)
    pub fn branch(&mut self, site: SiteId, condition: bool) {
        let Some(frame) = self.frames.last().copied() else { return };
        if !self.flags.forward_jumps_give_back || frame.running != Running::Unoptimized {
            return;
        }
        let skipped = self.text_of(frame.cell).map_or(0, |text| text.skipped(site, condition));
        if let Some(found) = self.cells.get_mut(frame.cell.0 as usize) {
            found.budget += i64::from(skipped);
        }
    }

    // Helpers of the other files.

    /// Adds an event of the cell's function.
    pub(super) fn emit(&mut self, cell: CellId, change: TierEvent<Exit>) {
        let Some(function) = self.cells.get(cell.0 as usize).map(|found| found.function) else { return };
        self.events.push(Event { function, cell, change });
    }

    pub(super) fn length_of(&self, function: FunctionId) -> u32 {
        self.functions.get(function.0 as usize).map_or(0, |function| function.listed.length)
    }

    fn length_of_cell(&self, cell: CellId) -> u32 {
        self.cells.get(cell.0 as usize).map_or(0, |found| self.length_of(found.function))
    }

    pub(super) fn decision_of(&self, function: FunctionId) -> Decision {
        self.functions.get(function.0 as usize).map_or(Decision::Pending, |function| function.decision)
    }

    pub(super) fn text_of(&self, cell: CellId) -> Option<&Function> {
        let found = self.cells.get(cell.0 as usize)?;
        self.functions.get(found.function.0 as usize).map(|function| &function.listed)
    }

    pub(super) fn site_at(&self, cell: CellId, site: Option<SiteId>) -> Option<super::function::Site> {
        self.text_of(cell)?.get(site?).copied()
    }

    pub(super) fn code(&self, code: CodeId) -> Option<&Code> {
        self.codes.get(code.0 as usize)
    }

    pub(super) fn runs_osr(&self) -> bool {
        match self.frames.last().map(|frame| frame.running) {
            Some(Running::Optimized { code, .. }) => self.code(code).is_some_and(|code| code.osr.is_some()),
            _ => false,
        }
    }
}
