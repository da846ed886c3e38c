//! Assignment: plain, compound, `++` and `--`, and destructuring.

use super::base::{Done, Generator, Wanted};
use super::operators::{binary_op, smi_op};
use crate::bytecode::ast::{AssignOp, BinaryOp, Expr, Key, Kind, Literal, Property, PropertyKind};
use crate::bytecode::builder::Arg;
use crate::bytecode::label::Label;
use crate::bytecode::listing::Unsupported;
use crate::bytecode::opcode::Op;
use crate::bytecode::register::{Register, RegisterList};

/// The target of an assignment, evaluated as far as it is before the value (`AssignmentLhsData`).
pub(super) enum Lhs<'p, 'a> {
    Plain(&'p Expr<'a>),
    Named { owner: &'p Expr<'a>, object: Register, name: &'p str },
    Keyed { object: Register, key: Register },
    Super { arguments: RegisterList, keyed: bool },
}

/// An iterator and its `next`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Iterator {
    pub(super) object: Register,
    pub(super) next: Register,
}

impl<'p, 'a> Generator<'p, 'a> {
    pub(super) fn assign(&mut self, it: &'p Expr<'a>, op: AssignOp, target: &'p Expr<'a>, value: &'p Expr<'a>) -> Done {
        let lhs = self.prepare_target(target, false)?;
        self.for_value(value)?;
        self.position(it);
        self.assign_target(&lhs, op)
    }

    /// Evaluates the parts of a target that come before the value. `keep_accumulator`: the accumulator's value is still needed behind this.
    ///
    /// # Errors
    /// The construct that the generator cannot compile as V8 does.
    pub(super) fn prepare_target(&mut self, target: &'p Expr<'a>, keep_accumulator: bool) -> Result<Lhs<'p, 'a>, Unsupported> {
        if !matches!(target.kind, Kind::Property { .. } | Kind::SuperProperty { .. }) {
            return Ok(Lhs::Plain(target));
        }
        let kept = keep_accumulator.then(|| {
            let register = self.b.register();
            self.b.store(register);
            register
        });
        let lhs = self.prepare_property(target)?;
        if let Some(register) = kept {
            self.b.load(register);
        }
        Ok(lhs)
    }

    fn prepare_property(&mut self, target: &'p Expr<'a>) -> Result<Lhs<'p, 'a>, Unsupported> {
        match &target.kind {
            Kind::Property { object, key: Key::Named(name), .. } => {
                let register = self.for_register(object)?;
                Ok(Lhs::Named { owner: object, object: register, name })
            }
            Kind::Property { object, key: Key::Keyed(key), .. } => {
                let object = self.for_register(object)?;
                let key = self.for_register(key)?;
                Ok(Lhs::Keyed { object, key })
            }
            Kind::SuperProperty { home, key } => {
                let arguments = self.b.register_list(4);
                self.load_this()?;
                self.b.store(arguments.first);
                self.load_proxy(*home, false)?;
                self.b.store(arguments.at(1));
                match key {
                    Key::Named(name) => {
                        self.load_string(name);
                        self.b.store(arguments.at(2));
                    }
                    Key::Keyed(key) => self.for_value_in(key, arguments.at(2))?,
                }
                Ok(Lhs::Super { arguments, keyed: matches!(key, Key::Keyed(_)) })
            }
            _ => Ok(Lhs::Plain(target)),
        }
    }

    /// Gives the accumulator's value to the target.
    pub(super) fn assign_target(&mut self, lhs: &Lhs<'p, 'a>, op: AssignOp) -> Done {
        match *lhs {
            Lhs::Plain(target) => match &target.kind {
                Kind::Proxy(id) => self.assign_proxy(*id, op),
                Kind::Object(properties) => self.object_pattern(target, properties, op),
                Kind::Array(elements) => self.array_pattern(elements, op),
                Kind::Unsupported(construct) => self.unsupported(construct, target.pos),
                _ => self.unsupported("assignment target", target.pos),
            },
            Lhs::Named { owner, object, name } => {
                let kept = self.keep_unless_effect();
                let slot = self.store_slot(owner, name);
                let entry = self.b.constants.string(name);
                self.b.emit(Op::SetNamedProperty, &[Arg::In(object), Arg::Constant(entry), slot]);
                self.load_kept(kept);
                Ok(())
            }
            Lhs::Keyed { object, key } => {
                let slot = self.ic();
                let kept = self.keep_unless_effect();
                self.b.emit(Op::SetKeyedProperty, &[Arg::In(object), Arg::In(key), slot]);
                self.load_kept(kept);
                Ok(())
            }
            Lhs::Super { arguments, keyed } => {
                self.b.store(arguments.at(3));
                self.call_runtime(if keyed { "StoreKeyedToSuper" } else { "StoreToSuper" }, Some(arguments));
                Ok(())
            }
        }
    }

    fn keep_unless_effect(&mut self) -> Option<Register> {
        (!self.is_effect()).then(|| {
            let register = self.b.register();
            self.b.store(register);
            register
        })
    }

    fn load_kept(&mut self, kept: Option<Register>) {
        if let Some(register) = kept {
            self.b.load(register);
        }
    }

    /// Loads the current value of the target.
    fn load_target(&mut self, lhs: &Lhs<'p, 'a>) -> Done {
        match *lhs {
            Lhs::Plain(target) => match target.kind {
                Kind::Proxy(id) => self.load_proxy(id, false),
                _ => self.unsupported("assignment target", target.pos),
            },
            Lhs::Named { owner, object, name } => {
                let slot = self.load_slot(owner, name);
                let entry = self.b.constants.string(name);
                self.b.emit(Op::GetNamedProperty, &[Arg::In(object), Arg::Constant(entry), slot]);
                Ok(())
            }
            Lhs::Keyed { object, key } => {
                let slot = self.ic();
                self.b.load(key);
                self.load_keyed(object, slot);
                Ok(())
            }
            Lhs::Super { arguments, keyed } => {
                self.call_runtime(if keyed { "LoadKeyedFromSuper" } else { "LoadFromSuper" }, Some(arguments.truncate(3)));
                Ok(())
            }
        }
    }

    pub(super) fn compound(&mut self, it: &'p Expr<'a>, op: BinaryOp, target: &'p Expr<'a>, value: &'p Expr<'a>) -> Done {
        let lhs = self.prepare_target(target, false)?;
        self.load_target(&lhs)?;
        let slot = self.slot();
        let done = self.b.label();
        match op {
            BinaryOp::Nullish => {
                let nullish = self.b.label();
                self.jump_if(Op::JumpIfUndefinedOrNull, nullish);
                self.jump(done);
                self.b.bind(nullish);
                self.maybe_run(|this| this.for_value(value))?;
            }
            BinaryOp::Or => {
                self.jump_if_true(false, done);
                self.maybe_run(|this| this.for_value(value))?;
            }
            BinaryOp::And => {
                self.jump_if_false(false, done);
                self.maybe_run(|this| this.for_value(value))?;
            }
            op => match value.smi() {
                Some(smi) => self.b.emit(smi_op(op), &[Arg::Smi(smi), slot]),
                None => {
                    let old = self.b.register();
                    self.b.store(old);
                    self.for_value(value)?;
                    self.b.emit(binary_op(op), &[Arg::In(old), slot]);
                }
            },
        }
        self.position(it);
        self.assign_target(&lhs, AssignOp::Assign)?;
        self.b.bind(done);
        Ok(())
    }

    pub(super) fn count(&mut self, it: &'p Expr<'a>, increment: bool, postfix: bool, target: &'p Expr<'a>) -> Done {
        let postfix = postfix && !self.is_effect();
        let lhs = match &target.kind {
            Kind::Property { object, key: Key::Keyed(key), .. } => {
                let object = self.for_register(object)?;
                let register = self.b.register();
                self.for_value(key)?;
                self.b.store(register);
                let slot = self.ic();
                self.b.emit(Op::GetKeyedProperty, &[Arg::In(object), slot]);
                Lhs::Keyed { object, key: register }
            }
            Kind::Proxy(id) => {
                self.in_outcome(Wanted::Value, |this| this.load_proxy(*id, false))?;
                Lhs::Plain(target)
            }
            _ => {
                let lhs = self.prepare_target(target, false)?;
                self.load_target(&lhs)?;
                lhs
            }
        };
        let slot = self.slot();
        let old = postfix.then(|| {
            let register = self.b.register();
            self.b.emit(Op::ToNumeric, &[slot]);
            self.b.store(register);
            register
        });
        self.b.emit(if increment { Op::Inc } else { Op::Dec }, &[slot]);
        self.position(it);
        self.assign_target(&lhs, AssignOp::Assign)?;
        self.load_kept(old);
        Ok(())
    }

    // Object patterns.

    fn object_pattern(&mut self, pattern: &'p Expr<'a>, properties: &'p [Property<'a>], op: AssignOp) -> Done {
        self.in_registers(|this| {
            let has_rest = properties.last().is_some_and(|property| property.kind == PropertyKind::Spread);
            let count = u32::try_from(properties.len()).unwrap_or(0);
            let keys = has_rest.then(|| this.b.register_list(count));
            let value = keys.map_or_else(|| this.b.register(), |keys| keys.first);
            this.b.store(value);
            let first = properties.first();
            if first.is_none_or(|first| first.computed && first.kind != PropertyKind::Spread) {
                let (nil, fine) = (this.b.label(), this.b.label());
                this.jump_if(Op::JumpIfUndefinedOrNull, nil);
                this.jump(fine);
                this.b.bind(nil);
                this.position(pattern);
                this.call_runtime("ThrowPatternAssignmentNonCoercible", Some(RegisterList::of(value)));
                this.b.bind(fine);
            }
            for (at, property) in properties.iter().enumerate() {
                let at = u32::try_from(at).unwrap_or(0);
                this.in_registers(|this| this.pattern_property(property, value, keys, at, op))?;
            }
            if !this.is_effect() {
                this.b.load(value);
            }
            Ok(())
        })
    }

    fn pattern_property(&mut self, property: &'p Property<'a>, value: Register, keys: Option<RegisterList>, at: u32, op: AssignOp) -> Done {
        let (target, default) = with_default(&property.value);
        self.at(property.value.pos, |this| {
            this.position(target);
            let spread = property.kind == PropertyKind::Spread;
            let name = match property.key.literal() {
                Some(Literal::String(name)) if !property.computed || !crate::bytecode::parser::is_index(name) => Some(name),
                _ => None,
            };
            let mut key = None;
            if !spread && (keys.is_some() || name.is_none()) {
                let register = keys.map_or_else(|| this.b.register(), |keys| keys.at(at + 1));
                if property.computed {
                    this.for_value(&property.key)?;
                    this.b.emit(Op::ToName, &[]);
                    this.b.store(register);
                } else {
                    this.for_value_in(&property.key, register)?;
                }
                key = Some(register);
            }
            let lhs = this.prepare_target(target, false)?;
            match (spread, name, key, keys) {
                (true, _, _, Some(keys)) => this.call_intrinsic("_CopyDataPropertiesWithExcludedPropertiesOnStack", keys),
                (false, Some(name), _, _) => this.get_named(value, name),
                (false, None, Some(key), _) => {
                    this.b.load(key);
                    let slot = this.ic();
                    this.b.emit(Op::GetKeyedProperty, &[Arg::In(value), slot]);
                }
                _ => return this.unsupported("pattern", property.value.pos),
            }
            if let Some(default) = default {
                let given = this.b.label();
                this.jump_if(Op::JumpIfNotUndefined, given);
                this.maybe_run(|this| this.for_value(default))?;
                this.b.bind(given);
            }
            this.assign_target(&lhs, op)
        })
    }

    // Array patterns.

    fn array_pattern(&mut self, elements: &'p [Expr<'a>], op: AssignOp) -> Done {
        self.in_registers(|this| {
            let value = this.b.register();
            this.b.store(value);
            let iterator = this.get_iterator_record();
            let done = this.b.register();
            this.b.emit(Op::LdaFalse, &[]);
            this.b.store(done);
            this.try_finally(|this| this.array_elements(elements, iterator, done, op), |this, token| this.finalize_iteration(iterator, done, token))?;
            if !this.is_effect() {
                this.b.load(value);
            }
            Ok(())
        })
    }

    fn array_elements(&mut self, elements: &'p [Expr<'a>], iterator: Iterator, done: Register, op: AssignOp) -> Done {
        let result = self.b.register();
        let (value_slot, done_slot) = (self.ic(), self.ic());
        for element in elements {
            if let Kind::Spread(target) = &element.kind {
                return self.in_registers(|this| this.rest_element(element, target, (iterator, result, done), (value_slot, done_slot), op));
            }
            self.at(element.pos, |this| {
                let (target, default) = with_default(element);
                this.position(target);
                let lhs = this.prepare_target(target, false)?;
                let is_done = this.next_or_done(iterator, result, done, done_slot);
                if matches!(target.literal(), Some(Literal::TheHole)) {
                    this.b.emit(Op::LdaFalse, &[]);
                    this.b.store(done);
                    this.b.bind(is_done);
                    return Ok(());
                }
                let entry = this.b.constants.string("value");
                this.b.emit(Op::GetNamedProperty, &[Arg::In(result), Arg::Constant(entry), value_slot]);
                this.b.store(result);
                this.b.emit(Op::LdaFalse, &[]);
                this.b.store(done);
                this.b.load(result);
                let assign = this.b.label();
                if let Some(default) = default {
                    this.jump_if(Op::JumpIfNotUndefined, assign);
                    this.b.bind(is_done);
                    this.maybe_run(|this| this.for_value(default))?;
                } else {
                    this.jump(assign);
                    this.b.bind(is_done);
                    this.b.emit(Op::LdaUndefined, &[]);
                }
                this.b.bind(assign);
                this.assign_target(&lhs, op)
            })?;
        }
        Ok(())
    }

    /// Calls the iterator unless it is done, else jumps. The label that it jumps to.
    fn next_or_done(&mut self, iterator: Iterator, result: Register, done: Register, done_slot: Arg) -> Label {
        let is_done = self.b.label();
        self.b.load(done);
        self.jump_if_true(false, is_done);
        self.b.emit(Op::LdaTrue, &[]);
        self.b.store(done);
        self.iterator_next(iterator, result);
        let entry = self.b.constants.string("done");
        self.b.emit(Op::GetNamedProperty, &[Arg::In(result), Arg::Constant(entry), done_slot]);
        self.jump_if_true(false, is_done);
        is_done
    }

    fn rest_element(
        &mut self,
        element: &'p Expr<'a>,
        target: &'p Expr<'a>,
        (iterator, result, done): (Iterator, Register, Register),
        (value_slot, _): (Arg, Arg),
        op: AssignOp,
    ) -> Done {
        self.position(element);
        let is_done = self.b.label();
        let lhs = self.prepare_target(target, false)?;
        let array = self.b.register();
        let slot = self.slot();
        self.b.emit(Op::CreateEmptyArrayLiteral, &[slot]);
        self.b.store(array);
        self.b.load(done);
        self.jump_if_true(false, is_done);
        let index = self.b.register();
        self.load_smi(0);
        self.b.store(index);
        self.b.emit(Op::LdaTrue, &[]);
        self.b.store(done);
        let (element_slot, index_slot) = (self.ic(), self.slot());
        self.fill_array(iterator, (array, index, result), (value_slot, index_slot, element_slot));
        self.b.bind(is_done);
        self.b.load(array);
        self.assign_target(&lhs, op)
    }
}

/// A target and the default value that it has.
fn with_default<'p, 'a>(target: &'p Expr<'a>) -> (&'p Expr<'a>, Option<&'p Expr<'a>>) {
    match &target.kind {
        Kind::Assign { target, value, .. } => (target, Some(value)),
        _ => (target, None),
    }
}
