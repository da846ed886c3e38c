//! The heap of one run: what of it is alive, its collections as they come, and the end at its limit.
//!
//! What is alive is true: the engine collects its own heap first, and tells which marked objects are gone.

use std::cell::RefCell;
use std::collections::BTreeMap;

use boa_engine::JsString;
use rustc_hash::FxHashSet;

use super::{Isolate, with};
use crate::host::{Host, Stop};
use trace::{CollectionReason, Collector, Ending, OutputStream};
use v8::heap::report::{self, Process};
use v8::heap::{Collected, Collection, Configuration, Fatal, Heap, Kind, ObjectId, Scale};

/// Strings have numbers from here on, beyond those of objects.
const STRINGS: u64 = 1 << 32;
/// After so many collections at a scale the next is half of it, so that a long run has no more of them than can be done.
const MOST_AT_SCALE: u32 = 8;
/// The text at the limit shows no more lines than these.
const MOST_LINES: usize = 8;

/// What the program and the reader are told of V8's heap.
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
    is_told: bool,
    /// Births, growth and collections since the recorder last looked.
    news: News,
}

/// What is new.
#[derive(Default)]
pub(crate) struct News {
    /// Objects that were born, have grown, or have moved; those that died too.
    pub(crate) changed: Vec<ObjectId>,
    pub(crate) born: Vec<(ObjectId, Kind)>,
    pub(crate) collections: Vec<Collected>,
}

thread_local! {
    /// Marked objects that are gone and that the isolate, while it was busy, was not told of.
    static GONE: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

impl Memory {
    pub(super) fn new(configuration: Configuration, scale: Scale, forces: bool, is_told: bool) -> Self {
        // At the end of a run before, nobody asked.
        GONE.take();
        Self {
            heap: Heap::new(configuration, scale),
            forces,
            strings: BTreeMap::new(),
            next_string: STRINGS,
            dead: FxHashSet::default(),
            at_scale: 0,
            lines: Vec::new(),
            is_told,
            news: News::default(),
        }
    }

    pub(super) fn allocate(&mut self, id: ObjectId, kind: &Kind) {
        self.heap.allocate(id, kind);
        if self.is_told {
            self.news.born.push((id, *kind));
        }
    }

    pub(super) fn grow(&mut self, id: ObjectId, kind: &Kind) {
        self.heap.grow(id, kind);
        if self.is_told {
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

    /// What is new since this was last asked, if anything is.
    pub(crate) fn take_news(&mut self) -> Option<News> {
        let is_new = !(self.news.born.is_empty() && self.news.changed.is_empty() && self.news.collections.is_empty());
        is_new.then(|| std::mem::take(&mut self.news))
    }

    fn collect(&mut self, due: Collection) -> Collected {
        for mark in GONE.take() {
            let id = ObjectId(mark.into());
            if self.heap.whereabouts(id).is_some() {
                self.dead.insert(id);
            }
        }
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
        if self.is_told {
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
        if self.memory.is_told {
            self.memory.news.collections.push(done);
        }
    }

    /// Node's last words.
    fn last_words(&self, fatal: &Fatal) -> String {
        report::out_of_memory(self.memory.heap.configuration(), &self.memory.lines, fatal)
    }
}

/// A marked object is gone.
pub(super) fn gone(mark: u32) {
    // At the end of a thread the engine's objects may go after this.
    let _ = GONE.try_with(|gone| gone.try_borrow_mut().map(|mut gone| gone.push(mark)));
}

/// Does what [`with`] does, then the collections that have become due.
pub(super) fn with_collections<T>(then: impl FnOnce(&mut Isolate) -> T) -> Option<T> {
    let (answer, due) = with(|isolate| {
        let answer = then(isolate);
        (answer, isolate.memory.heap.due())
    })?;
    if due.is_some() {
        settle();
    }
    Some(answer)
}

/// The collections that are due, one leading to the next; at the limit, the end of the run.
fn settle() {
    while let Some(due) = with(|isolate| isolate.memory.heap.due()).flatten() {
        collect(due);
    }
    let end = with(|isolate| {
        let fatal = *isolate.memory.heap.fatal()?;
        Some((isolate.host.upgrade()?, isolate.last_words(&fatal)))
    });
    // A run that nobody records is followed only if it reads its heap or has a limit: no other may end here.
    let ends = |host: &Host| host.heap_asked.get().reads && host.stopped().is_none();
    if let Some((host, words)) = end.flatten().filter(|(host, _)| ends(host)) {
        // A run whose output is full ends anyway.
        let _ = host.output(OutputStream::Stderr, words.as_bytes());
        host.stop(Stop::Exit { code: Fatal::EXIT_CODE.into(), ending: Ending::OutOfMemory });
    }
}

fn collect(due: Collection) {
    if with(|isolate| isolate.memory.forces) == Some(true) {
        boa_gc::force_collect();
    }
    with(|isolate| isolate.collect(due));
}

/// `gc()`, whose work on the engine's heap is done.
pub(crate) fn collected() {
    let testing = Collection::now(Collector::MarkCompact, CollectionReason::Asked);
    with_collections(|isolate| isolate.collect(testing));
}

/// Between two turns of the event loop.
pub(crate) fn turn() {
    if let Some(due) = with(|isolate| isolate.memory.heap.due_at_turn()).flatten() {
        collect(due);
        settle();
    }
}

/// What the program reads of its heap. One whose text does not say that it does finds it as it is at a program's first line, recorded or not.
pub(crate) fn ask<T>(host: &Host, question: impl Fn(&Heap) -> T) -> T {
    let answer = if host.heap_asked.get().reads { with(|isolate| question(&isolate.memory.heap)) } else { None };
    answer.unwrap_or_else(|| question(&Heap::new(super::profile::of(host), Scale::REAL)))
}
