//! The small language that bindings are written in: functions and values put on an object.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::{JsFloat64Array, JsUint8Array, JsUint32Array};
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, NativeFunction};

use super::throw::{Class, coded};

/// A function of a binding: `(this, arguments, context)`.
pub(crate) type Native = fn(&JsValue, &[JsValue], &mut Context) -> JsResult<JsValue>;

/// A binding's object while it is being filled.
pub(crate) struct Binding<'a> {
    pub(crate) object: &'a JsObject,
    pub(crate) context: &'a mut Context,
}

impl<'a> Binding<'a> {
    pub(crate) fn new(object: &'a JsObject, context: &'a mut Context) -> Self {
        Self { object, context }
    }

    /// Puts each `(name, length, function)` on the binding.
    ///
    /// # Errors
    /// An exception of Boa where a property cannot be defined.
    pub(crate) fn functions(&mut self, functions: &[(&str, usize, Native)]) -> JsResult<&mut Self> {
        for (name, length, native) in functions {
            let function = native_function(name, *length, *native, self.context);
            self.value(name, function)?;
        }
        Ok(self)
    }

    /// Puts a value on the binding.
    ///
    /// # Errors
    /// An exception of Boa where the property cannot be defined.
    pub(crate) fn value(&mut self, name: &str, value: impl Into<JsValue>) -> JsResult<&mut Self> {
        self.object.create_data_property_or_throw(JsString::from(name), value, self.context)?;
        Ok(self)
    }

    /// Puts a constructor on the binding and returns it: `new name(…)` runs `construct` with the new object as `this`; `methods` are its prototype's.
    ///
    /// # Errors
    /// An exception of Boa where a property cannot be defined.
    pub(crate) fn class(&mut self, name: &str, construct: Native, methods: &[(&str, usize, Native)]) -> JsResult<JsObject> {
        let constructor = FunctionObjectBuilder::new(self.context.realm(), NativeFunction::from_fn_ptr(construct_with))
            .name(JsString::from(name))
            .length(0)
            .constructor(true)
            .build();
        let prototype = JsObject::with_object_proto(self.context.intrinsics());
        for (method, length, native) in methods {
            let function = native_function(method, *length, *native, self.context);
            prototype.create_data_property_or_throw(JsString::from(*method), function, self.context)?;
        }
        define_hidden(&prototype, JsString::from("constructor"), constructor.clone(), self.context)?;
        let body = native_function(name, 0, construct, self.context);
        constructor.define_property_or_throw(
            JsString::from("prototype"),
            PropertyDescriptor::builder().value(prototype).writable(false).enumerable(false).configurable(false),
            self.context,
        )?;
        constructor.define_property_or_throw(
            JsString::from(CONSTRUCT),
            PropertyDescriptor::builder().value(body).writable(false).enumerable(false).configurable(false),
            self.context,
        )?;
        self.value(name, constructor.clone())?;
        Ok(constructor.into())
    }
}

const CONSTRUCT: &str = "\u{0}construct";

/// `[[Construct]]` of every class of a binding: makes the object from `new.target`'s prototype and runs the class's own body on it.
fn construct_with(new_target: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(target) = new_target.as_object() else {
        return Err(coded(Class::TypeError, "ERR_CONSTRUCT_CALL_REQUIRED", "Cannot call constructor without `new`", context));
    };
    let prototype = target.get(JsString::from("prototype"), context)?;
    let object = JsObject::with_object_proto(context.intrinsics());
    object.set_prototype(prototype.as_object());
    let body = target.get(JsString::from(CONSTRUCT), context)?;
    if let Some(body) = body.as_callable() {
        body.call(&object.clone().into(), arguments, context)?;
    }
    Ok(object.into())
}

/// A function object around a native.
pub(crate) fn native_function(name: &str, length: usize, native: Native, context: &mut Context) -> JsObject {
    FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(native)).name(JsString::from(name)).length(length).build().into()
}

/// A `Uint32Array` of zeros that JavaScript and Rust share.
///
/// # Errors
/// An exception of Boa where the array cannot be made.
pub(crate) fn shared_u32(length: usize, context: &mut Context) -> JsResult<JsUint32Array> {
    JsUint32Array::from_iter(std::iter::repeat_n(0, length), context)
}

/// A `Uint8Array` of zeros that JavaScript and Rust share.
///
/// # Errors
/// An exception of Boa where the array cannot be made.
pub(crate) fn shared_u8(length: usize, context: &mut Context) -> JsResult<JsUint8Array> {
    JsUint8Array::from_iter(std::iter::repeat_n(0, length), context)
}

/// A `Float64Array` of zeros that JavaScript and Rust share.
///
/// # Errors
/// An exception of Boa where the array cannot be made.
pub(crate) fn shared_f64(length: usize, context: &mut Context) -> JsResult<JsFloat64Array> {
    JsFloat64Array::from_iter(std::iter::repeat_n(0.0, length), context)
}

/// A function that does nothing, for calls of Node's JavaScript that need no work here.
///
/// # Errors
/// None.
pub(crate) fn nothing(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::undefined())
}

/// The argument at `index`, or `undefined`.
pub(crate) fn argument(arguments: &[JsValue], index: usize) -> JsValue {
    arguments.get(index).cloned().unwrap_or_default()
}

/// The text of the argument at `index`, for arguments that Node's JavaScript has already validated as strings.
pub(crate) fn text(arguments: &[JsValue], index: usize) -> String {
    arguments.get(index).and_then(JsValue::as_string).map(|text| text.to_std_string_lossy()).unwrap_or_default()
}

/// The elements of an array-like; none where it is no object.
///
/// # Errors
/// An exception of the program's own getters.
pub(crate) fn items(list: &JsValue, context: &mut Context) -> JsResult<Vec<JsValue>> {
    let Some(list) = list.as_object() else { return Ok(Vec::new()) };
    let length = list.get(JsString::from("length"), context)?.to_length(context)?;
    (0..length).map(|index| list.get(index, context)).collect()
}

/// Defines a property that no listing of keys gives, as those of built-in objects.
///
/// # Errors
/// `TypeError` where the object takes no new property.
pub(crate) fn define_hidden(object: &JsObject, key: impl Into<PropertyKey>, value: impl Into<JsValue>, context: &mut Context) -> JsResult<bool> {
    let property = PropertyDescriptor::builder().value(value).writable(true).enumerable(false).configurable(true);
    object.define_property_or_throw(key, property, context)
}

/// The number of the argument at `index`; 0 where it is none.
pub(crate) fn number(arguments: &[JsValue], index: usize) -> f64 {
    arguments.get(index).and_then(JsValue::as_number).unwrap_or_default()
}

/// The function at `index`, if it is one.
pub(crate) fn function(arguments: &[JsValue], index: usize) -> Option<boa_engine::object::builtins::JsFunction> {
    arguments.get(index).and_then(JsValue::as_object).and_then(boa_engine::object::builtins::JsFunction::from_object)
}
