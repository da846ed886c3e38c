//! Built-in functions that V8's realms have and Boa's have not.
//!
//! `furnish` gives a realm all of them, Node's own or one of `vm`'s; `array_buffer` has those of `ArrayBuffer.prototype`. May use `native`, `inspect` and the
//! modules of the program's texts, which have the functions for stacks and for the text of functions.

mod array_buffer;
mod furnish;

pub(crate) use array_buffer::detach;
pub(crate) use furnish::furnish;
