//! V8's handling of a program: models that are compared with real Node, and no engine. Of the other rooms they know
//! `trace` alone, whose words they use.

#![allow(
    clippy::checked_conversions,
    clippy::elidable_lifetime_names,
    clippy::float_cmp,
    clippy::manual_midpoint,
    clippy::must_use_candidate,
    clippy::needless_bitwise_bool,
    clippy::redundant_closure_for_method_calls,
    clippy::struct_field_names,
    clippy::unreadable_literal,
    reason = "not mended yet; the models compare numbers exactly, as V8 does"
)]

pub mod bytecode;
pub mod heap;
pub mod shapes;
pub mod tiers;
