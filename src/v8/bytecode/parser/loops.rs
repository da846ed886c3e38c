//! `for` loops: V8's parser takes their declarations apart (`DesugarLexicalBindingsInForStatement`, `DesugarBindingInForEachStatement`).

use oxc_ast::ast::{ForInStatement, ForOfStatement, ForStatement, ForStatementInit, ForStatementLeft, Statement, VariableDeclaration};
use oxc_span::{GetSpan, Span};

use super::base::{Parser, initialization};
use crate::bytecode::ast::{AssignOp, BinaryOp, Block, CompareOp, Expr, Kind, Literal, Loop, Stmt, StmtKind, TargetId};
use crate::bytecode::scope::{Mode, ScopeId, VarId};

impl<'a> Parser<'a> {
    pub(super) fn for_statement(&mut self, it: &ForStatement<'a>, labels: Vec<&'a str>) -> Stmt<'a> {
        let target = self.enter_loop(labels);
        let statement = match &it.init {
            Some(ForStatementInit::VariableDeclaration(init)) if init.kind.is_lexical() => self.for_with_lexical(it, init, target),
            init => {
                let scope = self.block_scope();
                let init = match init {
                    Some(ForStatementInit::VariableDeclaration(init)) => Some(self.variables(init)),
                    Some(init) => init.as_expression().map(|init| {
                        let expression = self.expression(init);
                        Stmt { pos: Some(init.span()), kind: StmtKind::Expression(expression) }
                    }),
                    None => None,
                };
                let (test, next, body) = self.in_scope(scope, |parser| parser.for_rest(it));
                let looped = Loop { target, body: Box::new(body) };
                let statement = Stmt { pos: Some(it.span), kind: StmtKind::For { init: init.map(Box::new), test, next, looped } };
                wrap(Some(scope), vec![statement])
            }
        };
        self.leave_loop();
        statement
    }

    fn for_rest(&mut self, it: &ForStatement<'a>) -> (Option<Expr<'a>>, Option<Box<Stmt<'a>>>, Stmt<'a>) {
        let test = it.test.as_ref().map(|test| self.expression(test));
        let next = it.update.as_ref().map(|next| {
            let expression = self.expression(next);
            Box::new(Stmt { pos: Some(next.span()), kind: StmtKind::Expression(expression) })
        });
        let body = self.statement(&it.body, Vec::new());
        (test, next, body)
    }

    fn for_with_lexical(&mut self, it: &ForStatement<'a>, init: &VariableDeclaration<'a>, target: TargetId) -> Stmt<'a> {
        let mode = self.mode(init);
        let outer_functions = std::mem::replace(&mut self.state.contains_function, false);
        let for_scope = self.block_scope();
        let statement = self.in_scope(for_scope, |parser| {
            let from = parser.scopes.get(for_scope).locals.len();
            let init = parser.variables(init);
            let names: Vec<VarId> = parser.scopes.get(for_scope).locals[from..].to_vec();
            let inner = parser.block_scope();
            let (test, next, body) = parser.in_scope(inner, |parser| parser.for_rest(it));
            if parser.state.contains_function && !names.is_empty() {
                let whole = Whole { span: it.span, for_scope, inner, mode, names };
                return parser.copy_each_time(&whole, init, test, next, Loop { target, body: Box::new(body) });
            }
            let looped = Loop { target, body: Box::new(body) };
            let statement = Stmt { pos: Some(it.span), kind: StmtKind::For { init: None, test, next, looped } };
            wrap(Some(for_scope), vec![init, wrap(Some(inner), vec![statement])])
        });
        self.state.contains_function |= outer_functions;
        statement
    }

    /// Copies the variables into new ones in each round, so that closures in the loop get those of their own round.
    fn copy_each_time(&mut self, whole: &Whole, init: Stmt<'a>, test: Option<Expr<'a>>, next: Option<Box<Stmt<'a>>>, main: Loop<'a>) -> Stmt<'a> {
        let mut outer = vec![init];
        let mut copies = Vec::new();
        for &name in &whole.names {
            let text = self.scopes.variable(name).name;
            let temporary = self.scopes.temporary(self.scope, ".for");
            copies.push((text, temporary));
            let value = Expr::nowhere(Kind::Proxy(self.proxy(text, whole.span.end)));
            let assign = self.set(temporary, value);
            outer.push(silent(assign));
        }
        let first = next.is_some().then(|| self.scopes.temporary(self.scope, ".for"));
        if let Some(first) = first {
            let assign = self.set(first, smi(1));
            outer.push(silent(assign));
        }
        let outer_target = self.new_target();
        let inner = self.in_scope(whole.inner, |parser| parser.round(whole, &copies, first, (test, next), main, outer_target));
        let looped = Loop { target: outer_target, body: Box::new(wrap(Some(whole.inner), inner)) };
        outer.push(Stmt { pos: None, kind: StmtKind::For { init: None, test: None, next: None, looped } });
        wrap(Some(whole.for_scope), outer)
    }

    /// One round: the copies, the step unless it is the first, the test, the body as a loop of its own that runs once.
    fn round(
        &mut self,
        whole: &Whole,
        copies: &[(&'a str, VarId)],
        first: Option<VarId>,
        (test, next): (Option<Expr<'a>>, Option<Box<Stmt<'a>>>),
        main: Loop<'a>,
        outer_target: TargetId,
    ) -> Vec<Stmt<'a>> {
        let mut statements = Vec::new();
        let mut variables = Vec::new();
        for &(name, temporary) in copies {
            let variable = self.declare_name(name, whole.mode);
            let declared = self.scopes.variable_mut(variable);
            declared.used = true;
            declared.initializer_position = whole.span.start;
            variables.push(variable);
            let (target, value) = (self.bound(variable), self.bound(temporary));
            statements.push(initialization(None, target, value));
        }
        if let (Some(first), Some(next)) = (first, next) {
            let test = self.is_one(first);
            let yes = self.set(first, smi(0));
            statements.push(Stmt { pos: None, kind: StmtKind::If { test, yes: Box::new(silent(yes)), no: Some(next) } });
        }
        let flag = self.scopes.temporary(self.scope, ".for");
        let assign = self.set(flag, smi(1));
        statements.push(silent(assign));
        let stop = || Box::new(Stmt { pos: None, kind: StmtKind::Break(outer_target) });
        let nothing = || Box::new(Stmt { pos: None, kind: StmtKind::Empty });
        if let Some(test) = test {
            statements.push(Stmt { pos: test.pos, kind: StmtKind::If { test, yes: nothing(), no: Some(stop()) } });
        }
        let mut step = self.set(flag, smi(0));
        for (&(_, temporary), &variable) in copies.iter().zip(&variables) {
            let value = self.bound(variable);
            let assign = self.set(temporary, value);
            step = Expr::nowhere(Kind::Binary { op: BinaryOp::Comma, left: Box::new(step), right: Box::new(assign) });
        }
        let test = Some(self.is_one(flag));
        let next = Some(Box::new(silent(step)));
        statements.push(Stmt { pos: Some(whole.span), kind: StmtKind::For { init: None, test, next, looped: main } });
        let test = self.is_one(flag);
        statements.push(Stmt { pos: None, kind: StmtKind::If { test, yes: stop(), no: Some(nothing()) } });
        statements
    }

    fn set(&mut self, variable: VarId, value: Expr<'a>) -> Expr<'a> {
        let target = Box::new(self.bound(variable));
        Expr::nowhere(Kind::Assign { op: AssignOp::Assign, target, value: Box::new(value) })
    }

    fn is_one(&mut self, variable: VarId) -> Expr<'a> {
        let left = Box::new(self.bound(variable));
        Expr::nowhere(Kind::Compare { op: CompareOp::Eq, left, right: Box::new(smi(1)) })
    }

    // Each.

    pub(super) fn for_in(&mut self, it: &ForInStatement<'a>, labels: Vec<&'a str>) -> Stmt<'a> {
        let each = Each { left: &it.left, right: &it.right, body: &it.body, span: it.span };
        self.for_each(&each, labels, |each, subject, looped| StmtKind::ForIn { each, subject, looped })
    }

    pub(super) fn for_of(&mut self, it: &ForOfStatement<'a>, labels: Vec<&'a str>) -> Stmt<'a> {
        let each = Each { left: &it.left, right: &it.right, body: &it.body, span: it.span };
        let is_async = it.r#await;
        self.for_each(&each, labels, |each, subject, looped| StmtKind::ForOf { each, subject, is_async, looped })
    }

    fn for_each(&mut self, it: &Each<'_, 'a>, labels: Vec<&'a str>, build: impl FnOnce(Expr<'a>, Expr<'a>, Loop<'a>) -> StmtKind<'a>) -> Stmt<'a> {
        let target = self.enter_loop(labels);
        let pos = Some(it.span);
        let statement = match it.left {
            ForStatementLeft::VariableDeclaration(left) => self.for_each_declared(it, left, target, build),
            left => {
                let each = match left.as_assignment_target() {
                    Some(target) => self.assignment_target(target),
                    None => Expr::new(it.span, Kind::Unsupported("TypeScript")),
                };
                let subject = self.expression(it.right);
                let body = Box::new(self.statement(it.body, Vec::new()));
                Stmt { pos, kind: build(each, subject, Loop { target, body }) }
            }
        };
        self.leave_loop();
        statement
    }

    fn for_each_declared(
        &mut self,
        it: &Each<'_, 'a>,
        left: &VariableDeclaration<'a>,
        target: TargetId,
        build: impl FnOnce(Expr<'a>, Expr<'a>, Loop<'a>) -> StmtKind<'a>,
    ) -> Stmt<'a> {
        let mode = self.mode(left);
        let lexical = mode != Mode::Var;
        let for_scope = lexical.then(|| self.block_scope());
        let outer_scope = for_scope.unwrap_or(self.scope);
        self.in_scope(outer_scope, |parser| {
            let body_scope = lexical.then(|| parser.block_scope());
            let inner_scope = body_scope.unwrap_or(parser.scope);
            let from = parser.scopes.get(inner_scope).locals.len();
            let pattern = parser.in_scope(inner_scope, |parser| {
                let declared = parser.declared_names_from();
                let pattern = left.declarations.first().map(|declarator| {
                    if declarator.init.is_some() {
                        parser.poison("for-in with an initializer", declarator.span);
                    }
                    parser.binding(&declarator.id, mode)
                });
                parser.set_initializer_position(declared, left.span.end);
                pattern
            });
            let names: Vec<&'a str> = parser.scopes.get(inner_scope).locals[from..].iter().map(|&name| parser.scopes.variable(name).name).collect();
            let subject = parser.expression(it.right);
            let (each, body) = parser.in_scope(inner_scope, |parser| {
                let body = parser.statement(it.body, Vec::new());
                let temporary = parser.scopes.temporary(parser.scope, ".for");
                let each = parser.bound(temporary);
                let value = parser.bound(temporary);
                let mut statements = Vec::new();
                if let Some(pattern) = pattern {
                    statements.push(wrap(None, vec![initialization(Some(left.span), pattern, value)]));
                }
                statements.push(body);
                (Expr { pos: Some(left.span), ..each }, wrap(body_scope, statements))
            });
            let statement = Stmt { pos: Some(it.span), kind: build(each, subject, Loop { target, body: Box::new(body) }) };
            let Some(for_scope) = for_scope else { return statement };
            for name in names {
                // The names are there, and holes, while the subject is evaluated.
                let variable = parser.declare_name(name, Mode::Let);
                let declared = parser.scopes.variable_mut(variable);
                declared.used = true;
                declared.initializer_position = it.span.end;
            }
            wrap(Some(for_scope), vec![statement])
        })
    }
}

struct Each<'p, 'a> {
    left: &'p ForStatementLeft<'a>,
    right: &'p oxc_ast::ast::Expression<'a>,
    body: &'p Statement<'a>,
    span: Span,
}

/// The state that the parts of a `for` with lexical names share.
struct Whole {
    span: Span,
    for_scope: ScopeId,
    inner: ScopeId,
    mode: Mode,
    names: Vec<VarId>,
}

fn wrap(scope: Option<ScopeId>, statements: Vec<Stmt<'_>>) -> Stmt<'_> {
    Stmt { pos: None, kind: StmtKind::Block(Block { scope, target: None, statements }) }
}

fn silent(expression: Expr<'_>) -> Stmt<'_> {
    Stmt { pos: None, kind: StmtKind::Expression(expression) }
}

fn smi<'a>(value: i32) -> Expr<'a> {
    Expr::nowhere(Kind::Literal(Literal::Smi(value)))
}
