//! Calls: a step right before each, once its arguments are there, and another when it comes back.

use oxc_ast::ast::{Argument, CallExpression, ChainElement, ChainExpression, Expression, NewExpression};
use oxc_ast_visit::{Visit, walk};
use oxc_span::GetSpan;

use super::names;
use super::variables::Visible;
use super::visitor::{Weaver, span};
use trace::{SiteId, SiteKind, Span};

/// The place for the probe of a call without arguments.
enum Place<'e, 'a> {
    /// Around the receiver of a method.
    Receiver(&'e Expression<'a>),
    /// Around the callee: it is a value, not a reference.
    Callee(&'e Expression<'a>),
    /// In front of the call: nothing in the callee but names runs any code.
    Front,
}

fn place<'e, 'a>(callee: &'e Expression<'a>) -> Place<'e, 'a> {
    let receiver = match callee.without_parentheses() {
        Expression::StaticMemberExpression(it) => &it.object,
        Expression::ComputedMemberExpression(it) => &it.object,
        Expression::PrivateFieldExpression(it) => &it.object,
        // A parenthesised chain is a reference still: `(a?.b)()` has the receiver `a`.
        Expression::Identifier(_) | Expression::Super(_) | Expression::ChainExpression(_) => return Place::Front,
        _ => return Place::Callee(callee),
    };
    if matches!(receiver, Expression::Super(_)) { Place::Front } else { Place::Receiver(receiver) }
}

/// Whether a `?.` before this point of a chain may have skipped it.
fn may_be_skipped(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::CallExpression(it) => it.optional || may_be_skipped(&it.callee),
        Expression::StaticMemberExpression(it) => it.optional || may_be_skipped(&it.object),
        Expression::ComputedMemberExpression(it) => it.optional || may_be_skipped(&it.object),
        Expression::PrivateFieldExpression(it) => it.optional || may_be_skipped(&it.object),
        _ => false,
    }
}

/// The leftmost expression of a callee.
fn leftmost<'e, 'a>(expression: &'e Expression<'a>) -> &'e Expression<'a> {
    match expression {
        Expression::StaticMemberExpression(it) => leftmost(&it.object),
        Expression::ComputedMemberExpression(it) => leftmost(&it.object),
        Expression::PrivateFieldExpression(it) => leftmost(&it.object),
        Expression::TaggedTemplateExpression(it) => leftmost(&it.tag),
        Expression::CallExpression(it) => leftmost(&it.callee),
        _ => expression,
    }
}

impl<'a> Weaver<'_, 'a> {
    fn call_site(&mut self, whole: Span, callee: &str) -> SiteId {
        self.site(SiteKind::Call, whole, callee, Visible::default())
    }

    pub(super) fn call(&mut self, it: &CallExpression<'a>) {
        if !self.full() || it.optional || may_be_skipped(&it.callee) {
            return walk::walk_call_expression(self, it);
        }
        let site = self.call_site(span(it.span), &super::callee_text::callee_text(&it.callee));
        self.splices.put(it.span.start, format!("{}({},", names::RETURNED, site.0));
        if it.arguments.is_empty() {
            self.call_without_arguments(site, it);
        } else {
            self.visit_expression(&it.callee);
            self.arguments(site, &it.arguments);
        }
        self.splices.put(it.span.end, ")");
    }

    fn call_without_arguments(&mut self, site: SiteId, it: &CallExpression<'a>) {
        let probe = format!("{}({}", names::CALL_BARE, site.0);
        match place(&it.callee) {
            Place::Front => {
                self.splices.put(it.span.start, format!("({probe}),"));
                self.visit_expression(&it.callee);
                self.splices.put(it.span.end, ")");
            }
            Place::Receiver(receiver) => {
                self.splices.put(receiver.span().start, format!("{probe},"));
                self.visit_expression(receiver);
                self.splices.put(receiver.span().end, ")");
                if let Expression::ComputedMemberExpression(member) = it.callee.without_parentheses() {
                    self.visit_expression(&member.expression);
                }
            }
            Place::Callee(callee) => {
                self.splices.put(callee.span().start, format!("{probe},"));
                self.visit_expression(callee);
                self.splices.put(callee.span().end, ")");
            }
        }
    }

    pub(super) fn construction(&mut self, it: &NewExpression<'a>) {
        if !self.full() {
            return walk::walk_new_expression(self, it);
        }
        let callee = it.callee.span();
        let site = self.call_site(span(it.span), &format!("new {}", super::callee_text::callee_text(&it.callee)));
        self.splices.put(it.span.start, format!("{}({},", names::RETURNED, site.0));
        if it.arguments.is_empty() {
            self.splices.put(callee.start, format!("({}({},", names::CALL_BARE, site.0));
            self.visit_expression(&it.callee);
            self.splices.put(callee.end, "))");
        } else {
            // `new new X().y(1)`: the inner one becomes a call, and must not take the arguments.
            let wrapped = matches!(leftmost(&it.callee), Expression::NewExpression(_));
            self.splices.put(callee.start, if wrapped { "(" } else { "" });
            self.visit_expression(&it.callee);
            self.splices.put(callee.end, if wrapped { ")" } else { "" });
            self.arguments(site, &it.arguments);
        }
        self.splices.put(it.span.end, ")");
    }

    /// `a?.b()`: only the last call of a chain is reported; to wrap one inside would end the skipping there.
    pub(super) fn chain(&mut self, it: &ChainExpression<'a>) {
        let ChainElement::CallExpression(call) = &it.expression else {
            return walk::walk_chain_expression(self, it);
        };
        if !self.full() {
            return walk::walk_chain_expression(self, it);
        }
        let site = self.call_site(span(it.span), &super::callee_text::callee_text(&call.callee));
        self.splices.put(it.span.start, format!("{}({},", names::RETURNED, site.0));
        self.visit_expression(&call.callee);
        if call.arguments.is_empty() {
            self.splices.put(call.span.end - 1, format!("...{}({})", names::CALL_SPREAD, site.0));
        } else {
            self.arguments(site, &call.arguments);
        }
        self.splices.put(it.span.end, ")");
    }

    /// All arguments of a call, handed over together with the last.
    fn arguments(&mut self, site: SiteId, arguments: &[Argument<'a>]) {
        let Some((last, others)) = arguments.split_last() else {
            return;
        };
        let spread = arguments.iter().any(Argument::is_spread);
        let plan = if spread { None } else { self.plan(others, last) };
        let Some(plan) = plan else {
            return self.spread_arguments(site, arguments);
        };
        for (argument, held) in others.iter().zip(&plan.held) {
            let at = argument.span();
            let Some(local) = held else {
                self.visit_argument(argument);
                continue;
            };
            // `x = function () {}` would name the function; `x = (0, function () {})` does not.
            self.splices.put(at.start, format!("{local}=(0,"));
            self.visit_argument(argument);
            self.splices.put(at.end, ")");
        }
        let at = last.span();
        self.splices.put(at.start, format!("{}({},", names::CALL, site.0));
        self.visit_argument(last);
        self.splices.put(at.end, format!("{})", plan.values));
        if let Some(enclosing) = self.enclosing.last_mut() {
            enclosing.locals.release(plan.taken);
        }
    }

    /// `f(a, ...b)` becomes `f(...probe(id, [a, ...b]))`.
    fn spread_arguments(&mut self, site: SiteId, arguments: &[Argument<'a>]) {
        let (Some(first), Some(last)) = (arguments.first(), arguments.last()) else {
            return;
        };
        self.splices.put(first.span().start, format!("...{}({},[", names::CALL_SPREAD, site.0));
        for argument in arguments {
            self.visit_argument(argument);
        }
        self.splices.put(last.span().end, "])");
    }
}
