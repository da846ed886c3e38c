//! `internalBinding('serdes')`: V8's wire format, version 15 (node v24.21.0 `src/node_serdes.cc`, V8 13.6 `src/objects/value-serializer.cc`).
//!
//! `wire` knows the format's tags and numbers, `serializer` and `deserializer` are Node's two classes, `writer` and `reader` the values.

mod deserializer;
mod reader;
mod serializer;
mod wire;
mod writer;

use boa_engine::JsResult;

use crate::native::Binding;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    serializer::extend(binding)?;
    deserializer::extend(binding)
}
