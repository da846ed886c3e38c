//! `internalBinding('builtins')`: compiling the library's own modules (node v24.21.0 `src/node_builtins.cc`).

use std::path::PathBuf;
use std::rc::Rc;

use boa_engine::{Context, JsResult, JsString, JsValue};

use super::builder::{Binding, text};
use crate::node::host::host;
use crate::node::scripts::evaluate;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[("compileFunction", 1, compile_library_function)])?;
    Ok(())
}

/// Too large to be packed for the one class that is needed of each: what stands in for them.
const STAND_INS: [(&str, &str); 2] =
    [("internal/deps/acorn/acorn/dist/acorn", include_str!("../acorn.js")), ("internal/deps/undici/undici", include_str!("../undici.js"))];

/// A library module's source.
pub(crate) fn library_source(id: &str, context: &Context) -> Option<Rc<str>> {
    if let Some((_, source)) = STAND_INS.iter().find(|(stood_in_for, _)| *stood_in_for == id) {
        return Some(Rc::from(*source));
    }
    host(context).library.source(id).cloned()
}

/// `compileFunction(id)`: the module's wrapper function, with the parameters of `BuiltinLoader::LookupAndCompile`.
///
/// # Errors
/// `Error` for an unknown id; a `SyntaxError` where Boa can't read the module.
pub(crate) fn compile_library_function(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let id = text(arguments, 0);
    let Some(source) = library_source(&id, context) else {
        return Err(boa_engine::JsNativeError::error().with_message(format!("No such built-in module: {id}")).into());
    };
    {
        let host = host(context);
        let mut machine = host.machine.borrow_mut();
        let cost = machine.costs().module_load;
        machine.spend(cost);
    }
    let parameters = match id.as_str() {
        "internal/per_context/primordials" | "internal/per_context/domexception" | "internal/per_context/messageport" => {
            "exports, primordials, privateSymbols, perIsolateSymbols"
        }
        _ => "exports, require, module, process, internalBinding, primordials",
    };
    let wrapped = format!("(function ({parameters}) {{{source}\n}})");
    let path = PathBuf::from(format!("node:{id}"));
    let function = evaluate(&wrapped, &path, context)?;
    if let Some(object) = function.as_object() {
        object.define_property_or_throw(
            JsString::from("name"),
            boa_engine::property::PropertyDescriptor::builder().value(JsString::from("")).configurable(true),
            context,
        )?;
    }
    Ok(function)
}
