//! `internalBinding('process_methods')` (node v24.21.0 `src/node_process_methods.cc`).

use boa_engine::object::builtins::{JsArray, JsArrayBuffer, JsUint32Array};
use boa_engine::{Context, JsResult, JsString, JsValue};

use crate::host::{Stop, host};
use crate::isolate;
use crate::native::{Binding, argument, nothing, number, text};
use trace::{Ending, OutputStream};
use v8::heap::Heap;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let buffer = JsArrayBuffer::new(16, binding.context)?;
    let hrtime = JsUint32Array::from_array_buffer(buffer, binding.context)?;
    binding.value("hrtimeBuffer", hrtime)?.functions(&[
        ("hrtime", 0, hrtime_parts),
        ("hrtimeBigInt", 0, hrtime_bigint),
        ("uptime", 0, uptime),
        ("reallyExit", 1, really_exit),
        ("cwd", 0, cwd),
        ("chdir", 1, super::fs::chdir),
        ("_rawDebug", 1, raw_debug),
        ("setEmitWarningSync", 1, nothing),
        ("patchProcessObject", 1, nothing),
        ("_getActiveRequests", 0, empty),
        ("_getActiveHandles", 0, empty),
        ("getActiveResourcesInfo", 0, active_resources),
        ("memoryUsage", 1, memory_usage),
        ("rss", 0, rss),
        ("cpuUsage", 1, cpu_usage),
        ("threadCpuUsage", 1, cpu_usage),
        ("resourceUsage", 1, nothing),
        ("constrainedMemory", 0, zero),
        ("availableMemory", 0, zero),
        ("abort", 0, abort),
        ("_kill", 2, nothing),
        ("umask", 1, super::fs::umask),
    ])?;
    Ok(())
}

fn zero(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(0))
}

fn empty(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(JsArray::new(context)?.into())
}

/// The kinds of the timers and immediates that keep the process alive, one entry for each.
fn active_resources(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let (timeouts, immediates) = (host.timeouts(context).max(0.0) as usize, host.immediate_info(1, context) as usize);
    let names = std::iter::repeat_n("Timeout", timeouts).chain(std::iter::repeat_n("Immediate", immediates));
    let names: Vec<JsValue> = names.map(|name| JsString::from(name).into()).collect();
    Ok(JsArray::from_iter(names, context).into())
}

/// The array that JavaScript reads the time from: found on the binding, since Node calls these as its methods.
fn hrtime_array(this: &JsValue, context: &mut Context) -> JsResult<Option<JsUint32Array>> {
    let Some(binding) = this.as_object() else {
        return Ok(None);
    };
    let array = binding.get(JsString::from("hrtimeBuffer"), context)?;
    Ok(array.as_object().and_then(|array| JsUint32Array::from_object(array).ok()))
}

fn hrtime_parts(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let now = host(context).read_clock();
    let (seconds, nanoseconds) = (now / 1_000_000_000, now % 1_000_000_000);
    if let Some(array) = hrtime_array(this, context)? {
        for (index, part) in [seconds >> 32, seconds & 0xffff_ffff, nanoseconds].into_iter().enumerate() {
            array.set(index, part, true, context)?;
        }
    }
    Ok(JsValue::undefined())
}

fn hrtime_bigint(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let now = host(context).read_clock();
    if let Some(array) = hrtime_array(this, context)? {
        array.set(0, now & 0xffff_ffff, true, context)?;
        array.set(1, now >> 32, true, context)?;
    }
    Ok(JsValue::undefined())
}

fn uptime(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    #[expect(clippy::cast_precision_loss, reason = "seconds as JavaScript has them")]
    Ok(JsValue::from(host(context).read_clock() as f64 / 1e9))
}

fn really_exit(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    #[expect(clippy::cast_possible_truncation, reason = "Node validated it as an integer; C++ takes an int32 too")]
    let code = number(arguments, 0) as i32;
    Err(host(context).stop(Stop::Exit { code, ending: Ending::ExitCalled }))
}

fn abort(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Err(host(context).stop(Stop::Exit { code: 134, ending: Ending::Aborted }))
}

fn cwd(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(JsString::from(&*host(context).cwd()).into())
}

fn raw_debug(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let line = format!("{}\n", text(arguments, 0));
    host(context).output(OutputStream::Stderr, line.as_bytes())?;
    Ok(JsValue::undefined())
}

/// Fills `[rss, heapTotal, heapUsed, external, arrayBuffers]`.
fn memory_usage(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(array) = argument(arguments, 0).as_object() {
        let usage = isolate::ask(&host(context), Heap::memory_usage);
        for (index, bytes) in [usage.rss, usage.heap_total, usage.heap_used, usage.external, usage.array_buffers].into_iter().enumerate() {
            array.set(index, bytes, true, context)?;
        }
    }
    Ok(JsValue::undefined())
}

#[expect(clippy::unnecessary_wraps, reason = "the form of a native function")]
fn rss(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(isolate::ask(&host(context), |heap| heap.memory_usage().rss)))
}

fn cpu_usage(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let microseconds = host(context).machine.borrow().now_ns() / 1000;
    if let Some(array) = argument(arguments, 0).as_object() {
        array.set(0, microseconds, true, context)?;
        array.set(1, 0, true, context)?;
    }
    Ok(JsValue::undefined())
}
