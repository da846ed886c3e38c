//! Expressions that V8's parser works out itself: operators on numbers, `!` on literals, strings joined with `+` (`ShortcutLiteralBinaryExpression`,
//! `BuildUnaryExpression`).

use super::expressions::number;
use crate::bytecode::ast::{BinaryOp, Expr, Literal, UnaryOp};

fn as_number(literal: &Literal<'_>) -> Option<f64> {
    match *literal {
        Literal::Smi(value) => Some(f64::from(value)),
        Literal::Number(value) => Some(value),
        _ => None,
    }
}

fn as_text<'l>(literal: &'l Literal<'_>) -> Option<&'l str> {
    match literal {
        Literal::String(text) => Some(text),
        Literal::ConsString(text) => Some(text),
        _ => None,
    }
}

/// ECMAScript's `ToInt32`.
fn to_int32(value: f64) -> i32 {
    if !value.is_finite() {
        return 0;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the remainder fits")]
    let modulo = value.trunc().rem_euclid(4_294_967_296.0) as u32;
    modulo.cast_signed()
}

/// The value of `left op right`, if both are literals that V8 joins.
pub(super) fn fold_numbers<'a>(op: BinaryOp, left: &Expr<'a>, right: &Expr<'a>) -> Option<Literal<'a>> {
    let (left, right) = (left.literal()?, right.literal()?);
    if op == BinaryOp::Add
        && let (Some(left), Some(right)) = (as_text(left), as_text(right))
    {
        return Some(Literal::ConsString(format!("{left}{right}")));
    }
    let (x, y) = (as_number(left)?, as_number(right)?);
    let shift = to_int32(y).cast_unsigned() & 31;
    let value = match op {
        BinaryOp::Add => x + y,
        BinaryOp::Sub => x - y,
        BinaryOp::Mul => x * y,
        BinaryOp::Div => x / y,
        BinaryOp::BitOr => f64::from(to_int32(x) | to_int32(y)),
        BinaryOp::BitAnd => f64::from(to_int32(x) & to_int32(y)),
        BinaryOp::BitXor => f64::from(to_int32(x) ^ to_int32(y)),
        BinaryOp::Shl => f64::from(to_int32(x) << shift),
        BinaryOp::Sar => f64::from(to_int32(x) >> shift),
        BinaryOp::Shr => f64::from(to_int32(x).cast_unsigned() >> shift),
        BinaryOp::Exp => x.powf(y),
        BinaryOp::Mod | BinaryOp::Comma | BinaryOp::Or | BinaryOp::And | BinaryOp::Nullish => return None,
    };
    Some(number(value))
}

/// The value of `op operand`, if V8 works it out.
pub(super) fn fold_unary<'a>(op: UnaryOp, operand: &Literal<'a>) -> Option<Literal<'a>> {
    match (op, as_number(operand)) {
        (UnaryOp::Not, _) => {
            let is_false = !Expr::nowhere(crate::bytecode::ast::Kind::Literal(operand.clone())).to_boolean()?;
            Some(Literal::Boolean(is_false))
        }
        (UnaryOp::Plus, Some(_)) => Some(operand.clone()),
        (UnaryOp::Minus, Some(value)) => Some(number(-value)),
        (UnaryOp::BitNot, Some(value)) => Some(number(f64::from(!to_int32(value)))),
        _ => None,
    }
}
