//! From oxc's tree to V8's (`src/parsing/parser.cc`, `parser-base.h`): loops, parameters and classes are taken apart, numbers folded. `base` holds the
//! state, the other files an `impl` each.

mod base;
mod class;
mod expressions;
mod fold;
mod literals;
mod loops;
mod patterns;
mod statements;

pub(super) use base::{Parsed, parse};
pub(super) use patterns::is_index;
