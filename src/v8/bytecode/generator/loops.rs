//! Loops.

use super::assignment::Iterator as Iterating;
use super::base::{Done, Fallthrough, ForIn, Generator, Outcome, Wanted};
use super::control::Control;
use crate::bytecode::ast::{AssignOp, Expr, Kind, Literal, Loop, Stmt};
use crate::bytecode::builder::Arg;
use crate::bytecode::label::Label;
use crate::bytecode::opcode::Op;
use crate::bytecode::optimizer::TypeHint;
use crate::bytecode::register::Register;
use crate::bytecode::scope::Location;

/// The nesting of loops up to which V8 counts them for optimization.
const MAX_DEPTH: usize = 5;

impl<'p, 'a> Generator<'p, 'a> {
    /// Begins a loop. The label that it goes back to.
    pub(super) fn enter_loop(&mut self) -> Label {
        let (header, end) = (self.b.label(), self.b.label());
        self.b.bind_loop_header(header);
        self.loops.push((header, end));
        header
    }

    /// Ends a loop: jumps back, then binds `exit` behind it.
    pub(super) fn leave_loop(&mut self, exit: Label) {
        if let Some((header, end)) = self.loops.pop() {
            self.b.bind(end);
            match self.loops.last() {
                // Two loops must not begin at one place: the inner one goes on with the outer one's end.
                Some(&(outer, outer_end)) if self.b.offset_of(outer) == self.b.offset_of(header) => self.jump(outer_end),
                _ => {
                    let depth = i32::try_from(self.loops.len().min(MAX_DEPTH)).unwrap_or(0);
                    let slot = self.slot();
                    self.b.expression_position();
                    self.b.emit(Op::JumpLoop, &[Arg::Back(header), Arg::Smi(depth), slot]);
                }
            }
        }
        self.b.bind(exit);
    }

    fn loop_body(&mut self, looped: &'p Loop<'a>, exit: Label) -> Done {
        let next = self.b.label();
        self.controls.push(Control::Iteration { target: looped.target, exit, next, depth: self.contexts.len() });
        self.statement(&looped.body)?;
        self.controls.pop();
        self.b.bind(next);
        Ok(())
    }

    fn loop_test(&mut self, test: &'p Expr<'a>, exit: Label) -> Done {
        self.at(test.pos, |this| {
            if test.pos.is_some() {
                this.b.statement_position();
            }
            let body = this.b.label();
            this.for_test(test, body, exit, Fallthrough::Then)?;
            this.b.bind(body);
            Ok(())
        })
    }

    pub(super) fn for_loop(
        &mut self,
        init: Option<&'p Stmt<'a>>,
        test: Option<&'p Expr<'a>>,
        next: Option<&'p Stmt<'a>>,
        looped: &'p Loop<'a>,
    ) -> Done {
        if let Some(init) = init {
            self.statement(init)?;
        }
        let known = test.map_or(Some(true), Expr::to_boolean);
        if known == Some(false) {
            return Ok(());
        }
        let exit = self.b.label();
        self.enter_loop();
        if let (Some(test), None) = (test, known) {
            self.loop_test(test, exit)?;
        }
        self.maybe_run(|this| {
            this.loop_body(looped, exit)?;
            match next {
                Some(next) => this.statement(next),
                None => Ok(()),
            }
        })?;
        self.leave_loop(exit);
        Ok(())
    }

    pub(super) fn while_loop(&mut self, test: &'p Expr<'a>, looped: &'p Loop<'a>) -> Done {
        let known = test.to_boolean();
        if known == Some(false) {
            return Ok(());
        }
        let exit = self.b.label();
        self.enter_loop();
        if known.is_none() {
            self.loop_test(test, exit)?;
        }
        self.maybe_run(|this| this.loop_body(looped, exit))?;
        self.leave_loop(exit);
        Ok(())
    }

    pub(super) fn do_while(&mut self, test: &'p Expr<'a>, looped: &'p Loop<'a>) -> Done {
        let exit = self.b.label();
        match test.to_boolean() {
            Some(false) => {
                self.maybe_run(|this| this.loop_body(looped, exit))?;
                self.b.bind(exit);
                return Ok(());
            }
            Some(true) => {
                self.enter_loop();
                self.maybe_run(|this| this.loop_body(looped, exit))?;
            }
            None => {
                self.enter_loop();
                self.maybe_run(|this| this.loop_body(looped, exit))?;
                if self.b.has_jumps(exit) {
                    self.maybe_run(|this| this.loop_test(test, exit))?;
                } else {
                    self.loop_test(test, exit)?;
                }
            }
        }
        self.leave_loop(exit);
        Ok(())
    }

    // For-in.

    pub(super) fn for_in(&mut self, each: &'p Expr<'a>, subject: &'p Expr<'a>, looped: &'p Loop<'a>) -> Done {
        if matches!(subject.literal(), Some(Literal::Null | Literal::Undefined)) || self.is_undefined(subject) {
            return Ok(());
        }
        let slot = self.slot();
        let nothing = self.b.label();
        self.at(subject.pos, |this| {
            this.b.statement_position();
            this.for_value(subject)?;
            this.jump_if(Op::JumpIfUndefinedOrNull, nothing);
            Ok(())
        })?;
        let receiver = self.b.register();
        self.b.emit(Op::ToObject, &[Arg::Out(receiver)]);
        let triple = self.b.register_list(3);
        self.b.emit(Op::ForInEnumerate, &[Arg::In(receiver)]);
        self.b.emit(Op::ForInPrepare, &[Arg::OutGroup(triple), slot]);
        let index = self.b.register();
        self.load_smi(0);
        self.b.store(index);
        let exit = self.b.label();
        self.enter_loop();
        self.maybe_run(|this| {
            let next = this.b.label();
            this.at(each.pos, |this| {
                if each.pos.is_some() {
                    this.b.statement_position();
                }
                this.b.emit(Op::JumpIfForInDone, &[Arg::Target(exit), Arg::In(index), Arg::In(triple.at(2))]);
                this.b.emit(Op::ForInNext, &[Arg::In(receiver), Arg::In(index), Arg::InGroup(triple.truncate(2)), slot]);
                this.jump_if(Op::JumpIfUndefined, next);
                this.assign_each(each, true)
            })?;
            this.for_in_body(each, looped, exit, next, ForIn { each: None, index, cache_type: triple.first })
        })?;
        self.leave_loop(exit);
        self.b.bind(nothing);
        Ok(())
    }

    fn for_in_body(&mut self, each: &'p Expr<'a>, looped: &'p Loop<'a>, exit: Label, next: Label, mut state: ForIn) -> Done {
        if let Kind::Proxy(id) = each.kind
            && let Some(variable) = self.program.scopes.proxy(id).variable
            && let Location::Local(local) = self.program.scopes.variable(variable).location
        {
            state.each = Some(variable);
            self.b.optimizer.set_variable(variable, Register::local(local));
        }
        self.for_ins.push(state);
        self.controls.push(Control::Iteration { target: looped.target, exit, next, depth: self.contexts.len() });
        self.statement(&looped.body)?;
        self.controls.pop();
        self.b.bind(next);
        self.b.emit(Op::ForInStep, &[Arg::InOut(state.index)]);
        self.for_ins.pop();
        Ok(())
    }

    /// Gives the accumulator's value to the target of the loop.
    fn assign_each(&mut self, each: &'p Expr<'a>, keep_accumulator: bool) -> Done {
        self.in_outcome(Wanted::Effect, |this| {
            let lhs = this.prepare_target(each, keep_accumulator)?;
            if each.pos.is_some() {
                this.b.expression_position();
            }
            this.assign_target(&lhs, AssignOp::Assign)
        })?;
        Ok(())
    }

    // For-of.

    pub(super) fn for_of(&mut self, each: &'p Expr<'a>, subject: &'p Expr<'a>, looped: &'p Loop<'a>) -> Done {
        self.in_outcome(Wanted::Effect, |this| {
            let iterator = this.at(subject.pos, |this| {
                this.b.statement_position();
                this.for_value(subject)?;
                Ok(this.get_iterator_record())
            })?;
            let done = this.b.register();
            this.b.emit(Op::LdaFalse, &[]);
            this.b.store(done);
            this.try_finally(|this| this.for_of_loop(each, looped, iterator, done), |this, token| this.finalize_iteration(iterator, done, token))
        })?;
        Ok(())
    }

    fn for_of_loop(&mut self, each: &'p Expr<'a>, looped: &'p Loop<'a>, iterator: Iterating, done: Register) -> Done {
        let exit = self.b.label();
        self.enter_loop();
        self.b.emit(Op::LdaTrue, &[]);
        self.b.store(done);
        self.in_registers(|this| {
            let result = this.b.register();
            this.at(each.pos, |this| {
                if each.pos.is_some() {
                    this.b.statement_position();
                }
                this.iterator_next(iterator, result);
                this.get_named(result, "done");
                this.jump_if_true(false, exit);
                this.get_named(result, "value");
                this.b.store(result);
                this.b.emit(Op::LdaFalse, &[]);
                this.b.store(done);
                let lhs = this.prepare_target(each, false)?;
                this.b.load(result);
                this.assign_target(&lhs, AssignOp::Assign)
            })
        })?;
        self.loop_body(looped, exit)?;
        self.leave_loop(exit);
        Ok(())
    }

    /// Runs `write` with `wanted` as the use of its value. The outcome has the knowledge of the value's type.
    pub(super) fn in_outcome(
        &mut self,
        wanted: Wanted,
        write: impl FnOnce(&mut Self) -> Done,
    ) -> Result<Outcome, crate::bytecode::listing::Unsupported> {
        self.outcomes.push(Outcome { wanted, hint: TypeHint::Any });
        self.in_registers(write)?;
        Ok(self.outcomes.pop().unwrap_or(Outcome { wanted, hint: TypeHint::Any }))
    }
}
