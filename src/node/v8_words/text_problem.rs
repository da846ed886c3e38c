//! The problem of a text that is read as a script, and not run by us.

use oxc_allocator::Allocator;
use oxc_ast::ast::{Expression as Tree, Program, Statement};
use oxc_parser::ParseOptions;
use oxc_span::SourceType;

use super::syntax::Text;
use super::syntax_problem::SyntaxProblem;
use crate::probe::{Expression, Kind, expressions, read, tokens};
use trace::Lines;

/// A text that has been read as a script.
pub(crate) struct ReadText {
    /// Its regular expressions, in the order of the text.
    pub(crate) expressions: Vec<Expression>,
    /// Whether it is one function in parentheses, and nothing else.
    pub(crate) is_one_function: bool,
}

/// Reads a text as a script.
///
/// # Errors
/// The problem of a text that is no script, in V8's words.
pub(crate) fn read_text(source: &str) -> Result<ReadText, SyntaxProblem> {
    let (lines, tokens, allocator) = (Lines::new(source), tokens(source), Allocator::default());
    let text = Text { source, tokens: &tokens, lines: &lines };
    let (program, _) = read(&text, SourceType::script(), ParseOptions::default(), &allocator)?;
    Ok(ReadText { expressions: expressions(program, &text), is_one_function: is_one_function(program) })
}

fn is_one_function(program: &Program<'_>) -> bool {
    let [Statement::ExpressionStatement(only)] = &program.body[..] else { return false };
    matches!(only.expression.without_parentheses(), Tree::FunctionExpression(_))
}

/// Whether the parameters of `source`, which are between these bytes, are over before their text is. `problem`: that of the whole text, if any.
///
/// V8 looks for the parenthesis that it wrote behind them itself (V8 13.6 `src/parsing/parser-base.h`, `parameters_end_pos`).
pub(crate) fn parameters_end_early(source: &str, start: u32, end: u32, problem: Option<&SyntaxProblem>) -> bool {
    let tokens = tokens(source);
    let (mut depth, mut before) = (0, None);
    for token in tokens.iter().filter(|token| token.start >= start && token.start < end) {
        let may_end = before.is_none_or(|before: &crate::probe::Token| before.ends_operand(source) || before.text(source) == ",");
        let ends_operand = before.is_some_and(|before| before.ends_operand(source));
        let is_refused = problem.is_some_and(|problem| {
            problem.span.start <= token.start && (problem.message.starts_with("Unexpected ") || problem.message.starts_with("Malformed "))
        });
        if depth == 0 && token.kind != Kind::Invalid && (token.text(source) == ")" && may_end || is_refused && ends_operand) {
            return true;
        }
        if problem.is_some_and(|problem| problem.span.start <= token.start) {
            return false;
        }
        depth += i32::from(token.opens(source)) - i32::from(token.closes(source));
        before = Some(token);
    }
    false
}
