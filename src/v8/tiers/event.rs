//! The events that the model gives out.

use trace::TierEvent;

use super::key::{CellId, FunctionId};

/// The reason for which optimised code is left (`src/deoptimizer/deoptimize-reason.h`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A place that had not run when the code was made.
    Insufficient(Missing),
    /// An object of another hidden class.
    WrongMap,
    /// A Smi where an object was expected.
    Smi,
    /// Not a small integer.
    NotASmi,
    /// Not a number.
    NotANumber,
    /// Neither a number nor an oddball.
    NotANumberOrOddball,
    /// Not a string.
    NotAString,
    /// Not a BigInt.
    NotABigInt,
    /// Not a symbol.
    NotASymbol,
    /// Not an object, or neither an object nor null or undefined.
    NotAReceiver,
    /// The result is no small integer any more.
    Overflow,
    /// The result has a fraction, or is not a number.
    LostPrecision,
    /// The result has a fraction, or is -0 (Maglev).
    NotInt32,
    /// The result is -0.
    MinusZero,
    /// A division by zero.
    DivisionByZero,
    /// An index outside of the array.
    OutOfBounds,
    /// A hole in an array.
    Hole,
    /// `o[k]` with another name in `k`.
    WrongName,
    /// The same (Maglev).
    UnexpectedName,
    /// Another function than before.
    WrongCallTarget,
    /// The frame goes on in TurboFan's code: the interpreter is the bridge.
    PrepareForOsr,
    /// Something that the code relied on changed elsewhere; the frame finds out when control returns to it.
    Dependency,
}

/// The operation that had not run (`InsufficientTypeFeedbackFor…`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// An arithmetic operation.
    Binary,
    /// A comparison.
    Compare,
    /// `-a`, `~a`, `a++`.
    Unary,
    /// A call.
    Call,
    /// `new`.
    Construct,
    /// `o.x`.
    Named,
    /// `o[k]`.
    Keyed,
    /// A global variable.
    Global,
}

impl Reason {
    /// The reason in the words of `--trace-deopt`.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Insufficient(Missing::Binary) => "Insufficient type feedback for binary operation",
            Self::Insufficient(Missing::Compare) => "Insufficient type feedback for compare operation",
            Self::Insufficient(Missing::Unary) => "Insufficient type feedback for unary operation",
            Self::Insufficient(Missing::Call) => "Insufficient type feedback for call",
            Self::Insufficient(Missing::Construct) => "Insufficient type feedback for construct",
            Self::Insufficient(Missing::Named) => "Insufficient type feedback for generic named access",
            Self::Insufficient(Missing::Keyed) => "Insufficient type feedback for generic keyed access",
            Self::Insufficient(Missing::Global) => "Insufficient type feedback for generic global access",
            Self::WrongMap => "wrong map",
            Self::Smi => "Smi",
            Self::NotASmi => "not a Smi",
            Self::NotANumber => "not a Number",
            Self::NotANumberOrOddball => "not a Number or Oddball",
            Self::NotAString => "not a String",
            Self::NotABigInt => "not a BigInt",
            Self::NotASymbol => "not a Symbol",
            Self::NotAReceiver => "not a JavaScript object",
            Self::Overflow => "overflow",
            Self::LostPrecision => "lost precision",
            Self::NotInt32 => "not int32",
            Self::MinusZero => "minus zero",
            Self::DivisionByZero => "division by zero",
            Self::OutOfBounds => "out of bounds",
            Self::Hole => "hole",
            Self::WrongName => "wrong name",
            Self::UnexpectedName => "unexpected name in keyed access",
            Self::WrongCallTarget => "wrong call target",
            Self::PrepareForOsr => "prepare for on stack replacement (OSR)",
            Self::Dependency => "(unknown)",
        }
    }
}

/// The way out of optimised code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The reason for leaving it.
    pub reason: Reason,
    /// The function in whose text it happened: the one whose code it was, or one inlined into it.
    pub at: FunctionId,
    /// Offset of the bytecode there.
    pub offset: u32,
}

/// One event, in the order in which they happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The function.
    pub function: FunctionId,
    /// Its closure, as far as feedback is concerned.
    pub cell: CellId,
    /// The change of its code.
    pub change: TierEvent<Exit>,
}
