//! Node's streams as a reader sees them: what each holds, how it stands, and what is done to it.

use serde::{Deserialize, Serialize};

use super::{StreamId, TextId};

/// A run's streams beyond this many are not followed.
pub const MOST_STREAMS: usize = 200;

/// How a readable side gives its data away (`readable.readableFlowing`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flow {
    /// `null`: nobody has asked for data yet.
    Unasked,
    /// `false`.
    Paused,
    /// `true`: to `data` listeners as soon as it is there.
    Flowing,
}

/// The unit in which a buffer counts its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum SizeUnit {
    /// Bytes; of a string that a stream does not turn into bytes, its UTF-16 units.
    #[default]
    Bytes,
    /// In object mode: each chunk is one.
    Objects,
    /// A web stream without a strategy's `size()`: each chunk is one.
    Chunks,
    /// A web stream with one: whatever that returns.
    BySize,
}

/// The buffer that each side of a stream has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buffered {
    /// The size of its content: `readableLength`, `writableLength`.
    pub size: u32,
    /// In how many chunks; a writable side's that is being written among them.
    pub chunks: u32,
    /// The size at which it counts as full, in the same unit.
    pub high_water_mark: u32,
    /// The unit of both.
    pub unit: SizeUnit,
}

/// The readable side of a stream (`_readableState`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadableSide {
    /// The chunks that wait to be read.
    pub buffer: Buffered,
    /// Whether it flows.
    pub flow: Flow,
    /// `_read` was called, and nothing has been pushed since.
    pub reading: bool,
    /// `push(null)`: nothing more will come.
    pub ended: bool,
    /// `end` was emitted: all of it was read.
    pub end_emitted: bool,
    /// The number of streams that it is piped to and that have said that they are full.
    pub awaits_drain: u16,
}

/// The writable side of a stream (`_writableState`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WritableSide {
    /// The chunks that wait to be written.
    pub buffer: Buffered,
    /// `_write` has not called back yet.
    pub writing: bool,
    /// `write()` returned `false`: `drain` will be emitted.
    pub need_drain: bool,
    /// The number of calls of `cork()` without their `uncork()`.
    pub corked: u16,
    /// `end()` was called.
    pub ending: bool,
    /// `finish` was emitted: all of it was written.
    pub finished: bool,
}

/// A stream between two changes.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StreamState {
    /// `None`: it cannot be read from.
    pub readable: Option<ReadableSide>,
    /// `None`: it cannot be written to.
    pub writable: Option<WritableSide>,
    /// A web stream: its readable and writable side are those of a `ReadableStream`, a `WritableStream` or a `TransformStream`.
    pub web: bool,
    /// The streams that it is piped to.
    pub pipes: Box<[StreamId]>,
    /// `destroy()` was called, by the program or by Node when both sides were done; `false` for a web stream.
    pub destroyed: bool,
    /// It was destroyed with an error; for a web stream: one of its sides is in the state `errored`.
    pub errored: bool,
}

impl StreamState {
    /// The unit in which a side's buffer counts; bytes where there is no such side.
    #[must_use]
    pub fn unit(&self, readable: bool) -> SizeUnit {
        let buffer = if readable { self.readable.map(|side| side.buffer) } else { self.writable.map(|side| side.buffer) };
        buffer.map_or_else(SizeUnit::default, |buffer| buffer.unit)
    }
}

/// An operation on a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StreamCall {
    /// `push(chunk)`, by whoever makes the data. Without a chunk it is `push(null)`.
    Push,
    /// `unshift(chunk)`: data goes back to the front of the readable buffer.
    Unshift,
    /// `read()`, by whoever takes it: the program or Node's own `flow`.
    Read,
    /// `_read()`: the stream asks for more of what it gives.
    AsksForMore,
    /// `write(chunk)`, by whoever makes the data: the program, or Node's `pipe`.
    Write,
    /// `_write()`: one chunk, or with `_writev` several, is on its way.
    Writes,
    /// The callback of `_write` was called.
    Written,
    /// `end()`: nothing more will be written.
    End,
    /// `pause()`: what comes in stays in the buffer.
    Pause,
    /// `resume()`: from the next tick on it flows.
    Resume,
    /// `pipe(…)`, into that stream.
    Pipe(StreamId),
    /// `unpipe()`: one pipe, or every one, is taken away.
    Unpipe,
    /// `destroy()`; of a web stream `cancel()` or `abort()`.
    Destroy,
    /// An event with listeners: `drain`, `end`, `finish`, `error`, `close` …
    Emit(TextId),
}
