//! What is wrong with a text that is read as a script, and not run by us.

use oxc_allocator::Allocator;
use oxc_parser::ParseOptions;
use oxc_span::SourceType;

use super::instrument::read;
use super::position_map::Lines;
use super::tokens::tokens;
use super::v8_words::Text;

/// V8's message for a text that is no script.
pub(crate) fn text_problem(source: &str) -> Option<String> {
    let (lines, tokens, allocator) = (Lines::new(source), tokens(source), Allocator::default());
    let text = Text { source, tokens: &tokens, lines: &lines };
    read(&text, SourceType::cjs(), ParseOptions::default(), &allocator).err().map(|problem| problem.message)
}
