//! Walks a function's tree and writes its bytecodes: `BytecodeGenerator` (src/interpreter/bytecode-generator.cc). The files beside this one
//! hold its visitors by topic.

use std::collections::{BTreeMap, BTreeSet};

use oxc_span::Span;

use super::control::{Commands, Control};
use crate::bytecode::ast::{Function, FunctionId, Shape, Stmt};
use crate::bytecode::builder::{Arg, Builder};
use crate::bytecode::label::{JumpTable, Label};
use crate::bytecode::listing::Unsupported;
use crate::bytecode::opcode::Op;
use crate::bytecode::optimizer::TypeHint;
use crate::bytecode::parser::Parsed;
use crate::bytecode::register::Register;
use crate::bytecode::scope::{Declaration, Location, ScopeId, VarId};

/// The end of writing a piece of code, or the construct that the generator cannot compile as V8 does.
pub(in crate::bytecode) type Done = Result<(), Unsupported>;

/// A context that the code is in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub(super) scope: ScopeId,
    /// The register that holds it; the innermost one's is `<context>`.
    pub(super) register: Register,
}

/// The branch at which control goes on without a jump.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fallthrough {
    Then,
    Else,
    None,
}

/// The use of an expression's value (`ExpressionResultScope`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Effect,
    Value,
    Test { yes: Label, no: Label, fallthrough: Fallthrough, consumed: bool },
}

/// An expression under way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outcome {
    pub(super) wanted: Wanted,
    pub(super) hint: TypeHint,
}

/// A `for-in` loop around.
#[derive(Clone, Copy, Debug)]
pub(super) struct ForIn {
    pub(super) each: Option<VarId>,
    pub(super) index: Register,
    pub(super) cache_type: Register,
}

/// The key of a shared feedback slot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SlotKey {
    LoadGlobal(String, bool),
    StoreGlobal(String),
    Load(i64, String),
    Store(i64, String),
    LoadSuper(String),
}

pub(in crate::bytecode) struct Generator<'p, 'a> {
    pub(super) program: &'p Parsed<'a>,
    pub(super) function: &'p Function<'a>,
    pub(in crate::bytecode) b: Builder,
    pub(super) scope: ScopeId,
    pub(super) contexts: Vec<Context>,
    pub(super) controls: Vec<Control>,
    pub(super) commands: Vec<Commands>,
    pub(super) outcomes: Vec<Outcome>,
    /// The register that holds `new.target`, or the generator object.
    pub(super) incoming: Option<Register>,
    pub(super) suspends: u32,
    /// Where a generator or async function goes on when it is resumed (`generator_jump_table_`).
    pub(super) resume_table: Option<JumpTable>,
    /// The loops around, innermost last, each with the labels of its begin and its end.
    pub(super) loops: Vec<(Label, Label)>,
    pub(super) for_ins: Vec<ForIn>,
    pub(super) null_label: Option<Label>,
    /// Variables that are certainly no holes any more.
    pub(super) checked: BTreeSet<VarId>,
    pub(in crate::bytecode) slots: u32,
    shared_slots: BTreeMap<SlotKey, u32>,
    pub(super) dummy_slot: Option<u32>,
    closures: u32,
}

impl<'p, 'a> Generator<'p, 'a> {
    pub(in crate::bytecode) fn new(program: &'p Parsed<'a>, function: &'p Function<'a>) -> Self {
        let scope = program.scopes.get(function.scope);
        let parameters = u32::try_from(scope.parameters.len()).unwrap_or(0);
        let mut b = Builder::new(scope.stack_slots, parameters);
        b.span = Some(function.span);
        Self {
            program,
            function,
            b,
            scope: function.scope,
            contexts: vec![Context { scope: function.scope, register: Register::CONTEXT }],
            controls: vec![Control::TopLevel],
            commands: Vec::new(),
            outcomes: Vec::new(),
            incoming: None,
            suspends: 0,
            resume_table: None,
            loops: Vec::new(),
            for_ins: Vec::new(),
            null_label: None,
            checked: BTreeSet::new(),
            slots: 0,
            shared_slots: BTreeMap::new(),
            dummy_slot: None,
            closures: 0,
        }
    }

    /// Gives up on a construct that the generator cannot compile as V8 does.
    ///
    /// # Errors
    /// Always: `construct`, at `pos` or at the current place.
    pub(super) fn unsupported<T>(&self, construct: &'static str, pos: Option<Span>) -> Result<T, Unsupported> {
        Err(Unsupported { construct, span: pos.or(self.b.span).unwrap_or(self.function.span) })
    }

    /// Takes a feedback slot of so many entries of the vector: most kinds of slots take two.
    pub(super) fn slots(&mut self, entries: u32) -> Arg {
        self.slots += entries;
        Arg::Feedback(self.slots - entries)
    }

    pub(super) fn slot(&mut self) -> Arg {
        self.slots(1)
    }

    pub(super) fn ic(&mut self) -> Arg {
        self.slots(2)
    }

    pub(super) fn shared_ic(&mut self, key: SlotKey) -> Arg {
        if let Some(&slot) = self.shared_slots.get(&key) {
            return Arg::Feedback(slot);
        }
        let arg = self.ic();
        if let Arg::Feedback(slot) = arg {
            self.shared_slots.insert(key, slot);
        }
        arg
    }

    /// Runs `write`, then gives back the registers that it has taken.
    ///
    /// # Errors
    /// The error of `write`.
    pub(super) fn in_registers<T>(&mut self, write: impl FnOnce(&mut Self) -> Result<T, Unsupported>) -> Result<T, Unsupported> {
        let from = self.b.next_register();
        let result = write(self)?;
        self.b.release(from);
        Ok(result)
    }

    /// Runs `write` for code that may not run: the variables that it has checked for holes do not count as checked behind it.
    ///
    /// # Errors
    /// The error of `write`.
    pub(super) fn maybe_run<T>(&mut self, write: impl FnOnce(&mut Self) -> Result<T, Unsupported>) -> Result<T, Unsupported> {
        let checked = self.checked.clone();
        let result = write(self)?;
        self.checked = checked;
        Ok(result)
    }

    /// Runs `write` for code that comes from `pos`.
    ///
    /// # Errors
    /// The error of `write`.
    pub(super) fn at<T>(&mut self, pos: Option<Span>, write: impl FnOnce(&mut Self) -> Result<T, Unsupported>) -> Result<T, Unsupported> {
        let outer = self.b.span;
        self.b.span = pos.or(outer);
        let result = write(self)?;
        self.b.span = outer;
        Ok(result)
    }

    // The whole function.

    pub(in crate::bytecode) fn generate(&mut self) -> Done {
        self.take_incoming();
        if self.function.suspends > 0 {
            self.generator_prologue();
        }
        if self.program.scopes.needs_context(self.function.scope) {
            self.new_function_context();
        }
        self.body_prologue()?;
        match self.function.kind.shape {
            Shape::BaseConstructor => {
                if self.function.has_fields {
                    self.initialize_members(Register::CLOSURE, Register::RECEIVER);
                }
                self.body_statements()?;
            }
            Shape::DerivedConstructor | Shape::DefaultDerivedConstructor => self.derived_constructor_body()?,
            _ if self.function.kind.is_async && self.function.kind.is_generator => return self.unsupported("async generator", None),
            _ if self.function.kind.is_async => self.async_body()?,
            _ => self.body_statements()?,
        }
        self.b.flush();
        Ok(())
    }

    fn take_incoming(&mut self) {
        let scope = self.program.scopes.get(self.function.scope);
        let variable = if self.function.kind.is_resumable() { scope.generator } else { scope.new_target };
        let Some(variable) = variable else { return };
        self.incoming = Some(match self.program.scopes.variable(variable).location {
            Location::Local(index) => Register::local(index),
            _ => self.b.register(),
        });
    }

    fn new_function_context(&mut self) {
        let scopes = &self.program.scopes;
        let scope = scopes.get(self.function.scope);
        let entry = self.b.constants.scope(self.function.scope, "FUNCTION_SCOPE");
        self.b.expression_position();
        self.b.emit(Op::CreateFunctionContext, &[Arg::Constant(entry), Arg::Number(scope.heap_slots - 2)]);
        self.enter_context(self.function.scope);
        if let Some(receiver) = scope.receiver
            && let Location::Context(slot) = scopes.variable(receiver).location
        {
            self.b.load(Register::RECEIVER);
            self.store_context_slot(Register::CONTEXT, slot, 0);
        }
        for (index, &parameter) in scope.parameters.iter().enumerate() {
            if let Location::Context(slot) = scopes.variable(parameter).location {
                self.b.load(Register::parameter(u32::try_from(index).unwrap_or(0)));
                self.store_context_slot(Register::CONTEXT, slot, 0);
            }
        }
    }

    fn body_prologue(&mut self) -> Done {
        let scope = self.program.scopes.get(self.function.scope);
        if let Some(arguments) = scope.arguments {
            let mapped = crate::bytecode::resolve::has_mapped_arguments(&self.program.scopes, self.function.scope);
            self.b.emit(if mapped { Op::CreateMappedArguments } else { Op::CreateUnmappedArguments }, &[]);
            self.initialize_plainly(arguments)?;
        }
        if let Some(rest) = scope.rest {
            self.b.emit(Op::CreateRestParameter, &[]);
            self.initialize_plainly(rest)?;
        }
        for variable in [scope.function_name, scope.this_function].into_iter().flatten() {
            self.b.load(Register::CLOSURE);
            self.initialize_plainly(variable)?;
        }
        if let (Some(variable), Some(incoming), false) = (scope.new_target, self.incoming, self.function.kind.is_resumable())
            && !matches!(self.program.scopes.variable(variable).location, Location::Local(_))
        {
            self.b.load(incoming);
            self.initialize_plainly(variable)?;
        }
        if self.function.kind.is_resumable() {
            self.initialize_generator_object()?;
        }
        self.declarations(self.function.scope)
    }

    pub(super) fn body_statements(&mut self) -> Done {
        let function = self.function;
        self.statements(&function.body)?;
        if !self.b.is_dead() {
            self.b.emit(Op::LdaUndefined, &[]);
            self.b.span = Some(Span::new(function.span.end.saturating_sub(1), function.span.end));
            self.return_accumulator(true)?;
            self.b.span = Some(function.span);
        }
        Ok(())
    }

    pub(super) fn statements(&mut self, statements: &'p [Stmt<'a>]) -> Done {
        for statement in statements {
            self.in_registers(|this| this.statement(statement))?;
            if self.b.is_dead() {
                break;
            }
        }
        Ok(())
    }

    /// Variables that have to be holes first, and functions.
    pub(super) fn declarations(&mut self, scope: ScopeId) -> Done {
        let program = self.program;
        for declaration in &program.scopes.get(scope).declarations {
            self.in_registers(|this| match *declaration {
                Declaration::Variable(variable) => {
                    this.declare_variable(variable);
                    Ok(())
                }
                Declaration::Function(variable, function) => this.declare_function(variable, function),
            })?;
        }
        Ok(())
    }

    fn declare_variable(&mut self, id: VarId) {
        let variable = self.program.scopes.variable(id);
        if !variable.used || !self.program.scopes.binding_needs_init(id) {
            return;
        }
        match variable.location {
            Location::Local(index) => {
                self.b.emit(Op::LdaTheHole, &[]);
                self.b.store(Register::local(index));
            }
            Location::Parameter(index) => {
                self.b.emit(Op::LdaTheHole, &[]);
                self.b.store(Register::parameter(index));
            }
            Location::Context(slot) => {
                self.b.emit(Op::LdaTheHole, &[]);
                self.store_context_slot(Register::CONTEXT, slot, 0);
            }
            Location::Unallocated | Location::Receiver => {}
        }
    }

    fn declare_function(&mut self, id: VarId, function: FunctionId) -> Done {
        let variable = self.program.scopes.variable(id);
        if !variable.used {
            return Ok(());
        }
        self.create_closure(function);
        if let Location::Context(slot) = variable.location {
            self.store_context_slot(Register::CONTEXT, slot, 0);
            return Ok(());
        }
        self.initialize_plainly(id)
    }

    pub(super) fn create_closure(&mut self, function: FunctionId) {
        let entry = self.b.constants.function(function);
        let slot = self.closures;
        self.closures += 1;
        let span = self.program.functions.get(function.0).and_then(Option::as_ref).map(|function| function.span);
        let outer = self.b.span;
        self.b.span = span.or(outer);
        self.b.emit(Op::CreateClosure, &[Arg::Constant(entry), Arg::Feedback(slot), Arg::Flag8(2)]);
        self.b.span = outer;
    }

    // Contexts.

    /// Enters the new context that the accumulator holds.
    pub(super) fn enter_context(&mut self, scope: ScopeId) {
        let outer = self.b.register();
        self.enter_context_keeping(scope, outer);
    }

    pub(super) fn enter_context_keeping(&mut self, scope: ScopeId, outer: Register) {
        if let Some(context) = self.contexts.last_mut() {
            context.register = outer;
        }
        self.b.emit(Op::PushContext, &[Arg::Out(outer)]);
        self.contexts.push(Context { scope, register: Register::CONTEXT });
    }

    pub(super) fn leave_context(&mut self) {
        self.contexts.pop();
        if let Some(context) = self.contexts.last_mut() {
            let register = std::mem::replace(&mut context.register, Register::CONTEXT);
            self.b.emit(Op::PopContext, &[Arg::In(register)]);
        }
    }

    pub(super) fn new_block_context(&mut self, scope: ScopeId) {
        let is_class = matches!(self.program.scopes.get(scope).kind, crate::bytecode::scope::ScopeKind::Class);
        let entry = self.b.constants.scope(scope, if is_class { "CLASS_SCOPE" } else { "BLOCK_SCOPE" });
        self.b.emit(Op::CreateBlockContext, &[Arg::Constant(entry)]);
    }

    /// Runs `write` with `scope` as the current one.
    ///
    /// # Errors
    /// The error of `write`.
    pub(super) fn in_scope<T>(&mut self, scope: ScopeId, write: impl FnOnce(&mut Self) -> Result<T, Unsupported>) -> Result<T, Unsupported> {
        let outer = std::mem::replace(&mut self.scope, scope);
        let result = write(self)?;
        self.scope = outer;
        Ok(result)
    }

    pub(super) fn is_strict(&self) -> bool {
        self.program.scopes.get(self.scope).strict
    }
}
