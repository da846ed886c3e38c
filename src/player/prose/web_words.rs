//! Events of web streams in the Streams Standard's words.

use trace::{Buffered, Flow, StreamCall, StreamId, StreamState, Trace};

use super::stream_words::{holds, name};
use crate::Rich;

/// The operation `call` as a sentence, with or without a chunk. `with`: puts the chunk behind what is given it, and the rest behind that. `both`: it is a `TransformStream`.
pub(super) fn called(
    trace: &Trace,
    stream: StreamId,
    (call, has_chunk): (StreamCall, bool),
    with: impl FnOnce(Vec<Rich>, &str) -> Vec<Rich>,
    readable: Option<Buffered>,
    both: bool,
) -> Vec<Rich> {
    let (name, text) = (|| name(trace, stream), Rich::text);
    let held = || readable.map_or_else(String::new, |buffer| format!(" Its queue {}.", holds(buffer)));
    match call {
        StreamCall::Push if !has_chunk => vec![name(), text(" is told by "), Rich::code("close()"), text(" that there is nothing more to come.")],
        StreamCall::Push => with(vec![name(), text(" gets a chunk by "), Rich::code("enqueue()")], "."),
        StreamCall::Read => vec![text("A reader of "), name(), text(" asks for a chunk: "), Rich::code("read()"), text(".")],
        StreamCall::AsksForMore if both => vec![name(), Rich::Text(format!(" is to give more: what comes out of it is wanted.{}", held()))],
        StreamCall::AsksForMore => vec![name(), text(" calls its "), Rich::code("pull()"), Rich::Text(format!(": it asks for more.{}", held()))],
        StreamCall::Write => with(vec![text("To "), name(), text(" is written: "), Rich::code("write()")], "."),
        StreamCall::Writes => vec![
            name(),
            text(" calls its "),
            Rich::code(if both { "transform()" } else { "write()" }),
            text(": until that is fulfilled, whatever else is written waits in the queue."),
        ],
        StreamCall::Written => vec![text("What was being written to "), name(), text(" is through.")],
        StreamCall::End => vec![name(), text(" is told by "), Rich::code("close()"), text(" that nothing more will be written.")],
        StreamCall::Destroy if readable.is_some() => vec![name(), text(" is cancelled: whatever it still holds is lost.")],
        StreamCall::Destroy => vec![name(), text(" is aborted: whatever it still holds is lost.")],
        StreamCall::Pipe(to) => vec![name(), text(" is piped to "), self::name(trace, to), text(".")],
        // Node's own streams alone have these.
        StreamCall::Unshift | StreamCall::Pause | StreamCall::Resume | StreamCall::Unpipe | StreamCall::Emit(_) => vec![name(), text(" goes on.")],
    }
}

/// The changes for which a web stream has other words than Node's.
pub(super) fn changed(trace: &Trace, stream: StreamId, before: &StreamState, now: &StreamState) -> Option<Vec<Rich>> {
    let (name, text) = (|| name(trace, stream), Rich::text);
    if let (Some(before), Some(now)) = (before.writable, now.writable) {
        if now.need_drain && !before.need_drain {
            let words = format!(" has backpressure: its queue {}. Who writes should wait for ", holds(now.buffer));
            return Some(vec![name(), Rich::Text(words), Rich::code("writer.ready"), text(".")]);
        }
        if before.need_drain && !now.need_drain {
            return Some(vec![name(), text(" wants more: "), Rich::code("writer.ready"), text(" is fulfilled.")]);
        }
        if now.finished && !before.finished {
            return Some(vec![name(), text(" is closed: all that was written is through.")]);
        }
    }
    if let (Some(before), Some(now)) = (before.readable, now.readable) {
        if now.flow != before.flow {
            let words = if now.flow == Flow::Unasked { " has no reader any more." } else { " is locked to a reader." };
            return Some(vec![name(), text(words)]);
        }
        if now.end_emitted && !before.end_emitted {
            return Some(vec![name(), text(" is closed: there is nothing more to read.")]);
        }
    }
    None
}
