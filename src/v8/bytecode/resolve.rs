//! The variable that each name means, the variables that closures reach, and the place of each: `Scope::ResolveVariablesRecursively` and
//! `AllocateVariablesRecursively` (src/ast/scopes.cc).

use super::scope::{Location, Mode, ProxyId, ScopeId, ScopeKind, Scopes, VarId};

/// Slots that every context has: its `ScopeInfo` and the context around.
const MIN_CONTEXT_SLOTS: u32 = 2;

/// Resolves all names, then gives all variables their places.
pub(super) fn analyze(scopes: &mut Scopes<'_>, root: ScopeId) {
    for index in 0..scopes.proxies.len() {
        resolve(scopes, ProxyId(index));
    }
    allocate_recursively(scopes, root);
}

fn resolve(scopes: &mut Scopes<'_>, id: ProxyId) {
    let proxy = scopes.proxy(id).clone();
    let variable = match proxy.variable {
        Some(variable) => {
            if scopes.closure_scope(proxy.scope) != scopes.closure_scope(scopes.variable(variable).scope) {
                scopes.variable_mut(variable).captured = true;
            }
            Some(variable)
        }
        None => look_up(scopes, proxy.scope, proxy.name),
    };
    let Some(variable) = variable else { return };
    scopes.proxies[id.0].variable = Some(variable);
    scopes.variable_mut(variable).used = true;
    if proxy.assigned {
        scopes.set_maybe_assigned(variable);
    }
    if proxy.variable.is_none() {
        check_for_hole(scopes, id, variable);
    }
}

fn look_up(scopes: &mut Scopes<'_>, from: ScopeId, name: &str) -> Option<VarId> {
    let mut scope = Some(from);
    let mut left_function = false;
    while let Some(id) = scope {
        let here = scopes.get(id);
        let found = here.names.get(name).copied().or_else(|| here.function_name.filter(|&variable| scopes.variable(variable).name == name));
        if let Some(found) = found {
            if left_function {
                scopes.variable_mut(found).captured = true;
            }
            return Some(found);
        }
        left_function |= matches!(here.kind, ScopeKind::Function(_));
        scope = here.outer;
    }
    None
}

/// `UpdateNeedsHoleCheck`.
fn check_for_hole(scopes: &mut Scopes<'_>, id: ProxyId, variable: VarId) {
    let proxy = scopes.proxy(id);
    let declared = scopes.variable(variable);
    if !declared.needs_initialization {
        return;
    }
    let same_closure = scopes.closure_scope(declared.scope) == scopes.closure_scope(proxy.scope);
    let certain = same_closure && !scopes.get(declared.scope).nonlinear && declared.initializer_position < proxy.position;
    if certain {
        return;
    }
    scopes.proxies[id.0].needs_hole_check = true;
    let declared = scopes.variable_mut(variable);
    declared.hole_forced = true;
    declared.hole_check_in_same_closure |= same_closure;
}

fn allocate_recursively(scopes: &mut Scopes<'_>, id: ScopeId) {
    allocate(scopes, id);
    // V8 keeps the newest scope first.
    let inner: Vec<ScopeId> = scopes.get(id).inner.iter().rev().copied().collect();
    for inner in inner {
        allocate_recursively(scopes, inner);
    }
}

fn allocate(scopes: &mut Scopes<'_>, id: ScopeId) {
    scopes.get_mut(id).heap_slots = MIN_CONTEXT_SLOTS;
    if let ScopeKind::Function(_) = scopes.get(id).kind {
        allocate_parameters(scopes, id);
    }
    for variable in scopes.get(id).locals.clone() {
        allocate_local(scopes, id, variable);
    }
    allocate_rare(scopes, id);
    let forced = needs_context_for_strictness(scopes, id);
    let scope = scopes.get_mut(id);
    if matches!(scope.kind, ScopeKind::Script) || (scope.heap_slots == MIN_CONTEXT_SLOTS && !forced) {
        scope.heap_slots = 0;
    }
}

/// `ForceContextForLanguageMode`: whether the scope is strict code in sloppy code without being a function of its own, as a class is.
fn needs_context_for_strictness(scopes: &Scopes<'_>, id: ScopeId) -> bool {
    let scope = scopes.get(id);
    let outer_is_strict = scope.outer.is_some_and(|outer| scopes.get(outer).strict);
    !matches!(scope.kind, ScopeKind::Function(_) | ScopeKind::Script) && scope.strict && !outer_is_strict
}

/// Gives a place to the function's own name, which comes last, and drops the rare variables that nothing uses.
fn allocate_rare(scopes: &mut Scopes<'_>, id: ScopeId) {
    if let Some(name) = scopes.get(id).function_name {
        if scopes.variable(name).used {
            allocate_local(scopes, id, name);
        } else {
            scopes.get_mut(id).function_name = None;
        }
    }
    let (new_target, this_function) = (scopes.get(id).new_target, scopes.get(id).this_function);
    if new_target.is_some_and(|variable| !scopes.variable(variable).used) {
        scopes.get_mut(id).new_target = None;
    }
    if this_function.is_some_and(|variable| !scopes.variable(variable).used) {
        scopes.get_mut(id).this_function = None;
    }
}

fn in_context(scopes: &Scopes<'_>, variable: VarId) -> bool {
    let variable = scopes.variable(variable);
    match scopes.get(variable.scope).kind {
        _ if variable.mode == Mode::Temporary => false,
        ScopeKind::Catch => true,
        _ => variable.captured,
    }
}

fn allocate_parameters(scopes: &mut Scopes<'_>, id: ScopeId) {
    let mapped = match scopes.get(id).arguments {
        Some(arguments) if scopes.variable(arguments).used => has_mapped_arguments(scopes, id),
        _ => {
            scopes.get_mut(id).arguments = None;
            false
        }
    };
    let parameters = scopes.get(id).parameters.clone();
    for (index, &parameter) in parameters.iter().enumerate().rev() {
        if mapped {
            let variable = scopes.variable_mut(parameter);
            variable.used = true;
            variable.maybe_assigned = true;
            variable.captured = true;
        }
        if scopes.variable(parameter).location != Location::Unallocated || !scopes.variable(parameter).used {
            continue;
        }
        let location = if in_context(scopes, parameter) {
            Location::Context(next_heap_slot(scopes, id))
        } else {
            Location::Parameter(u32::try_from(index).unwrap_or(u32::MAX))
        };
        scopes.variable_mut(parameter).location = location;
    }
    allocate_receiver(scopes, id);
}

/// Whether `arguments` and the parameters are the same.
pub(super) fn has_mapped_arguments(scopes: &Scopes<'_>, id: ScopeId) -> bool {
    let scope = scopes.get(id);
    !scope.strict && scope.simple_parameters
}

fn allocate_receiver(scopes: &mut Scopes<'_>, id: ScopeId) {
    let Some(receiver) = scopes.get(id).receiver else { return };
    if !scopes.variable(receiver).used {
        return;
    }
    let location = if in_context(scopes, receiver) { Location::Context(next_heap_slot(scopes, id)) } else { Location::Receiver };
    scopes.variable_mut(receiver).location = location;
}

fn next_heap_slot(scopes: &mut Scopes<'_>, id: ScopeId) -> u32 {
    let scope = scopes.get_mut(id);
    scope.heap_slots += 1;
    scope.heap_slots - 1
}

fn allocate_local(scopes: &mut Scopes<'_>, id: ScopeId, variable: VarId) {
    let declared = scopes.variable(variable);
    if declared.location != Location::Unallocated || !declared.used || declared.is_this {
        return;
    }
    if matches!(scopes.get(id).kind, ScopeKind::Script) {
        return;
    }
    let location = if in_context(scopes, variable) {
        Location::Context(next_heap_slot(scopes, id))
    } else {
        let closure = scopes.closure_scope(id);
        let slots = &mut scopes.get_mut(closure).stack_slots;
        *slots += 1;
        Location::Local(*slots - 1)
    };
    scopes.variable_mut(variable).location = location;
}
