//! Where real Node may go either way: the machine asks here, and a list of choices replays any way.
//!
//! Option 0 is always plain clock arithmetic. A question is asked only where both answers are possible and something could tell them apart,
//! so that a small program has few of them. What is not determined in real Node: rules D1 to D4, docs/node-semantics.md#d1.

use trace::{ChoiceKind, Event};

use super::log::Log;

/// After so many questions the machine stops asking and goes by plain arithmetic.
const MOST_QUESTIONS: usize = 4096;

/// A question that was asked, and the option taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ChoiceMade {
    pub kind: ChoiceKind,
    pub taken: u16,
    /// At least 2.
    pub options: u16,
    /// When it was asked, in virtual nanoseconds: what was told before can't depend on it.
    pub at: u64,
}

/// Answers questions from a recorded list; where it ends, with option 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Choices {
    script: Vec<u16>,
    made: Vec<ChoiceMade>,
}

impl Choices {
    pub fn new(script: Vec<u16>) -> Self {
        Self { script, made: Vec::new() }
    }

    /// Which of `options` ways to go. One way is no question.
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
