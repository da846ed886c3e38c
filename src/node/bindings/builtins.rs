//! `internalBinding('builtins')`: compiling the library's own modules (node v24.21.0 `src/node_builtins.cc`).

use std::rc::Rc;

use boa_engine::{Context, JsResult, JsString, JsValue};

use crate::host::host;
use crate::library::Library;
use crate::native::{Binding, text};
use crate::source::{OwnScript, OwnSource};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[("compileFunction", 1, compile_library_function)])?;
    Ok(())
}

/// Modules of the library, by id, that are too large to be packed for the one class that is needed of each, with the text that stands in for them.
const STAND_INS: [(&str, &str); 2] = [
    ("internal/deps/acorn/acorn/dist/acorn", include_str!("stand_ins/acorn.js")),
    ("internal/deps/undici/undici", include_str!("stand_ins/undici.js")),
];

/// A module in its wrapper function, with the parameters of `BuiltinLoader::LookupAndCompile`.
pub(crate) fn module_script(library: &Library, id: &str) -> Option<OwnScript> {
    let head = match id {
        "internal/per_context/primordials" | "internal/per_context/domexception" | "internal/per_context/messageport" => {
            "(function (exports, primordials, privateSymbols, perIsolateSymbols) {"
        }
        _ => "(function (exports, require, module, process, internalBinding, primordials) {",
    };
    let stand_in = STAND_INS.iter().find(|(stood_in_for, _)| *stood_in_for == id);
    let source = match stand_in {
        Some((_, source)) => OwnSource::Ours(source),
        None => OwnSource::Of(library.has(id).then(|| library.clone())?),
    };
    Some(OwnScript { name: Rc::from(id), path: Rc::from(format!("node:{id}")), around: [head, "\n})"], source })
}

/// `compileFunction(id)`: the module's wrapper function.
///
/// # Errors
/// `Error` for an unknown id; a `SyntaxError` where Boa can't read the module.
pub(crate) fn compile_library_function(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let id = text(arguments, 0);
    let Some(script) = module_script(&host(context).library, &id) else {
        return Err(boa_engine::JsNativeError::error().with_message(format!("No such built-in module: {id}")).into());
    };
    {
        let host = host(context);
        let mut machine = host.machine.borrow_mut();
        let cost = machine.costs().module_load;
        machine.spend(cost);
    }
    let function = script.compile(context)?.evaluate(context)?;
    if let Some(object) = function.as_object() {
        object.define_property_or_throw(
            JsString::from("name"),
            boa_engine::property::PropertyDescriptor::builder().value(JsString::from("")).configurable(true),
            context,
        )?;
    }
    Ok(function)
}
