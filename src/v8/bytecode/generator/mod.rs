//! The visitors that write a function's bytecodes (`src/interpreter/bytecode-generator.cc`): `base` holds their state, the other files an `impl` each.

mod assignment;
mod async_functions;
mod base;
mod calls;
mod class;
mod control;
mod expressions;
mod iterators;
mod literals;
mod logic;
mod loops;
mod operators;
mod statements;
mod variables;

pub(super) use base::Generator;
