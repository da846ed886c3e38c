//! Functions: their table, the probe at their entry, and the local variables that hold arguments while a call is prepared.

use oxc_ast::AstKind;
use oxc_ast::ast::{
    ArrowFunctionBody, ArrowFunctionExpression, AssignmentTarget, BindingPattern, Directive, Function, MethodDefinitionKind, Program,
    PropertyDefinition, PropertyKey, PropertyKind, Statement, StaticBlock,
};
use oxc_ast_visit::Visit;
use oxc_span::GetSpan;
use oxc_syntax::node::NodeId;
use oxc_syntax::scope::{ScopeFlags, ScopeId};

use super::names;
use super::readiness::Readiness;
use super::splice::Slot;
use super::variables::{Captured, Visible};
use super::visitor::{Weaver, span};
use trace::{self, FunctionId, FunctionKind, SiteKind, Span};

/// The script, a function, a class field's initialiser or a static block around the current node.
pub(super) struct Enclosing {
    /// Its id in the table of functions; `None` for the script, initialisers and static blocks, which are not in it.
    pub(super) function: Option<FunctionId>,
    pub(super) scope: ScopeId,
    pub(super) span: Span,
    /// The node of a function declaration, which can be called before its text is reached.
    pub(super) hoisted: Option<NodeId>,
    pub(super) locals: Locals,
    /// The readiness of `this` in it; `None` where it does not mention `this`.
    pub(super) this: Option<Readiness>,
    /// The variables of the functions around it that it uses, once they have been looked for.
    pub(super) captured: Option<Captured>,
}

/// The instrumenter's own local variables of one function.
#[derive(Default)]
pub(super) struct Locals {
    /// The splice that declares them, once the walk is inside the body: nothing outside of it can use them.
    slot: Option<Slot>,
    /// The number of variables in use now.
    used: u32,
    /// The largest number of variables in use at a time, which is the number to declare.
    most: u32,
}

impl Locals {
    /// Takes a variable for the caller alone, until [`Self::release`]. Its name.
    pub(super) fn take(&mut self) -> String {
        self.used += 1;
        self.most = self.most.max(self.used);
        format!("{}{}", names::PREFIX, self.used)
    }

    pub(super) fn release(&mut self, count: u32) {
        self.used -= count;
    }

    pub(super) fn available(&self) -> bool {
        self.slot.is_some()
    }

    fn declaration(&self) -> String {
        let names: Vec<String> = (1..=self.most).map(|number| format!("{}{number}", names::PREFIX)).collect();
        if names.is_empty() { String::new() } else { format!("let {};", names.join(",")) }
    }
}

impl<'a> Weaver<'_, 'a> {
    pub(super) fn program(&mut self, program: &Program<'a>) {
        self.enter_scope(ScopeFlags::Top, &program.scope_id);
        self.enclose(None, span(program.span), None);
        if let Some(hashbang) = &program.hashbang {
            self.splices.put(hashbang.span.start, "//");
        }
        let open = String::new();
        self.statements(&program.directives, &program.body, program.span.end, &open);
        self.enclosing.pop();
        self.leave_scope();
    }

    fn enclose(&mut self, function: Option<FunctionId>, span: Span, hoisted: Option<NodeId>) {
        let scope = *self.scopes.last().expect("the walk is inside the program's scope");
        let this = function.and_then(|_| self.variables.receiver(span));
        self.enclosing.push(Enclosing { function, scope, span, hoisted, locals: Locals::default(), this, captured: None });
    }

    /// A body's statements, with `entry` and the locals in front of the first one (after the directives) or at `end`.
    fn statements(&mut self, directives: &[Directive<'a>], statements: &oxc_allocator::Vec<'a, Statement<'a>>, end: u32, entry: &str) {
        let at = statements.first().map_or(end, |first| first.span().start);
        let slot = self.splices.reserve(at);
        if self.full() {
            self.enclosing.last_mut().expect("the walk is inside the script").locals.slot = Some(slot);
        }
        self.visit_statements(statements);
        let locals = self.enclosing.last().map(|enclosing| enclosing.locals.declaration()).unwrap_or_default();
        // A last directive without its semicolon must stay a directive.
        let close = if directives.is_empty() || (entry.is_empty() && locals.is_empty()) { "" } else { ";" };
        self.splices.fill(slot, format!("{close}{locals}{entry}"));
    }

    pub(super) fn function(&mut self, it: &Function<'a>, flags: ScopeFlags) {
        let Some(body) = &it.body else {
            return;
        };
        self.enter_scope(flags, &it.scope_id);
        let (kind, name) = self.kind_and_name(it);
        let id = self.add_function(kind, &name, span(it.span));
        self.enclose(Some(id), span(it.span), it.is_declaration().then(|| it.node_id.get()));
        self.visit_formal_parameters(&it.params);
        let entry = self.entry(id, Span { start: it.span.start, end: body.span.start });
        self.statements(&body.directives, &body.statements, body.span.end - 1, &entry);
        self.enclosing.pop();
        self.leave_scope();
    }

    pub(super) fn arrow(&mut self, it: &ArrowFunctionExpression<'a>) {
        self.enter_scope(ScopeFlags::Function | ScopeFlags::Arrow, &it.scope_id);
        let kind = if it.r#async { FunctionKind::Async } else { FunctionKind::Arrow };
        let name = self.inferred_name(it.node_id.get());
        let id = self.add_function(kind, &name, span(it.span));
        self.enclose(Some(id), span(it.span), None);
        self.visit_formal_parameters(&it.params);
        let entry = self.entry(id, Span { start: it.span.start, end: it.body.span().start });
        if let ArrowFunctionBody::FunctionBody(body) = &it.body {
            self.statements(&body.directives, &body.statements, body.span.end - 1, &entry);
        } else {
            self.arrow_expression(it, &entry);
        }
        self.enclosing.pop();
        self.leave_scope();
    }

    /// `x => y` becomes `x => {entry; statement; return exit(y)}`.
    fn arrow_expression(&mut self, it: &ArrowFunctionExpression<'a>, entry: &str) {
        let expression = it.body.to_expression();
        let at = span(expression.span());
        if !self.full() {
            self.splices.put(at.start, format!("({},", entry.trim_end_matches(';')));
            self.visit_expression(expression);
            return self.splices.put(at.end, ")");
        }
        let slot = self.splices.reserve(at.start);
        self.enclosing.last_mut().expect("the walk is inside the arrow").locals.slot = Some(slot);
        let (site, step) = self.statement_probe(at, at.start);
        self.visit_expression(expression);
        let locals = self.enclosing.last().map(|enclosing| enclosing.locals.declaration()).unwrap_or_default();
        self.splices.fill(slot, format!("{{{locals}{entry}{step};return {}({},(", names::EXIT, site.0));
        self.splices.put(at.end, "))}");
    }

    pub(super) fn static_block(&mut self, it: &StaticBlock<'a>) {
        self.enter_scope(ScopeFlags::ClassStaticBlock, &it.scope_id);
        self.enclose(None, span(it.span), None);
        self.statements(&[], &it.body, it.span.end - 1, "");
        self.enclosing.pop();
        self.leave_scope();
    }

    /// A class field: its initialiser runs as a function of its own, without a body of statements.
    pub(super) fn field(&mut self, it: &PropertyDefinition<'a>) {
        self.visit_property_key(&it.key);
        if let Some(value) = &it.value {
            self.enclose(None, span(value.span()), None);
            self.visit_expression(value);
            self.enclosing.pop();
        }
    }

    fn entry(&mut self, function: FunctionId, head: Span) -> String {
        if !self.full() {
            return format!("{}();", names::BUDGET);
        }
        let site = self.site(SiteKind::Entry, self.head(head.start, head.end), "", Visible::default());
        format!("{}({},{});", names::ENTRY, function.0, site.0)
    }

    fn add_function(&mut self, kind: FunctionKind, name: &str, span: Span) -> FunctionId {
        let id = FunctionId(u32::try_from(self.tables.functions.len()).unwrap_or(u32::MAX));
        let name = self.text(name);
        let position = self.position(span.start);
        self.tables.functions.push(trace::Function { script: self.script, name, kind, span, position });
        id
    }

    fn kind_and_name(&self, it: &Function<'a>) -> (FunctionKind, String) {
        let parent = self.semantic.nodes().parent_kind(it.node_id.get());
        let plain = match (it.r#async, it.generator) {
            (true, true) => FunctionKind::AsyncGenerator,
            (true, false) => FunctionKind::Async,
            (false, true) => FunctionKind::Generator,
            (false, false) => FunctionKind::Plain,
        };
        let name = it.id.as_ref().map_or_else(|| self.inferred_name(it.node_id.get()), |id| id.name.to_string());
        let kind = match parent {
            AstKind::MethodDefinition(method) if method.kind == MethodDefinitionKind::Constructor => FunctionKind::Constructor,
            AstKind::MethodDefinition(_) if plain == FunctionKind::Plain => FunctionKind::Method,
            AstKind::ObjectProperty(property) if plain == FunctionKind::Plain && (property.method || property.kind != PropertyKind::Init) => {
                FunctionKind::Method
            }
            _ => plain,
        };
        (kind, name)
    }

    /// The name that `NamedEvaluation` gives to the anonymous function `node`, where it follows from the text alone; else the empty text.
    fn inferred_name(&self, node: NodeId) -> String {
        let nodes = self.semantic.nodes();
        let mut parents = nodes.ancestors(node).skip_while(|parent| matches!(parent.kind(), AstKind::ParenthesizedExpression(_)));
        let pattern = |pattern: &BindingPattern| pattern.get_identifier_name().map(|name| name.to_string());
        let key = |key: &PropertyKey| match key {
            PropertyKey::PrivateIdentifier(name) => Some(format!("#{}", name.name)),
            _ => key.static_name().map(|name| name.to_string()),
        };
        let name = match parents.next().map(|parent| (parent.id(), parent.kind())) {
            Some((_, AstKind::VariableDeclarator(it))) => pattern(&it.id),
            Some((_, AstKind::AssignmentPattern(it))) => pattern(&it.left),
            Some((_, AstKind::FormalParameter(it))) => pattern(&it.pattern),
            Some((_, AstKind::AssignmentExpression(it))) => match &it.left {
                AssignmentTarget::AssignmentTargetIdentifier(left) => Some(left.name.to_string()),
                _ => None,
            },
            Some((_, AstKind::ObjectProperty(it))) => key(&it.key).map(|name| match it.kind {
                PropertyKind::Init => name,
                PropertyKind::Get => format!("get {name}"),
                PropertyKind::Set => format!("set {name}"),
            }),
            Some((_, AstKind::PropertyDefinition(it))) if !it.computed => key(&it.key),
            Some((id, AstKind::MethodDefinition(it))) => match it.kind {
                MethodDefinitionKind::Constructor => self.class_name(id),
                MethodDefinitionKind::Method => key(&it.key),
                MethodDefinitionKind::Get => key(&it.key).map(|name| format!("get {name}")),
                MethodDefinitionKind::Set => key(&it.key).map(|name| format!("set {name}")),
            },
            Some((_, AstKind::ExportDefaultDeclaration(_))) => Some("default".to_owned()),
            _ => None,
        };
        name.unwrap_or_default()
    }

    fn class_name(&self, inside: NodeId) -> Option<String> {
        let class = self.semantic.nodes().ancestors(inside).find_map(|node| match node.kind() {
            AstKind::Class(class) => Some((node.id(), class)),
            _ => None,
        });
        let (id, class) = class?;
        Some(class.id.as_ref().map_or_else(|| self.inferred_name(id), |name| name.name.to_string()))
    }
}
