//! Iterators: getting, calling and closing them.

use super::assignment::Iterator;
use super::base::{Done, Generator};
use crate::bytecode::builder::Arg;
use crate::bytecode::opcode::Op;
use crate::bytecode::register::{Register, RegisterList};

impl Generator<'_, '_> {
    /// Gets the iterator of the value in the accumulator.
    pub(super) fn get_iterator_record(&mut self) -> Iterator {
        let (next, object) = (self.b.register(), self.b.register());
        self.iterator_record(next, object)
    }

    pub(super) fn iterator_record(&mut self, next: Register, object: Register) -> Iterator {
        let value = self.b.register();
        let (load, call) = (self.ic(), self.ic());
        self.b.store(value);
        self.b.emit(Op::GetIterator, &[Arg::In(value), load, call]);
        self.b.release(self.b.next_register() - 1);
        self.b.store(object);
        self.get_named(object, "next");
        self.b.store(next);
        Iterator { object, next }
    }

    pub(super) fn iterator_next(&mut self, iterator: Iterator, result: Register) {
        let slot = self.ic();
        self.b.emit(Op::CallProperty0, &[Arg::In(iterator.next), Arg::In(iterator.object), slot]);
        let is_object = self.b.label();
        self.b.store(result);
        self.jump_if(Op::JumpIfJSReceiver, is_object);
        self.call_runtime("ThrowIteratorResultNotAnObject", Some(RegisterList::of(result)));
        self.b.bind(is_object);
    }

    /// Adds the values of an iterator to `array`, with registers for its next index and for results.
    pub(super) fn fill_array(
        &mut self,
        iterator: Iterator,
        (array, index, value): (Register, Register, Register),
        (value_slot, index_slot, element_slot): (Arg, Arg, Arg),
    ) {
        let exit = self.b.label();
        self.enter_loop();
        self.iterator_next(iterator, value);
        self.get_named(value, "done");
        self.jump_if_true(false, exit);
        let entry = self.b.constants.string("value");
        self.b.emit(Op::GetNamedProperty, &[Arg::In(value), Arg::Constant(entry), value_slot]);
        self.b.emit(Op::StaInArrayLiteral, &[Arg::In(array), Arg::In(index), element_slot]);
        self.b.load(index);
        self.b.emit(Op::Inc, &[index_slot]);
        self.b.store(index);
        self.leave_loop(exit);
    }

    /// Calls `return` of an iterator that is not at its end.
    pub(super) fn finalize_iteration(&mut self, iterator: Iterator, done: Register, token: Register) -> Done {
        self.in_registers(|this| {
            let is_done = this.b.label();
            this.b.load(done);
            this.jump_if_true(false, is_done);
            this.in_registers(|this| {
                this.try_catch(
                    |this| {
                        let method = this.b.register();
                        this.get_named(iterator.object, "return");
                        this.jump_if(Op::JumpIfUndefinedOrNull, is_done);
                        this.b.store(method);
                        let slot = this.ic();
                        this.b.emit(Op::CallProperty0, &[Arg::In(method), Arg::In(iterator.object), slot]);
                        this.jump_if(Op::JumpIfJSReceiver, is_done);
                        this.in_registers(|this| {
                            let result = this.b.register();
                            this.b.store(result);
                            this.call_runtime("ThrowIteratorResultNotAnObject", Some(RegisterList::of(result)));
                            Ok(())
                        })
                    },
                    |this, context| {
                        this.b.store(context);
                        let suppressed = this.b.label();
                        this.load_smi(0);
                        this.b.emit(Op::TestReferenceEqual, &[Arg::In(token)]);
                        this.jump_if_true(true, suppressed);
                        this.b.load(context);
                        this.b.emit(Op::ReThrow, &[]);
                        this.b.bind(suppressed);
                        Ok(())
                    },
                )
            })?;
            this.b.bind(is_done);
            Ok(())
        })
    }
}
