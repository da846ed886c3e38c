//! `internalBinding('contextify')`: compiling the program's files (node v24.21.0 `src/node_contextify.cc`).

use std::rc::Rc;

use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use crate::native::{Binding, argument, text};
use crate::probe::is_module_instead;
use crate::source;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    super::vm_contexts::extend(binding)?;
    binding.functions(&[
        ("compileFunctionForCJSLoader", 4, compile_for_cjs_loader),
        ("containsModuleSyntax", 4, contains_module_syntax),
        ("shouldRetryAsESM", 2, contains_module_syntax),
    ])?;
    Ok(())
}

/// `compileFunctionForCJSLoader(content, filename, isSeaMain, shouldDetectModule)`: `{ cachedDataRejected, sourceMapURL, canParseAsESM, function }`.
/// A text that is to be taken for an ES module has no `function`.
///
/// # Errors
/// `SyntaxError` in V8's words.
fn compile_for_cjs_loader(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (source, path) = (text(arguments, 0), text(arguments, 1));
    let should_detect = argument(arguments, 3).to_boolean();
    let compiled = source::compile(&path, Rc::from(source.as_str()), context);
    let can_parse_as_esm = compiled.is_err() && is_module_instead(&source);
    let function = match compiled {
        Err(_) if should_detect && can_parse_as_esm => JsValue::undefined(),
        compiled => compiled?,
    };
    let result = JsObject::with_null_proto();
    let fields: [(&str, JsValue); 4] = [
        ("cachedDataRejected", false.into()),
        ("sourceMapURL", JsValue::undefined()),
        ("canParseAsESM", can_parse_as_esm.into()),
        ("function", function),
    ];
    for (name, value) in fields {
        result.create_data_property_or_throw(JsString::from(name), value, context)?;
    }
    Ok(result.into())
}

/// `containsModuleSyntax(code, filename, resourceName, cjsVar)` and `shouldRetryAsESM(code, resourceName)`: it is no CommonJS file but an ES module.
fn contains_module_syntax(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(is_module_instead(&text(arguments, 0)).into())
}
