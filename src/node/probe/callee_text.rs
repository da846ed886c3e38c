//! A callee's text, short and on one line: the name that a call's frame is given.

use oxc_ast::ast::Expression;

/// The longest text that is given, in characters.
const LONGEST: usize = 48;

/// The text of a callee, with its inner calls shortened: `fs.promises.readFile(…).then`.
pub(super) fn callee_text(callee: &Expression<'_>) -> String {
    let mut text = String::new();
    write(callee, &mut text);
    let length = text.chars().count();
    if length <= LONGEST {
        return text;
    }
    // The end says most, for it names the function that is called.
    let kept: String = text.chars().skip(length - LONGEST + 1).collect();
    format!("…{kept}")
}

fn write(expression: &Expression<'_>, text: &mut String) {
    match expression {
        Expression::Identifier(it) => text.push_str(&it.name),
        Expression::ThisExpression(_) => text.push_str("this"),
        Expression::Super(_) => text.push_str("super"),
        Expression::StaticMemberExpression(it) => {
            write(&it.object, text);
            text.push_str(if it.optional { "?." } else { "." });
            text.push_str(&it.property.name);
        }
        Expression::PrivateFieldExpression(it) => {
            write(&it.object, text);
            text.push_str(if it.optional { "?.#" } else { ".#" });
            text.push_str(&it.field.name);
        }
        Expression::ComputedMemberExpression(it) => {
            write(&it.object, text);
            text.push('[');
            key(&it.expression, text);
            text.push(']');
        }
        Expression::CallExpression(it) => {
            write(&it.callee, text);
            text.push_str(if it.arguments.is_empty() { "()" } else { "(…)" });
        }
        Expression::NewExpression(it) => {
            text.push_str("new ");
            write(&it.callee, text);
            text.push_str(if it.arguments.is_empty() { "()" } else { "(…)" });
        }
        Expression::ChainExpression(it) => match &it.expression {
            oxc_ast::ast::ChainElement::StaticMemberExpression(it) => {
                write(&it.object, text);
                text.push_str(if it.optional { "?." } else { "." });
                text.push_str(&it.property.name);
            }
            _ => text.push('…'),
        },
        Expression::ParenthesizedExpression(it) => write(&it.expression, text),
        Expression::FunctionExpression(it) => text.push_str(it.id.as_ref().map_or("(anonymous)", |id| id.name.as_str())),
        Expression::ArrowFunctionExpression(_) => text.push_str("(anonymous)"),
        Expression::ClassExpression(it) => text.push_str(it.id.as_ref().map_or("(anonymous class)", |id| id.name.as_str())),
        Expression::ArrayExpression(it) => text.push_str(if it.elements.is_empty() { "[]" } else { "[…]" }),
        Expression::ObjectExpression(it) => text.push_str(if it.properties.is_empty() { "{}" } else { "{…}" }),
        Expression::StringLiteral(it) if it.value.len() <= 12 && !it.value.contains('\n') => {
            text.push('\'');
            text.push_str(&it.value);
            text.push('\'');
        }
        Expression::StringLiteral(_) | Expression::TemplateLiteral(_) => text.push_str("'…'"),
        Expression::ImportMeta(_) => text.push_str("import.meta"),
        Expression::NewTarget(_) => text.push_str("new.target"),
        Expression::RegExpLiteral(_) => text.push_str("/…/"),
        _ => text.push('…'),
    }
}

fn key(expression: &Expression<'_>, text: &mut String) {
    match expression {
        Expression::NumericLiteral(it) => text.push_str(&it.value.to_string()),
        _ => write(expression, text),
    }
}
