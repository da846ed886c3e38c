//! The recorder: what happens in the realm and the machine becomes steps of the trace.
//!
//! `tables` interns texts and values, `frames` keeps the call stack as the probes see it, `tasks` gives queued things their ids and labels, `modules` and
//! `streams` follow ES modules and Node's streams.

mod frames;
mod heap;
mod library;
mod modules;
mod numbered;
mod objects;
mod observe;
mod preview;
mod shapes;
mod streams;
mod tables;
mod tasks;
#[cfg(test)]
mod tests;
mod tiers;
mod written_text;

pub(crate) use observe::start_observing;
pub(crate) use streams::watch_streams;
pub(crate) use tables::Tables;
pub(crate) use tasks::Label;

use std::rc::Rc;

use boa_engine::{Context, JsObject, JsValue};

use self::frames::Frames;
use self::heap::HeapRecord;
use self::objects::Objects;
use self::shapes::Shapes;
use self::streams::Streams;
use self::tasks::Tasks;
use self::tiers::Tiers;
use self::written_text::WrittenText;
use crate::isolate::SharedIsolate;
use machine::Machine;
use trace::{Chunk, Event, Header, LibraryFunctionId, Nanos, OutputStream, SiteId, Step, StepId};

/// A trace has no more steps than about this many: streams alone make steps without a line of the program, which has a bound of its own.
const MOST_STEPS: usize = 1_000_000;

/// Writes the trace of one run. Off, it only hands out ids.
#[derive(Default)]
pub(crate) struct Recorder {
    on: bool,
    pub(crate) tables: Tables,
    header: Option<Header>,
    steps: Vec<Step>,
    /// How many steps have been taken away already.
    taken: usize,
    frames: Frames,
    tasks: Tasks,
    streams: Streams,
    objects: Objects,
    shapes: Shapes,
    tiers: Tiers,
    heap: HeapRecord,
    isolate: Rc<SharedIsolate>,
    /// The number of ES modules that were recorded.
    modules: usize,
    /// The exception that was last recorded, while no `catch` took it.
    in_flight: Option<JsValue>,
    /// Promises that were recorded as rejected without a handler, by their numbers.
    rejections: Vec<JsObject>,
    stdout: WrittenText,
    stderr: WrittenText,
}

impl Recorder {
    /// A recorder that is off, of the run that the isolate follows.
    pub(crate) fn new(isolate: Rc<SharedIsolate>) -> Self {
        Self { isolate, ..Self::default() }
    }

    /// Starts recording, with the header that the first chunk carries.
    pub(crate) fn start(&mut self, header: Header) {
        self.on = true;
        self.header = Some(header);
    }

    pub(crate) fn is_on(&self) -> bool {
        self.on
    }

    /// Puts one fact at the end of the trace, after whatever the machine did before it.
    pub(crate) fn push(&mut self, machine: &mut Machine, site: Option<SiteId>, event: Event) {
        if !self.on {
            return;
        }
        self.catch_up(machine);
        self.look_at_isolate(self.taken + self.steps.len());
        let at = Nanos(machine.now_ns());
        let inside = self.inside();
        self.steps.push(Step { at, agent: trace::AgentId(0), site, inside, event });
    }

    /// Records the news of inline caches, compilers and the heap, to be shown from this step on.
    fn look_at_isolate(&mut self, step: usize) {
        let step = StepId(u32::try_from(step).unwrap_or(u32::MAX));
        self.isolate.with(|isolate| {
            self.shapes.look_at_caches(isolate, step, &mut self.tables);
            self.tiers.look_at(isolate, step, &mut self.tables);
            self.heap.look(isolate, step);
        });
    }

    /// The function of Node's own that runs, as far as its calls are watched.
    fn inside(&mut self) -> Option<LibraryFunctionId> {
        let number = self.streams.innermost()?;
        self.tables.library.list(number)
    }

    /// Takes over what the machine logged.
    pub(crate) fn catch_up(&mut self, machine: &mut Machine) {
        if self.on {
            let inside = self.inside();
            let events = machine.take_events();
            self.steps.extend(events.into_iter().map(|(at, event)| Step { at: Nanos(at), agent: trace::AgentId(0), site: None, inside, event }));
        }
    }

    /// Whether there are as many steps as a page can hold.
    pub(crate) fn is_full(&self) -> bool {
        self.taken + self.steps.len() >= MOST_STEPS
    }

    /// How many steps wait to be sent.
    pub(crate) fn waiting(&self) -> usize {
        self.steps.len()
    }

    /// Everything new since the last chunk.
    pub(crate) fn take_chunk(&mut self, machine: &mut Machine, last: bool) -> Chunk {
        self.catch_up(machine);
        // What no step came behind belongs to the last.
        self.look_at_isolate((self.taken + self.steps.len()).saturating_sub(1));
        self.taken += self.steps.len();
        Chunk { header: self.header.take(), tables: self.take_tables(), steps: std::mem::take(&mut self.steps), last }
    }

    /// A write to a standard stream, one step a write. Its text is of the characters that it completes.
    pub(crate) fn output(&mut self, machine: &mut Machine, stream: OutputStream, bytes: &[u8]) {
        if !self.on {
            return;
        }
        let text = match stream {
            OutputStream::Stdout => self.stdout.write(bytes),
            OutputStream::Stderr => self.stderr.write(bytes),
        };
        let text = self.tables.text(&text);
        let site = self.frames.current_site();
        self.push(machine, site, Event::Output { stream, text });
    }

    /// Nothing more is written: what a stream ends with that is no whole character is shown as one step more.
    pub(crate) fn output_ends(&mut self, machine: &mut Machine) {
        let left = [(OutputStream::Stdout, self.stdout.finish()), (OutputStream::Stderr, self.stderr.finish())];
        for (stream, text) in left {
            let Some(text) = text.map(|text| self.tables.text(&text)) else { continue };
            self.push(machine, None, Event::Output { stream, text });
        }
    }

    // — exceptions —

    /// The program threw `value` at `site`.
    pub(crate) fn threw(&mut self, machine: &mut Machine, site: SiteId, value: &JsValue, depth: usize, context: &Context) {
        if !self.on {
            return;
        }
        self.settle(machine, site, depth, context);
        self.in_flight = Some(value.clone());
        let value = self.tables.value(value);
        self.push(machine, Some(site), Event::Thrown { value });
    }

    /// Records an exception that V8 or a function of Node's has thrown, where the program stood, before its frames are seen to have gone.
    fn record_exception_in_flight(&mut self, machine: &mut Machine, thrown: &JsValue) {
        if self.in_flight.as_ref().is_some_and(|known| JsValue::same_value(known, thrown)) {
            return;
        }
        self.in_flight = Some(thrown.clone());
        let (site, value) = (self.frames.current_site(), self.tables.value(thrown));
        self.push(machine, site, Event::Thrown { value });
    }

    /// A `catch` of the program took an exception; `value` is undefined where the clause has no plain parameter.
    pub(crate) fn caught(&mut self, machine: &mut Machine, site: SiteId, value: &JsValue, depth: usize, context: &Context) {
        if !self.on {
            return;
        }
        // A clause without a parameter doesn't say what it took, and what an `await` throws was thrown by nothing that is on the stack.
        if !value.is_undefined() && self.frames.reaches(depth) {
            self.record_exception_in_flight(machine, value);
        }
        self.settle(machine, site, depth, context);
        self.in_flight = None;
        let value = self.tables.value(value);
        self.push(machine, Some(site), Event::Caught { value });
    }

    /// An exception, or an unhandled rejection's reason, reached the top: the process' listeners are about to be asked. Gives the place of its step.
    pub(crate) fn uncaught_begins(&mut self, machine: &mut Machine, value: &JsValue, from_promise: bool) -> usize {
        if !self.on {
            return 0;
        }
        if !from_promise && self.frames.reaches(1) {
            self.record_exception_in_flight(machine, value);
        }
        self.unwind(machine, 0);
        self.in_flight = None;
        let value = self.tables.value(value);
        let event = if from_promise { Event::RejectionUnhandled { value, handled: false } } else { Event::Uncaught { value, handled: false } };
        self.push(machine, None, event);
        self.steps.len() - 1
    }

    /// The listeners have spoken.
    pub(crate) fn uncaught_judged(&mut self, step: usize, now_handled: bool) {
        if let Some(Step { event: Event::Uncaught { handled, .. } | Event::RejectionUnhandled { handled, .. }, .. }) = self.steps.get_mut(step) {
            *handled = now_handled;
        }
    }

    /// A promise of the program's was rejected, and has no handler yet.
    pub(crate) fn rejected(&mut self, machine: &mut Machine, promise: &JsObject, reason: &JsValue, context: &Context) {
        if !self.on || !(self.frames.reaches(1) || program_is_on(context)) {
            return;
        }
        let rejection = u32::try_from(self.rejections.len()).unwrap_or(u32::MAX);
        self.rejections.push(promise.clone());
        let (site, value) = (self.frames.current_site(), self.tables.value(reason));
        self.push(machine, site, Event::RejectionNoted { rejection, value });
    }

    /// A rejected promise has got a handler after all.
    pub(crate) fn rejection_handled(&mut self, machine: &mut Machine, promise: &JsObject) {
        let noted = self.rejections.iter().rposition(|noted| JsObject::equals(noted, promise));
        if let Some(rejection) = noted.and_then(|place| u32::try_from(place).ok()) {
            let site = self.frames.current_site();
            self.push(machine, site, Event::RejectionHandled { rejection });
        }
    }
}

/// Whether `object` is a function whose source is the program's, not Node's.
pub(crate) fn is_program_function(object: &JsObject) -> bool {
    object.function_path().is_some_and(|path| !path.to_string_lossy().starts_with("node:"))
}

/// Whether any of the program's code is on the call stack.
fn program_is_on(context: &Context) -> bool {
    const DEEP: usize = 64;
    context.stack_frames(DEEP).iter().any(|frame| frame.path.as_ref().is_some_and(|path| !path.starts_with("node:")))
}
