//! Allocations as the engine reports them. Extents are counts (slots, units, registers), never bytes, except where a name says so.

use serde::{Deserialize, Serialize};
use trace::BlockKind;

/// An object of the program, named by the engine; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ObjectId(pub u64);

/// The place of the named properties that are not inside of the object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Properties {
    /// All are inside.
    #[default]
    None,
    /// A `PropertyArray` with this number of them.
    Array(u32),
    /// In a `NameDictionary` that was made for so many. (A fast object that becomes one asks for two more than it has.)
    Dictionary(u32),
}

/// The place of an array's or object's indexed properties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Elements {
    /// The shared empty array.
    #[default]
    None,
    /// Tagged values or doubles: the capacity, not the length. (Both take 8 bytes each.)
    Fast(u32),
    /// A `NumberDictionary` for so many.
    Dictionary(u32),
}

/// The place and the form of a string's characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Text {
    /// Latin-1 units in the string itself.
    OneByte(u32),
    /// UTF-16 units in the string itself.
    TwoByte(u32),
    /// Two strings joined; from 13 units on.
    Cons,
    /// A view on another string; from 13 units on.
    Sliced,
}

/// One allocation, as the engine reports it. An object is reported together with the backing stores that only it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A plain object, a class instance, or any ordinary object with so many in-object slots, used or not.
    Object {
        /// Slots inside: 4 for `{}`, the literal's properties, or what slack tracking left to a class.
        in_object: u32,
        /// Named properties outside.
        properties: Properties,
        /// Indexed properties.
        elements: Elements,
    },
    /// `[]`, `new Array`.
    Array(Elements),
    /// A closure, without its context.
    Function {
        /// Whether it may be a constructor, generator or class, and so has a slot for `prototype`.
        prototype_slot: bool,
    },
    /// A scope that closures have captured: its variables.
    Context {
        /// Captured variables.
        slots: u32,
    },
    /// `f.bind(this, ...arguments)`.
    BoundFunction {
        /// Bound arguments, `this` not counted.
        arguments: u32,
    },
    /// A string that is not in the table of single characters.
    String(Text),
    /// A number that is no 32-bit integer and lies in a slot of tagged values.
    HeapNumber,
    /// A BigInt.
    BigInt {
        /// The number of digits, of 64 bits each.
        digits: u32,
    },
    /// `Symbol()`; its description is a string of its own.
    Symbol,
    /// A `Map`.
    Map {
        /// The capacity of its table, see [`Kind::table_capacity`].
        capacity: u32,
    },
    /// A `Set`.
    Set {
        /// The capacity of its table, see [`Kind::table_capacity`].
        capacity: u32,
    },
    /// A `WeakMap` or `WeakSet`.
    WeakCollection {
        /// The capacity of its table: a power of two, at least 4.
        capacity: u32,
    },
    /// `new WeakRef`.
    WeakRef,
    /// `new FinalizationRegistry`.
    FinalizationRegistry,
    /// The iterator of a `Map` or `Set`.
    CollectionIterator,
    /// The iterator of an array or typed array.
    ArrayIterator,
    /// The iterator of a string.
    StringIterator,
    /// `{value, done}`.
    IteratorResult,
    /// An `ArrayBuffer` or `SharedArrayBuffer`.
    ArrayBuffer {
        /// Bytes outside of V8's heap.
        bytes: u64,
    },
    /// A typed array or `Buffer`.
    TypedArray {
        /// Bytes.
        bytes: u64,
        /// Whether it has a buffer of its own. (A `Buffer` cut from the pool has not.)
        own_buffer: bool,
    },
    /// `new DataView`.
    DataView,
    /// A promise.
    Promise,
    /// A `PromiseReaction`: one for each `then`, `catch`, `finally` and `await` on a pending promise.
    PromiseReaction,
    /// A job in the queue of microtasks.
    Microtask,
    /// A called generator function, or an async function that has been entered.
    Generator {
        /// Parameters and registers of its bytecode.
        registers: u32,
        /// The kind of function that made it.
        flavour: Flavour,
    },
    /// An error with its stack.
    Error {
        /// Frames captured: at most 10 (`Error.stackTraceLimit`).
        frames: u32,
    },
    /// A regular expression made from a literal that has been evaluated before.
    RegExp,
    /// A `Date`.
    Date,
    /// `arguments`.
    Arguments {
        /// The number of arguments that were passed.
        length: u32,
        /// Whether the function is in strict mode.
        strict: bool,
    },
    /// `Object(1)`.
    Wrapper,
    /// A `Proxy`.
    Proxy,
    /// Anything else: so many bytes in V8's heap.
    Other {
        /// Bytes, a multiple of 8.
        bytes: u64,
    },
}

/// The kind of a suspended function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flavour {
    /// `function*`.
    Sync,
    /// `async function*`.
    AsyncGenerator,
    /// `async function`.
    Async,
}

impl Kind {
    /// The kind of block that it is in a picture of the heap.
    #[must_use]
    pub fn block(&self) -> BlockKind {
        match self {
            Self::Object { .. } => BlockKind::Object,
            Self::Array(_) => BlockKind::Array,
            Self::Function { .. } | Self::BoundFunction { .. } => BlockKind::Function,
            Self::Context { .. } => BlockKind::Context,
            Self::String(_) => BlockKind::String,
            Self::Map { .. } => BlockKind::Map,
            Self::Set { .. } => BlockKind::Set,
            Self::ArrayBuffer { .. } | Self::TypedArray { .. } | Self::DataView => BlockKind::Buffer,
            Self::Promise => BlockKind::Promise,
            Self::Error { .. } => BlockKind::Error,
            Self::HeapNumber
            | Self::BigInt { .. }
            | Self::Symbol
            | Self::WeakCollection { .. }
            | Self::WeakRef
            | Self::FinalizationRegistry
            | Self::CollectionIterator
            | Self::ArrayIterator
            | Self::StringIterator
            | Self::IteratorResult
            | Self::PromiseReaction
            | Self::Microtask
            | Self::Generator { .. }
            | Self::RegExp
            | Self::Date
            | Self::Arguments { .. }
            | Self::Wrapper
            | Self::Proxy
            | Self::Other { .. } => BlockKind::Other,
        }
    }

    /// The capacity of the table of a `Map` or `Set` that holds so many: it doubles from 4 (`OrderedHashTable::EnsureCapacityForAdding`).
    #[must_use]
    pub fn table_capacity(entries: u32) -> u32 {
        entries.max(4).checked_next_power_of_two().unwrap_or(u32::MAX)
    }

    /// The capacity that elements get when index `length` is stored beyond the old capacity (`JSObject::NewElementsCapacity`).
    #[must_use]
    pub fn grown_capacity(length: u32) -> u32 {
        length.saturating_add(length >> 1).saturating_add(16)
    }
}
