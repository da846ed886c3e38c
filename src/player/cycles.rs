//! Stretches where a run does the same again and again: a chunk is written, drains, the next. What is alike from step to step is found by its kind and place,
//! not by its values, and loops within loops are found from the inside out.

use std::collections::{BTreeMap, HashMap};
use std::mem::{Discriminant, discriminant};

use trace::{Event, OutputStream, SiteId, Step, StreamCall, StreamId, TaskId, TextId, Trace};

/// A stretch of a run that repeats itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// The step at which each time begins, and at last the one behind the last time.
    pub starts: Vec<u32>,
}

impl Cycle {
    /// How often it comes.
    #[must_use]
    pub fn times(&self) -> usize {
        self.starts.len() - 1
    }

    /// The number of the time that a step is part of, from 0.
    #[must_use]
    pub fn time_at(&self, step: u32) -> Option<usize> {
        let time = self.starts.partition_point(|start| *start <= step).checked_sub(1)?;
        (time < self.times()).then_some(time)
    }
}

/// Fewer times, or fewer steps in all, are not worth a fold.
const TIMES: usize = 8;
const STEPS: u32 = 300;
/// Repetitions that are at least this many are taken together, so that a larger stretch around them may be seen to repeat itself.
const TOGETHER: usize = 3;
/// The number of next places that look alike and are tried as the beginning of the next time.
const GUESSES: usize = 4;
/// About the number of periods that are remembered.
const KNOWN: usize = 64;
/// From the inside out: what repeats itself after so many symbols at the most.
const PERIODS: [usize; 6] = [4, 16, 64, 256, 1_024, 4_096];

/// One step, or a stretch that repeats itself: alike are those of one `kind`.
struct Symbol {
    kind: u32,
    from: u32,
    /// For a stretch: the steps at which each time begins and ends, and the symbols in it.
    repeats: Option<(Vec<u32>, Vec<Symbol>)>,
}

/// The stretches of a run that repeat themselves often, in order; none within another.
#[must_use]
pub fn cycles(trace: &Trace) -> Vec<Cycle> {
    let steps = u32::try_from(trace.steps().len()).unwrap_or(u32::MAX);
    let mut kinds = Kinds::default();
    let mut symbols: Vec<Symbol> = (0..steps)
        .zip(trace.steps())
        .filter_map(|(from, step)| Some(Symbol { kind: kinds.of(recurrence(trace, step))?, from, repeats: None }))
        .collect();
    for longest in PERIODS {
        symbols = taken_together(symbols, longest, steps, &mut kinds);
    }
    let mut found = Vec::new();
    worth_a_fold(symbols, &mut found);
    found
}

/// The widest that are worth it.
fn worth_a_fold(symbols: Vec<Symbol>, found: &mut Vec<Cycle>) {
    for (starts, within) in symbols.into_iter().filter_map(|symbol| symbol.repeats) {
        let steps = starts[starts.len() - 1] - starts[0];
        if starts.len() > TIMES && steps >= STEPS { found.push(Cycle { starts }) } else { worth_a_fold(within, found) }
    }
}

/// The likeness of a step: what it has in common with another of its kind at the same place in the text, whatever the values.
#[derive(PartialEq, Eq, Hash)]
struct Likeness {
    event: Discriminant<Event>,
    site: Option<SiteId>,
    about: About,
}

/// The thing that an event is about, as far as two events that differ in it are not alike.
#[derive(PartialEq, Eq, Hash)]
enum About {
    Nothing,
    Name(TextId),
    /// The label of a task; `None` for a task that was never enqueued.
    Task(Option<TextId>),
    Call(StreamId, Discriminant<StreamCall>),
    Stream(StreamId),
    Listeners(TextId, u16),
    Output(OutputStream),
}

/// The way in which a step may come again.
enum Recurrence {
    /// Work of the loop and of the workers, which comes once more or once less as the time falls: it is passed over.
    InBetween,
    /// It comes once, or nobody should miss it: it is like no other.
    Single,
    /// It is like every step of the same likeness.
    Like(Likeness),
}

fn recurrence(trace: &Trace, step: &Step) -> Recurrence {
    let label = |task: TaskId| About::Task(trace.task(task).map(|record| record.label));
    let about = match &step.event {
        Event::PhaseEntered { .. }
        | Event::PhaseLeft { .. }
        | Event::PollBlocked { .. }
        | Event::PollWoke { .. }
        | Event::PoolStarted { .. }
        | Event::PoolFinished { .. }
        | Event::Chosen { .. } => return Recurrence::InBetween,
        Event::Uncaught { .. }
        | Event::RejectionNoted { .. }
        | Event::RejectionHandled { .. }
        | Event::RejectionUnhandled { .. }
        | Event::ModuleFound { .. }
        | Event::ModuleChanged { .. }
        | Event::StreamFound { .. }
        | Event::StreamNamed { .. }
        | Event::Cut { .. }
        | Event::Exited { .. } => return Recurrence::Single,
        Event::Statement { .. }
        | Event::Called { .. }
        | Event::Returned { .. }
        | Event::FrameLeft
        | Event::Thrown { .. }
        | Event::Caught { .. }
        | Event::PoolDelivered { .. } => About::Nothing,
        Event::FrameEntered { name, .. } => About::Name(*name),
        Event::TaskEnqueued { label, .. } => About::Task(Some(*label)),
        Event::PoolSubmitted { label, .. } => About::Name(*label),
        Event::TaskBegun { task } | Event::TaskEnded { task } | Event::TaskCancelled { task } | Event::TimerRearmed { task, .. } => label(*task),
        Event::StreamCalled { stream, call, .. } => About::Call(*stream, discriminant(call)),
        Event::StreamChanged { stream, .. } => About::Stream(*stream),
        Event::StreamListened { event, listeners, .. } => About::Listeners(*event, *listeners),
        Event::Output { stream, .. } => About::Output(*stream),
    };
    Recurrence::Like(Likeness { event: discriminant(&step.event), site: step.site, about })
}

/// Numbers for the kinds of steps and of stretches, in the order in which they are first met. A step that is like no other has a new one each time.
#[derive(Default)]
struct Kinds {
    /// Never gone through in its own order.
    steps: HashMap<Likeness, u32>,
    stretches: BTreeMap<Vec<u32>, u32>,
    next: u32,
}

impl Kinds {
    /// The number of a step's kind; `None` for one that is passed over.
    fn of(&mut self, recurrence: Recurrence) -> Option<u32> {
        match recurrence {
            Recurrence::InBetween => None,
            Recurrence::Single => Some(another(&mut self.next)),
            Recurrence::Like(likeness) => Some(*self.steps.entry(likeness).or_insert_with(|| another(&mut self.next))),
        }
    }

    /// The number of a stretch that repeats this period, however often.
    fn of_stretch(&mut self, period: Vec<u32>) -> u32 {
        *self.stretches.entry(period).or_insert_with(|| another(&mut self.next))
    }
}

fn another(next: &mut u32) -> u32 {
    *next += 1;
    *next
}

/// Makes one symbol of each stretch that repeats itself.
fn taken_together(symbols: Vec<Symbol>, longest: usize, end: u32, kinds: &mut Kinds) -> Vec<Symbol> {
    let next = next_alike(&symbols, kinds);
    // By period: up to where what is there is known to be alike to what is a period behind it.
    let mut alike_until: BTreeMap<usize, usize> = BTreeMap::new();
    // Where each stretch begins, how long one time of it is, and how often it comes.
    let mut stretches: Vec<(usize, usize, usize)> = Vec::new();
    let mut at = 0;
    while at < symbols.len() {
        let mut best = (0, 0);
        let mut guess = next[at];
        for _ in 0..GUESSES {
            let Some(place) = guess.filter(|place| place - at <= longest) else { break };
            let period = place - at;
            // Of what was compared before, only what goes on up to here.
            let known = alike_until.get(&period).copied().unwrap_or(0);
            let mut until = known.max(at);
            while until + period < symbols.len() && symbols[until].kind == symbols[until + period].kind {
                until += 1;
            }
            alike_until.insert(period, until);
            let times = (until - at) / period + 1;
            if times >= TOGETHER && times * period > best.0 * best.1 {
                best = (period, times);
            }
            guess = next[place];
        }
        if best.0 > 0 {
            stretches.push((at, best.0, best.1));
            at += best.0 * best.1;
        } else {
            at += 1;
        }
        if alike_until.len() > KNOWN {
            alike_until.retain(|_, until| *until > at);
        }
    }
    joined(symbols, &stretches, end, kinds)
}

/// For each symbol the next of its kind.
fn next_alike(symbols: &[Symbol], kinds: &Kinds) -> Vec<Option<usize>> {
    let mut last = vec![None; kinds.next as usize + 1];
    let mut next = vec![None; symbols.len()];
    for (at, symbol) in symbols.iter().enumerate().rev() {
        next[at] = last[symbol.kind as usize].replace(at);
    }
    next
}

fn joined(symbols: Vec<Symbol>, stretches: &[(usize, usize, usize)], end: u32, kinds: &mut Kinds) -> Vec<Symbol> {
    let begins: Vec<u32> = symbols.iter().map(|symbol| symbol.from).chain([end]).collect();
    let mut symbols = symbols.into_iter();
    let mut done = 0;
    let mut joined = Vec::new();
    for &(at, period, times) in stretches {
        joined.extend(symbols.by_ref().take(at - done));
        let within: Vec<Symbol> = symbols.by_ref().take(period * times).collect();
        let kind = kinds.of_stretch(within[..period].iter().map(|symbol| symbol.kind).collect());
        let starts: Vec<u32> = (0..=times).map(|time| begins[at + time * period]).collect();
        joined.push(Symbol { kind, from: begins[at], repeats: Some((starts, within)) });
        done = at + period * times;
    }
    joined.extend(symbols);
    joined
}
