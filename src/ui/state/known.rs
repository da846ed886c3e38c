//! The knowledge about the outcomes that a program may have.

use player::plural;

/// The knowledge about a program's outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// There is no run to ask about.
    Nothing,
    /// The run was asked nothing: it can go only this way.
    Only,
    /// The run might go another way, and nobody has looked.
    Unasked,
    /// That many outcomes are found, and the search goes on.
    Looking(usize),
    /// There are that many outcomes.
    All(usize),
    /// That many outcomes are found, and there may be more.
    AtLeast(usize),
}

impl Known {
    /// The words in the console's head.
    #[must_use]
    pub fn words(self) -> Option<String> {
        let outputs = |count: usize| plural(count, "possible output");
        match self {
            Self::Nothing => None,
            Self::Only | Self::All(1) => Some("the only possible output".to_owned()),
            Self::Unasked => Some("other outputs?".to_owned()),
            Self::Looking(count) => Some([&outputs(count), " so far"].concat()),
            Self::All(count) => Some(outputs(count)),
            Self::AtLeast(count) => Some(["at least ", &outputs(count)].concat()),
        }
    }

    /// Whether there is a list to be opened.
    #[must_use]
    pub fn opens(self) -> bool {
        !matches!(self, Self::Nothing | Self::Only)
    }
}
