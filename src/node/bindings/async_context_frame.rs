//! `internalBinding('async_context_frame')`: V8's continuation-preserved embedder data (node v24.21.0 `src/async_context_frame.cc`).

use boa_engine::{Context, JsResult, JsValue};

use crate::host::host;
use crate::native::{Binding, argument};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[("getContinuationPreservedEmbedderData", 0, get), ("setContinuationPreservedEmbedderData", 1, set)])?;
    Ok(())
}

fn get(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(host(context).callbacks.borrow().async_context.clone())
}

fn set(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    host(context).callbacks.borrow_mut().async_context = argument(arguments, 0);
    Ok(JsValue::undefined())
}
