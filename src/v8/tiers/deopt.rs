//! Leaving optimised code: `src/deoptimizer/deoptimizer.cc`, `Runtime_NotifyDeoptimized`.

use super::cell::{Decision, Running};
use super::event::{Exit, Reason};
use super::key::{CodeId, SiteId};
use super::model::Tiers;
use trace::TierEvent;

impl Tiers {
    /// Makes the innermost frame leave its code, with all frames that are inlined into the same.
    pub(super) fn deoptimize(&mut self, site: Option<SiteId>, reason: Reason, lazy: bool) {
        let Some(top) = self.frames.last().copied() else { return };
        let Running::Optimized { code, .. } = top.running else { return };
        let mut outermost = top.cell;
        for frame in self.frames.iter_mut().rev() {
            frame.running = Running::Unoptimized;
            frame.calls = None;
            outermost = frame.cell;
            if !frame.inlined {
                break;
            }
            frame.inlined = false;
        }
        let offset = self.site_at(top.cell, site).map_or(0, |at| at.offset);
        let Some(tier) = self.code(code).map(|code| code.tier) else { return };
        if let Some(at) = self.cells.get(top.cell.0 as usize).map(|found| found.function) {
            self.emit(outermost, TierEvent::Deoptimized { tier, exit: Exit { reason, at, offset }, lazy });
        }
        if lazy {
            return;
        }
        if self.is_thrown_away(code, top.cell == outermost, offset) {
            self.throw_away(code, outermost);
            if reason == Reason::WrongMap && top.cell == outermost {
                self.delay(outermost);
            }
        }
    }

    /// Whether the code is thrown away: code for a loop is kept where control has left the loop.
    fn is_thrown_away(&self, code: CodeId, in_own_text: bool, offset: u32) -> bool {
        let Some(found) = self.code(code) else { return false };
        let Some(site) = found.osr else { return true };
        let Some(text) = found.nodes.first().and_then(|node| self.text_of(node.cell)) else { return true };
        // The outermost loop around the one that was replaced.
        let around = |offset: u32| {
            let mut loops = text.sites.iter().filter(|at| at.opcode == "JumpLoop" && at.depth == 0);
            loops.find(|at| at.target <= offset && offset <= at.offset).map(|at| at.offset)
        };
        let Some(at) = text.get(site) else { return true };
        !in_own_text || around(at.offset) == around(offset)
    }

    /// `JSFunction::ResetTieringRequests`.
    pub(super) fn reset_request(&mut self, cell: super::key::CellId) {
        if let Some(found) = self.cells.get_mut(cell.0 as usize) {
            found.request = None;
            found.osr_urgency = 0;
        }
        if self.flags.deoptimization_resets_budget {
            self.set_budget(cell);
        }
    }

    /// Makes a function that met another map in its own text wait longer than the flags say (measured).
    fn delay(&mut self, cell: super::key::CellId) {
        let length = self.text_of(cell).map_or(0, |text| text.length);
        if let (Some(count), Some(found)) = (self.flags.after_wrong_map, self.cells.get_mut(cell.0 as usize)) {
            found.budget = i64::from(length) * i64::from(count);
        }
    }

    fn throw_away(&mut self, code: CodeId, cell: super::key::CellId) {
        if let Some(found) = self.codes.get_mut(code.0 as usize) {
            found.valid = false;
        }
        let Some(found) = self.cells.get_mut(cell.0 as usize) else { return };
        if found.code == Some(code) {
            found.code = None;
        }
        found.osr.retain(|_, cached| *cached != code);
        let function = found.function;
        if let Some(function) = self.functions.get_mut(function.0 as usize)
            && function.decision != Decision::DelayMaglev
        {
            function.decision = Decision::Normal;
        }
        self.reset_request(cell);
    }

    /// Makes the innermost frame go on unoptimised, now that control is back in it, if its code was thrown away meanwhile.
    pub(super) fn look_for_lazy_deoptimization(&mut self, site: Option<SiteId>) {
        let Some(frame) = self.frames.last() else { return };
        let Running::Optimized { code, .. } = frame.running else { return };
        if self.code(code).is_some_and(|code| !code.valid) {
            self.deoptimize(site, Reason::Dependency, true);
        }
    }
}
