//! How a stream stands, read from `_readableState` and `_writableState` without running anything.
//!
//! Follows lib/internal/streams/{utils,readable,writable}.js: the bits are the same from Node 20 to 26; Node 18 has those of the readable side in another
//! order, and properties on the writable one.

use boa_engine::property::PropertyKey;
use boa_engine::{JsObject, JsString, JsSymbol, JsValue};

use crate::inspect::{own_data, own_data_at};
use trace::{Buffered, Flow, ReadableSide, SizeUnit, StreamState, WritableSide};

/// A flag: its bit since Node 20, its bit in Node 18's readable side, its property where it has one.
struct Flag {
    bit: u32,
    old_bit: u32,
    name: &'static str,
}

const OBJECT_MODE: Flag = Flag { bit: 1, old_bit: 1, name: "objectMode" };
const DESTROYED: Flag = Flag { bit: 1 << 4, old_bit: 1 << 13, name: "destroyed" };
const ERRORED: Flag = Flag { bit: 1 << 7, old_bit: 0, name: "errored" };
// The readable side's.
const ENDED: Flag = Flag { bit: 1 << 9, old_bit: 1 << 1, name: "ended" };
const END_EMITTED: Flag = Flag { bit: 1 << 10, old_bit: 1 << 2, name: "endEmitted" };
const READING: Flag = Flag { bit: 1 << 11, old_bit: 1 << 3, name: "reading" };
const HAS_FLOWING: u32 = 1 << 23;
const FLOWING: u32 = 1 << 24;
// The writable side's.
const NEED_DRAIN: Flag = Flag { bit: 1 << 11, old_bit: 0, name: "needDrain" };
const ENDING: Flag = Flag { bit: 1 << 12, old_bit: 0, name: "ending" };
const FINISHED: Flag = Flag { bit: 1 << 13, old_bit: 0, name: "finished" };
const WRITING: Flag = Flag { bit: 1 << 15, old_bit: 0, name: "writing" };

/// The keys of a stream's properties. Symbols are found where they are first met.
pub(super) struct Keys {
    readable: PropertyKey,
    writable: PropertyKey,
    bits: Option<PropertyKey>,
    old_bits: PropertyKey,
    buffered_chunks: Option<PropertyKey>,
}

impl Default for Keys {
    fn default() -> Self {
        let key = |name: &str| PropertyKey::from(JsString::from(name));
        Self { readable: key("_readableState"), writable: key("_writableState"), bits: None, old_bits: key("state"), buffered_chunks: None }
    }
}

/// One of the two state objects.
struct Side<'k> {
    object: JsObject,
    keys: &'k Keys,
    bits: Bits,
}

enum Bits {
    New(u32),
    Old(u32),
    /// Properties alone.
    None,
}

pub(super) fn number(value: Option<JsValue>) -> u32 {
    let number = value.and_then(|value| value.as_number()).unwrap_or(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates, and NaN is 0")]
    let number = number as u32;
    number
}

/// A symbol of Node's own among an object's keys.
pub(super) fn symbol(object: &JsObject, description: &str) -> Option<PropertyKey> {
    let is_it = |symbol: &JsSymbol| symbol.description().is_some_and(|text| text == description);
    object.borrow().shape().keys().into_iter().find(|key| matches!(key, PropertyKey::Symbol(symbol) if is_it(symbol)))
}

impl Keys {
    /// Whether an object is one of Node's streams.
    pub(super) fn is_stream(&self, object: &JsObject) -> bool {
        [&self.readable, &self.writable].into_iter().any(|key| own_data_at(object, key).is_some_and(|state| state.is_object()))
    }

    fn side(&mut self, object: JsObject) -> Side<'_> {
        if self.bits.is_none() {
            self.bits = symbol(&object, "kState");
        }
        if self.buffered_chunks.is_none() {
            self.buffered_chunks = symbol(&object, "kBufferedValue");
        }
        let new = self.bits.as_ref().and_then(|key| own_data_at(&object, key)).map(|bits| Bits::New(number(Some(bits))));
        let bits = new.or_else(|| own_data_at(&object, &self.old_bits).map(|bits| Bits::Old(number(Some(bits))))).unwrap_or(Bits::None);
        Side { object, keys: self, bits }
    }

    /// How a stream stands, but for what it is piped to: those objects are given beside.
    pub(super) fn state(&mut self, stream: &JsObject) -> (StreamState, Vec<JsObject>) {
        let mut state = StreamState::default();
        let mut pipes = Vec::new();
        if let Some(object) = own_data_at(stream, &self.readable).and_then(|side| side.as_object()) {
            let side = self.side(object);
            state.readable = Some(side.readable());
            pipes = side.pipes();
            (state.destroyed, state.errored) = (side.is(&DESTROYED), side.is(&ERRORED));
        }
        if let Some(object) = own_data_at(stream, &self.writable).and_then(|side| side.as_object()) {
            let side = self.side(object);
            state.writable = Some(side.writable());
            state.destroyed |= side.is(&DESTROYED);
            state.errored |= side.is(&ERRORED);
        }
        (state, pipes)
    }
}

impl Side<'_> {
    fn get(&self, name: &str) -> Option<JsValue> {
        own_data(&self.object, name)
    }

    fn is(&self, flag: &Flag) -> bool {
        match self.bits {
            Bits::New(bits) => bits & flag.bit != 0,
            Bits::Old(bits) if flag.old_bit != 0 => bits & flag.old_bit != 0,
            Bits::Old(_) | Bits::None => self.get(flag.name).is_some_and(|value| value.to_boolean()),
        }
    }

    fn unit(&self) -> SizeUnit {
        if self.is(&OBJECT_MODE) { SizeUnit::Objects } else { SizeUnit::Bytes }
    }

    fn buffer(&self, chunks: u32) -> Buffered {
        let (size, high_water_mark) = (number(self.get("length")), number(self.get("highWaterMark")));
        Buffered { size, chunks, high_water_mark, unit: self.unit() }
    }

    fn readable(&self) -> ReadableSide {
        let length = self.get("buffer").and_then(|buffer| buffer.as_object()).map_or(0, |buffer| number(own_data(&buffer, "length")));
        let chunks = length.saturating_sub(number(self.get("bufferIndex")));
        let flowing = match self.bits {
            Bits::New(bits) => (bits & HAS_FLOWING != 0).then_some(bits & FLOWING != 0),
            _ => self.get("flowing").and_then(|flowing| flowing.as_boolean()),
        };
        let waited_for = self.get("awaitDrainWriters").and_then(|writers| writers.as_object());
        let awaits_drain = waited_for.map_or(0, |writers| writers.entries_head(0).map_or(1, |(size, _)| size));
        ReadableSide {
            buffer: self.buffer(chunks),
            flow: match flowing {
                None => Flow::Unasked,
                Some(false) => Flow::Paused,
                Some(true) => Flow::Flowing,
            },
            reading: self.is(&READING),
            ended: self.is(&ENDED),
            end_emitted: self.is(&END_EMITTED),
            awaits_drain: u16::try_from(awaits_drain).unwrap_or(u16::MAX),
        }
    }

    fn writable(&self) -> WritableSide {
        let waiting = match &self.keys.buffered_chunks {
            Some(key) => own_data_at(&self.object, key),
            None => self.get("buffered"),
        };
        let waiting = waiting.and_then(|waiting| waiting.as_object()).map_or(0, |waiting| number(own_data(&waiting, "length")));
        let waiting = waiting.saturating_sub(number(self.get("bufferedIndex")));
        let writing = self.is(&WRITING);
        WritableSide {
            buffer: self.buffer(waiting + u32::from(writing)),
            writing,
            need_drain: self.is(&NEED_DRAIN),
            corked: u16::try_from(number(self.get("corked"))).unwrap_or(u16::MAX),
            ending: self.is(&ENDING),
            finished: self.is(&FINISHED),
        }
    }

    fn pipes(&self) -> Vec<JsObject> {
        let Some(pipes) = self.get("pipes").and_then(|pipes| pipes.as_object()) else {
            return Vec::new();
        };
        let length = number(own_data(&pipes, "length"));
        (0..length).filter_map(|index| own_data_at(&pipes, &PropertyKey::from(index))?.as_object()).collect()
    }
}
