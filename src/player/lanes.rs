//! The timeline as plain data: what stood on each lane, from step to step. The axis is the step, not the clock: every event has its width,
//! however short or long it took.

use std::collections::BTreeMap;
use std::rc::Rc;

use trace::{Event, Queue, RequestId, SizeUnit, Step, StepId, TaskId, TextId, Trace};

use super::folding::Fold;
use super::prose::phase_name;
use super::rhythm::phase_is_empty;
use super::tiering::hot;
use super::{Role, is_nodes_own, short_task};

/// The timeline's lanes, from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LaneKind {
    /// The main script and the callbacks of the loop's phases.
    Main,
    /// Ticks and microtasks.
    Ticks,
    /// The phases of the event loop.
    Phases,
    /// The jobs of the thread pool, one row for each worker.
    Pool,
    /// The sockets that the operating system watches, of which there are none yet.
    Kernel,
    /// The contents of all streams: in place of the kernel's in a run that has streams.
    Buffers,
    /// The code of the functions that V8 optimises: in place of the kernel's in a run that has such, or below the streams'.
    Code,
}

impl LaneKind {
    const ALL: [Self; 5] = [Self::Main, Self::Ticks, Self::Phases, Self::Pool, Self::Kernel];

    /// The word that stands at the lane: `ticks`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Ticks => "ticks",
            Self::Phases => "phases",
            Self::Pool => "pool",
            Self::Kernel => "kernel",
            Self::Buffers => "buffers",
            Self::Code => "code",
        }
    }
}

/// A stretch of a lane: from a step to before another.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// The step at which it begins, or the column on an axis of columns.
    pub from: u32,
    /// Exclusive.
    pub to: u32,
    /// The part of the machine that it belongs to, which gives its colour.
    pub role: Role,
    /// Its name: `timers`, `fs.open`, `then callback, line 17`.
    pub label: Rc<str>,
    /// The lane's row, from 0: a pool worker.
    pub row: u16,
    /// Nothing of the program's happened in it: a phase that was only passed through, a task of Node's own.
    pub quiet: bool,
}

/// One lane of the timeline, over the whole run.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The part of the machine whose work it shows.
    pub kind: LaneKind,
    /// By `from`.
    pub stretches: Vec<Stretch>,
    /// The number of rows that the stretches use, at least 1.
    pub rows: u16,
    /// The contents of the streams, in the lane of buffers.
    pub held: Option<Held>,
}

/// The contents of all streams of a run together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// From each step on: bytes, or where no stream holds bytes, what else they count.
    pub levels: Vec<(u32, u64)>,
    /// The size at which a lane is drawn full.
    pub scale: u64,
    /// The most that it ever was.
    pub most: u64,
    /// The unit of the levels.
    pub unit: SizeUnit,
}

/// Something that happened at one step: a console line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// The step, or the column on an axis of columns.
    pub step: u32,
    /// Whose it is, for its colour: that of the task that printed.
    pub role: Role,
}

/// The whole timeline of a trace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    /// The number of steps, or of columns on an axis of columns.
    pub steps: u32,
    /// From the top.
    pub lanes: Vec<Lane>,
    /// Console output, by step.
    pub console: Vec<Marker>,
    /// The steps at which the machine could go either way, in the order in which it was asked.
    pub questions: Vec<u32>,
    /// The stretches that repeat themselves and share a narrow place, where the lanes stand on the columns of a [`Folding`](super::Folding).
    pub folds: Vec<Fold>,
}

impl Lanes {
    /// The timeline of a whole run, over its steps. O(steps).
    #[must_use]
    pub fn new(trace: &Trace) -> Self {
        let mut weaver = Weaver { trace, labels: BTreeMap::new(), tasks: Vec::new(), phase: None, jobs: BTreeMap::new(), done: Default::default() };
        for (at, step) in (0u32..).zip(trace.steps()) {
            weaver.step(at, step);
        }
        let steps = u32::try_from(trace.steps().len()).unwrap_or(u32::MAX);
        weaver.close(steps);
        let lane = |kind, mut stretches: Vec<Stretch>| {
            stretches.sort_by_key(|stretch| stretch.from);
            let rows = stretches.iter().map(|stretch| stretch.row + 1).max().unwrap_or(1);
            Lane { kind, stretches, rows, held: None }
        };
        let mut lanes: Vec<Lane> = LaneKind::ALL.into_iter().zip(weaver.done).map(|(kind, stretches)| lane(kind, stretches)).collect();
        if let (Some(last), false) = (lanes.last_mut(), trace.streams().is_empty()) {
            *last = Lane { held: Some(held(trace)), ..lane(LaneKind::Buffers, Vec::new()) };
        }
        let hot = hot(trace);
        if !hot.is_empty() {
            lanes.retain(|lane| lane.kind != LaneKind::Kernel);
            lanes.push(lane(LaneKind::Code, hot));
        }
        let role = |task: Option<TaskId>| task.and_then(|task| trace.task(task)).map_or(Role::Main, |record| Role::of_queue(record.queue));
        let console = trace.console().iter().map(|line| Marker { step: line.step.0, role: role(line.task) }).collect();
        let asked = (0u32..).zip(trace.steps()).filter(|(_, step)| matches!(step.event, Event::Chosen { .. }));
        let questions = asked.map(|(at, _)| at).collect();
        Self { steps, lanes, console, questions, folds: Vec::new() }
    }

    /// These lanes on another axis: what they count in steps is then in its columns, `len` of them.
    #[must_use]
    pub fn placed(&self, len: u32, column: impl Fn(u32) -> u32) -> Self {
        let mut placed = self.clone();
        placed.steps = len;
        for stretch in placed.lanes.iter_mut().flat_map(|lane| &mut lane.stretches) {
            (stretch.from, stretch.to) = (column(stretch.from), column(stretch.to.saturating_sub(1)) + 1);
        }
        for held in placed.lanes.iter_mut().filter_map(|lane| lane.held.as_mut()) {
            held.levels.iter_mut().for_each(|(step, _)| *step = column(*step));
        }
        placed.console.iter_mut().for_each(|mark| mark.step = column(mark.step));
        placed.questions.iter_mut().for_each(|question| *question = column(*question));
        placed
    }
}

/// The contents of the streams of a run together, from step to step.
fn held(trace: &Trace) -> Held {
    let mut holds = vec![[0u64; 2]; trace.streams().len()];
    let (mut bytes, mut others) = (vec![(0, 0)], vec![(0, 0)]);
    let mut other = SizeUnit::Objects;
    for (at, step) in (0u32..).zip(trace.steps()) {
        let (Event::StreamFound { stream, state, .. } | Event::StreamChanged { stream, state }) = &step.event else { continue };
        let Some(own) = holds.get_mut(stream.index()) else { continue };
        let before = std::mem::take(own);
        let sides = [state.readable.map(|side| side.buffer), state.writable.map(|side| side.buffer)];
        for side in sides.into_iter().flatten() {
            own[usize::from(side.unit != SizeUnit::Bytes)] += u64::from(side.size);
            if side.unit != SizeUnit::Bytes {
                other = side.unit;
            }
        }
        for (unit, levels) in [&mut bytes, &mut others].into_iter().enumerate() {
            if own[unit] != before[unit] {
                let sum = levels.last().map_or(0, |(_, sum)| *sum) - before[unit] + own[unit];
                levels.push((at, sum));
            }
        }
    }
    let (levels, unit) = if bytes.len() > 1 { (bytes, SizeUnit::Bytes) } else { (others, other) };
    let most = levels.iter().map(|(_, level)| *level).max().unwrap_or(0);
    Held { levels, scale: most, most, unit }
}

/// The stretches that are open while the steps go by.
struct Weaver<'a> {
    trace: &'a Trace,
    labels: BTreeMap<TextId, Rc<str>>,
    tasks: Vec<(TaskId, u32)>,
    phase: Option<(trace::Phase, u32)>,
    jobs: BTreeMap<RequestId, Job>,
    /// In the order of [`LaneKind::ALL`].
    done: [Vec<Stretch>; 5],
}

struct Job {
    label: TextId,
    /// The worker's row and the step at which it began.
    running: Option<(u16, u32)>,
}

impl Weaver<'_> {
    fn step(&mut self, at: u32, step: &Step) {
        match &step.event {
            Event::TaskBegun { task } => self.tasks.push((*task, at)),
            Event::TaskEnded { task } => {
                if let Some(place) = self.tasks.iter().rposition(|open| open.0 == *task) {
                    let (task, from) = self.tasks.remove(place);
                    self.task(task, from, at + 1);
                }
            }
            Event::PhaseEntered { phase, .. } => {
                self.leave(at);
                self.phase = Some((*phase, at));
            }
            Event::PhaseLeft { .. } => self.leave(at + 1),
            Event::PoolSubmitted { request, label, .. } => {
                self.jobs.insert(*request, Job { label: *label, running: None });
            }
            Event::PoolStarted { request, worker, .. } => {
                if let Some(job) = self.jobs.get_mut(request) {
                    job.running = Some((worker.0, at));
                }
            }
            Event::PoolFinished { request, .. } => {
                if let Some(job) = self.jobs.remove(request) {
                    self.job(&job, at + 1);
                }
            }
            Event::Statement { .. }
            | Event::Called { .. }
            | Event::Returned { .. }
            | Event::FrameEntered { .. }
            | Event::FrameLeft
            | Event::Thrown { .. }
            | Event::Caught { .. }
            | Event::Uncaught { .. }
            | Event::RejectionNoted { .. }
            | Event::RejectionHandled { .. }
            | Event::RejectionUnhandled { .. }
            | Event::ModuleFound { .. }
            | Event::ModuleChanged { .. }
            | Event::TaskEnqueued { .. }
            | Event::TaskCancelled { .. }
            | Event::TimerRearmed { .. }
            | Event::PollBlocked { .. }
            | Event::PollWoke { .. }
            | Event::Chosen { .. }
            | Event::PoolDelivered { .. }
            | Event::StreamFound { .. }
            | Event::StreamNamed { .. }
            | Event::StreamCalled { .. }
            | Event::StreamListened { .. }
            | Event::StreamChanged { .. }
            | Event::Output { .. }
            | Event::Cut { .. }
            | Event::Exited { .. } => {}
        }
    }

    fn close(&mut self, end: u32) {
        self.leave(end);
        for (task, from) in std::mem::take(&mut self.tasks) {
            self.task(task, from, end);
        }
        for job in std::mem::take(&mut self.jobs).into_values() {
            self.job(&job, end);
        }
    }

    fn leave(&mut self, to: u32) {
        if let Some((phase, from)) = self.phase.take() {
            self.done[2].push(Stretch {
                from,
                to,
                role: Role::of_phase(phase),
                label: Rc::from(phase_name(phase)),
                row: 0,
                quiet: phase_is_empty(self.trace, StepId(from)),
            });
        }
    }

    fn task(&mut self, task: TaskId, from: u32, to: u32) {
        let Some(record) = self.trace.task(task) else {
            self.done[0].push(Stretch { from, to, role: Role::Main, label: Rc::from("main script"), row: 0, quiet: false });
            return;
        };
        let lane = usize::from(matches!(record.queue, Queue::NextTick | Queue::Microtask));
        let quiet = is_nodes_own(self.trace, task);
        let role = if quiet { Role::Process } else { Role::of_queue(record.queue) };
        let label = Rc::from(short_task(self.trace, task));
        self.done[lane].push(Stretch { from, to, role, label, row: 0, quiet });
    }

    fn job(&mut self, job: &Job, to: u32) {
        let Some((row, from)) = job.running else {
            return;
        };
        let label = self.label(job.label);
        self.done[3].push(Stretch { from, to, role: Role::Pool, label, row, quiet: false });
    }

    /// One text for all stretches of that label.
    fn label(&mut self, text: TextId) -> Rc<str> {
        let trace = self.trace;
        Rc::clone(self.labels.entry(text).or_insert_with(|| Rc::from(trace.text(text))))
    }
}
