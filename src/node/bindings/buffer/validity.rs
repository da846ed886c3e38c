//! `isUtf8` and `isAscii`.

use boa_engine::{Context, JsResult, JsValue};

use crate::native::{Binding, Bytes, Class, argument, coded, invalid_type};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[
        ("isUtf8", 1, |_, arguments, context| check(arguments, |bytes| std::str::from_utf8(bytes).is_ok(), context)),
        ("isAscii", 1, |_, arguments, context| check(arguments, <[u8]>::is_ascii, context)),
    ])?;
    Ok(())
}

fn check(arguments: &[JsValue], valid: fn(&[u8]) -> bool, context: &mut Context) -> JsResult<JsValue> {
    let Some(bytes) = Bytes::of(&argument(arguments, 0), context) else {
        return Err(invalid_type("argument must be a buffer", context));
    };
    if bytes.is_detached() {
        return Err(coded(Class::Error, "ERR_INVALID_STATE", "Cannot validate on a detached buffer", context));
    }
    Ok(JsValue::from(bytes.read(valid)))
}
