//! Values as they are shown: a preview made without running any of the program's code.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::ObjectId;

/// The kind of a value, for colour and words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ValueKind {
    Undefined,
    Null,
    Boolean,
    Number,
    BigInt,
    String,
    Symbol,
    Function,
    Object,
    Array,
    Promise,
    Error,
}

/// A value's preview, one line, at most some 80 characters: `{ id: 1, name: 'a' }`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Value {
    pub kind: ValueKind,
    pub text: Rc<str>,
    /// The bytes of a typed array, a data view or an array buffer.
    pub memory: Option<Memory>,
    /// The object of the program, where the value is one that is followed.
    pub object: Option<ObjectId>,
}

/// A trace has no more of a value's memory than so many bytes.
pub const MOST_BYTES: usize = 256;

/// The part of an array buffer that a value shows. Values of the same buffer share their bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Memory {
    /// The number of the array buffer, in the order in which buffers were first seen.
    pub buffer: u32,
    /// The size of the array buffer in bytes.
    pub whole: u32,
    /// The byte in it at which the value begins, and the number of bytes that the value shows.
    pub offset: u32,
    pub length: u32,
    /// The first of them, at most [`MOST_BYTES`].
    pub bytes: Rc<[u8]>,
}
