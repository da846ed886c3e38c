//! Events of streams in words.

use trace::{Buffered, Flow, Nanos, SizeUnit, Snapshot, StepId, StreamCall, StreamId, StreamState, StreamView, TextId, Trace, ValueId};

use super::phrase::value;
use super::web_words;
use crate::{Rich, plural};

/// The variable that holds a stream, else its class, with a number where there are several: `source`, `Readable`, `PassThrough 2`.
#[must_use]
pub fn stream_name(trace: &Trace, stream: StreamId) -> String {
    let Some(record) = trace.streams().get(stream.index()) else {
        return "a stream".to_owned();
    };
    if let Some(name) = record.name {
        return trace.text(name).to_owned();
    }
    let alike = |streams: &[trace::StreamRecord]| streams.iter().filter(|other| other.name.is_none() && other.class == record.class).count();
    let class = trace.text(record.class);
    match alike(trace.streams()) {
        0 | 1 => class.to_owned(),
        _ => format!("{class} {}", alike(&trace.streams()[..=stream.index()])),
    }
}

/// A size as the buffer counts: `48 KiB`, `3 objects`.
#[must_use]
pub fn amount(size: u64, unit: SizeUnit) -> String {
    const KIB: u64 = 1024;
    let (whole, rest) = (size / KIB, size % KIB);
    let counted = |what| plural(usize::try_from(size).unwrap_or(usize::MAX), what);
    match size {
        _ if unit == SizeUnit::BySize => format!("{size} by size()"),
        _ if unit == SizeUnit::Objects => counted("object"),
        _ if unit == SizeUnit::Chunks => counted("chunk"),
        _ if whole == 0 => counted("byte"),
        _ if rest == 0 => format!("{whole} KiB"),
        _ if whole < 10 => format!("{whole}.{:02} KiB", rest * 100 / KIB),
        _ => format!("{whole}.{} KiB", rest * 10 / KIB),
    }
}

/// The memory of a process by the model, in MiB: the size of real Node with a small program, and the contents of the streams' buffers.
#[must_use]
pub fn resident(held: u64) -> String {
    const SMALL_PROGRAM: u64 = 44_000_000;
    const MIB: u64 = 1024 * 1024;
    let all = SMALL_PROGRAM + held;
    format!("{}.{} MiB", all / MIB, all % MIB * 10 / MIB)
}

/// The amount that went by in a second of virtual time, on average over `time`: `48 KiB/s`, `1200 objects/s`.
#[must_use]
pub fn rate(size: u64, time: Nanos, unit: SizeUnit) -> String {
    const MIB: u64 = 1024 * 1024;
    let a_second = u128::from(size) * 1_000_000_000 / u128::from(time.0.max(1));
    let a_second = u64::try_from(a_second).unwrap_or(u64::MAX);
    match a_second {
        _ if unit != SizeUnit::Bytes || a_second < 1024 => format!("{}/s", amount(a_second, unit)),
        ..MIB => format!("{} KiB/s", a_second / 1024),
        _ => format!("{}.{} MiB/s", a_second / MIB, a_second % MIB * 10 / MIB),
    }
}

/// `20 of 30 bytes`.
fn level(buffer: Buffered) -> String {
    let (size, most) = (u64::from(buffer.size), u64::from(buffer.high_water_mark));
    let (size_words, most_words) = (amount(size, buffer.unit), amount(most, buffer.unit));
    match (size_words.split_once(' '), most_words.split_once(' ')) {
        (Some((size, unit)), Some((most, other))) if unit.trim_end_matches('s') == other.trim_end_matches('s') => format!("{size} of {most} {other}"),
        _ => format!("{size_words} of {most_words}"),
    }
}

/// `is empty`, `holds 20 of 30 bytes`.
pub(super) fn holds(buffer: Buffered) -> String {
    if buffer.size == 0 { "is empty".to_owned() } else { format!("holds {}", level(buffer)) }
}

/// A stream with two sides has two buffers.
fn the_buffer_of(state: &StreamState, readable: bool) -> &'static str {
    match (state.readable.is_some() && state.writable.is_some(), readable) {
        (false, _) if state.web => "The queue of ",
        (false, _) => "The buffer of ",
        (true, true) => "The readable side of ",
        (true, false) => "The writable side of ",
    }
}

pub(super) fn name(trace: &Trace, stream: StreamId) -> Rich {
    Rich::Code(stream_name(trace, stream))
}

pub(super) fn found(trace: &Trace, snapshot: &Snapshot, stream: StreamId) -> Vec<Rich> {
    let class = trace.streams().get(stream.index()).map_or("", |record| trace.text(record.class));
    let mut sentence = vec![name(trace, stream), Rich::Text(format!(" is a {class}"))];
    let state = snapshot.streams.get(stream.index()).map(|stream| &stream.state);
    let buffer = state.and_then(|state| state.readable.map(|side| side.buffer).or(state.writable.map(|side| side.buffer)));
    if let Some(buffer) = buffer {
        let most = amount(u64::from(buffer.high_water_mark), buffer.unit);
        let buffer = if state.is_some_and(|state| state.web) { "queue" } else { "buffer" };
        sentence.push(Rich::Text(format!(": its {buffer} counts as full at {most}, its highWaterMark")));
    }
    sentence.push(Rich::text("."));
    sentence
}

pub(super) fn called(trace: &Trace, snapshot: &Snapshot, stream: StreamId, call: StreamCall, chunk: Option<(ValueId, u32)>) -> Vec<Rich> {
    let view = snapshot.streams.get(stream.index());
    let readable = view.and_then(|view| view.state.readable);
    let in_bytes = view.is_none_or(|view| view.state.unit(call != StreamCall::Write) == SizeUnit::Bytes);
    let method = |method: &str| Rich::Code(format!("{}.{method}()", stream_name(trace, stream)));
    let text = Rich::text;
    let with = |mut sentence: Vec<Rich>, end: &str| {
        if let Some((chunk, size)) = chunk {
            sentence.extend([text(" with "), value(trace, chunk)]);
            if in_bytes {
                sentence.push(Rich::Text(format!(", {}", amount(u64::from(size), SizeUnit::Bytes))));
            }
        }
        sentence.push(Rich::Text(end.to_owned()));
        sentence
    };
    if view.is_some_and(|view| view.state.web) {
        let both = readable.is_some() && view.is_some_and(|view| view.state.writable.is_some());
        return web_words::called(trace, stream, (call, chunk.is_some()), with, readable.map(|side| side.buffer), both);
    }
    match call {
        StreamCall::Push if chunk.is_none() => {
            vec![Rich::Code(format!("{}.push(null)", stream_name(trace, stream))), text(": there is nothing more to come.")]
        }
        StreamCall::Push => with(vec![method("push")], ": data comes in."),
        StreamCall::Unshift => with(vec![method("unshift")], ": data goes back to the front of the buffer."),
        StreamCall::Read => vec![method("read"), text(" takes what is there.")],
        StreamCall::AsksForMore => {
            let held = readable.map_or_else(String::new, |side| format!(" Its buffer {}.", holds(side.buffer)));
            vec![name(trace, stream), text(" calls its "), Rich::code("_read()"), Rich::Text(format!(": it asks for more.{held}"))]
        }
        StreamCall::Write => with(vec![method("write")], "."),
        StreamCall::Writes => vec![
            name(trace, stream),
            text(" calls its "),
            Rich::code("_write()"),
            text(": until that calls back, whatever else is written waits in the buffer."),
        ],
        StreamCall::Written => {
            vec![text("The "), Rich::code("_write()"), text(" of "), name(trace, stream), text(" calls back: that is through.")]
        }
        StreamCall::End => vec![method("end"), text(": nothing more will be written.")],
        StreamCall::Pause => vec![method("pause"), text(": data is to stay in the buffer.")],
        StreamCall::Resume => vec![method("resume"), text(": data is to flow, from the next tick on.")],
        StreamCall::Pipe(to) => vec![name(trace, stream), text(" is piped to "), name(trace, to), text(".")],
        StreamCall::Unpipe => vec![method("unpipe"), text(" takes a pipe away.")],
        StreamCall::Destroy => vec![method("destroy"), text(": whatever it still holds is lost.")],
        StreamCall::Emit(event) => emits(trace, stream, trace.text(event), chunk),
    }
}

fn emits(trace: &Trace, stream: StreamId, event: &str, chunk: Option<(ValueId, u32)>) -> Vec<Rich> {
    let mut sentence = vec![name(trace, stream), Rich::text(" emits "), Rich::Code(event.to_owned())];
    if let Some((chunk, _)) = chunk {
        sentence.extend([Rich::text(" with "), value(trace, chunk)]);
    }
    sentence.push(Rich::text(match event {
        "drain" => ": its buffer is empty again, so whoever waited may go on to write.",
        "readable" => ": there is something to read, or the end.",
        "end" => ": all of it has been read.",
        "finish" => ": all that was written is through.",
        "close" => ": it is over, nothing comes after this.",
        "error" => ": something went wrong.",
        "pipe" => ": something is piped into it.",
        "unpipe" => ": something is no longer piped into it.",
        _ => ".",
    }));
    sentence
}

pub(super) fn listened(trace: &Trace, snapshot: &Snapshot, stream: StreamId, event: TextId, listeners: u16) -> Vec<Rich> {
    let before = trace.snapshot(StepId(snapshot.step.0.saturating_sub(1)));
    let before =
        before.streams.get(stream.index()).and_then(|view| view.listeners.iter().find(|(known, _)| *known == event)).map_or(0, |(_, count)| *count);
    let has = match (listeners, listeners > before) {
        (0, _) => " no longer has a listener for ".to_owned(),
        (1, true) => " has a listener for ".to_owned(),
        (_, true) => format!(" has {listeners} listeners for "),
        (_, false) => format!(" has one listener fewer, {listeners}, for "),
    };
    vec![name(trace, stream), Rich::Text(has), Rich::Code(trace.text(event).to_owned()), Rich::text(".")]
}

/// `Listeners: data 1, end 2`; `None` where there are none.
#[must_use]
pub fn listeners_words(trace: &Trace, view: &StreamView) -> Option<String> {
    let words: Vec<String> = view.listeners.iter().map(|(event, count)| format!("{} {count}", trace.text(*event))).collect();
    (!words.is_empty()).then(|| format!("Listeners: {}", words.join(", ")))
}

/// The one thing that says most of how a stream stands now.
pub(super) fn changed(trace: &Trace, snapshot: &Snapshot, stream: StreamId, now: &StreamState) -> Vec<Rich> {
    let before = trace.snapshot(StepId(snapshot.step.0.saturating_sub(1)));
    let before = before.streams.get(stream.index()).map(|view| view.state.clone()).unwrap_or_default();
    let (name, text) = (|| name(trace, stream), Rich::text);
    if now.errored && !before.errored {
        return vec![name(), text(" has failed.")];
    }
    if now.pipes.len() > before.pipes.len() {
        let to = now.pipes.last().map_or_else(|| Rich::text("a stream"), |to| Rich::Code(stream_name(trace, *to)));
        return vec![name(), text(" now leads to "), to, text(".")];
    }
    let web = if now.web { web_words::changed(trace, stream, &before, now) } else { None };
    if let Some(words) = web {
        return words;
    }
    if let Some(words) = writable_changed(trace, stream, &before, now).or_else(|| readable_changed(trace, stream, &before, now)) {
        return words;
    }
    if now.destroyed && !before.destroyed {
        return vec![name(), text(" is destroyed.")];
    }
    if now.pipes.len() < before.pipes.len() {
        return vec![name(), text(" no longer leads there.")];
    }
    vec![name(), text(" stands in another way now.")]
}

fn writable_changed(trace: &Trace, stream: StreamId, before: &StreamState, now: &StreamState) -> Option<Vec<Rich>> {
    let the_buffer = the_buffer_of(now, false);
    let (before, now) = (before.writable?, now.writable?);
    let (name, text) = (|| name(trace, stream), Rich::text);
    let write = Rich::Code(format!("{}.write()", stream_name(trace, stream)));
    Some(if now.need_drain && !before.need_drain {
        let level = format!("its buffer holds {}", level(now.buffer));
        vec![
            write,
            text(" will return "),
            Rich::code("false"),
            Rich::Text(format!(": {level}. Who writes should wait for ")),
            Rich::code("drain"),
            text("."),
        ]
    } else if now.finished && !before.finished {
        vec![name(), text(" is finished: all that was written is through.")]
    } else if now.ending && !before.ending {
        vec![name(), text(" takes nothing more.")]
    } else if now.buffer.size != before.buffer.size {
        vec![text(the_buffer), name(), Rich::Text(format!(" {}.", holds(now.buffer)))]
    } else if before.need_drain && !now.need_drain {
        vec![name(), text(" may be written to again.")]
    } else if now.corked != before.corked {
        let words = if now.corked > before.corked { " is corked: writes gather in its buffer." } else { " is uncorked." };
        vec![name(), text(words)]
    } else if before.writing && !now.writing {
        vec![name(), text(" is not writing any more.")]
    } else if now.writing && !before.writing {
        vec![name(), text(" is writing.")]
    } else {
        return None;
    })
}

fn readable_changed(trace: &Trace, stream: StreamId, before: &StreamState, now: &StreamState) -> Option<Vec<Rich>> {
    let the_buffer = the_buffer_of(now, true);
    let (before, now) = (before.readable?, now.readable?);
    let (name, text) = (|| name(trace, stream), Rich::text);
    Some(if now.awaits_drain > before.awaits_drain {
        vec![name(), text(" waits for "), Rich::code("drain"), text(": what it is piped to is full.")]
    } else if now.flow != before.flow {
        let words = match now.flow {
            Flow::Flowing => " flows: data goes to who listens as soon as it is there.",
            Flow::Paused => " is paused: data stays in its buffer.",
            Flow::Unasked => " is as if nobody had asked for data yet.",
        };
        vec![name(), text(words)]
    } else if now.buffer.size != before.buffer.size {
        vec![text(the_buffer), name(), Rich::Text(format!(" {}.", holds(now.buffer)))]
    } else if now.end_emitted && !before.end_emitted {
        vec![name(), text(" is at its end.")]
    } else if now.ended && !before.ended {
        vec![name(), text(" has had its last chunk.")]
    } else if now.awaits_drain < before.awaits_drain {
        vec![name(), text(" need not wait any more.")]
    } else {
        return None;
    })
}

/// A chunk's beginning, in bytes and as text: `<Buffer 68 65 6c 6c 6f …>, as text “hello…”`; what is no `Buffer` as its preview.
#[must_use]
pub fn chunk_words(trace: &Trace, chunk: ValueId) -> String {
    let preview = trace.value(chunk).map_or("", |value| &value.text);
    let Some(bytes) = preview.strip_prefix("<Buffer ").and_then(|rest| rest.strip_suffix('>')) else {
        return preview.to_owned();
    };
    // As a hex dump has it: a dot for what is no printable ASCII.
    let letter = |pair: &str| match u8::from_str_radix(pair, 16) {
        Ok(byte @ b' '..=b'~') => char::from(byte),
        Ok(_) => '.',
        Err(_) => '…',
    };
    let text: String = bytes.split(' ').map(letter).collect();
    format!("{preview}, as text “{text}”")
}
