//! Statements, from oxc's to V8's.

use std::borrow::Cow;

use oxc_ast::ast::{
    BindingPattern, CatchClause, Function as OxcFunction, LabeledStatement, Statement, SwitchStatement, TryStatement, VariableDeclaration,
    VariableDeclarationKind, VariableDeclarator,
};
use oxc_span::{GetSpan, Span};

use super::base::{Body, Literal, Parser, Target, initialization};
use crate::bytecode::ast::{AssignOp, Block, Case, Expr, FunctionId, FunctionKind, Kind, Literal as Value, Loop, Shape, Stmt, StmtKind};
use crate::bytecode::scope::{Declaration, Mode, ScopeKind};

impl<'a> Parser<'a> {
    pub(super) fn statements(&mut self, from: &[Statement<'a>], to: &mut Vec<Stmt<'a>>) {
        for statement in from {
            let statement = self.statement(statement, Vec::new());
            to.push(statement);
        }
    }

    /// One statement; `labels` are those directly before it.
    pub(super) fn statement(&mut self, statement: &Statement<'a>, labels: Vec<&'a str>) -> Stmt<'a> {
        let pos = Some(statement.span());
        let kind = match statement {
            Statement::BlockStatement(block) => StmtKind::Block(self.block(&block.body, labels)),
            Statement::EmptyStatement(_) => StmtKind::Empty,
            Statement::DebuggerStatement(_) => StmtKind::Debugger,
            Statement::ExpressionStatement(it) => StmtKind::Expression(self.expression(&it.expression)),
            Statement::IfStatement(it) => {
                let test = self.expression(&it.test);
                let yes = Box::new(self.scoped_statement(&it.consequent));
                let no = it.alternate.as_ref().map(|no| Box::new(self.scoped_statement(no)));
                StmtKind::If { test, yes, no }
            }
            Statement::ForStatement(it) => return self.for_statement(it, labels),
            Statement::ForInStatement(it) => return self.for_in(it, labels),
            Statement::ForOfStatement(it) => return self.for_of(it, labels),
            Statement::WhileStatement(it) => {
                let target = self.enter_loop(labels);
                let test = self.expression(&it.test);
                let body = Box::new(self.statement(&it.body, Vec::new()));
                self.leave_loop();
                StmtKind::While { test, looped: Loop { target, body } }
            }
            Statement::DoWhileStatement(it) => {
                let target = self.enter_loop(labels);
                let body = Box::new(self.statement(&it.body, Vec::new()));
                let test = self.expression(&it.test);
                self.leave_loop();
                StmtKind::DoWhile { test, looped: Loop { target, body } }
            }
            Statement::LabeledStatement(it) => return self.labelled(it, labels),
            Statement::BreakStatement(it) => self.jump(it.label.as_ref().map(|label| label.name.as_str()), false),
            Statement::ContinueStatement(it) => self.jump(it.label.as_ref().map(|label| label.name.as_str()), true),
            Statement::ReturnStatement(it) => {
                let undefined = || Expr::nowhere(Kind::Literal(Value::Undefined));
                let value = it.argument.as_ref().map_or_else(undefined, |value| self.expression(value));
                StmtKind::Return { value, end: pos }
            }
            Statement::ThrowStatement(it) => {
                let value = Box::new(self.expression(&it.argument));
                StmtKind::Expression(Expr::new(it.span, Kind::Throw(value)))
            }
            Statement::SwitchStatement(it) => return self.switch(it, labels),
            Statement::TryStatement(it) => return self.try_statement(it),
            Statement::VariableDeclaration(it) => return self.variables(it),
            Statement::FunctionDeclaration(it) => return self.function_declaration(it),
            Statement::ClassDeclaration(it) => return self.class_declaration(it),
            Statement::WithStatement(it) => {
                self.poison("with statement", it.span);
                StmtKind::Unsupported("with statement")
            }
            Statement::ImportDeclaration(_)
            | Statement::ExportAllDeclaration(_)
            | Statement::ExportDefaultDeclaration(_)
            | Statement::ExportDeclaration(_)
            | Statement::ExportNamedDeclaration(_)
            | Statement::ExportFromDeclaration(_) => return self.module_statement(statement),
            _ => {
                self.poison("TypeScript", statement.span());
                StmtKind::Unsupported("TypeScript")
            }
        };
        Stmt { pos, kind }
    }

    pub(super) fn block(&mut self, statements: &[Statement<'a>], labels: Vec<&'a str>) -> Block<'a> {
        let scope = self.block_scope();
        let target = (!labels.is_empty()).then(|| self.enter_target(labels, false, false));
        let mut read = Vec::new();
        self.in_scope(scope, |parser| parser.statements(statements, &mut read));
        if target.is_some() {
            self.state.targets.pop();
        }
        Block { scope: Some(scope), target, statements: read }
    }

    /// A branch of `if`: a function declared there gets a block of its own.
    fn scoped_statement(&mut self, statement: &Statement<'a>) -> Stmt<'a> {
        if super::base::is_function_declaration(statement) {
            let block = self.block(std::slice::from_ref(statement), Vec::new());
            return Stmt { pos: Some(statement.span()), kind: StmtKind::Block(block) };
        }
        self.statement(statement, Vec::new())
    }

    fn enter_target(&mut self, labels: Vec<&'a str>, is_loop: bool, is_unlabelled_break: bool) -> crate::bytecode::ast::TargetId {
        let id = self.new_target();
        self.state.targets.push(Target { id, labels, is_loop, is_unlabelled_break });
        id
    }

    pub(super) fn enter_loop(&mut self, labels: Vec<&'a str>) -> crate::bytecode::ast::TargetId {
        self.state.loops += 1;
        self.enter_target(labels, true, true)
    }

    pub(super) fn leave_loop(&mut self) {
        self.state.loops -= 1;
        self.state.targets.pop();
    }

    fn jump(&self, label: Option<&str>, goes_on: bool) -> StmtKind<'a> {
        let fits = |target: &&Target<'a>| match label {
            Some(label) => target.labels.contains(&label) && (target.is_loop || !goes_on),
            None => target.is_loop || (target.is_unlabelled_break && !goes_on),
        };
        match self.state.targets.iter().rev().find(fits) {
            Some(target) if goes_on => StmtKind::Continue(target.id),
            Some(target) => StmtKind::Break(target.id),
            None => StmtKind::Unsupported("jump to nowhere"),
        }
    }

    fn labelled(&mut self, it: &LabeledStatement<'a>, mut labels: Vec<&'a str>) -> Stmt<'a> {
        labels.push(it.label.name.as_str());
        match &it.body {
            Statement::BlockStatement(_)
            | Statement::ForStatement(_)
            | Statement::ForInStatement(_)
            | Statement::ForOfStatement(_)
            | Statement::WhileStatement(_)
            | Statement::DoWhileStatement(_)
            | Statement::SwitchStatement(_)
            | Statement::LabeledStatement(_) => self.statement(&it.body, labels),
            body => {
                let target = Some(self.enter_target(labels, false, false));
                let statements = vec![self.statement(body, Vec::new())];
                self.state.targets.pop();
                Stmt { pos: None, kind: StmtKind::Block(Block { scope: None, target, statements }) }
            }
        }
    }

    // Declarations.

    /// The statements of a declaration, in a block without a scope.
    pub(super) fn variables(&mut self, it: &VariableDeclaration<'a>) -> Stmt<'a> {
        let mut statements = Vec::new();
        for declarator in &it.declarations {
            self.declarator(it, declarator, &mut statements);
        }
        if let [_] = statements.as_slice()
            && let Some(only) = statements.pop()
        {
            return only;
        }
        Stmt { pos: None, kind: StmtKind::Block(Block { scope: None, target: None, statements }) }
    }

    pub(super) fn mode(&mut self, it: &VariableDeclaration<'a>) -> Mode {
        match it.kind {
            VariableDeclarationKind::Var => Mode::Var,
            VariableDeclarationKind::Let => Mode::Let,
            VariableDeclarationKind::Const => Mode::Const,
            VariableDeclarationKind::Using | VariableDeclarationKind::AwaitUsing => {
                self.poison("using declaration", it.span);
                Mode::Const
            }
        }
    }

    fn declarator(&mut self, it: &VariableDeclaration<'a>, declarator: &VariableDeclarator<'a>, statements: &mut Vec<Stmt<'a>>) {
        let mode = self.mode(it);
        let from = self.declared_names_from();
        if let (BindingPattern::BindingIdentifier(name), None, Mode::Var) = (&declarator.id, &declarator.init, mode) {
            self.declare_name(name.name.as_str(), mode);
            return;
        }
        let target = self.binding(&declarator.id, mode);
        let value = match &declarator.init {
            Some(value) => match &declarator.id {
                BindingPattern::BindingIdentifier(name) => self.named(value, Cow::Borrowed(name.name.as_str())),
                _ => self.expression(value),
            },
            None => Expr::nowhere(Kind::Literal(Value::Undefined)),
        };
        self.set_initializer_position(from, declarator.span.end);
        statements.push(initialization(Some(declarator.span), target, value));
    }

    pub(super) fn function_declaration(&mut self, it: &OxcFunction<'a>) -> Stmt<'a> {
        let empty = Stmt { pos: None, kind: StmtKind::Empty };
        let Some(name) = it.id.as_ref().map(|id| id.name.as_str()) else { return empty };
        let in_block = !self.scopes.get(self.scope).is_declaration_scope;
        let scope = self.scope;
        let mode = if in_block { Mode::Let } else { Mode::Var };
        let (variable, _) = self.scopes.declare(scope, name, mode);
        self.scopes.variable_mut(variable).needs_initialization = false;
        let Some(function) = self.function_of(it, Cow::Borrowed(name), false) else { return empty };
        self.scopes.get_mut(scope).declarations.push(Declaration::Function(variable, function));
        let plain = !it.r#async && !it.generator;
        if in_block && !self.is_strict() && plain { self.hoist_sloppy(name, it.span) } else { empty }
    }

    /// Annex B: a function in a block of sloppy code is a `var` of the function too.
    fn hoist_sloppy(&mut self, name: &'a str, span: Span) -> Stmt<'a> {
        let closure = self.scopes.declaration_scope(self.scope);
        let mut scope = self.scopes.get(self.scope).outer;
        while let Some(id) = scope.filter(|&id| id != closure) {
            let lexical = self.scopes.get(id).names.get(name).is_some_and(|&variable| self.scopes.variable(variable).mode.is_lexical());
            if lexical {
                return Stmt { pos: None, kind: StmtKind::Empty };
            }
            scope = self.scopes.get(id).outer;
        }
        let existing = self.scopes.get(closure).names.get(name).copied();
        let target = match existing {
            Some(variable) if self.scopes.variable(variable).mode.is_lexical() => return Stmt { pos: None, kind: StmtKind::Empty },
            Some(variable) => variable,
            None => {
                let (variable, _) = self.scopes.declare(closure, name, Mode::Var);
                self.scopes.get_mut(closure).declarations.push(Declaration::Variable(variable));
                variable
            }
        };
        self.scopes.set_maybe_assigned(target);
        let value = Box::new(Expr::nowhere(Kind::Proxy(self.proxy(name, span.end))));
        let target = Box::new(self.bound(target));
        let assign = Expr::nowhere(Kind::Assign { op: AssignOp::Assign, target, value });
        let inner = Box::new(Stmt { pos: None, kind: StmtKind::Expression(assign) });
        Stmt { pos: None, kind: StmtKind::SloppyBlockFunction(inner) }
    }

    /// A function of oxc's tree. `None`: it has no code (TypeScript).
    pub(super) fn function_of(&mut self, it: &OxcFunction<'a>, name: Cow<'a, str>, is_expression: bool) -> Option<FunctionId> {
        let shape = Shape::Normal;
        let kind = FunctionKind { shape, is_async: it.r#async, is_generator: it.generator };
        let own_name = it.id.as_ref().map(|id| id.name.as_str()).filter(|_| is_expression);
        self.function_with(it, name, own_name, kind, false)
    }

    pub(super) fn function_with(
        &mut self,
        it: &OxcFunction<'a>,
        name: Cow<'a, str>,
        own_name: Option<&'a str>,
        kind: FunctionKind,
        has_fields: bool,
    ) -> Option<FunctionId> {
        let body = it.body.as_deref()?;
        let literal = Literal { name, own_name, span: it.span, kind, parameters: &it.params, body: Body::Statements(body), has_fields };
        Some(self.function(&literal))
    }

    // Switch and try.

    fn switch(&mut self, it: &SwitchStatement<'a>, labels: Vec<&'a str>) -> Stmt<'a> {
        let tag = self.expression(&it.discriminant);
        let scope = self.block_scope();
        self.scopes.get_mut(scope).nonlinear = true;
        let target = self.enter_target(labels, false, true);
        let mut cases = Vec::new();
        self.in_scope(scope, |parser| {
            for case in &it.cases {
                let label = case.test.as_ref().map(|test| parser.expression(test));
                let mut statements = Vec::new();
                parser.statements(&case.consequent, &mut statements);
                cases.push(Case { label, statements });
            }
        });
        self.state.targets.pop();
        let pos = Some(it.span);
        if self.scopes.get(scope).names.is_empty() {
            return Stmt { pos, kind: StmtKind::Switch { tag, cases, target } };
        }
        self.scoped_switch(scope, tag, Stmt { pos, kind: StmtKind::Switch { tag: Expr::nowhere(Kind::This), cases, target } })
    }

    /// Puts a `switch` into the scope of its clauses. Their declarations are not yet there when the tag is evaluated.
    fn scoped_switch(&mut self, scope: crate::bytecode::scope::ScopeId, tag: Expr<'a>, mut switch: Stmt<'a>) -> Stmt<'a> {
        let variable = self.scopes.temporary(self.scope, ".switch_tag");
        let target = Box::new(self.bound(variable));
        let assign = Expr { pos: tag.pos, kind: Kind::Assign { op: AssignOp::Assign, target, value: Box::new(tag) } };
        if let StmtKind::Switch { tag, .. } = &mut switch.kind {
            *tag = self.bound(variable);
        }
        let cases = Block { scope: Some(scope), target: None, statements: vec![switch] };
        let statements = vec![Stmt { pos: None, kind: StmtKind::Expression(assign) }, Stmt { pos: None, kind: StmtKind::Block(cases) }];
        Stmt { pos: None, kind: StmtKind::Block(Block { scope: None, target: None, statements }) }
    }

    fn try_statement(&mut self, it: &TryStatement<'a>) -> Stmt<'a> {
        let pos = Some(it.span);
        let mut block = self.block(&it.block.body, Vec::new());
        if let Some(handler) = &it.handler {
            let caught = self.catch(handler, block, pos);
            if it.finalizer.is_none() {
                return caught;
            }
            block = Block { scope: None, target: None, statements: vec![caught] };
        }
        let Some(finalizer) = &it.finalizer else { return Stmt { pos, kind: StmtKind::Block(block) } };
        let finalizer = self.block(&finalizer.body, Vec::new());
        Stmt { pos, kind: StmtKind::TryFinally { block, finalizer } }
    }

    fn catch(&mut self, it: &CatchClause<'a>, block: Block<'a>, pos: Option<Span>) -> Stmt<'a> {
        let Some(parameter) = &it.param else {
            let handler = self.block(&it.body.body, Vec::new());
            return Stmt { pos, kind: StmtKind::TryCatch { block, scope: None, handler } };
        };
        let strict = self.is_strict();
        let scope = self.scopes.new_scope(ScopeKind::Catch, Some(self.scope), strict);
        let name = match &parameter.pattern {
            BindingPattern::BindingIdentifier(name) => name.name.as_str(),
            _ => ".catch",
        };
        let (variable, _) = self.scopes.declare(scope, name, Mode::Var);
        self.scopes.variable_mut(variable).used = true;
        let handler = self.in_scope(scope, |parser| {
            let inner = parser.block_scope();
            let mut statements = Vec::new();
            parser.in_scope(inner, |parser| {
                if name == ".catch" {
                    let from = parser.declared_names_from();
                    let target = parser.binding(&parameter.pattern, Mode::Let);
                    parser.set_initializer_position(from, parameter.span.end);
                    let value = parser.bound(variable);
                    statements.push(initialization(None, target, value));
                }
                let body = parser.block(&it.body.body, Vec::new());
                statements.push(Stmt { pos: None, kind: StmtKind::Block(body) });
            });
            Block { scope: Some(inner), target: None, statements }
        });
        Stmt { pos, kind: StmtKind::TryCatch { block, scope: Some(scope), handler } }
    }
}
