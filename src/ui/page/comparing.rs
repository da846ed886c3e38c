//! The page's part in a comparison: starting the run beside the session's own, keeping both cursors together, going to the step where the two part.

use browser::engine::Report;
use browser::link::Beside;
use player::Side;

use super::app::App;
use crate::state::comparison::Comparison;

impl App {
    pub(super) fn compare(&mut self, beside: Option<Beside>) {
        if let (None, Some(comparison)) = (beside, &self.comparison) {
            self.session.player.seek(comparison.before());
        }
        self.player_mut().pause();
        self.session.compare = beside;
        if beside.is_none() {
            // The bar goes, and the focus that may have been in it.
            self.focus(if self.narrow { ".header .more" } else { ".header .compare select" });
        }
    }

    /// Keeps the run that is wanted beside the one that is shown, and both cursors together.
    pub(super) fn keep_compared(&mut self) {
        let wanted = self.session.compare.filter(|_| self.session.is_shown() && !self.embed);
        let first = self.session.player.trace();
        let fits = |comparison: &Comparison| wanted.is_some_and(|beside| comparison.is_of(first, beside));
        if !self.comparison.as_ref().is_some_and(fits) {
            if self.comparison.take().is_some() {
                self.beside.rest();
            }
            self.comparison = wanted.map(|beside| {
                let run = self.beside.run(&self.session.program_beside(beside));
                Comparison::new(&self.session.player, beside, run)
            });
        }
        if let Some(comparison) = &mut self.comparison {
            comparison.follow(&mut self.session.player);
        }
    }

    pub(super) fn heard_beside(&mut self, run: u32, report: Report) {
        let over = matches!(report, Report::Finished | Report::Failed(_));
        if let Some(comparison) = self.comparison.as_mut().filter(|comparison| comparison.is_run(run)) {
            comparison.heard(report);
            if over {
                self.beside.rest();
            }
        }
    }

    pub(super) fn take_lead(&mut self, side: Side) {
        self.player_mut().pause();
        if let Some(comparison) = &mut self.comparison {
            comparison.lead = side;
        }
        let speed = self.session.player.speed();
        self.player_mut().set_speed(speed);
    }

    pub(super) fn go_to_parting(&mut self) {
        let Some(comparison) = &self.comparison else { return };
        let lead = comparison.lead;
        if let Some(step) = comparison.recorded().and_then(|(_, twin)| twin.parting_step(lead)) {
            self.walk(|player| player.seek(step));
        }
    }
}
