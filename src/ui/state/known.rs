//! How much is known of the outcomes that a program may have.

use player::plural;

/// What is known of a program's outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// There is no run to ask about.
    Nothing,
    /// The run was asked nothing: it can go only this way.
    Only,
    /// It might go another way; nobody has looked.
    Unasked,
    /// So many outcomes, and it is still looked for more.
    Looking(usize),
    /// So many, and no more.
    All(usize),
    /// So many, and perhaps more.
    AtLeast(usize),
}

impl Known {
    /// As the console's head says it.
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

    /// There is a list to be opened.
    #[must_use]
    pub fn opens(self) -> bool {
        !matches!(self, Self::Nothing | Self::Only)
    }
}
