//! The bytes that V8 takes for an object: 64 bit, no pointer compression, 8 bytes to a word (Node's build).
//!
//! Followed: V8 13.6 `src/objects/*.tq` and `fixed-array.h`, `property-array.h`, `dictionary.h`, `ordered-hash-table.h`, `js-function.tq`,
//! `contexts.tq`, `string.tq`; every formula is held against heap snapshots of real Node by `tests/heap/sizes.rs`.

use serde::{Deserialize, Serialize};

use super::configuration::Sizes;
use super::kind::{Elements, Flavour, Kind, Properties, Text};

const WORD: u64 = 8;
/// Map and length, of every array-like store.
const STORE_HEADER: u64 = 2 * WORD;
/// Map, properties, elements.
const OBJECT_HEADER: u64 = 3 * WORD;
/// A typed array of at most so many bytes lies in the heap (`V8_TYPED_ARRAY_MAX_SIZE_IN_HEAP`).
const TYPED_ARRAY_IN_HEAP: u64 = 64;

/// The two closures that resume an async function, and their context.
const AWAIT_CLOSURES: u64 = 2 * 64 + 40;

/// The bytes of one object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The object itself, as a heap snapshot's self size.
    pub head: u64,
    /// The parts that it alone owns in V8's heap: elements, property array or dictionary, hash table, registers, a typed array's buffer object.
    pub store: u64,
    /// Memory outside of V8's heap: `external` and `arrayBuffers`.
    pub external: u64,
}

impl Layout {
    fn head(head: u64) -> Self {
        Self { head, ..Self::default() }
    }

    fn owning(head: u64, store: u64) -> Self {
        Self { head, store, external: 0 }
    }

    /// All bytes in V8's heap.
    #[must_use]
    pub fn heap(&self) -> u64 {
        self.head + self.store
    }

    /// The bytes that V8 takes for an object of this kind.
    #[must_use]
    pub fn of(kind: &Kind, sizes: &Sizes) -> Self {
        match *kind {
            Kind::Object { in_object, properties: named, elements: indexed } => {
                Self::owning(OBJECT_HEADER + words(in_object), properties(named, sizes) + elements(indexed))
            }
            Kind::Array(indexed) => Self::owning(OBJECT_HEADER + WORD, elements(indexed)),
            Kind::Function { prototype_slot } => Self::head(if prototype_slot { 64 } else { 56 }),
            Kind::Context { slots } => Self::head(STORE_HEADER + words(2) + words(slots)),
            Kind::BoundFunction { arguments } => Self::owning(48, store(arguments)),
            Kind::String(Text::OneByte(units)) => Self::head(STORE_HEADER + rounded(u64::from(units))),
            Kind::String(Text::TwoByte(units)) => Self::head(STORE_HEADER + rounded(2 * u64::from(units))),
            Kind::String(Text::Cons | Text::Sliced) | Kind::Wrapper | Kind::WeakRef => Self::head(32),
            Kind::HeapNumber => Self::head(16),
            Kind::BigInt { digits } => Self::head(STORE_HEADER + words(digits)),
            Kind::Symbol => Self::head(24),
            Kind::Map { capacity } => Self::owning(32, ordered_table(capacity, 3)),
            Kind::Set { capacity } => Self::owning(32, ordered_table(capacity, 2)),
            Kind::WeakCollection { capacity } => Self::owning(32, STORE_HEADER + words(3) + 2 * words(capacity)),
            Kind::FinalizationRegistry => Self::head(80),
            Kind::CollectionIterator | Kind::StringIterator | Kind::IteratorResult => Self::head(40),
            Kind::ArrayIterator | Kind::Promise | Kind::PromiseReaction => Self::head(48),
            Kind::Microtask => Self::head(40),
            Kind::ArrayBuffer { bytes } => Self { head: sizes.array_buffer, store: 0, external: bytes },
            Kind::TypedArray { bytes, own_buffer } => typed_array(bytes, own_buffer, sizes),
            Kind::DataView => Self::head(sizes.data_view),
            Kind::Generator { registers, flavour: Flavour::Sync } => Self::owning(80, store(registers)),
            Kind::Generator { registers, flavour: Flavour::AsyncGenerator } => Self::owning(96, store(registers)),
            Kind::Generator { registers, flavour: Flavour::Async } => Self::owning(88, store(registers) + AWAIT_CLOSURES),
            Kind::Error { frames: 0 } => Self::head(48),
            Kind::Error { frames } => Self::owning(48, STORE_HEADER + u64::from(frames) * sizes.error_frame),
            Kind::RegExp => Self::head(sizes.regexp),
            Kind::Date => Self::head(sizes.date),
            Kind::Arguments { length, strict } => Self::owning(if strict { 32 } else { 40 }, store(length)),
            Kind::Proxy => Self::head(sizes.proxy),
            Kind::Other { bytes } => Self::head(rounded(bytes)),
        }
    }
}

fn words(count: u32) -> u64 {
    u64::from(count) * WORD
}

fn rounded(bytes: u64) -> u64 {
    bytes.div_ceil(WORD).saturating_mul(WORD)
}

/// A `FixedArray` or `FixedDoubleArray`; the empty one is shared.
fn store(capacity: u32) -> u64 {
    if capacity == 0 { 0 } else { STORE_HEADER + words(capacity) }
}

/// `HashTable::ComputeCapacity`: a power of two with half as much room again, at least 4.
fn hash_capacity(entries: u32) -> u64 {
    let entries = u64::from(entries);
    (entries + entries / 2).next_power_of_two().max(4)
}

fn properties(named: Properties, sizes: &Sizes) -> u64 {
    match named {
        Properties::None | Properties::Array(0) => 0,
        // `JSObject::kFieldsAdded`: the array grows by three.
        Properties::Array(count) => STORE_HEADER + words(count.div_ceil(3).saturating_mul(3)),
        Properties::Dictionary(count) => sizes.name_dictionary_header + hash_capacity(count) * 3 * WORD,
    }
}

fn elements(indexed: Elements) -> u64 {
    match indexed {
        Elements::None => 0,
        Elements::Fast(capacity) => store(capacity),
        Elements::Dictionary(count) => STORE_HEADER + words(4) + hash_capacity(count) * 3 * WORD,
    }
}

/// `OrderedHashTable`: three counts, a bucket for each two entries, and the entries, each with a link.
fn ordered_table(capacity: u32, words_each: u64) -> u64 {
    let capacity = u64::from(capacity.max(4));
    STORE_HEADER + words(3) + (capacity / 2) * WORD + capacity * words_each * WORD
}

fn typed_array(bytes: u64, own_buffer: bool, sizes: &Sizes) -> Layout {
    let head = sizes.typed_array;
    if !own_buffer {
        return Layout::head(head);
    }
    if bytes <= TYPED_ARRAY_IN_HEAP {
        return Layout::owning(head, sizes.array_buffer + STORE_HEADER + rounded(bytes));
    }
    Layout { head, store: sizes.array_buffer, external: bytes }
}
