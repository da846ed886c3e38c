//! Literals made of parts: templates, arrays, objects, arrow functions.

use std::borrow::Cow;

use oxc_ast::ast::{
    ArrayExpression, ArrayExpressionElement, ArrowFunctionExpression, Expression, ObjectExpression, ObjectProperty, ObjectPropertyKind,
    PropertyKind as OxcKind, TaggedTemplateExpression, TemplateLiteral,
};
use oxc_span::GetSpan;

use super::base::{Body, Home, Literal, Parser};
use super::patterns::hole;
use crate::bytecode::ast::{Expr, FunctionId, FunctionKind, Kind, Literal as Value, Property, PropertyKind, Shape};

impl<'a> Parser<'a> {
    pub(super) fn template(&mut self, it: &TemplateLiteral<'a>) -> Kind<'a> {
        let parts: Vec<&'a str> = it.quasis.iter().map(|part| part.value.cooked.map_or("", |text| text.as_str())).collect();
        if it.expressions.is_empty() {
            return Kind::Literal(Value::String(Cow::Borrowed(parts.first().copied().unwrap_or(""))));
        }
        let substitutions = it.expressions.iter().map(|substitution| self.expression(substitution)).collect();
        Kind::Template { parts, substitutions }
    }

    pub(super) fn tagged_template(&mut self, it: &TaggedTemplateExpression<'a>) -> Kind<'a> {
        let callee = Box::new(self.expression(&it.tag));
        let mut arguments = vec![Expr::new(it.quasi.span, Kind::TemplateObject)];
        for substitution in &it.quasi.expressions {
            arguments.push(self.expression(substitution));
        }
        Kind::Call { callee, arguments, optional: false }
    }

    pub(super) fn array(&mut self, it: &ArrayExpression<'a>) -> Kind<'a> {
        let mut elements = Vec::new();
        for element in &it.elements {
            elements.push(match element {
                ArrayExpressionElement::SpreadElement(it) => {
                    let value = Box::new(self.expression(&it.argument));
                    Expr::new(it.span, Kind::Spread(value))
                }
                ArrayExpressionElement::Elision(_) => hole(),
                element => match element.as_expression() {
                    Some(element) => self.expression(element),
                    None => hole(),
                },
            });
        }
        Kind::Array(elements)
    }

    pub(super) fn arrow(&mut self, it: &ArrowFunctionExpression<'a>, name: Cow<'a, str>) -> FunctionId {
        let kind = FunctionKind { shape: Shape::Arrow, is_async: it.r#async, is_generator: false };
        self.function(&Literal { name, own_name: None, span: it.span, kind, parameters: &it.params, body: Body::Arrow(&it.body), has_fields: false })
    }

    pub(super) fn object(&mut self, it: &ObjectExpression<'a>) -> Kind<'a> {
        self.homes.push(Home::Object { used: false });
        let mut properties = Vec::new();
        for property in &it.properties {
            properties.push(match property {
                ObjectPropertyKind::ObjectProperty(it) => self.object_property(it),
                ObjectPropertyKind::SpreadProperty(it) => {
                    let value = self.expression(&it.argument);
                    new_property(hole(), value, PropertyKind::Spread)
                }
            });
        }
        if self.homes.pop() == Some(Home::Object { used: true }) {
            return Kind::Unsupported("super in an object literal");
        }
        mark_replaced(&mut properties);
        Kind::Object(properties)
    }

    fn object_property(&mut self, it: &ObjectProperty<'a>) -> Property<'a> {
        let key = self.property_key(&it.key, it.computed);
        let name = match key.literal() {
            Some(Value::String(name)) if !it.computed => name.clone(),
            Some(Value::Smi(index)) if !it.computed => Cow::Owned(index.to_string()),
            _ => Cow::Borrowed(""),
        };
        let is_prototype = name == "__proto__" && it.kind == OxcKind::Init && !it.method && !it.shorthand;
        let kind = match it.kind {
            OxcKind::Get => PropertyKind::Getter,
            OxcKind::Set => PropertyKind::Setter,
            OxcKind::Init if is_prototype => PropertyKind::Prototype,
            OxcKind::Init => PropertyKind::Value,
        };
        let method = it.method || it.kind != OxcKind::Init;
        let anonymous = is_anonymous_function(&it.value);
        let value = match &it.value {
            Expression::FunctionExpression(function) if method => {
                let kind = FunctionKind { shape: Shape::Method, is_async: function.r#async, is_generator: function.generator };
                let id = self.function_with(function, name, None, kind, false);
                Expr::new(it.value.span(), id.map_or(Kind::Unsupported("TypeScript"), Kind::Function))
            }
            value if is_prototype => self.expression(value),
            value => self.named(value, name),
        };
        let mut property = new_property(key, value, kind);
        property.computed = it.computed;
        property.method = method;
        property.needs_name = it.computed && anonymous && kind == PropertyKind::Value;
        property
    }

    /// Marks the home object as used. The name of the variable that keeps it; `None` in an object literal.
    pub(super) fn mark_home_object(&mut self) -> Option<&'static str> {
        match self.homes.last_mut()? {
            Home::Instance { used } => {
                *used = true;
                Some(".home_object")
            }
            Home::Static { used } => {
                *used = true;
                Some(".static_home_object")
            }
            Home::Object { used } => {
                *used = true;
                None
            }
        }
    }
}

fn is_anonymous_function(it: &Expression<'_>) -> bool {
    match it {
        Expression::ArrowFunctionExpression(_) => true,
        Expression::FunctionExpression(function) => function.id.is_none(),
        Expression::ClassExpression(class) => class.id.is_none(),
        _ => false,
    }
}

fn new_property<'a>(key: Expr<'a>, value: Expr<'a>, kind: PropertyKind) -> Property<'a> {
    Property { key, value, kind, computed: false, needs_name: false, method: false, emit_store: true }
}

/// `CalculateEmitStore`: of two plain properties of one name only the later is stored.
fn mark_replaced(properties: &mut [Property<'_>]) {
    let mut seen: Vec<(Value<'_>, PropertyKind)> = Vec::new();
    for property in properties.iter_mut().rev() {
        if property.computed || matches!(property.kind, PropertyKind::Spread | PropertyKind::Prototype) {
            continue;
        }
        let Some(key) = property.key.literal().cloned() else { continue };
        let complement = match property.kind {
            PropertyKind::Getter => Some(PropertyKind::Setter),
            PropertyKind::Setter => Some(PropertyKind::Getter),
            _ => None,
        };
        if seen.iter().any(|(other, kind)| *other == key && complement != Some(*kind)) {
            property.emit_store = false;
        }
        seen.push((key, property.kind));
    }
}
