//! `internalBinding('cjs_lexer')`: which names a CommonJS text exports (node v24.21.0 `deps/merve`, after cjs-module-lexer).

use boa_engine::object::builtins::{JsArray, JsSet};
use boa_engine::{Context, JsResult, JsString, JsValue};

use crate::native::{Binding, text};
use crate::probe::exports_of;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[("parse", 1, parse)])?;
    Ok(())
}

/// `parse(source)`: `[Set of names, list of what is exported again]`.
fn parse(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let exports = exports_of(&text(arguments, 0));
    let names = JsSet::new(context);
    for name in &exports.names {
        names.add(JsString::from(name.as_str()), context)?;
    }
    let again = JsArray::from_iter(exports.again.iter().map(|specifier| JsString::from(specifier.as_str()).into()), context);
    Ok(JsArray::from_iter([names.into(), again.into()], context).into())
}
