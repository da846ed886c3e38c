//! The run beside the session's own (under another version of Node, without levers, or before a change): its progress, and the one of the two that the
//! machine shows.

use std::rc::Rc;

use yew::AttrValue;

use browser::engine::{Failure, Report};
use browser::link::Beside;
use player::{Player, Side, Twin};
use trace::{StepId, Trace};

use super::outcome::Problem;

/// The progress of the second run.
pub enum SecondRun {
    /// The run goes on; that many steps have come.
    Running(u32),
    Recorded {
        /// The cursor over the second run.
        player: Player,
        twin: Rc<Twin>,
    },
    Failed(Problem),
}

pub struct Comparison {
    /// The kind of the second run.
    pub beside: Beside,
    pub state: SecondRun,
    /// The run that the machine shows and that the transport goes through; the other follows.
    pub lead: Side,
    /// The first run, with its cursor where the reader was.
    first: Player,
    /// The number that the second run's reports carry.
    run: u32,
    recording: Trace,
}

/// Two recorded runs as the components draw them.
#[derive(Clone)]
pub struct Both {
    /// The names of the two, as `Node 24`.
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
    /// A comparison of `first`, from the step of its cursor, with the run of number `run`.
    #[must_use]
    pub fn new(first: &Player, beside: Beside, run: u32) -> Self {
        Self { beside, state: SecondRun::Running(0), lead: Side::A, first: first.clone(), run, recording: Trace::new() }
    }

    /// Whether this is the comparison of `first` with that kind of run.
    #[must_use]
    pub fn is_of(&self, first: &Rc<Trace>, beside: Beside) -> bool {
        Rc::ptr_eq(self.first.trace(), first) && self.beside == beside
    }

    /// The step of the first run at which the reader was.
    #[must_use]
    pub fn before(&self) -> StepId {
        self.first.step()
    }

    /// The second run with the alignment of both, once it is recorded.
    #[must_use]
    pub fn recorded(&self) -> Option<(&Player, &Rc<Twin>)> {
        match &self.state {
            SecondRun::Recorded { player, twin } => Some((player, twin)),
            SecondRun::Running(_) | SecondRun::Failed(_) => None,
        }
    }

    /// The second run's cursor, if that run leads.
    pub fn leader(&mut self) -> Option<&mut Player> {
        match &mut self.state {
            SecondRun::Recorded { player, .. } if self.lead == Side::B => Some(player),
            _ => None,
        }
    }

    #[must_use]
    pub fn is_run(&self, run: u32) -> bool {
        self.run == run
    }

    /// Takes a report about the second run.
    pub fn heard(&mut self, report: Report) {
        match report {
            Report::Chunk(chunk) => {
                self.recording.append(*chunk);
                self.state = SecondRun::Running(u32::try_from(self.recording.steps().len()).unwrap_or(u32::MAX));
            }
            Report::Finished => self.finish(),
            Report::Failed(Failure::Refused(words)) => self.state = SecondRun::Failed(Problem::refused(&words)),
            Report::Failed(failure) => self.state = SecondRun::Failed(Problem::plain(failure.title(), failure.advice_beside())),
            Report::Started | Report::Found(_) | Report::Explored => {}
        }
    }

    fn finish(&mut self) {
        let trace = Rc::new(std::mem::take(&mut self.recording));
        let player = Player::new(Rc::clone(&trace));
        let twin = Twin::new([Rc::clone(self.first.trace()), trace], [self.first.lanes(), player.lanes()]);
        self.state = SecondRun::Recorded { player, twin: Rc::new(twin) };
    }

    /// Brings the cursor of the run that follows to the place of the other one. `first`: the session's cursor.
    pub fn follow(&mut self, first: &mut Player) {
        let SecondRun::Recorded { player, twin } = &mut self.state else { return };
        match self.lead {
            Side::A => player.seek(twin.follow(Side::A, first.step())),
            Side::B => first.seek(twin.follow(Side::B, player.step())),
        }
    }
}
