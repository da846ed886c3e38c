//! The caption: one true sentence for each event, about what happened and why.

use crate::trace::{Snapshot, Standing, Trace};

use super::Role;

/// A run of the sentence's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rich {
    Text(String),
    Code(String),
    Strong(String),
}

/// What a step is, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    pub role: Role,
    /// The first word, in the role's colour: `Microtask`.
    pub title: String,
    pub sentence: Vec<Rich>,
    /// `Queued at line 16 by the main script · ran because the nextTick queue is empty`.
    pub why: Option<String>,
    pub standing: Standing,
}

/// The sentence without its styling: for `aria-live`, tests and logs.
#[must_use]
pub fn sentence_text(sentence: &[Rich]) -> String {
    sentence
        .iter()
        .map(|run| match run {
            Rich::Text(text) | Rich::Code(text) | Rich::Strong(text) => text.as_str(),
        })
        .collect()
}

/// The caption of the snapshot's step.
#[must_use]
pub fn caption(trace: &Trace, snapshot: &Snapshot) -> Caption {
    Caption { role: Role::running(trace, snapshot), title: String::new(), sentence: Vec::new(), why: None, standing: Standing::Exact }
}
