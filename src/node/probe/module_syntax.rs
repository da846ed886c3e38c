//! Whether a text is an ES module.

use oxc_allocator::Allocator;

use super::instrument::{Goal, read_program};
use super::tokens::tokens;
use crate::v8_words::Text;
use trace::Lines;

/// V8's messages for a CommonJS file that is an ES module.
const MODULE: [&str; 3] = ["Cannot use import statement outside a module", "Unexpected token 'export'", "Cannot use 'import.meta' outside a module"];

/// V8's messages for a CommonJS file that may be right as an ES module: `await` at the top level, a variable named like one of the wrapper's.
const PERHAPS: [&str; 7] = [
    "Identifier '__filename' has already been declared",
    "Identifier '__dirname' has already been declared",
    "Identifier 'module' has already been declared",
    "Identifier 'exports' has already been declared",
    "Identifier 'require' has already been declared",
    "await is only valid in async functions and the top level bodies of modules",
    "Unexpected reserved word",
];

/// Whether a text that is no CommonJS file should be read as an ES module. After `ShouldRetryAsESM` (node v24.21.0 `src/node_contextify.cc`).
pub(crate) fn is_module_instead(source: &str) -> bool {
    let (lines, tokens) = (Lines::new(source), tokens(source));
    let text = Text { source, tokens: &tokens, lines: &lines };
    let problem = |goal| read_program(&text, goal, &Allocator::default()).err().map(|problem| problem.message);
    match problem(Goal::CommonJs) {
        None => false,
        Some(message) if MODULE.contains(&message.as_str()) => true,
        Some(message) => PERHAPS.contains(&message.as_str()) && problem(Goal::Module).is_none(),
    }
}
