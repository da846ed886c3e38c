//! The walk over the syntax tree. Its work at each kind of node is sorted by topic: `statements`, `calls`, `functions`.

use std::cell::Cell;

use oxc_allocator::Vec as ArenaVec;
use oxc_ast::ast::{
    ArrowFunctionExpression, CallExpression, CatchClause, ChainExpression, DoWhileStatement, ForInStatement, ForOfStatement, ForStatement, Function,
    IfStatement, LabeledStatement, NewExpression, Program, PropertyDefinition, ReturnStatement, Statement, StaticBlock, ThrowStatement,
    WhileStatement, WithStatement,
};
use oxc_ast_visit::Visit;
use oxc_semantic::Semantic;
use oxc_syntax::scope::{ScopeFlags, ScopeId};

use super::functions::Enclosing;
use super::instrument::{Detail, Request, Tables};
use super::splice::Splices;
use super::variables::{Variables, Visible};
use trace::{ByteOffset, Lines, Position, ScriptId, Site, SiteId, SiteKind, Span, TextId};

/// One instrumentation under way.
pub(super) struct Weaver<'s, 'a> {
    pub(super) source: &'s str,
    pub(super) detail: Detail,
    pub(super) semantic: &'s Semantic<'a>,
    pub(super) splices: Splices,
    pub(super) variables: Variables<'s, 'a>,
    /// The scopes around the current node, outermost first.
    pub(super) scopes: Vec<ScopeId>,
    /// The script and the functions around the current node, outermost first: never empty while walking.
    pub(super) enclosing: Vec<Enclosing>,
    pub(super) tables: &'s mut Tables,
    pub(super) script: ScriptId,
    /// The newest statement site: `return` and `throw` report under the one of their own step.
    pub(super) newest_step: Option<SiteId>,
    lines: &'s Lines,
    intern: &'s mut dyn FnMut(&str) -> TextId,
}

impl<'s, 'a> Weaver<'s, 'a> {
    pub(super) fn new(
        source: &'s str,
        request: Request,
        lines: &'s Lines,
        semantic: &'s Semantic<'a>,
        tables: &'s mut Tables,
        intern: &'s mut dyn FnMut(&str) -> TextId,
    ) -> Self {
        Self {
            source,
            detail: request.detail,
            semantic,
            splices: Splices::default(),
            variables: Variables::new(semantic),
            scopes: Vec::new(),
            enclosing: Vec::new(),
            tables,
            script: request.script,
            newest_step: None,
            lines,
            intern,
        }
    }

    pub(super) fn full(&self) -> bool {
        self.detail == Detail::Full
    }

    pub(super) fn text(&mut self, text: &str) -> TextId {
        (self.intern)(text)
    }

    pub(super) fn position(&self, at: u32) -> Position {
        self.lines.position(ByteOffset(at))
    }

    pub(super) fn site(&mut self, kind: SiteKind, span: Span, callee: &str, visible: Visible) -> SiteId {
        let id = SiteId(u32::try_from(self.tables.sites.len()).unwrap_or(u32::MAX));
        let callee = self.text(callee);
        let function = self.enclosing.iter().rev().find_map(|enclosing| enclosing.function);
        let Visible { names: visible, own } = visible;
        self.tables.sites.push(Site { script: self.script, kind, span, position: self.position(span.start), function, callee, visible, own });
        id
    }

    /// The span from `start` to the last character before `end` that is not white space.
    pub(super) fn head(&self, start: u32, end: u32) -> Span {
        let text = &self.source[start as usize..end as usize];
        Span { start, end: end - super::position_map::offset(text.len() - text.trim_end().len()) }
    }
}

pub(super) fn span(of: oxc_span::Span) -> Span {
    Span { start: of.start, end: of.end }
}

impl<'a> Visit<'a> for Weaver<'_, 'a> {
    fn enter_scope(&mut self, _: ScopeFlags, scope: &Cell<Option<ScopeId>>) {
        self.scopes.push(scope.get().expect("the semantic analysis gives every scope its id"));
    }
    fn leave_scope(&mut self) {
        self.scopes.pop();
    }

    fn visit_program(&mut self, program: &Program<'a>) {
        self.program(program);
    }
    fn visit_function(&mut self, function: &Function<'a>, flags: ScopeFlags) {
        self.function(function, flags);
    }
    fn visit_arrow_function_expression(&mut self, arrow: &ArrowFunctionExpression<'a>) {
        self.arrow(arrow);
    }
    fn visit_static_block(&mut self, block: &StaticBlock<'a>) {
        self.static_block(block);
    }
    fn visit_property_definition(&mut self, field: &PropertyDefinition<'a>) {
        self.field(field);
    }

    fn visit_statements(&mut self, statements: &ArenaVec<'a, Statement<'a>>) {
        for statement in statements {
            self.step_before(statement);
            self.visit_statement(statement);
        }
    }
    fn visit_if_statement(&mut self, it: &IfStatement<'a>) {
        self.visit_expression(&it.test);
        self.body(&it.consequent, "");
        if let Some(alternate) = &it.alternate {
            self.body(alternate, "");
        }
    }
    fn visit_for_statement(&mut self, it: &ForStatement<'a>) {
        self.for_loop(it);
    }
    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.for_each(&it.scope_id, &it.left, &it.right, &it.body);
    }
    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.for_each(&it.scope_id, &it.left, &it.right, &it.body);
    }
    fn visit_while_statement(&mut self, it: &WhileStatement<'a>) {
        self.loop_expression(&it.test);
        self.body(&it.body, "");
    }
    fn visit_do_while_statement(&mut self, it: &DoWhileStatement<'a>) {
        self.body(&it.body, "");
        self.loop_expression(&it.test);
    }
    fn visit_labeled_statement(&mut self, it: &LabeledStatement<'a>) {
        // The step of the statement is in front of its labels: see `step_before`.
        self.visit_statement(&it.body);
    }
    fn visit_with_statement(&mut self, it: &WithStatement<'a>) {
        // The body is left as it is: the program's object would be asked for the probes' names.
        self.visit_expression(&it.object);
    }
    fn visit_return_statement(&mut self, it: &ReturnStatement<'a>) {
        self.return_statement(it);
    }
    fn visit_throw_statement(&mut self, it: &ThrowStatement<'a>) {
        self.throw_statement(it);
    }
    fn visit_catch_clause(&mut self, it: &CatchClause<'a>) {
        self.catch_clause(it);
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        self.call(it);
    }
    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        self.construction(it);
    }
    fn visit_chain_expression(&mut self, it: &ChainExpression<'a>) {
        self.chain(it);
    }
}
