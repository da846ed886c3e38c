//! The names that V8 infers for functions without one, from what they are assigned to (V8 13.6 `src/parsing/func-name-inferrer.cc`, and where
//! `parser-base.h` feeds it).

use oxc_ast::ast::{
    ArrayExpression, ArrowFunctionExpression, AssignmentExpression, AssignmentPattern, AssignmentTarget, CallExpression, Class, ClassElement,
    ComputedMemberExpression, ConditionalExpression, Directive, Expression, FormalParameter, Function, IdentifierReference, NewExpression,
    ObjectProperty, ParenthesizedExpression, PrivateFieldExpression, Program, PropertyKey, SequenceExpression, Statement, StaticMemberExpression,
    StringLiteral, UnaryExpression, VariableDeclarator,
};
use oxc_ast_visit::{Visit, walk};
use oxc_span::Span;
use oxc_syntax::operator::AssignmentOperator;
use oxc_syntax::scope::ScopeFlags;

/// A function of a text.
#[derive(Clone, Debug)]
struct Named {
    span: Span,
    /// The name that V8 infers; `None` where it has a name of its own, or V8 finds none.
    inferred: Option<String>,
}

/// The functions of one text.
#[derive(Debug, Default)]
pub(super) struct Inferred {
    functions: Vec<Named>,
}

impl Inferred {
    pub(super) fn of(program: &Program<'_>) -> Self {
        let mut finder = Finder::default();
        finder.visit_program(program);
        finder.found
    }

    /// The inferred name of the innermost function around a byte offset.
    pub(super) fn at(&self, offset: u32) -> Option<&str> {
        let around = self.functions.iter().filter(|function| function.span.start <= offset && offset < function.span.end);
        around.min_by_key(|function| function.span.size())?.inferred.as_deref()
    }
}

/// A part of an inferred name.
#[derive(Clone, Debug)]
enum Name {
    /// The name of the function around, if it could be a constructor.
    Enclosing(String),
    Variable(String),
    /// The name of a property.
    Literal(String),
}

impl Name {
    fn text(&self) -> &str {
        match self {
            Self::Enclosing(text) | Self::Variable(text) | Self::Literal(text) => text,
        }
    }
}

#[derive(Default)]
struct Finder {
    found: Inferred,
    names: Vec<Name>,
    /// The indices of the functions that the next name is for.
    waiting: Vec<usize>,
    /// The number of states that are open. Names that were added in a state are dropped at its end.
    depth: usize,
    /// The name that the syntax gives the function that comes next.
    own: Option<String>,
    /// Whether V8 compiles the function that comes next at once, and so reads it with the names around it.
    eager: bool,
}

impl Finder {
    /// Runs `within` inside a state of its own (`FuncNameInferrerState`).
    fn state(&mut self, within: impl FnOnce(&mut Self)) {
        let top = self.names.len();
        self.depth += 1;
        within(self);
        self.depth -= 1;
        self.names.truncate(top);
        if self.depth == 0 {
            self.waiting.clear();
        }
    }

    fn in_state(&mut self, expression: &Expression<'_>) {
        self.state(|finder| finder.visit_expression(expression));
    }

    fn push_literal(&mut self, name: &str) {
        if name != "prototype" {
            self.names.push(Name::Literal(name.to_owned()));
        }
    }

    fn push_key(&mut self, key: &PropertyKey<'_>) {
        match (key, key.static_name()) {
            (PropertyKey::PrivateIdentifier(name), _) => self.push_literal(&format!("#{}", name.name)),
            (_, Some(name)) => self.push_literal(&name),
            (_, None) => self.state(|finder| finder.visit_property_key(key)),
        }
    }

    /// `MakeNameFromStack`: the name that all parts make together. Of variables that follow each other only the last counts.
    fn name(&self) -> String {
        let is_variable = |at: usize| matches!(self.names.get(at), Some(Name::Variable(_)));
        let kept = self.names.iter().enumerate().filter(|(at, _)| !(is_variable(*at) && is_variable(at + 1)));
        kept.map(|(_, name)| name.text()).collect::<Vec<_>>().join(".")
    }

    fn infer(&mut self) {
        let name = self.name();
        for function in self.waiting.drain(..) {
            self.found.functions[function].inferred = Some(name.clone()).filter(|name| !name.is_empty());
        }
    }

    /// Names the waiting functions, unless `value` is a call: its result gets no name, nor does the last function in it.
    fn infer_unless_call(&mut self, value: &Expression<'_>) {
        if matches!(value, Expression::CallExpression(_) | Expression::NewExpression(_)) {
            self.waiting.pop();
        } else {
            self.infer();
        }
    }

    /// Adds a function and reads its inside. `own`: its name by its syntax.
    fn function(&mut self, span: Span, own: Option<&str>, inside: impl FnOnce(&mut Self)) {
        let index = self.found.functions.len();
        self.found.functions.push(Named { span, inferred: None });
        if std::mem::take(&mut self.eager) {
            inside(self);
        } else {
            // V8 reads its inside when it first runs, and then with no names around it.
            let (names, waiting, depth) = (std::mem::take(&mut self.names), std::mem::take(&mut self.waiting), std::mem::take(&mut self.depth));
            self.names.extend(own.filter(|own| own.starts_with(char::is_uppercase)).map(|own| Name::Enclosing(own.to_owned())));
            inside(self);
            (self.names, self.waiting, self.depth) = (names, waiting, depth);
        }
        if own.is_none() {
            self.waiting.push(index);
        }
    }

    /// The name that a function or class gets by its place in the syntax.
    fn names_itself(value: &Expression<'_>, name: Option<&str>) -> Option<String> {
        let is_definition = matches!(
            value.without_parentheses(),
            Expression::FunctionExpression(_) | Expression::ArrowFunctionExpression(_) | Expression::ClassExpression(_)
        );
        name.filter(|_| is_definition).map(str::to_owned)
    }
}

fn is_function(expression: &Expression<'_>) -> bool {
    matches!(expression, Expression::FunctionExpression(_) | Expression::ArrowFunctionExpression(_))
}

impl<'a> Visit<'a> for Finder {
    fn visit_statement(&mut self, statement: &Statement<'a>) {
        self.state(|finder| walk::walk_statement(finder, statement));
    }

    fn visit_directive(&mut self, _: &Directive<'a>) {}

    fn visit_identifier_reference(&mut self, identifier: &IdentifierReference<'a>) {
        self.names.push(Name::Variable(identifier.name.to_string()));
    }

    fn visit_string_literal(&mut self, literal: &StringLiteral<'a>) {
        self.push_literal(&literal.value);
    }

    fn visit_static_member_expression(&mut self, member: &StaticMemberExpression<'a>) {
        self.visit_expression(&member.object);
        self.push_literal(&member.property.name);
    }

    fn visit_computed_member_expression(&mut self, member: &ComputedMemberExpression<'a>) {
        self.visit_expression(&member.object);
        self.in_state(&member.expression);
        match &member.expression {
            Expression::StringLiteral(name) if name.value.parse::<u32>().is_err() => self.push_literal(&name.value),
            _ => self.push_literal("<computed>"),
        }
    }

    fn visit_private_field_expression(&mut self, member: &PrivateFieldExpression<'a>) {
        self.visit_expression(&member.object);
        self.push_literal(&format!("#{}", member.field.name));
    }

    fn visit_assignment_expression(&mut self, assignment: &AssignmentExpression<'a>) {
        self.state(|finder| {
            finder.visit_assignment_target(&assignment.left);
            if let AssignmentTarget::AssignmentTargetIdentifier(target) = &assignment.left {
                finder.own = Self::names_itself(&assignment.right, Some(&target.name));
            }
            finder.in_state(&assignment.right);
            if assignment.operator == AssignmentOperator::Assign || assignment.operator.is_logical() {
                finder.infer_unless_call(&assignment.right);
            } else {
                finder.waiting.pop();
            }
        });
    }

    fn visit_variable_declarator(&mut self, declarator: &VariableDeclarator<'a>) {
        self.state(|finder| {
            let name = declarator.id.get_identifier_name().map(|name| name.to_string());
            finder.visit_binding_pattern(&declarator.id);
            finder.names.extend(name.clone().map(Name::Variable));
            if let Some(value) = &declarator.init {
                finder.own = Self::names_itself(value, name.as_deref());
                finder.in_state(value);
                finder.infer_unless_call(value);
            }
        });
    }

    fn visit_object_property(&mut self, property: &ObjectProperty<'a>) {
        self.state(|finder| {
            finder.push_key(&property.key);
            let name = property.key.static_name();
            finder.own = Self::names_itself(&property.value, Some(name.as_deref().unwrap_or("<computed>")));
            finder.in_state(&property.value);
            finder.infer();
        });
    }

    fn visit_call_expression(&mut self, call: &CallExpression<'a>) {
        self.visit_expression(&call.callee);
        for argument in &call.arguments {
            self.state(|finder| finder.visit_argument(argument));
        }
        self.waiting.pop();
    }

    fn visit_new_expression(&mut self, call: &NewExpression<'a>) {
        self.visit_expression(&call.callee);
        for argument in &call.arguments {
            self.state(|finder| finder.visit_argument(argument));
        }
    }

    fn visit_conditional_expression(&mut self, conditional: &ConditionalExpression<'a>) {
        self.visit_expression(&conditional.test);
        self.in_state(&conditional.consequent);
        self.in_state(&conditional.alternate);
    }

    fn visit_unary_expression(&mut self, unary: &UnaryExpression<'a>) {
        self.eager = matches!(&unary.argument, Expression::CallExpression(call) if is_function(&call.callee));
        self.visit_expression(&unary.argument);
        self.eager = false;
    }

    fn visit_array_expression(&mut self, array: &ArrayExpression<'a>) {
        for element in &array.elements {
            self.state(|finder| finder.visit_array_expression_element(element));
        }
    }

    fn visit_sequence_expression(&mut self, sequence: &SequenceExpression<'a>) {
        sequence.expressions.iter().for_each(|expression| self.in_state(expression));
    }

    fn visit_assignment_pattern(&mut self, pattern: &AssignmentPattern<'a>) {
        self.visit_binding_pattern(&pattern.left);
        self.default_value(&pattern.right, pattern.left.get_identifier_name().map(|name| name.to_string()).as_deref());
    }

    fn visit_formal_parameter(&mut self, parameter: &FormalParameter<'a>) {
        self.visit_binding_pattern(&parameter.pattern);
        if let Some(value) = &parameter.initializer {
            self.default_value(value, parameter.pattern.get_identifier_name().map(|name| name.to_string()).as_deref());
        }
    }

    fn visit_parenthesized_expression(&mut self, parenthesized: &ParenthesizedExpression<'a>) {
        // A function in parentheses stays without a name.
        let before = self.waiting.len();
        self.eager = is_function(&parenthesized.expression);
        let stays = self.eager || matches!(parenthesized.expression, Expression::SequenceExpression(_));
        self.in_state(&parenthesized.expression);
        if stays {
            self.waiting.truncate(before);
        }
    }

    fn visit_function(&mut self, function: &Function<'a>, flags: ScopeFlags) {
        let given = self.own.take();
        let own = function.id.as_ref().map(|id| id.name.to_string()).or(given);
        // A declaration exported without a name is called `default`.
        let own = own.or_else(|| function.is_declaration().then(|| "default".to_owned()));
        self.function(function.span, own.as_deref(), |finder| walk::walk_function(finder, function, flags));
    }

    fn visit_arrow_function_expression(&mut self, arrow: &ArrowFunctionExpression<'a>) {
        let own = self.own.take();
        self.function(arrow.span, own.as_deref(), |finder| walk::walk_arrow_function_expression(finder, arrow));
    }

    fn visit_class(&mut self, class: &Class<'a>) {
        let given = self.own.take();
        let own = class.id.as_ref().map(|id| id.name.to_string()).or(given);
        if let Some(extended) = &class.heritage {
            self.in_state(&extended.expression);
        }
        for element in &class.body.body {
            self.state(|finder| finder.class_element(own.as_deref(), element));
        }
    }
}

impl Finder {
    fn default_value(&mut self, value: &Expression<'_>, name: Option<&str>) {
        let own = Self::names_itself(value, name);
        let index = self.found.functions.len();
        self.own.clone_from(&own);
        self.in_state(value);
        // Boa leaves the function of a default value nameless.
        if let Some(function) = self.found.functions.get_mut(index).filter(|_| own.is_some()) {
            function.inferred = own;
        }
    }

    fn class_element(&mut self, class: Option<&str>, element: &ClassElement<'_>) {
        match element {
            ClassElement::MethodDefinition(method) => {
                let is_constructor = method.kind.is_constructor();
                let name = if is_constructor { class.map(str::to_owned) } else { method.key.static_name().map(|name| name.to_string()) };
                // A key without a static name is a computed one.
                self.own = Some(name.unwrap_or_default());
                self.push_key(&method.key);
                self.visit_function(&method.value, ScopeFlags::Function);
            }
            ClassElement::PropertyDefinition(property) => {
                self.push_key(&property.key);
                if let Some(value) = &property.value {
                    let name = property.key.static_name();
                    self.found.functions.push(Named { span: property.span, inferred: None });
                    self.own = Self::names_itself(value, Some(name.as_deref().unwrap_or("<computed>")));
                    self.in_state(value);
                }
                self.infer();
            }
            ClassElement::StaticBlock(block) => {
                self.found.functions.push(Named { span: block.span, inferred: None });
                walk::walk_static_block(self, block);
            }
            _ => {}
        }
    }
}
