//! The places in a module's text that name its imports.

use oxc_allocator::Allocator;
use oxc_ast::ast::{ImportDeclarationSpecifier, ModuleDeclaration, Statement};
use oxc_parser::Parser;
use oxc_span::{GetSpan, SourceType};

use trace::{ByteOffset, Lines, Position};

/// The place that imports `name` from `specifier`, or exports it again: V8 points there when the module has no such export.
pub(crate) fn place_of_import(source: &str, specifier: &str, name: &str) -> Option<Position> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    let found = parsed.program.body.iter().filter_map(Statement::as_module_declaration).find_map(|declaration| match declaration {
        ModuleDeclaration::ImportDeclaration(it) if it.source.value == specifier => {
            it.specifiers.iter().flatten().find_map(|imported| match imported {
                ImportDeclarationSpecifier::ImportSpecifier(it) if it.imported.name() == name => Some(it.imported.span()),
                ImportDeclarationSpecifier::ImportDefaultSpecifier(it) if name == "default" => Some(it.span),
                _ => None,
            })
        }
        ModuleDeclaration::ExportFromDeclaration(it) if it.source.value == specifier => {
            it.specifiers.iter().find(|exported| exported.local.name() == name).map(|exported| exported.local.span())
        }
        _ => None,
    })?;
    Some(Lines::new(source).position(ByteOffset(found.start)))
}
