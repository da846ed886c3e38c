//! Ids and labels for everything that waits in a queue.

use std::collections::{BTreeMap, BTreeSet};

use boa_engine::object::builtins::JsFunction;
use boa_engine::{Context, JsObject};

use super::Recorder;
use crate::inspect::own_data;
use machine::Machine;
use trace::{Event, Nanos, Queue, SiteId, TaskId, TextId};

/// The words for a queued thing, and the place in the program's text that registered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) site: Option<SiteId>,
}

/// A task that comes into a queue.
#[derive(Clone, Copy)]
pub(super) struct Queued<'a> {
    pub task: TaskId,
    pub queue: Queue,
    pub label: &'a Label,
    /// Whether its callback is Node's own.
    pub library: bool,
    /// The virtual time at which a timer is due, in nanoseconds.
    pub due: Option<u64>,
}

/// Jobs of the pool that follow from one call of the program.
#[derive(Clone, Copy, Debug)]
struct Chain {
    first: TaskId,
    site: Option<SiteId>,
}

/// The tasks of one run.
#[derive(Default)]
pub(super) struct Tasks {
    next: u32,
    /// The label of the microtask that is enqueued next; `true`: a thenable job.
    upcoming: Option<(Option<Label>, bool)>,
    /// Node's async ids of ticks, timers and immediates, with the task that each is.
    pub(super) by_async_id: BTreeMap<u64, TaskId>,
    /// Timers that are not gone yet, for their due times.
    pub(super) timers: BTreeMap<TaskId, (JsObject, u64)>,
    /// The one that is being made.
    pub(super) timer_made: Option<TimerMade>,
    /// The chain that each pool callback belongs to.
    chains: BTreeMap<TaskId, Chain>,
    /// Begun and not ended, innermost last.
    pub(super) running: Vec<TaskId>,
    /// Destroyed while running: gone once their callback is over.
    pub(super) gone: BTreeSet<TaskId>,
}

/// A timer between its making and the look at the clock that says when it is due.
pub(super) struct TimerMade {
    pub task: TaskId,
    pub resource: JsObject,
    pub label: Label,
    pub library: bool,
}

impl Tasks {
    pub(super) fn allocate(&mut self) -> TaskId {
        let task = TaskId(self.next);
        self.next += 1;
        task
    }
}

impl Recorder {
    /// A task begins. None of the program's frames is left then: what the last callback's frames were, the probes could not know.
    pub(crate) fn begin(&mut self, machine: &mut Machine, task: TaskId) {
        self.unwind(machine, 0);
        self.tasks.running.push(task);
        self.push(machine, None, Event::TaskBegun { task });
    }

    pub(crate) fn end(&mut self, machine: &mut Machine, task: TaskId) {
        let Some(place) = self.tasks.running.iter().rposition(|running| *running == task) else {
            return;
        };
        self.tasks.running.truncate(place);
        self.unwind(machine, 0);
        self.push(machine, None, Event::TaskEnded { task });
    }

    /// A task that is begun by the host itself: the main script, `exit` listeners.
    pub(crate) fn own_task(&mut self, machine: &mut Machine, queue: Queue, label: &str) -> TaskId {
        let task = self.tasks.allocate();
        self.enqueue(machine, Queued { task, queue, label: &Label { text: label.to_owned(), site: None }, library: false, due: None });
        task
    }

    /// A task that what runs now asks for: the delivery of a message, the closing of a handle.
    pub(crate) fn waiting_task(&mut self, machine: &mut Machine, queue: Queue, label: &str) -> TaskId {
        let task = self.tasks.allocate();
        let site = self.frames.current_site();
        let label = Label { text: self.numbered(label, site), site };
        self.enqueue(machine, Queued { task, queue, label: &label, library: false, due: None });
        task
    }

    /// A task that waits will not run.
    pub(crate) fn cancelled(&mut self, machine: &mut Machine, task: TaskId) {
        let site = self.frames.current_site();
        self.push(machine, site, Event::TaskCancelled { task });
    }

    /// A task waits in its queue from now on.
    pub(super) fn enqueue(&mut self, machine: &mut Machine, queued: Queued<'_>) {
        let Queued { task, queue, label, library, due } = queued;
        if !self.on {
            return;
        }
        let text = self.tables.text(&label.text);
        let site = label.site;
        self.push(machine, site, Event::TaskEnqueued { task, queue, label: text, library, due: due.map(Nanos) });
    }

    /// The callback that a pool job leads to, the one that began the chain it is part of, and the job's label. Node's `readFile` is a chain: open,
    /// stat, read and close, each handed in by the callback of the one before, with none of the program's code between.
    pub(crate) fn pool_task(&mut self, machine: &mut Machine, name: &str, context: &Context) -> (TaskId, TaskId, TextId) {
        let task = self.tasks.allocate();
        let before = self.tasks.running.last().and_then(|running| self.tasks.chains.get(running)).copied();
        let chain = match before {
            Some(chain) if !super::program_is_on(context) => chain,
            _ => Chain { first: task, site: self.frames.current_site() },
        };
        self.tasks.chains.insert(task, chain);
        let text = self.numbered(&format!("{name} callback"), chain.site);
        let label = &Label { text, site: chain.site };
        self.enqueue(machine, Queued { task, queue: Queue::Poll, label, library: task != chain.first, due: None });
        (task, chain.first, self.tables.text(name))
    }

    /// The microtask that is being enqueued.
    pub(crate) fn microtask(&mut self, machine: &mut Machine, _context: &mut Context) -> TaskId {
        let task = self.tasks.allocate();
        if self.on {
            let (label, library) = match self.tasks.upcoming.take() {
                Some((Some(label), true)) => (Label { text: "resolve thenable".to_owned(), site: label.site }, label.site.is_none()),
                Some((Some(label), false)) => {
                    let library = label.site.is_none();
                    (label, library)
                }
                _ => (Label { text: "pass the result on".to_owned(), site: self.frames.current_site() }, true),
            };
            self.enqueue(machine, Queued { task, queue: Queue::Microtask, label: &label, library, due: None });
        }
        task
    }

    /// Says what the next enqueued microtask is.
    pub(crate) fn next_microtask(&mut self, label: Option<Label>, thenable: bool) {
        if self.on {
            self.tasks.upcoming = Some((label, thenable));
        }
    }

    /// The label of a reaction that is being registered: by `.then`, or by `await`.
    pub(crate) fn reaction_label(&self, callback: &JsFunction, _context: &mut Context) -> Option<Label> {
        if !self.on {
            return None;
        }
        let site = self.frames.current_site();
        let named = own_data(callback, "name").and_then(|name| name.as_string()).is_some_and(|name| !name.is_empty());
        let is_program = super::is_program_function(callback);
        let text = match self.frames.callee_of_current_call(&self.tables) {
            Some(callee) if is_program => {
                let method = callee.rsplit('.').next().unwrap_or("then");
                match method {
                    "then" | "catch" | "finally" => format!("{method} callback"),
                    _ => "then callback".to_owned(),
                }
            }
            // The promise's own functions around the program's: `finally`'s two, `Promise.all`'s element functions. Node's own async functions resume too.
            Some(callee) if !named => match callee.rsplit('.').next().unwrap_or(callee) {
                "finally" => "finally callback".to_owned(),
                method @ ("all" | "allSettled" | "any" | "race") => format!("Promise.{method} takes a result"),
                method => format!("resume {method} (Node's own)"),
            },
            _ if !named && !is_program => match self.frames.current_function(&self.tables) {
                Some("") => "resume after await".to_owned(),
                Some(name) => format!("resume {name} after await"),
                None => "resume after await".to_owned(),
            },
            _ => "then callback".to_owned(),
        };
        Some(Label { text: self.numbered(&text, site), site })
    }

    pub(crate) fn queue_microtask_label(&self, _context: &mut Context) -> Option<Label> {
        let site = self.frames.current_site();
        self.on.then(|| Label { text: self.numbered("queueMicrotask callback", site), site })
    }

    /// `label, line N`, where the line is known.
    pub(super) fn numbered(&self, label: &str, site: Option<SiteId>) -> String {
        match site.and_then(|site| self.tables.site(site)) {
            Some(site) => format!("{label}, line {}", site.position.line),
            None => label.to_owned(),
        }
    }
}
