//! The literals and the constructors of a program, as its text has them before they run.

use std::rc::Rc;

use oxc_allocator::Allocator;
use oxc_ast::ast::{
    AssignmentExpression, AssignmentTarget, Class, ClassElement, Expression, Function, ObjectExpression, ObjectPropertyKind, PropertyKey,
    PropertyKind,
};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::{ParseOptions, Parser};
use oxc_span::SourceType;
use oxc_syntax::operator::UnaryOperator;
use oxc_syntax::scope::ScopeFlags;
use rustc_hash::FxHashMap;

use super::operations::Operations;
use v8::bytecode::Goal;
use v8::shapes::{Key, ValueKind};

/// An object literal as `Shapes::literal` wants to know it.
#[derive(Default)]
pub(super) struct LiteralText {
    /// The named properties up to the first computed or spread one, with the kinds of constant values.
    pub properties: Vec<(Key, Option<ValueKind>)>,
    /// The number of properties from that one on.
    pub more: usize,
    /// Whether it says `__proto__: null`.
    pub null_prototype: bool,
    /// Whether it begins with a spread: `{...o`.
    pub spread_first: bool,
}

/// The text of a file, as the models ask for it.
#[derive(Default)]
pub(super) struct Text {
    /// Object literals by the offset where they begin, in bytes of UTF-8.
    pub literals: FxHashMap<u32, Rc<LiteralText>>,
    pub operations: Operations,
}

impl Text {
    pub(super) fn of(source: &str) -> Self {
        let mut text = Self::default();
        for (kind, goal) in [(SourceType::cjs(), Goal::CommonJs), (SourceType::mjs(), Goal::Module)] {
            let read = parsed(source, kind, |program| {
                text.visit_program(program);
                text.operations = Operations::of(program, source, goal);
            });
            if read {
                break;
            }
        }
        text
    }
}

fn parsed(source: &str, kind: SourceType, then: impl FnOnce(&oxc_ast::ast::Program<'_>)) -> bool {
    let allocator = Allocator::default();
    let options = ParseOptions { allow_return_outside_function: kind.is_script() || kind.is_commonjs(), ..ParseOptions::default() };
    let read = Parser::new(&allocator, source, kind).with_options(options).parse();
    let whole = !read.panicked && read.diagnostics.is_empty();
    if whole {
        then(&read.program);
    }
    whole
}

impl<'a> Visit<'a> for Text {
    fn visit_object_expression(&mut self, literal: &ObjectExpression<'a>) {
        self.literals.insert(literal.span.start, Rc::new(literal_text(literal)));
        walk::walk_object_expression(self, literal);
    }
}

fn literal_text(literal: &ObjectExpression<'_>) -> LiteralText {
    let mut text = LiteralText::default();
    for (index, property) in literal.properties.iter().enumerate() {
        let ObjectPropertyKind::ObjectProperty(property) = property else {
            text.spread_first = index == 0;
            text.more = literal.properties.len() - index;
            break;
        };
        if property.computed {
            text.more = literal.properties.len() - index;
            break;
        }
        let Some(name) = name(&property.key) else { continue };
        let data = property.kind == PropertyKind::Init;
        if name == "__proto__" && data && !property.method && !property.shorthand {
            text.null_prototype |= matches!(property.value, Expression::NullLiteral(_));
        } else if name.parse::<u32>().is_err() {
            text.properties.push((Key::from(name.as_str()), if data { constant(&property.value) } else { None }));
        }
    }
    text
}

fn name(key: &PropertyKey<'_>) -> Option<String> {
    key.static_name().map(std::borrow::Cow::into_owned)
}

/// The kind of a value that the literal's boilerplate holds.
fn constant(value: &Expression<'_>) -> Option<ValueKind> {
    match value {
        Expression::NumericLiteral(number) => Some(ValueKind::of_number(number.value)),
        Expression::UnaryExpression(unary) if unary.operator == UnaryOperator::UnaryNegation => match &unary.argument {
            Expression::NumericLiteral(number) => Some(ValueKind::of_number(-number.value)),
            _ => None,
        },
        Expression::Identifier(name) if name.name == "undefined" => Some(ValueKind::HeapObject),
        Expression::StringLiteral(_)
        | Expression::NullLiteral(_)
        | Expression::BooleanLiteral(_)
        | Expression::BigIntLiteral(_)
        | Expression::ObjectExpression(_)
        | Expression::ArrayExpression(_) => Some(ValueKind::HeapObject),
        _ => None,
    }
}

/// How many properties a function's own text assigns to `this`, or a class declares as fields and assigns in its constructor.
pub(super) fn assigned(text: &str) -> usize {
    let mut counted = Assigned::default();
    // A function's text alone is an expression; a method's is one in an object.
    for wrapped in [format!("({text})"), format!("({{{text}}})"), format!("(class {{{text}}})")] {
        if parsed(&wrapped, SourceType::cjs(), |program| counted.visit_program(program)) {
            break;
        }
    }
    counted.count
}

#[derive(Default)]
struct Assigned {
    count: usize,
    /// Functions and classes around: only the outermost is the constructor.
    depth: usize,
}

impl<'a> Visit<'a> for Assigned {
    fn visit_class(&mut self, class: &Class<'a>) {
        if self.depth > 0 {
            return;
        }
        for element in &class.body.body {
            match element {
                ClassElement::PropertyDefinition(field) if !field.r#static => self.count += 1,
                ClassElement::MethodDefinition(method) if method.kind.is_constructor() => self.visit_function(&method.value, ScopeFlags::empty()),
                _ => {}
            }
        }
    }

    fn visit_function(&mut self, function: &Function<'a>, flags: ScopeFlags) {
        if self.depth > 0 {
            return;
        }
        self.depth += 1;
        walk::walk_function(self, function, flags);
        self.depth -= 1;
    }

    fn visit_assignment_expression(&mut self, assignment: &AssignmentExpression<'a>) {
        if let AssignmentTarget::StaticMemberExpression(member) = &assignment.left
            && matches!(member.object, Expression::ThisExpression(_))
        {
            self.count += 1;
        }
        walk::walk_assignment_expression(self, assignment);
    }
}
