//! A map's memory of the values in a field: V8's `Representation` (`src/objects/property-details.h`).

use super::elements_kind::ElementsKind;

/// The kind of a stored value, as far as maps distinguish kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ValueKind {
    /// An integer of 32 bits, and not −0: Node is built without pointer compression, so its Smis have 32 bits.
    Smi,
    /// Any other number.
    Double,
    /// Everything else: objects, strings, `undefined`, booleans, symbols, BigInts.
    HeapObject,
}

impl ValueKind {
    /// The kind of a number: −0, NaN, fractions and integers beyond 32 bits are doubles.
    #[must_use]
    pub fn of_number(number: f64) -> Self {
        let smi = number.trunc() == number
            && (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&number)
            && !(number == 0.0 && number.is_sign_negative());
        if smi { Self::Smi } else { Self::Double }
    }

    /// `Object::OptimalElementsKind`: the least general kind of elements that can hold the value.
    pub(super) fn elements_kind(self) -> ElementsKind {
        match self {
            Self::Smi => ElementsKind::PackedSmi,
            Self::Double => ElementsKind::PackedDouble,
            Self::HeapObject => ElementsKind::Packed,
        }
    }
}

/// The representation of a field. `Tagged` holds everything. A change to `Tagged` can be made in place, and from `None` any change but to `Double`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Representation {
    /// The field of a literal's boilerplate whose value is not known before it is evaluated.
    None,
    Smi,
    Double,
    HeapObject,
    Tagged,
}

impl Representation {
    pub(super) fn of(value: ValueKind) -> Self {
        match value {
            ValueKind::Smi => Self::Smi,
            ValueKind::Double => Self::Double,
            ValueKind::HeapObject => Self::HeapObject,
        }
    }

    /// A kind of value that such a field holds.
    pub(super) fn example(self) -> Option<ValueKind> {
        match self {
            Self::None => None,
            Self::Smi => Some(ValueKind::Smi),
            Self::Double => Some(ValueKind::Double),
            Self::HeapObject | Self::Tagged => Some(ValueKind::HeapObject),
        }
    }

    /// The least general representation that holds what either holds.
    pub(super) fn generalize(self, other: Self) -> Self {
        match (self, other) {
            (a, b) if a == b => a,
            (Self::None, other) | (other, Self::None) => other,
            (Self::Smi, Self::Double) | (Self::Double, Self::Smi) => Self::Double,
            _ => Self::Tagged,
        }
    }

    /// Whether the map can stay: otherwise it is deprecated and its objects must migrate (`Representation::CanBeInPlaceChangedTo`).
    pub(super) fn can_change_in_place_to(self, other: Self) -> bool {
        self == other || if self == Self::None { other != Self::Double } else { other == Self::Tagged }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smis_have_thirty_two_bits() {
        let cases = [
            (0.0, ValueKind::Smi),
            (-0.0, ValueKind::Double),
            (2_147_483_647.0, ValueKind::Smi),
            (2_147_483_648.0, ValueKind::Double),
            (f64::NAN, ValueKind::Double),
            (1.5, ValueKind::Double),
        ];
        for (number, kind) in cases {
            assert_eq!(ValueKind::of_number(number), kind, "{number}");
        }
    }

    #[test]
    fn only_a_double_field_needs_a_new_map() {
        assert!(!Representation::Smi.can_change_in_place_to(Representation::Double));
        assert!(!Representation::None.can_change_in_place_to(Representation::Double));
        assert!(Representation::Double.can_change_in_place_to(Representation::Tagged));
        assert!(Representation::Smi.can_change_in_place_to(Representation::Tagged));
    }
}
