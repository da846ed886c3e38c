//! What is wrong with a text that is not a program.

use trace::{Position, Span};

/// A text that is not a program, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxProblem {
    /// What V8 says (without `SyntaxError: `) where we know how, else what the parser says.
    pub message: String,
    /// Where V8 points.
    pub position: Position,
    /// What V8 underlines; empty at the end of the text.
    pub span: Span,
}
