//! `Function.prototype.toString`: the author's text, without our probes, and with the text of classes, which Boa does not keep.

use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue};

use crate::host::host;
use crate::inspect::own_data;
use crate::native::{define_hidden, native_function};
use crate::probe::strip_markers;
use crate::v8_words::class_text;

/// Puts our `toString` in place of Boa's.
///
/// # Errors
/// Whatever defining a property throws.
pub(crate) fn install(context: &mut Context) -> JsResult<()> {
    let prototype = context.intrinsics().constructors().function().prototype();
    let original = prototype.get(JsString::from("toString"), context)?;
    let ours = native_function("toString", 0, to_string, context);
    host(context).callbacks.borrow_mut().function_to_string = original.as_object().and_then(boa_engine::object::builtins::JsFunction::from_object);
    define_hidden(&prototype, JsString::from("toString"), ours, context)?;
    Ok(())
}

fn to_string(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let Some(original) = host.callbacks.borrow().function_to_string.clone() else {
        return Err(JsNativeError::typ().with_message("Function.prototype.toString requires that 'this' be a Function").into());
    };
    if let Some(text) = this.as_object().and_then(|function| class(&host, &function)) {
        return Ok(JsString::from(text).into());
    }
    let text = original.call(this, &[], context)?;
    match text.as_string() {
        Some(marked) => Ok(JsString::from(strip_markers(&marked.to_std_string_lossy())).into()),
        None => Ok(text),
    }
}

/// The text of a class; where its source is not ours to read, its shape.
fn class(host: &crate::host::Host, function: &JsObject) -> Option<String> {
    if !function.function_traits()?.is_class {
        return None;
    }
    let name = own_data(function, "name").and_then(|name| name.as_string()).map(|name| name.to_std_string_lossy()).unwrap_or_default();
    let path = function.function_path().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
    let source = match path.strip_prefix("node:") {
        Some(id) => host.library.source(id).cloned(),
        None => host.scripts.borrow().get(path.as_str()).map(|source| source.text().clone()),
    };
    let text = source.and_then(|source| class_text(&source, &name));
    Some(text.unwrap_or_else(|| format!("class {name} {{ }}")))
}
