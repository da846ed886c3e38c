//! Values as they are shown: a preview made without running any of the program's code.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::ObjectId;

/// What kind of value it is, for colour and words.
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
    /// Of a typed array, a data view or an array buffer.
    pub memory: Option<Memory>,
    /// Which of the program's objects it is, of one that is followed.
    pub object: Option<ObjectId>,
}

/// A trace has no more of a value's memory than so many bytes.
pub const MOST_BYTES: usize = 256;

/// What a value shows of an array buffer. Values of the same buffer share their bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Memory {
    /// Which array buffer: the how manieth that was seen.
    pub buffer: u32,
    /// How many bytes the array buffer has.
    pub whole: u32,
    /// Where in it the value begins, and how many bytes it shows.
    pub offset: u32,
    pub length: u32,
    /// The first of them, at most [`MOST_BYTES`].
    pub bytes: Rc<[u8]>,
}
