//! Writing a value into a message (V8's `ValueSerializer`, node v24.21.0 `src/node_messaging.cc` `Message::Serialize`).

use std::cell::RefCell;
use std::collections::HashMap;

use boa_engine::builtins::error::Error;
use boa_engine::object::builtins::{JsArrayBuffer, JsDataView, JsDate, JsMap, JsRegExp, JsSet, JsSharedArrayBuffer, JsTypedArray};
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsBigInt, JsObject, JsResult, JsString, JsValue};

use super::errors::{data_clone_error, not_cloneable};
use super::message::{Item, Message, Value, View};
use super::names;
use super::port;
use super::transfer::TransferList;
use crate::host::host;

const CLONEABLE: u32 = 2;
const TRANSFERABLE: u32 = 1;

struct Writer<'a> {
    items: Vec<Item>,
    /// The index in the message of each object that has been written, by the object's identity.
    seen: HashMap<JsObject, usize>,
    transfer: &'a TransferList,
    transfer_mode: PropertyKey,
}

/// Writes `value`; the buffers and ports of `transfer` move into the message.
///
/// # Errors
/// `DataCloneError`, or an exception of the program's own getters. Nothing has moved then.
pub(super) fn serialize(value: &JsValue, transfer: &TransferList, context: &mut Context) -> JsResult<Message> {
    let transfer_mode = names::transfer_mode(context)?;
    let mut writer = Writer { items: Vec::new(), seen: HashMap::new(), transfer, transfer_mode };
    let root = writer.value(value, context)?;
    let Writer { mut items, seen, .. } = writer;
    for buffer in &transfer.buffers {
        let bytes = JsArrayBuffer::from_object(buffer.clone())?.detach(&JsValue::undefined())?;
        if let Some(Item::Buffer { bytes: moved, .. }) = seen.get(buffer).map(|index| &mut items[*index]) {
            *moved = bytes.to_vec();
        }
    }
    for object in &transfer.ports {
        let moved = port::detach(object, context);
        match seen.get(object) {
            Some(index) => items[*index] = Item::Port(RefCell::new(moved)),
            None => items.push(Item::Port(RefCell::new(moved))),
        }
    }
    Ok(Message { root, items })
}

impl Writer<'_> {
    fn value(&mut self, value: &JsValue, context: &mut Context) -> JsResult<Value> {
        let Some(object) = value.as_object() else {
            if value.is_symbol() {
                return Err(not_cloneable(value, context));
            }
            return Ok(Value::Primitive(value.clone()));
        };
        if let Some(index) = self.seen.get(&object) {
            return Ok(Value::Item(*index));
        }
        let index = self.items.len();
        self.items.push(Item::Unfinished);
        self.seen.insert(object.clone(), index);
        self.items[index] = self.object(&object, context)?;
        Ok(Value::Item(index))
    }

    fn object(&mut self, object: &JsObject, context: &mut Context) -> JsResult<Item> {
        if self.transfer.ports.contains(object) {
            return Ok(Item::Unfinished);
        }
        if port::is_port(object) {
            return Err(needs_transfer(context));
        }
        if object.is_callable() || object.is_proxy() {
            return Err(not_cloneable(&object.clone().into(), context));
        }
        if let Some(boxed) = boxed(object) {
            return Ok(Item::Boxed(boxed));
        }
        if let Ok(date) = JsDate::from_object(object.clone()) {
            return date.value_of(context).map(Item::Date);
        }
        if let Ok(regexp) = JsRegExp::from_object(object.clone()) {
            return Ok(Item::RegExp { source: regexp.source(context)?, flags: regexp.flags(context)? });
        }
        if let Ok(map) = JsMap::from_object(object.clone()) {
            let mut entries = Vec::new();
            map.for_each_native(|key, value| {
                entries.push((key, value));
                Ok(())
            })?;
            let entries: JsResult<_> = entries.iter().map(|(key, value)| Ok((self.value(key, context)?, self.value(value, context)?))).collect();
            return entries.map(Item::Map);
        }
        if let Ok(set) = JsSet::from_object(object.clone()) {
            let mut members = Vec::new();
            set.for_each_native(|member| {
                members.push(member);
                Ok(())
            })?;
            let members: JsResult<_> = members.iter().map(|member| self.value(member, context)).collect();
            return members.map(Item::Set);
        }
        if let Some(item) = self.binary(object, context)? {
            return Ok(item);
        }
        self.by_properties(object, context)
    }

    /// Writes an array buffer or a view of one; `None` for any other object.
    fn binary(&mut self, object: &JsObject, context: &mut Context) -> JsResult<Option<Item>> {
        if let Ok(buffer) = JsArrayBuffer::from_object(object.clone()) {
            let resizable = object.get(JsString::from("resizable"), context)?.to_boolean();
            let limit = if resizable { Some(object.get(JsString::from("maxByteLength"), context)?.to_length(context)?) } else { None };
            if self.transfer.buffers.contains(object) {
                return Ok(Some(Item::Buffer { bytes: Vec::new(), limit }));
            }
            return match buffer.to_vec() {
                Some(bytes) => Ok(Some(Item::Buffer { bytes, limit })),
                None => Err(data_clone_error("An ArrayBuffer is detached and could not be cloned.", context)),
            };
        }
        if let Ok(buffer) = JsSharedArrayBuffer::from_object(object.clone()) {
            return Ok(Some(Item::SharedBuffer(buffer)));
        }
        if let Ok(array) = JsTypedArray::from_object(object.clone()) {
            let Some(kind) = array.kind() else {
                return Err(not_cloneable(&object.clone().into(), context));
            };
            let (offset, length) = (array.byte_offset(context)?, array.length(context)?);
            let buffer = self.value(&array.buffer(context)?, context)?;
            return Ok(Some(Item::View { view: View::Typed(kind), buffer, offset, length }));
        }
        let Ok(view) = JsDataView::from_object(object.clone()) else {
            return Ok(None);
        };
        let offset = usize::try_from(view.byte_offset(context)?).unwrap_or_default();
        let length = usize::try_from(view.byte_length(context)?).unwrap_or_default();
        let buffer = self.value(&view.buffer(context)?, context)?;
        Ok(Some(Item::View { view: View::Data, buffer, offset, length }))
    }

    /// Writes a host object, an error, an array or a plain object; an object of any other kind can't be cloned.
    fn by_properties(&mut self, object: &JsObject, context: &mut Context) -> JsResult<Item> {
        if self.is_marked(object, context)? {
            return self.host(object, context);
        }
        if object.is::<Error>() {
            return self.error(object, context);
        }
        if object.is_array() {
            let length = object.get(JsString::from("length"), context)?.to_length(context)?;
            return Ok(Item::Array { length, properties: self.properties(object, context)? });
        }
        let is_plain = object.is_ordinary() && !object.is_arguments() && *object != context.global_object();
        if is_plain { self.properties(object, context).map(Item::Plain) } else { Err(not_cloneable(&object.clone().into(), context)) }
    }

    fn is_marked(&self, object: &JsObject, context: &mut Context) -> JsResult<bool> {
        let mark = self.transfer_mode.clone();
        if host(context).major() < 22 { object.has_property(mark, context) } else { object.has_own_property(mark, context) }
    }

    /// Writes the own enumerable properties with string keys, in order.
    fn properties(&mut self, object: &JsObject, context: &mut Context) -> JsResult<Vec<(PropertyKey, Value)>> {
        let mut properties = Vec::new();
        for key in object.own_property_keys(context)? {
            if matches!(key, PropertyKey::Symbol(_)) {
                continue;
            }
            let enumerable = object.borrow().properties().get(&key).is_none_or(|property| property.enumerable().unwrap_or(false));
            if enumerable && object.has_own_property(key.clone(), context)? {
                let value = object.get(key.clone(), context)?;
                properties.push((key, self.value(&value, context)?));
            }
        }
        Ok(properties)
    }

    /// `WriteJSError`: name, message, cause and stack; no other property of the error.
    fn error(&mut self, object: &JsObject, context: &mut Context) -> JsResult<Item> {
        let name = object.get(JsString::from("name"), context)?.to_string(context)?.to_std_string_lossy();
        let constructor = ["EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"]
            .into_iter()
            .find(|known| *known == name)
            .unwrap_or("Error");
        let own = |key: &str| object.borrow().properties().get(&JsString::from(key).into()).and_then(|property| property.value().cloned());
        let message = match own("message") {
            Some(message) => Some(Value::Primitive(message.to_string(context)?.into())),
            None => None,
        };
        let cause = own("cause").map(|cause| self.value(&cause, context)).transpose()?;
        let stack = object.get(JsString::from("stack"), context)?.as_string();
        Ok(Item::Error { constructor, message, cause, stack })
    }

    /// Writes an object that Node has marked with a transfer mode.
    fn host(&mut self, object: &JsObject, context: &mut Context) -> JsResult<Item> {
        let mark = object.get(self.transfer_mode.clone(), context)?;
        let mode = if mark.is_callable() { CLONEABLE } else { mark.to_u32(context)? };
        if mode & CLONEABLE != 0 {
            let clone = host(context).symbol("messaging_clone_symbol", context)?;
            let parts = names::invoke(object, clone, &[], context)?.to_object(context)?;
            let data = parts.get(JsString::from("data"), context)?;
            let deserialize_info = parts.get(JsString::from("deserializeInfo"), context)?.to_string(context)?;
            return Ok(Item::Host { data: self.value(&data, context)?, deserialize_info });
        }
        if mode & TRANSFERABLE != 0 {
            return Err(needs_transfer(context));
        }
        Err(data_clone_error("Cannot clone object of unsupported type.", context))
    }
}

fn needs_transfer(context: &mut Context) -> boa_engine::JsError {
    data_clone_error("Object that needs transfer was found in message but not listed in transferList", context)
}

/// The primitive of an `Object(primitive)`; `None` for a symbol, which is not cloned, and for any other object.
pub(in crate::bindings) fn boxed(object: &JsObject) -> Option<JsValue> {
    if let Some(value) = object.downcast_ref::<bool>() {
        return Some(JsValue::from(*value));
    }
    if let Some(value) = object.downcast_ref::<f64>() {
        return Some(JsValue::from(*value));
    }
    if let Some(value) = object.downcast_ref::<JsBigInt>() {
        return Some(JsValue::from(value.clone()));
    }
    object.downcast_ref::<JsString>().map(|value| JsValue::from(value.clone()))
}
