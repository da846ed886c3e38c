//! V8's words and places for calls: what `TypeError: a.b is not a function` names, and the column that a frame shows.
//!
//! Follows V8 13.6 `src/ast/prettyprinter.cc` (`CallPrinter`). Read from the text when a first error asks, then kept.

use oxc_allocator::Allocator;
use oxc_ast::ast::{CallExpression, Class, Expression, NewExpression};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::{ParseOptions, Parser};
use oxc_span::{GetSpan, SourceType};

/// A call of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CallPlace {
    /// Byte offset of the parenthesis that opens its arguments (or of `new`): where Boa says that it stands.
    pub(crate) arguments: u32,
    /// Byte offset of where V8 says so.
    pub(crate) shown: u32,
    /// The callee as V8 prints it.
    pub(crate) text: String,
}

/// The calls of a CommonJS text, in the order of their arguments.
pub(crate) fn calls(source: &str) -> Vec<CallPlace> {
    let allocator = Allocator::default();
    let options = ParseOptions { allow_return_outside_function: true, ..ParseOptions::default() };
    let parsed = Parser::new(&allocator, source, SourceType::cjs()).with_options(options).parse();
    let mut finder = Finder { source, found: Vec::new() };
    finder.visit_program(&parsed.program);
    finder.found.sort_by_key(|call| call.arguments);
    finder.found
}

struct Finder<'s> {
    source: &'s str,
    found: Vec<CallPlace>,
}

impl Finder<'_> {
    fn add(&mut self, callee: &Expression<'_>, shown: u32) {
        let end = callee.span().end;
        let Some(open) = self.source.get(end as usize..).and_then(|rest| rest.find('(')) else {
            return;
        };
        let mut text = String::new();
        print(callee, &mut text);
        self.found.push(CallPlace { arguments: end + u32::try_from(open).unwrap_or(0), shown, text });
    }
}

impl<'a> Visit<'a> for Finder<'_> {
    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        let shown = match &it.callee {
            Expression::StaticMemberExpression(member) => member.property.span.start,
            Expression::PrivateFieldExpression(member) => member.field.span.start,
            Expression::ComputedMemberExpression(member) => member.span.end,
            other => other.span().start,
        };
        self.add(&it.callee, shown);
        walk::walk_call_expression(self, it);
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        self.add(&it.callee, it.span.start);
        let mut text = String::new();
        print(&it.callee, &mut text);
        self.found.push(CallPlace { arguments: it.span.start, shown: it.span.start, text });
        walk::walk_new_expression(self, it);
    }
}

/// The text of the class of that name, as `Function.prototype.toString` gives it.
pub(crate) fn class_text(source: &str, name: &str) -> Option<String> {
    struct Classes<'s> {
        source: &'s str,
        name: &'s str,
        text: Option<String>,
    }
    impl<'a> Visit<'a> for Classes<'_> {
        fn visit_class(&mut self, it: &Class<'a>) {
            let named = it.id.as_ref().is_some_and(|id| id.name == self.name);
            if self.text.is_none() && named {
                self.text = self.source.get(it.span.start as usize..it.span.end as usize).map(str::to_owned);
            }
            walk::walk_class(self, it);
        }
    }
    let allocator = Allocator::default();
    let options = ParseOptions { allow_return_outside_function: true, ..ParseOptions::default() };
    let parsed = Parser::new(&allocator, source, SourceType::cjs()).with_options(options).parse();
    let mut classes = Classes { source, name, text: None };
    classes.visit_program(&parsed.program);
    classes.text
}

/// `CallPrinter::Find`: what the program wrote where it is short, `(intermediate value)` where it is not.
fn print(expression: &Expression<'_>, text: &mut String) {
    match expression {
        Expression::Identifier(it) => text.push_str(&it.name),
        Expression::ThisExpression(_) => text.push_str("this"),
        Expression::NullLiteral(_) => text.push_str("null"),
        Expression::BooleanLiteral(it) => text.push_str(if it.value { "true" } else { "false" }),
        Expression::NumericLiteral(it) => text.push_str(&it.value.to_string()),
        Expression::StringLiteral(it) => text.push_str(&format!("\"{}\"", it.value)),
        Expression::ParenthesizedExpression(it) => print(&it.expression, text),
        Expression::StaticMemberExpression(it) => {
            print(&it.object, text);
            text.push_str(if it.optional { "?." } else { "." });
            text.push_str(&it.property.name);
        }
        Expression::PrivateFieldExpression(it) => {
            print(&it.object, text);
            text.push_str(".#");
            text.push_str(&it.field.name);
        }
        Expression::ComputedMemberExpression(it) => {
            print(&it.object, text);
            if let Expression::StringLiteral(name) = &it.expression {
                text.push('.');
                text.push_str(&name.value);
            } else {
                text.push('[');
                print(&it.expression, text);
                text.push(']');
            }
        }
        Expression::CallExpression(it) => {
            print(&it.callee, text);
            text.push_str("(...)");
        }
        Expression::NewExpression(it) => {
            text.push_str("new ");
            print(&it.callee, text);
        }
        Expression::ArrayExpression(_) => text.push_str("[]"),
        _ => text.push_str("(intermediate value)"),
    }
}

/// V8's wording of an error message of Boa's.
pub(crate) fn v8_words(message: &str) -> Option<&'static str> {
    if message.starts_with("cannot mutate an immutable binding") {
        return Some("Assignment to constant variable.");
    }
    let (_, words) = WORDS.iter().find(|(boa, _)| *boa == message)?;
    Some(words)
}

/// Boa 0.22's words and V8 13.6's.
const WORDS: &[(&str, &str)] = &[
    ("Array.prototype.reduce: called on an empty array and with no initial value", "Reduce of empty array with no initial value"),
    ("EOF while parsing a value at line 1 column 0", "Unexpected end of JSON input"),
    ("Promise executor is not callable", "Promise resolver undefined is not a function"),
    ("Promise.resolve() called on a non-object", "PromiseResolve called on non-object"),
    ("Promise NewTarget cannot be undefined", "Promise constructor cannot be invoked without 'new'"),
    ("SameValue(resolution, promise) is true", "Chaining cycle detected for promise #<Promise>"),
    ("no promise in Promise.any was fulfilled.", "All promises were rejected"),
    ("can't convert symbol to string", "Cannot convert a Symbol value to a string"),
    ("cannot convert 'null' or 'undefined' to object", "Cannot convert undefined or null to object"),
    ("cannot mix BigInt and other types, use explicit conversions", "Cannot mix BigInt and other types, use explicit conversions"),
    ("invalid array length", "Invalid array length"),
    ("invalid escape character found", "URI malformed"),
    ("right-hand side of 'instanceof' should be an object, got `number`", "Right-hand side of 'instanceof' is not an object"),
    ("right-hand side of 'instanceof' should be an object, got `string`", "Right-hand side of 'instanceof' is not an object"),
    ("right-hand side of 'instanceof' should be an object, got `undefined`", "Right-hand side of 'instanceof' is not an object"),
];

#[cfg(test)]
mod tests {
    use super::calls;

    #[test]
    fn callees_are_named_as_v8_names_them() {
        let table = [
            ("f()", "f"),
            ("a.b()", "a.b"),
            ("a['b']()", "a.b"),
            ("a[i]()", "a[i]"),
            ("a.b().c()", "a.b(...).c"),
            ("new X()", "X"),
            ("this.x()", "this.x"),
            ("(() => 1)()()", "(intermediate value)(...)"),
        ];
        for (source, expected) in table {
            let last = calls(source).into_iter().max_by_key(|call| call.arguments).map(|call| call.text);
            assert_eq!(last.as_deref(), Some(expected), "{source}");
        }
    }
}
