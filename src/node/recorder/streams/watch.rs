//! The calls of Node's library that are watched, and the role of each in the trace.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use boa_engine::vm::CallWatcher;
use boa_engine::{Context, JsObject, JsString, JsValue};

use super::{Kind, SeenCall, has_listener, recorded_event};
use crate::host::Host;
use trace::StreamCall;

/// The modules whose functions say when to look at a stream. Of `events` only `emit` does.
const MODULES: &[&str] = &[
    "node:internal/streams/readable",
    "node:internal/streams/writable",
    "node:internal/streams/destroy",
    "node:internal/webstreams/readablestream",
    "node:internal/webstreams/writablestream",
    "node:internal/webstreams/transformstream",
];
/// The modules whose functions are only places that a step is inside of.
const PLACES: &[&str] = &[
    "node:internal/streams/transform",
    "node:internal/streams/from",
    "node:internal/streams/pipeline",
    "node:internal/streams/end-of-stream",
    "node:internal/process/task_queues",
    "node:internal/timers",
    "node:timers",
];
const EVENTS: &str = "node:events";
/// The functions of `node:events` that say when to look at a stream.
const WATCHED_OF_EVENTS: &[&str] = &["emit", "_addListener", "removeListener", "removeAllListeners"];

/// Native code lets go of the recorder and the machine before it calls JavaScript.
const FREE: &str = "the recorder and the machine are free while JavaScript runs, so that no call is lost";

/// The recorder's view of the watched calls.
struct Watcher {
    host: Rc<Host>,
    /// The roles of the functions that have been called, by their numbers.
    known: RefCell<BTreeMap<usize, Role>>,
    /// Whether the beginning of each call that goes on was recorded.
    recorded: RefCell<Vec<bool>>,
}

/// The role of a function of Node's in the trace.
#[derive(Clone, Copy)]
enum Role {
    /// It has nothing to do with streams.
    Place,
    /// It may change its stream, and its calls are no steps.
    Inner,
    /// Its chunk, or whatever else it is about, is its first argument.
    Method(Kind),
    /// `_write(stream, chunk, …)`.
    Write,
    /// `onwrite(stream, er)`.
    Written,
    Read,
    Emit,
    /// The first argument is a web stream, its controller, its reader or its writer; the second the chunk or the stream that it is about. Without a kind its
    /// calls are no steps.
    Web(Option<Kind>),
    /// `new ReadableState(options, stream)`, `new WritableState(options, stream)`.
    Makes,
}

/// Follows lib/internal/streams/{readable,writable,destroy}.js and lib/events.js.
fn role(name: &str, method: bool) -> Role {
    match name {
        "push" if method => Role::Method(Kind::WithChunk(StreamCall::Push, true)),
        "unshift" if method => Role::Method(Kind::WithChunk(StreamCall::Unshift, true)),
        "read" if method => Role::Read,
        "pause" if method => Role::Method(Kind::Plain(StreamCall::Pause)),
        "resume" if method => Role::Method(Kind::Plain(StreamCall::Resume)),
        "pipe" if method => Role::Method(Kind::Pipe),
        "unpipe" if method => Role::Method(Kind::Plain(StreamCall::Unpipe)),
        "end" if method => Role::Method(Kind::Plain(StreamCall::End)),
        "_write" if !method => Role::Write,
        "onwrite" => Role::Written,
        "destroy" => Role::Method(Kind::Plain(StreamCall::Destroy)),
        "emit" => Role::Emit,
        "ReadableState" | "WritableState" => Role::Makes,
        _ => web_role(name),
    }
}

/// Follows lib/internal/webstreams/{readablestream,writablestream,transformstream}.js: the abstract operations of the Streams Standard.
fn web_role(name: &str) -> Role {
    const WEB: &[&str] = &["readableStream", "readableByteStream", "writableStream", "transformStream", "setup", "initializeTransformStream"];
    let plain = |call| Role::Web(Some(Kind::Plain(call)));
    match name {
        "readableStreamDefaultControllerEnqueue" | "readableByteStreamControllerEnqueue" => Role::Web(Some(Kind::WithChunk(StreamCall::Push, true))),
        "writableStreamDefaultControllerWrite" => Role::Web(Some(Kind::WithChunk(StreamCall::Write, false))),
        "readableStreamDefaultReaderRead" | "readableStreamBYOBReaderRead" => plain(StreamCall::Read),
        "writableStreamFinishInFlightWrite" => plain(StreamCall::Written),
        "writableStreamClose" => plain(StreamCall::End),
        // As `push(null)`.
        "readableStreamDefaultControllerClose" | "readableByteStreamControllerClose" => plain(StreamCall::Push),
        "readableStreamCancel" | "writableStreamAbort" => plain(StreamCall::Destroy),
        "readableStreamPipeTo" => Role::Web(Some(Kind::Pipe)),
        _ if WEB.iter().any(|operation| name.starts_with(operation)) => Role::Web(None),
        _ => Role::Inner,
    }
}

/// The name under which `this` has a function that has none of its own.
fn method_name(function: &JsObject, this: &JsObject) -> Option<String> {
    const METHODS: &[&str] = &["push", "unshift", "read", "pause", "resume", "pipe", "unpipe", "end"];
    let is_it = |name: &&&str| {
        let found = crate::inspect::find_data(this, **name).and_then(|found| found.as_object());
        found.is_some_and(|found| JsObject::equals(&found, function))
    };
    METHODS.iter().find(is_it).map(|name| (*name).to_owned())
}

impl Watcher {
    fn role_of(&self, number: Option<usize>, function: &JsObject, this: Option<&JsObject>) -> Role {
        if let Some(role) = number.and_then(|number| self.known.borrow().get(&number).copied()) {
            return role;
        }
        let role = Self::role_anew(function, this);
        if let (Some(number), Some(role)) = (number, role) {
            self.known.borrow_mut().insert(number, role);
        }
        role.unwrap_or(Role::Inner)
    }

    /// `None`: another time more may be known.
    fn role_anew(function: &JsObject, this: Option<&JsObject>) -> Option<Role> {
        if function.function_path().is_some_and(|path| path.to_str().is_some_and(|path| PLACES.contains(&path))) {
            return Some(Role::Place);
        }
        let name = crate::inspect::own_data(function, "name").and_then(|name| name.as_string()).map(|name| name.to_std_string_lossy());
        Some(match (name.filter(|name| !name.is_empty()), this) {
            (Some(name), _) => role(&name, false),
            (None, Some(this)) => match method_name(function, this) {
                Some(name) => role(&name, true),
                None => Role::Inner,
            },
            (None, None) => return None,
        })
    }
}

impl CallWatcher for Watcher {
    fn wants(&self, path: &Path, name: &JsString) -> bool {
        let Some(path) = path.to_str() else {
            return false;
        };
        let of_events = |name: &JsString| WATCHED_OF_EVENTS.iter().any(|watched| *name == **watched);
        MODULES.contains(&path) || PLACES.contains(&path) || (path == EVENTS && of_events(name))
    }

    fn call_began(&self, function: &JsObject, this: &JsValue, arguments: &[JsValue], depth: usize) {
        let mut recorder = self.host.recorder.try_borrow_mut().expect(FREE);
        let mut machine = self.host.machine.try_borrow_mut().expect(FREE);
        let watched = !recorder.is_full();
        self.recorded.borrow_mut().push(watched);
        if !watched {
            return;
        }
        let undefined = JsValue::undefined();
        let argument = |index: usize| arguments.get(index).unwrap_or(&undefined);
        let this = this.as_object();
        let number = recorder.tables.library.called(function, &self.host.library);
        let role = self.role_of(number, function, this.as_ref());
        let (stream, call) = match role {
            Role::Place => {
                recorder.other_call_began(number);
                return;
            }
            Role::Method(kind) => (this, Some((kind, argument(0)))),
            // `read(0)` takes nothing: it asks whether there is something.
            Role::Read => (this, (argument(0).as_number() != Some(0.0)).then_some((Kind::Plain(StreamCall::Read), &undefined))),
            Role::Write => (argument(0).as_object(), Some((Kind::WithChunk(StreamCall::Write, false), argument(1)))),
            Role::Written => (argument(0).as_object(), Some((Kind::Plain(StreamCall::Written), &undefined))),
            Role::Emit => {
                let event = argument(0).as_string().filter(|event| this.as_ref().is_some_and(|stream| has_listener(stream, event)));
                let event = event.as_ref().and_then(recorded_event);
                (this.filter(|_| event.is_some()), event.map(|event| (Kind::Emit(event), argument(1))))
            }
            Role::Makes => {
                if let Some(stream) = argument(1).as_object() {
                    recorder.stream_is_made(&stream);
                }
                (None, None)
            }
            Role::Web(kind) => (recorder.web_stream(argument(0)), kind.map(|kind| (kind, argument(1)))),
            Role::Inner => (this.filter(|this| recorder.is_stream(this)).or_else(|| argument(0).as_object()), None),
        };
        recorder.stream_call_began(&mut machine, number, SeenCall { stream, call }, depth);
    }

    fn call_ended(&self, depth: usize, threw: bool) {
        if self.recorded.borrow_mut().pop() != Some(true) {
            return;
        }
        let mut recorder = self.host.recorder.try_borrow_mut().expect(FREE);
        let mut machine = self.host.machine.try_borrow_mut().expect(FREE);
        recorder.stream_call_ended(&mut machine, depth, threw);
    }
}

impl super::Recorder {
    /// A side of a stream is made: the first gives it its number.
    fn stream_is_made(&mut self, stream: &JsObject) {
        self.streams.made.number(stream);
    }

    fn is_stream(&self, object: &JsObject) -> bool {
        self.streams.is_stream(object)
    }

    /// The web stream that an object is, or is a part of.
    fn web_stream(&mut self, object: &JsValue) -> Option<JsObject> {
        self.streams.web.there = true;
        self.streams.web.stream_of(&object.as_object()?)
    }
}

/// Shows the recorder what happens to the program's streams from now on.
pub(crate) fn watch_streams(host: &Rc<Host>, context: &mut Context) {
    context.watch_calls(Rc::new(Watcher { host: host.clone(), known: RefCell::default(), recorded: RefCell::default() }));
}
