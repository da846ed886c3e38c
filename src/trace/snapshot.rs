//! The state of the machine at one step: a fold over the events, cheap to clone (what only grows is a count).

use std::rc::Rc;

use super::{
    AgentId, Change, Ending, Event, FrameKind, FunctionId, ModuleId, ModuleStatus, ModuleView, Nanos, Phase, Queue, RequestId, Site, SiteId,
    SiteKind, Step, StepId, StreamCall, StreamId, StreamState, TaskId, TextId, ValueId, WorkerId,
};

/// The stage of the life of a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Stage {
    /// The entry script and its drain: the loop has not begun.
    #[default]
    Main,
    /// Inside a phase of the loop.
    Loop(Phase),
    /// Between two phases.
    Between,
    /// The process is at its end.
    Exited {
        /// The exit code, 0 to 255.
        code: i32,
        /// How it came to that.
        ending: Ending,
    },
}

/// A variable of a program frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// The variable's name.
    pub name: TextId,
    /// `None`: the temporal dead zone.
    pub value: Option<ValueId>,
    /// The step at which it last changed.
    pub changed: StepId,
}

/// A frame of the call stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The step at which it was pushed: the frame's identity.
    pub since: StepId,
    /// The name that the stack shows: the function's own, the callee's text, or empty.
    pub name: TextId,
    /// Whose function it is.
    pub kind: FrameKind,
    /// The function in the program's text; `None` for a top level and for what is not the program's.
    pub function: Option<FunctionId>,
    /// The place where it stands now.
    pub site: Option<SiteId>,
    /// The task whose drain or callback it runs in.
    pub task: Option<TaskId>,
    /// Those that are visible where the frame stands, in the order in which they were first seen.
    pub variables: Vec<Variable>,
}

/// An armed timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timer {
    /// The timer.
    pub task: TaskId,
    /// The virtual time from which on it may run.
    pub due: Nanos,
}

/// A job in the thread pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolJob {
    /// The job's number.
    pub request: RequestId,
    /// Its name on the page: `fs.open`.
    pub label: TextId,
    /// The callback that this job, or the chain it is part of, leads to.
    pub task: Option<TaskId>,
    /// The virtual time at which a worker took it; 0 while it waits.
    pub started: Nanos,
    /// The virtual time at which it will be done; 0 while it waits.
    pub until: Nanos,
}

/// A stream of the program.
#[derive(Clone, Debug, PartialEq)]
pub struct StreamView {
    /// How it stands.
    pub state: StreamState,
    /// The number of listeners of each of its events that has any, in the order in which the first of them came.
    pub listeners: Rc<Vec<(TextId, u16)>>,
    /// All that was ever pushed into its readable side: bytes, in object mode objects.
    pub pushed: u64,
    /// All that was ever written to its writable side, in the same unit.
    pub written: u64,
}

impl StreamView {
    fn listened(&mut self, event: TextId, count: u16) {
        let listeners = Rc::make_mut(&mut self.listeners);
        match listeners.iter().position(|(known, _)| *known == event) {
            Some(place) if count == 0 => drop(listeners.remove(place)),
            Some(place) => listeners[place].1 = count,
            None => listeners.push((event, count)),
        }
    }

    fn called(&mut self, call: StreamCall, size: u32) {
        match (call, &mut self.state) {
            (StreamCall::Push | StreamCall::Unshift, StreamState { readable: Some(side), .. }) => {
                side.reading = false;
                self.pushed += u64::from(size);
            }
            (StreamCall::Write, _) => self.written += u64::from(size),
            (StreamCall::AsksForMore, StreamState { readable: Some(side), .. }) => side.reading = true,
            (StreamCall::Writes, StreamState { writable: Some(side), .. }) => side.writing = true,
            (
                StreamCall::Push
                | StreamCall::Unshift
                | StreamCall::AsksForMore
                | StreamCall::Writes
                | StreamCall::Read
                | StreamCall::Written
                | StreamCall::End
                | StreamCall::Pause
                | StreamCall::Resume
                | StreamCall::Pipe(_)
                | StreamCall::Unpipe
                | StreamCall::Destroy
                | StreamCall::Emit(_),
                _,
            ) => {}
        }
    }
}

/// The state of the machine after a step.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Snapshot {
    /// The step that was done last.
    pub step: StepId,
    /// The virtual time of that step.
    pub at: Nanos,
    /// The realm that did it.
    pub agent: AgentId,
    /// The stage of the process.
    pub stage: Stage,
    /// `uv_run`'s iteration; 0 before the loop.
    pub iteration: u32,
    /// The poll phase blocks, until this time if a timer is armed.
    pub blocked: Option<Option<Nanos>>,
    /// Oldest frame first.
    pub stack: Vec<Frame>,
    /// The task that runs now.
    pub task: Option<TaskId>,
    /// Tasks interrupted by the one that runs now: a drain inside a callback's scope.
    pub suspended: Vec<TaskId>,
    /// Ticks that wait, oldest first.
    pub ticks: Vec<TaskId>,
    /// Microtasks that wait, oldest first.
    pub microtasks: Vec<TaskId>,
    /// Immediates that wait, oldest first.
    pub immediates: Vec<TaskId>,
    /// libuv's deferred I/O errors that wait, oldest first.
    pub pending: Vec<TaskId>,
    /// Callbacks of closed handles that wait, oldest first.
    pub closing: Vec<TaskId>,
    /// Callbacks that pool work and sockets will lead to.
    pub awaited: Vec<TaskId>,
    /// By due time, then by age.
    pub timers: Vec<Timer>,
    /// Indexed by `WorkerId`, as far as any worker was used.
    pub workers: Vec<Option<PoolJob>>,
    /// Jobs that no worker has taken, in the order in which they were submitted.
    pub pool_queue: Vec<PoolJob>,
    /// Finished by a worker, not yet taken by the loop: in completion order.
    pub pool_done: Vec<PoolJob>,
    /// The number of entries of `Trace::console` that are there.
    pub console: usize,
    /// The exception that is on its way, if one is.
    pub thrown: Option<ValueId>,
    /// Rejected promises that nobody handles, by number: Node judges them after the drain.
    pub rejections: Vec<(u32, ValueId)>,
    /// By their ids, as far as they have been seen.
    pub streams: Vec<StreamView>,
    /// By their ids, as far as they have been parsed.
    pub modules: Vec<ModuleView>,
}

impl Snapshot {
    pub(super) fn apply(&mut self, step: &Step, id: StepId, sites: &[Site]) {
        self.step = id;
        self.at = step.at;
        self.agent = step.agent;
        match &step.event {
            Event::Statement { changes } => {
                self.thrown = None;
                self.place(step.site, changes, id, sites);
            }
            Event::Called { .. } => self.call(step.site, id, sites),
            Event::Returned { .. } => {
                self.drop_callee();
                self.place(step.site, &[], id, sites);
            }
            Event::FrameEntered { name, kind, function, replaces_callee, held, .. } => {
                if *replaces_callee {
                    self.drop_callee();
                }
                self.enter(id, *name, *kind, *function, step.site, held);
            }
            Event::FrameLeft => drop(self.stack.pop()),
            Event::Thrown { value } | Event::Uncaught { value, .. } => self.thrown = Some(*value),
            Event::Caught { .. } => self.thrown = None,
            Event::RejectionNoted { rejection, value } => self.rejections.push((*rejection, *value)),
            Event::RejectionHandled { rejection } => self.rejections.retain(|(noted, _)| noted != rejection),
            // Node judges them in the order in which they came.
            Event::RejectionUnhandled { .. } => drop(self.rejections.drain(..1.min(self.rejections.len()))),
            Event::ModuleFound { .. } => self.modules.push(ModuleView { status: ModuleStatus::Unlinked, order: 0 }),
            Event::ModuleChanged { module, status } => self.change_module(*module, *status),
            Event::TaskEnqueued { task, queue, due, .. } => self.enqueue(*task, *queue, *due),
            Event::TaskBegun { task } => self.begin(*task),
            Event::TaskEnded { .. } => {
                self.thrown = None;
                self.task = self.suspended.pop();
            }
            Event::TaskCancelled { task } => self.dequeue(*task),
            Event::TimerRearmed { task, due } => {
                self.timers.retain(|timer| timer.task != *task);
                self.enqueue(*task, Queue::Timer, Some(*due));
            }
            Event::PhaseEntered { phase, iteration } => {
                self.rejections.clear();
                self.stage = Stage::Loop(*phase);
                self.iteration = *iteration;
            }
            Event::PhaseLeft { .. } => {
                self.stage = Stage::Between;
                self.blocked = None;
            }
            Event::PollBlocked { until } => self.blocked = Some(*until),
            Event::PollWoke { .. } => self.blocked = None,
            Event::PoolSubmitted { request, label, task, .. } => {
                self.pool_queue.push(PoolJob { request: *request, label: *label, task: *task, started: Nanos(0), until: Nanos(0) });
            }
            Event::PoolStarted { request, worker, until } => self.start(*request, *worker, *until),
            Event::PoolFinished { worker, .. } => {
                let job = self.workers.get_mut(worker.index()).and_then(Option::take);
                self.pool_done.extend(job);
            }
            Event::PoolDelivered { request } => self.pool_done.retain(|job| job.request != *request),
            Event::StreamFound { state, listeners, .. } => {
                self.streams.push(StreamView { state: (**state).clone(), listeners: Rc::new(listeners.to_vec()), pushed: 0, written: 0 });
            }
            Event::StreamListened { stream, event, listeners } => self.with_stream(*stream, |view| view.listened(*event, *listeners)),
            Event::StreamCalled { stream, call, chunk } => self.with_stream(*stream, |view| view.called(*call, chunk.map_or(0, |(_, size)| size))),
            Event::StreamChanged { stream, state } => self.with_stream(*stream, |view| view.state = (**state).clone()),
            Event::Output { .. } => self.console += 1,
            Event::Exited { code, ending } => self.exit(*code, *ending),
            // The state of the machine is as it was.
            Event::Chosen { .. } | Event::StreamNamed { .. } | Event::Cut { .. } => {}
        }
    }

    /// The call at a site pushes a frame named after its callee.
    fn call(&mut self, site: Option<SiteId>, id: StepId, sites: &[Site]) {
        self.place(site, &[], id, sites);
        let callee = site.and_then(|site| sites.get(site.index())).map_or_else(TextId::default, |site| site.callee);
        self.enter(id, callee, FrameKind::Callee, None, site, &[]);
    }

    /// The frame of a call that is over, or that the function's own frame replaces, goes.
    fn drop_callee(&mut self) {
        if self.stack.last().is_some_and(|frame| frame.kind == FrameKind::Callee) {
            self.stack.pop();
        }
    }

    fn begin(&mut self, task: TaskId) {
        self.dequeue(task);
        let outer = self.task.replace(task);
        self.suspended.extend(outer);
    }

    fn change_module(&mut self, module: ModuleId, status: ModuleStatus) {
        let begun = self.modules.iter().map(|module| module.order).max().unwrap_or(0);
        if let Some(module) = self.modules.get_mut(module.index()) {
            module.change(status, begun);
        }
    }

    fn with_stream(&mut self, stream: StreamId, change: impl FnOnce(&mut StreamView)) {
        if let Some(view) = self.streams.get_mut(stream.index()) {
            change(view);
        }
    }

    fn exit(&mut self, code: i32, ending: Ending) {
        self.stage = Stage::Exited { code, ending };
        self.stack.clear();
        self.task = None;
        self.suspended.clear();
    }

    fn enter(&mut self, since: StepId, name: TextId, kind: FrameKind, function: Option<FunctionId>, site: Option<SiteId>, held: &[Change]) {
        let variables = held.iter().map(|held| Variable { name: held.name, value: held.value, changed: StepId(0) }).collect();
        self.stack.push(Frame { since, name, kind, function, site, task: self.task, variables });
    }

    /// The top program frame now stands at `site`: shows `changes`, and forgets what is no longer visible.
    fn place(&mut self, site: Option<SiteId>, changes: &[Change], id: StepId, sites: &[Site]) {
        let Some(frame) = self.stack.iter_mut().rev().find(|frame| frame.kind == FrameKind::Program) else {
            return;
        };
        frame.site = site;
        let Some(known) = site.and_then(|site| sites.get(site.index())) else {
            return;
        };
        for change in changes {
            match frame.variables.iter_mut().find(|variable| variable.name == change.name) {
                Some(variable) => (variable.value, variable.changed) = (change.value, id),
                None => frame.variables.push(Variable { name: change.name, value: change.value, changed: id }),
            }
        }
        // Only a statement's site lists what is visible there.
        if known.kind == SiteKind::Statement && (!changes.is_empty() || frame.variables.len() != known.visible.len()) {
            frame.variables.retain(|variable| known.visible.contains(&variable.name));
        }
    }

    fn enqueue(&mut self, task: TaskId, queue: Queue, due: Option<Nanos>) {
        match queue {
            Queue::NextTick => self.ticks.push(task),
            Queue::Microtask => self.microtasks.push(task),
            Queue::Immediate => self.immediates.push(task),
            Queue::Pending => self.pending.push(task),
            Queue::Close => self.closing.push(task),
            Queue::Poll => self.awaited.push(task),
            Queue::Timer => {
                let due = due.unwrap_or(self.at);
                let place = self.timers.partition_point(|timer| timer.due <= due);
                self.timers.insert(place, Timer { task, due });
            }
            Queue::Main | Queue::Process => {}
        }
    }

    fn dequeue(&mut self, task: TaskId) {
        for queue in [&mut self.ticks, &mut self.microtasks, &mut self.immediates, &mut self.pending, &mut self.closing, &mut self.awaited] {
            if let Some(place) = queue.iter().position(|waiting| *waiting == task) {
                queue.remove(place);
                return;
            }
        }
        self.timers.retain(|timer| timer.task != task);
    }

    fn start(&mut self, request: RequestId, worker: WorkerId, until: Nanos) {
        let Some(place) = self.pool_queue.iter().position(|job| job.request == request) else {
            return;
        };
        let job = self.pool_queue.remove(place);
        if self.workers.len() <= worker.index() {
            self.workers.resize(worker.index() + 1, None);
        }
        self.workers[worker.index()] = Some(PoolJob { started: self.at, until, ..job });
    }
}
