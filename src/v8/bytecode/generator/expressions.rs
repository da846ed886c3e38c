//! Expressions: the choice of the visitor for each, and the small ones.

use super::base::{Done, Fallthrough, Generator, SlotKey, Wanted};
use crate::bytecode::ast::{BinaryOp, Expr, Key, Kind, Literal, UnaryOp};
use crate::bytecode::builder::Arg;
use crate::bytecode::label::Label;
use crate::bytecode::listing::Unsupported;
use crate::bytecode::opcode::Op;
use crate::bytecode::optimizer::TypeHint;
use crate::bytecode::register::{Register, RegisterList};
use crate::bytecode::scope::Location;

impl<'p, 'a> Generator<'p, 'a> {
    pub(super) fn for_effect(&mut self, expression: &'p Expr<'a>) -> Done {
        self.in_outcome(Wanted::Effect, |this| this.visit(expression))?;
        Ok(())
    }

    /// Evaluates an expression into the accumulator. The knowledge of the value's type.
    ///
    /// # Errors
    /// The construct that the generator cannot compile as V8 does.
    pub(super) fn for_value(&mut self, expression: &'p Expr<'a>) -> Result<TypeHint, Unsupported> {
        // V8 notes the hint before the expression's registers are given back.
        self.outcomes.push(super::base::Outcome { wanted: Wanted::Value, hint: TypeHint::Any });
        let hint = self.in_registers(|this| {
            this.visit(expression)?;
            let hint = this.outcomes.last().map_or(TypeHint::Any, |outcome| outcome.hint);
            if hint != TypeHint::Any {
                this.b.optimizer.set_accumulator_hint(hint);
            }
            Ok(hint)
        })?;
        self.outcomes.pop();
        Ok(hint)
    }

    /// Evaluates an expression into a new register.
    ///
    /// # Errors
    /// The construct that the generator cannot compile as V8 does.
    pub(super) fn for_register(&mut self, expression: &'p Expr<'a>) -> Result<Register, Unsupported> {
        self.for_value(expression)?;
        let register = self.b.register();
        self.b.store(register);
        Ok(register)
    }

    pub(super) fn for_value_in(&mut self, expression: &'p Expr<'a>, register: Register) -> Done {
        self.in_outcome(Wanted::Value, |this| {
            this.visit(expression)?;
            this.b.store(register);
            Ok(())
        })?;
        Ok(())
    }

    pub(super) fn push_value(&mut self, expression: &'p Expr<'a>, list: &mut RegisterList) -> Done {
        self.in_outcome(Wanted::Value, |this| this.visit(expression))?;
        let register = self.b.grow(list);
        self.b.store(register);
        Ok(())
    }

    pub(super) fn for_test(&mut self, expression: &'p Expr<'a>, yes: Label, no: Label, fallthrough: Fallthrough) -> Done {
        let wanted = Wanted::Test { yes, no, fallthrough, consumed: false };
        let outcome = self.in_outcome(wanted, |this| this.visit(expression))?;
        self.finish_test(outcome.wanted, outcome.hint);
        Ok(())
    }

    /// Jumps by the accumulator, unless the expression has jumped itself.
    pub(super) fn finish_test(&mut self, wanted: Wanted, hint: TypeHint) {
        if let Wanted::Test { yes, no, fallthrough, consumed: false } = wanted {
            self.build_test(hint == TypeHint::Boolean, yes, no, fallthrough);
        }
    }

    pub(super) fn build_test(&mut self, is_boolean: bool, yes: Label, no: Label, fallthrough: Fallthrough) {
        match fallthrough {
            Fallthrough::Then => self.jump_if_false(is_boolean, no),
            Fallthrough::Else => self.jump_if_true(is_boolean, yes),
            Fallthrough::None => {
                self.jump_if_true(is_boolean, yes);
                self.jump(no);
            }
        }
    }

    pub(super) fn set_hint(&mut self, hint: TypeHint) {
        if let Some(outcome) = self.outcomes.last_mut() {
            outcome.hint = hint;
        }
    }

    pub(super) fn consume_test(&mut self) {
        if let Some(Wanted::Test { consumed, .. }) = self.outcomes.last_mut().map(|outcome| &mut outcome.wanted) {
            *consumed = true;
        }
    }

    /// V8 notes a position for bytecodes that may throw.
    pub(super) fn position(&mut self, expression: &Expr<'_>) {
        if expression.pos.is_some() {
            self.b.expression_position();
        }
    }

    pub(super) fn visit(&mut self, expression: &'p Expr<'a>) -> Done {
        self.at(expression.pos, |this| this.visit_here(expression))
    }

    fn visit_here(&mut self, it: &'p Expr<'a>) -> Done {
        match &it.kind {
            Kind::Literal(literal) => {
                self.literal(literal);
                Ok(())
            }
            Kind::Proxy(id) => {
                self.position(it);
                self.load_proxy(*id, false)
            }
            Kind::This => self.load_this(),
            Kind::Assign { op, target, value } => self.assign(it, *op, target, value),
            Kind::Compound { op, target, value } => self.compound(it, *op, target, value),
            Kind::Binary { op, left, right } => self.binary(it, *op, left, right),
            Kind::Nary { op, first, rest } => self.nary(*op, first, rest),
            Kind::Compare { op, left, right } => self.compare(it, *op, left, right),
            Kind::Unary { op, operand } => self.unary(it, *op, operand),
            Kind::Count { increment, postfix, target } => self.count(it, *increment, *postfix, target),
            Kind::Conditional { test, yes, no } => self.conditional(test, yes, no),
            Kind::Property { object, .. } => {
                let register = self.for_register(object)?;
                self.property_load(register, it)
            }
            Kind::SuperProperty { .. } => self.super_load(it, None),
            Kind::OptionalChain(inner) => self.optional_chain(|this| {
                this.for_value(inner)?;
                Ok(())
            }),
            Kind::Call { callee, arguments, optional } => self.call(it, callee, arguments, *optional),
            Kind::New { callee, arguments } => self.new_call(it, callee, arguments),
            Kind::SuperCall { this_function, new_target, arguments } => self.super_call(it, *this_function, *new_target, arguments),
            Kind::SuperCallForwardArguments { this_function, new_target } => self.forward_super_call(it, *this_function, *new_target),
            Kind::Spread(inner) => self.visit(inner),
            Kind::Function(function) => {
                self.create_closure(*function);
                Ok(())
            }
            Kind::Class(class) => self.class(class),
            Kind::Object(properties) => self.object(properties),
            Kind::Array(elements) => self.array(elements),
            Kind::RegExp { pattern, flags } => {
                let entry = self.b.constants.string(pattern);
                let slot = self.slot();
                self.b.emit(Op::CreateRegExpLiteral, &[Arg::Constant(entry), slot, Arg::Flag16(u32::from(*flags))]);
                Ok(())
            }
            Kind::Template { parts, substitutions } => self.template(it, parts, substitutions),
            Kind::TemplateObject => {
                self.position(it);
                let entry = self.b.constants.add("TemplateObjectDescription".to_owned());
                let slot = self.slot();
                self.b.emit(Op::GetTemplateObject, &[Arg::Constant(entry), slot]);
                Ok(())
            }
            Kind::Await(value) => self.await_value(it, value),
            Kind::Yield { value } => self.yield_value(it, value),
            Kind::YieldStar(value) => self.yield_star(it, value),
            Kind::Throw(value) => {
                self.for_value(value)?;
                self.position(it);
                self.b.emit(Op::Throw, &[]);
                Ok(())
            }
            Kind::Import { specifier, options } => self.import_call(specifier, options.as_deref()),
            Kind::Unsupported(construct) => self.unsupported(construct, it.pos),
        }
    }

    fn literal(&mut self, literal: &Literal<'a>) {
        if self.is_effect() {
            return;
        }
        match literal {
            Literal::Smi(value) => self.load_smi(*value),
            Literal::Undefined => self.b.emit(Op::LdaUndefined, &[]),
            Literal::Null => self.b.emit(Op::LdaNull, &[]),
            Literal::TheHole => self.b.emit(Op::LdaTheHole, &[]),
            Literal::Boolean(value) => {
                self.b.emit(if *value { Op::LdaTrue } else { Op::LdaFalse }, &[]);
                self.set_hint(TypeHint::Boolean);
            }
            Literal::Number(_) | Literal::BigInt(_) | Literal::ConsString(_) => self.load_constant(literal),
            Literal::String(_) => {
                self.load_constant(literal);
                self.set_hint(TypeHint::InternalizedString);
            }
        }
    }

    pub(super) fn load_constant(&mut self, literal: &Literal<'_>) {
        if let Some(entry) = self.b.constants.literal(literal) {
            self.b.emit(Op::LdaConstant, &[Arg::Constant(entry)]);
        }
    }

    pub(super) fn load_string(&mut self, text: &str) {
        let entry = self.b.constants.string(text);
        self.b.emit(Op::LdaConstant, &[Arg::Constant(entry)]);
    }

    // Properties.

    /// `object.name` without the sharing of feedback.
    pub(super) fn get_named(&mut self, object: Register, name: &str) {
        let slot = self.ic();
        let entry = self.b.constants.string(name);
        self.b.emit(Op::GetNamedProperty, &[Arg::In(object), Arg::Constant(entry), slot]);
    }

    /// Loads of the same property of the same variable share their feedback.
    pub(super) fn load_slot(&mut self, object: &Expr<'a>, name: &str) -> Arg {
        match self.variable_index(object) {
            Some(index) => self.shared_ic(SlotKey::Load(index, name.to_owned())),
            None => self.ic(),
        }
    }

    pub(super) fn store_slot(&mut self, object: &Expr<'a>, name: &str) -> Arg {
        match self.variable_index(object) {
            Some(index) => self.shared_ic(SlotKey::Store(index, name.to_owned())),
            None => self.ic(),
        }
    }

    /// `Variable::index`, which is not one for each variable.
    fn variable_index(&self, object: &Expr<'a>) -> Option<i64> {
        let Kind::Proxy(id) = object.kind else { return None };
        let Some(variable) = self.program.scopes.proxy(id).variable else { return Some(-1) };
        Some(match self.program.scopes.variable(variable).location {
            Location::Local(index) | Location::Parameter(index) | Location::Context(index) => i64::from(index),
            Location::Receiver | Location::Unallocated => -1,
        })
    }

    pub(super) fn property_load(&mut self, register: Register, it: &'p Expr<'a>) -> Done {
        let Kind::Property { object, key, optional } = &it.kind else { return self.unsupported("property", it.pos) };
        if *optional {
            self.b.load(register);
            self.jump_to_null();
        }
        self.at(it.pos, |this| match key {
            Key::Named(name) => {
                this.position(it);
                let slot = this.load_slot(object, name);
                let entry = this.b.constants.string(name);
                this.b.emit(Op::GetNamedProperty, &[Arg::In(register), Arg::Constant(entry), slot]);
                Ok(())
            }
            Key::Keyed(key) => {
                this.for_value(key)?;
                this.position(it);
                let slot = this.ic();
                this.load_keyed(register, slot);
                Ok(())
            }
        })
    }

    /// Loads `object[key]` with the key that is in the accumulator.
    pub(super) fn load_keyed(&mut self, object: Register, slot: Arg) {
        if !self.for_ins.is_empty()
            && let Some(key) = self.b.optimizer.potential_variable_in_accumulator()
            && let Some(state) = self.for_ins.iter().rev().find(|state| state.each == Some(key)).copied()
        {
            self.b.emit(Op::GetEnumeratedKeyedProperty, &[Arg::In(object), Arg::In(state.index), Arg::In(state.cache_type), slot]);
            return;
        }
        self.b.emit(Op::GetKeyedProperty, &[Arg::In(object), slot]);
    }

    pub(super) fn jump_to_null(&mut self) {
        if let Some(label) = self.null_label {
            self.jump_if(Op::JumpIfUndefinedOrNull, label);
        }
    }

    pub(super) fn optional_chain(&mut self, write: impl FnOnce(&mut Self) -> Done) -> Done {
        let (done, null) = (self.b.label(), self.b.label());
        let outer = self.null_label.replace(null);
        self.maybe_run(|this| {
            write(this)?;
            this.jump(done);
            this.b.bind(null);
            this.b.emit(Op::LdaUndefined, &[]);
            this.b.bind(done);
            Ok(())
        })?;
        self.null_label = outer;
        Ok(())
    }

    /// Loads `super.name` or `super[key]`. `receiver`: the register for `this`, for a call.
    pub(super) fn super_load(&mut self, it: &'p Expr<'a>, receiver: Option<Register>) -> Done {
        let Kind::SuperProperty { home, key } = &it.kind else { return self.unsupported("super", it.pos) };
        self.in_registers(|this| match key {
            Key::Named(name) => {
                let this_register = this.b.register();
                this.load_this()?;
                this.b.store(this_register);
                this.load_proxy(*home, false)?;
                this.position(it);
                let slot = this.shared_ic(SlotKey::LoadSuper(name.to_string()));
                let entry = this.b.constants.string(name);
                this.b.emit(Op::GetNamedPropertyFromSuper, &[Arg::In(this_register), Arg::Constant(entry), slot]);
                if let Some(receiver) = receiver {
                    this.b.mov(this_register, receiver);
                }
                Ok(())
            }
            Key::Keyed(key) => {
                let arguments = this.b.register_list(3);
                this.load_this()?;
                this.b.store(arguments.first);
                this.load_proxy(*home, false)?;
                this.b.store(arguments.at(1));
                this.for_value_in(key, arguments.at(2))?;
                this.position(it);
                this.call_runtime("LoadKeyedFromSuper", Some(arguments));
                if let Some(receiver) = receiver {
                    this.b.mov(arguments.first, receiver);
                }
                Ok(())
            }
        })
    }

    fn conditional(&mut self, test: &'p Expr<'a>, yes: &'p Expr<'a>, no: &'p Expr<'a>) -> Done {
        match test.to_boolean() {
            Some(true) => return self.for_value(yes).map(|_| ()),
            Some(false) => return self.for_value(no).map(|_| ()),
            None => {}
        }
        let (then, otherwise, end) = (self.b.label(), self.b.label(), self.b.label());
        self.for_test(test, then, otherwise, Fallthrough::Then)?;
        let before = self.checked.clone();
        self.b.bind(then);
        self.for_value(yes)?;
        let checked = std::mem::replace(&mut self.checked, before);
        self.jump(end);
        self.b.bind(otherwise);
        self.for_value(no)?;
        self.checked = self.checked.intersection(&checked).copied().collect();
        self.b.bind(end);
        Ok(())
    }

    fn import_call(&mut self, specifier: &'p Expr<'a>, options: Option<&'p Expr<'a>>) -> Done {
        let arguments = self.b.register_list(if options.is_some() { 4 } else { 3 });
        self.b.mov(Register::CLOSURE, arguments.first);
        self.for_value_in(specifier, arguments.at(1))?;
        self.load_smi(1);
        self.b.store(arguments.at(2));
        if let Some(options) = options {
            self.for_value_in(options, arguments.at(3))?;
        }
        self.call_runtime("DynamicImportCall", Some(arguments));
        Ok(())
    }

    /// Whether an expression is the global `undefined`.
    pub(super) fn is_undefined(&self, it: &Expr<'a>) -> bool {
        match it.kind {
            Kind::Literal(Literal::Undefined) => true,
            Kind::Proxy(id) => {
                let proxy = self.program.scopes.proxy(id);
                proxy.variable.is_none() && proxy.name == "undefined"
            }
            Kind::Unary { op: UnaryOp::Void, ref operand } => operand.literal().is_some(),
            _ => false,
        }
    }

    pub(super) fn is_logical(op: BinaryOp) -> bool {
        matches!(op, BinaryOp::Or | BinaryOp::And | BinaryOp::Nullish)
    }
}
