//! Reading and writing variables, and the checks for those not yet initialized.

use super::base::{Done, Generator, SlotKey, Wanted};
use crate::bytecode::ast::AssignOp;
use crate::bytecode::builder::Arg;
use crate::bytecode::opcode::Op;
use crate::bytecode::register::Register;
use crate::bytecode::scope::{Location, Mode, ProxyId, VarId};

/// The most checks that V8 remembers in a function.
const MOST_REMEMBERED: usize = 63;

impl Generator<'_, '_> {
    pub(super) fn wanted(&self) -> Wanted {
        self.outcomes.last().map_or(Wanted::Effect, |outcome| outcome.wanted)
    }

    pub(super) fn is_effect(&self) -> bool {
        self.wanted() == Wanted::Effect
    }

    pub(super) fn load_proxy(&mut self, id: ProxyId, inside_typeof: bool) -> Done {
        let proxy = self.program.scopes.proxy(id);
        match proxy.variable {
            Some(variable) => self.load_variable(variable, proxy.needs_hole_check),
            None => {
                self.load_global(proxy.name, inside_typeof);
                Ok(())
            }
        }
    }

    fn load_global(&mut self, name: &str, inside_typeof: bool) {
        if name == "undefined" {
            self.b.emit(Op::LdaUndefined, &[]);
            return;
        }
        let slot = self.shared_ic(SlotKey::LoadGlobal(name.to_owned(), inside_typeof));
        let entry = self.b.constants.string(name);
        self.b.emit(if inside_typeof { Op::LdaGlobalInsideTypeof } else { Op::LdaGlobal }, &[Arg::Constant(entry), slot]);
    }

    pub(super) fn load_variable(&mut self, id: VarId, needs_check: bool) -> Done {
        let variable = self.program.scopes.variable(id);
        match variable.location {
            Location::Local(index) => self.b.load(Register::local(index)),
            Location::Parameter(index) => self.b.load(Register::parameter(index)),
            Location::Receiver => self.b.load(Register::RECEIVER),
            Location::Context(slot) => {
                let immutable = !variable.maybe_assigned;
                if immutable && self.b.optimizer.is_variable_in_accumulator(id) {
                    return Ok(());
                }
                let (register, depth) = self.context_of(id);
                self.load_context_slot(register, slot, depth, immutable);
                if needs_check {
                    self.check_for_hole(id);
                }
                if immutable {
                    self.b.optimizer.set_variable(id, Register::ACCUMULATOR);
                }
                return Ok(());
            }
            Location::Unallocated => return self.unsupported("variable of a module's top level", None),
        }
        if needs_check {
            self.check_for_hole(id);
        }
        Ok(())
    }

    pub(super) fn load_this(&mut self) -> Done {
        let scopes = &self.program.scopes;
        let receiver_scope = scopes.receiver_scope(self.function.scope);
        match scopes.get(receiver_scope).receiver {
            Some(receiver) => {
                let needs_check = scopes.variable(receiver).needs_initialization;
                if scopes.variable(receiver).location == Location::Unallocated {
                    return self.unsupported("this at the top level of a module", None);
                }
                self.load_variable(receiver, needs_check)
            }
            None => self.unsupported("this outside a function", None),
        }
    }

    /// The register of the context that holds a variable, and how much further out it is.
    fn context_of(&self, id: VarId) -> (Register, u32) {
        let innermost = self.contexts.len() - 1;
        let depth = self.program.scopes.context_chain_length(self.contexts[innermost].scope, self.program.scopes.variable(id).scope);
        match innermost.checked_sub(depth as usize) {
            Some(at) => (self.contexts[at].register, 0),
            None => (self.contexts[innermost].register, depth),
        }
    }

    fn load_context_slot(&mut self, context: Register, slot: u32, depth: u32, immutable: bool) {
        if context == Register::CONTEXT && depth == 0 {
            let op = if immutable { Op::LdaImmutableCurrentContextSlot } else { Op::LdaCurrentContextSlot };
            self.b.emit(op, &[Arg::Number(slot)]);
        } else {
            let op = if immutable { Op::LdaImmutableContextSlot } else { Op::LdaContextSlot };
            self.b.emit(op, &[Arg::In(context), Arg::Number(slot), Arg::Number(depth)]);
        }
    }

    pub(super) fn store_context_slot(&mut self, context: Register, slot: u32, depth: u32) {
        if context == Register::CONTEXT && depth == 0 {
            self.b.emit(Op::StaCurrentContextSlot, &[Arg::Number(slot)]);
        } else {
            self.b.emit(Op::StaContextSlot, &[Arg::In(context), Arg::Number(slot), Arg::Number(depth)]);
        }
    }

    // Holes.

    fn check_for_hole(&mut self, id: VarId) {
        if self.checked.contains(&id) {
            return;
        }
        self.throw_if_hole(id);
    }

    fn throw_if_hole(&mut self, id: VarId) {
        let variable = self.program.scopes.variable(id);
        if variable.is_this {
            self.b.emit(Op::ThrowSuperNotCalledIfHole, &[]);
        } else {
            let entry = self.b.constants.string(variable.name);
            self.b.emit(Op::ThrowReferenceErrorIfHole, &[Arg::Constant(entry)]);
        }
        self.remember_check(id);
    }

    fn remember_check(&mut self, id: VarId) {
        if self.checked.len() < MOST_REMEMBERED {
            self.checked.insert(id);
        }
    }

    // Writing.

    /// The first value of a variable that needs no check.
    pub(super) fn initialize_plainly(&mut self, id: VarId) -> Done {
        self.assign_variable(id, AssignOp::Init, false)
    }

    pub(super) fn assign_proxy(&mut self, id: ProxyId, op: AssignOp) -> Done {
        let proxy = self.program.scopes.proxy(id);
        match proxy.variable {
            Some(variable) => self.assign_variable(variable, op, proxy.needs_hole_check),
            None => {
                self.store_global(proxy.name);
                Ok(())
            }
        }
    }

    fn store_global(&mut self, name: &str) {
        let kept = (!self.is_effect()).then(|| {
            let register = self.b.register();
            self.b.store(register);
            register
        });
        let slot = self.shared_ic(SlotKey::StoreGlobal(name.to_owned()));
        let entry = self.b.constants.string(name);
        self.b.emit(Op::StaGlobal, &[Arg::Constant(entry), slot]);
        if let Some(register) = kept {
            self.b.load(register);
        }
    }

    pub(super) fn assign_variable(&mut self, id: VarId, op: AssignOp, needs_check: bool) -> Done {
        self.in_registers(|this| {
            let variable = this.program.scopes.variable(id);
            let check_again = variable.is_this && op == AssignOp::Init && variable.needs_initialization;
            let needs_check = check_again || (needs_check && !this.checked.contains(&id));
            if needs_check {
                this.check_before_assignment(id, op);
            }
            let constant = variable.mode == Mode::Const && op != AssignOp::Init;
            if constant {
                // Writing a function expression's own name does nothing in sloppy code.
                if !variable.is_function_name || this.is_strict() {
                    this.call_runtime("ThrowConstAssignError", None);
                }
                return Ok(());
            }
            if op == AssignOp::Init && variable.hole_check_in_same_closure {
                this.remember_check(id);
            }
            match variable.location {
                Location::Local(index) => this.b.store(Register::local(index)),
                Location::Parameter(index) => this.b.store(Register::parameter(index)),
                Location::Receiver => this.b.store(Register::RECEIVER),
                Location::Context(slot) => {
                    let (register, depth) = this.context_of(id);
                    this.store_context_slot(register, slot, depth);
                }
                Location::Unallocated => return this.unsupported("variable of a module's top level", None),
            }
            Ok(())
        })
    }

    fn check_before_assignment(&mut self, id: VarId, op: AssignOp) {
        let value = self.b.register();
        self.b.store(value);
        let variable = self.program.scopes.variable(id);
        match variable.location {
            Location::Context(slot) => {
                let (register, depth) = self.context_of(id);
                self.load_context_slot(register, slot, depth, false);
            }
            Location::Local(index) => self.b.load(Register::local(index)),
            Location::Parameter(index) => self.b.load(Register::parameter(index)),
            Location::Receiver | Location::Unallocated => self.b.load(Register::RECEIVER),
        }
        if variable.is_this && op == AssignOp::Init {
            self.b.emit(Op::ThrowSuperAlreadyCalledIfNotHole, &[]);
        } else {
            self.throw_if_hole(id);
        }
        self.b.load(value);
    }
}
