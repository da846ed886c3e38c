//! Choices: the questions that the machine asks where real Node may go either way. A list of options replays any way.
//!
//! Option 0 is always plain clock arithmetic. A question is asked only where both answers are possible and the difference would be visible,
//! so that a small program has few questions. Rules D1 to D4 list the orders that real Node leaves open: docs/node-semantics.md#d1.

use trace::{ChoiceKind, Event};

use super::log::Log;

/// The number of questions after which the machine stops asking and goes by plain arithmetic.
const MOST_QUESTIONS: usize = 4096;

/// A question that was asked, and the option taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ChoiceMade {
    /// The kind of question.
    pub kind: ChoiceKind,
    /// The option taken, from 0.
    pub taken: u16,
    /// The number of options, at least 2.
    pub options: u16,
    /// The virtual nanosecond at which the question was asked. Output from before can't depend on the answer.
    pub at: u64,
}

/// Answers questions from a recorded list, and behind the list's end with option 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Choices {
    script: Vec<u16>,
    made: Vec<ChoiceMade>,
}

impl Choices {
    pub fn new(script: Vec<u16>) -> Self {
        Self { script, made: Vec::new() }
    }

    /// Chooses one of `options` ways, at the virtual nanosecond `at`. One way is no question.
    pub fn ask(&mut self, kind: ChoiceKind, options: usize, at: u64, log: &mut Log) -> usize {
        if options < 2 || self.made.len() >= MOST_QUESTIONS {
            return 0;
        }
        let options = u16::try_from(options).unwrap_or(u16::MAX);
        // A list made for another program may name an option that is not there.
        let taken = self.script.get(self.made.len()).map_or(0, |wanted| (*wanted).min(options - 1));
        self.made.push(ChoiceMade { kind, taken, options, at });
        log.push(at, Event::Chosen { kind, taken, options });
        usize::from(taken)
    }

    pub fn made(&self) -> &[ChoiceMade] {
        &self.made
    }
}
