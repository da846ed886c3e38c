//! Values as they are shown: a preview made without running any of the program's code.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::ObjectId;

/// The kind of a value, for colour and words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ValueKind {
    /// `undefined`.
    Undefined,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number, `NaN` and the infinities too.
    Number,
    /// A BigInt: `12n`.
    BigInt,
    /// A string, in quotes.
    String,
    /// A symbol: `Symbol(name)`.
    Symbol,
    /// Whatever can be called, a class too; a proxy is an object.
    Function,
    /// Any other object, typed arrays, maps and dates among them.
    Object,
    /// An array.
    Array,
    /// A promise, with how it stands.
    Promise,
    /// An error: its name and its message.
    Error,
}

/// A value's preview, one line, at most some 80 characters: `{ id: 1, name: 'a' }`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Value {
    /// For the colour, and the words about it.
    pub kind: ValueKind,
    /// The preview: one line, cut behind some 80 characters.
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
    /// The byte in it at which the value begins, from 0.
    pub offset: u32,
    /// The number of bytes that the value shows.
    pub length: u32,
    /// The first of them, at most [`MOST_BYTES`].
    pub bytes: Rc<[u8]>,
}
