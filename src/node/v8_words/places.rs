//! The places of a text at which an error can stand: its calls, and the values that are iterated or destructured.
//!
//! Read from the text when a first error asks, then kept.

use boa_engine::context::Refused;
use oxc_allocator::Allocator;
use oxc_ast::ast::{
    Argument, ArrayAssignmentTarget, ArrayPattern, AssignmentExpression, AssignmentTarget, AssignmentTargetMaybeDefault, AssignmentTargetProperty,
    BindingPattern, CallExpression, CatchClause, Class, Expression, ForOfStatement, ForStatementLeft, FormalParameter, NewExpression,
    ObjectAssignmentTarget, ObjectPattern, PropertyKey, SpreadElement, TaggedTemplateExpression, VariableDeclarator, YieldExpression,
};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::{ParseOptions, Parser};
use oxc_span::{GetSpan, SourceType, Span};

use crate::probe::Goal;

use super::brands::Brands;
use super::inferred::Inferred;
use super::printer::print;
use super::standing::{Standing, first_byte, place_of_call, token_from};

/// A call of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CallPlace {
    /// Its place for Boa: the byte offset of the parenthesis that opens its arguments, or of `new`.
    arguments: u32,
    /// Its place for V8, as a byte offset.
    pub(crate) shown: u32,
    /// The callee as V8 prints it.
    pub(crate) text: String,
}

/// A value that is iterated or destructured.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Operand {
    /// The bytes that hold Boa's place for the error. Of operands in one another the shortest counts.
    span: Span,
    use_: Use,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Use {
    /// `for … of`, `[...x]`.
    Iterated(Iterated),
    /// `yield* x`. `found`: whether V8 finds it in the text.
    Delegated { found: bool },
    /// `f(...x)`. `last`: whether no more arguments follow.
    Spread { text: String, last: bool, callee: String },
    /// An array pattern for a property of an object that a pattern at the top destructures. `of`: that object, which V8 names; `None`: an argument.
    Nested { of: Option<String> },
    /// An object pattern.
    TakenApart { property: First, of: Of },
}

/// V8's name for a value that is iterated.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Iterated {
    Named(String),
    /// The callee of a call, whose result is iterated.
    Returned(String),
    /// No name: V8 does not find the value in the text.
    Unnamed,
}

impl Iterated {
    fn refused(&self, kind: &str) -> Option<String> {
        match self {
            Self::Named(text) => Some(format!("{text} is not {kind}")),
            Self::Returned(text) => Some(format!("{text} is not a function or its return value is not {kind}")),
            Self::Unnamed => None,
        }
    }
}

/// The first property of an object pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
enum First {
    Named(String),
    /// A property with an initializer or a target of its own: V8 is already reading it.
    Read(String),
    /// No property, or one whose key is not a name.
    None,
}

/// The value that an object pattern destructures.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Of {
    Named(String),
    Argument,
    /// An element or a property of another pattern.
    Nested,
}

impl Of {
    fn text(&self) -> Option<String> {
        match self {
            Self::Named(text) => Some(text.clone()),
            Self::Argument | Self::Nested => None,
        }
    }
}

/// The places of one text.
#[derive(Debug, Default)]
pub(crate) struct Places {
    calls: Vec<CallPlace>,
    operands: Vec<Operand>,
    brands: Brands,
    standing: Standing,
    inferred: Inferred,
}

impl Places {
    /// The places of a text.
    pub(crate) fn of(source: &str, goal: Goal) -> Self {
        let allocator = Allocator::default();
        let options = ParseOptions { allow_return_outside_function: goal == Goal::CommonJs, ..ParseOptions::default() };
        let parsed = Parser::new(&allocator, source, goal.source_type()).with_options(options).parse();
        let mut finder = Finder { source, found: Self::default() };
        finder.visit_program(&parsed.program);
        finder.found.calls.sort_by_key(|call| call.arguments);
        finder.found.brands = Brands::of(&parsed.program);
        finder.found.standing = Standing::of(source, &parsed.program);
        finder.found.inferred = Inferred::of(&parsed.program);
        finder.found
    }

    /// V8's place for the thing that Boa has at `offset`, both as byte offsets.
    pub(crate) fn shown(&self, source: &str, offset: u32) -> u32 {
        let token = token_from(source, offset);
        self.call_at(token).map_or_else(|| self.standing.shown(token), |call| call.shown)
    }

    /// The name that V8 infers for the nameless function that has a byte offset in it.
    pub(crate) fn inferred_name(&self, offset: u32) -> Option<&str> {
        self.inferred.at(offset)
    }

    /// The call whose arguments open at `offset`.
    pub(crate) fn call_at(&self, offset: u32) -> Option<&CallPlace> {
        self.calls.binary_search_by_key(&offset, |call| call.arguments).ok().and_then(|found| self.calls.get(found))
    }

    /// V8's words for the value that was refused at `offset`; `named` is the value with its type.
    pub(crate) fn refusal(&self, offset: u32, refused: Refused<'_>, named: &str) -> Option<String> {
        let around = self.operands.iter().filter(|operand| {
            let pattern = matches!(refused, Refused::NotDestructurable { .. });
            operand.span.start <= offset && offset < operand.span.end && pattern == matches!(operand.use_, Use::TakenApart { .. })
        });
        if let Refused::NotIterable { asynchronous: true, nullish: true } = refused {
            let value = if named == "undefined" { "undefined" } else { "null" };
            return Some(format!("Cannot read properties of {value} (reading 'Symbol(Symbol.asyncIterator)')"));
        }
        if let Refused::Undeclared = refused {
            return self.brands.missing_brand(offset);
        }
        let operand = around.min_by_key(|operand| operand.span.size())?;
        match (&operand.use_, refused) {
            (Use::Iterated(iterated), Refused::NotIterable { asynchronous, .. }) => {
                let kind = if asynchronous { "async iterable" } else { "iterable" };
                iterated.refused(kind)
            }
            (Use::Iterated(iterated), Refused::WithoutNext) => iterated.refused("iterable"),
            (Use::Spread { last: true, callee, .. }, Refused::WithoutNext) => Some(format!("{callee} is not a function")),
            (Use::Nested { of }, Refused::NotIterable { nullish, .. }) => Some(match (nullish, of) {
                (true, of) => {
                    let value = if named == "undefined" { "undefined" } else { "null" };
                    let of = of.as_deref().unwrap_or(value);
                    format!("Cannot destructure property 'Symbol(Symbol.iterator)' of '{of}' as it is {value}.")
                }
                (false, Some(of)) => format!("{of} is not iterable (cannot read property Symbol(Symbol.iterator))"),
                (false, None) => return None,
            }),
            (Use::Delegated { .. }, Refused::NotIterable { asynchronous: true, .. }) => Some("undefined is not a function".to_owned()),
            (Use::Delegated { found: true }, Refused::NotIterable { .. }) => Some("yield* (intermediate value) is not iterable".to_owned()),
            (Use::Spread { text, last: true, .. }, Refused::NotIterable { nullish: true, .. }) => {
                let value = if named == "undefined" { "undefined" } else { "null" };
                Some(format!("{text} is not iterable (cannot read property {value})"))
            }
            (Use::Spread { last: true, .. }, Refused::NotIterable { .. }) => {
                Some("Spread syntax requires ...iterable[Symbol.iterator] to be a function".to_owned())
            }
            (Use::TakenApart { property, of }, Refused::NotDestructurable { value }) => Some(match (property, of) {
                (First::Read(name), _) | (First::Named(name), Of::Nested) => format!("Cannot read properties of {value} (reading '{name}')"),
                (First::Named(name), Of::Named(of)) => format!("Cannot destructure property '{name}' of '{of}' as it is {value}."),
                (First::Named(name), Of::Argument) => format!("Cannot destructure property '{name}' of '{named}' as it is {value}."),
                (First::None, Of::Named(of)) => format!("Cannot destructure '{of}' as it is {value}."),
                (First::None, Of::Argument | Of::Nested) => format!("Cannot destructure '{named}' as it is {value}."),
            }),
            _ => None,
        }
    }
}

struct Finder<'s> {
    source: &'s str,
    found: Places,
}

impl Finder<'_> {
    fn call(&mut self, callee: &Expression<'_>, shown: u32) {
        let open = self.parenthesis(callee);
        self.add_call(callee, open, shown);
    }

    /// The byte offset of the parenthesis that opens the arguments.
    fn parenthesis(&self, callee: &Expression<'_>) -> u32 {
        let end = callee.span().end;
        let open = self.source.get(end as usize..).and_then(|rest| rest.find('('));
        open.and_then(|open| u32::try_from(open).ok()).map_or(end, |open| end + open)
    }

    fn add_call(&mut self, callee: &Expression<'_>, arguments: u32, shown: u32) {
        self.found.calls.push(CallPlace { arguments, shown, text: printed(callee) });
    }

    fn operand(&mut self, span: Span, use_: Use) {
        self.found.operands.push(Operand { span, use_ });
    }

    /// Adds the spread arguments `f(...x)`. The last one stands at the call or, where the run is recorded, in a list of its own.
    fn spreads(&mut self, callee: &Expression<'_>, arguments: &[Argument<'_>], call: u32) {
        for (at, argument) in arguments.iter().enumerate() {
            if let Argument::SpreadElement(spread) = argument {
                let last = at + 1 == arguments.len();
                let spread_use = Use::Spread { text: printed(&spread.argument), last, callee: printed(callee) };
                if last {
                    self.operand(Span::new(call, call + 1), spread_use.clone());
                }
                self.operand(spread.span, spread_use);
            }
        }
    }

    /// Adds a pattern at the top. `of` and `iterated`: V8's names for its value, as an object and as an array.
    fn binding(&mut self, pattern: &BindingPattern<'_>, of: Of, iterated: Iterated) {
        match pattern {
            BindingPattern::ObjectPattern(it) => {
                for property in it.properties.iter().filter(|property| !property.computed) {
                    if let BindingPattern::ArrayPattern(inner) = &property.value {
                        self.operand(first_byte(inner.span), Use::Nested { of: of.text() });
                    }
                }
                self.operand(first_byte(it.span), Use::TakenApart { property: first_binding(it), of });
            }
            BindingPattern::ArrayPattern(it) => self.operand(first_byte(it.span), Use::Iterated(iterated)),
            BindingPattern::AssignmentPattern(it) if of == Of::Argument => {
                // V8 names the conditional expression that it makes of a default.
                self.binding(&it.left, Of::Named("(intermediate value)".repeat(3)), Iterated::Unnamed);
            }
            BindingPattern::AssignmentPattern(it) => self.binding(&it.left, of, Iterated::Unnamed),
            BindingPattern::BindingIdentifier(_) => {}
        }
    }
}

fn printed(expression: &Expression<'_>) -> String {
    let mut text = String::new();
    print(expression, &mut text);
    text
}

/// V8's name for the value that `for … of`, `[...x]` and array patterns iterate.
fn iterated(expression: &Expression<'_>) -> Iterated {
    match expression {
        Expression::CallExpression(it) => Iterated::Returned(printed(&it.callee)),
        Expression::NewExpression(it) => Iterated::Returned(printed(&it.callee)),
        other => Iterated::Named(printed(other)),
    }
}

/// V8's name for the value of an array pattern. V8 stands behind the value, at the last part that it read of it.
fn iterated_by_pattern(expression: &Expression<'_>) -> Iterated {
    match expression {
        Expression::CallExpression(_)
        | Expression::NewExpression(_)
        | Expression::StaticMemberExpression(_)
        | Expression::ComputedMemberExpression(_)
        | Expression::PrivateFieldExpression(_)
        | Expression::ChainExpression(_) => Iterated::Unnamed,
        other => iterated(other),
    }
}

fn name_of(key: &PropertyKey<'_>, computed: bool) -> Option<String> {
    if computed {
        return None;
    }
    key.static_name().map(std::borrow::Cow::into_owned)
}

fn first_binding(pattern: &ObjectPattern<'_>) -> First {
    let Some(first) = pattern.properties.first() else {
        return First::None;
    };
    match (name_of(&first.key, first.computed), &first.value) {
        (None, _) => First::None,
        (Some(name), BindingPattern::AssignmentPattern(_)) => First::Read(name),
        (Some(name), _) => First::Named(name),
    }
}

fn first_target(pattern: &ObjectAssignmentTarget<'_>) -> First {
    match pattern.properties.first() {
        None => First::None,
        Some(AssignmentTargetProperty::AssignmentTargetPropertyIdentifier(it)) => {
            let name = it.binding.name.to_string();
            if it.init.is_some() { First::Read(name) } else { First::Named(name) }
        }
        Some(AssignmentTargetProperty::AssignmentTargetPropertyProperty(it)) => match (name_of(&it.name, it.computed), &it.binding) {
            (None, _) => First::None,
            (Some(name), AssignmentTargetMaybeDefault::AssignmentTargetIdentifier(_)) => First::Named(name),
            (Some(name), _) => First::Read(name),
        },
    }
}

/// The array pattern that a property of an object pattern is assigned to, without a default.
fn array_target_of(property: &AssignmentTargetProperty<'_>) -> Option<Span> {
    match property {
        AssignmentTargetProperty::AssignmentTargetPropertyProperty(it) if !it.computed => match &it.binding {
            AssignmentTargetMaybeDefault::ArrayAssignmentTarget(inner) => Some(inner.span),
            _ => None,
        },
        _ => None,
    }
}

/// Whether V8 finds the value in the text that `yield*` delegates to: it does where the value takes an operation of its own.
fn takes_a_step(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::SequenceExpression(it) => it.expressions.last().is_some_and(takes_a_step),
        Expression::CallExpression(_)
        | Expression::NewExpression(_)
        | Expression::StaticMemberExpression(_)
        | Expression::ComputedMemberExpression(_)
        | Expression::PrivateFieldExpression(_)
        | Expression::BinaryExpression(_) => true,
        _ => false,
    }
}

impl<'a> Visit<'a> for Finder<'_> {
    fn visit_yield_expression(&mut self, it: &YieldExpression<'a>) {
        if let (true, Some(argument)) = (it.delegate, &it.argument) {
            self.operand(first_byte(it.span), Use::Delegated { found: takes_a_step(argument.without_parentheses()) });
        }
        walk::walk_yield_expression(self, it);
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        let open = self.parenthesis(&it.callee);
        let shown = if it.optional { open } else { place_of_call(&it.callee, open) };
        self.call(&it.callee, shown);
        // Boa places `a?.()` at the sign.
        if it.optional {
            self.add_call(&it.callee, it.callee.span().end, shown);
        }
        // Boa places the last one at the call's parenthesis.
        self.spreads(&it.callee, &it.arguments, self.parenthesis(&it.callee));
        walk::walk_call_expression(self, it);
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        self.call(&it.callee, it.span.start);
        self.add_call(&it.callee, it.span.start, it.span.start);
        // Boa places the call at `new`.
        self.spreads(&it.callee, &it.arguments, it.span.start);
        walk::walk_new_expression(self, it);
    }

    fn visit_tagged_template_expression(&mut self, it: &TaggedTemplateExpression<'a>) {
        self.add_call(&it.tag, it.quasi.span.start, it.quasi.span.start);
        walk::walk_tagged_template_expression(self, it);
    }

    fn visit_spread_element(&mut self, it: &SpreadElement<'a>) {
        // The spread arguments of calls have been found already.
        if !self.found.operands.iter().any(|known| known.span == it.span) {
            self.operand(it.span, Use::Iterated(iterated(&it.argument)));
        }
        walk::walk_spread_element(self, it);
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.operand(it.right.span(), Use::Iterated(iterated(&it.right)));
        if let ForStatementLeft::VariableDeclaration(declaration) = &it.left {
            for declarator in &declaration.declarations {
                self.binding(&declarator.id, Of::Named(".for".to_owned()), Iterated::Named(".for".to_owned()));
            }
        }
        walk::walk_for_of_statement(self, it);
    }

    fn visit_variable_declarator(&mut self, it: &VariableDeclarator<'a>) {
        if let Some(init) = &it.init {
            self.binding(&it.id, Of::Named(printed(init)), iterated_by_pattern(init));
        }
        walk::walk_variable_declarator(self, it);
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        if let AssignmentTarget::ObjectAssignmentTarget(pattern) = &it.left {
            let of = Of::Named(printed(&it.right));
            for inner in pattern.properties.iter().filter_map(array_target_of) {
                self.operand(first_byte(inner), Use::Nested { of: of.text() });
            }
            self.operand(first_byte(pattern.span), Use::TakenApart { property: first_target(pattern), of });
        }
        walk::walk_assignment_expression(self, it);
    }

    fn visit_formal_parameter(&mut self, it: &FormalParameter<'a>) {
        self.binding(&it.pattern, Of::Argument, Iterated::Unnamed);
        walk::walk_formal_parameter(self, it);
    }

    fn visit_catch_clause(&mut self, it: &CatchClause<'a>) {
        if let Some(parameter) = &it.param {
            self.binding(&parameter.pattern, Of::Named(".catch".to_owned()), Iterated::Named(".catch".to_owned()));
        }
        walk::walk_catch_clause(self, it);
    }

    // Patterns that none of the above has found are inside another.
    fn visit_object_pattern(&mut self, it: &ObjectPattern<'a>) {
        let span = first_byte(it.span);
        if !self.found.operands.iter().any(|known| known.span == span) {
            self.operand(span, Use::TakenApart { property: first_binding(it), of: Of::Nested });
        }
        walk::walk_object_pattern(self, it);
    }

    fn visit_array_pattern(&mut self, it: &ArrayPattern<'a>) {
        let span = first_byte(it.span);
        if !self.found.operands.iter().any(|known| known.span == span) {
            self.operand(span, Use::Iterated(Iterated::Unnamed));
        }
        walk::walk_array_pattern(self, it);
    }

    fn visit_object_assignment_target(&mut self, it: &ObjectAssignmentTarget<'a>) {
        let span = first_byte(it.span);
        if !self.found.operands.iter().any(|known| known.span == span) {
            self.operand(span, Use::TakenApart { property: first_target(it), of: Of::Nested });
        }
        walk::walk_object_assignment_target(self, it);
    }

    fn visit_array_assignment_target(&mut self, it: &ArrayAssignmentTarget<'a>) {
        self.operand(first_byte(it.span), Use::Iterated(Iterated::Unnamed));
        walk::walk_array_assignment_target(self, it);
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

#[cfg(test)]
mod tests {
    use super::Places;

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
            ("(a || b.c)()", "(a || b.c)"),
            ("[1, 2].x()", "[1,2].x"),
        ];
        for (source, expected) in table {
            let last = Places::of(source, crate::probe::Goal::CommonJs).calls.into_iter().max_by_key(|call| call.arguments).map(|call| call.text);
            assert_eq!(last.as_deref(), Some(expected), "{source}");
        }
    }
}
