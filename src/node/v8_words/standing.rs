//! V8's places for the parts of a text, by Boa's places.
//!
//! Boa gives each thing that can throw a place of its own: a name its first character, an operator or a property the end of the operand before
//! it, a call its parenthesis, a pattern its bracket. V8's are those of its parser and of its bytecode, where a statement's place holds until the
//! first bytecode that it comes to (V8 13.6 `src/parsing/parser-base.h`, `src/interpreter/bytecode-array-builder.cc`).

use std::collections::{BTreeMap, BTreeSet};

use oxc_ast::ast::{
    ArrayExpression, ArrayExpressionElement, ArrowFunctionExpression, AssignmentExpression, AssignmentTarget, AssignmentTargetPropertyIdentifier,
    BindingIdentifier, BindingPattern, CallExpression, CatchClause, Class, ClassElement, ComputedMemberExpression, DoWhileStatement, Expression,
    ExpressionStatement, ForInStatement, ForOfStatement, ForStatement, ForStatementInit, ForStatementLeft, FormalParameters, Function,
    IdentifierReference, IfStatement, MethodDefinition, MethodDefinitionKind, NewExpression, ObjectAssignmentTarget, ObjectExpression, ObjectPattern,
    ObjectPropertyKind, PrivateFieldExpression, PropertyDefinition, ReturnStatement, SimpleAssignmentTarget, SpreadElement, StaticMemberExpression,
    SwitchStatement, TaggedTemplateExpression, TemplateLiteral, ThrowStatement, UnaryExpression, UpdateExpression, VariableDeclarator,
    WhileStatement,
};
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};
use oxc_syntax::scope::ScopeFlags;

use trace::is_line_terminator;

/// V8's places in a text by Boa's, both as byte offsets, where the two differ.
#[derive(Debug, Default)]
pub(super) struct Standing(BTreeMap<u32, u32>);

impl Standing {
    /// Reads the places from a program.
    pub(super) fn of(source: &str, program: &oxc_ast::ast::Program<'_>) -> Self {
        let mut declared = Declared::default();
        declared.visit_program(program);
        let mut reader = Reader { source, declared: declared.0, order: Order::default(), shown: BTreeMap::new() };
        reader.visit_program(program);
        Self(reader.shown)
    }

    /// V8's place for the thing that Boa has at `offset`.
    pub(super) fn shown(&self, offset: u32) -> u32 {
        self.0.get(&offset).copied().unwrap_or(offset)
    }
}

/// The byte offset of the token at `offset`, or of the next one where an operand ends: behind spaces, comments and the brackets that
/// Boa does not count to it.
pub(crate) fn token_from(source: &str, offset: u32) -> u32 {
    let mut at = offset as usize;
    loop {
        let Some(rest) = source.get(at..) else { return offset };
        let trimmed = rest.trim_start();
        at += rest.len() - trimmed.len();
        let skipped = match trimmed {
            _ if trimmed.starts_with("//") => trimmed.find(is_line_terminator),
            _ if trimmed.starts_with("/*") => trimmed.find("*/").map(|end| end + 2),
            _ if trimmed.starts_with([')', ']']) => Some(1),
            _ => None,
        };
        let Some(skipped) = skipped else { return u32::try_from(at).unwrap_or(offset) };
        at += skipped;
    }
}

/// The names that a text declares anywhere: V8 keeps them in registers, mostly.
#[derive(Default)]
struct Declared(BTreeSet<String>);

impl<'a> Visit<'a> for Declared {
    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        self.0.insert(it.name.to_string());
    }
}

/// `BytecodeArrayBuilder`'s source positions.
#[derive(Clone, Copy, Default)]
struct Order {
    /// The place of a statement, until a bytecode takes it.
    statement: Option<u32>,
    /// The place of a statement that a load of a register has taken, for the next bytecode.
    deferred: Option<u32>,
    /// The place that was written last.
    last: Option<u32>,
}

impl Order {
    fn statement(&mut self, at: u32) {
        self.statement = Some(at);
    }

    /// Emits a bytecode that can throw, with a place of its own or without one. The place that it gets.
    fn emit(&mut self, own: Option<u32>) -> Option<u32> {
        let deferred = self.deferred.take();
        self.last = self.statement.take().or(own).or(deferred).or(self.last);
        self.last
    }

    /// Emits a bytecode that cannot throw.
    fn pass(&mut self) {
        if let Some(statement) = self.statement.take() {
            self.last = Some(statement);
        }
    }

    fn load_register(&mut self) {
        if let Some(statement) = self.statement.take() {
            self.deferred = Some(statement);
        }
    }
}

struct Reader<'s> {
    source: &'s str,
    declared: BTreeSet<String>,
    order: Order,
    shown: BTreeMap<u32, u32>,
}

impl<'a> Reader<'_> {
    fn show(&mut self, boa: u32, v8: u32) {
        if boa != v8 {
            self.shown.insert(boa, v8);
        }
    }

    /// Reads a name, with a place of its own or without one.
    fn name(&mut self, name: &str, at: u32, own: Option<u32>) {
        let (mut read, known) = (self.order, self.declared.contains(name));
        if let Some(stands) = read.emit(own) {
            self.show(at, stands);
        }
        if known {
            self.order.load_register();
        } else {
            self.order = read;
        }
    }

    fn callee(&mut self, callee: &Expression<'a>) {
        match callee {
            Expression::Identifier(it) if !self.declared.contains(it.name.as_str()) => self.name(&it.name, it.span.start, None),
            Expression::Identifier(it) => {
                self.name(&it.name, it.span.start, None);
                self.order.pass();
            }
            other => self.visit_expression(other),
        }
    }

    /// The byte offset of the dot or bracket of a property behind `object`.
    fn sign_behind(&self, object: &Expression<'a>) -> u32 {
        token_from(self.source, object.span().end)
    }

    fn function(&mut self, read: impl FnOnce(&mut Self)) {
        let outer = std::mem::take(&mut self.order);
        read(self);
        self.order = outer;
    }

    /// Sets V8's place, `array`, for the bracket of an array pattern.
    fn pattern(&mut self, pattern: &BindingPattern<'a>, array: u32) {
        match pattern {
            BindingPattern::ArrayPattern(it) => self.show(it.span.start, array),
            BindingPattern::AssignmentPattern(it) => self.pattern(&it.left, array),
            BindingPattern::ObjectPattern(_) | BindingPattern::BindingIdentifier(_) => {}
        }
    }

    fn target_read(&mut self, target: &SimpleAssignmentTarget<'a>) {
        match target {
            SimpleAssignmentTarget::AssignmentTargetIdentifier(it) => self.name(&it.name, it.span.start, None),
            SimpleAssignmentTarget::StaticMemberExpression(it) => {
                self.visit_expression(&it.object);
                if let Some(stands) = self.order.emit(None) {
                    self.show(it.property.span.start, stands);
                }
            }
            SimpleAssignmentTarget::PrivateFieldExpression(it) => self.visit_expression(&it.object),
            SimpleAssignmentTarget::ComputedMemberExpression(it) => {
                self.visit_expression(&it.object);
                self.visit_expression(&it.expression);
                let sign = self.sign_behind(&it.object);
                if let Some(stands) = self.order.emit(None) {
                    self.show(sign, stands);
                }
            }
            other => walk::walk_simple_assignment_target(self, other),
        }
    }

    /// Reads a target that is written to: only the object of a property is read, and its key.
    fn target_written(&mut self, target: &AssignmentTarget<'a>) {
        match target {
            AssignmentTarget::AssignmentTargetIdentifier(_) => {}
            AssignmentTarget::StaticMemberExpression(it) => self.visit_expression(&it.object),
            AssignmentTarget::PrivateFieldExpression(it) => self.visit_expression(&it.object),
            AssignmentTarget::ComputedMemberExpression(it) => {
                self.visit_expression(&it.object);
                self.visit_expression(&it.expression);
            }
            other => self.visit_assignment_target(other),
        }
    }

    /// The byte offset of the last token of an operand.
    fn last_token(target: &SimpleAssignmentTarget<'a>) -> u32 {
        match target {
            SimpleAssignmentTarget::StaticMemberExpression(it) => it.property.span.start,
            SimpleAssignmentTarget::PrivateFieldExpression(it) => it.field.span.start,
            SimpleAssignmentTarget::ComputedMemberExpression(it) => it.span.end - 1,
            other => other.span().start,
        }
    }
}

/// Whether V8's parser has come to a call or an optional sign in this chain: behind it a property stands at its dot.
fn is_behind_call(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::CallExpression(_) | Expression::ChainExpression(_) => true,
        Expression::StaticMemberExpression(it) => it.optional || is_behind_call(&it.object),
        Expression::ComputedMemberExpression(it) => it.optional || is_behind_call(&it.object),
        Expression::PrivateFieldExpression(it) => it.optional || is_behind_call(&it.object),
        Expression::TaggedTemplateExpression(it) => is_behind_call(&it.tag),
        _ => false,
    }
}

/// V8's `Expression::position()`, where a statement takes its place from an expression.
fn position(expression: &Expression<'_>, source: &str) -> u32 {
    match expression {
        Expression::CallExpression(it) => place_of_call(&it.callee, token_from(source, it.callee.span().end)),
        Expression::StaticMemberExpression(it) => it.property.span.start,
        Expression::ComputedMemberExpression(it) => token_from(source, it.object.span().end),
        Expression::BinaryExpression(it) => token_from(source, it.left.span().end),
        Expression::LogicalExpression(it) => token_from(source, it.left.span().end),
        Expression::ParenthesizedExpression(it) => position(&it.expression, source),
        other => other.span().start,
    }
}

/// V8's place of a call: the name before its parenthesis, or the parenthesis.
pub(super) fn place_of_call(callee: &Expression<'_>, parenthesis: u32) -> u32 {
    match callee {
        Expression::Identifier(it) => it.span.start,
        Expression::StaticMemberExpression(it) => it.property.span.start,
        _ => parenthesis,
    }
}

impl<'a> Visit<'a> for Reader<'_> {
    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        self.name(&it.name, it.span.start, Some(it.span.start));
    }

    fn visit_expression_statement(&mut self, it: &ExpressionStatement<'a>) {
        self.order.statement(it.span.start);
        walk::walk_expression_statement(self, it);
    }

    fn visit_return_statement(&mut self, it: &ReturnStatement<'a>) {
        self.order.statement(it.span.start);
        walk::walk_return_statement(self, it);
    }

    fn visit_throw_statement(&mut self, it: &ThrowStatement<'a>) {
        self.order.statement(it.span.start);
        walk::walk_throw_statement(self, it);
    }

    fn visit_if_statement(&mut self, it: &IfStatement<'a>) {
        self.order.statement(it.span.start);
        walk::walk_if_statement(self, it);
    }

    fn visit_switch_statement(&mut self, it: &SwitchStatement<'a>) {
        self.order.statement(it.span.start);
        self.visit_expression(&it.discriminant);
        self.order.pass();
        self.visit_switch_cases(&it.cases);
    }

    fn visit_while_statement(&mut self, it: &WhileStatement<'a>) {
        self.order.statement(position(&it.test, self.source));
        walk::walk_while_statement(self, it);
    }

    fn visit_do_while_statement(&mut self, it: &DoWhileStatement<'a>) {
        self.visit_statement(&it.body);
        self.order.statement(position(&it.test, self.source));
        self.visit_expression(&it.test);
    }

    fn visit_for_statement(&mut self, it: &ForStatement<'a>) {
        if let Some(init) = &it.init {
            self.order.statement(init.span().start);
            match init {
                ForStatementInit::VariableDeclaration(declaration) => self.visit_variable_declaration(declaration),
                other => self.visit_for_statement_init(other),
            }
        }
        if let Some(test) = &it.test {
            self.order.statement(position(test, self.source));
            self.visit_expression(test);
        }
        self.order.pass();
        self.visit_statement(&it.body);
        if let Some(update) = &it.update {
            self.order.statement(position(update, self.source));
            self.visit_expression(update);
        }
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.order.statement(position(&it.right, self.source));
        self.visit_expression(&it.right);
        self.order.pass();
        if let ForStatementLeft::VariableDeclaration(declaration) = &it.left {
            for declarator in &declaration.declarations {
                self.pattern(&declarator.id, declarator.id.span().end - 1);
            }
        }
        self.visit_for_statement_left(&it.left);
        self.visit_statement(&it.body);
    }

    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.order.statement(position(&it.right, self.source));
        self.visit_expression(&it.right);
        self.order.pass();
        self.visit_for_statement_left(&it.left);
        self.visit_statement(&it.body);
    }

    fn visit_variable_declarator(&mut self, it: &VariableDeclarator<'a>) {
        if let Some(init) = &it.init {
            self.order.statement(init.span().start);
            self.visit_expression(init);
            self.pattern(&it.id, init.span().start);
        }
        self.visit_binding_pattern(&it.id);
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        let sign = token_from(self.source, it.left.span().end);
        if it.operator.is_assign() {
            if let AssignmentTarget::ArrayAssignmentTarget(pattern) = &it.left {
                self.show(pattern.span.start, sign);
            }
            self.target_written(&it.left);
        } else if let Some(left) = it.left.as_simple_assignment_target() {
            self.target_read(left);
        }
        self.visit_expression(&it.right);
        self.order.emit(Some(sign));
    }

    fn visit_update_expression(&mut self, it: &UpdateExpression<'a>) {
        self.target_read(&it.argument);
        let stands = if it.prefix { Self::last_token(&it.argument) } else { it.span.end - 2 };
        if it.prefix {
            self.show(it.span.start, stands);
        }
        self.order.emit(Some(stands));
    }

    fn visit_static_member_expression(&mut self, it: &StaticMemberExpression<'a>) {
        self.visit_expression(&it.object);
        let sign = self.sign_behind(&it.object);
        let behind_call = it.optional || is_behind_call(&it.object);
        let stands = if behind_call { sign } else { it.property.span.start };
        self.show(sign, stands);
        self.order.emit(Some(stands));
    }

    fn visit_private_field_expression(&mut self, it: &PrivateFieldExpression<'a>) {
        self.visit_expression(&it.object);
        let sign = self.sign_behind(&it.object);
        if !it.optional && !is_behind_call(&it.object) {
            self.show(sign, it.field.span.start);
        }
        self.order.emit(Some(it.field.span.start));
    }

    fn visit_computed_member_expression(&mut self, it: &ComputedMemberExpression<'a>) {
        walk::walk_computed_member_expression(self, it);
        let sign = self.sign_behind(&it.object);
        self.order.emit(Some(sign));
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        self.callee(&it.callee);
        self.visit_arguments(&it.arguments);
        let parenthesis = token_from(self.source, it.callee.span().end);
        self.order.emit(Some(place_of_call(&it.callee, parenthesis)));
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        walk::walk_new_expression(self, it);
        self.order.emit(Some(it.span.start));
    }

    fn visit_tagged_template_expression(&mut self, it: &TaggedTemplateExpression<'a>) {
        self.callee(&it.tag);
        self.order.pass();
        self.visit_expressions(&it.quasi.expressions);
        self.order.emit(Some(it.quasi.span.start));
    }

    fn visit_template_literal(&mut self, it: &TemplateLiteral<'a>) {
        let first = it.expressions.iter().find(|expression| !expression.is_literal());
        if let Some(first) = first {
            self.show(it.span.start, first.span().start);
        }
        for expression in &it.expressions {
            self.visit_expression(expression);
            self.order.emit(None);
        }
    }

    fn visit_array_expression(&mut self, it: &ArrayExpression<'a>) {
        if !matches!(it.elements.first(), Some(ArrayExpressionElement::SpreadElement(_))) {
            self.order.pass();
        }
        walk::walk_array_expression(self, it);
    }

    fn visit_object_expression(&mut self, it: &ObjectExpression<'a>) {
        if !matches!(it.properties.first(), Some(ObjectPropertyKind::SpreadProperty(_))) {
            self.order.pass();
        }
        for property in &it.properties {
            if let ObjectPropertyKind::ObjectProperty(property) = property {
                if property.computed {
                    self.visit_property_key(&property.key);
                }
                self.order.emit(Some(property.value.span().start));
                self.visit_expression(&property.value);
            } else {
                self.visit_object_property_kind(property);
            }
        }
    }

    fn visit_numeric_literal(&mut self, _: &oxc_ast::ast::NumericLiteral<'a>) {
        self.order.pass();
    }

    fn visit_string_literal(&mut self, _: &oxc_ast::ast::StringLiteral<'a>) {
        self.order.pass();
    }

    fn visit_catch_clause(&mut self, it: &CatchClause<'a>) {
        self.order.pass();
        walk::walk_catch_clause(self, it);
    }

    fn visit_object_pattern(&mut self, it: &ObjectPattern<'a>) {
        if let Some(first) = it.properties.first() {
            let at = match &first.value {
                BindingPattern::AssignmentPattern(value) => value.left.span().start,
                value => value.span().start,
            };
            self.show(it.span.start, at);
        }
        walk::walk_object_pattern(self, it);
    }

    fn visit_object_assignment_target(&mut self, it: &ObjectAssignmentTarget<'a>) {
        use oxc_ast::ast::AssignmentTargetProperty;
        match it.properties.first() {
            Some(AssignmentTargetProperty::AssignmentTargetPropertyIdentifier(first)) => self.show(it.span.start, first.binding.span.start),
            Some(AssignmentTargetProperty::AssignmentTargetPropertyProperty(first)) => self.show(it.span.start, first.binding.span().start),
            None => {}
        }
        walk::walk_object_assignment_target(self, it);
    }

    fn visit_formal_parameters(&mut self, it: &FormalParameters<'a>) {
        for parameter in &it.items {
            self.pattern(&parameter.pattern, it.span.start);
        }
        walk::walk_formal_parameters(self, it);
    }

    fn visit_function(&mut self, it: &Function<'a>, flags: ScopeFlags) {
        self.order.pass();
        self.function(|this| walk::walk_function(this, it, flags));
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        self.order.pass();
        self.function(|this| walk::walk_arrow_function_expression(this, it));
        for parameter in &it.params.items {
            self.pattern(&parameter.pattern, it.span.start);
        }
    }

    fn visit_unary_expression(&mut self, it: &UnaryExpression<'a>) {
        match &it.argument {
            Expression::Identifier(name) if it.operator.is_typeof() => self.name(&name.name, name.span.start, None),
            other => self.visit_expression(other),
        }
    }

    // A name that is only written to is not read.
    fn visit_assignment_target(&mut self, it: &AssignmentTarget<'a>) {
        if !matches!(it, AssignmentTarget::AssignmentTargetIdentifier(_)) {
            walk::walk_assignment_target(self, it);
        }
    }

    fn visit_assignment_target_property_identifier(&mut self, it: &AssignmentTargetPropertyIdentifier<'a>) {
        if let Some(init) = &it.init {
            self.visit_expression(init);
        }
    }

    fn visit_spread_element(&mut self, it: &SpreadElement<'a>) {
        self.visit_expression(&it.argument);
        self.show(it.span.start, it.argument.span().start);
        self.order.emit(Some(it.argument.span().start));
    }

    fn visit_class(&mut self, it: &Class<'a>) {
        self.order.pass();
        if let Some(name) = &it.id {
            self.show(name.span.start, it.span.start);
        }
        self.order.last = Some(it.span.start);
        if let Some(parent) = &it.heritage {
            self.visit_expression(&parent.expression);
        }
        for element in &it.body.body {
            self.visit_class_element(element);
        }
    }

    fn visit_class_element(&mut self, it: &ClassElement<'a>) {
        match it {
            ClassElement::MethodDefinition(it) => self.visit_method_definition(it),
            other => walk::walk_class_element(self, other),
        }
    }

    fn visit_method_definition(&mut self, it: &MethodDefinition<'a>) {
        if it.kind == MethodDefinitionKind::Constructor {
            self.show(it.key.span().start, it.value.params.span.start);
        }
        walk::walk_method_definition(self, it);
    }

    fn visit_property_definition(&mut self, it: &PropertyDefinition<'a>) {
        if it.computed {
            self.visit_property_key(&it.key);
        }
        if let Some(value) = &it.value {
            self.function(|this| {
                let at = position(value, this.source);
                this.order.statement(at);
                this.visit_expression(value);
            });
        }
    }
}

/// The span of the first byte of `span`.
pub(super) fn first_byte(span: Span) -> Span {
    Span::new(span.start, span.start + 1)
}
