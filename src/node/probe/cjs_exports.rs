//! The names that a CommonJS text exports, as far as its text shows them: those that `import { name }` may ask for.

use oxc_allocator::Allocator;
use oxc_ast::ast::{Argument, AssignmentExpression, AssignmentTarget, CallExpression, Expression, ObjectExpression, ObjectPropertyKind};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::{ParseOptions, Parser};
use oxc_span::SourceType;

/// The exports of a CommonJS text, in the order of the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct CjsExports {
    pub(crate) names: Vec<String>,
    /// Specifiers of modules whose names are exported again.
    pub(crate) again: Vec<String>,
}

/// Reads `exports.a = …`, `module.exports.a = …`, `Object.defineProperty(exports, 'a', …)`, `module.exports = { a, b: c, ...require('x') }`,
/// `module.exports = require('x')` and what TypeScript and Babel write for `export *`.
pub(crate) fn exports_of(source: &str) -> CjsExports {
    let allocator = Allocator::default();
    let options = ParseOptions { allow_return_outside_function: true, ..ParseOptions::default() };
    let parsed = Parser::new(&allocator, source, SourceType::cjs()).with_options(options).parse();
    let mut reader = Reader(CjsExports::default());
    reader.visit_program(&parsed.program);
    reader.0
}

struct Reader(CjsExports);

impl Reader {
    fn name(&mut self, name: &str) {
        if !self.0.names.iter().any(|known| known == name) {
            self.0.names.push(name.to_owned());
        }
    }

    /// Adds the properties of a literal as names, up to the first whose value is no name.
    fn literal(&mut self, object: &ObjectExpression<'_>) {
        for property in &object.properties {
            match property {
                ObjectPropertyKind::SpreadProperty(it) => match &it.argument {
                    Expression::Identifier(_) => {}
                    other => match required(other) {
                        Some(specifier) => self.0.again.push(specifier.to_owned()),
                        None => return,
                    },
                },
                ObjectPropertyKind::ObjectProperty(it) => {
                    let Some(key) = it.key.static_name().filter(|_| !it.computed && !it.method) else { return };
                    let is_require = required(&it.value).is_some();
                    if !is_require && !matches!(it.value, Expression::Identifier(_)) {
                        return;
                    }
                    self.name(&key);
                    if is_require {
                        return;
                    }
                }
            }
        }
    }
}

/// Whether an expression is `exports` or `module.exports`.
fn is_exports(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::Identifier(it) => it.name == "exports",
        Expression::StaticMemberExpression(it) => {
            it.property.name == "exports" && matches!(&it.object, Expression::Identifier(of) if of.name == "module")
        }
        _ => false,
    }
}

/// The specifier of `require('…')`.
fn required<'a>(expression: &'a Expression<'_>) -> Option<&'a str> {
    let Expression::CallExpression(call) = expression else { return None };
    let is_require = matches!(&call.callee, Expression::Identifier(it) if it.name == "require");
    match call.arguments.first() {
        Some(Argument::StringLiteral(it)) if is_require => Some(it.value.as_str()),
        _ => None,
    }
}

impl<'a> Visit<'a> for Reader {
    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        match &it.left {
            AssignmentTarget::StaticMemberExpression(member) if is_exports(&member.object) => self.name(&member.property.name),
            AssignmentTarget::ComputedMemberExpression(member) if is_exports(&member.object) => {
                if let Expression::StringLiteral(name) = &member.expression {
                    self.name(&name.value);
                }
            }
            AssignmentTarget::StaticMemberExpression(member)
                if member.property.name == "exports" && matches!(&member.object, Expression::Identifier(of) if of.name == "module") =>
            {
                self.0.again.clear();
                match &it.right {
                    Expression::ObjectExpression(object) => self.literal(object),
                    other => self.0.again.extend(required(other).map(str::to_owned)),
                }
            }
            _ => {}
        }
        walk::walk_assignment_expression(self, it);
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        let callee = match &it.callee {
            Expression::StaticMemberExpression(member) => member.property.name.as_str(),
            Expression::Identifier(name) => name.name.as_str(),
            _ => "",
        };
        match (callee, it.arguments.first(), it.arguments.get(1)) {
            ("defineProperty", Some(target), Some(Argument::StringLiteral(name))) if target.as_expression().is_some_and(is_exports) => {
                self.name(&name.value);
            }
            ("__export" | "__exportStar", Some(module), _) => {
                let specifier = module.as_expression().and_then(required).map(str::to_owned);
                self.0.again.extend(specifier);
            }
            _ => {}
        }
        walk::walk_call_expression(self, it);
    }
}
