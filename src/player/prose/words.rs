//! Small words: durations, plurals, labels cut to a chip's size.

use trace::{Event, Frame, Nanos, Queue, ScriptId, TaskId, Trace};

use super::phrase::clip;
use crate::origin::{asked, is_nodes_own, root_line, runs_program};

/// A time in a reader's units: `0.42 ms`, `12 ms`, `1.5 s`.
#[must_use]
pub fn duration(Nanos(ns): Nanos) -> String {
    if ns < 1_000 {
        return format!("{ns} ns");
    }
    if ns < 100_000 {
        return format!("{} µs", short(ns, 1_000));
    }
    if ns < 1_000_000_000 {
        return format!("{} ms", short(ns, 1_000_000));
    }
    format!("{} s", short(ns, 1_000_000_000))
}

/// `ns / unit` with two digits after the point below 10, one below 100, none above; no trailing zeros.
fn short(ns: u64, unit: u64) -> String {
    let digits = match ns / unit {
        0..10 => 2usize,
        10..100 => 1,
        _ => 0,
    };
    let scale = 10u64.pow(u32::try_from(digits).unwrap_or(0));
    let scaled = (ns * scale + unit / 2) / unit;
    let (whole, part) = (scaled / scale, scaled % scale);
    if part == 0 {
        return whole.to_string();
    }
    format!("{whole}.{part:0digits$}").trim_end_matches('0').to_owned()
}

/// `1 callback`, `3 callbacks`.
#[must_use]
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// A task's label as it fits on a chip: `then callback, line 17` → `then L17`.
#[must_use]
pub fn short_label(label: &str) -> String {
    let (what, line) = match label.rsplit_once(", line ") {
        Some((what, line)) => (what, Some(line)),
        None => (label, None),
    };
    let what = what.replace('`', "");
    let what = if what.starts_with("resume ") && what.ends_with(" after await") { "await" } else { &what };
    let what = what.strip_suffix(" callback").unwrap_or(what);
    match line {
        Some(line) => format!("{what} L{line}"),
        None => what.to_owned(),
    }
}

/// The short label of a task, or `task 12` where the trace has no record.
#[must_use]
pub fn short_task(trace: &Trace, task: TaskId) -> String {
    let Some(record) = trace.task(task) else {
        return format!("task {}", task.0);
    };
    let label = short_label(trace.text(record.label));
    match (record.queue, root_line(trace, task)) {
        (Queue::Poll, Some(line)) if runs_program(trace, task) => asked(trace, task).map_or(label, |callee| format!("{} L{line}", clip(callee, 24))),
        (Queue::Poll, Some(line)) if !label.ends_with(char::is_numeric) => format!("{label} L{line}"),
        (Queue::Poll, _) => label,
        _ if is_nodes_own(trace, task) => "node".to_owned(),
        _ => label,
    }
}

/// Whether the frame is the task's own callback: the first that it entered, not a listener that Node calls later in it.
fn is_callback(trace: &Trace, frame: &Frame) -> bool {
    let Some(record) = frame.task.and_then(|task| trace.task(task)) else {
        return false;
    };
    let Some(begun) = record.runs.iter().rev().find(|begun| **begun < frame.since) else {
        return false;
    };
    // Node's own code between the two takes no more than a few steps.
    let between = &trace.steps()[begun.index() + 1..frame.since.index()];
    between.len() < 64 && !between.iter().any(|step| matches!(step.event, Event::FrameEntered { .. }))
}

/// The name of a frame on the page: the file for a script's top level, the callback's kind for a nameless callback.
#[must_use]
pub fn frame_name(trace: &Trace, stack: &[Frame], place: usize) -> String {
    let Some(frame) = stack.get(place) else {
        return String::new();
    };
    let name = trace.text(frame.name);
    if !name.is_empty() {
        return name.to_owned();
    }
    if frame.function.is_none() {
        let script = frame.site.and_then(|site| trace.site(site)).map_or(ScriptId(0), |site| site.script);
        let path = trace.script(script).map_or("", |script| &script.path);
        return path.rsplit('/').next().unwrap_or(path).to_owned();
    }
    let first = (place == 0 || stack[place - 1].task != frame.task) && is_callback(trace, frame);
    let task = frame.task.filter(|_| first);
    match task.and_then(|task| trace.task(task)) {
        Some(record) if record.queue == Queue::Poll => {
            task.and_then(|task| asked(trace, task)).map_or_else(|| "callback".to_owned(), |callee| format!("{} callback", clip(callee, 24)))
        }
        Some(record) if record.site.is_some() && !trace.text(record.label).starts_with("resume ") => {
            let label = trace.text(record.label);
            label.rsplit_once(", line ").map_or(label, |(what, _)| what).replace('`', "")
        }
        _ => "(anonymous)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        for (ns, text) in [
            (0, "0 ns"),
            (950, "950 ns"),
            (1_500, "1.5 µs"),
            (42_000, "42 µs"),
            (420_000, "0.42 ms"),
            (1_000_000, "1 ms"),
            (12_340_000, "12.3 ms"),
            (999_600_000, "1000 ms"),
            (1_500_000_000, "1.5 s"),
        ] {
            assert_eq!(duration(Nanos(ns)), text);
        }
    }

    #[test]
    fn labels_shorten() {
        for (label, text) in [
            ("then callback, line 17", "then L17"),
            ("resume `load` after await, line 12", "await L12"),
            ("resume `load`, line 12", "resume load L12"),
            ("timeout callback, line 6", "timeout L6"),
            ("main script", "main script"),
        ] {
            assert_eq!(short_label(label), text);
        }
    }
}
