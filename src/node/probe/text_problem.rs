//! What is wrong with a text that is read as a script, and not run by us.

use oxc_allocator::Allocator;
use oxc_parser::{ParseOptions, Parser};
use oxc_semantic::SemanticBuilder;
use oxc_span::SourceType;

use super::nesting::check_nesting;
use super::position_map::Lines;
use super::tokens::tokens;
use super::v8_words::Text;

/// V8's message for a text that is no script.
pub(crate) fn text_problem(source: &str) -> Option<String> {
    let lines = Lines::new(source);
    let tokens = tokens(source);
    if let Err(problem) = check_nesting(source, &tokens, &lines) {
        return Some(problem.message);
    }
    let text = Text { source, tokens: &tokens, lines: &lines };
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::cjs()).with_options(ParseOptions::default()).parse();
    if let Some(problem) = text.first_problem(parsed.diagnostics.errors()) {
        return Some(problem.message);
    }
    let program = allocator.alloc(parsed.program);
    let analysed = SemanticBuilder::new().with_build_nodes(true).with_check_syntax_error(true).build(program);
    text.first_problem(analysed.diagnostics.errors()).map(|problem| problem.message)
}
