//! Reading a value out of a message (V8's `ValueDeserializer`, node v24.21.0 `src/node_messaging.cc` `Message::Deserialize`).

use boa_engine::object::builtins::{JsArray, JsArrayBuffer, JsDataView, JsMap, JsRegExp, JsSet, js_typed_array_from_kind};
use boa_engine::{Context, JsNativeError, JsObject, JsResult, JsString, JsValue};

use super::message::{Item, Message, Value, View};
use super::{names, port};
use crate::host::host;
use crate::native::{bytes, define_hidden};

/// `setDeserializerCreateObjectFunction`.
pub(super) struct CreateObject(pub(super) JsObject);

struct Reader<'a> {
    message: &'a Message,
    made: Vec<Option<JsObject>>,
}

/// The value of a message, and the ports that came with it.
///
/// # Errors
/// An exception of Node's own JavaScript that makes objects, or of Boa.
pub(super) fn deserialize(message: &Message, context: &mut Context) -> JsResult<(JsValue, Vec<JsObject>)> {
    let mut reader = Reader { message, made: vec![None; message.items.len()] };
    let mut ports = Vec::new();
    for (index, item) in message.items.iter().enumerate() {
        if let Item::Port(data) = item
            && let Some(data) = data.take()
        {
            let object = port::open(data, context)?;
            reader.made[index] = Some(object.clone());
            ports.push(object);
        }
    }
    let value = reader.value(&message.root, context)?;
    Ok((value, ports))
}

impl Reader<'_> {
    fn value(&mut self, value: &Value, context: &mut Context) -> JsResult<JsValue> {
        match value {
            Value::Primitive(value) => Ok(value.clone()),
            Value::Item(index) => match &self.made[*index] {
                Some(object) => Ok(object.clone().into()),
                None => self.item(*index, context).map(JsValue::from),
            },
        }
    }

    fn item(&mut self, index: usize, context: &mut Context) -> JsResult<JsObject> {
        let message = self.message;
        let object = match &message.items[index] {
            Item::Plain(properties) => {
                let object = self.begin(index, JsObject::with_object_proto(context.intrinsics()));
                self.fill(&object, properties, context)?;
                object
            }
            Item::Array { length, properties } => {
                let object = self.begin(index, JsArray::new(context)?.into());
                self.fill(&object, properties, context)?;
                object.set(JsString::from("length"), *length, true, context)?;
                object
            }
            Item::Boxed(value) => value.to_object(context)?,
            Item::Date(time) => context.intrinsics().constructors().date().constructor().construct(std::slice::from_ref(time), None, context)?,
            Item::RegExp { source, flags } => JsRegExp::new(JsString::from(&**source), JsString::from(&**flags), context)?.into(),
            Item::Map(entries) => {
                let map = JsMap::new(context);
                let object = self.begin(index, map.clone().into());
                for (key, value) in entries {
                    let (key, value) = (self.value(key, context)?, self.value(value, context)?);
                    map.set(key, value, context)?;
                }
                object
            }
            Item::Set(members) => {
                let set = JsSet::new(context);
                let object = self.begin(index, set.clone().into());
                for member in members {
                    let member = self.value(member, context)?;
                    set.add(member, context)?;
                }
                object
            }
            Item::Error { constructor, message, cause, stack } => {
                let object = self.begin(index, new_error(constructor, context)?);
                let properties = [("message", message.as_ref()), ("cause", cause.as_ref())];
                define_hidden(&object, JsString::from("stack"), stack.clone().map_or_else(JsValue::undefined, JsValue::from), context)?;
                for (name, value) in properties {
                    if let Some(value) = value {
                        let value = self.value(value, context)?;
                        define_hidden(&object, JsString::from(name), value, context)?;
                    }
                }
                object
            }
            Item::Buffer { bytes, limit } => {
                let buffer = bytes::array_buffer(bytes, context)?;
                match limit {
                    Some(limit) => buffer.with_max_byte_length(*limit).into(),
                    None => buffer.into(),
                }
            }
            Item::SharedBuffer(buffer) => buffer.clone().into(),
            Item::View { view, buffer, offset, length } => {
                let buffer = self.value(buffer, context)?;
                new_view(*view, buffer, *offset, *length, context)?
            }
            Item::Host { data, deserialize_info } => {
                let object = self.begin(index, create(deserialize_info, context)?);
                let data = self.value(data, context)?;
                let deserialize = host(context).symbol("messaging_deserialize_symbol", context)?;
                names::invoke(&object, deserialize, &[data], context)?;
                object
            }
            Item::Port(_) | Item::Unfinished => {
                return Err(JsNativeError::error()
                    .with_message("The target port was posted to itself, and the communication channel was lost")
                    .into());
            }
        };
        Ok(self.begin(index, object))
    }

    /// Registers an object under its index, so that parts of it can refer back to it.
    fn begin(&mut self, index: usize, object: JsObject) -> JsObject {
        self.made[index] = Some(object.clone());
        object
    }

    fn fill(&mut self, object: &JsObject, properties: &[(boa_engine::property::PropertyKey, Value)], context: &mut Context) -> JsResult<()> {
        for (key, value) in properties {
            let value = self.value(value, context)?;
            object.create_data_property_or_throw(key.clone(), value, context)?;
        }
        Ok(())
    }
}

/// A new error of the class that `constructor` names, without a message; `Error` for a name that the language does not have.
///
/// # Errors
/// None: the constructors are the language's own.
pub(in crate::bindings) fn new_error(constructor: &str, context: &mut Context) -> JsResult<JsObject> {
    let constructors = context.intrinsics().constructors();
    let class = match constructor {
        "EvalError" => constructors.eval_error(),
        "RangeError" => constructors.range_error(),
        "ReferenceError" => constructors.reference_error(),
        "SyntaxError" => constructors.syntax_error(),
        "TypeError" => constructors.type_error(),
        "URIError" => constructors.uri_error(),
        _ => constructors.error(),
    };
    let class = class.constructor();
    class.construct(&[], None, context)
}

/// A new view of `length` elements (bytes for a `DataView`) from the byte `offset` of `buffer`.
///
/// # Errors
/// `RangeError` where the view does not fit into the buffer.
pub(in crate::bindings) fn new_view(view: View, buffer: JsValue, offset: usize, length: usize, context: &mut Context) -> JsResult<JsObject> {
    let kind = match view {
        View::Data => {
            let buffer = buffer.as_object().and_then(|buffer| JsArrayBuffer::from_object(buffer).ok());
            let Some(buffer) = buffer else {
                return Err(JsNativeError::typ().with_message("a DataView of a message has no ArrayBuffer").into());
            };
            let (offset, length) = (u64::try_from(offset).ok(), u64::try_from(length).ok());
            return JsDataView::from_js_array_buffer(buffer, offset, length, context).map(JsObject::from);
        }
        View::Typed(kind) => kind,
    };
    // Boa does not give out the constructor of a kind, but an array of that kind knows it.
    let empty = js_typed_array_from_kind(kind, JsArrayBuffer::new(0, context)?, context)?;
    let class = empty.to_object(context)?.get(JsString::from("constructor"), context)?.to_object(context)?;
    class.construct(&[buffer, JsValue::from(offset), JsValue::from(length)], None, context)
}

/// `new Constructor()` of a `module:Constructor`, by the function that Node's JavaScript has registered.
fn create(deserialize_info: &JsString, context: &mut Context) -> JsResult<JsObject> {
    if context.get_data::<CreateObject>().is_none() {
        let transferable = names::require("internal/worker/js_transferable", context)?;
        names::invoke(&transferable, JsString::from("setup"), &[], context)?;
    }
    let Some(CreateObject(create)) = context.get_data() else {
        return Err(JsNativeError::error().with_message("nothing creates the objects of messages").into());
    };
    create.clone().call(&JsValue::undefined(), &[deserialize_info.clone().into()], context)?.to_object(context)
}
