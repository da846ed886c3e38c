//! Statements: the step before each, and the reports of loops, `return`, `throw` and `catch`.

use std::cell::Cell;

use oxc_ast::ast::{
    BindingPattern, CatchClause, Expression, ForStatement, ForStatementInit, ForStatementLeft, ReturnStatement, Statement, ThrowStatement,
    VariableDeclarationKind,
};
use oxc_ast_visit::Visit;
use oxc_span::GetSpan;
use oxc_syntax::scope::{ScopeFlags, ScopeId};

use super::names;
use super::variables::Visible;
use super::visitor::{Weaver, span};
use trace::{SiteId, SiteKind, Span};

impl<'a> Weaver<'_, 'a> {
    /// A site and its probe's call, without a semicolon. `at`: the byte offset at which the variables are read.
    pub(super) fn statement_probe(&mut self, span: Span, at: u32) -> (SiteId, String) {
        let (visible, values) = self.visible(at);
        let site = self.site(SiteKind::Statement, span, "", visible);
        self.newest_step = Some(site);
        (site, format!("{}({}{values})", names::STATEMENT, site.0))
    }

    /// The probe at a loop's head, as an expression.
    fn loop_probe(&mut self, span: Span, at: u32) -> String {
        if self.full() { self.statement_probe(span, at).1 } else { format!("{}()", names::BUDGET) }
    }

    /// Puts the probe of a statement in a list of statements in front of it.
    pub(super) fn step_before(&mut self, statement: &Statement<'a>) {
        if let Some(probe) = self.step(statement) {
            self.splices.put(statement.span().start, format!("{probe};"));
        }
    }

    fn step(&mut self, statement: &Statement<'a>) -> Option<String> {
        if !self.full() {
            return None;
        }
        let shown = self.shown(statement)?;
        Some(self.statement_probe(shown, statement.span().start).1)
    }

    /// The part of a statement that its step points at; `None` where nothing happens, or only what has a step of its own.
    fn shown(&self, statement: &Statement<'a>) -> Option<Span> {
        let whole = span(statement.span());
        let up_to = |end: u32| Some(self.head(whole.start, end));
        match statement {
            Statement::EmptyStatement(_)
            | Statement::BlockStatement(_)
            | Statement::TryStatement(_)
            | Statement::FunctionDeclaration(_)
            | Statement::ImportDeclaration(_)
            | Statement::ExportAllDeclaration(_)
            | Statement::ExportNamedDeclaration(_)
            | Statement::WhileStatement(_)
            | Statement::DoWhileStatement(_) => None,
            Statement::VariableDeclaration(it) => {
                let nothing = it.kind == VariableDeclarationKind::Var && it.declarations.iter().all(|one| one.init.is_none());
                (!nothing).then_some(whole)
            }
            Statement::ForStatement(it) => it.init.as_ref().map(|init| span(init.span())),
            Statement::ForInStatement(it) => up_to(it.body.span().start),
            Statement::ForOfStatement(it) => up_to(it.body.span().start),
            Statement::IfStatement(it) => up_to(it.consequent.span().start),
            Statement::WithStatement(it) => up_to(it.body.span().start),
            Statement::SwitchStatement(it) => {
                let after = it.discriminant.span().end;
                let close = self.source[after as usize..].find(')').map_or(0, |place| super::position_map::offset(place + 1));
                up_to(after + close)
            }
            Statement::ClassDeclaration(it) => up_to(it.body.span.start),
            Statement::LabeledStatement(it) => self.shown(&it.body),
            _ => Some(whole),
        }
    }

    /// A statement that is not in a list: the body of `if` or of a loop. `head`: a probe to run at its start.
    pub(super) fn body(&mut self, statement: &Statement<'a>, head: &str) {
        let head = if head.is_empty() { String::new() } else { format!("{head};") };
        if let Statement::BlockStatement(block) = statement {
            self.splices.put(block.span.start + 1, head);
            return self.visit_statement(statement);
        }
        let step = self.step(statement).map_or_else(String::new, |probe| format!("{probe};"));
        if head.is_empty() && step.is_empty() {
            return self.visit_statement(statement);
        }
        let whole = statement.span();
        self.splices.put(whole.start, format!("{{{head}{step}"));
        self.visit_statement(statement);
        self.splices.put(whole.end, "}");
    }

    /// The condition or the update of a loop: a step of its own, every time.
    pub(super) fn loop_expression(&mut self, expression: &Expression<'a>) {
        let whole = span(expression.span());
        let probe = self.loop_probe(whole, whole.start);
        self.splices.put(whole.start, format!("({probe},"));
        self.visit_expression(expression);
        self.splices.put(whole.end, ")");
    }

    pub(super) fn for_loop(&mut self, it: &ForStatement<'a>) {
        self.enter_scope(ScopeFlags::empty(), &it.scope_id);
        match &it.init {
            Some(ForStatementInit::VariableDeclaration(init)) => self.visit_variable_declaration(init),
            Some(init) => self.visit_expression(init.to_expression()),
            None => {}
        }
        if let Some(test) = &it.test {
            self.loop_expression(test);
        }
        match &it.update {
            Some(update) if self.full() || it.test.is_none() => self.loop_expression(update),
            Some(update) => self.visit_expression(update),
            None => {}
        }
        let body = it.body.span().start;
        let head = if it.test.is_none() && it.update.is_none() { self.loop_probe(self.head(it.span.start, body), body) } else { String::new() };
        self.body(&it.body, &head);
        self.leave_scope();
    }

    /// `for (left of right)`, `for (left in right)`: every time round is a step.
    pub(super) fn for_each(&mut self, scope: &Cell<Option<ScopeId>>, left: &ForStatementLeft<'a>, right: &Expression<'a>, body: &Statement<'a>) {
        self.enter_scope(ScopeFlags::empty(), scope);
        self.visit_for_statement_left(left);
        self.visit_expression(right);
        let head = self.loop_probe(Span { start: left.span().start, end: right.span().end }, body.span().start);
        self.body(body, &head);
        self.leave_scope();
    }

    pub(super) fn return_statement(&mut self, it: &ReturnStatement<'a>) {
        let Some(value) = &it.argument else {
            return;
        };
        if self.full() {
            self.hand_over(names::EXIT, span(it.span), value);
        } else {
            self.visit_expression(value);
        }
    }

    pub(super) fn throw_statement(&mut self, it: &ThrowStatement<'a>) {
        self.hand_over(names::THROWN, span(it.span), &it.argument);
    }

    /// `value` becomes `probe(id,(value))`: the parentheses are for a value with commas.
    fn hand_over(&mut self, probe: &str, statement: Span, value: &Expression<'a>) {
        let step = self.newest_step.filter(|step| self.tables.sites[step.index()].span == statement);
        let site = step.unwrap_or_else(|| self.site(SiteKind::Statement, statement, "", Visible::default()));
        let whole = value.span();
        self.splices.put(whole.start, format!("{probe}({},(", site.0));
        self.visit_expression(value);
        self.splices.put(whole.end, "))");
    }

    pub(super) fn catch_clause(&mut self, it: &CatchClause<'a>) {
        self.enter_scope(ScopeFlags::CatchClause, &it.scope_id);
        if let Some(parameter) = &it.param {
            self.visit_binding_pattern(&parameter.pattern);
        }
        if self.full() {
            let body = it.body.span.start;
            let site = self.site(SiteKind::Statement, self.head(it.span.start, body), "", Visible::default());
            let value = match it.param.as_ref().map(|parameter| &parameter.pattern) {
                Some(BindingPattern::BindingIdentifier(name)) => format!(",{}", name.name),
                _ => String::new(),
            };
            self.splices.put(body + 1, format!("{}({}{value});", names::CAUGHT, site.0));
        }
        self.visit_block_statement(&it.body);
        self.leave_scope();
    }
}
