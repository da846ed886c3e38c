//! Whether a text is an ES module.

use oxc_allocator::Allocator;
use oxc_parser::Parser;
use oxc_span::SourceType;

/// Whether a text that is no CommonJS file should be read as an ES module: it has `import`, `export` or `import.meta`, or it is right as a module
/// (`await` at the top level, a variable named like one of the wrapper's). After `ShouldRetryAsESM` (node v24.21.0 `src/node_contextify.cc`).
pub(crate) fn is_module_instead(source: &str) -> bool {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    parsed.module_record.has_module_syntax || parsed.diagnostics.errors().next().is_none()
}
