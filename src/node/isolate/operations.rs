//! The functions and the operations of a text, by the places that the engine gives for them and with the spans that V8's bytecode has for them.

use oxc_ast::AstKind;
use oxc_ast::ast::{
    ArrowFunctionExpression, AssignmentExpression, AssignmentTarget, BinaryExpression, BindingPattern, BindingProperty, CallExpression, ChainElement,
    ChainExpression, ComputedMemberExpression, ConditionalExpression, DoWhileStatement, Expression, ForInStatement, ForOfStatement, ForStatement,
    Function, IdentifierReference, IfStatement, LogicalExpression, MethodDefinition, NewExpression, ObjectProperty, Program, PropertyKind,
    ReturnStatement, SimpleAssignmentTarget, StaticMemberExpression, StringLiteral, UnaryExpression, UpdateExpression, WhileStatement,
};
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};
use oxc_syntax::operator::{AssignmentOperator, BinaryOperator, LogicalOperator, UnaryOperator};
use oxc_syntax::scope::ScopeFlags;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::probe::{DEEPEST, LONGEST};
use v8::bytecode::{Goal, Listing, listings};
use v8::tiers::{Operator, SiteKind};

/// The engine's name for an operation. With each goes the place that the engine gives for it: an offset in the text, or a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Doing {
    /// A property is read. The place is the end of the object's text; of a name in a pattern, its beginning.
    Load,
    /// A property is written. The place is the end of the target or of its key; of `++o.x`, its beginning.
    Store,
    /// Values are computed with. The place is the end of the left operand; of a prefix operator, its beginning.
    Computation,
    /// A function is called. The place is the end of the callee's text.
    Call,
    /// A condition is asked. The place is its end.
    Branch,
    /// A global variable is read. The place is the beginning of its name.
    Global,
    /// A loop turns. The place is its number in the function.
    Loop(u32),
    /// A `return` is about to be done. The place is its number in the function.
    Return(u32),
}

/// An operation as V8's bytecode has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operation {
    pub kind: SiteKind,
    /// The span of its expression, in bytes of UTF-8.
    pub span: Span,
    pub operator: Option<Operator>,
    /// `-a`, `a++`: its other operand is a Smi.
    pub unary: bool,
}

impl Operation {
    /// One that computes nothing.
    pub(super) fn at(kind: SiteKind, span: Span) -> Self {
        Self { kind, span, operator: None, unary: false }
    }
}

/// A function, or the text's own code.
#[derive(Default)]
pub(super) struct FunctionText {
    /// The span of its text, in bytes of UTF-8.
    pub span: Span,
    pub listing: Option<Listing>,
    /// The spans of its loops in bytes, in the order of the text, without those of functions within.
    pub loops: Vec<Span>,
    /// The spans of its `return` statements, in the same way.
    pub returns: Vec<Span>,
}

/// The functions and the operations of one text.
#[derive(Default)]
pub(super) struct Operations {
    /// The first is the text's own code.
    pub functions: Vec<FunctionText>,
    /// Indices of functions by the offset where `Function.prototype.toString` begins their text.
    starts: FxHashMap<u32, usize>,
    /// By what it does, and by the offset in bytes where its text begins.
    by_place: FxHashMap<(Doing, u32), Operation>,
    /// The contents of its string literals: V8 has one string for each.
    pub strings: FxHashSet<String>,
}

impl Operations {
    pub(super) fn of(program: &Program<'_>, source: &str, goal: Goal) -> Self {
        let mut reader = Reader { source, found: Self::default(), inside: vec![0], start: None, depth: 0, deepest: 0 };
        reader.found.functions.push(FunctionText { span: program.span, ..FunctionText::default() });
        reader.visit_program(program);
        let mut found = reader.found;
        if reader.deepest <= DEEPEST && source.len() <= LONGEST {
            found.list(listings(program, source, goal).into_iter().map(|(span, listing)| (span, listing.ok())).collect());
        }
        found
    }

    /// Gives each function its bytecode.
    fn list(&mut self, listings: Vec<(Span, Option<Listing>)>) {
        let mut listings = listings.into_iter();
        let top = listings.next().and_then(|(_, listing)| listing);
        // Where two stand in one place, a written function and one that V8 adds, the first is the written one.
        let mut by_span: FxHashMap<Span, Listing> = listings.rev().filter_map(|(span, listing)| Some((span, listing?))).collect();
        for (index, function) in self.functions.iter_mut().enumerate() {
            function.listing = by_span.remove(&function.span);
            if index == 0 {
                function.listing.clone_from(&top);
            }
        }
    }

    /// The function whose text begins there.
    pub(super) fn function_at(&self, start: u32) -> Option<usize> {
        self.starts.get(&start).copied()
    }

    pub(super) fn operation(&self, doing: Doing, offset: u32) -> Option<&Operation> {
        self.by_place.get(&(doing, offset))
    }
}

struct Reader<'s> {
    source: &'s str,
    found: Operations,
    /// The functions around.
    inside: Vec<usize>,
    /// The offset where the text of the next function begins, if that is not its span's beginning.
    start: Option<u32>,
    depth: usize,
    deepest: usize,
}

impl Reader<'_> {
    fn add(&mut self, doing: Doing, offset: u32, kind: SiteKind, span: Span) {
        self.found.by_place.insert((doing, offset), Operation::at(kind, span));
    }

    fn compute(&mut self, at: u32, kind: SiteKind, span: Span, operator: Operator, unary: bool) {
        let operation = Operation { operator: Some(operator), unary, ..Operation::at(kind, span) };
        self.found.by_place.insert((Doing::Computation, at), operation);
    }

    fn function(&mut self, span: Span, within: impl FnOnce(&mut Self)) {
        let start = self.start.take().unwrap_or(span.start);
        let index = self.found.functions.len();
        self.found.functions.push(FunctionText { span, ..FunctionText::default() });
        self.found.starts.entry(start).or_insert(index);
        self.inside.push(index);
        within(self);
        self.inside.pop();
    }

    fn here(&mut self) -> Option<&mut FunctionText> {
        let index = *self.inside.last()?;
        self.found.functions.get_mut(index)
    }

    fn turns(&mut self, span: Span) {
        if let Some(function) = self.here() {
            function.loops.push(span);
        }
    }

    /// A condition; what is composed of conditions is not asked as a whole.
    fn condition(&mut self, test: &Expression<'_>) {
        let inner = test.without_parentheses();
        let composed = match inner {
            Expression::LogicalExpression(_) => true,
            Expression::UnaryExpression(unary) => unary.operator == UnaryOperator::LogicalNot,
            _ => false,
        };
        if !composed {
            self.add(Doing::Branch, inner.span().end, SiteKind::Branch, inner.span());
        }
    }

    /// `o.x` and `o[k]` that are read and written by one operator, which the engine says to be `at` a place.
    fn read_and_written(&mut self, target: &SimpleAssignmentTarget<'_>, at: u32, whole: Span) {
        match target {
            SimpleAssignmentTarget::StaticMemberExpression(member) => {
                self.add(Doing::Load, member.property.span.start, SiteKind::Load, member.span);
            }
            SimpleAssignmentTarget::ComputedMemberExpression(member) => self.add(Doing::Load, at, SiteKind::Load, member.span),
            _ => return,
        }
        self.add(Doing::Store, at, SiteKind::Store, whole);
    }
}

impl<'a> Visit<'a> for Reader<'_> {
    fn enter_node(&mut self, _: AstKind<'a>) {
        self.depth += 1;
        self.deepest = self.deepest.max(self.depth);
    }

    fn leave_node(&mut self, _: AstKind<'a>) {
        self.depth -= 1;
    }

    fn visit_function(&mut self, it: &Function<'a>, flags: ScopeFlags) {
        self.function(it.span, |reader| walk::walk_function(reader, it, flags));
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        self.function(it.span, |reader| walk::walk_arrow_function_expression(reader, it));
    }

    fn visit_method_definition(&mut self, it: &MethodDefinition<'a>) {
        self.visit_property_key(&it.key);
        let text = self.source.get(it.span.start as usize..).unwrap_or_default();
        let behind = if it.r#static { text.strip_prefix("static").unwrap_or(text).trim_start() } else { text };
        self.start = u32::try_from(self.source.len() - behind.len()).ok();
        self.visit_function(&it.value, ScopeFlags::empty());
    }

    fn visit_object_property(&mut self, it: &ObjectProperty<'a>) {
        self.visit_property_key(&it.key);
        if it.method || it.kind != PropertyKind::Init {
            self.start = Some(it.span.start);
        }
        self.visit_expression(&it.value);
    }

    fn visit_return_statement(&mut self, it: &ReturnStatement<'a>) {
        if let Some(function) = self.here() {
            function.returns.push(it.span);
        }
        walk::walk_return_statement(self, it);
    }

    fn visit_for_statement(&mut self, it: &ForStatement<'a>) {
        self.turns(it.span);
        if let Some(test) = &it.test {
            self.condition(test);
        }
        walk::walk_for_statement(self, it);
    }

    fn visit_while_statement(&mut self, it: &WhileStatement<'a>) {
        self.turns(it.span);
        self.condition(&it.test);
        walk::walk_while_statement(self, it);
    }

    fn visit_do_while_statement(&mut self, it: &DoWhileStatement<'a>) {
        self.turns(it.span);
        walk::walk_do_while_statement(self, it);
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.turns(it.span);
        walk::walk_for_of_statement(self, it);
    }

    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.turns(it.span);
        walk::walk_for_in_statement(self, it);
    }

    fn visit_if_statement(&mut self, it: &IfStatement<'a>) {
        self.condition(&it.test);
        walk::walk_if_statement(self, it);
    }

    fn visit_conditional_expression(&mut self, it: &ConditionalExpression<'a>) {
        self.condition(&it.test);
        walk::walk_conditional_expression(self, it);
    }

    fn visit_logical_expression(&mut self, it: &LogicalExpression<'a>) {
        if it.operator != LogicalOperator::Coalesce {
            self.condition(&it.left);
        }
        walk::walk_logical_expression(self, it);
    }

    fn visit_binary_expression(&mut self, it: &BinaryExpression<'a>) {
        if let Some((kind, operator)) = binary(it.operator) {
            self.compute(it.left.span().end, kind, it.span, operator, false);
        }
        walk::walk_binary_expression(self, it);
    }

    fn visit_unary_expression(&mut self, it: &UnaryExpression<'a>) {
        let operator = match it.operator {
            UnaryOperator::UnaryNegation => Some(Operator::Additive),
            UnaryOperator::BitwiseNot => Some(Operator::Bitwise),
            _ => None,
        };
        if let Some(operator) = operator {
            self.compute(it.span.start, SiteKind::Arithmetic, it.span, operator, true);
        }
        walk::walk_unary_expression(self, it);
    }

    fn visit_update_expression(&mut self, it: &UpdateExpression<'a>) {
        let at = if it.prefix { it.span.start } else { it.argument.span().end };
        self.compute(at, SiteKind::Arithmetic, it.span, Operator::Additive, true);
        walk::walk_update_expression(self, it);
        self.read_and_written(&it.argument, at, it.span);
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        let at = it.left.span().end;
        walk::walk_assignment_expression(self, it);
        if let Some((kind, operator)) = it.operator.to_binary_operator().and_then(binary) {
            self.compute(at, kind, it.span, operator, false);
            if let Some(target) = it.left.as_simple_assignment_target() {
                self.read_and_written(target, at, it.span);
            }
        } else if it.operator == AssignmentOperator::Assign {
            match &it.left {
                AssignmentTarget::StaticMemberExpression(_) => self.add(Doing::Store, at, SiteKind::Store, it.span),
                AssignmentTarget::ComputedMemberExpression(member) => {
                    self.add(Doing::Store, member.expression.span().end, SiteKind::Store, it.span);
                }
                _ => {}
            }
        }
    }

    /// `{ x, y: z = 1 }` as a parameter or in a declaration.
    fn visit_binding_property(&mut self, it: &BindingProperty<'a>) {
        let target = match &it.value {
            BindingPattern::AssignmentPattern(with_default) => &with_default.left,
            target => target,
        };
        if let BindingPattern::BindingIdentifier(name) = target
            && !it.computed
        {
            self.add(Doing::Load, name.span.start, SiteKind::Load, it.key.span());
        }
        walk::walk_binding_property(self, it);
    }

    fn visit_static_member_expression(&mut self, it: &StaticMemberExpression<'a>) {
        if !matches!(it.object, Expression::Super(_)) {
            self.add(Doing::Load, it.object.span().end, SiteKind::Load, it.span);
        }
        walk::walk_static_member_expression(self, it);
    }

    fn visit_computed_member_expression(&mut self, it: &ComputedMemberExpression<'a>) {
        if !matches!(it.object, Expression::Super(_)) {
            self.add(Doing::Load, it.object.span().end, SiteKind::Load, it.span);
        }
        walk::walk_computed_member_expression(self, it);
    }

    /// What a `?.` may skip is compiled in another way: only the arguments within it are listed.
    fn visit_chain_expression(&mut self, it: &ChainExpression<'a>) {
        if let ChainElement::CallExpression(call) = &it.expression {
            self.visit_arguments(&call.arguments);
        }
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        if !matches!(it.callee, Expression::Super(_)) {
            self.add(Doing::Call, it.callee.span().end, SiteKind::Call, it.span);
        }
        walk::walk_call_expression(self, it);
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        self.add(Doing::Call, it.callee.span().end, SiteKind::Construct, it.span);
        walk::walk_new_expression(self, it);
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        self.add(Doing::Global, it.span.start, SiteKind::Global, it.span);
    }

    fn visit_string_literal(&mut self, it: &StringLiteral<'a>) {
        self.found.strings.insert(it.value.to_string());
    }
}

fn binary(operator: BinaryOperator) -> Option<(SiteKind, Operator)> {
    Some(match operator {
        BinaryOperator::In | BinaryOperator::Instanceof => return None,
        operator if operator.is_equality() => (SiteKind::Compare, Operator::Equality),
        operator if operator.is_compare() => (SiteKind::Compare, Operator::Order),
        BinaryOperator::Addition | BinaryOperator::Subtraction => (SiteKind::Arithmetic, Operator::Additive),
        BinaryOperator::Multiplication => (SiteKind::Arithmetic, Operator::Multiply),
        BinaryOperator::Division => (SiteKind::Arithmetic, Operator::Divide),
        BinaryOperator::Remainder => (SiteKind::Arithmetic, Operator::Modulus),
        BinaryOperator::Exponential => (SiteKind::Arithmetic, Operator::Exponent),
        _ => (SiteKind::Arithmetic, Operator::Bitwise),
    })
}
