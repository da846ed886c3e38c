//! The function under the cursor as V8 has it: its syntax tree, its bytecode, and how often it has run.

use trace::{Compilation, Entry, Event, FrameKind, FunctionId, SiteId, Snapshot, Span, StepId, Trace};

/// The function that runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Compiled {
    /// Its syntax tree and its bytecode.
    pub compilation: Compilation,
    /// `add`, `main.js`.
    pub name: String,
    /// The number of its first line, 1-based.
    pub line: u32,
    /// The expression or statement that the program is at.
    pub now: Option<Span>,
}

/// The newest program frame's function; `None` while none is on the stack.
#[must_use]
pub fn compiled(trace: &Trace, snapshot: &Snapshot) -> Option<Compiled> {
    let stack = &snapshot.stack;
    let place = stack.iter().rposition(|frame| frame.kind == FrameKind::Program)?;
    let frame = stack.get(place)?;
    let own = |site: Option<SiteId>| site.and_then(|site| trace.site(site)).filter(|site| site.function == frame.function);
    let site = own(trace.step(snapshot.step).and_then(|step| step.site)).or_else(|| own(frame.site));
    let function = frame.function.and_then(|id| trace.function(id));
    let script = function.map(|function| function.script).or(site.map(|site| site.script))?;
    let compilation = trace.compilation(script, frame.function)?.clone();
    let now = site.filter(|site| site.script == script).map(|site| site.span);
    Some(Compiled { name: super::frame_name(trace, stack, place), line: function.map_or(1, |function| function.position.line), compilation, now })
}

/// When each function of the program was called.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heat {
    /// By [`FunctionId`].
    calls: Vec<Vec<StepId>>,
}

impl Heat {
    /// Goes through the whole run once.
    #[must_use]
    pub fn of(trace: &Trace) -> Self {
        let mut calls: Vec<Vec<StepId>> = Vec::new();
        for (index, step) in trace.steps().iter().enumerate() {
            let Event::FrameEntered { function: Some(function), entry: Entry::Called, .. } = step.event else { continue };
            if calls.len() <= function.index() {
                calls.resize(function.index() + 1, Vec::new());
            }
            calls[function.index()].push(StepId(u32::try_from(index).unwrap_or(u32::MAX)));
        }
        Self { calls }
    }

    /// How often a function was called up to a step.
    #[must_use]
    pub fn calls(&self, function: FunctionId, step: StepId) -> usize {
        self.calls.get(function.index()).map_or(0, |calls| calls.partition_point(|call| *call <= step))
    }

    /// When it was first called: V8 compiles it then.
    #[must_use]
    pub fn first(&self, function: FunctionId) -> Option<StepId> {
        self.calls.get(function.index())?.first().copied()
    }
}
