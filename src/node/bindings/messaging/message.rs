//! A value on its way from one place to another, as V8's `ValueSerializer` writes it, but in a table of objects instead of bytes.

use std::cell::RefCell;

use boa_engine::JsString;
use boa_engine::JsValue;
use boa_engine::builtins::typed_array::TypedArrayKind;
use boa_engine::object::builtins::JsSharedArrayBuffer;
use boa_engine::property::PropertyKey;

use super::port::Data;

/// A value inside a message.
#[derive(Clone)]
pub(super) enum Value {
    /// A value that is neither an object nor a symbol.
    Primitive(JsValue),
    /// Index into `Message::items`.
    Item(usize),
}

/// The kind of a view of a buffer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::bindings) enum View {
    Typed(TypedArrayKind),
    Data,
}

/// One object of a message.
pub(super) enum Item {
    Plain(Vec<(PropertyKey, Value)>),
    Array {
        length: u64,
        properties: Vec<(PropertyKey, Value)>,
    },
    /// `Object(primitive)`.
    Boxed(JsValue),
    /// A `Date`, in milliseconds since the epoch.
    Date(JsValue),
    RegExp {
        source: String,
        flags: String,
    },
    Map(Vec<(Value, Value)>),
    Set(Vec<Value>),
    Error {
        /// The name of the constructor, one of the language's own.
        constructor: &'static str,
        message: Option<Value>,
        cause: Option<Value>,
        stack: Option<JsString>,
    },
    Buffer {
        bytes: Vec<u8>,
        /// `maxByteLength` of a resizable buffer.
        limit: Option<u64>,
    },
    SharedBuffer(JsSharedArrayBuffer),
    View {
        view: View,
        buffer: Value,
        offset: usize,
        length: usize,
    },
    /// An object of a class that clones itself, as its `kClone` gave it.
    Host {
        data: Value,
        /// `module:Constructor`.
        deserialize_info: JsString,
    },
    /// A transferred port.
    Port(RefCell<Option<Data>>),
    /// The place of an object whose own parts are still being written.
    Unfinished,
}

/// A serialized value.
pub(crate) struct Message {
    pub(super) root: Value,
    pub(super) items: Vec<Item>,
}
