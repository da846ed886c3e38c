//! The deeds of a run that can be observed: which line it reaches, which callback runs and in which phase, what it prints and throws, how it ends.
//! When that was, and what Node does in between, is not part of it: two versions of Node do the same if these are the same.

use trace::{Ending, Entry, Event, FrameKind, OutputStream, Phase, Position, Queue, Site, SiteId, StepId, TaskId, Trace, ValueId};

use super::prose::{clip, task_text};
use super::{Rich, is_nodes_own, root_site};

/// A place in the program's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place<'a> {
    path: &'a str,
    position: Position,
}

/// One of the things that can be observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Observable<'a> {
    /// A callback of the program, or its main script, begins.
    Begun {
        queue: Queue,
        phase: Option<Phase>,
        from: Option<Place<'a>>,
    },
    /// A function of the program begins or goes on.
    Entered {
        at: Option<Place<'a>>,
        entry: Entry,
    },
    /// A statement.
    Reached(Option<Place<'a>>),
    Printed {
        stream: OutputStream,
        text: Printout<'a>,
    },
    Thrown(&'a str),
    Uncaught {
        error: &'a str,
        handled: bool,
    },
    /// One of the machine's bounds.
    Cut,
    Exited {
        code: i32,
        ending: Ending,
    },
}

/// The number of program texts whose places are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Programs {
    One,
    /// Two texts: a place in one says nothing of the other.
    Two,
}

/// All that can be observed of a run, by step.
pub(super) fn observables(trace: &Trace, programs: Programs) -> Vec<(StepId, Observable<'_>)> {
    let mut phase = None;
    let mut found = Vec::new();
    for (id, step) in (0u32..).map(StepId).zip(trace.steps()) {
        if let Event::PhaseEntered { phase: entered, .. } = step.event {
            phase = Some(entered);
        } else if matches!(step.event, Event::PhaseLeft { .. }) {
            phase = None;
        }
        found.extend(observable(trace, id, phase).and_then(|one| one.of(programs)).map(|one| (id, one)));
    }
    found
}

fn observable(trace: &Trace, step: StepId, phase: Option<Phase>) -> Option<Observable<'_>> {
    let step = trace.step(step)?;
    let value = |id: ValueId| trace.value(id).map_or("", |value| &value.text);
    Some(match &step.event {
        Event::TaskBegun { task } if !is_programs(trace, *task) => return None,
        Event::TaskBegun { task } => {
            let queue = trace.task(*task).map_or(Queue::Main, |record| record.queue);
            Observable::Begun { queue, phase, from: root_site(trace, *task).and_then(|site| place(trace, site)) }
        }
        Event::FrameEntered { kind: FrameKind::Program, entry, .. } => {
            Observable::Entered { at: step.site.and_then(|site| place(trace, site)), entry: *entry }
        }
        Event::Statement { .. } => Observable::Reached(step.site.and_then(|site| place(trace, site))),
        Event::Output { stream, text } => Observable::Printed { stream: *stream, text: Printout(trace.text(*text)) },
        Event::Thrown { value: error } => Observable::Thrown(value(*error)),
        Event::Uncaught { value: error, handled } | Event::RejectionUnhandled { value: error, handled } => {
            Observable::Uncaught { error: value(*error), handled: *handled }
        }
        Event::Cut { .. } => Observable::Cut,
        Event::Exited { code, ending } => Observable::Exited { code: *code, ending: *ending },
        Event::FrameEntered { kind: FrameKind::Callee | FrameKind::Library | FrameKind::Native, .. }
        | Event::Called { .. }
        | Event::Returned { .. }
        | Event::FrameLeft
        | Event::Caught { .. }
        | Event::RejectionNoted { .. }
        | Event::RejectionHandled { .. }
        | Event::ModuleFound { .. }
        | Event::ModuleChanged { .. }
        | Event::TaskEnqueued { .. }
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
        | Event::StreamFound { .. }
        | Event::StreamNamed { .. }
        | Event::StreamCalled { .. }
        | Event::StreamListened { .. }
        | Event::StreamChanged { .. } => return None,
    })
}

impl Observable<'_> {
    fn of(self, programs: Programs) -> Option<Self> {
        match (programs, self) {
            (Programs::One, _) => Some(self),
            (Programs::Two, Self::Entered { .. } | Self::Reached(_)) => None,
            (Programs::Two, Self::Begun { queue, phase, .. }) => Some(Self::Begun { queue, phase, from: None }),
            (Programs::Two, _) => Some(self),
        }
    }
}

fn place(trace: &Trace, site: SiteId) -> Option<Place<'_>> {
    let Site { script, position, .. } = *trace.site(site)?;
    Some(Place { path: &trace.script(script)?.path, position })
}

/// Whether code of the program runs in the task. A function of Node's or of V8's that the program scheduled (`setTimeout(resolve)`) cannot be seen.
fn is_programs(trace: &Trace, task: TaskId) -> bool {
    let library = trace.task(task).is_some_and(|record| record.library && record.queue != Queue::Poll);
    !library && !is_nodes_own(trace, task)
}

/// A text that was printed. When Node ends a process over an error, what it says of its own frames and of its version is no part of it.
#[derive(Clone, Copy, Debug, Eq)]
pub(super) struct Printout<'a>(pub &'a str);

impl PartialEq for Printout<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || (self.is_farewell() && other.is_farewell() && self.lines().eq(other.lines()))
    }
}

impl<'a> Printout<'a> {
    fn is_farewell(self) -> bool {
        self.0.contains("\n\nNode.js v")
    }

    /// The lines that are compared.
    fn lines(self) -> impl Iterator<Item = &'a str> {
        let farewell = self.is_farewell();
        // Where Node's own code threw, its line stands first, and a blank line after it.
        let own = farewell && self.0.starts_with("node:");
        let lines = self.0.lines().skip_while(move |line| own && !line.is_empty());
        lines.filter(move |line| !farewell || !(line.starts_with("Node.js v") || line.trim_start().starts_with("at ") && line.contains("node:")))
    }
}

impl Observable<'_> {
    /// The words in it that may be long.
    fn text(self) -> String {
        match self {
            Self::Printed { text, .. } => text.lines().collect::<Vec<_>>().join("\n"),
            Self::Thrown(error) | Self::Uncaught { error, .. } => error.to_owned(),
            Self::Begun { .. } | Self::Entered { .. } | Self::Reached(_) | Self::Cut | Self::Exited { .. } => String::new(),
        }
    }
}

/// The deed that was observed at a step, as a verb in its plain form and the rest: `print`, `“a” on line 3`.
pub(super) struct Deed {
    verb: &'static str,
    rest: Vec<Rich>,
}

impl Deed {
    /// `None` where nothing can be observed.
    pub fn at(trace: &Trace, step: StepId) -> Option<Self> {
        Self::beside(trace, step, "")
    }

    /// The deeds of two runs. Where both said something, each is quoted from where the two are no longer the same.
    pub fn both(runs: [(&Trace, Option<StepId>); 2]) -> [Option<Self>; 2] {
        let text = |(trace, step): (&Trace, Option<StepId>)| observable(trace, step?, None).map(Observable::text);
        let [a, b] = runs.map(|run| text(run).unwrap_or_default());
        let deed = |(trace, step): (&Trace, Option<StepId>), other: &str| Self::beside(trace, step?, other);
        [deed(runs[0], &b), deed(runs[1], &a)]
    }

    fn beside(trace: &Trace, step: StepId, other: &str) -> Option<Self> {
        let observable = observable(trace, step, None)?;
        let line = trace.step(step)?.site.and_then(|site| trace.site(site)).map(|site| site.position.line);
        let on_line = |rest: Rich| [rest].into_iter().chain(line.map(|line| Rich::Text(format!(" on line {line}")))).collect();
        let quoted = || excerpt(&observable.text(), other);
        let (verb, rest) = match observable {
            Observable::Begun { .. } => begun(trace, step)?,
            Observable::Entered { entry: Entry::Called, .. } => ("enter", on_line(function(trace, step)?)),
            Observable::Entered { entry: Entry::Resumed, .. } => ("go on in", on_line(function(trace, step)?)),
            Observable::Reached(_) => ("reach", vec![Rich::Text(format!("line {}", line.unwrap_or(0)))]),
            Observable::Printed { .. } => ("print", on_line(Rich::strong(format!("“{}”", quoted())))),
            Observable::Thrown(_) => ("throw", on_line(Rich::code(quoted()))),
            Observable::Uncaught { handled: true, .. } => ("handle the uncaught", vec![Rich::code(quoted())]),
            Observable::Uncaught { handled: false, .. } => ("end with the uncaught", vec![Rich::code(quoted())]),
            Observable::Cut => ("reach", vec![Rich::text("a bound of this page")]),
            Observable::Exited { code, .. } => ("exit", vec![Rich::Text(format!("with code {code}"))]),
        };
        Some(Self { verb, rest })
    }

    /// `Both print “a” on line 3`: the words after the subject.
    pub fn of_both(self) -> Vec<Rich> {
        [vec![Rich::Text([self.verb, " "].concat())], self.rest].concat()
    }

    /// `prints “a” on line 3`.
    pub fn of_one(self) -> Vec<Rich> {
        let (verb, after) = self.verb.split_once(' ').map_or((self.verb, String::new()), |(verb, after)| (verb, [after, " "].concat()));
        let ending = if verb.ends_with("ch") || verb.ends_with('o') { "es " } else { "s " };
        [vec![Rich::Text([verb, ending, &after].concat())], self.rest].concat()
    }
}

/// Characters of a text or a value in a sentence, and of those how many may be the same in both.
const MOST: usize = 40;
const ALIKE: usize = 24;

/// The beginning of a text, or its line from shortly before where it is no longer the same as another.
fn excerpt(text: &str, other: &str) -> String {
    let alike = text.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    if alike <= ALIKE {
        return clip(text, MOST);
    }
    let head: Vec<char> = text.chars().take(alike).collect();
    let line = head.iter().rposition(|character| *character == '\n').map_or(0, |newline| newline + 1);
    let from = line.max(alike - ALIKE / 2);
    let rest: String = text.chars().skip(from).collect();
    format!("…{}", clip(&rest, MOST))
}

fn begun(trace: &Trace, step: StepId) -> Option<(&'static str, Vec<Rich>)> {
    let Event::TaskBegun { task } = trace.step(step)?.event else { return None };
    let main = trace.task(task).is_none_or(|record| record.queue == Queue::Main);
    Some(if main { ("start", vec![Rich::text("the main script")]) } else { ("run", callback(trace, task)) })
}

fn callback(trace: &Trace, task: TaskId) -> Vec<Rich> {
    vec![Rich::Text(task_text(trace, task))]
}

fn function(trace: &Trace, step: StepId) -> Option<Rich> {
    let Event::FrameEntered { name, .. } = trace.step(step)?.event else { return None };
    Some(match trace.text(name) {
        "" => Rich::text("a function"),
        name => Rich::code(name),
    })
}
