//! Operators: arithmetic, comparison, and the unary ones.

use oxc_span::Span;

use super::base::{Done, Fallthrough, Generator, Wanted};
use crate::bytecode::ast::{BinaryOp, CompareOp, Expr, Key, Kind, Literal, UnaryOp};
use crate::bytecode::builder::Arg;
use crate::bytecode::opcode::Op;
use crate::bytecode::optimizer::TypeHint;
use crate::bytecode::register::Register;
use crate::bytecode::scope::Location;

impl<'p, 'a> Generator<'p, 'a> {
    pub(super) fn binary(&mut self, it: &'p Expr<'a>, op: BinaryOp, left: &'p Expr<'a>, right: &'p Expr<'a>) -> Done {
        if op == BinaryOp::Comma {
            self.for_effect(left)?;
            self.comma_position(right);
            return self.visit(right);
        }
        if Self::is_logical(op) {
            return self.logical(op, left, &[right]);
        }
        let slot = self.slot();
        if let Some((operand, smi)) = smi_operation(op, left, right) {
            let hint = self.for_value(operand)?;
            self.position(it);
            self.b.emit(smi_op(op), &[Arg::Smi(smi), slot]);
            if op == BinaryOp::Add && hint.is_string() {
                self.set_hint(TypeHint::String);
            }
            return Ok(());
        }
        let left_hint = self.for_value(left)?;
        let register = self.b.register();
        self.b.store(register);
        let right_hint = self.for_value(right)?;
        if op == BinaryOp::Add && (left_hint.is_string() || right_hint.is_string()) {
            self.set_hint(TypeHint::String);
        }
        self.position(it);
        self.b.emit(binary_op(op), &[Arg::In(register), slot]);
        Ok(())
    }

    fn comma_position(&mut self, right: &Expr<'_>) {
        if right.pos.is_some() {
            self.b.statement_position();
        }
    }

    pub(super) fn nary(&mut self, op: BinaryOp, first: &'p Expr<'a>, rest: &'p [(Expr<'a>, Span)]) -> Done {
        if op == BinaryOp::Comma {
            self.for_effect(first)?;
            let Some(((last, _), middle)) = rest.split_last() else { return Ok(()) };
            for (expression, _) in middle {
                self.comma_position(expression);
                self.for_effect(expression)?;
            }
            self.comma_position(last);
            return self.visit(last);
        }
        if Self::is_logical(op) {
            let rest: Vec<&'p Expr<'a>> = rest.iter().map(|(expression, _)| expression).collect();
            return self.logical(op, first, &rest);
        }
        let mut hint = self.for_value(first)?;
        for (operand, span) in rest {
            self.in_registers(|this| {
                this.at(Some(*span), |this| {
                    if let Some(smi) = operand.smi() {
                        this.b.expression_position();
                        let slot = this.slot();
                        this.b.emit(smi_op(op), &[Arg::Smi(smi), slot]);
                        return Ok(());
                    }
                    let register = this.b.register();
                    this.b.store(register);
                    if this.for_value(operand)?.is_string() {
                        hint = TypeHint::String;
                    }
                    this.b.expression_position();
                    let slot = this.slot();
                    this.b.emit(binary_op(op), &[Arg::In(register), slot]);
                    Ok(())
                })
            })?;
        }
        if hint.is_string() && op == BinaryOp::Add {
            self.set_hint(TypeHint::String);
        }
        Ok(())
    }

    // Comparison.

    pub(super) fn compare(&mut self, it: &'p Expr<'a>, op: CompareOp, left: &'p Expr<'a>, right: &'p Expr<'a>) -> Done {
        let equality = matches!(op, CompareOp::Eq | CompareOp::EqStrict);
        if let Some((operand, flag)) = typeof_comparison(op, left, right) {
            self.typeof_operand(operand)?;
            self.position(it);
            match flag {
                Some(flag) => self.b.emit(Op::TestTypeOf, &[Arg::Flag8(flag)]),
                None => self.b.emit(Op::LdaFalse, &[]),
            }
        } else if let (CompareOp::EqStrict, Some((operand, value))) = (op, boolean_comparison(left, right)) {
            self.for_value(operand)?;
            self.position(it);
            let register = self.b.register();
            self.b.store(register);
            self.b.emit(if value { Op::LdaTrue } else { Op::LdaFalse }, &[]);
            self.b.emit(Op::TestReferenceEqual, &[Arg::In(register)]);
        } else if let (true, Some((operand, undefined))) = (equality, self.nil_comparison(left, right)) {
            self.for_value(operand)?;
            self.position(it);
            self.compare_nil(op, undefined);
        } else if let (true, Some((local, text))) = (equality, self.string_comparison(left, right)) {
            self.load_string(text);
            self.b.emit(Op::TestReferenceEqual, &[Arg::In(local)]);
        } else {
            let register = self.for_register(left)?;
            self.for_value(right)?;
            self.position(it);
            let slot = self.slots(if matches!(op, CompareOp::In | CompareOp::InstanceOf) { 2 } else { 1 });
            self.b.emit(compare_op(op), &[Arg::In(register), slot]);
        }
        self.set_hint(TypeHint::Boolean);
        Ok(())
    }

    /// The operand compared with `undefined` or `null`, and which of them.
    fn nil_comparison(&self, left: &'p Expr<'a>, right: &'p Expr<'a>) -> Option<(&'p Expr<'a>, bool)> {
        let null = |it: &Expr<'a>| matches!(it.literal(), Some(Literal::Null));
        if self.is_undefined(left) {
            Some((right, true))
        } else if self.is_undefined(right) {
            Some((left, true))
        } else if null(left) {
            Some((right, false))
        } else if null(right) {
            Some((left, false))
        } else {
            None
        }
    }

    /// A local variable known to hold an internalized string, compared with a literal.
    fn string_comparison(&mut self, left: &'p Expr<'a>, right: &'p Expr<'a>) -> Option<(Register, &'p str)> {
        for (text, variable) in [(left, right), (right, left)] {
            let (Some(Literal::String(text)), &Kind::Proxy(id)) = (text.literal(), &variable.kind) else { continue };
            let Some(variable) = self.program.scopes.proxy(id).variable else { continue };
            if let Location::Local(index) = self.program.scopes.variable(variable).location
                && self.b.optimizer.hint(Register::local(index)) == TypeHint::InternalizedString
            {
                return Some((Register::local(index), text));
            }
        }
        None
    }

    fn compare_nil(&mut self, op: CompareOp, undefined: bool) {
        let loose = op == CompareOp::Eq;
        let test = match (loose, undefined) {
            (true, _) => Op::TestUndetectable,
            (false, true) => Op::TestUndefined,
            (false, false) => Op::TestNull,
        };
        let Wanted::Test { yes, no, fallthrough, .. } = self.wanted() else {
            self.b.emit(test, &[]);
            return;
        };
        let (is, is_not) = match (loose, undefined) {
            (true, _) => (Op::JumpIfTrue, Op::JumpIfFalse),
            (false, true) => (Op::JumpIfUndefined, Op::JumpIfNotUndefined),
            (false, false) => (Op::JumpIfNull, Op::JumpIfNotNull),
        };
        if loose {
            self.b.emit(test, &[]);
        }
        match fallthrough {
            Fallthrough::Then => self.jump_if(is_not, no),
            Fallthrough::Else => self.jump_if(is, yes),
            Fallthrough::None => {
                self.jump_if(is, yes);
                self.jump(no);
            }
        }
        self.consume_test();
    }

    // Unary.

    pub(super) fn unary(&mut self, it: &'p Expr<'a>, op: UnaryOp, operand: &'p Expr<'a>) -> Done {
        match op {
            UnaryOp::Not => self.not(operand),
            UnaryOp::TypeOf => {
                self.typeof_operand(operand)?;
                let slot = self.slot();
                self.b.emit(Op::TypeOf, &[slot]);
                self.set_hint(TypeHint::InternalizedString);
                Ok(())
            }
            UnaryOp::Void => {
                self.for_effect(operand)?;
                self.b.emit(Op::LdaUndefined, &[]);
                Ok(())
            }
            UnaryOp::Delete => self.delete(operand),
            UnaryOp::Plus | UnaryOp::Minus | UnaryOp::BitNot => {
                self.for_value(operand)?;
                self.position(it);
                let slot = self.slot();
                let op = match op {
                    UnaryOp::Minus => Op::Negate,
                    UnaryOp::BitNot => Op::BitwiseNot,
                    _ => Op::ToNumber,
                };
                self.b.emit(op, &[slot]);
                Ok(())
            }
        }
    }

    fn typeof_operand(&mut self, operand: &'p Expr<'a>) -> Done {
        if let Kind::Proxy(id) = operand.kind {
            self.in_outcome(Wanted::Value, |this| this.load_proxy(id, true))?;
            return Ok(());
        }
        self.for_value(operand)?;
        Ok(())
    }

    fn not(&mut self, operand: &'p Expr<'a>) -> Done {
        match self.wanted() {
            Wanted::Effect => self.for_effect(operand),
            Wanted::Test { yes, no, fallthrough, consumed } => {
                let fallthrough = match fallthrough {
                    Fallthrough::Then => Fallthrough::Else,
                    Fallthrough::Else => Fallthrough::Then,
                    Fallthrough::None => Fallthrough::None,
                };
                if let Some(outcome) = self.outcomes.last_mut() {
                    outcome.wanted = Wanted::Test { yes: no, no: yes, fallthrough, consumed };
                }
                self.in_registers(|this| this.visit(operand))?;
                if let Some(outcome) = self.outcomes.last().copied() {
                    self.finish_test(outcome.wanted, outcome.hint);
                }
                self.consume_test();
                Ok(())
            }
            Wanted::Value => {
                if let Kind::Unary { op: UnaryOp::Not, operand } = &operand.kind {
                    if self.for_value(operand)? != TypeHint::Boolean {
                        self.b.emit(Op::ToBoolean, &[]);
                    }
                } else {
                    let is_boolean = self.for_value(operand)? == TypeHint::Boolean;
                    self.b.emit(if is_boolean { Op::LogicalNot } else { Op::ToBooleanLogicalNot }, &[]);
                }
                self.set_hint(TypeHint::Boolean);
                Ok(())
            }
        }
    }

    fn delete(&mut self, operand: &'p Expr<'a>) -> Done {
        match &operand.kind {
            Kind::Property { object, key, .. } => {
                let register = self.for_register(object)?;
                match key {
                    Key::Named(name) => self.load_string(name),
                    Key::Keyed(key) => {
                        self.for_value(key)?;
                    }
                }
                let op = if self.is_strict() { Op::DeletePropertyStrict } else { Op::DeletePropertySloppy };
                self.b.emit(op, &[Arg::In(register)]);
                Ok(())
            }
            Kind::OptionalChain(_) | Kind::SuperProperty { .. } => self.unsupported("delete of an optional chain or super", operand.pos),
            Kind::Proxy(id) => {
                let proxy = self.program.scopes.proxy(*id);
                if proxy.variable.is_some() {
                    self.b.emit(Op::LdaFalse, &[]);
                    return Ok(());
                }
                let name = self.b.register();
                self.load_string(proxy.name);
                self.b.store(name);
                self.call_runtime("DeleteLookupSlot", Some(crate::bytecode::register::RegisterList::of(name)));
                Ok(())
            }
            _ => {
                self.for_effect(operand)?;
                self.b.emit(Op::LdaTrue, &[]);
                Ok(())
            }
        }
    }
}

/// An operation with a small integer: the other operand, and the integer.
fn smi_operation<'p, 'a>(op: BinaryOp, left: &'p Expr<'a>, right: &'p Expr<'a>) -> Option<(&'p Expr<'a>, i32)> {
    if let Some(smi) = right.smi() {
        return Some((left, smi));
    }
    let commutes = matches!(op, BinaryOp::Mul | BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor);
    left.smi().filter(|_| commutes).map(|smi| (right, smi))
}

/// `typeof operand == 'text'`: the operand, and V8's number for the text (`None`: no type is called so).
fn typeof_comparison<'p, 'a>(op: CompareOp, left: &'p Expr<'a>, right: &'p Expr<'a>) -> Option<(&'p Expr<'a>, Option<u32>)> {
    for (it, text, greater) in [(left, right, CompareOp::Greater), (right, left, CompareOp::Less)] {
        let (Kind::Unary { op: UnaryOp::TypeOf, operand }, Some(Literal::String(text))) = (&it.kind, text.literal()) else { continue };
        if matches!(op, CompareOp::Eq | CompareOp::EqStrict) {
            let names = ["number", "string", "symbol", "boolean", "bigint", "undefined", "function", "object"];
            return Some((operand, names.iter().position(|name| name == text).and_then(|at| u32::try_from(at).ok())));
        }
        if op == greater && text == "u" {
            return Some((operand, Some(5)));
        }
        return None;
    }
    None
}

fn boolean_comparison<'p, 'a>(left: &'p Expr<'a>, right: &'p Expr<'a>) -> Option<(&'p Expr<'a>, bool)> {
    match (left.literal(), right.literal()) {
        (Some(&Literal::Boolean(value)), _) => Some((right, value)),
        (_, Some(&Literal::Boolean(value))) => Some((left, value)),
        _ => None,
    }
}

fn compare_op(op: CompareOp) -> Op {
    match op {
        CompareOp::Eq => Op::TestEqual,
        CompareOp::EqStrict => Op::TestEqualStrict,
        CompareOp::Less => Op::TestLessThan,
        CompareOp::Greater => Op::TestGreaterThan,
        CompareOp::LessEq => Op::TestLessThanOrEqual,
        CompareOp::GreaterEq => Op::TestGreaterThanOrEqual,
        CompareOp::InstanceOf => Op::TestInstanceOf,
        CompareOp::In => Op::TestIn,
    }
}

pub(super) fn binary_op(op: BinaryOp) -> Op {
    match op {
        BinaryOp::Sub => Op::Sub,
        BinaryOp::Mul => Op::Mul,
        BinaryOp::Div => Op::Div,
        BinaryOp::Mod => Op::Mod,
        BinaryOp::Exp => Op::Exp,
        BinaryOp::BitOr => Op::BitwiseOr,
        BinaryOp::BitXor => Op::BitwiseXor,
        BinaryOp::BitAnd => Op::BitwiseAnd,
        BinaryOp::Shl => Op::ShiftLeft,
        BinaryOp::Sar => Op::ShiftRight,
        BinaryOp::Shr => Op::ShiftRightLogical,
        BinaryOp::Add | BinaryOp::Comma | BinaryOp::Or | BinaryOp::And | BinaryOp::Nullish => Op::Add,
    }
}

pub(super) fn smi_op(op: BinaryOp) -> Op {
    match op {
        BinaryOp::Sub => Op::SubSmi,
        BinaryOp::Mul => Op::MulSmi,
        BinaryOp::Div => Op::DivSmi,
        BinaryOp::Mod => Op::ModSmi,
        BinaryOp::Exp => Op::ExpSmi,
        BinaryOp::BitOr => Op::BitwiseOrSmi,
        BinaryOp::BitXor => Op::BitwiseXorSmi,
        BinaryOp::BitAnd => Op::BitwiseAndSmi,
        BinaryOp::Shl => Op::ShiftLeftSmi,
        BinaryOp::Sar => Op::ShiftRightSmi,
        BinaryOp::Shr => Op::ShiftRightLogicalSmi,
        BinaryOp::Add | BinaryOp::Comma | BinaryOp::Or | BinaryOp::And | BinaryOp::Nullish => Op::AddSmi,
    }
}
