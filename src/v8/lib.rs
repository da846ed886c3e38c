//! V8's handling of a program: models that are compared with real Node, and no engine. Of the other rooms they know
//! `trace` alone, whose words they use.

#![expect(clippy::float_cmp, reason = "the models compare numbers exactly, as V8 does")]

pub mod bytecode;
pub mod heap;
pub mod shapes;
pub mod tiers;
