//! Elements kinds and how general each is (`src/objects/elements-kind.h`).

/// The way in which an object's elements are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ElementsKind {
    /// Small integers only, no hole.
    PackedSmi,
    /// Small integers and holes.
    HoleySmi,
    /// Numbers, no hole.
    PackedDouble,
    /// Numbers and holes.
    HoleyDouble,
    /// Any value, no hole.
    Packed,
    /// Any value and holes; also the elements of every plain object.
    Holey,
    /// Any value, no hole, of an object that is not extensible.
    PackedNonextensible,
    /// Any value and holes, of an object that is not extensible.
    HoleyNonextensible,
    /// Any value, no hole, of a sealed object.
    PackedSealed,
    /// Any value and holes, of a sealed object.
    HoleySealed,
    /// Any value, no hole, of a frozen object.
    PackedFrozen,
    /// Any value and holes, of a frozen object.
    HoleyFrozen,
    /// A number dictionary: a hash table from index to value.
    Dictionary,
    /// The `arguments` of a sloppy function with parameters.
    SloppyArguments,
    /// A typed array's bytes.
    TypedArray,
}

impl ElementsKind {
    /// The name of a kind that ordinary objects and arrays have (`ElementsKindToString`, V8 13.6 `src/objects/elements-kind.cc`); of the others `""`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PackedSmi => "PACKED_SMI_ELEMENTS",
            Self::HoleySmi => "HOLEY_SMI_ELEMENTS",
            Self::PackedDouble => "PACKED_DOUBLE_ELEMENTS",
            Self::HoleyDouble => "HOLEY_DOUBLE_ELEMENTS",
            Self::Packed => "PACKED_ELEMENTS",
            Self::Holey => "HOLEY_ELEMENTS",
            Self::Dictionary => "DICTIONARY_ELEMENTS",
            Self::PackedNonextensible
            | Self::HoleyNonextensible
            | Self::PackedSealed
            | Self::HoleySealed
            | Self::PackedFrozen
            | Self::HoleyFrozen
            | Self::SloppyArguments
            | Self::TypedArray => "",
        }
    }

    /// `IsSmiElementsKind`.
    #[must_use]
    pub fn is_smi(self) -> bool {
        matches!(self, Self::PackedSmi | Self::HoleySmi)
    }

    /// `IsDoubleElementsKind`.
    #[must_use]
    pub fn is_double(self) -> bool {
        matches!(self, Self::PackedDouble | Self::HoleyDouble)
    }

    /// `IsObjectElementsKind`.
    #[must_use]
    pub fn is_object(self) -> bool {
        matches!(self, Self::Packed | Self::Holey)
    }

    /// `IsFastElementsKind`: the six that an array passes through before it is sealed or becomes a dictionary.
    #[must_use]
    pub fn is_fast(self) -> bool {
        self.is_smi() || self.is_double() || self.is_object()
    }

    /// `IsHoleyElementsKind`: of the six fast ones.
    #[must_use]
    pub fn is_holey(self) -> bool {
        matches!(self, Self::HoleySmi | Self::HoleyDouble | Self::Holey)
    }

    /// Whether it is of an object that is not extensible or sealed, but not frozen: the length can still be set.
    pub(super) fn is_closed_but_writable(self) -> bool {
        matches!(self, Self::PackedNonextensible | Self::HoleyNonextensible | Self::PackedSealed | Self::HoleySealed)
    }

    /// `GetHoleyElementsKind`.
    pub(super) fn holey(self) -> Self {
        match self {
            Self::PackedSmi => Self::HoleySmi,
            Self::PackedDouble => Self::HoleyDouble,
            Self::Packed => Self::Holey,
            other => other,
        }
    }

    /// `GetPackedElementsKind`.
    pub(super) fn packed(self) -> Self {
        match self {
            Self::HoleySmi => Self::PackedSmi,
            Self::HoleyDouble => Self::PackedDouble,
            Self::Holey => Self::Packed,
            other => other,
        }
    }

    /// `GetMoreGeneralElementsKind`: the least general fast kind that holds what either does; a kind that is not fast stays.
    pub(super) fn join(self, other: Self) -> Self {
        if !self.is_fast() || !other.is_fast() {
            return self;
        }
        let base = if self.is_object() || other.is_object() {
            Self::Packed
        } else if self.is_double() || other.is_double() {
            Self::PackedDouble
        } else {
            Self::PackedSmi
        };
        if self.is_holey() || other.is_holey() { base.holey() } else { base }
    }

    /// `IsMoreGeneralElementsKindTransition`: may an object go from `self` to `to`, never the other way?
    pub(super) fn leads_to(self, to: Self) -> bool {
        self != to && self.is_fast() && to.is_fast() && self.join(to) == to
    }
}

#[cfg(test)]
mod tests {
    use super::ElementsKind as Kind;

    #[test]
    fn kinds_only_become_more_general() {
        assert_eq!(Kind::PackedSmi.join(Kind::PackedDouble), Kind::PackedDouble);
        assert_eq!(Kind::HoleySmi.join(Kind::PackedDouble), Kind::HoleyDouble);
        assert_eq!(Kind::HoleyDouble.join(Kind::Packed), Kind::Holey);
        assert!(Kind::PackedSmi.leads_to(Kind::Holey));
        assert!(!Kind::Packed.leads_to(Kind::HoleyDouble));
        assert_eq!(Kind::Dictionary.join(Kind::Packed), Kind::Dictionary);
    }
}
