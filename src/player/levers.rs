//! The settings that a run's streams can have, and those that they have.

use trace::{Buffered, Event, Lever, StreamId, Trace};

use super::stream_name;

/// A stream that has a lever.
#[derive(Clone, Debug, PartialEq)]
pub struct Tunable {
    /// The stream: see [`Lever::made`].
    pub made: u16,
    /// The variable that holds it, else its class: see [`stream_name`].
    pub name: String,
    /// Its constructor's name.
    pub class: String,
    /// Its readable side as it was when the stream was first seen; `None` where it has none.
    pub readable: Option<Buffered>,
    /// Its writable side at the same step; `None` where it has none.
    pub writable: Option<Buffered>,
}

/// The streams of a run that can be set, in the order in which they were made.
#[must_use]
pub fn tunables(trace: &Trace) -> Vec<Tunable> {
    let tunable = |(index, record): (u16, &trace::StreamRecord)| {
        let Event::StreamFound { state, .. } = &trace.step(record.found)?.event else { return None };
        Some(Tunable {
            made: record.made?,
            name: stream_name(trace, StreamId(index)),
            class: trace.text(record.class).to_owned(),
            readable: state.readable.map(|side| side.buffer),
            writable: state.writable.map(|side| side.buffer),
        })
    };
    let mut found: Vec<Tunable> = (0u16..).zip(trace.streams()).filter_map(tunable).collect();
    found.sort_by_key(|stream| stream.made);
    found
}

/// One thing that a lever sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// [`Lever::readable_mark`], in bytes or objects.
    ReadableMark,
    /// [`Lever::writable_mark`], in bytes or objects.
    WritableMark,
    /// [`Lever::chunk`], in bytes.
    Chunk,
    /// [`Lever::source_delay`], in ms.
    SourceDelay,
    /// [`Lever::sink_delay`], in ms.
    SinkDelay,
}

impl Setting {
    /// The settings of a readable side.
    pub const READABLE: [Self; 3] = [Self::ReadableMark, Self::Chunk, Self::SourceDelay];
    /// The settings of a writable side.
    pub const WRITABLE: [Self; 2] = [Self::WritableMark, Self::SinkDelay];

    /// The most that it may be set to.
    #[must_use]
    pub fn most(self) -> u32 {
        match self {
            Self::ReadableMark | Self::WritableMark | Self::Chunk => 1 << 30,
            Self::SourceDelay | Self::SinkDelay => 10_000,
        }
    }

    /// The least.
    #[must_use]
    pub fn least(self) -> u32 {
        u32::from(self == Self::Chunk)
    }

    /// The value that a lever sets it to; `None`: as the program has it.
    #[must_use]
    pub fn of(self, lever: &Lever) -> Option<u32> {
        match self {
            Self::ReadableMark => lever.readable_mark,
            Self::WritableMark => lever.writable_mark,
            Self::Chunk => lever.chunk,
            Self::SourceDelay => lever.source_delay.map(u32::from),
            Self::SinkDelay => lever.sink_delay.map(u32::from),
        }
    }

    /// Sets it, within its bounds; `None`: as the program has it.
    pub fn set(self, lever: &mut Lever, value: Option<u32>) {
        let value = value.map(|value| value.clamp(self.least(), self.most()));
        let short = value.and_then(|value| u16::try_from(value).ok());
        match self {
            Self::ReadableMark => lever.readable_mark = value,
            Self::WritableMark => lever.writable_mark = value,
            Self::Chunk => lever.chunk = value,
            Self::SourceDelay => lever.source_delay = short,
            Self::SinkDelay => lever.sink_delay = short,
        }
    }
}

/// Sets one thing of one stream. Levers that set nothing are taken away; the others keep their order.
pub fn set(levers: &mut Vec<Lever>, made: u16, setting: Setting, value: Option<u32>) {
    let at = levers.partition_point(|lever| lever.made < made);
    if levers.get(at).is_none_or(|lever| lever.made != made) {
        levers.insert(at, Lever { made, ..Lever::default() });
    }
    setting.set(&mut levers[at], value);
    if levers[at].is_at_rest() {
        levers.remove(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levers_stay_in_order_and_those_at_rest_go() {
        let mut levers = Vec::new();
        set(&mut levers, 3, Setting::SinkDelay, Some(20));
        set(&mut levers, 1, Setting::Chunk, Some(0));
        set(&mut levers, 3, Setting::WritableMark, Some(u32::MAX));
        assert_eq!(levers.iter().map(|lever| lever.made).collect::<Vec<_>>(), [1, 3]);
        assert_eq!((levers[0].chunk, levers[1].writable_mark, levers[1].sink_delay), (Some(1), Some(1 << 30), Some(20)));
        set(&mut levers, 1, Setting::Chunk, None);
        assert_eq!(levers.len(), 1);
    }
}
