//! A value on its way from one place to another: what V8's `ValueSerializer` writes, as a table of objects instead of bytes.

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
    /// Never an object or a symbol.
    Primitive(JsValue),
    /// Index into `Message::items`.
    Item(usize),
}

/// What a view is.
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
    /// Milliseconds since the epoch.
    Date(JsValue),
    RegExp {
        source: String,
        flags: String,
    },
    Map(Vec<(Value, Value)>),
    Set(Vec<Value>),
    Error {
        /// Name of the constructor: one of the language's own.
        constructor: &'static str,
        message: Option<Value>,
        cause: Option<Value>,
        stack: Option<JsString>,
    },
    Buffer {
        bytes: Vec<u8>,
        /// `maxByteLength` of a resizable one.
        limit: Option<u64>,
    },
    SharedBuffer(JsSharedArrayBuffer),
    View {
        view: View,
        buffer: Value,
        offset: usize,
        length: usize,
    },
    /// An object of a class that clones itself: what its `kClone` gave.
    Host {
        data: Value,
        /// `module:Constructor`.
        deserialize_info: JsString,
    },
    /// A transferred port.
    Port(RefCell<Option<Data>>),
    /// Written while an object's own parts are being written.
    Unfinished,
}

/// A serialized value.
pub(crate) struct Message {
    pub(super) root: Value,
    pub(super) items: Vec<Item>,
}
