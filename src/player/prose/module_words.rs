//! The sentences about ES modules. Rule N6: docs/node-semantics.md#n6.

use trace::{ModuleId, ModuleStatus, Queue, Snapshot, TextId, Trace};

use crate::Rich;

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
    let requests = requests(trace, module);
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
    let begun = snapshot.modules.get(module.index()).is_some_and(|module| module.order > 0);
    let rest = match status {
        ModuleStatus::Unlinked => " is parsed.",
        ModuleStatus::Linked if requests(trace, module).is_empty() => " is linked. None of its code has run.",
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

/// Why a module's code runs now, in up to two clauses.
pub(super) fn why_now(trace: &Trace, snapshot: &Snapshot, module: ModuleId) -> [Option<String>; 2] {
    let in_microtask = snapshot.task.and_then(|task| trace.task(task)).is_some_and(|record| record.queue == Queue::Microtask);
    let before = after_its_imports(trace, snapshot, module).then_some("What it imports was evaluated first");
    // Node awaits the linking of its entry, so that its code runs in a microtask: those that it queues come before ticks (N6).
    let drain = in_microtask.then_some("A module’s code runs inside a microtask: other microtasks come before ticks");
    [before, drain].map(|clause| clause.map(str::to_owned))
}

/// Whether a module imports anything, and all of it has run: in a cycle one begins before what it imports.
fn after_its_imports(trace: &Trace, snapshot: &Snapshot, module: ModuleId) -> bool {
    let has_run = |request: &TextId| {
        let file = trace.text(*request).rsplit('/').next();
        let known = trace.modules().iter().zip(&snapshot.modules).filter(|(record, _)| Some(trace.text(record.name)) == file);
        known.into_iter().all(|(_, view)| view.status == ModuleStatus::Evaluated)
    };
    requests(trace, module).iter().all(has_run) && !requests(trace, module).is_empty()
}

fn requests(trace: &Trace, module: ModuleId) -> &[TextId] {
    trace.modules().get(module.index()).map_or(&[], |module| &module.requests)
}
