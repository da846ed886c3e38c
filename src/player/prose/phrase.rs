//! Phrases that sentences are made of: a task, a value, a line of code.

use trace::{Queue, TaskId, Trace, ValueId};

use crate::origin::{asked, is_nodes_own, root_line, runs_program};
use crate::{Rich, short_label};

/// `the then callback of line 17`, `the rest of load after await on line 12`, with the names as code.
pub(super) fn task(trace: &Trace, task: TaskId) -> Vec<Rich> {
    let Some(record) = trace.task(task) else {
        return vec![Rich::text("the main script")];
    };
    let label = trace.text(record.label);
    if record.queue != Queue::Poll && is_nodes_own(trace, task) {
        return vec![Rich::text("Node’s own "), Rich::code(label.trim_end_matches(" (Node's own)"))];
    }
    if record.queue == Queue::Poll
        && let (Some(callee), Some(line)) = (asked(trace, task), root_line(trace, task))
    {
        let (callee, line) = (Rich::Code(clip(callee, 32)), format!(" on line {line}"));
        if runs_program(trace, task) {
            return vec![Rich::text("the callback of "), callee, Rich::Text(line)];
        }
        let own = short_label(label.rsplit_once(", line ").map_or(label, |(what, _)| what));
        return vec![Rich::text("Node’s own callback of "), Rich::Code(own), Rich::text(" for "), callee, Rich::Text(line)];
    }
    let (what, line) = match label.rsplit_once(", line ") {
        Some((what, line)) => (what, Some(line.to_owned())),
        None => (label, None),
    };
    let mut phrase = Vec::new();
    if let Some(resumed) = what.strip_prefix("resume ") {
        if let Some(after) = resumed.strip_prefix("after ") {
            phrase.extend([Rich::text("what comes after "), Rich::code(after)]);
            phrase.extend(line.map(|line| Rich::Text(format!(" on line {line}"))));
            return phrase;
        }
        let (name, after) = resumed.split_once(" after ").unwrap_or((resumed, "await"));
        phrase.extend([Rich::text("the rest of "), Rich::code(name.trim_matches('`')), Rich::text(" after "), Rich::code(after)]);
        phrase.extend(line.map(|line| Rich::Text(format!(" on line {line}"))));
        return phrase;
    }
    if let Some(name) = what.strip_suffix(" callback") {
        phrase.extend([Rich::text("the "), Rich::code(name.trim_matches('`')), Rich::text(" callback")]);
    } else if what == "main script" {
        phrase.push(Rich::text("the main script"));
    } else {
        phrase.push(Rich::code(what.replace('`', "")));
    }
    phrase.extend(line.map(|line| Rich::Text(format!(" of line {line}"))));
    phrase
}

/// The same without styling.
pub(crate) fn task_text(trace: &Trace, id: TaskId) -> String {
    crate::sentence_text(&task(trace, id))
}

/// `phrase` as the sentence's beginning.
pub(super) fn capital(mut phrase: Vec<Rich>) -> Vec<Rich> {
    if let Some(Rich::Text(text)) = phrase.first_mut() {
        let mut letters = text.chars();
        if let Some(first) = letters.next() {
            *text = first.to_uppercase().chain(letters).collect();
        }
    }
    phrase
}

/// A value's preview, shortened for a sentence.
pub(super) fn value(trace: &Trace, value: ValueId) -> Rich {
    Rich::code(clip(trace.value(value).map_or("", |value| &value.text), 48))
}

/// The first line of `text`, at most `most` characters of it.
pub(crate) fn clip(text: &str, most: usize) -> String {
    let mut lines = text.trim().lines();
    let line = lines.next().unwrap_or("").trim_end();
    if line.chars().count() > most {
        return line.chars().take(most - 1).chain(['…']).collect();
    }
    if lines.next().is_some() { format!("{line} …") } else { line.to_owned() }
}
