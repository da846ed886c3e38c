//! A run's steps with their tables, and the way from a step number to a snapshot.

use std::cell::OnceCell;

use serde::{Deserialize, Serialize};

use super::{
    AgentId, Buffered, Chunk, Compilation, Event, Function, FunctionId, Header, HeapBlock, HeapCollection, HeapUsage, HiddenClass, History,
    InlineCache, LibraryFunction, LibraryFunctionId, Lines, Nanos, Objects, OutputStream, Queue, Script, ScriptId, Site, SiteId, SizeUnit, Snapshot,
    StepId, StreamId, StreamState, Tables, TaskId, TextId, TierChange, Value, ValueId,
};

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The time since the process started.
    pub at: Nanos,
    /// The realm that does it.
    pub agent: AgentId,
    /// The place in the program's text; `None` for an event that no text of the program causes.
    pub site: Option<SiteId>,
    /// The function of Node's own JavaScript that does it, or that called the program's code which does it; only modules that are followed have one.
    pub inside: Option<LibraryFunctionId>,
    /// The fact itself, with its particulars.
    pub event: Event,
}

/// A task's life, for "who scheduled this, when did it run?".
#[derive(Clone, Debug, PartialEq)]
pub struct TaskRecord {
    /// The queue that it was put into.
    pub queue: Queue,
    /// `then callback, line 17`.
    pub label: TextId,
    /// Node's own task: no callback of the program behind it.
    pub library: bool,
    /// The step at which it was enqueued.
    pub enqueued: StepId,
    /// The place in the program's text at which it was enqueued.
    pub site: Option<SiteId>,
    /// The task that was running when it was enqueued.
    pub cause: Option<TaskId>,
    /// Every time it ran; an interval runs more than once.
    pub runs: Vec<StepId>,
}

/// A piece of console output.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsoleLine {
    /// The step that printed it.
    pub step: StepId,
    /// Where it was written to.
    pub stream: OutputStream,
    /// The text of one write; it may have several lines, or only a part of one.
    pub text: TextId,
    /// The task that printed it.
    pub task: Option<TaskId>,
}

/// A stream that the run had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamRecord {
    /// The number of streams that the run had made before it.
    pub made: Option<u16>,
    /// Its constructor's name.
    pub class: TextId,
    /// The variable that holds it, wherever in the run it does.
    pub name: Option<TextId>,
    /// The step at which it was seen first.
    pub found: StepId,
    /// All streams that it was ever piped to.
    pub pipes: Vec<StreamId>,
    /// Its readable side; all 0 where it has none.
    pub readable: SideRecord,
    /// Its writable side; all 0 where it has none.
    pub writable: SideRecord,
    /// The sizes of their buffers from each time on, in a long run only roughly.
    pub levels: Vec<Level>,
}

/// An ES module that the run had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleRecord {
    /// Its file's name; else its URL.
    pub name: TextId,
    /// The modules that it imports, as its text names them.
    pub requests: Box<[TextId]>,
    /// The step at which it was parsed.
    pub found: StepId,
}

/// The extremes of one side of a stream in the whole run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct SideRecord {
    /// The most that was ever in its buffer, as that counts.
    pub most: u32,
    /// The highest that it ever had.
    pub high_water_mark: u32,
    /// The unit of `most` and `high_water_mark`.
    pub unit: SizeUnit,
}

impl SideRecord {
    fn note(&mut self, buffer: Buffered) {
        self.most = self.most.max(buffer.size);
        self.high_water_mark = self.high_water_mark.max(buffer.high_water_mark);
        self.unit = buffer.unit;
    }
}

/// The sizes of a stream's buffers from a time on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// The virtual time from which on it holds.
    pub at: Nanos,
    /// The size of its readable buffer, in its unit.
    pub readable: u32,
    /// The size of its writable buffer, in its unit.
    pub writable: u32,
}

impl StreamRecord {
    fn new(class: TextId, name: Option<TextId>, found: StepId) -> Self {
        let (readable, writable) = Default::default();
        Self { made: None, class, name, found, pipes: Vec::new(), readable, writable, levels: Vec::new() }
    }

    /// Leaves half of the levels, of two neighbours the higher: a chart is not wider. The newest stays.
    fn thin(&mut self) {
        let newest = self.levels.pop();
        let higher = |pair: &[Level]| Level {
            at: pair[0].at,
            readable: pair.iter().map(|level| level.readable).max().unwrap_or_default(),
            writable: pair.iter().map(|level| level.writable).max().unwrap_or_default(),
        };
        self.levels = self.levels.chunks(2).map(higher).chain(newest).collect();
    }

    fn note(&mut self, at: Nanos, state: &StreamState) {
        for to in &state.pipes {
            if !self.pipes.contains(to) {
                self.pipes.push(*to);
            }
        }
        let buffers = [state.readable.map(|side| side.buffer), state.writable.map(|side| side.buffer)];
        for (side, buffer) in [&mut self.readable, &mut self.writable].into_iter().zip(buffers) {
            if let Some(buffer) = buffer {
                side.note(buffer);
            }
        }
        let [readable, writable] = buffers.map(|buffer| buffer.map_or(0, |buffer| buffer.size));
        if self.levels.last().is_none_or(|last| (last.readable, last.writable) != (readable, writable)) {
            self.levels.push(Level { at, readable, writable });
        }
        if self.levels.len() > MOST_LEVELS {
            self.thin();
        }
    }
}

/// A stream's levels are thinned out beyond this many.
const MOST_LEVELS: usize = 2_048;
/// How far apart the kept snapshots are: folding 256 steps takes well under a millisecond in a browser.
const KEYFRAME_EVERY: usize = 256;

/// Everything a run left behind.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    header: Option<Header>,
    tables: Tables,
    /// The lines of each file, counted when a place in it is first shown.
    lines: Vec<OnceCell<Lines>>,
    steps: Vec<Step>,
    /// Indexed by `TaskId`; an id that was never enqueued has no record.
    tasks: Vec<Option<TaskRecord>>,
    console: Vec<ConsoleLine>,
    /// By `StreamId`.
    streams: Vec<StreamRecord>,
    /// By `ModuleId`.
    modules: Vec<ModuleRecord>,
    /// `keyframes[i]` is the state after step `i * KEYFRAME_EVERY`.
    keyframes: Vec<Snapshot>,
    /// The state after the last step.
    tip: Option<Snapshot>,
    complete: bool,
}

impl Trace {
    /// Nothing yet: [`Trace::append`] adds the chunks.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what the engine sent. Chunks come in order.
    pub fn append(&mut self, chunk: Chunk) {
        let Chunk { header, tables, steps, last } = chunk;
        if let Some(mut header) = header {
            // The files of the header are the first of the table.
            self.tables.scripts.append(&mut header.scripts);
            self.header = Some(header);
        }
        self.tables.append(tables);
        self.lines.resize_with(self.tables.scripts.len(), OnceCell::new);
        self.complete |= last;
        for step in steps {
            self.push(step);
        }
    }

    fn push(&mut self, step: Step) {
        let id = StepId(u32::try_from(self.steps.len()).unwrap_or(u32::MAX));
        let current = self.tip.as_ref().and_then(|tip| tip.task);
        match &step.event {
            Event::TaskEnqueued { task, queue, label, library, .. } => {
                if self.tasks.len() <= task.index() {
                    self.tasks.resize(task.index() + 1, None);
                }
                self.tasks[task.index()] = Some(TaskRecord {
                    queue: *queue,
                    label: *label,
                    library: *library,
                    enqueued: id,
                    site: step.site,
                    cause: current,
                    runs: Vec::new(),
                });
            }
            Event::TaskBegun { task } => {
                if let Some(Some(record)) = self.tasks.get_mut(task.index()) {
                    record.runs.push(id);
                }
            }
            Event::Output { stream, text } => {
                self.console.push(ConsoleLine { step: id, stream: *stream, text: *text, task: current });
            }
            Event::ModuleFound { name, requests, .. } => {
                self.modules.push(ModuleRecord { name: *name, requests: requests.clone(), found: id });
            }
            Event::StreamFound { made, class, name, state, .. } => {
                let mut record = StreamRecord { made: *made, ..StreamRecord::new(*class, *name, id) };
                record.note(step.at, state);
                self.streams.push(record);
            }
            Event::StreamChanged { stream, state } => {
                if let Some(stream) = self.streams.get_mut(stream.index()) {
                    stream.note(step.at, state);
                }
            }
            Event::StreamNamed { stream, name } => {
                if let Some(stream) = self.streams.get_mut(stream.index()) {
                    stream.name = Some(*name);
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
            | Event::ModuleChanged { .. }
            | Event::TaskEnded { .. }
            | Event::TaskCancelled { .. }
            | Event::TimerRearmed { .. }
            | Event::PhaseEntered { .. }
            | Event::PhaseLeft { .. }
            | Event::PollBlocked { .. }
            | Event::PollWoke { .. }
            | Event::Chosen { .. }
            | Event::PoolSubmitted { .. }
            | Event::PoolStarted { .. }
            | Event::PoolFinished { .. }
            | Event::PoolDelivered { .. }
            | Event::StreamCalled { .. }
            | Event::StreamListened { .. }
            | Event::Cut { .. }
            | Event::Exited { .. } => {}
        }
        let mut tip = self.tip.take().unwrap_or_default();
        tip.apply(&step, id, &self.tables.sites);
        self.steps.push(step);
        if id.index().is_multiple_of(KEYFRAME_EVERY) {
            self.keyframes.push(tip.clone());
        }
        self.tip = Some(tip);
    }

    /// The state of the machine after `step`, which is clamped to the last one. O(distance to the nearest keyframe).
    #[must_use]
    pub fn snapshot(&self, step: StepId) -> Snapshot {
        let Some(last) = self.steps.len().checked_sub(1) else {
            return Snapshot::default();
        };
        let wanted = step.index().min(last);
        let mut snapshot = self.keyframes[wanted / KEYFRAME_EVERY].clone();
        for index in (wanted / KEYFRAME_EVERY) * KEYFRAME_EVERY + 1..=wanted {
            snapshot.apply(&self.steps[index], StepId(u32::try_from(index).unwrap_or(u32::MAX)), &self.tables.sites);
        }
        snapshot
    }

    /// The run's settings; `None` until the first chunk is there.
    #[must_use]
    pub fn header(&self) -> Option<&Header> {
        self.header.as_ref()
    }

    /// A file of the program.
    #[must_use]
    pub fn script(&self, id: ScriptId) -> Option<&Script> {
        self.tables.scripts.get(id.index())
    }

    /// The lines of a file of the program.
    #[must_use]
    pub fn lines(&self, id: ScriptId) -> Option<&Lines> {
        let script = self.script(id)?;
        Some(self.lines.get(id.index())?.get_or_init(|| Lines::new(&script.source)))
    }

    /// The program's files, by their ids; the first is the entry.
    #[must_use]
    pub fn scripts(&self) -> &[Script] {
        &self.tables.scripts
    }

    /// All steps that have come, by their ids.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// One step; `None` where it has not come yet.
    #[must_use]
    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.steps.get(id.index())
    }

    /// The last step that was done by this time; the first where none was.
    #[must_use]
    pub fn step_at(&self, at: Nanos) -> StepId {
        let done = self.steps.partition_point(|step| step.at <= at);
        StepId(u32::try_from(done.saturating_sub(1)).unwrap_or(u32::MAX))
    }

    /// A place in the program's text.
    #[must_use]
    pub fn site(&self, id: SiteId) -> Option<&Site> {
        self.tables.sites.get(id.index())
    }

    /// All places that steps can point at, by their ids.
    #[must_use]
    pub fn sites(&self) -> &[Site] {
        &self.tables.sites
    }

    /// A function of the program's text.
    #[must_use]
    pub fn function(&self, id: FunctionId) -> Option<&Function> {
        self.tables.functions.get(id.index())
    }

    /// The text, or `""` for an id that the trace does not have.
    #[must_use]
    pub fn text(&self, id: TextId) -> &str {
        self.tables.texts.get(id.index()).map_or("", |text| text)
    }

    /// A value's preview.
    #[must_use]
    pub fn value(&self, id: ValueId) -> Option<&Value> {
        self.tables.values.get(id.index())
    }

    /// The syntax tree and the bytecode of a function of the program, or of a script's top level.
    #[must_use]
    pub fn compilation(&self, script: ScriptId, function: Option<FunctionId>) -> Option<&Compilation> {
        self.tables.compilations.iter().find(|compilation| compilation.script == script && compilation.function == function)
    }

    /// The hidden classes of the program's objects, by [`super::MapId`].
    #[must_use]
    pub fn hidden_classes(&self) -> &History<HiddenClass> {
        &self.tables.hidden_classes
    }

    /// The changes of compiled code, in their order.
    #[must_use]
    pub fn tiers(&self) -> &[TierChange] {
        &self.tables.tiers
    }

    /// The inline caches of the program.
    #[must_use]
    pub fn caches(&self) -> &History<InlineCache> {
        &self.tables.caches
    }

    /// The program's use of V8's heap, each with the step from which on it holds.
    #[must_use]
    pub fn heap(&self) -> impl DoubleEndedIterator<Item = (StepId, &HeapUsage)> {
        self.tables.heap.states(0)
    }

    /// The program's use of V8's heap at a step, and the step from which on it holds.
    #[must_use]
    pub fn heap_at(&self, step: StepId) -> Option<(StepId, &HeapUsage)> {
        self.tables.heap.at(0, step)
    }

    /// The garbage collections, by their numbers from 0.
    #[must_use]
    pub fn collections(&self) -> &History<HeapCollection> {
        &self.tables.collections
    }

    /// The program's objects in the heap, in the order of their births.
    #[must_use]
    pub fn blocks(&self) -> &History<HeapBlock> {
        &self.tables.blocks
    }

    /// The program's objects.
    #[must_use]
    pub fn objects(&self) -> &Objects {
        &self.tables.objects
    }

    /// A function of Node's own JavaScript.
    #[must_use]
    pub fn library_function(&self, id: LibraryFunctionId) -> Option<&LibraryFunction> {
        self.tables.library.get(id.index())
    }

    /// The functions of Node's own JavaScript that steps were inside of.
    #[must_use]
    pub fn library(&self) -> &[LibraryFunction] {
        &self.tables.library
    }

    /// The life of a task; `None` for one that was never enqueued.
    #[must_use]
    pub fn task(&self, id: TaskId) -> Option<&TaskRecord> {
        self.tasks.get(id.index())?.as_ref()
    }

    /// All console output in order; a snapshot's `console` says how much of it is there at its step.
    #[must_use]
    pub fn console(&self) -> &[ConsoleLine] {
        &self.console
    }

    /// All streams of the run, by their ids; a snapshot's `streams` holds those that are there at its step.
    #[must_use]
    pub fn streams(&self) -> &[StreamRecord] {
        &self.streams
    }

    /// All ES modules of the run, by their ids; a snapshot's `modules` holds those that are there at its step.
    #[must_use]
    pub fn modules(&self) -> &[ModuleRecord] {
        &self.modules
    }

    /// Whether the run is over and all of it has arrived.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.complete
    }
}
