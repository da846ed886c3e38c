//! `internalBinding('types')`: V8's brand checks (node v24.21.0 `src/node_types.cc`).

use boa_engine::builtins::error::Error;
use boa_engine::module::ModuleNamespace;
use boa_engine::object::builtins::{
    JsArrayBuffer, JsDataView, JsDate, JsGenerator, JsMap, JsPromise, JsRegExp, JsSet, JsSharedArrayBuffer, JsTypedArray, JsWeakMap, JsWeakSet,
};
use boa_engine::{Context, JsBigInt, JsObject, JsResult, JsString, JsSymbol, JsValue};

use crate::native::{Binding, Native};

/// Answers a brand check for objects; everything else is `false`.
macro_rules! check {
    ($test:expr) => {
        |_: &JsValue, arguments: &[JsValue], _: &mut Context| {
            let test: fn(&JsObject) -> bool = $test;
            Ok(JsValue::from(arguments.first().and_then(JsValue::as_object).is_some_and(|object| test(&object))))
        }
    };
}

pub(super) const CHECKS: &[(&str, usize, Native)] = &[
    ("isExternal", 1, check!(|_| false)),
    ("isDate", 1, check!(|object| JsDate::from_object(object.clone()).is_ok())),
    ("isArgumentsObject", 1, check!(JsObject::is_arguments)),
    ("isBigIntObject", 1, check!(|object| object.is::<JsBigInt>())),
    ("isBooleanObject", 1, check!(|object| object.is::<bool>())),
    ("isNumberObject", 1, check!(|object| object.is::<f64>())),
    ("isStringObject", 1, check!(|object| object.is::<JsString>())),
    ("isSymbolObject", 1, check!(|object| object.is::<JsSymbol>())),
    (
        "isBoxedPrimitive",
        1,
        check!(|object| object.is::<JsBigInt>() || object.is::<bool>() || object.is::<f64>() || object.is::<JsString>() || object.is::<JsSymbol>()),
    ),
    ("isNativeError", 1, check!(|object| object.is::<Error>())),
    ("isRegExp", 1, check!(|object| JsRegExp::from_object(object.clone()).is_ok())),
    ("isAsyncFunction", 1, check!(|object| object.function_traits().is_some_and(|traits| traits.is_async))),
    ("isGeneratorFunction", 1, check!(|object| object.function_traits().is_some_and(|traits| traits.is_generator))),
    ("isGeneratorObject", 1, check!(|object| JsGenerator::from_object(object.clone()).is_ok())),
    ("isPromise", 1, check!(|object| JsPromise::from_object(object.clone()).is_ok())),
    ("isMap", 1, check!(|object| JsMap::from_object(object.clone()).is_ok())),
    ("isSet", 1, check!(|object| JsSet::from_object(object.clone()).is_ok())),
    ("isMapIterator", 1, check!(|object| object.iterator_preview().is_some() && has_tag(object, "Map Iterator"))),
    ("isSetIterator", 1, check!(|object| object.iterator_preview().is_some() && has_tag(object, "Set Iterator"))),
    ("isWeakMap", 1, check!(|object| JsWeakMap::from_object(object.clone()).is_ok())),
    ("isWeakSet", 1, check!(|object| JsWeakSet::from_object(object.clone()).is_ok())),
    ("isArrayBuffer", 1, check!(|object| JsArrayBuffer::from_object(object.clone()).is_ok())),
    ("isDataView", 1, check!(|object| JsDataView::from_object(object.clone()).is_ok())),
    ("isSharedArrayBuffer", 1, check!(|object| JsSharedArrayBuffer::from_object(object.clone()).is_ok())),
    ("isProxy", 1, check!(JsObject::is_proxy)),
    ("isModuleNamespaceObject", 1, check!(|object| object.is::<ModuleNamespace>())),
    (
        "isAnyArrayBuffer",
        1,
        check!(|object| JsArrayBuffer::from_object(object.clone()).is_ok() || JsSharedArrayBuffer::from_object(object.clone()).is_ok()),
    ),
    ("isTypedArray", 1, check!(|object| JsTypedArray::from_object(object.clone()).is_ok())),
    ("isUint8Array", 1, check!(|object| boa_engine::object::builtins::JsUint8Array::from_object(object.clone()).is_ok())),
    ("isArrayBufferView", 1, check!(|object| JsTypedArray::from_object(object.clone()).is_ok() || JsDataView::from_object(object.clone()).is_ok())),
];

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(CHECKS)?;
    Ok(())
}

/// Whether an iterator is of the kind `tag`: the preview does not distinguish those of maps and sets.
fn has_tag(object: &JsObject, tag: &str) -> bool {
    let mut prototype = object.prototype();
    while let Some(next) = prototype {
        let key = JsSymbol::to_string_tag().into();
        if let Some(value) = next.borrow().properties().get(&key).and_then(|property| property.value().cloned()) {
            return value.as_string().is_some_and(|text| text.to_std_string_lossy() == tag);
        }
        prototype = next.prototype();
    }
    false
}
