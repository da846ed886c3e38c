//! What is wrong with a text that is not a program.

use oxc_diagnostics::{Diagnostics, OxcDiagnostic};

use super::position_map::Lines;
use crate::trace::{Position, Span};

/// A text that is not a program, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxProblem {
    /// As V8 says it where we know how, else as the parser says it.
    pub message: String,
    /// Where V8 points.
    pub position: Position,
    pub span: Span,
}

/// The first error of the text among `diagnostics`.
pub(super) fn first_problem(diagnostics: &Diagnostics, source: &str, lines: &Lines) -> Option<SyntaxProblem> {
    diagnostics.errors().min_by_key(|error| start(error)).map(|error| translate(error, source, lines))
}

fn start(error: &OxcDiagnostic) -> usize {
    error.labels.first().map_or(usize::MAX, |label| label.offset() as usize)
}

fn translate(error: &OxcDiagnostic, _source: &str, lines: &Lines) -> SyntaxProblem {
    let span = error.labels.first().map_or(Span { start: 0, end: 0 }, |label| {
        let start = label.offset();
        Span { start, end: start + label.len() }
    });
    SyntaxProblem { message: error.message.to_string(), position: lines.position(span.start), span }
}
