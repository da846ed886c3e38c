//! Streams, watched: calls of Node's own stream functions say when to look, and what is done; what came of it is read from a stream's state.
//!
//! Node's JavaScript stays as it is, and nothing of it is run to look.

mod state;
mod watch;
mod web;

use boa_engine::property::PropertyKey;
use boa_engine::{JsObject, JsString, JsValue};

pub(crate) use watch::watch_streams;

use self::state::Keys;
use self::web::Web;
use super::Recorder;
use super::numbered::Numbered;
use super::preview::class_name;
use crate::inspect::{own_data, own_data_at};
use machine::Machine;
use trace::{Event, MOST_STREAMS, SizeUnit, StreamCall, StreamId, StreamState, TextId};

/// The streams that have been seen, and the calls of stream functions that go on.
#[derive(Default)]
pub(super) struct Streams {
    keys: Keys,
    web: Web,
    /// The streams that are seen, by [`StreamId`], as in `seen`.
    ids: Numbered,
    seen: Vec<Seen>,
    /// All streams that were made, seen or not.
    made: Numbered,
    /// The calls that go on, newest last.
    going: Vec<Going>,
}

/// A watched call of a function of Node's.
struct Going {
    /// The function's number.
    function: Option<usize>,
    /// The stream that the call is about.
    about: Option<(JsObject, StreamId)>,
}

/// A stream that is seen, as it was last recorded.
struct Seen {
    state: StreamState,
    listeners: Vec<(JsString, u16)>,
    named: bool,
    /// The streams that a web stream is piped to: it does not keep them itself.
    leads_to: Vec<StreamId>,
}

impl Streams {
    /// The number of the function whose call is the innermost.
    pub(super) fn innermost(&self) -> Option<usize> {
        self.going.last().and_then(|going| going.function)
    }

    fn find(&self, stream: &JsObject) -> Option<StreamId> {
        self.ids.find(stream).and_then(|id| u16::try_from(id).ok()).map(StreamId)
    }

    fn is_stream(&self, object: &JsObject) -> bool {
        self.keys.is_stream(object) || (self.web.there && web::is_state(object))
    }

    /// The state of a stream. The streams that one of Node's is piped to are given beside, as objects.
    fn state(&mut self, stream: &JsObject) -> (StreamState, Vec<JsObject>) {
        if self.keys.is_stream(stream) {
            return self.keys.state(stream);
        }
        (self.web.state(stream).unwrap_or_default(), Vec::new())
    }
}

/// The standard streams are seen when the program pipes into them: else every line that is printed would be a story of its own.
fn is_standard(stream: &JsObject) -> bool {
    own_data(stream, "_isStdio").is_some_and(|is| is.to_boolean())
}

impl Recorder {
    /// The number of a stream, which it gets when it is first asked for; `None` for what is no stream to be seen.
    fn stream(&mut self, machine: &mut Machine, stream: &JsObject, piped_into: bool, name: Option<TextId>) -> Option<StreamId> {
        if let Some(id) = self.streams.find(stream) {
            return Some(id);
        }
        let standard = is_standard(stream);
        if !self.streams.is_stream(stream) || (standard && !piped_into) {
            return None;
        }
        let id = StreamId(u16::try_from(self.streams.seen.len()).ok().filter(|id| usize::from(*id) < MOST_STREAMS)?);
        let (state, pipes) = self.streams.state(stream);
        let fd = own_data(stream, "fd").and_then(|number| number.as_number());
        let name = match fd {
            Some(1.0) if standard => Some(self.tables.text("process.stdout")),
            Some(2.0) if standard => Some(self.tables.text("process.stderr")),
            _ => name,
        };
        let listening = listeners(stream);
        let listed = listening.iter().map(|(event, count)| (self.tables.text(&event.to_std_string_lossy()), *count)).collect();
        self.streams.seen.push(Seen { state: state.clone(), listeners: listening, named: name.is_some(), leads_to: Vec::new() });
        self.streams.ids.number(stream);
        let made = self.streams.made.find(stream).and_then(|made| u16::try_from(made).ok());
        let class =
            self.tables.text(&if state.web { web::class_of(stream).to_owned() } else { class_name(stream).unwrap_or_else(|| "Stream".to_owned()) });
        let site = self.frames.current_site();
        self.push(machine, site, Event::StreamFound { stream: id, made, class, name, state: Box::new(state), listeners: listed });
        if !pipes.is_empty() {
            self.look_at(machine, stream, id);
        }
        Some(id)
    }

    /// A variable of the program holds a value: if it is a stream, it is seen, and the variable's name is its name.
    pub(super) fn variable_holds(&mut self, machine: &mut Machine, name: TextId, value: &JsValue) {
        let Some(object) = value.as_object() else {
            return;
        };
        let object = if self.streams.keys.is_stream(&object) {
            object
        } else {
            let Some(stream) = self.streams.web.stream(&object) else { return };
            stream
        };
        let Some(stream) = self.stream(machine, &object, false, Some(name)) else {
            return;
        };
        if let Some(seen) = self.streams.seen.get_mut(stream.index()).filter(|seen| !seen.named) {
            seen.named = true;
            self.push(machine, None, Event::StreamNamed { stream, name });
        }
    }

    /// Records the listeners of a stream, where they are new.
    fn look_who_listens(&mut self, machine: &mut Machine, stream: &JsObject, id: StreamId) {
        let now = listeners(stream);
        let Some(seen) = self.streams.seen.get_mut(id.index()).filter(|seen| seen.listeners != now) else {
            return;
        };
        let before = std::mem::replace(&mut seen.listeners, now.clone());
        let count =
            |listeners: &[(JsString, u16)], event: &JsString| listeners.iter().find(|(known, _)| known == event).map_or(0, |(_, count)| *count);
        let gone = before.iter().filter(|(event, _)| count(&now, event) == 0).map(|(event, _)| (event.clone(), 0));
        let changed = now.iter().filter(|(event, listeners)| count(&before, event) != *listeners).cloned();
        let site = self.frames.current_site();
        for (event, listeners) in gone.chain(changed).collect::<Vec<_>>() {
            let event = self.tables.text(&event.to_std_string_lossy());
            self.push(machine, site, Event::StreamListened { stream: id, event, listeners });
        }
    }

    /// Records the state of a stream, if it is new.
    fn look_at(&mut self, machine: &mut Machine, stream: &JsObject, id: StreamId) {
        self.look_who_listens(machine, stream, id);
        let (mut state, pipes) = self.streams.state(stream);
        let over = state.errored || state.readable.is_none_or(|side| side.end_emitted);
        let leads_to = self.streams.seen.get(id.index()).filter(|_| state.web && !over).map(|seen| seen.leads_to.clone());
        state.pipes = pipes.iter().filter_map(|pipe| self.stream(machine, pipe, true, None)).chain(leads_to.unwrap_or_default()).collect();
        let Some(seen) = self.streams.seen.get_mut(id.index()) else {
            return;
        };
        if state.web {
            web::keep_what_it_forgets(&mut state, &seen.state);
        }
        if seen.state == state {
            return;
        }
        let before = std::mem::replace(&mut seen.state, state.clone());
        let site = self.frames.current_site();
        if is_reading(&state) && !is_reading(&before) {
            self.push(machine, site, Event::StreamCalled { stream: id, call: StreamCall::AsksForMore, chunk: None });
        }
        if is_writing(&state) && !is_writing(&before) {
            self.push(machine, site, Event::StreamCalled { stream: id, call: StreamCall::Writes, chunk: None });
        }
        if beyond_calls(state.clone()) != beyond_calls(before) {
            self.push(machine, site, Event::StreamChanged { stream: id, state: Box::new(state) });
        }
    }

    /// Records what a stream's function has done to its stream, before something else happens inside of it.
    pub(super) fn look_at_the_stream(&mut self, machine: &mut Machine) {
        if let Some((stream, id)) = self.streams.going.last().and_then(|going| going.about.clone()) {
            self.look_at(machine, &stream, id);
        }
    }

    /// A function is called that does nothing to streams by itself.
    fn other_call_began(&mut self, function: Option<usize>) {
        self.streams.going.push(Going { function, about: None });
    }

    /// One of Node's stream functions is called for `stream`.
    fn stream_call_began(&mut self, machine: &mut Machine, function: Option<usize>, SeenCall { stream, call }: SeenCall<'_>, depth: usize) {
        let stream = stream.as_ref();
        if call.is_some() {
            self.gone_before_call(machine, depth);
        }
        self.look_at_the_stream(machine);
        let id = stream.and_then(|stream| match call {
            Some(_) => self.stream(machine, stream, false, None),
            None => self.streams.find(stream),
        });
        self.streams.going.push(Going { function, about: stream.cloned().zip(id) });
        let (Some(stream), Some(id)) = (stream, id) else {
            return;
        };
        self.look_at(machine, stream, id);
        let Some((kind, argument)) = call else {
            return;
        };
        let (call, chunk) = match kind {
            Kind::Plain(call) => (call, None),
            Kind::WithChunk(call, readable) if argument.is_null() => {
                // `write(null)` throws; `end(null)` has nothing to write.
                if !readable {
                    return;
                }
                (call, None)
            }
            Kind::WithChunk(call, readable) => (call, Some(self.chunk(id, readable, argument))),
            Kind::Emit(event) => {
                let chunk = (event == "data").then(|| self.chunk(id, true, argument));
                (StreamCall::Emit(self.tables.text(event)), chunk)
            }
            Kind::Pipe => {
                let to = argument.as_object().map(|to| self.streams.web.stream_of(&to).unwrap_or(to));
                let Some(to) = to.and_then(|to| self.stream(machine, &to, true, None)) else {
                    return;
                };
                if let Some(seen) = self.streams.seen.get_mut(id.index()).filter(|seen| seen.state.web) {
                    seen.leads_to.push(to);
                }
                (StreamCall::Pipe(to), None)
            }
        };
        let site = self.frames.current_site();
        self.push(machine, site, Event::StreamCalled { stream: id, call, chunk });
    }

    /// A chunk, and what it adds to a side of a stream: nothing where only the strategy's `size()` knows.
    fn chunk(&mut self, id: StreamId, readable: bool, chunk: &JsValue) -> (trace::ValueId, u32) {
        let unit = self.streams.seen.get(id.index()).map_or_else(SizeUnit::default, |seen| seen.state.unit(readable));
        let size = match unit {
            SizeUnit::Bytes => size_of(chunk),
            SizeUnit::Objects | SizeUnit::Chunks => 1,
            SizeUnit::BySize => 0,
        };
        (self.tables.value(chunk), size)
    }

    fn stream_call_ended(&mut self, machine: &mut Machine, depth: usize, threw: bool) {
        if let Some((stream, id)) = self.streams.going.last().and_then(|going| going.about.clone()) {
            // Where an exception flies, the frames that it leaves are recorded once it is known where it went.
            if !threw {
                self.unwind(machine, depth);
            }
            self.look_at(machine, &stream, id);
        }
        self.streams.going.pop();
    }
}

fn is_reading(state: &StreamState) -> bool {
    state.readable.is_some_and(|side| side.reading)
}

fn is_writing(state: &StreamState) -> bool {
    state.writable.is_some_and(|side| side.writing)
}

/// The state without what steps of calls show already: that it asks for more or writes, and that the chunk which it asked for has come.
fn beyond_calls(mut state: StreamState) -> StreamState {
    if let Some(side) = &mut state.readable {
        side.reading = false;
    }
    if let Some(side) = &mut state.writable
        && side.buffer.size > 0
    {
        side.writing = false;
        side.buffer.chunks = 0;
    }
    state
}

/// The size of a chunk in bytes: of text as UTF-8, of the memory that a view shows; 0 for anything else.
fn size_of(chunk: &JsValue) -> u32 {
    let bytes = match (chunk.as_string(), chunk.as_object()) {
        (Some(text), _) => text.to_std_string_lossy().len(),
        // A buffer that no view shows is no chunk.
        (_, Some(object)) => object.memory(0).filter(|memory| !JsObject::equals(&memory.buffer, &object)).map_or(0, |memory| memory.length),
        _ => 0,
    };
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// A call of a stream's function as the trace shows it.
struct SeenCall<'a> {
    /// The stream that the call is about.
    stream: Option<JsObject>,
    /// The kind of the call and its argument; `None` where the call is no step of its own.
    call: Option<(Kind, &'a JsValue)>,
}

/// The kind of a call of a stream's function, for the trace.
#[derive(Clone, Copy)]
enum Kind {
    Plain(StreamCall),
    /// A call with a chunk for the readable side (`true`), or for the writable one.
    WithChunk(StreamCall, bool),
    Pipe,
    Emit(&'static str),
}

/// The events whose emission is recorded, where they have a listener.
const RECORDED_EVENTS: &[&str] = &["close", "data", "drain", "end", "error", "finish", "pause", "pipe", "readable", "resume", "unpipe"];

fn recorded_event(event: &JsString) -> Option<&'static str> {
    RECORDED_EVENTS.iter().copied().find(|name| *event == **name)
}

/// The events of a stream that have listeners, with their numbers: what its `_events` holds.
fn listeners(stream: &JsObject) -> Vec<(JsString, u16)> {
    let Some(events) = own_data(stream, "_events").and_then(|events| events.as_object()) else {
        return Vec::new();
    };
    let count = |key: &PropertyKey| {
        let listeners = own_data_at(&events, key)?.as_object()?;
        if listeners.is_callable() {
            return Some(1);
        }
        u16::try_from(state::number(own_data(&listeners, "length"))).ok().filter(|count| *count > 0)
    };
    let keys = events.borrow().shape().keys();
    let named = |key: PropertyKey| match &key {
        PropertyKey::String(name) => Some((name.clone(), count(&key)?)),
        _ => None,
    };
    keys.into_iter().filter_map(named).collect()
}

fn has_listener(stream: &JsObject, event: &JsString) -> bool {
    let events = own_data(stream, "_events").and_then(|events| events.as_object());
    let listeners = events.and_then(|events| own_data(&events, event.clone()));
    listeners.is_some_and(|listeners| !listeners.is_undefined())
}
