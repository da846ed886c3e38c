//! Rust data behind an object of a binding's class, for which C++ uses the object's internal fields.

use boa_engine::object::NativeObject;
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

const HIDDEN: &str = "\u{0}state";

/// Puts `data` behind `object`; does nothing where it is no object.
///
/// # Errors
/// `TypeError` where the object takes no new property.
pub(crate) fn keep<T: NativeObject>(object: &JsValue, data: T, context: &mut Context) -> JsResult<()> {
    let Some(object) = object.as_object() else {
        return Ok(());
    };
    let holder = JsObject::from_proto_and_data(None, data);
    let property = PropertyDescriptor::builder().value(holder).writable(false).enumerable(false).configurable(false);
    object.define_property_or_throw(JsString::from(HIDDEN), property, context)?;
    Ok(())
}

/// Whether `object` is one of C++'s: it has data behind it.
pub(crate) fn is_kept(object: &JsObject) -> bool {
    object.borrow().properties().contains_key(&JsString::from(HIDDEN).into())
}

/// Runs `with` on the data behind `object`, if it has such data.
pub(crate) fn kept<T: NativeObject, R>(object: &JsValue, context: &mut Context, with: impl FnOnce(&mut T) -> R) -> Option<R> {
    let holder = object.as_object()?.get(JsString::from(HIDDEN), context).ok()?.as_object()?;
    let mut data = holder.downcast_mut::<T>()?;
    Some(with(&mut data))
}
