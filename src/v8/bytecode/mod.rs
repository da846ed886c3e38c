//! A function's bytecodes as V8's interpreter Ignition gets them: `node --print-bytecode` without Node.
//!
//! Follows V8 13.6 (Node 24) stage by stage, under its names:
//!
//! | here | V8 | what |
//! |---|---|---|
//! | `parser` | src/parsing/parser.cc, parser-base.h | oxc's tree to V8's: loops, parameters and classes taken apart, numbers folded |
//! | `ast` | src/ast/ast.h | V8's tree |
//! | `scope`, `resolve` | src/ast/scopes.cc, variables.h | names, captured variables, registers and context slots, holes |
//! | `generator` | src/interpreter/bytecode-generator.cc | the visitors |
//! | `builder`, `constants`, `label` | bytecode-array-builder.cc, bytecode-array-writer.cc, constant-array-builder.cc | widths, offsets, jumps, dead code |
//! | `optimizer`, `register` | bytecode-register-optimizer.cc, bytecode-register-allocator.h | moves between registers that nothing sees |
//! | `opcode` | bytecodes.h | the bytecodes |
//! | `finish`, `listing` | | the result |
//!
//! A construct that the generator cannot compile as V8 does is an [`Unsupported`], never a listing that is wrong or partial. Pure: a tree in, listings out.
//! The tests compare with real Node.

mod ast;
mod builder;
mod constants;
mod finish;
mod generator;
mod label;
mod listing;
mod opcode;
mod optimizer;
mod parser;
mod register;
mod resolve;
mod scope;

pub use finish::listings;
pub use listing::{Goal, Handler, Instruction, Listing, Operand, Scale, Unsupported};
