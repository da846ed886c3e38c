//! `internalBinding('v8')` (node v24.21.0 `src/node_v8.cc`). The figures of the heap are a small program's, as V8 reports them: Boa's heap has other ones.

use boa_engine::{Context, JsResult, JsString, JsValue};

use super::builder::{Binding, argument, nothing, shared_f64, text};

/// In the order of V8's `HeapStatistics` as Node copies it.
const HEAP: [f64; 14] = [
    5_832_704.0,
    262_144.0,
    5_963_776.0,
    2_194_186_000.0,
    4_731_000.0,
    2_197_815_296.0,
    262_320.0,
    571_392.0,
    0.0,
    1.0,
    0.0,
    8192.0,
    2272.0,
    2_107_000.0,
];
/// Size, used, available, physical: of every space alike.
const SPACE: [f64; 4] = [524_288.0, 412_000.0, 112_288.0, 524_288.0];
const CODE: [f64; 4] = [208_000.0, 16_000.0, 2_300_000.0, 5_900.0];

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    for (name, figures) in [("heapStatisticsBuffer", HEAP.as_slice()), ("heapSpaceStatisticsBuffer", &SPACE), ("heapCodeStatisticsBuffer", &CODE)] {
        let buffer = shared_f64(figures.len(), binding.context)?;
        for (index, figure) in figures.iter().enumerate() {
            buffer.set(index, *figure, true, binding.context)?;
        }
        binding.value(name, buffer)?;
    }
    binding.functions(&[
        ("updateHeapStatisticsBuffer", 0, nothing),
        ("updateHeapSpaceStatisticsBuffer", 1, nothing),
        ("updateHeapCodeStatisticsBuffer", 0, nothing),
        ("cachedDataVersionTag", 0, version_tag),
        ("isStringOneByteRepresentation", 1, is_one_byte),
        ("setFlagsFromString", 1, set_flags),
    ])?;
    Ok(())
}

fn version_tag(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(1_165_837_636))
}

fn is_one_byte(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let text = argument(arguments, 0).as_string().unwrap_or_default();
    Ok(text.iter().all(|unit| unit <= 0xff).into())
}

/// V8's flags change nothing here but how deep a stack is shown.
fn set_flags(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let flags = text(arguments, 0).replace('_', "-");
    if let Some(limit) = flags.split_whitespace().find_map(|flag| flag.strip_prefix("--stack-trace-limit=")?.parse::<u32>().ok()) {
        let error = context.intrinsics().constructors().error().constructor();
        error.set(JsString::from("stackTraceLimit"), limit, false, context)?;
    }
    Ok(JsValue::undefined())
}
