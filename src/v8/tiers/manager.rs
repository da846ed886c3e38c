//! The decision to optimise a function: `src/execution/tiering-manager.cc`.

use super::cell::{Decision, Running};
use super::feedback::Feedback;
use super::key::{CellId, SiteId};
use super::model::Tiers;
use trace::{Tier, TierEvent};

/// `FeedbackVector::kMaxOsrUrgency`.
const MOST_URGENT: u32 = 6;

impl Tiers {
    /// `TieringManager::InterruptBudgetFor`.
    pub(super) fn budget_for(&self, cell: CellId) -> i64 {
        let Some(found) = self.cells.get(cell.0 as usize) else { return i64::MAX };
        let length = i64::from(self.length_of(found.function));
        if found.feedback.is_none() {
            return self.flags.feedback_budget.map_or(length * i64::from(self.flags.feedback), i64::from);
        }
        if length > i64::from(self.flags.max_optimized) {
            return i64::from(i32::MAX / 2);
        }
        let active = self.active_tier(cell);
        if let Some(budget) = self.flags.turbofan_budget {
            return if found.request.is_some() || active == Tier::TurboFan { length * i64::from(self.flags.osr) } else { i64::from(budget) };
        }
        let decision = self.decision_of(found.function);
        let count = match (found.request, active) {
            (Some(Tier::TurboFan), _) | (_, Tier::TurboFan) => self.flags.osr,
            (Some(Tier::Maglev), _) => self.flags.maglev_osr,
            (_, Tier::Maglev) if decision == Decision::EarlyTurbofan => self.flags.early,
            (_, Tier::Maglev) => self.flags.turbofan_invocations,
            _ => match decision {
                Decision::DelayMaglev => self.flags.maglev_delayed,
                Decision::EarlyMaglev | Decision::EarlyTurbofan => self.flags.early,
                Decision::Pending | Decision::EarlySparkplug | Decision::Normal => self.flags.maglev_invocations,
            },
        };
        length * i64::from(count)
    }

    pub(super) fn set_budget(&mut self, cell: CellId) {
        let budget = self.budget_for(cell);
        if let Some(found) = self.cells.get_mut(cell.0 as usize) {
            found.budget = budget;
        }
    }

    /// Takes `bytes` from the budget, with an interrupt where nothing is left.
    pub(super) fn spend(&mut self, cell: CellId, bytes: u32) {
        let Some(found) = self.cells.get_mut(cell.0 as usize) else { return };
        found.budget -= i64::from(bytes);
        if found.budget < 0 {
            self.on_interrupt_tick(cell);
        }
    }

    /// `TieringManager::OnInterruptTick`.
    fn on_interrupt_tick(&mut self, cell: CellId) {
        let Some(found) = self.cells.get_mut(cell.0 as usize) else { return };
        if found.feedback.is_none() {
            self.allocate_vector(cell);
            return;
        }
        found.ticks = found.ticks.saturating_add(1);
        self.maybe_optimize_frame(cell);
        self.set_budget(cell);
    }

    /// `JSFunction::CreateAndAttachFeedbackVector`; Sparkplug's batch is not followed, the function is put into it now.
    pub(super) fn allocate_vector(&mut self, cell: CellId) {
        let Some(found) = self.cells.get_mut(cell.0 as usize).filter(|found| found.feedback.is_none()) else { return };
        let Some(function) = self.functions.get_mut(found.function.0 as usize) else { return };
        found.feedback = Some(vec![Feedback::None; function.listed.sites.len()].into());
        found.invocations = 1;
        if function.decision == Decision::Pending {
            function.decision = Decision::EarlySparkplug;
        }
        self.emit(cell, TierEvent::Feedback);
        self.set_budget(cell);
    }

    fn maybe_optimize_frame(&mut self, cell: CellId) {
        let current = self.tier_of_top();
        let active = self.active_tier(cell);
        let Some(found) = self.cells.get_mut(cell.0 as usize) else { return };
        let waiting = current < active && active >= Tier::Maglev;
        if found.request.is_some() || waiting {
            found.osr_urgency = (found.osr_urgency + 1).min(MOST_URGENT);
            return;
        }
        if let Some(tier) = self.should_optimize(cell, current) {
            if let Some(found) = self.cells.get_mut(cell.0 as usize) {
                found.request = Some(tier);
            }
            self.emit(cell, TierEvent::Requested(tier));
        }
    }

    /// `TieringManager::ShouldOptimize`.
    fn should_optimize(&self, cell: CellId, current: Tier) -> Option<Tier> {
        let found = self.cells.get(cell.0 as usize)?;
        let length = self.length_of(found.function);
        if current == Tier::TurboFan || length > self.flags.max_optimized {
            return None;
        }
        if self.flags.maglev {
            let early = self.decision_of(found.function) == Decision::EarlyTurbofan;
            return Some(if current < Tier::Maglev && !early { Tier::Maglev } else { Tier::TurboFan });
        }
        let enough = found.ticks >= self.flags.ticks + length / self.flags.bytes_per_tick;
        let small = length < self.flags.small_function;
        (enough || small).then_some(Tier::TurboFan)
    }

    /// `TieringManager::NotifyICChanged`.
    pub(super) fn ic_changed(&mut self, cell: CellId) {
        let current = self.active_tier(cell);
        if let Some(found) = self.cells.get_mut(cell.0 as usize) {
            found.ticks = 0;
        }
        if self.should_optimize(cell, current).is_none() {
            return;
        }
        let Some(found) = self.cells.get(cell.0 as usize) else { return };
        let least = i64::from(self.length_of(found.function)) * i64::from(self.flags.after_ic_update);
        if let Some(found) = self.cells.get_mut(cell.0 as usize) {
            found.budget = found.budget.max(least);
        }
    }

    /// The highest tier that the function's next call runs in.
    pub(super) fn active_tier(&self, cell: CellId) -> Tier {
        let Some(found) = self.cells.get(cell.0 as usize) else { return Tier::Ignition };
        match found.code.and_then(|code| self.codes.get(code.0 as usize)) {
            Some(code) if code.valid => code.tier,
            _ if found.feedback.is_some() => Tier::Sparkplug,
            _ => Tier::Ignition,
        }
    }

    pub(super) fn tier_of_top(&self) -> Tier {
        let Some(frame) = self.frames.last() else { return Tier::Ignition };
        match frame.running {
            Running::Unoptimized => Tier::Sparkplug,
            Running::Optimized { code, .. } => self.codes.get(code.0 as usize).map_or(Tier::Sparkplug, |code| code.tier),
        }
    }

    /// Handles the end of a loop's body in a frame of its own: on-stack replacement, and the budget (`JumpLoop`; `Runtime_CompileOptimizedOSR`).
    pub(super) fn jump_loop(&mut self, cell: CellId, site: SiteId) {
        let Some(found) = self.cells.get(cell.0 as usize) else { return };
        let Some(at) = self.functions.get(found.function.0 as usize).and_then(|function| function.listed.get(site)).copied() else { return };
        let current = self.tier_of_top();
        let osr_of_maglev = self.runs_osr();
        let cached = found.osr.get(&site).copied();
        let cached_tier = cached.and_then(|code| self.codes.get(code.0 as usize)).filter(|code| code.valid).map(|code| code.tier);
        match current {
            Tier::TurboFan => return,
            Tier::Maglev => {
                if osr_of_maglev && (cached_tier == Some(Tier::TurboFan) || found.osr_urgency > at.depth) {
                    self.replace_on_stack(cell, site, Tier::TurboFan);
                    return;
                }
                // `--osr-from-maglev-interrupt-scale-factor`.
                self.spend(cell, at.distance * 4 / 5);
                return;
            }
            Tier::Ignition | Tier::Sparkplug => {}
        }
        if cached_tier.is_some() || found.osr_urgency > at.depth {
            let tier = cached_tier.unwrap_or(if self.flags.maglev { Tier::Maglev } else { Tier::TurboFan });
            self.replace_on_stack(cell, site, tier);
            return;
        }
        self.spend(cell, at.distance + at.size);
    }
}
