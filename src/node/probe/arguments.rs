//! The way of a call's arguments to its probe: they are read again where that gives the same and shows nothing to the program, else held in a local
//! variable.

use oxc_ast::ast::{Argument, Expression, IdentifierReference};
use oxc_span::GetSpan;

use super::visitor::Weaver;
use trace::is_line_terminator;

/// The longest literal that is written twice, in bytes.
const LONGEST_LITERAL: usize = 40;

/// The way of the arguments before the last one to the probe.
pub(super) struct Plan {
    /// For each argument the local variable that holds it, if it needs one.
    pub(super) held: Vec<Option<String>>,
    /// The text that hands the arguments over, each with its comma in front.
    pub(super) values: String,
    /// The number of local variables that were taken.
    pub(super) taken: u32,
}

impl<'a> Weaver<'_, 'a> {
    /// Plans the way of `others`, the arguments before `last`. `None`: there is no place here to declare the local variables that it takes.
    pub(super) fn plan(&mut self, others: &[Argument<'a>], last: &Argument<'a>) -> Option<Plan> {
        let mut plan = Plan { held: Vec::with_capacity(others.len()), values: String::new(), taken: 0 };
        let available = self.enclosing.last()?.locals.available();
        let again: Vec<bool> = (0..others.len()).map(|place| self.readable_again(&others[place], &others[place + 1..], last)).collect();
        if !available && again.contains(&false) {
            return None;
        }
        for (argument, again) in others.iter().zip(again) {
            plan.values.push(',');
            if again {
                let at = argument.span();
                plan.values.push_str(&self.source[at.start as usize..at.end as usize]);
                plan.held.push(None);
            } else {
                let local = self.enclosing.last_mut()?.locals.take();
                plan.values.push_str(&local);
                plan.held.push(Some(local));
                plan.taken += 1;
            }
        }
        Some(plan)
    }

    fn readable_again(&self, argument: &Argument<'a>, between: &[Argument<'a>], last: &Argument<'a>) -> bool {
        let Some(expression) = argument.as_expression() else {
            return false;
        };
        match expression {
            Expression::Identifier(it) => match self.resolved(it) {
                Some(true) => true,
                Some(false) => between.iter().chain([last]).all(|later| later.as_expression().is_some_and(quiet)),
                None => it.name == "undefined",
            },
            Expression::ThisExpression(_) => true,
            _ => self.short_literal(expression),
        }
    }

    /// Whether a name that the text declares never changes its value; `None` for a name that it does not declare.
    fn resolved(&self, name: &IdentifierReference<'a>) -> Option<bool> {
        let symbol = self.semantic.scoping().get_reference(name.reference_id.get()?).symbol_id()?;
        Some(!self.variables.mutated(symbol))
    }

    fn short_literal(&self, expression: &Expression<'a>) -> bool {
        let at = expression.span();
        let text = &self.source[at.start as usize..at.end as usize];
        let plain = matches!(
            expression,
            Expression::StringLiteral(_)
                | Expression::NumericLiteral(_)
                | Expression::BooleanLiteral(_)
                | Expression::NullLiteral(_)
                | Expression::BigIntLiteral(_)
        );
        // A line continuation would add a line; U+2028 is a line of its own to the position map.
        plain && text.len() <= LONGEST_LITERAL && !text.contains(is_line_terminator)
    }
}

/// Whether evaluating an expression runs no code of the program and changes no variable.
fn quiet(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::Identifier(_)
        | Expression::ThisExpression(_)
        | Expression::StringLiteral(_)
        | Expression::NumericLiteral(_)
        | Expression::BooleanLiteral(_)
        | Expression::NullLiteral(_)
        | Expression::BigIntLiteral(_)
        | Expression::RegExpLiteral(_)
        | Expression::ArrowFunctionExpression(_)
        | Expression::FunctionExpression(_) => true,
        Expression::ParenthesizedExpression(it) => quiet(&it.expression),
        Expression::ArrayExpression(it) => it.elements.iter().all(|element| element.as_expression().is_some_and(quiet)),
        Expression::ObjectExpression(it) => it.properties.iter().all(|property| match property {
            oxc_ast::ast::ObjectPropertyKind::ObjectProperty(it) => !it.computed && quiet(&it.value),
            oxc_ast::ast::ObjectPropertyKind::SpreadProperty(_) => false,
        }),
        _ => false,
    }
}
