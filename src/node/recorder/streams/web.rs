//! How a web stream stands, read from what it keeps under the symbol `kState` without running anything.
//!
//! Follows lib/internal/webstreams/{readablestream,writablestream,transformstream,util}.js, of which Node 18 to 26 name these properties alike.

use boa_engine::JsObject;
use boa_engine::object::WeakJsObject;
use boa_engine::property::PropertyKey;

use super::super::numbered::Numbered;
use super::state::{number, symbol};
use crate::inspect::{own_data, own_data_at};
use trace::{Buffered, Flow, ReadableSide, SizeUnit, StreamState, WritableSide};

/// The symbol, and which streams are halves of a `TransformStream`. A stream is known by what it keeps, since up to Node 20 several objects share that.
#[derive(Default)]
pub(super) struct Web {
    /// The program has some: nothing is looked for before.
    pub there: bool,
    state: Option<PropertyKey>,
    halves: Numbered,
    /// The whole of each half.
    wholes: Vec<WeakJsObject>,
}

fn own_object(object: &JsObject, name: &str) -> Option<JsObject> {
    own_data(object, name).and_then(|value| value.as_object())
}

impl Web {
    /// The state object of a web stream, a controller, a reader or a writer.
    fn state_of(&mut self, object: &JsObject) -> Option<JsObject> {
        if !self.there {
            return None;
        }
        if let Some(key) = &self.state {
            return own_data_at(object, key).and_then(|state| state.as_object());
        }
        let key = symbol(object, "kState")?;
        let state = own_data_at(object, &key).and_then(|state| state.as_object())?;
        // Others keep something under a symbol of this name.
        let is_it = ["stream", "controller"].into_iter().any(|name| own_data(&state, name).is_some());
        is_it.then(|| {
            self.state = Some(key);
            state
        })
    }

    /// The state object of the stream that an object is, or whose controller, reader or writer it is; for half a `TransformStream`, that of the whole.
    pub(super) fn stream_of(&mut self, object: &JsObject) -> Option<JsObject> {
        let state = self.state_of(object)?;
        let state = match own_object(&state, "stream") {
            Some(stream) => self.state_of(&stream)?,
            None => state,
        };
        self.whole(state)
    }

    /// The state object of a stream, if an object is one and is not half of another.
    pub(super) fn stream(&mut self, object: &JsObject) -> Option<JsObject> {
        let state = self.state_of(object)?;
        let whole = self.whole(state.clone())?;
        JsObject::equals(&whole, &state).then_some(whole)
    }

    fn whole(&mut self, state: JsObject) -> Option<JsObject> {
        for half in self.halves_of(&state).into_iter().flatten() {
            if self.halves.number(&half) == self.wholes.len() {
                self.wholes.push(state.downgrade());
            }
        }
        if !is_state(&state) {
            return None;
        }
        Some(self.halves.find(&state).and_then(|half| self.wholes.get(half)?.upgrade()).unwrap_or(state))
    }

    /// The state objects of the two halves of a `TransformStream`.
    fn halves_of(&mut self, state: &JsObject) -> Option<[JsObject; 2]> {
        let (readable, writable) = own_object(state, "readable").zip(own_object(state, "writable"))?;
        Some([self.state_of(&readable)?, self.state_of(&writable)?])
    }

    /// How a stream stands, but for what it is piped to.
    pub(super) fn state(&mut self, stream: &JsObject) -> Option<StreamState> {
        let mut stands = StreamState { web: true, ..StreamState::default() };
        let (readable, writable) = match (self.halves_of(stream), class_of(stream)) {
            (Some([readable, writable]), _) => (Some(readable), Some(writable)),
            (None, "WritableStream") => (None, Some(stream.clone())),
            (None, _) => (Some(stream.clone()), None),
        };
        stands.errored = readable.iter().chain(&writable).any(|half| is(half, "errored"));
        stands.readable = readable.and_then(|state| self.readable(&state));
        stands.writable = writable.and_then(|state| self.writable(&state));
        (stands.readable.is_some() || stands.writable.is_some()).then_some(stands)
    }

    fn readable(&mut self, stream: &JsObject) -> Option<ReadableSide> {
        let controller = own_object(stream, "controller").and_then(|controller| self.state_of(&controller))?;
        let has_reader = own_object(stream, "reader").is_some();
        Some(ReadableSide {
            buffer: buffer(&controller),
            flow: if has_reader { Flow::Flowing } else { Flow::Unasked },
            reading: is_true(&controller, "pulling"),
            ended: is_true(&controller, "closeRequested"),
            end_emitted: is(stream, "closed"),
            awaits_drain: 0,
        })
    }

    fn writable(&mut self, stream: &JsObject) -> Option<WritableSide> {
        let controller = own_object(stream, "controller").and_then(|controller| self.state_of(&controller))?;
        // Before Node 24.21 an object whose promise is `undefined` stands for none, or `undefined` itself.
        let asked =
            |name| own_object(stream, name).is_some_and(|request| own_data(&request, "promise").is_some_and(|promise| !promise.is_undefined()));
        let finished = is(stream, "closed");
        Some(WritableSide {
            buffer: buffer(&controller),
            writing: asked("inFlightWriteRequest"),
            need_drain: is_true(stream, "backpressure") && !finished,
            corked: 0,
            ending: asked("closeRequest") || asked("inFlightCloseRequest"),
            finished,
        })
    }
}

/// A stream that closes forgets that it was asked to, and its strategy.
pub(super) fn keep_what_it_forgets(now: &mut StreamState, before: &StreamState) {
    if let (Some(now), Some(before)) = (&mut now.writable, before.writable) {
        now.ending |= before.ending;
        now.buffer.unit = before.buffer.unit;
    }
    if let (Some(now), Some(before)) = (&mut now.readable, before.readable) {
        now.buffer.unit = before.buffer.unit;
    }
}

/// Whether an object is the state object of a web stream.
pub(super) fn is_state(object: &JsObject) -> bool {
    own_data(object, "controller").is_some() && ["storedError", "readable"].into_iter().any(|name| own_data(object, name).is_some())
}

/// The class of the stream that keeps this.
pub(super) fn class_of(state: &JsObject) -> &'static str {
    let has = |name| own_data(state, name).is_some();
    match (has("readable"), has("writeRequests")) {
        (true, _) => "TransformStream",
        (false, true) => "WritableStream",
        (false, false) => "ReadableStream",
    }
}

fn is(stream: &JsObject, wanted: &str) -> bool {
    own_data(stream, "state").and_then(|state| state.as_string()).is_some_and(|state| state == wanted)
}

fn is_true(object: &JsObject, name: &str) -> bool {
    own_data(object, name).is_some_and(|value| value.to_boolean())
}

/// The queue of a controller. A byte controller counts bytes; others what the strategy's `size()` says, and without one each chunk as one.
fn buffer(controller: &JsObject) -> Buffered {
    let by_default = |size: &JsObject| {
        let name = own_data(size, "name").and_then(|name| name.as_string());
        name.is_none_or(|name| ["", "sizeAlgorithm", "defaultSizeAlgorithm"].into_iter().any(|default| name == default))
    };
    let unit = if own_data(controller, "pendingPullIntos").is_some() {
        SizeUnit::Bytes
    } else if own_object(controller, "sizeAlgorithm").is_none_or(|size| by_default(&size)) {
        SizeUnit::Chunks
    } else {
        SizeUnit::BySize
    };
    let size = number(own_data(controller, "queueTotalSize"));
    // The wish to close stands in the queue, too, and has no size.
    let queue = own_object(controller, "queue").filter(|_| size > 0);
    let chunks = queue.map_or(0, |queue| number(own_data(&queue, "length")));
    Buffered { size, chunks, high_water_mark: number(own_data(controller, "highWaterMark")), unit }
}
