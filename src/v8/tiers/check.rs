//! The checks of optimised code that can fail: `src/compiler/js-type-hint-lowering.cc`, `simplified-lowering.cc`; Maglev's are the same kinds.

use super::event::{Missing, Reason};
use super::feedback::{Feedback, Kind, Operator, Types};
use trace::Tier;

/// The feedback of an arithmetic operation's operands.
pub(super) fn arithmetic_types(operator: Operator, left: Kind, right: Kind) -> Types {
    let (left, right) = (Types::of_arithmetic(left), Types::of_arithmetic(right));
    let both = left.join(right);
    // `+` alone has feedback for strings.
    if both.contains(Types::STRING) && (operator != Operator::Additive || both != Types::STRING) { Types::ANY } else { both }
}

/// The reason for which optimised code is left at an arithmetic operation; `None`: it goes on.
pub(super) fn arithmetic(tier: Tier, known: Feedback, operator: Operator, left: Kind, right: Kind, result: Kind) -> Option<Reason> {
    let Feedback::Types(known) = known else { return Some(Reason::Insufficient(Missing::Binary)) };
    let inputs = Types::of_arithmetic(left).join(Types::of_arithmetic(right));
    match known {
        Types::SMI | Types::SMI_INPUTS if !Types::SMI.contains(inputs) => Some(Reason::NotASmi),
        Types::SMI if result != Kind::Smi => Some(match operator {
            Operator::Divide if tier == Tier::Maglev => Reason::NotInt32,
            Operator::Divide => Reason::LostPrecision,
            Operator::Modulus if tier == Tier::Maglev => Reason::DivisionByZero,
            Operator::Multiply | Operator::Additive | Operator::Exponent | Operator::Bitwise => Reason::Overflow,
            Operator::Modulus => Reason::MinusZero,
            Operator::Order | Operator::Equality => Reason::NotASmi,
        }),
        Types::NUMBER if !Types::NUMBER.contains(inputs) => Some(if tier == Tier::Maglev { Reason::NotANumberOrOddball } else { Reason::NotANumber }),
        Types::NUMBER_OR_ODDBALL if !Types::NUMBER_OR_ODDBALL.contains(inputs) => Some(Reason::NotANumberOrOddball),
        Types::STRING if inputs != Types::STRING => Some(Reason::NotAString),
        Types::BIGINT if tier == Tier::TurboFan && inputs != Types::BIGINT => Some(Reason::NotABigInt),
        _ => None,
    }
}

/// The reason for which optimised code is left at a comparison; `None`: it goes on.
pub(super) fn compare(known: Feedback, operator: Operator, left: Kind, right: Kind) -> Option<Reason> {
    let Feedback::Types(known) = known else { return Some(Reason::Insufficient(Missing::Compare)) };
    let inputs = Types::of_comparison(left, operator).join(Types::of_comparison(right, operator));
    if known == Types::ANY || known.contains(inputs) && inputs != Types::ANY {
        return None;
    }
    Some(match known {
        Types::SMI => Reason::NotASmi,
        Types::SMI_INPUTS | Types::NUMBER => Reason::NotANumber,
        Types::NUMBER_OR_ODDBALL => Reason::NotANumberOrOddball,
        Types::INTERNALIZED | Types::STRING => Reason::NotAString,
        Types::BIGINT => Reason::NotABigInt,
        Types::SYMBOL => Reason::NotASymbol,
        Types::RECEIVER | Types::RECEIVER_OR_NULLISH => Reason::NotAReceiver,
        _ => return None,
    })
}
