//! Where a run does the same again and again: a chunk is written, drains, the next. What is alike from step to step is found by its kind and place,
//! not by its values, and loops within loops are found from the inside out.

use std::collections::BTreeMap;

use trace::{Event, Step, StreamCall, Trace};

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

    /// Which time it is at a step, from 0.
    #[must_use]
    pub fn time_at(&self, step: u32) -> Option<usize> {
        let time = self.starts.partition_point(|start| *start <= step).checked_sub(1)?;
        (time < self.times()).then_some(time)
    }
}

/// Fewer times, or fewer steps in all, are not worth a fold.
const TIMES: usize = 8;
const STEPS: u32 = 300;
/// So many times the same are taken together, that what they are part of may be seen to repeat itself.
const TOGETHER: usize = 3;
/// How many of the next places that look alike may be where it begins again.
const GUESSES: usize = 4;
/// So many periods are remembered, about.
const KNOWN: usize = 64;
/// From the inside out: what repeats itself after so many symbols at the most.
const PERIODS: [usize; 6] = [4, 16, 64, 256, 1_024, 4_096];

/// One step, or a stretch that repeats itself: alike are those of one `kind`.
struct Symbol {
    kind: u32,
    from: u32,
    /// Of a stretch: where each time begins and ends, and all that is in it.
    repeats: Option<(Vec<u32>, Vec<Symbol>)>,
}

/// The stretches of a run that repeat themselves often, in order; none within another.
#[must_use]
pub fn cycles(trace: &Trace) -> Vec<Cycle> {
    let steps = u32::try_from(trace.steps().len()).unwrap_or(u32::MAX);
    let mut kinds = Kinds::default();
    let mut symbols: Vec<Symbol> = (0..steps)
        .zip(trace.steps())
        .filter(|(_, step)| !is_in_between(&step.event))
        .map(|(from, step)| Symbol { kind: kinds.of(kind_of(trace, step)), from, repeats: None })
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

/// What the loop and the workers do in between, once more or once less as the time falls.
fn is_in_between(event: &Event) -> bool {
    matches!(
        event,
        Event::PhaseEntered { .. }
            | Event::PhaseLeft { .. }
            | Event::PollBlocked { .. }
            | Event::PollWoke { .. }
            | Event::PoolStarted { .. }
            | Event::PoolFinished { .. }
            | Event::Chosen { .. }
    )
}

/// What a step is, but for the values in it.
type Kind = (u8, u32, u32);

fn kind_of(trace: &Trace, step: &Step) -> Kind {
    let site = step.site.map_or(u32::MAX, |site| site.0);
    let label = |task| trace.task(task).map_or(u32::MAX, |record| record.label.0);
    let (kind, about) = match &step.event {
        Event::Statement { .. } => (0, 0),
        Event::Called { .. } => (1, 0),
        Event::Returned { .. } => (2, 0),
        Event::FrameEntered { name, .. } => (3, name.0),
        Event::FrameLeft => (4, 0),
        Event::Thrown { .. } => (5, 0),
        Event::Caught { .. } => (6, 0),
        Event::TaskEnqueued { label, .. } => (7, label.0),
        Event::TaskBegun { task } => (8, label(*task)),
        Event::TaskEnded { task } => (9, label(*task)),
        Event::TaskCancelled { task } => (10, label(*task)),
        Event::TimerRearmed { task, .. } => (11, label(*task)),
        Event::PoolSubmitted { label, .. } => (12, label.0),
        Event::PoolDelivered { .. } => (13, 0),
        Event::StreamCalled { stream, call, .. } => (20 + call_of(*call), u32::from(stream.0)),
        Event::StreamChanged { stream, .. } => (40, u32::from(stream.0)),
        Event::StreamListened { event, listeners, .. } => (42, event.0.wrapping_mul(31).wrapping_add(u32::from(*listeners))),
        Event::Output { stream, .. } => (41, *stream as u32),
        // What comes once, or what nobody should miss.
        _ => return (u8::MAX, u32::MAX, 0),
    };
    (kind, site, about)
}

fn call_of(call: StreamCall) -> u8 {
    match call {
        StreamCall::Push => 0,
        StreamCall::Unshift => 1,
        StreamCall::Read => 2,
        StreamCall::AsksForMore => 3,
        StreamCall::Write => 4,
        StreamCall::Writes => 5,
        StreamCall::Written => 6,
        StreamCall::End => 7,
        StreamCall::Pause => 8,
        StreamCall::Resume => 9,
        StreamCall::Pipe(_) => 10,
        StreamCall::Unpipe => 11,
        StreamCall::Destroy => 12,
        StreamCall::Emit(_) => 13,
    }
}

/// A number for each kind of step, and of stretch. What never repeats itself has a new one each time.
#[derive(Default)]
struct Kinds {
    steps: BTreeMap<Kind, u32>,
    stretches: BTreeMap<Vec<u32>, u32>,
    next: u32,
}

impl Kinds {
    fn of(&mut self, kind: Kind) -> u32 {
        if kind.0 == u8::MAX { another(&mut self.next) } else { known(&mut self.steps, kind, &mut self.next) }
    }

    /// Of a stretch of that which repeats itself, however often.
    fn of_stretch(&mut self, period: Vec<u32>) -> u32 {
        known(&mut self.stretches, period, &mut self.next)
    }
}

fn another(next: &mut u32) -> u32 {
    *next += 1;
    *next
}

fn known<K: Ord>(numbers: &mut BTreeMap<K, u32>, kind: K, next: &mut u32) -> u32 {
    *numbers.entry(kind).or_insert_with(|| another(next))
}

/// What repeats itself becomes one symbol.
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
