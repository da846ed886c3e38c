//! The regular expressions of a text: V8 reads them with the text, Boa when they are come to.

use oxc_allocator::Allocator;
use oxc_ast::ast::RegExpLiteral;
use oxc_ast_visit::Visit;

use super::instrument::{Goal, read_program};
use super::position_map::Lines;
use super::syntax_problem::SyntaxProblem;
use super::tokens::{Kind, tokens};
use super::v8_words::Text;
use crate::trace::Span;

/// What is wrong with the first regular expression that `refused` refuses: it is given pattern and flags and says it in V8's words.
pub(crate) fn invalid_expression(source: &str, goal: Goal, mut refused: impl FnMut(&str, &str) -> Option<String>) -> Option<SyntaxProblem> {
    let (lines, tokens, allocator) = (Lines::new(source), tokens(source), Allocator::default());
    if tokens.iter().all(|token| token.kind != Kind::Regex) {
        return None;
    }
    let text = Text { source, tokens: &tokens, lines: &lines };
    let (program, _) = read_program(&text, goal, &allocator).ok()?;
    let mut finder = Finder { found: Vec::new() };
    finder.visit_program(program);
    finder.found.into_iter().find_map(|(span, pattern, flags)| {
        let message = refused(&pattern, &flags)?;
        Some(SyntaxProblem { message, position: lines.position(span.start), span })
    })
}

struct Finder {
    found: Vec<(Span, String, String)>,
}

impl<'a> Visit<'a> for Finder {
    fn visit_reg_exp_literal(&mut self, it: &RegExpLiteral<'a>) {
        let span = Span { start: it.span.start, end: it.span.end };
        self.found.push((span, it.regex.pattern.text.to_string(), it.regex.flags.to_string()));
    }
}
