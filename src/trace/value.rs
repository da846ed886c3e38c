//! Values as they are shown: a preview made without running any of the program's code.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

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
}
