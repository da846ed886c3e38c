//! The regular expressions of a text.

use oxc_ast::ast::{Program, RegExpLiteral};
use oxc_ast_visit::Visit;

use super::tokens::Kind;
use crate::v8_words::{SyntaxProblem, Text};
use trace::{ByteOffset, Position, Span};

/// A regular expression as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// The text between the slashes.
    pub pattern: String,
    /// The letters behind the second slash: `gi`.
    pub flags: String,
    /// The whole literal, in bytes of the text.
    pub span: Span,
    /// Where it starts, in lines and columns.
    pub position: Position,
}

impl Expression {
    /// The problem with this expression that `message` states, at its place.
    pub(crate) fn problem(&self, message: String) -> SyntaxProblem {
        SyntaxProblem { message, position: self.position, span: self.span }
    }
}

/// The regular expressions of a text, in its order.
pub(crate) fn expressions(program: &Program<'_>, text: &Text<'_>) -> Vec<Expression> {
    let mut finder = Finder { text, found: Vec::new() };
    if text.tokens.iter().any(|token| token.kind == Kind::Regex) {
        finder.visit_program(program);
    }
    finder.found
}

struct Finder<'t, 's> {
    text: &'t Text<'s>,
    found: Vec<Expression>,
}

impl<'a> Visit<'a> for Finder<'_, '_> {
    fn visit_reg_exp_literal(&mut self, it: &RegExpLiteral<'a>) {
        let span = super::visitor::span(it.span);
        let (pattern, flags) = (it.regex.pattern.text.to_string(), it.regex.flags.to_string());
        self.found.push(Expression { pattern, flags, span, position: self.text.lines.position(ByteOffset(span.start)) });
    }
}
