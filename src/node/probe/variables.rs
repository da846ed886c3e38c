//! The variables that a statement's probe shows, and the text that hands them over.

use std::fmt::Write;

use oxc_ast::AstKind;
use oxc_ast::ast::MethodDefinitionKind;
use oxc_semantic::{AstNode, Semantic};
use oxc_syntax::scope::ScopeId;
use oxc_syntax::symbol::{SymbolFlags, SymbolId};

use super::names;
use super::readiness::{Readiness, ReadinessOf};
use super::visitor::Weaver;
use trace::{Span, TextId};

/// The largest number of variables that a probe shows; if there are more, it shows the nearest.
const MOST: usize = 24;

/// The variables of the functions around it that a function uses.
pub(super) type Captured = Vec<(SymbolId, Readiness)>;

/// The names that a statement shows, as its site holds them.
#[derive(Default)]
pub(super) struct Visible {
    pub(super) names: Vec<TextId>,
    /// The number of names, from the first on, that are the function's own.
    pub(super) own: u16,
}

/// The variables of a text, by scope.
pub(super) struct Variables<'s, 'a> {
    semantic: &'s Semantic<'a>,
    pub(super) readiness: ReadinessOf<'s, 'a>,
    /// The symbols of each scope, in the order of declaration.
    declared: Vec<Vec<SymbolId>>,
    /// The byte offsets of the mentions of each symbol, in the order of the text.
    mentions: Vec<Vec<u32>>,
    receivers: Vec<Receiver>,
}

/// A `this` in the text of a function.
struct Receiver {
    /// Its byte offset.
    at: u32,
    /// The byte offset of the function whose `this` it is: arrow functions have none.
    owner: u32,
    /// Whether that function is the constructor of a derived class: until `super()` has come back there is no `this`.
    derived: bool,
}

impl Receiver {
    /// Every `this` that is a function's, in the order of the text: not those at the top level, in fields and in static blocks.
    fn all(semantic: &Semantic<'_>) -> Vec<Self> {
        let nodes = semantic.nodes();
        let receiver = |node: &AstNode<'_>| {
            let AstKind::ThisExpression(it) = node.kind() else { return None };
            let owner = nodes.ancestors(node.id()).find(|above| {
                matches!(above.kind(), AstKind::Function(_) | AstKind::PropertyDefinition(_) | AstKind::StaticBlock(_) | AstKind::AccessorProperty(_))
            })?;
            let AstKind::Function(function) = owner.kind() else { return None };
            let constructs = matches!(nodes.parent_kind(owner.id()), AstKind::MethodDefinition(it) if it.kind == MethodDefinitionKind::Constructor);
            let class = nodes.ancestors(owner.id()).find_map(|above| match above.kind() {
                AstKind::Class(class) => Some(class),
                _ => None,
            });
            let derived = constructs && class.is_some_and(|class| class.heritage.is_some());
            Some(Self { at: it.span.start, owner: function.span.start, derived })
        };
        let mut receivers: Vec<Self> = nodes.iter().filter_map(receiver).collect();
        receivers.sort_unstable_by_key(|it| it.at);
        receivers
    }
}

impl<'s, 'a> Variables<'s, 'a> {
    pub(super) fn new(semantic: &'s Semantic<'a>) -> Self {
        let scoping = semantic.scoping();
        let mut declared = vec![Vec::new(); scoping.scopes_len()];
        let mut mentions = vec![Vec::new(); scoping.symbols_len()];
        for symbol in scoping.symbol_ids() {
            declared[scoping.symbol_scope_id(symbol).index()].push(symbol);
            let places: &mut Vec<u32> = &mut mentions[symbol.index()];
            places.extend(semantic.symbol_references(symbol).map(|reference| semantic.reference_span(reference).start));
            places.sort_unstable();
        }
        Self { semantic, readiness: ReadinessOf::new(semantic), declared, mentions, receivers: Receiver::all(semantic) }
    }

    /// The readiness of `this` in a function; `None` where it does not mention `this`.
    pub(super) fn receiver(&self, function: Span) -> Option<Readiness> {
        let from = self.receivers.partition_point(|it| it.at < function.start);
        let mut inside = self.receivers[from..].iter().take_while(|it| it.at < function.end);
        let own = inside.find(|it| it.owner <= function.start)?;
        Some(if own.derived { Readiness::Uncertain } else { Readiness::Ready })
    }

    fn name(&self, symbol: SymbolId) -> &'s str {
        self.semantic.scoping().symbol_name(symbol)
    }

    fn flags(&self, symbol: SymbolId) -> SymbolFlags {
        self.semantic.scoping().symbol_flags(symbol)
    }

    /// Whether a probe shows the variable: not a function that never gets another value, and not a name that cannot be mentioned everywhere.
    fn shown(&self, symbol: SymbolId) -> bool {
        let constant = self.flags(symbol).contains(SymbolFlags::Function) && !self.mutated(symbol);
        !constant && !matches!(self.name(symbol), "await" | "yield" | "arguments")
    }

    /// Whether a binding may get another value once it has one.
    pub(super) fn mutated(&self, symbol: SymbolId) -> bool {
        let scoping = self.semantic.scoping();
        scoping.symbol_is_mutated(symbol) || !scoping.symbol_redeclarations(symbol).is_empty()
    }

    fn mentioned(&self, symbol: SymbolId, inside: Span) -> bool {
        let places = &self.mentions[symbol.index()];
        places.get(places.partition_point(|place| *place < inside.start)).is_some_and(|place| *place < inside.end)
    }

    /// The distance from the byte offset `at` to the nearest mention or the declaration, in bytes.
    fn distance(&self, symbol: SymbolId, at: u32) -> u32 {
        let places = &self.mentions[symbol.index()];
        let next = places.partition_point(|place| *place < at);
        let around = [next.checked_sub(1).map(|last| places[last]), places.get(next).copied()];
        let declared = self.semantic.scoping().symbol_span(symbol).start;
        around.into_iter().flatten().chain([declared]).map(|place| place.abs_diff(at)).min().unwrap_or(u32::MAX)
    }
}

impl Weaver<'_, '_> {
    /// The variables visible at `at`, and the arguments (each with its comma in front) that hand their values over.
    pub(super) fn visible(&mut self, at: u32) -> (Visible, String) {
        let (mut chosen, mut own) = self.candidates(at);
        if chosen.len() > MOST {
            let mut order: Vec<usize> = (0..chosen.len()).collect();
            order.sort_by_cached_key(|place| {
                let (symbol, readiness) = chosen[*place];
                (readiness == Readiness::Uninitialised, self.variables.distance(symbol, at))
            });
            order.truncate(MOST);
            order.sort_unstable();
            own = order.partition_point(|place| *place < own);
            chosen = order.into_iter().map(|place| chosen[place]).collect();
        }
        let mut values = String::new();
        let mut visible = Visible { names: Vec::with_capacity(chosen.len()), own: u16::try_from(own).unwrap_or(u16::MAX) };
        let this = self.enclosing.last().and_then(|enclosing| enclosing.this).map(|readiness| ("this", readiness));
        visible.own += u16::from(this.is_some());
        let named: Vec<_> = chosen.into_iter().map(|(symbol, readiness)| (self.variables.name(symbol), readiness)).collect();
        for (name, readiness) in this.into_iter().chain(named) {
            visible.names.push(self.text(name));
            let written = match readiness {
                Readiness::Ready => write!(values, ",{name}"),
                Readiness::Uninitialised => write!(values, ",{}", names::UNINITIALISED),
                Readiness::Uncertain => write!(values, ",{}(()=>{name})", names::PEEK),
            };
            written.expect("writing to a String does not fail");
        }
        (visible, values)
    }

    /// The variables that may be shown, and the number of them that are the function's own: these come first.
    fn candidates(&mut self, at: u32) -> (Captured, usize) {
        self.find_captured();
        let function = self.enclosing.last().expect("the walk is inside the script");
        let (variables, mut found, mut taken) = (&self.variables, Vec::new(), Vec::<&str>::new());
        for scope in self.scopes.iter().rev() {
            // One scope has no name twice: only those of inner scopes hide any.
            let inner = taken.len();
            for symbol in variables.declared[scope.index()].iter().copied() {
                let name = variables.name(symbol);
                if taken[..inner].contains(&name) {
                    continue;
                }
                taken.push(name);
                if variables.shown(symbol) {
                    found.push((symbol, variables.readiness.own(symbol, at)));
                }
            }
            if *scope == function.scope {
                break;
            }
        }
        let own = found.len();
        let captured = function.captured.iter().flatten().copied();
        found.extend(captured.filter(|(symbol, _)| !taken.contains(&variables.name(*symbol))));
        (found, own)
    }

    /// Finds, once for each function, the variables of the functions around it that it uses.
    fn find_captured(&mut self) {
        let depth = self.enclosing.len() - 1;
        if self.enclosing[depth].captured.is_some() {
            return;
        }
        let (own, inside) = (self.enclosing[depth].scope, self.enclosing[depth].span);
        let (mut captured, mut taken) = (Captured::new(), Vec::<&str>::new());
        let outer = self.scopes.iter().rposition(|scope| *scope == own).unwrap_or(0);
        for scope in self.scopes[..outer].iter().rev() {
            let (owner, inner) = (self.owner(*scope), taken.len());
            for symbol in self.variables.declared[scope.index()].iter().copied() {
                if !self.variables.mentioned(symbol, inside) {
                    continue;
                }
                let name = self.variables.name(symbol);
                if taken[..inner].contains(&name) {
                    continue;
                }
                taken.push(name);
                if let (true, Some(child)) = (self.variables.shown(symbol), self.enclosing.get(owner + 1)) {
                    captured.push((symbol, self.variables.readiness.captured(symbol, child)));
                }
            }
        }
        self.enclosing[depth].captured = Some(captured);
    }

    /// The index of the enclosing function that the scope is part of.
    fn owner(&self, scope: ScopeId) -> usize {
        let place = |wanted: ScopeId| self.scopes.iter().position(|scope| *scope == wanted);
        let wanted = place(scope);
        self.enclosing.iter().rposition(|function| place(function.scope) <= wanted).unwrap_or(0)
    }
}
