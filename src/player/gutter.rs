//! The editor's gutter: what each line has scheduled that has not run yet.

use trace::{ScriptId, Snapshot, TaskId, Trace};

use super::{Role, is_nodes_own, root, root_site, waits_for_pool};

/// Outstanding tasks of one role that one line scheduled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GutterMark {
    /// The file that the line is in.
    pub script: ScriptId,
    /// 1-based.
    pub line: u32,
    /// The queue that they wait in, for name and colour.
    pub role: Role,
    /// How many of them there are, at least 1.
    pub outstanding: u32,
}

/// The marks at a snapshot, by line, then role.
#[must_use]
pub fn gutter(trace: &Trace, snapshot: &Snapshot) -> Vec<GutterMark> {
    let mut marks = std::collections::BTreeMap::<(ScriptId, u32, Role), u32>::new();
    for (task, role) in outstanding(trace, snapshot) {
        // A link of a chain stands for the call that began it, whoever's callback the link itself is.
        let began = root(trace, task);
        if began == task && trace.task(task).is_none_or(|record| record.library) && is_nodes_own(trace, task) {
            continue;
        }
        let Some(site) = root_site(trace, task).and_then(|site| trace.site(site)) else {
            continue;
        };
        *marks.entry((site.script, site.position.line, role)).or_default() += 1;
    }
    marks.into_iter().map(|((script, line, role), outstanding)| GutterMark { script, line, role, outstanding }).collect()
}

/// Every waiting task with the colour of the place it waits in.
fn outstanding<'a>(trace: &'a Trace, snapshot: &'a Snapshot) -> impl Iterator<Item = (TaskId, Role)> + 'a {
    let queue = |tasks: &'_ [TaskId], role: Role| tasks.iter().map(move |task| (*task, role)).collect::<Vec<_>>();
    queue(&snapshot.ticks, Role::Tick)
        .into_iter()
        .chain(queue(&snapshot.microtasks, Role::Micro))
        .chain(snapshot.timers.iter().map(|timer| (timer.task, Role::Timer)))
        .chain(queue(&snapshot.immediates, Role::Check))
        .chain(snapshot.awaited.iter().map(|task| (*task, if waits_for_pool(trace, *task) { Role::Pool } else { Role::Poll })))
        .chain(queue(&snapshot.pending, Role::Poll))
        .chain(queue(&snapshot.closing, Role::Close))
}
