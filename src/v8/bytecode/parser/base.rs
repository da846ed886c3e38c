//! From oxc's syntax tree to V8's: the decisions that V8's parser makes while it reads (src/parsing/parser.cc, parser-base.h).

use std::borrow::Cow;

use oxc_ast::ast::{ArrowFunctionBody, BindingPattern, FormalParameters, FunctionBody, Program, Statement};
use oxc_span::{GetSpan, Span};

use crate::bytecode::ast::{AssignOp, Expr, Function, FunctionId, FunctionKind, Kind, Shape, Stmt, StmtKind, TargetId};
use crate::bytecode::listing::{Goal, Unsupported};
use crate::bytecode::scope::{Mode, ProxyId, ScopeId, ScopeKind, Scopes, VarId};

/// Something that `break` and `continue` may name.
pub(super) struct Target<'a> {
    pub(super) id: TargetId,
    pub(super) labels: Vec<&'a str>,
    pub(super) is_loop: bool,
    /// Whether a `break` without a label goes here.
    pub(super) is_unlabelled_break: bool,
}

/// The state of the function that is being read.
pub(super) struct State<'a> {
    pub(super) suspends: u32,
    pub(super) loops: u32,
    /// Whether a function was met since a loop last cleared this.
    pub(super) contains_function: bool,
    pub(super) targets: Vec<Target<'a>>,
}

impl State<'_> {
    fn new() -> Self {
        Self { suspends: 0, loops: 0, contains_function: false, targets: Vec::new() }
    }
}

/// A program as it was parsed.
pub(in crate::bytecode) struct Parsed<'a> {
    pub(in crate::bytecode) scopes: Scopes<'a>,
    pub(in crate::bytecode) functions: Vec<Option<Function<'a>>>,
    pub(in crate::bytecode) root: ScopeId,
    /// The construct that makes every function's names uncertain.
    pub(in crate::bytecode) poison: Option<Unsupported>,
    /// Classes with members for which V8 keeps variables, and we do not: functions in them are not compiled.
    pub(in crate::bytecode) unsure: Vec<(&'static str, Span)>,
}

pub(super) struct Parser<'a> {
    pub(super) scopes: Scopes<'a>,
    pub(super) functions: Vec<Option<Function<'a>>>,
    pub(super) scope: ScopeId,
    pub(super) state: State<'a>,
    pub(super) poison: Option<Unsupported>,
    pub(super) unsure: Vec<(&'static str, Span)>,
    /// The classes and objects whose methods are being read, innermost last.
    pub(super) homes: Vec<Home>,
    next_target: u32,
}

/// The object that `super` is looked up from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    Instance { used: bool },
    Static { used: bool },
    Object { used: bool },
}

/// A function's code in oxc's tree.
#[derive(Clone, Copy)]
pub(super) enum Body<'p, 'a> {
    Statements(&'p FunctionBody<'a>),
    Arrow(&'p ArrowFunctionBody<'a>),
}

/// A function's literal as [`Parser::function`] takes it.
pub(super) struct Literal<'p, 'a> {
    pub(super) name: Cow<'a, str>,
    /// The name of a function expression, visible in its own code.
    pub(super) own_name: Option<&'a str>,
    pub(super) span: Span,
    pub(super) kind: FunctionKind,
    pub(super) parameters: &'p FormalParameters<'a>,
    pub(super) body: Body<'p, 'a>,
    pub(super) has_fields: bool,
}

const TOP: FunctionKind = FunctionKind { shape: Shape::Normal, is_async: false, is_generator: false };

/// Reads a program.
pub(in crate::bytecode) fn parse<'a>(program: &Program<'a>, goal: Goal) -> Parsed<'a> {
    let mut scopes = Scopes::default();
    let root = scopes.new_scope(ScopeKind::Script, None, false);
    let mut parser = Parser {
        scopes,
        functions: Vec::new(),
        scope: root,
        state: State::new(),
        poison: None,
        unsure: Vec::new(),
        homes: Vec::new(),
        next_target: 0,
    };
    parser.top_level(program, goal);
    Parsed { scopes: parser.scopes, functions: parser.functions, root, poison: parser.poison, unsure: parser.unsure }
}

impl<'a> Parser<'a> {
    /// Reads the top level: in CommonJS the function that Node wraps around the file, in a module its code.
    fn top_level(&mut self, program: &Program<'a>, goal: Goal) {
        let strict = goal == Goal::Module || has_use_strict(&program.directives);
        let kind = match goal {
            Goal::CommonJs => ScopeKind::Function(TOP),
            Goal::Module => ScopeKind::Module,
        };
        let id = self.reserve();
        let scope = self.scopes.new_scope(kind, Some(self.scope), strict);
        self.scope = scope;
        self.declare_default_variables(scope, TOP);
        if goal == Goal::CommonJs {
            for name in ["exports", "require", "module", "__filename", "__dirname"] {
                let (variable, _) = self.scopes.declare(scope, name, Mode::Var);
                self.scopes.get_mut(scope).parameters.push(variable);
            }
        }
        let mut body = Vec::new();
        self.statements(&program.body, &mut body);
        self.declare_arguments(scope);
        if goal == Goal::Module {
            body = vec![Stmt { pos: Some(program.span), kind: StmtKind::Unsupported("top level of a module") }];
        }
        self.functions[id.0] = Some(Function {
            name: Cow::Borrowed(""),
            span: program.span,
            kind: TOP,
            scope,
            body,
            suspends: self.state.suspends,
            has_fields: false,
            synthetic: false,
        });
    }

    pub(super) fn reserve(&mut self) -> FunctionId {
        self.functions.push(None);
        FunctionId(self.functions.len() - 1)
    }

    pub(super) fn new_target(&mut self) -> TargetId {
        self.next_target += 1;
        TargetId(self.next_target)
    }

    pub(super) fn poison(&mut self, construct: &'static str, span: Span) {
        self.poison.get_or_insert(Unsupported { construct, span });
    }

    pub(super) fn is_strict(&self) -> bool {
        self.scopes.get(self.scope).strict
    }

    /// Runs `read` in a scope inside the current one.
    pub(super) fn in_scope<T>(&mut self, scope: ScopeId, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.scope, scope);
        let result = read(self);
        self.scope = outer;
        result
    }

    pub(super) fn block_scope(&mut self) -> ScopeId {
        let strict = self.is_strict();
        self.scopes.new_scope(ScopeKind::Block, Some(self.scope), strict)
    }

    // Names.

    /// A use of a name at a place in the text.
    pub(super) fn proxy(&mut self, name: &'a str, position: u32) -> ProxyId {
        let id = ProxyId(self.scopes.proxies.len());
        let scope = self.scope;
        self.scopes.proxies.push(crate::bytecode::scope::Proxy { name, scope, position, assigned: false, variable: None, needs_hole_check: false });
        id
    }

    /// A use of a variable that is known. It never meets the hole.
    pub(super) fn bound_proxy(&mut self, variable: VarId) -> ProxyId {
        let name = self.scopes.variable(variable).name;
        let id = self.proxy(name, u32::MAX);
        self.scopes.proxies[id.0].variable = Some(variable);
        id
    }

    pub(super) fn bound(&mut self, variable: VarId) -> Expr<'a> {
        Expr::nowhere(Kind::Proxy(self.bound_proxy(variable)))
    }

    pub(super) fn use_this(&mut self) {
        let closure = self.scopes.closure_scope(self.scope);
        let receiver_scope = self.scopes.receiver_scope(self.scope);
        if let Some(receiver) = self.scopes.get(receiver_scope).receiver {
            let variable = self.scopes.variable_mut(receiver);
            variable.used = true;
            variable.captured |= closure != receiver_scope;
            variable.hole_check_in_same_closure |= closure == receiver_scope;
        }
    }

    /// `this`, `new.target` and, where `super` may be said, the function itself.
    pub(super) fn declare_default_variables(&mut self, scope: ScopeId, kind: FunctionKind) {
        if kind.shape == Shape::Arrow {
            return;
        }
        let receiver = self.scopes.new_variable(scope, "this", Mode::Const);
        let derived = matches!(kind.shape, Shape::DerivedConstructor | Shape::DefaultDerivedConstructor);
        let variable = self.scopes.variable_mut(receiver);
        variable.is_this = true;
        variable.needs_initialization = derived;
        self.scopes.get_mut(scope).receiver = Some(receiver);
        let new_target = self.initialized(scope, "new.target");
        self.scopes.get_mut(scope).new_target = Some(new_target);
        if kind.shape != Shape::Normal {
            let this_function = self.initialized(scope, ".this_function");
            self.scopes.get_mut(scope).this_function = Some(this_function);
        }
    }

    fn initialized(&mut self, scope: ScopeId, name: &'a str) -> VarId {
        let (variable, _) = self.scopes.declare(scope, name, Mode::Const);
        self.scopes.variable_mut(variable).needs_initialization = false;
        variable
    }

    fn declare_arguments(&mut self, scope: ScopeId) {
        if self.scopes.get(scope).names.contains_key("arguments") {
            return;
        }
        let (variable, _) = self.scopes.declare(scope, "arguments", Mode::Var);
        self.scopes.get_mut(scope).arguments = Some(variable);
    }

    // Functions.

    /// Reads a function literal.
    pub(super) fn function(&mut self, literal: &Literal<'_, 'a>) -> FunctionId {
        self.state.contains_function = true;
        let id = self.reserve();
        let directives = match literal.body {
            Body::Statements(body) => has_use_strict(&body.directives),
            Body::Arrow(ArrowFunctionBody::FunctionBody(body)) => has_use_strict(&body.directives),
            Body::Arrow(_) => false,
        };
        let strict = self.is_strict() || directives;
        let scope = self.scopes.new_scope(ScopeKind::Function(literal.kind), Some(self.scope), strict);
        let outer = std::mem::replace(&mut self.state, State::new());
        let body = self.in_scope(scope, |parser| parser.function_code(scope, literal));
        let state = std::mem::replace(&mut self.state, outer);
        self.functions[id.0] = Some(Function {
            name: literal.name.clone(),
            span: literal.span,
            kind: literal.kind,
            scope,
            body,
            suspends: state.suspends,
            has_fields: literal.has_fields,
            synthetic: false,
        });
        id
    }

    fn function_code(&mut self, scope: ScopeId, literal: &Literal<'_, 'a>) -> Vec<Stmt<'a>> {
        self.declare_default_variables(scope, literal.kind);
        let mut statements = Vec::new();
        let simple = self.parameters(scope, literal.parameters, &mut statements);
        if let Some(name) = literal.own_name {
            self.declare_function_name(scope, name);
        }
        let is_arrow = literal.kind.shape == Shape::Arrow;
        if literal.kind.is_resumable() && !is_arrow {
            self.declare_generator(scope);
        }
        if simple {
            self.function_body(literal, &mut statements);
        } else {
            let inner = self.block_scope();
            self.scopes.get_mut(inner).is_declaration_scope = true;
            let mut body = Vec::new();
            self.in_scope(inner, |parser| parser.function_body(literal, &mut body));
            statements
                .push(Stmt { pos: None, kind: StmtKind::Block(crate::bytecode::ast::Block { scope: Some(inner), target: None, statements: body }) });
        }
        if !is_arrow {
            self.declare_arguments(scope);
        } else if literal.kind.is_resumable() {
            // V8 finds out late that an arrow function's head is one.
            self.declare_generator(scope);
        }
        statements
    }

    fn declare_generator(&mut self, scope: ScopeId) {
        let generator = self.scopes.temporary(scope, ".generator_object");
        self.scopes.variable_mut(generator).used = true;
        self.scopes.get_mut(scope).generator = Some(generator);
    }

    fn declare_function_name(&mut self, scope: ScopeId, name: &'a str) {
        let variable = self.scopes.new_variable(scope, name, Mode::Const);
        let strict = self.is_strict();
        let declared = self.scopes.variable_mut(variable);
        declared.needs_initialization = false;
        declared.is_function_name = !strict;
        self.scopes.get_mut(scope).function_name = Some(variable);
    }

    fn function_body(&mut self, literal: &Literal<'_, 'a>, statements: &mut Vec<Stmt<'a>>) {
        if literal.kind.is_generator {
            self.initial_yield(literal.span, statements);
        }
        match literal.body {
            Body::Statements(body) => self.statements(&body.statements, statements),
            Body::Arrow(ArrowFunctionBody::FunctionBody(body)) => self.statements(&body.statements, statements),
            Body::Arrow(body) => {
                let Some(body) = body.as_expression() else { return };
                let pos = Some(body.span());
                let value = self.expression(body);
                statements.push(Stmt { pos, kind: StmtKind::Return { value, end: pos } });
            }
        }
    }

    fn initial_yield(&mut self, span: Span, statements: &mut Vec<Stmt<'a>>) {
        let closure = self.scopes.closure_scope(self.scope);
        let Some(generator) = self.scopes.get(closure).generator else { return };
        self.state.suspends += 1;
        let value = Box::new(self.bound(generator));
        statements.push(Stmt { pos: None, kind: StmtKind::Expression(Expr::new(span, Kind::Yield { value })) });
    }

    /// Declares the parameters. Whether all of them are plain names.
    fn parameters(&mut self, scope: ScopeId, parameters: &FormalParameters<'a>, statements: &mut Vec<Stmt<'a>>) -> bool {
        let plain = |pattern: &BindingPattern<'a>| matches!(pattern, BindingPattern::BindingIdentifier(_));
        let simple = parameters.rest.is_none() && parameters.items.iter().all(|item| item.initializer.is_none() && plain(&item.pattern));
        if simple {
            for item in &parameters.items {
                if let BindingPattern::BindingIdentifier(name) = &item.pattern {
                    let (variable, _) = self.scopes.declare(scope, name.name.as_str(), Mode::Var);
                    self.scopes.get_mut(scope).parameters.push(variable);
                }
            }
            return true;
        }
        self.scopes.get_mut(scope).simple_parameters = false;
        self.patterned_parameters(scope, parameters, statements);
        false
    }

    /// Declares parameters that are patterns: each is nameless, and destructured at the start of the code.
    fn patterned_parameters(&mut self, scope: ScopeId, parameters: &FormalParameters<'a>, statements: &mut Vec<Stmt<'a>>) {
        let mut targets = Vec::new();
        for item in &parameters.items {
            let declared = self.declared_names_from();
            let target = self.binding(&item.pattern, Mode::Let);
            let default = item.initializer.as_ref().map(|value| self.expression(value));
            self.set_initializer_position(declared, item.span.end);
            targets.push((target, default));
        }
        let rest = parameters.rest.as_ref().map(|rest| {
            let declared = self.declared_names_from();
            let target = self.binding(&rest.rest.argument, Mode::Let);
            self.set_initializer_position(declared, rest.span.end);
            target
        });
        for (target, default) in targets {
            let variable = self.scopes.new_variable(scope, "", Mode::Temporary);
            self.scopes.get_mut(scope).parameters.push(variable);
            let mut value = self.bound(variable);
            if let Some(default) = default {
                let left = Box::new(self.bound(variable));
                let right = Box::new(Expr::nowhere(Kind::Literal(crate::bytecode::ast::Literal::Undefined)));
                let test = Box::new(Expr::nowhere(Kind::Compare { op: crate::bytecode::ast::CompareOp::EqStrict, left, right }));
                value = Expr::nowhere(Kind::Conditional { test, yes: Box::new(default), no: Box::new(value) });
            }
            statements.push(initialization(None, target, value));
        }
        if let Some(target) = rest {
            let variable = self.scopes.temporary(scope, "");
            self.scopes.get_mut(scope).rest = Some(variable);
            let value = self.bound(variable);
            statements.push(initialization(None, target, value));
        }
    }

    /// A mark in the list of variables, for [`Self::set_initializer_position`].
    pub(super) fn declared_names_from(&self) -> usize {
        self.scopes.variables.len()
    }

    /// Sets the place behind which the variables declared since the mark have their values.
    pub(super) fn set_initializer_position(&mut self, from: usize, end: u32) {
        let closure = self.scopes.closure_scope(self.scope);
        for index in from..self.scopes.variables.len() {
            let scope = self.scopes.variables[index].scope;
            if self.scopes.closure_scope(scope) == closure {
                let variable = &mut self.scopes.variables[index];
                if variable.initializer_position == 0 {
                    variable.initializer_position = end;
                }
            }
        }
    }
}

/// `target = value` where a variable gets its first value.
pub(super) fn initialization<'a>(pos: Option<Span>, target: Expr<'a>, value: Expr<'a>) -> Stmt<'a> {
    let kind = Kind::Assign { op: AssignOp::Init, target: Box::new(target), value: Box::new(value) };
    Stmt { pos, kind: StmtKind::Expression(Expr { pos, kind }) }
}

pub(super) fn has_use_strict(directives: &[oxc_ast::ast::Directive<'_>]) -> bool {
    directives.iter().any(|directive| directive.directive == "use strict")
}

/// Whether a statement declares a function.
pub(super) fn is_function_declaration(statement: &Statement<'_>) -> bool {
    matches!(statement, Statement::FunctionDeclaration(_))
}
