//! What is said of ES modules.

use crate::trace::{ModuleId, ModuleStatus, Queue, Snapshot, Trace};

use super::Rich;

/// A module's name: its file.
#[must_use]
pub fn module_name(trace: &Trace, module: ModuleId) -> &str {
    trace.modules().get(module.index()).map_or("", |module| trace.text(module.name))
}

/// A module's status in a word or two: `linked`, `waits at await`.
#[must_use]
pub fn module_status(snapshot: &Snapshot, module: ModuleId) -> &'static str {
    let Some(view) = snapshot.modules.get(module.index()) else { return "" };
    match view.status {
        ModuleStatus::Unlinked => "parsed",
        ModuleStatus::Linked => "linked",
        ModuleStatus::Evaluating => "runs",
        ModuleStatus::EvaluatingAsync if view.order == 0 => "waits for imports",
        ModuleStatus::EvaluatingAsync => "waits at await",
        ModuleStatus::Evaluated => "evaluated",
        ModuleStatus::Errored if view.order == 0 => "import threw",
        ModuleStatus::Errored => "threw",
    }
}

pub(super) fn found(trace: &Trace, module: ModuleId) -> Vec<Rich> {
    const MOST: usize = 4;
    let mut sentence = vec![Rich::code(module_name(trace, module)), Rich::text(" is parsed.")];
    let requests = trace.modules().get(module.index()).map_or(&[][..], |module| &module.requests);
    if requests.is_empty() {
        sentence.push(Rich::text(" It imports nothing."));
        return sentence;
    }
    sentence.push(Rich::text(" It imports "));
    let shown = if requests.len() > MOST { MOST - 1 } else { requests.len() };
    for (place, request) in requests[..shown].iter().enumerate() {
        match place {
            0 => {}
            place if place + 1 == requests.len() => sentence.push(Rich::text(" and ")),
            _ => sentence.push(Rich::text(", ")),
        }
        sentence.push(Rich::code(trace.text(*request)));
    }
    let rest = requests.len() - shown;
    sentence.push(if rest > 0 { Rich::Text(format!(" and {rest} more.")) } else { Rich::text(".") });
    sentence
}

pub(super) fn changed(trace: &Trace, snapshot: &Snapshot, module: ModuleId, status: ModuleStatus) -> Vec<Rich> {
    let name = Rich::code(module_name(trace, module));
    let imports = trace.modules().get(module.index()).is_some_and(|module| !module.requests.is_empty());
    let begun = snapshot.modules.get(module.index()).is_some_and(|module| module.order > 0);
    let rest = match status {
        ModuleStatus::Unlinked => " is parsed.",
        ModuleStatus::Linked if !imports => " is linked. None of its code has run.",
        ModuleStatus::Linked => " is linked: what it imports is bound to it, and none of its code has run.",
        ModuleStatus::Evaluating => return vec![Rich::text("The code of "), name, Rich::text(" runs.")],
        ModuleStatus::EvaluatingAsync if begun => " waits at an await at its top level, and so does whoever imports it.",
        ModuleStatus::EvaluatingAsync => " waits until what it imports is evaluated.",
        ModuleStatus::Evaluated => " is evaluated: all of its code has run.",
        ModuleStatus::Errored if begun => " threw: whoever imports it gets the same error.",
        ModuleStatus::Errored => " will not run, since what it imports threw.",
    };
    vec![name, Rich::text(rest)]
}

/// Why a module's code runs now.
pub(super) fn why_now(trace: &Trace, snapshot: &Snapshot, module: ModuleId) -> Option<String> {
    let imports = trace.modules().get(module.index()).is_some_and(|module| !module.requests.is_empty());
    let in_microtask = snapshot.task.and_then(|task| trace.task(task)).is_some_and(|record| record.queue == Queue::Microtask);
    let before = imports.then_some("What it imports was evaluated first");
    // Node awaits the linking of its entry, so that its code runs in a microtask: those that it queues come before ticks (NODE.md N6).
    let drain = in_microtask.then_some("A module’s code runs inside a microtask: other microtasks come before ticks");
    match (before, drain) {
        (None, None) => None,
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (Some(before), Some(drain)) => Some(format!("{before} · {drain}")),
    }
}
