//! The event of a step as a sentence: one for each kind of event.

use trace::{
    ChoiceKind, Ending, Entry, Event, FrameKind, FunctionId, FunctionKind, Limit, Nanos, OutputStream, PoolWork, Queue, Snapshot, Step, StepId,
};
use trace::{RequestId, TaskId, Trace, ValueId, Wake};

use super::phrase::{capital, clip, task, value};
use super::{loop_words, module_words, stream_words};
use crate::origin::waits_for_pool;
use crate::{Rich, duration, frame_name, plural};

pub(super) fn sentence(trace: &Trace, snapshot: &Snapshot, step: &Step) -> Vec<Rich> {
    let mut sentence = plain(trace, snapshot, step);
    // What was cut ends in an ellipsis, which needs no full stop.
    if let [.., Rich::Code(cut) | Rich::Strong(cut), Rich::Text(end)] = sentence.as_slice()
        && end == "."
        && cut.ends_with('…')
    {
        sentence.pop();
    }
    sentence
}

fn plain(trace: &Trace, snapshot: &Snapshot, step: &Step) -> Vec<Rich> {
    let text = Rich::text;
    match &step.event {
        Event::Statement { changes } => statement(trace, step, changes),
        Event::Called { arguments } => called(trace, step, arguments),
        Event::Returned { value: result } => vec![Rich::code(callee(trace, step)), text(" returns "), value(trace, *result), text(".")],
        Event::FrameEntered { kind, function, entry, .. } => entered(trace, &top(trace, snapshot), *kind, *function, *entry),
        Event::FrameLeft => left(trace, snapshot),
        Event::Thrown { value: exception } => thrown(trace, snapshot, *exception),
        Event::Caught { value: caught } => vec![text("A "), Rich::code("catch"), text(" takes "), value(trace, *caught), text(".")],
        Event::Uncaught { value: thrown, handled } => {
            let end = if *handled { "; the uncaughtException listener takes it." } else { ": Node prints it and ends the process." };
            vec![text("No "), Rich::code("catch"), text(" takes "), value(trace, *thrown), text(end)]
        }
        Event::RejectionNoted { value: reason, .. } => {
            vec![
                text("A promise is rejected with "),
                value(trace, *reason),
                text(", and nothing handles it yet: Node looks again after ticks and microtasks."),
            ]
        }
        Event::RejectionHandled { .. } => vec![text("The rejected promise has got a handler, in time.")],
        Event::RejectionUnhandled { value: reason, handled } => {
            let end = if *handled { "; the unhandledRejection listener takes it." } else { ", so Node ends the process." };
            vec![text("Nothing handles the rejection with "), value(trace, *reason), text(end)]
        }
        Event::TaskEnqueued { task: id, queue: Queue::Process, .. } => vec![text("Node is about to emit "), Rich::code(label(trace, *id)), text(".")],
        Event::TaskBegun { task: id } if is_process(trace, *id) => vec![text("Node emits "), Rich::code(label(trace, *id)), text(".")],
        Event::TaskEnded { task: id } if is_process(trace, *id) => {
            vec![text("All listeners of "), Rich::code(label(trace, *id)), text(" have run.")]
        }
        Event::ModuleFound { module, .. } => module_words::found(trace, *module),
        Event::ModuleChanged { module, status } => module_words::changed(trace, snapshot, *module, *status),
        Event::TaskEnqueued { task: id, queue, due, .. } => enqueued(trace, snapshot, *id, *queue, *due),
        Event::TaskBegun { task: id } => ended(capital(task(trace, *id)), if is_main(trace, *id) { " starts." } else { " runs." }),
        Event::TaskEnded { task: id } => ended(capital(task(trace, *id)), " is done."),
        Event::TaskCancelled { task: id } => ended(capital(task(trace, *id)), " is cancelled: it will not run."),
        Event::TimerRearmed { task: id, due } => ended(capital(task(trace, *id)), &format!(" is armed again, due at {}.", duration(*due))),
        Event::PhaseEntered { phase, iteration } => vec![Rich::Text(loop_words::entered(trace, snapshot, *phase, *iteration))],
        Event::PhaseLeft { phase } => vec![Rich::Text(format!("The loop leaves the {} phase.", loop_words::name(*phase)))],
        Event::PollBlocked { until: Some(until) } => {
            vec![text("Nothing is ready, so the process sleeps: until "), Rich::strong(duration(*until)), text(" at most, when a timer is due.")]
        }
        Event::PollBlocked { until: None } => vec![text("Nothing is ready, so the process sleeps until work is done.")],
        Event::PollWoke { wake: Wake::Pool } => vec![text("A pool worker is done, and that wakes the loop.")],
        Event::PollWoke { wake: Wake::Timer } => vec![text("A timer is due, and that wakes the loop.")],
        Event::Chosen { kind, taken, options } => vec![Rich::Text(chosen(*kind, *taken, *options))],
        Event::PoolSubmitted { label, work, .. } => {
            let end = match work {
                PoolWork::FastIo | PoolWork::Cpu => " goes to the thread pool.",
                PoolWork::SlowIo => " goes to the thread pool’s slow lane: at most half of the workers take from it.",
            };
            vec![Rich::code(trace.text(*label)), text(end)]
        }
        Event::PoolStarted { request, worker, .. } => {
            vec![Rich::Text(format!("Worker {} takes ", worker.0 + 1)), job(trace, snapshot, *request), text(".")]
        }
        Event::PoolFinished { request, worker } => {
            let worker = format!("Worker {} is done with ", worker.0 + 1);
            vec![Rich::Text(worker), job(trace, snapshot, *request), text("; the loop will hear of it in its poll phase.")]
        }
        Event::PoolDelivered { request } => vec![text("The loop takes the result of "), job(trace, snapshot, *request), text(".")],
        Event::Output { stream, text: printed } if trace.text(*printed).is_empty() => {
            let to = match stream {
                OutputStream::Stdout => "Prints no whole character.",
                OutputStream::Stderr => "Prints no whole character to stderr.",
            };
            vec![text(to)]
        }
        Event::Output { stream, text: printed } => {
            let to = match stream {
                OutputStream::Stdout => "Prints ",
                OutputStream::Stderr => "Prints to stderr: ",
            };
            vec![text(to), Rich::Strong(clip(trace.text(*printed), 80)), text(".")]
        }
        Event::StreamFound { stream, .. } | Event::StreamNamed { stream, .. } => stream_words::found(trace, snapshot, *stream),
        Event::StreamCalled { stream, call, chunk } => stream_words::called(trace, snapshot, *stream, *call, *chunk),
        Event::StreamListened { stream, event, listeners } => stream_words::listened(trace, snapshot, *stream, *event, *listeners),
        Event::StreamChanged { stream, state } => stream_words::changed(trace, snapshot, *stream, state),
        Event::Cut { limit } => vec![Rich::Text(cut(*limit))],
        Event::Exited { code, ending } => exited(*code, *ending),
    }
}

fn ended(mut phrase: Vec<Rich>, end: &str) -> Vec<Rich> {
    phrase.push(Rich::text(end));
    phrase
}

fn is_main(trace: &Trace, task: TaskId) -> bool {
    trace.task(task).is_none_or(|record| record.queue == Queue::Main)
}

fn is_process(trace: &Trace, task: TaskId) -> bool {
    trace.task(task).is_some_and(|record| record.queue == Queue::Process)
}

fn label(trace: &Trace, task: TaskId) -> &str {
    trace.task(task).map_or("", |record| trace.text(record.label))
}

fn callee(trace: &Trace, step: &Step) -> String {
    let name = step.site.and_then(|site| trace.site(site)).map_or("", |site| trace.text(site.callee));
    if name.is_empty() { "the call".to_owned() } else { clip(name, 40) }
}

fn statement(trace: &Trace, step: &Step, changes: &[trace::Change]) -> Vec<Rich> {
    let mut sentence = Vec::new();
    let site = step.site.and_then(|site| trace.site(site));
    // A function's first statement shows all that is visible: of what is around the function nothing has changed by that.
    let outer =
        site.filter(|site| site.visible.len() == changes.len()).and_then(|site| site.visible.get(usize::from(site.own)..)).unwrap_or_default();
    let own = changes.iter().filter(|change| !outer.contains(&change.name));
    let shown: Vec<_> = own.filter_map(|change| change.value.map(|value| (change.name, value))).collect();
    for (name, new) in shown.iter().take(2) {
        if !sentence.is_empty() {
            sentence.push(Rich::text(", "));
        }
        sentence.push(Rich::code(trace.text(*name)));
        sentence.push(Rich::text(" is now "));
        sentence.push(value(trace, *new));
    }
    if shown.len() > 2 {
        sentence.push(Rich::Text(format!(", and {} more changed", shown.len() - 2)));
    }
    let Some(site) = site else {
        return sentence;
    };
    let line = site.position.line;
    sentence.push(Rich::Text(if sentence.is_empty() { format!("Line {line} is next: ") } else { format!(". Line {line} is next: ") }));
    let code = trace.script(site.script).and_then(|script| script.source.get(site.span.start as usize..site.span.end as usize));
    sentence.push(Rich::Code(clip(code.unwrap_or(""), 56)));
    sentence
}

fn called(trace: &Trace, step: &Step, arguments: &[ValueId]) -> Vec<Rich> {
    let mut sentence = vec![Rich::text("Calls "), Rich::Code(callee(trace, step))];
    for (place, argument) in arguments.iter().take(3).enumerate() {
        sentence.push(Rich::text(if place == 0 { " with " } else { ", " }));
        sentence.push(value(trace, *argument));
    }
    if arguments.len() > 3 {
        sentence.push(Rich::Text(format!(" and {} more", arguments.len() - 3)));
    }
    sentence.push(Rich::text("."));
    sentence
}

fn entered(trace: &Trace, name: &str, kind: FrameKind, function: Option<FunctionId>, entry: Entry) -> Vec<Rich> {
    let name = called_name(name);
    match (kind, entry) {
        (FrameKind::Program, Entry::Resumed) => {
            let generator = function
                .and_then(|function| trace.function(function))
                .is_some_and(|function| matches!(function.kind, FunctionKind::Generator | FunctionKind::AsyncGenerator));
            vec![
                name,
                Rich::text(if generator { " goes on after " } else { " goes on after its " }),
                Rich::code(if generator { "yield" } else { "await" }),
                Rich::text("."),
            ]
        }
        (FrameKind::Program | FrameKind::Callee, _) => vec![name, Rich::text(" goes onto the call stack.")],
        (FrameKind::Library, _) => vec![Rich::text("Node’s own "), name, Rich::text(" runs.")],
        (FrameKind::Native, _) => vec![Rich::text("V8’s own "), name, Rich::text(" runs.")],
    }
}

/// The name of the frame on top.
fn top(trace: &Trace, snapshot: &Snapshot) -> String {
    frame_name(trace, &snapshot.stack, snapshot.stack.len().saturating_sub(1))
}

fn thrown(trace: &Trace, snapshot: &Snapshot, exception: ValueId) -> Vec<Rich> {
    let exception = value(trace, exception);
    match snapshot.stack.last() {
        Some(frame) if frame.kind == FrameKind::Callee => {
            vec![called_name(&top(trace, snapshot)), Rich::text(" throws "), exception, Rich::text(".")]
        }
        _ => vec![exception, Rich::text(" is thrown.")],
    }
}

/// The frame that went is only in the snapshot before.
fn left(trace: &Trace, snapshot: &Snapshot) -> Vec<Rich> {
    let before = trace.snapshot(StepId(snapshot.step.0.saturating_sub(1)));
    let around = |step: u32| trace.step(StepId(step)).map(|step| &step.event);
    let (called, entered) = (around(snapshot.step.0.saturating_sub(1)), around(snapshot.step.0 + 1));
    if matches!((called, entered), (Some(Event::Called { .. }), Some(Event::FrameEntered { .. }))) {
        return vec![called_name(&top(trace, &before)), Rich::text(" is a function of the program: its own frame takes the call’s place.")];
    }
    if snapshot.thrown.is_some() {
        let program = before.stack.last().is_some_and(|frame| frame.kind == FrameKind::Program);
        let rest = if program { " has no catch for it: the exception takes it off the call stack." } else { " is left by the exception." };
        return vec![called_name(&top(trace, &before)), Rich::text(rest)];
    }
    let rest = if snapshot.stack.is_empty() { " leaves the call stack: it is empty." } else { " leaves the call stack." };
    vec![called_name(&top(trace, &before)), Rich::text(rest)]
}

/// A frame's name at a sentence's beginning; words where it has none of its own.
fn called_name(name: &str) -> Rich {
    match name {
        "callback" => Rich::text("The callback"),
        "(anonymous)" => Rich::text("A function without a name"),
        name => Rich::code(name),
    }
}

fn enqueued(trace: &Trace, snapshot: &Snapshot, id: TaskId, queue: Queue, due: Option<Nanos>) -> Vec<Rich> {
    let behind = |queue: &[TaskId]| match queue.len() {
        0 | 1 => String::new(),
        length => format!(", behind {}", plural(length - 1, "other")),
    };
    let end = match queue {
        Queue::Main => " is ready to run.".to_owned(),
        Queue::NextTick => format!(" goes into the nextTick queue{}.", behind(&snapshot.ticks)),
        Queue::Microtask => format!(" goes into the microtask queue{}.", behind(&snapshot.microtasks)),
        Queue::Timer => due.map_or_else(|| " is armed.".to_owned(), |due| format!(" is armed, due at {}.", duration(due))),
        Queue::Immediate => format!(" waits for the check phase{}.", behind(&snapshot.immediates)),
        Queue::Poll if waits_for_pool(trace, id) => " will run in the poll phase, once its work is done.".to_owned(),
        Queue::Poll => " waits for the poll phase.".to_owned(),
        Queue::Pending => " waits for the pending phase.".to_owned(),
        Queue::Close => " waits for the closing phase.".to_owned(),
        Queue::Process => " is for Node to run.".to_owned(),
    };
    ended(capital(task(trace, id)), &end)
}

fn job(trace: &Trace, snapshot: &Snapshot, request: RequestId) -> Rich {
    let find = |snapshot: &Snapshot| {
        let running = snapshot.workers.iter().flatten();
        running.chain(&snapshot.pool_done).chain(&snapshot.pool_queue).find(|job| job.request == request).map(|job| job.label)
    };
    // A delivered job is in the snapshot before, no longer in this one.
    let label = find(snapshot).or_else(|| find(&trace.snapshot(StepId(snapshot.step.0.saturating_sub(1)))));
    label.map_or_else(|| Rich::text("a job"), |label| Rich::code(trace.text(label)))
}

fn chosen(kind: ChoiceKind, taken: u16, options: u16) -> String {
    match kind {
        ChoiceKind::TimerExpired => {
            let here = if taken == 0 { "has not come yet" } else { "has come" };
            format!("Real Node may go either way here. In this run the timer’s time {here}.")
        }
        ChoiceKind::PoolCompletion => {
            format!(
                "Any of {options} running jobs may finish first. In this run it is {}.",
                if taken == 0 { "the one with the least to do" } else { "another than our durations say" }
            )
        }
        ChoiceKind::PollReady => {
            let here = if taken == 0 { "goes by the machine’s own durations" } else { "goes the other way than the machine’s durations say" };
            format!("Real Node may find a job done here or not. This run {here}.")
        }
    }
}

fn cut(limit: Limit) -> String {
    let bound = match limit {
        Limit::Steps => "as many steps as one recording holds",
        Limit::Instructions => "as many instructions as one run may take: a loop that does not end?",
        Limit::Memory => "as much memory as one run may take",
        Limit::Output => "as much output as one recording holds",
        Limit::VirtualTime => "as much time as one run may take",
    };
    format!("The run is cut here: it took {bound}{}", if bound.ends_with('?') { "" } else { "." })
}

fn exited(code: i32, ending: Ending) -> Vec<Rich> {
    let text = match ending {
        Ending::Natural => "Nothing is left to wait for: the process exits with code ",
        Ending::ExitCalled => "The program asked for it: the process exits with code ",
        Ending::Crashed => "Nothing took the error: the process exits with code ",
        Ending::Aborted => "The program called process.abort(): the process ends at once, with code ",
        Ending::OutOfMemory => "The heap is at its limit, and collecting frees too little: V8 gives up, and the process ends with code ",
        Ending::Cut => "The recording ends here, with code ",
    };
    vec![Rich::text(text), Rich::Strong(code.to_string()), Rich::text(".")]
}
