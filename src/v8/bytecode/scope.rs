//! Scopes, variables and their uses, as V8's parser collects them (src/ast/scopes.cc, src/ast/variables.h).

use std::collections::BTreeMap;

use super::ast::{FunctionId, FunctionKind, Shape};

/// A scope of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ScopeId(pub(super) usize);

/// A variable of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct VarId(pub(super) usize);

/// A use of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ProxyId(pub(super) usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Script,
    Module,
    Function(FunctionKind),
    Block,
    Catch,
    Class,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Var,
    Let,
    Const,
    Temporary,
}

impl Mode {
    pub(super) fn is_lexical(self) -> bool {
        matches!(self, Self::Let | Self::Const)
    }
}

/// The place where a variable lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Location {
    Unallocated,
    Receiver,
    Parameter(u32),
    Local(u32),
    Context(u32),
}

#[derive(Clone, Debug)]
pub(super) struct Variable<'a> {
    pub(super) name: &'a str,
    pub(super) scope: ScopeId,
    pub(super) mode: Mode,
    /// Whether it is empty (a hole) until its declaration has run.
    pub(super) needs_initialization: bool,
    pub(super) is_this: bool,
    /// Whether it is the name of a function expression in its own code: writing it does nothing in sloppy code.
    pub(super) is_function_name: bool,
    pub(super) used: bool,
    pub(super) maybe_assigned: bool,
    pub(super) captured: bool,
    pub(super) hole_forced: bool,
    pub(super) hole_check_in_same_closure: bool,
    /// The place in the source, in UTF-8 bytes, before which uses meet the hole.
    pub(super) initializer_position: u32,
    pub(super) location: Location,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Declaration {
    Variable(VarId),
    Function(VarId, FunctionId),
}

#[derive(Clone, Debug)]
pub(super) struct Proxy<'a> {
    pub(super) name: &'a str,
    pub(super) scope: ScopeId,
    pub(super) position: u32,
    pub(super) assigned: bool,
    /// The variable that it means; `None` after names have been resolved: a global.
    pub(super) variable: Option<VarId>,
    pub(super) needs_hole_check: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Scope<'a> {
    pub(super) kind: ScopeKind,
    pub(super) outer: Option<ScopeId>,
    pub(super) inner: Vec<ScopeId>,
    pub(super) strict: bool,
    /// Whether it is of a `switch`, whose clauses do not run in the order of the text.
    pub(super) nonlinear: bool,
    /// Whether it is the body of a function with parameters that are not plain names, which has `var`s of its own.
    #[expect(clippy::struct_field_names, reason = "V8's name of it (`Scope::is_declaration_scope_`)")]
    pub(super) is_declaration_scope: bool,
    pub(super) names: BTreeMap<&'a str, VarId>,
    pub(super) locals: Vec<VarId>,
    pub(super) parameters: Vec<VarId>,
    pub(super) rest: Option<VarId>,
    pub(super) declarations: Vec<Declaration>,
    pub(super) simple_parameters: bool,
    pub(super) receiver: Option<VarId>,
    pub(super) arguments: Option<VarId>,
    pub(super) function_name: Option<VarId>,
    pub(super) new_target: Option<VarId>,
    pub(super) this_function: Option<VarId>,
    pub(super) generator: Option<VarId>,
    /// Registers of the variables in a function.
    pub(super) stack_slots: u32,
    /// Slots of its context, the two that every context has included; 0 where it needs none.
    pub(super) heap_slots: u32,
}

/// All scopes of a program.
#[derive(Debug, Default)]
pub(super) struct Scopes<'a> {
    /// By [`ScopeId`].
    all: Vec<Scope<'a>>,
    /// By [`VarId`].
    pub(super) variables: Vec<Variable<'a>>,
    /// By [`ProxyId`].
    pub(super) proxies: Vec<Proxy<'a>>,
}

impl<'a> Scopes<'a> {
    pub(super) fn get(&self, id: ScopeId) -> &Scope<'a> {
        &self.all[id.0]
    }
    pub(super) fn get_mut(&mut self, id: ScopeId) -> &mut Scope<'a> {
        &mut self.all[id.0]
    }
    pub(super) fn variable(&self, id: VarId) -> &Variable<'a> {
        &self.variables[id.0]
    }
    pub(super) fn variable_mut(&mut self, id: VarId) -> &mut Variable<'a> {
        &mut self.variables[id.0]
    }
    pub(super) fn proxy(&self, id: ProxyId) -> &Proxy<'a> {
        &self.proxies[id.0]
    }

    pub(super) fn new_scope(&mut self, kind: ScopeKind, outer: Option<ScopeId>, strict: bool) -> ScopeId {
        let id = ScopeId(self.all.len());
        self.all.push(Scope {
            kind,
            outer,
            inner: Vec::new(),
            strict,
            nonlinear: false,
            is_declaration_scope: matches!(kind, ScopeKind::Function(_) | ScopeKind::Script | ScopeKind::Module),
            names: BTreeMap::new(),
            locals: Vec::new(),
            parameters: Vec::new(),
            rest: None,
            declarations: Vec::new(),
            simple_parameters: true,
            receiver: None,
            arguments: None,
            function_name: None,
            new_target: None,
            this_function: None,
            generator: None,
            stack_slots: 0,
            heap_slots: 0,
        });
        if let Some(outer) = outer {
            self.get_mut(outer).inner.push(id);
        }
        id
    }

    pub(super) fn new_variable(&mut self, scope: ScopeId, name: &'a str, mode: Mode) -> VarId {
        let id = VarId(self.variables.len());
        self.variables.push(Variable {
            name,
            scope,
            mode,
            needs_initialization: mode.is_lexical(),
            is_this: false,
            is_function_name: false,
            used: false,
            maybe_assigned: false,
            captured: false,
            hole_forced: false,
            hole_check_in_same_closure: false,
            initializer_position: 0,
            location: Location::Unallocated,
        });
        id
    }

    /// A variable of `scope`, and whether it is new.
    pub(super) fn declare(&mut self, scope: ScopeId, name: &'a str, mode: Mode) -> (VarId, bool) {
        if let Some(&existing) = self.get(scope).names.get(name) {
            self.set_maybe_assigned(existing);
            return (existing, false);
        }
        let id = self.new_variable(scope, name, mode);
        let scope = self.get_mut(scope);
        scope.names.insert(name, id);
        scope.locals.push(id);
        (id, true)
    }

    /// A variable that no program text can name.
    pub(super) fn temporary(&mut self, scope: ScopeId, name: &'a str) -> VarId {
        let closure = self.closure_scope(scope);
        let id = self.new_variable(closure, name, Mode::Temporary);
        self.get_mut(closure).locals.push(id);
        id
    }

    pub(super) fn set_maybe_assigned(&mut self, id: VarId) {
        let variable = self.variable_mut(id);
        if variable.mode != Mode::Const {
            variable.maybe_assigned = true;
        }
    }

    /// The scope that `var` declares in.
    pub(super) fn declaration_scope(&self, mut scope: ScopeId) -> ScopeId {
        while !self.get(scope).is_declaration_scope {
            let Some(outer) = self.get(scope).outer else { break };
            scope = outer;
        }
        scope
    }

    /// The scope of the function around, or of the file.
    pub(super) fn closure_scope(&self, mut scope: ScopeId) -> ScopeId {
        while !matches!(self.get(scope).kind, ScopeKind::Function(_) | ScopeKind::Script | ScopeKind::Module) {
            let Some(outer) = self.get(scope).outer else { break };
            scope = outer;
        }
        scope
    }

    /// The scope whose `this` is meant.
    pub(super) fn receiver_scope(&self, scope: ScopeId) -> ScopeId {
        let mut scope = self.closure_scope(scope);
        while let ScopeKind::Function(FunctionKind { shape: Shape::Arrow, .. }) = self.get(scope).kind {
            let Some(outer) = self.get(scope).outer else { break };
            scope = self.closure_scope(outer);
        }
        scope
    }

    pub(super) fn needs_context(&self, scope: ScopeId) -> bool {
        self.get(scope).heap_slots > 0
    }

    /// The number of contexts between `from` and the one of `to`.
    pub(super) fn context_chain_length(&self, from: ScopeId, to: ScopeId) -> u32 {
        let mut length = 0;
        let mut scope = from;
        while scope != to {
            length += u32::from(self.needs_context(scope));
            let Some(outer) = self.get(scope).outer else { break };
            scope = outer;
        }
        length
    }

    /// `Variable::binding_needs_init`.
    pub(super) fn binding_needs_init(&self, id: VarId) -> bool {
        let variable = self.variable(id);
        variable.hole_forced || (variable.needs_initialization && matches!(variable.location, Location::Context(_)))
    }
}
