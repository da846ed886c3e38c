//! Expressions of the program as V8 prints them. Follows V8 13.6 `src/ast/prettyprinter.cc` (`CallPrinter`).

use oxc_ast::ast::{ArrayExpressionElement, ChainElement, Expression, MemberExpression, ObjectPropertyKind};

const ELSE: &str = "(intermediate value)";

/// `CallPrinter::Find`: the text of an expression where it is short, `(intermediate value)` where it is not.
pub(super) fn print(expression: &Expression<'_>, text: &mut String) {
    match expression {
        Expression::Identifier(it) => text.push_str(&it.name),
        Expression::ThisExpression(_) => text.push_str("this"),
        Expression::NullLiteral(_) => text.push_str("null"),
        Expression::BooleanLiteral(it) => text.push_str(if it.value { "true" } else { "false" }),
        Expression::NumericLiteral(it) => text.push_str(&it.value.to_string()),
        Expression::StringLiteral(it) => quoted(&it.value, text),
        Expression::TemplateLiteral(it) if it.expressions.is_empty() => {
            let whole = it.quasis.first().and_then(|quasi| quasi.value.cooked.as_ref());
            quoted(whole.map_or("", |whole| whole.as_str()), text);
        }
        Expression::RegExpLiteral(it) => text.push_str(&format!("/{}/{}", it.regex.pattern.text, it.regex.flags)),
        Expression::ParenthesizedExpression(it) => print(&it.expression, text),
        Expression::ChainExpression(it) => match &it.expression {
            ChainElement::CallExpression(call) => {
                print(&call.callee, text);
                text.push_str("(...)");
            }
            other => match other.as_member_expression() {
                Some(member) => print_member(member, text),
                None => text.push_str(ELSE),
            },
        },
        Expression::CallExpression(it) => {
            print(&it.callee, text);
            text.push_str("(...)");
        }
        Expression::ArrayExpression(it) => {
            text.push('[');
            for (at, element) in it.elements.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                match element {
                    ArrayExpressionElement::SpreadElement(spread) => {
                        text.push_str("...");
                        print(&spread.argument, text);
                    }
                    ArrayExpressionElement::Elision(_) => {}
                    other => match other.as_expression() {
                        Some(element) => print(element, text),
                        None => text.push_str(ELSE),
                    },
                }
            }
            text.push(']');
        }
        Expression::ObjectExpression(it) => {
            text.push('{');
            for property in &it.properties {
                match property {
                    ObjectPropertyKind::ObjectProperty(_) | ObjectPropertyKind::SpreadProperty(_) => text.push_str(ELSE),
                }
            }
            text.push('}');
        }
        Expression::LogicalExpression(it) => binary(&it.left, it.operator.as_str(), &it.right, text),
        Expression::BinaryExpression(it) => binary(&it.left, it.operator.as_str(), &it.right, text),
        Expression::SequenceExpression(it) => {
            text.push('(');
            for (at, expression) in it.expressions.iter().enumerate() {
                if at > 0 {
                    text.push_str(" , ");
                }
                print(expression, text);
            }
            text.push(')');
        }
        Expression::UnaryExpression(it) => {
            let operator = it.operator.as_str();
            text.push('(');
            text.push_str(operator);
            if operator.starts_with(|first: char| first.is_ascii_alphabetic()) {
                text.push(' ');
            }
            print(&it.argument, text);
            text.push(')');
        }
        other => match other.as_member_expression() {
            Some(member) => print_member(member, text),
            None => text.push_str(ELSE),
        },
    }
}

fn print_member(member: &MemberExpression<'_>, text: &mut String) {
    print(member.object(), text);
    match member {
        MemberExpression::StaticMemberExpression(it) => {
            text.push_str(if it.optional { "?." } else { "." });
            text.push_str(&it.property.name);
        }
        MemberExpression::PrivateFieldExpression(it) => {
            text.push_str(if it.optional { "?.[#" } else { "[#" });
            text.push_str(&it.field.name);
            text.push(']');
        }
        MemberExpression::ComputedMemberExpression(it) => {
            let name = match &it.expression {
                Expression::StringLiteral(name) => Some(name.value.to_string()),
                Expression::TemplateLiteral(name) => name.single_quasi().map(|name| name.to_string()),
                _ => None,
            };
            if let Some(name) = name {
                text.push_str(if it.optional { "?." } else { "." });
                text.push_str(&name);
            } else {
                text.push_str(if it.optional { "?.[" } else { "[" });
                print(&it.expression, text);
                text.push(']');
            }
        }
    }
}

fn binary(left: &Expression<'_>, operator: &str, right: &Expression<'_>, text: &mut String) {
    text.push('(');
    print(left, text);
    text.push_str(&format!(" {operator} "));
    print(right, text);
    text.push(')');
}

fn quoted(value: &str, text: &mut String) {
    text.push('"');
    text.push_str(value);
    text.push('"');
}
