//! Functions that can be suspended: generators and async functions.

use super::base::{Done, Generator};
use crate::bytecode::ast::Expr;
use crate::bytecode::builder::Arg;
use crate::bytecode::listing::Unsupported;
use crate::bytecode::opcode::Op;
use crate::bytecode::register::{Register, RegisterList};

/// The ways to resume a generator (`JSGeneratorObject::ResumeMode`).
const NEXT: i32 = 0;
const RETURN: i32 = 1;
const THROW: i32 = 2;

impl<'p, 'a> Generator<'p, 'a> {
    /// The register that holds the generator object.
    ///
    /// # Errors
    /// The construct that the generator cannot compile as V8 does.
    pub(super) fn generator_object(&self) -> Result<Register, Unsupported> {
        match self.incoming {
            Some(register) => Ok(register),
            None => self.unsupported("suspension outside a generator", None),
        }
    }

    pub(super) fn generator_prologue(&mut self) {
        let Some(generator) = self.incoming else { return };
        let table = self.b.constants.jump_table(self.function.suspends, 0);
        self.resume_table = Some(table);
        self.b.emit(Op::SwitchOnGeneratorState, &[Arg::In(generator), Arg::Constant(table.first), Arg::Number(table.size)]);
    }

    pub(super) fn initialize_generator_object(&mut self) -> Done {
        let generator = self.generator_object()?;
        self.in_registers(|this| {
            let arguments = this.b.register_list(2);
            this.b.mov(Register::CLOSURE, arguments.first);
            this.b.mov(Register::RECEIVER, arguments.at(1));
            let name = if this.function.kind.is_async { "_AsyncFunctionEnter" } else { "_CreateJSGeneratorObject" };
            this.call_intrinsic(name, arguments);
            this.b.store(generator);
            Ok(())
        })
    }

    pub(super) fn async_body(&mut self) -> Done {
        let generator = self.generator_object()?;
        self.try_catch(Generator::body_statements, |this, _| {
            let arguments = this.b.register_list(2);
            this.b.mov(generator, arguments.first);
            this.b.store(arguments.at(1));
            this.b.emit(Op::LdaTheHole, &[]);
            this.b.emit(Op::SetPendingMessage, &[]);
            this.call_intrinsic("_AsyncFunctionReject", arguments);
            this.build_return(false);
            Ok(())
        })
    }

    /// Suspends with the accumulator's value. Behind it the accumulator holds the value with which the generator was resumed.
    fn suspend(&mut self) -> Done {
        if self.b.is_dead() {
            return Ok(());
        }
        let generator = self.generator_object()?;
        let Some(table) = self.resume_table else { return self.unsupported("suspension outside a generator", None) };
        let id = self.suspends;
        self.suspends += 1;
        if id >= table.size {
            return self.unsupported("suspension that was not counted", None);
        }
        let registers = self.b.all_live();
        self.b.expression_position();
        self.b.emit(Op::SuspendGenerator, &[Arg::In(generator), Arg::List(registers), Arg::Number(id)]);
        self.b.bind_table(table, id.cast_signed());
        self.b.emit(Op::ResumeGenerator, &[Arg::In(generator), Arg::OutList(registers)]);
        Ok(())
    }

    pub(super) fn await_value(&mut self, it: &'p Expr<'a>, value: &'p Expr<'a>) -> Done {
        self.position(it);
        self.for_value(value)?;
        self.build_await()
    }

    fn build_await(&mut self) -> Done {
        let generator = self.generator_object()?;
        self.in_registers(|this| {
            let arguments = this.b.register_list(2);
            this.b.mov(generator, arguments.first);
            this.b.store(arguments.at(1));
            this.call_intrinsic("_AsyncFunctionAwait", arguments);
            Ok(())
        })?;
        self.suspend()?;
        let (input, mode) = (self.b.register(), self.b.register());
        let next = self.b.label();
        self.b.store(input);
        self.call_intrinsic("_GeneratorGetResumeMode", RegisterList::of(generator));
        self.b.store(mode);
        self.load_smi(NEXT);
        self.b.emit(Op::TestReferenceEqual, &[Arg::In(mode)]);
        self.jump_if_true(true, next);
        self.b.load(input);
        self.b.emit(Op::ReThrow, &[]);
        self.b.bind(next);
        self.b.load(input);
        Ok(())
    }

    pub(super) fn yield_value(&mut self, it: &'p Expr<'a>, value: &'p Expr<'a>) -> Done {
        let generator = self.generator_object()?;
        self.position(it);
        self.for_value(value)?;
        // The first one gives the generator itself.
        if self.suspends > 0 {
            self.in_registers(|this| {
                let arguments = this.b.register_list(2);
                this.b.store(arguments.first);
                this.b.emit(Op::LdaFalse, &[]);
                this.b.store(arguments.at(1));
                this.call_intrinsic("_CreateIterResultObject", arguments);
                Ok(())
            })?;
        }
        self.suspend()?;
        let input = self.b.register();
        self.b.store(input);
        self.call_intrinsic("_GeneratorGetResumeMode", RegisterList::of(generator));
        let table = self.b.constants.jump_table(2, NEXT);
        self.b.emit(Op::SwitchOnSmiNoFeedback, &[Arg::Table(table)]);
        self.position(it);
        self.b.load(input);
        self.b.emit(Op::Throw, &[]);
        self.b.bind_table(table, RETURN);
        self.b.load(input);
        self.return_accumulator(false)?;
        self.b.bind_table(table, NEXT);
        self.b.load(input);
        Ok(())
    }

    pub(super) fn yield_star(&mut self, it: &'p Expr<'a>, value: &'p Expr<'a>) -> Done {
        let (output, mode) = (self.b.register(), self.b.register());
        self.in_registers(|this| this.delegate(it, value, output, mode))?;
        let done = self.b.label();
        let result = self.b.register();
        self.get_named(output, "value");
        self.b.store(result);
        self.load_smi(RETURN);
        self.b.emit(Op::TestReferenceEqual, &[Arg::In(mode)]);
        self.jump_if_false(true, done);
        self.b.load(result);
        self.return_accumulator(false)?;
        self.b.bind(done);
        self.b.load(result);
        Ok(())
    }

    fn delegate(&mut self, it: &'p Expr<'a>, value: &'p Expr<'a>, output: Register, mode: Register) -> Done {
        let generator = self.generator_object()?;
        let pair = self.b.register_list(2);
        self.for_value(value)?;
        let next = self.b.register();
        let iterator = self.iterator_record(next, pair.first);
        let input = pair.at(1);
        self.b.emit(Op::LdaUndefined, &[]);
        self.b.store(input);
        self.load_smi(NEXT);
        self.b.store(mode);
        let exit = self.b.label();
        self.enter_loop();
        let called = self.b.label();
        let table = self.b.constants.jump_table(2, RETURN);
        self.b.load(mode);
        self.b.emit(Op::SwitchOnSmiNoFeedback, &[Arg::Table(table)]);
        let slot = self.ic();
        self.call_property(iterator.next, pair, slot);
        self.jump(called);
        self.b.bind_table(table, RETURN);
        let missing = self.b.label();
        self.call_iterator_method(iterator.object, "return", pair, called, missing)?;
        self.b.bind(missing);
        self.b.load(input);
        self.return_accumulator(false)?;
        self.b.bind_table(table, THROW);
        let missing = self.b.label();
        self.call_iterator_method(iterator.object, "throw", pair, called, missing)?;
        self.b.bind(missing);
        self.close_iterator(iterator.object)?;
        self.call_runtime("ThrowThrowMethodMissing", None);
        self.b.bind(called);
        let check = self.b.label();
        self.b.store(output);
        self.jump_if(Op::JumpIfJSReceiver, check);
        self.call_runtime("ThrowIteratorResultNotAnObject", Some(RegisterList::of(output)));
        self.b.bind(check);
        self.get_named(output, "done");
        self.jump_if_true(false, exit);
        self.b.load(output);
        self.position(it);
        self.suspend()?;
        self.b.store(input);
        self.call_intrinsic("_GeneratorGetResumeMode", RegisterList::of(generator));
        self.b.store(mode);
        self.leave_loop(exit);
        Ok(())
    }

    fn call_iterator_method(
        &mut self,
        iterator: Register,
        name: &str,
        arguments: RegisterList,
        called: crate::bytecode::label::Label,
        missing: crate::bytecode::label::Label,
    ) -> Done {
        self.in_registers(|this| {
            let method = this.b.register();
            this.get_named(iterator, name);
            this.jump_if(Op::JumpIfUndefinedOrNull, missing);
            this.b.store(method);
            let slot = this.ic();
            this.call_property(method, arguments, slot);
            this.jump(called);
            Ok(())
        })
    }

    fn close_iterator(&mut self, iterator: Register) -> Done {
        self.in_registers(|this| {
            let (called, done) = (this.b.label(), this.b.label());
            this.call_iterator_method(iterator, "return", RegisterList::of(iterator), called, done)?;
            this.b.bind(called);
            this.jump_if(Op::JumpIfJSReceiver, done);
            this.in_registers(|this| {
                let result = this.b.register();
                this.b.store(result);
                this.call_runtime("ThrowIteratorResultNotAnObject", Some(RegisterList::of(result)));
                Ok(())
            })?;
            this.b.bind(done);
            Ok(())
        })
    }
}
