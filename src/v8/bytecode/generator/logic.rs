//! `||`, `&&` and `??`, for their value and as tests.

use super::base::{Done, Fallthrough, Generator, Wanted};
use crate::bytecode::ast::{BinaryOp, Expr, Literal};
use crate::bytecode::label::Label;
use crate::bytecode::listing::Unsupported;
use crate::bytecode::opcode::Op;
use crate::bytecode::optimizer::TypeHint;

impl<'p, 'a> Generator<'p, 'a> {
    pub(super) fn logical(&mut self, op: BinaryOp, first: &'p Expr<'a>, rest: &[&'p Expr<'a>]) -> Done {
        if let Wanted::Test { yes, no, fallthrough, .. } = self.wanted() {
            self.logical_test(op, first, rest, (yes, no, fallthrough))?;
            self.consume_test();
            return Ok(());
        }
        let end = self.b.label();
        if self.logical_operand(op, first, end)? {
            return Ok(());
        }
        self.maybe_run(|this| {
            let Some((last, middle)) = rest.split_last() else { return Ok(()) };
            for operand in middle {
                if this.logical_operand(op, operand, end)? {
                    return Ok(());
                }
            }
            this.for_value(last)?;
            this.b.bind(end);
            Ok(())
        })
    }

    /// Whether the operand decides at once.
    fn logical_operand(&mut self, op: BinaryOp, operand: &'p Expr<'a>, end: Label) -> Result<bool, Unsupported> {
        let nil = matches!(operand.literal(), Some(Literal::Null | Literal::Undefined)) || self.is_undefined(operand);
        let known = match op {
            BinaryOp::Nullish if nil => Some(false),
            BinaryOp::Nullish => operand.literal().map(|_| true),
            BinaryOp::And => operand.to_boolean().map(|value| !value),
            _ => operand.to_boolean(),
        };
        match known {
            Some(true) => {
                self.for_value(operand)?;
                self.b.bind(end);
                return Ok(true);
            }
            Some(false) => return Ok(false),
            None => {}
        }
        let is_boolean = self.for_value(operand)? == TypeHint::Boolean;
        match op {
            BinaryOp::And => self.jump_if_false(is_boolean, end),
            BinaryOp::Nullish => {
                let next = self.b.label();
                self.jump_if(Op::JumpIfUndefinedOrNull, next);
                self.jump(end);
                self.b.bind(next);
            }
            _ => self.jump_if_true(is_boolean, end),
        }
        Ok(false)
    }

    fn logical_test(
        &mut self,
        op: BinaryOp,
        first: &'p Expr<'a>,
        rest: &[&'p Expr<'a>],
        (yes, no, fallthrough): (Label, Label, Fallthrough),
    ) -> Done {
        let only = if let [only] = rest { Some(*only) } else { None };
        let both = |value: bool| first.to_boolean() == Some(value) && only.is_some_and(|only| only.to_boolean() == Some(value));
        match op {
            BinaryOp::Or if first.to_boolean() == Some(true) => self.jump(yes),
            BinaryOp::Or if both(false) => self.jump(no),
            BinaryOp::And if first.to_boolean() == Some(false) => self.jump(no),
            BinaryOp::And if both(true) => self.jump(yes),
            BinaryOp::Nullish if first.to_boolean() == Some(true) => self.jump(yes),
            BinaryOp::Nullish if self.is_nil(first) && only.is_some_and(|only| self.is_nil(only)) => self.jump(no),
            _ => {
                self.test_operand(op, first, yes, no)?;
                return self.maybe_run(|this| {
                    let Some((last, middle)) = rest.split_last() else { return Ok(()) };
                    for operand in middle {
                        this.test_operand(op, operand, yes, no)?;
                    }
                    this.for_test(last, yes, no, fallthrough)
                });
            }
        }
        Ok(())
    }

    fn is_nil(&self, it: &Expr<'a>) -> bool {
        matches!(it.literal(), Some(Literal::Null)) || self.is_undefined(it)
    }

    fn test_operand(&mut self, op: BinaryOp, operand: &'p Expr<'a>, yes: Label, no: Label) -> Done {
        let next = self.b.label();
        match op {
            BinaryOp::And => self.for_test(operand, next, no, Fallthrough::Then)?,
            BinaryOp::Nullish => {
                let is_boolean = self.for_value(operand)? == TypeHint::Boolean;
                if !is_boolean {
                    self.jump_if(Op::JumpIfUndefinedOrNull, next);
                }
                self.build_test(is_boolean, yes, no, Fallthrough::None);
            }
            _ => self.for_test(operand, yes, next, Fallthrough::Else)?,
        }
        self.b.bind(next);
        Ok(())
    }
}
