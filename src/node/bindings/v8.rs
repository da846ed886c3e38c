//! `internalBinding('v8')` (node v24.21.0 `src/node_v8.cc`). The figures of the heap are those of `v8::heap`: Boa's heap has other ones.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFloat64Array;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, NativeFunction};

use crate::host::{Host, host};
use crate::isolate;
use crate::native::{Binding, argument, nothing, number, shared_f64, text};
use v8::heap::Heap;

/// Figures for the size of compiled code, in bytes. No model has them, so they are fixed.
const CODE: [f64; 4] = [208_000.0, 16_000.0, 2_300_000.0, 5_900.0];

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let heap = shared_f64(15, binding.context)?;
    let update = updater(heap.clone(), heap_figures, binding.context);
    binding.value("heapStatisticsBuffer", heap)?.value("updateHeapStatisticsBuffer", update)?;
    let space = shared_f64(4, binding.context)?;
    let update = updater(space.clone(), space_figures, binding.context);
    binding.value("heapSpaceStatisticsBuffer", space)?.value("updateHeapSpaceStatisticsBuffer", update)?;
    let code = shared_f64(CODE.len(), binding.context)?;
    for (index, figure) in CODE.into_iter().enumerate() {
        code.set(index, figure, true, binding.context)?;
    }
    binding.value("heapCodeStatisticsBuffer", code)?.functions(&[
        ("updateHeapCodeStatisticsBuffer", 0, nothing),
        ("cachedDataVersionTag", 0, version_tag),
        ("isStringOneByteRepresentation", 1, is_one_byte),
        ("setFlagsFromString", 1, set_flags),
    ])?;
    Ok(())
}

/// A function that gives figures, by the arguments of JavaScript's call.
type Figures = fn(&Host, &[JsValue]) -> Vec<u64>;

/// A function that writes figures into the array that JavaScript reads them from.
fn updater(array: JsFloat64Array, figures: Figures, context: &mut Context) -> JsObject {
    let update = NativeFunction::from_copy_closure_with_captures(
        move |_, arguments, array: &JsFloat64Array, context| {
            for (index, figure) in figures(&host(context), arguments).into_iter().enumerate() {
                array.set(index, figure, true, context)?;
            }
            Ok(JsValue::undefined())
        },
        array,
    );
    FunctionObjectBuilder::new(context.realm(), update).build().into()
}

/// The figures of the heap, in bytes, in the order of V8's `HeapStatistics` as Node copies it.
fn heap_figures(host: &Host, _: &[JsValue]) -> Vec<u64> {
    let it = isolate::ask(host, Heap::heap_statistics);
    vec![
        it.total_heap_size,
        it.total_heap_size_executable,
        it.total_physical_size,
        it.total_available_size,
        it.used_heap_size,
        it.heap_size_limit,
        it.malloced_memory,
        it.peak_malloced_memory,
        it.does_zap_garbage,
        it.number_of_native_contexts,
        it.number_of_detached_contexts,
        it.total_global_handles_size,
        it.used_global_handles_size,
        it.external_memory,
        it.total_allocated_bytes.unwrap_or(0),
    ]
}

/// Size, used, available and physical bytes of the space with the index that is asked for.
fn space_figures(host: &Host, arguments: &[JsValue]) -> Vec<u64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Node counts its spaces")]
    let place = number(arguments, 0) as usize;
    let spaces = isolate::ask(host, Heap::space_statistics);
    let space = spaces.get(place);
    space.map_or_else(Vec::new, |it| vec![it.space_size, it.space_used_size, it.space_available_size, it.physical_space_size])
}

fn version_tag(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(1_165_837_636))
}

fn is_one_byte(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let text = argument(arguments, 0).as_string().unwrap_or_default();
    Ok(text.iter().all(|unit| unit <= 0xff).into())
}

/// `setFlagsFromString(flags)`: V8's flags change nothing here but the depth to which a stack is shown.
fn set_flags(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let flags = text(arguments, 0).replace('_', "-");
    if let Some(limit) = flags.split_whitespace().find_map(|flag| flag.strip_prefix("--stack-trace-limit=")?.parse::<u32>().ok()) {
        let error = context.intrinsics().constructors().error().constructor();
        error.set(JsString::from("stackTraceLimit"), limit, false, context)?;
    }
    Ok(JsValue::undefined())
}
