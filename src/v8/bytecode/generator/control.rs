//! Ways out of a piece of code: `break`, `continue`, `return`, and `try`, which catches them (`ControlScope`, `DeferredCommands`).

use super::base::{Done, Generator};
use crate::bytecode::ast::TargetId;
use crate::bytecode::builder::Arg;
use crate::bytecode::label::Label;
use crate::bytecode::listing::Unsupported;
use crate::bytecode::opcode::Op;
use crate::bytecode::register::{Register, RegisterList};

/// A way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Break(TargetId),
    Continue(TargetId),
    Return,
    AsyncReturn,
    ReThrow,
}

impl Command {
    fn carries_value(self) -> bool {
        matches!(self, Self::Return | Self::AsyncReturn | Self::ReThrow)
    }
}

/// A statement around the code that gets a way out first. `depth`: the number of contexts when it was entered.
#[derive(Clone, Copy, Debug)]
pub(super) enum Control {
    TopLevel,
    Breakable { target: Option<TargetId>, exit: Label, depth: usize },
    Iteration { target: TargetId, exit: Label, next: Label, depth: usize },
    TryCatch,
    TryFinally { commands: usize, finally: Label, depth: usize },
    DerivedConstructor { result: Register, check: Label, depth: usize },
}

/// The ways through a `finally`, and the registers that hold the token of the one that is taken.
#[derive(Clone, Debug)]
pub(super) struct Commands {
    deferred: Vec<Command>,
    token: Register,
    result: Register,
    message: Register,
    falls_through: bool,
}

impl Generator<'_, '_> {
    /// Returns the accumulator. `written`: whether the text has the `return`, so that V8 knows a position for it.
    pub(super) fn return_accumulator(&mut self, written: bool) -> Done {
        let kind = self.function.kind;
        let command = if kind.is_async { Command::AsyncReturn } else { Command::Return };
        self.perform(command, written)
    }

    pub(super) fn perform(&mut self, command: Command, written: bool) -> Done {
        for at in (0..self.controls.len()).rev() {
            let control = self.controls[at];
            if self.execute(control, command, written)? {
                return Ok(());
            }
        }
        self.unsupported("jump to nowhere", None)
    }

    /// Whether `control` has dealt with `command`.
    fn execute(&mut self, control: Control, command: Command, written: bool) -> Result<bool, Unsupported> {
        match (control, command) {
            (Control::Breakable { target: Some(target), exit, depth }, Command::Break(to)) if target == to => {
                self.pop_contexts(depth);
                self.jump(exit);
            }
            (Control::Iteration { target, exit, depth, .. }, Command::Break(to)) if target == to => {
                self.pop_contexts(depth);
                self.jump(exit);
            }
            (Control::Iteration { target, next, depth, .. }, Command::Continue(to)) if target == to => {
                self.pop_contexts(depth);
                self.jump(next);
            }
            (Control::TryFinally { commands, finally, depth }, command) => {
                self.pop_contexts(depth);
                self.record(commands, command);
                self.jump(finally);
            }
            (Control::TryCatch | Control::TopLevel, Command::ReThrow) => self.b.emit(Op::ReThrow, &[]),
            (Control::DerivedConstructor { result, check, depth }, Command::Return) => {
                self.pop_contexts(depth);
                self.b.statement_position();
                self.b.store(result);
                self.jump(check);
            }
            (Control::TopLevel, Command::Return) => self.build_return(written),
            (Control::TopLevel, Command::AsyncReturn) => self.build_async_return(written)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn pop_contexts(&mut self, depth: usize) {
        if self.contexts.len() != depth
            && let Some(context) = self.contexts.get(depth - 1)
        {
            let register = context.register;
            self.b.emit(Op::PopContext, &[Arg::In(register)]);
        }
    }

    pub(super) fn build_return(&mut self, written: bool) {
        if written {
            self.b.statement_position();
        }
        self.b.emit(Op::Return, &[]);
    }

    fn build_async_return(&mut self, written: bool) -> Done {
        self.in_registers(|this| {
            let arguments = this.b.register_list(2);
            let generator = this.generator_object()?;
            this.b.mov(generator, arguments.first);
            this.b.store(arguments.at(1));
            this.call_intrinsic("_AsyncFunctionResolve", arguments);
            Ok(())
        })?;
        self.build_return(written);
        Ok(())
    }

    // Jumps.

    pub(super) fn jump(&mut self, label: Label) {
        self.b.emit(Op::Jump, &[Arg::Target(label)]);
    }

    pub(super) fn jump_if(&mut self, op: Op, label: Label) {
        self.b.emit(op, &[Arg::Target(label)]);
    }

    pub(super) fn jump_if_true(&mut self, is_boolean: bool, label: Label) {
        self.jump_if(if is_boolean { Op::JumpIfTrue } else { Op::JumpIfToBooleanTrue }, label);
    }

    pub(super) fn jump_if_false(&mut self, is_boolean: bool, label: Label) {
        self.jump_if(if is_boolean { Op::JumpIfFalse } else { Op::JumpIfToBooleanFalse }, label);
    }

    // Runtime calls.

    pub(super) fn call_runtime(&mut self, name: &'static str, arguments: Option<RegisterList>) {
        let arguments = arguments.unwrap_or(RegisterList { first: Register(0), count: 0 });
        self.b.emit(Op::CallRuntime, &[Arg::Runtime(name), Arg::List(arguments)]);
    }

    pub(super) fn call_intrinsic(&mut self, name: &'static str, arguments: RegisterList) {
        self.b.emit(Op::InvokeIntrinsic, &[Arg::Intrinsic(name), Arg::List(arguments)]);
    }

    pub(super) fn load_smi(&mut self, value: i32) {
        if value == 0 {
            self.b.emit(Op::LdaZero, &[]);
        } else {
            self.b.emit(Op::LdaSmi, &[Arg::Smi(value)]);
        }
    }

    // Try.

    /// `try { body } catch { handler }`; `handler` is given the register that keeps the context.
    pub(super) fn try_catch(&mut self, body: impl FnOnce(&mut Self) -> Done, handler: impl FnOnce(&mut Self, Register) -> Done) -> Done {
        if self.b.is_dead() {
            return Ok(());
        }
        let context = self.b.register();
        self.b.mov(Register::CONTEXT, context);
        let region = self.b.begin_try();
        let before = self.checked.clone();
        self.controls.push(Control::TryCatch);
        body(self)?;
        self.controls.pop();
        let checked_in_body = std::mem::replace(&mut self.checked, before.clone());
        self.b.end_try(region);
        let exit = self.b.label();
        self.jump(exit);
        self.b.bind_handler(region);
        handler(self, context)?;
        self.checked = self.checked.intersection(&checked_in_body).copied().collect();
        self.b.bind(exit);
        Ok(())
    }

    /// `finalizer` is given the registers of the token and the result.
    pub(super) fn try_finally(&mut self, body: impl FnOnce(&mut Self) -> Done, finalizer: impl FnOnce(&mut Self, Register) -> Done) -> Done {
        if self.b.is_dead() {
            return Ok(());
        }
        let (token, result, message) = (self.b.register(), self.b.register(), self.b.register());
        self.b.emit(Op::LdaTheHole, &[]);
        self.b.store(message);
        self.commands.push(Commands { deferred: Vec::new(), token, result, message, falls_through: false });
        let commands = self.commands.len() - 1;
        let context = self.b.register();
        self.b.mov(Register::CONTEXT, context);
        let region = self.b.begin_try();
        let finally = self.b.label();
        self.controls.push(Control::TryFinally { commands, finally, depth: self.contexts.len() });
        self.maybe_run(body)?;
        self.controls.pop();
        self.b.end_try(region);
        if !self.b.is_dead() {
            self.commands[commands].falls_through = true;
            self.load_smi(-1);
            self.b.store(token);
            self.b.store(result);
        }
        self.jump(finally);
        self.b.bind_handler(region);
        self.record(commands, Command::ReThrow);
        self.b.bind(finally);
        finalizer(self, token)?;
        self.apply(commands)
    }

    /// Stores the token of the way out that is taken.
    fn record(&mut self, at: usize, command: Command) {
        let token = self.token_for(at, command);
        let (token_register, result, message) = (self.commands[at].token, self.commands[at].result, self.commands[at].message);
        if command.carries_value() {
            self.b.store(result);
        }
        self.load_smi(token);
        self.b.store(token_register);
        if !command.carries_value() {
            self.b.store(result);
        }
        if command == Command::ReThrow {
            self.b.emit(Op::LdaTheHole, &[]);
            self.b.emit(Op::SetPendingMessage, &[]);
            self.b.store(message);
        }
    }

    fn token_for(&mut self, at: usize, command: Command) -> i32 {
        let deferred = &mut self.commands[at].deferred;
        // The first token is for an exception, whether or not one is recorded.
        if deferred.is_empty() {
            deferred.push(Command::ReThrow);
        }
        if matches!(command, Command::Return | Command::AsyncReturn | Command::ReThrow)
            && let Some(known) = deferred.iter().position(|&known| known == command)
        {
            return i32::try_from(known).unwrap_or(i32::MAX);
        }
        deferred.push(command);
        i32::try_from(deferred.len() - 1).unwrap_or(i32::MAX)
    }

    /// Goes on behind the `finally` by the stored token.
    fn apply(&mut self, at: usize) -> Done {
        let commands = self.commands[at].clone();
        let after = self.b.label();
        match commands.deferred.as_slice() {
            [] => return Ok(()),
            [only] => {
                if commands.falls_through {
                    self.compare_token(&commands, 0, after);
                }
                self.apply_one(&commands, *only)?;
            }
            [first, last] if !commands.falls_through => {
                let otherwise = self.b.label();
                self.compare_token(&commands, 0, otherwise);
                self.apply_one(&commands, *first)?;
                self.b.bind(otherwise);
                self.apply_one(&commands, *last)?;
            }
            all => self.apply_table(&commands, all, after)?,
        }
        self.b.bind(after);
        Ok(())
    }

    fn apply_table(&mut self, commands: &Commands, all: &[Command], after: Label) -> Done {
        let base = i32::from(!commands.falls_through);
        let size = u32::try_from(all.len()).unwrap_or(0) - base.cast_unsigned();
        let table = self.b.constants.jump_table(size, base);
        self.b.load(commands.token);
        self.b.emit(Op::SwitchOnSmiNoFeedback, &[Arg::Table(table)]);
        for (token, &command) in all.iter().enumerate() {
            if token == 0 && commands.falls_through {
                self.jump(after);
                self.b.bind_table(table, 0);
            } else if token > 0 {
                self.b.bind_table(table, i32::try_from(token).unwrap_or(0));
            }
            self.apply_one(commands, command)?;
        }
        Ok(())
    }

    fn compare_token(&mut self, commands: &Commands, token: i32, otherwise: Label) {
        self.load_smi(token);
        self.b.emit(Op::TestReferenceEqual, &[Arg::In(commands.token)]);
        self.jump_if_false(true, otherwise);
    }

    fn apply_one(&mut self, commands: &Commands, command: Command) -> Done {
        if command == Command::ReThrow {
            self.b.load(commands.message);
            self.b.emit(Op::SetPendingMessage, &[]);
        }
        if command.carries_value() {
            self.b.load(commands.result);
        }
        self.perform(command, false)
    }
}
