//! Reports to the heap's model: births and growth of the program's objects, strings and scopes.

use boa_engine::builtins::error::Error;
use boa_engine::object::builtins::{JsPromise, JsWeakMap, JsWeakSet};
use boa_engine::vm::observation;
use boa_engine::{JsObject, JsString, JsValue};

use super::Isolate;
use v8::heap::{Elements, Kind, ObjectId, Properties, Text};
use v8::shapes::{self, Extents};

/// Shorter ones are copied, not joined or cut by reference (`ConsString::kMinLength`, `SlicedString::kMinLength`).
const BY_REFERENCE: usize = 13;
/// A typed array of no more bytes has them in itself (`V8_TYPED_ARRAY_MAX_SIZE_IN_HEAP`).
const SMALL_BUFFER: u64 = 64;
/// `AllocationMemento::kSize` with pointers of 64 bits.
const MEMENTO: u64 = 16;
/// `Error.stackTraceLimit`, which is not looked at.
const FRAMES: u32 = 10;

impl Isolate {
    /// An object that has its number was just made.
    pub(super) fn born(&mut self, number: u32) {
        if let Some(kind) = self.kind_now(number) {
            self.allocate(number, kind);
        }
    }

    /// As [`Isolate::born`], of one that may have no number yet.
    pub(super) fn born_object(&mut self, object: &JsObject) {
        let number = self.number(object);
        self.born(number);
    }

    fn allocate(&mut self, number: u32, kind: Kind) {
        // A typed array is found when it gets its number.
        if let Some(known) = self.objects.get_mut(number as usize).filter(|known| known.kind.is_none()) {
            known.kind = Some(kind);
            self.memory.allocate(ObjectId(number.into()), &kind);
        }
    }

    /// A literal or `new Array` from whose objects its place learns: from the second on a memento lies behind each. Optimised code lays none, but a run
    /// that nobody records does not know of it, and reads the same.
    pub(super) fn lay_memento(&mut self, at: observation::Place<'_>) {
        let site = self.place(at).site;
        if !self.literals_made.insert(site) {
            self.memory.heap.litter(MEMENTO);
        }
    }

    /// An object may have got another backing store.
    pub(super) fn resized(&mut self, number: u32) {
        let Some(before @ (Kind::Object { .. } | Kind::Array(_))) = self.objects.get(number as usize).and_then(|known| known.kind) else { return };
        if let Some(kind) = self.kind_now(number).filter(|kind| *kind != before) {
            self.grown(number, kind);
        }
    }

    fn grown(&mut self, number: u32, kind: Kind) {
        if let Some(known) = self.objects.get_mut(number as usize) {
            known.kind = Some(kind);
            self.memory.grow(ObjectId(number.into()), &kind);
        }
    }

    fn kind_now(&self, number: u32) -> Option<Kind> {
        self.shapes.extents(shapes::ObjectId(number)).map(|extents| kind_of(&extents))
    }

    /// A closure.
    pub(super) fn closure(&mut self, function: &JsObject) {
        let Some(traits) = function.function_traits() else { return };
        let number = self.number(function);
        let prototype_slot = traits.is_class || traits.is_generator || (!traits.is_async && has_prototype(function));
        self.allocate(number, Kind::Function { prototype_slot });
    }

    /// A scope whose variables closures hold. Its number is one of those that objects have.
    pub(super) fn scope(&mut self, slots: u32) -> u32 {
        let number = self.next_number();
        self.allocate(number, Kind::Context { slots });
        number
    }

    /// An array buffer, of Node's making too. A small typed array has none in V8.
    pub(super) fn buffer(&mut self, buffer: &JsObject, bytes: u64) {
        if bytes > SMALL_BUFFER {
            self.number(buffer);
        }
    }

    /// Strings joined by `+` or in a template.
    pub(super) fn joined(&mut self, text: &JsString) {
        self.string(text, Text::Cons);
    }

    fn string(&mut self, text: &JsString, by_reference: Text) {
        let units = u32::try_from(text.len()).unwrap_or(u32::MAX);
        let text_kind = match units {
            // The empty one and single characters are there from the first.
            0 | 1 => return,
            _ if text.len() >= BY_REFERENCE && matches!(by_reference, Text::Cons | Text::Sliced) => by_reference,
            _ if text.as_str().is_latin1() => Text::OneByte(units),
            _ => Text::TwoByte(units),
        };
        self.memory.string(text, &Kind::String(text_kind));
    }

    /// Reports the result that a built-in function of the language gave back.
    pub(super) fn given(&mut self, name: &str, this: &JsValue, result: &JsValue) {
        if let Some(text) = result.as_string() {
            // What is given back as it was taken is no new string.
            if this.as_string().is_none_or(|this| this != text) {
                let by_reference = match name {
                    "slice" | "substring" | "substr" | "trim" | "trimStart" | "trimEnd" => Text::Sliced,
                    "concat" | "repeat" | "padStart" | "padEnd" => Text::Cons,
                    _ => Text::OneByte(0),
                };
                self.string(&text, by_reference);
            }
        }
        if let Some(receiver) = this.as_object() {
            match name {
                "set" | "add" | "delete" | "clear" => self.table_changed(&receiver, name),
                _ => {}
            }
        }
    }

    /// An object that a built-in function made, and that is neither an array nor an ordinary object.
    pub(super) fn built_in(&mut self, object: &JsObject) {
        if let Some(kind) = special_kind(object) {
            let number = self.number(object);
            self.allocate(number, kind);
        }
    }

    /// The program uses an object of Node's making for the first time: the memory that it shows counts from here.
    pub(super) fn found(&mut self, number: u32, object: &JsObject) {
        if let Some(kind @ (Kind::TypedArray { .. } | Kind::ArrayBuffer { .. } | Kind::DataView)) = special_kind(object) {
            self.allocate(number, kind);
        }
    }

    /// An entry came or went: `OrderedHashTable::EnsureCapacityForAdding`, `Shrink`, `Clear`.
    fn table_changed(&mut self, table: &JsObject, name: &str) {
        let Some(number) = table.mark().filter(|mark| *mark != 0) else { return };
        let Some(kind) = self.objects.get(number as usize).and_then(|known| known.kind) else { return };
        let (Kind::Map { capacity } | Kind::Set { capacity }) = kind else { return };
        let Some((size, _)) = table.entries_head(0) else { return };
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        let needed = match name {
            "clear" => Kind::table_capacity(0),
            "delete" if size < capacity / 4 => (capacity / 2).max(4),
            _ => capacity.max(Kind::table_capacity(size)),
        };
        if needed != capacity {
            self.grown(number, if matches!(kind, Kind::Map { .. }) { Kind::Map { capacity: needed } } else { Kind::Set { capacity: needed } });
        }
    }
}

/// The kind of an object that is no ordinary one, no array and no function.
fn special_kind(object: &JsObject) -> Option<Kind> {
    if object.is_proxy() {
        return Some(Kind::Proxy);
    }
    if let Some((size, entries)) = object.entries_head(0) {
        let capacity = Kind::table_capacity(u32::try_from(size).unwrap_or(u32::MAX));
        return Some(if entries.is_key_value { Kind::Map { capacity } } else { Kind::Set { capacity } });
    }
    if let Some(kind) = memory_kind(object) {
        return Some(kind);
    }
    if object.date_preview().is_some() {
        return Some(Kind::Date);
    }
    if object.is_callable() {
        return function_kind(object);
    }
    if object.is::<Error>() {
        return Some(Kind::Error { frames: FRAMES });
    }
    if object.iterator_preview().is_some() {
        return Some(Kind::CollectionIterator);
    }
    if JsPromise::from_object(object.clone()).is_ok() {
        return Some(Kind::Promise);
    }
    if object.regexp_preview().is_some() {
        return Some(Kind::RegExp);
    }
    let weak = JsWeakMap::from_object(object.clone()).is_ok() || JsWeakSet::from_object(object.clone()).is_ok();
    weak.then_some(Kind::WeakCollection { capacity: 4 })
}

/// The kind of an object that shows memory. A buffer that is not the object's alone is reported by itself, once.
fn memory_kind(object: &JsObject) -> Option<Kind> {
    let shown = object.memory(0)?;
    let (length, whole) = (shown.length as u64, shown.whole as u64);
    if JsObject::equals(&shown.buffer, object) {
        return Some(Kind::ArrayBuffer { bytes: whole });
    }
    let own_buffer = length == whole && whole <= SMALL_BUFFER;
    if object.elements_preview(0).is_some() { Some(Kind::TypedArray { bytes: length, own_buffer }) } else { Some(Kind::DataView) }
}

/// An ordinary object or an array, by the room that it takes.
fn kind_of(extents: &Extents) -> Kind {
    let slots = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let elements = match (extents.sparse, extents.capacity) {
        (Some(count), _) => Elements::Dictionary(count),
        (None, 0) => Elements::None,
        (None, capacity) => Elements::Fast(capacity),
    };
    if extents.is_array {
        return Kind::Array(elements);
    }
    let properties = match (extents.dictionary, extents.outside) {
        (Some(count), _) => Properties::Dictionary(slots(count)),
        (None, 0) => Properties::None,
        (None, outside) => Properties::Array(slots(outside)),
    };
    Kind::Object { in_object: slots(extents.in_object), properties, elements }
}

/// A function that a built-in one made: `bind`, `Function`.
fn function_kind(function: &JsObject) -> Option<Kind> {
    match function.function_traits() {
        Some(_) => Some(Kind::Function { prototype_slot: true }),
        None => Some(Kind::BoundFunction { arguments: 0 }),
    }
}

fn has_prototype(function: &JsObject) -> bool {
    crate::inspect::own_data(function, boa_engine::js_string!("prototype")).is_some()
}
