//! `internalBinding('performance')`: the process's milestones and the event loop's counters (node v24.21.0 `src/node_perf.cc`).

use boa_engine::object::builtins::{JsArray, JsFloat64Array};
use boa_engine::{Context, JsResult, JsValue};

use crate::host::EPOCH_MS;
use crate::host::host;
use crate::native::{Binding, nothing, shared_u32};

/// The number of `NODE_PERFORMANCE_ENTRY_TYPE_…` in `src/node_perf_common.h`.
const ENTRY_TYPES: usize = 6;

/// The process's milestones, shared with JavaScript.
struct Milestones(JsFloat64Array);

/// The event loop's counters, shared with JavaScript.
struct Metrics(JsFloat64Array);

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let milestones = milestones(binding.context)?;
    binding.context.insert_data(Milestones(milestones.clone()));
    let counts = shared_u32(ENTRY_TYPES, binding.context)?;
    let metrics = JsFloat64Array::from_iter([0.0; 3], binding.context)?;
    binding.context.insert_data(Metrics(metrics.clone()));
    binding.value("uvMetricsBuffer", metrics)?.value("milestones", milestones)?.value("observerCounts", counts)?.functions(&[
        ("setupObservers", 1, nothing),
        ("installGarbageCollectionTracking", 0, nothing),
        ("removeGarbageCollectionTracking", 0, nothing),
        ("notify", 2, nothing),
        ("markBootstrapComplete", 0, nothing),
        ("loopIdleTime", 0, loop_idle_time),
        ("uvMetricsInfo", 0, uv_metrics_info),
        ("now", 0, now),
    ])?;
    super::histogram::extend(binding)
}

/// `uv_metrics_idle_time`, in milliseconds.
fn loop_idle_time(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (_, slept) = host(context).loop_clock();
    #[expect(clippy::cast_precision_loss, reason = "milliseconds as JavaScript has them")]
    Ok(JsValue::from(slept as f64 / 1e6))
}

/// Sets the milestone of the loop's start: it is about to be run for the first time.
///
/// # Errors
/// None: the array is Node's own, and no element of it can fail to be set.
pub(crate) fn mark_loop_start(context: &mut Context) -> JsResult<()> {
    const LOOP_START: u32 = 5;
    let (now, _) = host(context).loop_clock();
    let Some(Milestones(milestones)) = context.get_data() else { return Ok(()) };
    let milestones = milestones.clone();
    #[expect(clippy::cast_precision_loss, reason = "nanoseconds as JavaScript has them")]
    milestones.set(LOOP_START, now as f64, true, context)?;
    Ok(())
}

/// `PerformanceMilestone`: nanoseconds of the process's clock, which begins with it; -1: not reached.
fn milestones(context: &mut Context) -> JsResult<JsFloat64Array> {
    let booted = host(context).machine.borrow().costs().bootstrap;
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let (booted, epoch) = (booted as f64, EPOCH_MS as f64 * 1e3);
    // Time origin as Unix microseconds, time origin, environment, Node's start, V8's start, loop start, loop exit, bootstrap complete.
    JsFloat64Array::from_iter([epoch, 0.0, booted / 4.0, booted / 16.0, booted / 8.0, -1.0, -1.0, booted], context)
}

/// `[loopCount, events, eventsWaiting]`, since Node 26 in `uvMetricsBuffer`: the machine counts iterations; it has no epoll events to count.
fn uv_metrics_info(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let count = host(context).machine.borrow().loop_count();
    if let Some(Metrics(metrics)) = context.get_data() {
        let metrics = metrics.clone();
        metrics.set(0, count, true, context)?;
    }
    Ok(JsArray::from_iter([count.into(), 0.into(), 0.into()], context).into())
}

/// `now()`: milliseconds since the time origin.
fn now(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds as JavaScript has them")]
    Ok(JsValue::from(host(context).read_clock() as f64 / 1e6))
}
