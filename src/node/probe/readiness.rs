//! The state of a variable at a place in the text: whether it can be read there, or is still in its temporal dead zone.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use oxc_ast::AstKind;
use oxc_ast::ast::VariableDeclarationKind;
use oxc_semantic::Semantic;
use oxc_span::GetSpan;
use oxc_syntax::node::NodeId;
use oxc_syntax::symbol::SymbolId;

use super::functions::Enclosing;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readiness {
    /// Certainly initialised: reading it cannot throw.
    Ready,
    /// Certainly in its temporal dead zone.
    Uninitialised,
    /// It depends on the order in which the program runs.
    Uncertain,
}

/// The place in the text from which on a variable is initialised, for code of its own function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Born {
    Always,
    At(u32),
    /// Code that comes later in the text may run without it: `switch` cases, imports in a cycle.
    Unknown,
}

pub(super) struct ReadinessOf<'s, 'a> {
    semantic: &'s Semantic<'a>,
    /// Whether the text mentions `eval`, which may call any function at any time.
    direct_eval: bool,
    first_calls: RefCell<BTreeMap<usize, u32>>,
    /// The answers so far, by symbol.
    births: RefCell<Vec<Option<Born>>>,
}

impl<'s, 'a> ReadinessOf<'s, 'a> {
    pub(super) fn new(semantic: &'s Semantic<'a>) -> Self {
        let direct_eval = semantic.scoping().root_unresolved_references().keys().any(|name| name.as_str() == "eval");
        let births = RefCell::new(vec![None; semantic.scoping().symbols_len()]);
        Self { semantic, direct_eval, first_calls: RefCell::default(), births }
    }

    /// The readiness of a variable for code of its own function, at the byte offset `at`.
    pub(super) fn own(&self, symbol: SymbolId, at: u32) -> Readiness {
        match self.born(symbol) {
            Born::Always => Readiness::Ready,
            Born::At(born) if born <= at => Readiness::Ready,
            Born::At(_) => Readiness::Uninitialised,
            Born::Unknown => Readiness::Uncertain,
        }
    }

    /// The readiness of a variable for code inside `child`, a function directly inside the variable's own.
    pub(super) fn captured(&self, symbol: SymbolId, child: &Enclosing) -> Readiness {
        let first = match child.hoisted {
            Some(node) => self.first_call(node),
            None => child.span.start,
        };
        match self.born(symbol) {
            Born::Always => Readiness::Ready,
            Born::At(born) if born <= first => Readiness::Ready,
            _ => Readiness::Uncertain,
        }
    }

    fn born(&self, symbol: SymbolId) -> Born {
        let known = self.births.borrow()[symbol.index()];
        known.unwrap_or_else(|| {
            let born = self.find_born(symbol);
            self.births.borrow_mut()[symbol.index()] = Some(born);
            born
        })
    }

    fn find_born(&self, symbol: SymbolId) -> Born {
        let (nodes, scoping) = (self.semantic.nodes(), self.semantic.scoping());
        let declaration = scoping.symbol_declaration(symbol);
        let around = std::iter::once(nodes.get_node(declaration)).chain(nodes.ancestors(declaration));
        for node in around {
            match node.kind() {
                AstKind::VariableDeclarator(it) => match nodes.parent_kind(node.id()) {
                    AstKind::VariableDeclaration(list) if list.kind == VariableDeclarationKind::Var => return Born::Always,
                    _ => return self.lexical_born(node.id(), it.span.end),
                },
                AstKind::VariableDeclaration(list) if list.kind == VariableDeclarationKind::Var => return Born::Always,
                AstKind::FormalParameters(it) => return Born::At(it.span.end),
                AstKind::CatchParameter(it) => return Born::At(it.span.end),
                AstKind::Class(it) => return self.lexical_born(node.id(), it.span.end),
                AstKind::ImportDeclaration(_) => return Born::Unknown,
                AstKind::Function(_) | AstKind::Program(_) => return Born::Always,
                _ => {}
            }
        }
        Born::Always
    }

    fn lexical_born(&self, declaration: NodeId, end: u32) -> Born {
        let nodes = self.semantic.nodes();
        let mut around = nodes.ancestors(declaration).skip_while(|node| matches!(node.kind(), AstKind::VariableDeclaration(_)));
        match around.next().map(oxc_semantic::AstNode::kind) {
            Some(AstKind::ForOfStatement(it)) => Born::At(it.body.span().start),
            Some(AstKind::ForInStatement(it)) => Born::At(it.body.span().start),
            Some(AstKind::SwitchCase(_)) => Born::Unknown,
            _ => Born::At(end),
        }
    }

    /// The first place in the text of the enclosing function from which the function declaration `node` may be called: no mention of its
    /// name, direct or through other declarations that mention it, comes earlier.
    fn first_call(&self, node: NodeId) -> u32 {
        if self.direct_eval {
            return 0;
        }
        if let Some(known) = self.first_calls.borrow().get(&node.index()) {
            return *known;
        }
        let (mut first, mut seen, mut open) = (u32::MAX, BTreeSet::new(), vec![node]);
        while let Some(declaration) = open.pop() {
            if first == 0 || !seen.insert(declaration.index()) {
                continue;
            }
            first = first.min(self.mentions(declaration, &mut open));
        }
        self.first_calls.borrow_mut().insert(node.index(), first);
        first
    }

    /// The first place that mentions a declaration outside other declarations; those go to `callers`.
    fn mentions(&self, declaration: NodeId, callers: &mut Vec<NodeId>) -> u32 {
        let nodes = self.semantic.nodes();
        let AstKind::Function(function) = nodes.kind(declaration) else {
            return 0;
        };
        let home = nodes.parent_id(declaration);
        let symbol = function.id.as_ref().and_then(|id| id.symbol_id.get());
        let (Some(symbol), AstKind::FunctionBody(_) | AstKind::Program(_)) = (symbol, nodes.kind(home)) else {
            return 0;
        };
        if !self.semantic.scoping().symbol_redeclarations(symbol).is_empty() {
            return 0;
        }
        let mut first = u32::MAX;
        for reference in self.semantic.symbol_references(symbol) {
            let mut place = nodes.kind(reference.node_id()).span().start;
            let mut caller = None;
            for around in nodes.ancestors(reference.node_id()).take_while(|around| around.id() != home) {
                match around.kind() {
                    AstKind::Function(it) if it.is_declaration() => (place, caller) = (it.span.start, Some(around.id())),
                    AstKind::Function(_) | AstKind::ArrowFunctionExpression(_) | AstKind::StaticBlock(_) | AstKind::PropertyDefinition(_) => {
                        (place, caller) = (around.kind().span().start, None);
                    }
                    _ => {}
                }
            }
            match caller {
                Some(caller) => callers.push(caller),
                None => first = first.min(place),
            }
        }
        first
    }
}
