//! The run beside the session's own: under another version of Node, without levers, or before a change; how far it is, which of the two the machine shows, and how the
//! page keeps both together.

use std::rc::Rc;

use yew::AttrValue;

use browser::engine::{Failure, Report};
use browser::link::Beside;
use player::{Player, Side, Twin};
use trace::{StepId, Trace};

use super::app::App;
use super::outcome::Problem;

/// How far the second run is.
pub enum State {
    /// So many steps have come.
    Running(u32),
    Recorded {
        /// The cursor over the second run.
        player: Player,
        twin: Rc<Twin>,
    },
    Failed(Problem),
}

pub struct Comparison {
    /// What the second run is.
    pub beside: Beside,
    pub state: State,
    /// The run that the machine shows and that the transport goes through; the other follows.
    pub lead: Side,
    /// The first run, and where the reader was in it.
    first: Player,
    /// The number that the second run's reports carry.
    run: u32,
    recording: Trace,
}

/// Two recorded runs as the components draw them.
#[derive(Clone)]
pub struct Both {
    /// What each is called: `Node 24`.
    pub names: [AttrValue; 2],
    pub players: [Player; 2],
    pub twin: Rc<Twin>,
    /// The one that the machine shows and that the transport goes through.
    pub lead: Side,
}

impl Both {
    #[must_use]
    pub fn name(&self, side: Side) -> &AttrValue {
        &self.names[side.index()]
    }

    #[must_use]
    pub fn player(&self, side: Side) -> &Player {
        &self.players[side.index()]
    }
}

impl PartialEq for Both {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.twin, &other.twin) && self.names == other.names && self.players == other.players && self.lead == other.lead
    }
}

impl Comparison {
    /// Beside `first`, where its cursor stands; `run`: the number of the second run.
    #[must_use]
    pub fn new(first: &Player, beside: Beside, run: u32) -> Self {
        Self { beside, state: State::Running(0), lead: Side::A, first: first.clone(), run, recording: Trace::new() }
    }

    /// Whether it is of this run and that one.
    #[must_use]
    pub fn is_of(&self, first: &Rc<Trace>, beside: Beside) -> bool {
        Rc::ptr_eq(self.first.trace(), first) && self.beside == beside
    }

    /// Where the reader was in the first run.
    #[must_use]
    pub fn before(&self) -> StepId {
        self.first.step()
    }

    /// Both runs, once they are there.
    #[must_use]
    pub fn recorded(&self) -> Option<(&Player, &Rc<Twin>)> {
        match &self.state {
            State::Recorded { player, twin } => Some((player, twin)),
            State::Running(_) | State::Failed(_) => None,
        }
    }

    /// The second run's cursor, where it leads.
    pub fn leader(&mut self) -> Option<&mut Player> {
        match &mut self.state {
            State::Recorded { player, .. } if self.lead == Side::B => Some(player),
            _ => None,
        }
    }

    #[must_use]
    pub fn is_run(&self, run: u32) -> bool {
        self.run == run
    }

    /// A report of the engine that runs the second run.
    pub fn heard(&mut self, report: Report) {
        match report {
            Report::Chunk(chunk) => {
                self.recording.append(*chunk);
                self.state = State::Running(u32::try_from(self.recording.steps().len()).unwrap_or(u32::MAX));
            }
            Report::Finished => self.finish(),
            Report::Failed(Failure::Refused(words)) => self.state = State::Failed(Problem::refused(&words)),
            Report::Failed(failure) => self.state = State::Failed(Problem::plain(failure.title(), failure.advice_beside())),
            Report::Started | Report::Found(_) | Report::Explored => {}
        }
    }

    fn finish(&mut self) {
        let trace = Rc::new(std::mem::take(&mut self.recording));
        let player = Player::new(Rc::clone(&trace));
        let twin = Twin::new([Rc::clone(self.first.trace()), trace], [self.first.lanes(), player.lanes()]);
        self.state = State::Recorded { player, twin: Rc::new(twin) };
    }

    /// Brings the run that follows to where the other stands. `first`: the session's cursor.
    pub fn follow(&mut self, first: &mut Player) {
        let State::Recorded { player, twin } = &mut self.state else { return };
        match self.lead {
            Side::A => player.seek(twin.follow(Side::A, first.step())),
            Side::B => first.seek(twin.follow(Side::B, player.step())),
        }
    }
}

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
