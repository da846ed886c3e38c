//! `internalBinding('buffer')` (node v24.21.0 `src/node_buffer.cc`, `src/string_bytes.cc`).

mod arguments;
mod base64;
mod bulk;
pub(crate) mod codec;
mod search;
mod text;
mod validity;

use boa_engine::JsResult;

use crate::native::Binding;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    text::extend(binding)?;
    bulk::extend(binding)?;
    validity::extend(binding)
}
