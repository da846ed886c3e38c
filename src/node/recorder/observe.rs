//! Ticks, timers and immediates, watched through Node's own async hooks: Node's JavaScript stays as it is.

use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use super::tasks::{Queued, TimerMade};
use super::{Label, Recorder, is_program_function};
use crate::host::host;
use crate::inspect::own_data;
use crate::native::{argument, native_function, number, text};
use machine::{MS, Machine};
use trace::{Event, Nanos, Queue, TaskId};

/// The observer for Node's hooks: `{ init, before, after }`.
fn observer(context: &mut Context) -> JsResult<JsObject> {
    let observer = JsObject::with_object_proto(context.intrinsics());
    for (name, native) in [("init", init as crate::native::Native), ("before", before), ("after", after)] {
        let function = native_function(name, 0, native, context);
        observer.define_property_or_throw(JsString::from(name), PropertyDescriptor::builder().value(function).enumerable(true), context)?;
    }
    Ok(observer)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "async ids are positive integers")]
fn async_id(arguments: &[JsValue]) -> u64 {
    number(arguments, 0) as u64
}

/// A tick, a timer or an immediate that Node has made.
#[derive(Clone, Copy)]
struct ResourceMade<'a> {
    /// Node's id of it.
    async_id: u64,
    queue: Queue,
    /// The words for its callback.
    label: &'a str,
    resource: &'a JsObject,
    /// The resource's property that holds the function.
    callback: &'a str,
}

/// `init(asyncId, type, triggerAsyncId, resource)`.
fn init(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(resource) = argument(arguments, 3).as_object() else {
        return Ok(JsValue::undefined());
    };
    let async_id = async_id(arguments);
    let made = |queue, label, callback| ResourceMade { async_id, queue, label, resource: &resource, callback };
    let host = host(context);
    let mut machine = host.machine.borrow_mut();
    let mut recorder = host.recorder.borrow_mut();
    match text(arguments, 1).as_str() {
        "TickObject" => {
            recorder.resource_made(&mut machine, made(Queue::NextTick, "nextTick callback", "callback"));
        }
        "Immediate" => {
            recorder.resource_made(&mut machine, made(Queue::Immediate, "immediate callback", "_onImmediate"));
        }
        "Timeout" => {
            let repeats = own_data(&resource, "_repeat").is_some_and(|repeat| repeat.is_number());
            let label = if repeats { "interval callback" } else { "timeout callback" };
            recorder.resource_made(&mut machine, made(Queue::Timer, label, "_onTimeout"));
        }
        _ => {}
    }
    Ok(JsValue::undefined())
}

fn before(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let task = host.recorder.borrow().task_of(async_id(arguments));
    if let Some(task) = task {
        host.begin(task);
    }
    Ok(JsValue::undefined())
}

fn after(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let task = host.recorder.borrow().task_of(async_id(arguments));
    if let Some(task) = task {
        host.end(task);
        host.recorder.borrow_mut().after(&mut host.machine.borrow_mut(), async_id(arguments), task, host.timer_base());
    }
    Ok(JsValue::undefined())
}

impl Recorder {
    pub(super) fn task_of(&self, async_id: u64) -> Option<TaskId> {
        self.tasks.by_async_id.get(&async_id).copied()
    }

    /// Node has made a tick, a timer or an immediate.
    fn resource_made(&mut self, machine: &mut Machine, made: ResourceMade<'_>) {
        let ResourceMade { async_id, queue, label, resource, callback } = made;
        self.timer_made(machine);
        let task = self.tasks.allocate();
        self.tasks.by_async_id.insert(async_id, task);
        let callback = own_data(resource, callback).and_then(|callback| callback.as_object());
        let library = !callback.as_ref().is_some_and(is_program_function);
        let site = if library && queue == Queue::NextTick { None } else { self.frames.current_site() };
        let name = callback.as_ref().and_then(|callback| own_data(callback, "name")).and_then(|name| name.as_string());
        let text = match name.map(|name| name.to_std_string_lossy()) {
            Some(name) if library && !name.is_empty() => format!("{name} (Node's own)"),
            _ => self.numbered(label, site),
        };
        let label = Label { text, site };
        if queue == Queue::Timer {
            self.tasks.timer_made = Some(TimerMade { task, resource: resource.clone(), label, library });
        } else {
            self.enqueue(machine, Queued { task, queue, label: &label, library, due: None });
        }
    }

    /// Whether a timer is being made: Node has not yet read the clock for when it is due.
    pub(crate) fn makes_timer(&self) -> bool {
        self.tasks.timer_made.is_some()
    }

    /// The clock was read for the timer that is being made, if one is: it waits.
    pub(crate) fn timer_made(&mut self, machine: &mut Machine) {
        let Some(TimerMade { task, resource, label, library }) = self.tasks.timer_made.take() else { return };
        let due = due_of(&resource, machine.uv_now());
        machine.timer_waiting(due / MS, true);
        self.tasks.timers.insert(task, (resource, due));
        self.enqueue(machine, Queued { task, queue: Queue::Timer, label: &label, library, due: Some(due) });
    }

    /// A callback is over: an interval waits again, everything else is gone. `base`: the millisecond that Node's timers count from.
    fn after(&mut self, machine: &mut Machine, async_id: u64, task: TaskId, base: u64) {
        let timer = self.tasks.timers.get(&task).cloned();
        if let Some((resource, before)) = timer
            && !self.tasks.gone.contains(&task)
        {
            let due = due_of(&resource, base + milliseconds(&resource, "_idleStart").unwrap_or(0));
            machine.timer_waiting(before / MS, false);
            machine.timer_waiting(due / MS, true);
            self.tasks.timers.insert(task, (resource, due));
            self.push(machine, None, Event::TimerRearmed { task, due: Nanos(due) });
            return;
        }
        self.tasks.by_async_id.remove(&async_id);
        self.tasks.timers.remove(&task);
        self.tasks.gone.remove(&task);
    }

    /// A resource is gone: its callback is just over, or it was cleared before it could run.
    pub(crate) fn destroyed(&mut self, machine: &mut Machine, async_id: f64) {
        self.timer_made(machine);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "async ids are positive integers")]
        let async_id = async_id as u64;
        let Some(task) = self.tasks.by_async_id.get(&async_id).copied() else {
            return;
        };
        self.tasks.gone.insert(task);
        if let Some((_, due)) = self.tasks.timers.get(&task) {
            machine.timer_waiting(due / MS, false);
        }
        if !self.tasks.running.contains(&task) {
            self.tasks.by_async_id.remove(&async_id);
            self.tasks.timers.remove(&task);
            self.cancelled(machine, task);
        }
    }
}

/// When a timer that is inserted in the millisecond `start` is due, in virtual nanoseconds.
fn due_of(resource: &JsObject, start: u64) -> u64 {
    (start + milliseconds(resource, "_idleTimeout").unwrap_or(1).max(1)) * MS
}

/// A property of a timer that Node counts in milliseconds.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Node keeps durations between 1 and 2^31 - 1")]
fn milliseconds(resource: &JsObject, property: &str) -> Option<u64> {
    own_data(resource, property).and_then(|value| value.as_number()).map(|number| number as u64)
}

/// Puts the observer into Node's hooks.
///
/// # Errors
/// An exception of Node's JavaScript, which throws none here.
pub(crate) fn start_observing(host: &std::rc::Rc<crate::host::Host>, context: &mut Context) -> JsResult<()> {
    let observer = observer(context)?;
    let start = host.callbacks.borrow().start_observing.clone();
    if let Some(start) = start {
        start.call(&JsValue::undefined(), &[observer.into()], context)?;
    }
    Ok(())
}
