//! The heap of one run: what of it is alive, its collections as they come, and the end at its limit.
//!
//! Its life and death are true: the engine collects its own heap first, and reports which marked objects are gone.

use std::collections::BTreeMap;

use boa_engine::JsString;
use rustc_hash::FxHashSet;

use super::{Isolate, SharedIsolate};
use crate::host::{Host, Stop};
use trace::{CollectionReason, Collector, Ending, OutputStream};
use v8::heap::report::{self, Process};
use v8::heap::{Collected, Collection, Fatal, Heap, Kind, ObjectId, Scale};

/// Strings have numbers from here on, beyond those of objects.
const STRINGS: u64 = 1 << 32;
/// After so many collections at a scale the next is half of it, so that a long run has no more of them than can be done.
const MOST_AT_SCALE: u32 = 8;
/// The text at the limit shows no more lines than these.
const MOST_LINES: usize = 8;

/// V8's heap, as the program reads it and the reader sees it.
pub(crate) struct Memory {
    pub(crate) heap: Heap,
    /// The engine may collect for the model's sake: the program can't see what is gone.
    forces: bool,
    /// The model has them; a string is alive while someone else has it too.
    strings: BTreeMap<ObjectId, JsString>,
    next_string: u64,
    /// Gone from the engine's heap, and not yet collected by the model.
    dead: FxHashSet<ObjectId>,
    at_scale: u32,
    lines: Vec<String>,
    /// A recorder takes the news.
    is_recorded: bool,
    /// Births, growth and collections since the recorder last looked.
    news: News,
}

/// The births, changes and collections since the recorder last looked.
#[derive(Default)]
pub(crate) struct News {
    /// Objects that were born, have grown, or have moved; those that died too.
    pub(crate) changed: Vec<ObjectId>,
    pub(crate) born: Vec<(ObjectId, Kind)>,
    /// The collections, in their order.
    pub(crate) collections: Vec<Collected>,
}

impl Memory {
    pub(super) fn new(heap: Heap, forces: bool, is_recorded: bool) -> Self {
        Self {
            heap,
            forces,
            strings: BTreeMap::new(),
            next_string: STRINGS,
            dead: FxHashSet::default(),
            at_scale: 0,
            lines: Vec::new(),
            is_recorded,
            news: News::default(),
        }
    }

    pub(super) fn allocate(&mut self, id: ObjectId, kind: &Kind) {
        self.heap.allocate(id, kind);
        if self.is_recorded {
            self.news.born.push((id, *kind));
        }
    }

    pub(super) fn grow(&mut self, id: ObjectId, kind: &Kind) {
        self.heap.grow(id, kind);
        if self.is_recorded {
            self.news.changed.push(id);
        }
    }

    pub(super) fn string(&mut self, text: &JsString, kind: &Kind) {
        // One without a count is the engine's own.
        if text.refcount().is_some() {
            let id = ObjectId(self.next_string);
            self.next_string += 1;
            self.strings.insert(id, text.clone());
            self.allocate(id, kind);
        }
    }

    /// The news since this was last asked, if there are any.
    pub(crate) fn take_news(&mut self) -> Option<News> {
        let is_new = !(self.news.born.is_empty() && self.news.changed.is_empty() && self.news.collections.is_empty());
        is_new.then(|| std::mem::take(&mut self.news))
    }

    /// The engine has collected an object; the model does so when it comes to it.
    pub(super) fn gone(&mut self, number: u32) {
        let id = ObjectId(number.into());
        if self.heap.whereabouts(id).is_some() {
            self.dead.insert(id);
        }
    }

    fn collect(&mut self, due: Collection) -> Collected {
        let (strings, dead) = (&self.strings, &self.dead);
        // What is gone is known only where the engine has just collected.
        let is_known = self.forces || due.reason == CollectionReason::Asked;
        let is_alive = |id: ObjectId| match strings.get(&id) {
            _ if !is_known => true,
            Some(text) => text.refcount().is_none_or(|count| count > 1),
            None => !dead.contains(&id),
        };
        let done = self.heap.collect(due, is_alive);
        for id in &done.died {
            self.strings.remove(id);
            self.dead.remove(id);
        }
        if self.is_recorded {
            self.news.changed.extend(done.died.iter().chain(&done.promoted).chain(&done.copied));
        }
        self.at_scale += 1;
        let divisor = u32::try_from(self.heap.scale().divisor()).unwrap_or(1);
        if self.at_scale >= MOST_AT_SCALE && divisor > 1 {
            self.heap.rescale(Scale::new(divisor / 2));
            self.at_scale = 0;
        }
        done
    }
}

impl Isolate {
    fn collect(&mut self, due: Collection) {
        let done = self.memory.collect(due);
        let Some(host) = self.host.upgrade() else { return };
        let process = Process { pid: 4242, isolate: 0x1203_9d70 };
        #[expect(clippy::cast_precision_loss, reason = "milliseconds of a run")]
        let at = host.machine.borrow().now_ns() as f64 / 1e6;
        self.memory.lines.push(report::trace_line(self.memory.heap.configuration(), process, at, &done));
        if self.memory.lines.len() > MOST_LINES {
            self.memory.lines.remove(0);
        }
        if self.memory.is_recorded {
            self.memory.news.collections.push(done);
        }
    }

    /// Node's last words.
    fn last_words(&self, fatal: &Fatal) -> String {
        report::out_of_memory(self.memory.heap.configuration(), &self.memory.lines, fatal)
    }
}

impl SharedIsolate {
    /// Does what [`SharedIsolate::with`] does, then the collections that have become due.
    pub(super) fn with_collections<T>(&self, then: impl FnOnce(&mut Isolate) -> T) -> Option<T> {
        let (answer, due) = self.with(|isolate| {
            let answer = then(isolate);
            (answer, isolate.memory.heap.due())
        })?;
        if due.is_some() {
            self.settle();
        }
        Some(answer)
    }

    /// Runs the collections that are due, one leading to the next; at the limit, ends the run.
    fn settle(&self) {
        while let Some(due) = self.with(|isolate| isolate.memory.heap.due()).flatten() {
            self.collect(due);
        }
        let end = self.with(|isolate| {
            let fatal = *isolate.memory.heap.fatal()?;
            Some((isolate.host.upgrade()?, isolate.last_words(&fatal)))
        });
        // A run that nobody records is followed only if it reads its heap or has a limit: no other may end here.
        let ends = |host: &Host| host.heap_uses.get().reads && host.stopped().is_none();
        if let Some((host, words)) = end.flatten().filter(|(host, _)| ends(host)) {
            // A run whose output is full ends anyway.
            let _ = host.output(OutputStream::Stderr, words.as_bytes());
            host.stop(Stop::Exit { code: Fatal::EXIT_CODE.into(), ending: Ending::OutOfMemory });
        }
    }

    fn collect(&self, due: Collection) {
        if self.with(|isolate| isolate.memory.forces) == Some(true) {
            boa_gc::force_collect();
        }
        self.with(|isolate| isolate.collect(due));
    }

    /// Follows `gc()`, whose work on the engine's heap is done.
    pub(crate) fn collected(&self) {
        let testing = Collection::now(Collector::MarkCompact, CollectionReason::Asked);
        self.with_collections(|isolate| isolate.collect(testing));
    }

    /// Runs the collection that V8 has postponed until the event loop turns, if there is one.
    pub(crate) fn turn(&self) {
        if let Some(due) = self.with(|isolate| isolate.memory.heap.due_at_turn()).flatten() {
            self.collect(due);
            self.settle();
        }
    }
}

/// The heap that the program reads. A program whose text does not say that it reads it finds it as at its first line, recorded or not.
pub(crate) fn ask<T>(host: &Host, question: impl Fn(&Heap) -> T) -> T {
    let answer = if host.heap_uses.get().reads { host.isolate.with(|isolate| question(&isolate.memory.heap)) } else { None };
    answer.unwrap_or_else(|| question(&Heap::new(super::profile::of(host), Scale::REAL)))
}
