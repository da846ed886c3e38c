//! Targets of declarations and of assignments: names, properties and patterns, as V8's literals.

use std::borrow::Cow;

use oxc_ast::ast::{
    AssignmentTarget, AssignmentTargetMaybeDefault, AssignmentTargetProperty, BindingPattern, IdentifierReference, ObjectAssignmentTarget,
    ObjectPattern, PropertyKey, SimpleAssignmentTarget,
};
use oxc_span::{GetSpan, Span};

use super::base::Parser;
use crate::bytecode::ast::{AssignOp, Expr, Kind, Literal, Property, PropertyKind};
use crate::bytecode::scope::{Declaration, Mode, VarId};

impl<'a> Parser<'a> {
    /// Declares a name in the scope that its mode belongs to.
    pub(super) fn declare_name(&mut self, name: &'a str, mode: Mode) -> VarId {
        let scope = if mode == Mode::Var { self.scopes.declaration_scope(self.scope) } else { self.scope };
        let (variable, new) = self.scopes.declare(scope, name, mode);
        if new {
            self.scopes.get_mut(scope).declarations.push(Declaration::Variable(variable));
        }
        if mode == Mode::Var && self.state.loops > 0 {
            self.scopes.set_maybe_assigned(variable);
        }
        variable
    }

    /// Reads a pattern of a declaration.
    pub(super) fn binding(&mut self, pattern: &BindingPattern<'a>, mode: Mode) -> Expr<'a> {
        let pos = pattern.span();
        match pattern {
            BindingPattern::BindingIdentifier(name) => {
                let text = name.name.as_str();
                let variable = self.declare_name(text, mode);
                // In a block, the name may mean something else than the `var`: the variable of a `catch`.
                let free = mode == Mode::Var && !self.scopes.get(self.scope).is_declaration_scope;
                let proxy = if free { self.proxy(text, pos.start) } else { self.bound_proxy(variable) };
                self.scopes.variable_mut(variable).used |= !free;
                Expr::new(pos, Kind::Proxy(proxy))
            }
            BindingPattern::AssignmentPattern(it) => {
                let target = self.binding(&it.left, mode);
                let value = match &it.left {
                    BindingPattern::BindingIdentifier(name) => self.named(&it.right, Cow::Borrowed(name.name.as_str())),
                    _ => self.expression(&it.right),
                };
                with_default(pos, target, value)
            }
            BindingPattern::ObjectPattern(it) => self.object_binding(it, mode),
            BindingPattern::ArrayPattern(it) => {
                let mut elements = Vec::new();
                for element in &it.elements {
                    let element = element.as_ref().map_or_else(hole, |element| self.binding(element, mode));
                    elements.push(element);
                }
                if let Some(rest) = &it.rest {
                    let target = Box::new(self.binding(&rest.argument, mode));
                    elements.push(Expr::new(rest.span, Kind::Spread(target)));
                }
                Expr::new(pos, Kind::Array(elements))
            }
        }
    }

    fn object_binding(&mut self, it: &ObjectPattern<'a>, mode: Mode) -> Expr<'a> {
        let mut properties = Vec::new();
        for property in &it.properties {
            let key = self.property_key(&property.key, property.computed);
            let value = self.binding(&property.value, mode);
            properties.push(pattern_property(key, value, property.computed, PropertyKind::Value));
        }
        if let Some(rest) = &it.rest {
            let value = self.binding(&rest.argument, mode);
            properties.push(pattern_property(hole(), value, false, PropertyKind::Spread));
        }
        Expr::new(it.span, Kind::Object(properties))
    }

    /// Reads a property's key: a string, an index, or the expression in the brackets.
    pub(super) fn property_key(&mut self, key: &PropertyKey<'a>, computed: bool) -> Expr<'a> {
        let pos = key.span();
        match key {
            PropertyKey::StaticIdentifier(name) => Expr::new(pos, name_or_index(Cow::Borrowed(name.name.as_str()))),
            PropertyKey::PrivateIdentifier(_) => Expr::new(pos, Kind::Unsupported("private member")),
            PropertyKey::StringLiteral(text) if !computed => Expr::new(pos, name_or_index(Cow::Borrowed(text.value.as_str()))),
            PropertyKey::NumericLiteral(number) if !computed => {
                let value = number.value;
                let kind = match array_index(value) {
                    Some(_) => Kind::Literal(super::expressions::number(value)),
                    // Only where Rust and ECMAScript write the number alike.
                    None if (1e-6..1e21).contains(&value) => Kind::Literal(Literal::String(Cow::Owned(value.to_string()))),
                    None => Kind::Unsupported("number as a property name"),
                };
                Expr::new(pos, kind)
            }
            key => match key.as_expression() {
                Some(key) => self.expression(key),
                None => Expr::new(pos, Kind::Unsupported("property key")),
            },
        }
    }

    // Assignment.

    pub(super) fn assigned_name(&mut self, name: &IdentifierReference<'a>) -> Expr<'a> {
        let proxy = self.proxy(name.name.as_str(), name.span.start);
        self.scopes.proxies[proxy.0].assigned = true;
        Expr::new(name.span, Kind::Proxy(proxy))
    }

    pub(super) fn simple_target(&mut self, target: &SimpleAssignmentTarget<'a>) -> Expr<'a> {
        if let SimpleAssignmentTarget::AssignmentTargetIdentifier(name) = target {
            return self.assigned_name(name);
        }
        match target.as_member_expression() {
            Some(member) => self.member(member),
            None => Expr::new(target.span(), Kind::Unsupported("TypeScript")),
        }
    }

    pub(super) fn assignment_target(&mut self, target: &AssignmentTarget<'a>) -> Expr<'a> {
        if let Some(simple) = target.as_simple_assignment_target() {
            return self.simple_target(simple);
        }
        match target {
            AssignmentTarget::ArrayAssignmentTarget(it) => {
                let mut elements = Vec::new();
                for element in &it.elements {
                    let element = element.as_ref().map_or_else(hole, |element| self.target_with_default(element));
                    elements.push(element);
                }
                if let Some(rest) = &it.rest {
                    let target = Box::new(self.assignment_target(&rest.target));
                    elements.push(Expr::new(rest.span, Kind::Spread(target)));
                }
                Expr::new(it.span, Kind::Array(elements))
            }
            AssignmentTarget::ObjectAssignmentTarget(it) => self.object_target(it),
            other => Expr::new(other.span(), Kind::Unsupported("assignment target")),
        }
    }

    fn object_target(&mut self, it: &ObjectAssignmentTarget<'a>) -> Expr<'a> {
        let mut properties = Vec::new();
        for property in &it.properties {
            properties.push(match property {
                AssignmentTargetProperty::AssignmentTargetPropertyIdentifier(it) => {
                    let name = it.binding.name.as_str();
                    let key = Expr::new(it.binding.span, name_or_index(Cow::Borrowed(name)));
                    let mut value = self.assigned_name(&it.binding);
                    if let Some(default) = &it.init {
                        let default = self.named(default, Cow::Borrowed(name));
                        value = with_default(it.span, value, default);
                    }
                    pattern_property(key, value, false, PropertyKind::Value)
                }
                AssignmentTargetProperty::AssignmentTargetPropertyProperty(it) => {
                    let key = self.property_key(&it.name, it.computed);
                    let value = self.target_with_default(&it.binding);
                    pattern_property(key, value, it.computed, PropertyKind::Value)
                }
            });
        }
        if let Some(rest) = &it.rest {
            let value = self.assignment_target(&rest.target);
            properties.push(pattern_property(hole(), value, false, PropertyKind::Spread));
        }
        Expr::new(it.span, Kind::Object(properties))
    }

    fn target_with_default(&mut self, target: &AssignmentTargetMaybeDefault<'a>) -> Expr<'a> {
        if let AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(it) = target {
            let target = self.assignment_target(&it.binding);
            let value = match &it.binding {
                AssignmentTarget::AssignmentTargetIdentifier(name) => self.named(&it.init, Cow::Borrowed(name.name.as_str())),
                _ => self.expression(&it.init),
            };
            return with_default(it.span, target, value);
        }
        match target.as_assignment_target() {
            Some(target) => self.assignment_target(target),
            None => Expr::new(target.span(), Kind::Unsupported("assignment target")),
        }
    }
}

fn with_default<'a>(pos: Span, target: Expr<'a>, value: Expr<'a>) -> Expr<'a> {
    Expr::new(pos, Kind::Assign { op: AssignOp::Assign, target: Box::new(target), value: Box::new(value) })
}

fn pattern_property<'a>(key: Expr<'a>, value: Expr<'a>, computed: bool, kind: PropertyKind) -> Property<'a> {
    Property { key, value, kind, computed, needs_name: false, method: false, emit_store: true }
}

pub(super) fn hole<'a>() -> Expr<'a> {
    Expr::nowhere(Kind::Literal(Literal::TheHole))
}

/// A number that is an array's index.
fn array_index(value: f64) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "compared with the number again")]
    let index = value as u32;
    (f64::from(index) == value && index != u32::MAX).then_some(index)
}

/// Whether V8 keeps a property of this name with the elements.
pub(in crate::bytecode) fn is_index(name: &str) -> bool {
    let canonical = name == "0" || (!name.starts_with('0') && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()));
    canonical && name.parse::<u32>().is_ok_and(|index| index != u32::MAX)
}

/// The literal that stands for a key.
pub(super) fn name_or_index(name: Cow<'_, str>) -> Kind<'_> {
    match name.parse::<u32>() {
        Ok(index) if is_index(&name) => Kind::Literal(super::expressions::number(f64::from(index))),
        _ => Kind::Literal(Literal::String(name)),
    }
}
