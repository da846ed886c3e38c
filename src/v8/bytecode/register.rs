//! Registers as V8 numbers them: locals and temporaries upwards from nought, parameters and the fixed slots of a frame below
//! (src/interpreter/bytecode-register.h).

use std::fmt;

/// A register of a frame, or the accumulator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Register(pub(super) i32);

impl Register {
    pub(super) const CLOSURE: Self = Self(-5);
    pub(super) const CONTEXT: Self = Self(-6);
    pub(super) const ACCUMULATOR: Self = Self(-8);
    pub(super) const RECEIVER: Self = Self(-9);

    pub(super) fn parameter(index: u32) -> Self {
        Self(-10 - index.cast_signed())
    }

    pub(super) fn local(index: u32) -> Self {
        Self(index.cast_signed())
    }

    /// The number that stands in the instruction.
    pub(super) fn operand(self) -> i32 {
        -7 - self.0
    }
}

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::CLOSURE => f.write_str("<closure>"),
            Self::CONTEXT => f.write_str("<context>"),
            Self::ACCUMULATOR => f.write_str("<accumulator>"),
            Self::RECEIVER => f.write_str("<this>"),
            Self(index) if index >= 0 => write!(f, "r{index}"),
            Self(index) => write!(f, "a{}", -10 - index),
        }
    }
}

/// Neighbouring registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RegisterList {
    pub(super) first: Register,
    pub(super) count: u32,
}

impl RegisterList {
    pub(super) fn of(register: Register) -> Self {
        Self { first: register, count: 1 }
    }

    pub(super) fn at(self, index: u32) -> Register {
        Register(self.first.0 + index.cast_signed())
    }

    pub(super) fn last(self) -> Register {
        self.at(self.count.saturating_sub(1))
    }

    /// Without its first register.
    pub(super) fn pop_left(self) -> Self {
        Self { first: self.at(1), count: self.count.saturating_sub(1) }
    }

    pub(super) fn truncate(self, count: u32) -> Self {
        Self { first: self.first, count }
    }
}
