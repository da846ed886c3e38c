//! The problem of a text that is not a program.

use trace::{Position, Span};

/// The first problem of a text that is not a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxProblem {
    /// V8's sentence, without `SyntaxError: `, or the parser's where we do not know V8's.
    pub message: String,
    /// The place that V8 points at.
    pub position: Position,
    /// The part of the text that V8 underlines; empty at the end of the text.
    pub span: Span,
}
