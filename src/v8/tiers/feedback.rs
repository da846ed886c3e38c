//! The feedback of a site: `src/objects/feedback-vector.h`, `src/common/globals.h` (`BinaryOperationFeedback`, `CompareOperationFeedback`).

use super::key::CellId;

/// `--max-valid-polymorphic-map-count`.
const MOST_MAPS: usize = 4;

/// The kind of a value, as far as feedback distinguishes kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An integer of 32 bits, and not -0.
    Smi,
    /// Any other number.
    Double,
    /// A BigInt.
    BigInt,
    /// A string that is in the text, or a property's name.
    InternalizedString,
    /// Any other string.
    String,
    /// A symbol.
    Symbol,
    /// `true`, `false`.
    Boolean,
    /// `undefined`, `null`.
    Nullish,
    /// An object or function.
    Receiver,
}

/// The operation that a site does, where the checks differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`, `-` and `++`, `--`, `-a`.
    Additive,
    /// `*`.
    Multiply,
    /// `/`.
    Divide,
    /// `%`.
    Modulus,
    /// `**`.
    Exponent,
    /// `|`, `&`, `^`, `<<`, `>>`, `>>>`, `~`.
    Bitwise,
    /// `<`, `>`, `<=`, `>=`.
    Order,
    /// `==`, `===` and their negations.
    Equality,
}

/// The kinds that operands were of, as a set of bits; a wider set contains the narrower ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Types(pub(super) u16);

impl Types {
    pub(super) const SMI: Self = Self(1);
    /// Feedback for inputs that were Smis and a result that was none.
    pub(super) const SMI_INPUTS: Self = Self(3);
    pub(super) const NUMBER: Self = Self(7);
    pub(super) const NUMBER_OR_ODDBALL: Self = Self(15);
    pub(super) const INTERNALIZED: Self = Self(0x10);
    pub(super) const STRING: Self = Self(0x30);
    pub(super) const BIGINT: Self = Self(0x40);
    pub(super) const SYMBOL: Self = Self(0x80);
    pub(super) const RECEIVER: Self = Self(0x100);
    pub(super) const RECEIVER_OR_NULLISH: Self = Self(0x300);
    pub(super) const ANY: Self = Self(0x7fff);

    pub(super) fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The least feedback that covers both.
    pub(super) fn join(self, other: Self) -> Self {
        let both = Self(self.0 | other.0);
        let known = [
            Self::default(),
            Self::SMI,
            Self::SMI_INPUTS,
            Self::NUMBER,
            Self::NUMBER_OR_ODDBALL,
            Self::INTERNALIZED,
            Self::STRING,
            Self::BIGINT,
            Self::SYMBOL,
            Self::RECEIVER,
            Self::RECEIVER_OR_NULLISH,
        ];
        if known.contains(&both) { both } else { Self::ANY }
    }

    pub(super) fn of_arithmetic(kind: Kind) -> Self {
        match kind {
            Kind::Smi => Self::SMI,
            Kind::Double => Self::NUMBER,
            Kind::Boolean | Kind::Nullish => Self::NUMBER_OR_ODDBALL,
            Kind::InternalizedString | Kind::String => Self::STRING,
            Kind::BigInt => Self::BIGINT,
            Kind::Symbol | Kind::Receiver => Self::ANY,
        }
    }

    pub(super) fn of_comparison(kind: Kind, operator: Operator) -> Self {
        match (kind, operator) {
            (Kind::InternalizedString, Operator::Equality) => Self::INTERNALIZED,
            (Kind::Symbol, Operator::Equality) => Self::SYMBOL,
            (Kind::Receiver, Operator::Equality) => Self::RECEIVER,
            (Kind::Nullish, Operator::Equality) => Self::RECEIVER_OR_NULLISH,
            _ => Self::of_arithmetic(kind),
        }
    }
}

/// The callee of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Callee {
    /// The function object: a number of the caller's.
    pub object: u32,
    /// Its cell; `None` for a callee that is not a function of the program: built-ins, bound functions, proxies.
    pub cell: Option<CellId>,
}

/// Stands for all the maps of strings.
pub const STRING_MAP: u32 = u32::MAX;
/// Stands for a number: a Smi has no map, and counts as a heap number.
pub const NUMBER_MAP: u32 = u32::MAX - 1;

/// The maps that an inline cache knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Maps {
    known: [u32; MOST_MAPS],
    count: u8,
    pub(super) megamorphic: bool,
    /// Whether an index outside of an array was met.
    pub(super) out_of_bounds: bool,
    pub(super) hole: bool,
    /// The name that all keys were, if there was only one.
    pub(super) name: Option<u32>,
}

impl Maps {
    pub(super) fn contains(&self, map: u32) -> bool {
        self.known.iter().take(usize::from(self.count)).any(|&known| known == map)
    }

    pub(super) fn is_string(&self) -> bool {
        self.count == 1 && self.contains(STRING_MAP)
    }

    /// Adds a key: a cache is for one name, or for indexes. Whether it was for another.
    pub(super) fn see_name(&mut self, name: Option<u32>) -> bool {
        if self.count == 0 && !self.megamorphic {
            self.name = name;
        }
        let other = !self.megamorphic && self.name != name;
        self.megamorphic |= other;
        other
    }

    /// Adds a map. Whether the cache changed.
    pub(super) fn see(&mut self, map: u32) -> bool {
        if self.megamorphic || self.contains(map) {
            return false;
        }
        match self.known.get_mut(usize::from(self.count)) {
            Some(free) => {
                *free = map;
                self.count += 1;
            }
            None => self.megamorphic = true,
        }
        true
    }
}

/// The callees that a call has met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// One function object.
    Function(Callee),
    /// Closures of one cell.
    Cell(CellId),
    /// Several functions.
    Megamorphic,
}

/// A site's entry in the feedback vector.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Feedback {
    /// It has not run.
    #[default]
    None,
    /// An operation on these.
    Types(Types),
    /// A property or an element.
    Maps(Maps),
    /// A call, with the number of times that it was made.
    Call { target: Target, count: u32 },
    /// It has run.
    Seen,
}
