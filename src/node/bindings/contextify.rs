//! `internalBinding('contextify')`: compiling the program's files (node v24.21.0 `src/node_contextify.cc`).

use std::rc::Rc;

use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use super::builder::{Binding, text};
use crate::node::main_script;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class("ContextifyScript", nothing, &[])?;
    binding.functions(&[("compileFunctionForCJSLoader", 4, compile_for_cjs_loader)])?;
    Ok(())
}

fn nothing(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::undefined())
}

/// `compileFunctionForCJSLoader(content, filename, isSeaMain, shouldDetectModule)`: `{ cachedDataRejected, sourceMapURL, canParseAsESM, function }`.
///
/// # Errors
/// `SyntaxError` in V8's words.
fn compile_for_cjs_loader(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (source, path) = (text(arguments, 0), text(arguments, 1));
    let function = main_script::compile(&path, Rc::from(source), context)?;
    let result = JsObject::with_null_proto();
    let fields: [(&str, JsValue); 4] =
        [("cachedDataRejected", false.into()), ("sourceMapURL", JsValue::undefined()), ("canParseAsESM", false.into()), ("function", function)];
    for (name, value) in fields {
        result.create_data_property_or_throw(JsString::from(name), value, context)?;
    }
    Ok(result.into())
}
