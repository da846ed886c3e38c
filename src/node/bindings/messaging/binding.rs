//! The functions and classes of the binding.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use boa_engine::{Context, JsError, JsObject, JsResult, JsString, JsValue};

use super::deserialize::{CreateObject, deserialize};
use super::port::{self, Group, Port, Prototype};
use super::serialize::serialize;
use super::transfer;
use crate::host::host;
use crate::native::{Binding, Class, argument, coded, invalid_type, nothing, text};

/// Broadcast channels by name.
#[derive(Default)]
struct Channels(RefCell<BTreeMap<String, Rc<Group>>>);

pub(crate) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.context.insert_data(Channels::default());
    binding.class("MessageChannel", new_channel, &[])?;
    // Until Node 22 the base of what can be cloned and transferred; the marks on its objects say how.
    binding.class("JSTransferable", nothing, &[])?;
    let port = binding.class("MessagePort", new_port, &[("postMessage", 0, post_message), ("start", 0, start)])?;
    let prototype = port.get(JsString::from("prototype"), binding.context)?.to_object(binding.context)?;
    let handle_wrap = JsObject::with_object_proto(binding.context.intrinsics());
    Binding::new(&handle_wrap, binding.context).functions(&[
        ("close", 0, close),
        ("hasRef", 0, has_ref),
        ("ref", 0, add_ref),
        ("unref", 0, remove_ref),
    ])?;
    prototype.set_prototype(Some(handle_wrap));
    binding.context.insert_data(Prototype(prototype));
    binding.functions(&[
        ("structuredClone", 2, structured_clone),
        ("broadcastChannel", 1, broadcast_channel),
        ("receiveMessageOnPort", 1, receive_message_on_port),
        ("stopMessagePort", 1, stop_message_port),
        ("checkMessagePort", 1, check_message_port),
        ("drainMessagePort", 1, drain_message_port),
        ("setDeserializerCreateObjectFunction", 1, set_create_object),
        ("exposeLazyDOMExceptionProperty", 1, nothing),
    ])?;
    Ok(())
}

fn structured_clone(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let entries = transfer::entries(&argument(arguments, 1), context)?;
    let list = transfer::checked(&entries, None, context)?;
    let message = serialize(&argument(arguments, 0), &list, context)?;
    deserialize(&message, context).map(|(value, _)| value)
}

fn new_channel(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let group = Group::new(None);
    let (first, second) = (group.join(), group.join());
    let channel = this.to_object(context)?;
    for (name, data) in [("port1", first), ("port2", second)] {
        let port = port::open(data, context)?;
        channel.create_data_property_or_throw(JsString::from(name), port, context)?;
    }
    Ok(JsValue::undefined())
}

fn new_port(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Err(coded(Class::TypeError, "ERR_CONSTRUCT_CALL_INVALID", "Constructor cannot be called", context))
}

fn broadcast_channel(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = text(arguments, 0);
    let Some(Channels(channels)) = context.get_data() else {
        return Ok(JsValue::undefined());
    };
    let group = channels.borrow_mut().entry(name.clone()).or_insert_with(|| Group::new(Some(name))).clone();
    port::open(group.join(), context).map(JsValue::from)
}

/// `MessagePort::PostMessage`.
fn post_message(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let port = port::receiver(this)?;
    if arguments.is_empty() {
        return Err(coded(Class::TypeError, "ERR_MISSING_ARGS", "Not enough arguments to MessagePort.postMessage", context));
    }
    let entries = transfer::entries(&argument(arguments, 1), context)?;
    let list = transfer::checked(&entries, this.as_object().as_ref(), context)?;
    let message = serialize(&argument(arguments, 0), &list, context)?;
    if port.is_open() { Ok(JsValue::from(port.post(message, context))) } else { Ok(JsValue::undefined()) }
}

fn start(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    port::receiver(this)?.start(context);
    Ok(JsValue::undefined())
}

fn close(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    port::receiver(this)?.close(context);
    Ok(JsValue::undefined())
}

fn add_ref(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    port::receiver(this)?.reference(true, context);
    Ok(JsValue::undefined())
}

fn remove_ref(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    port::receiver(this)?.reference(false, context);
    Ok(JsValue::undefined())
}

fn has_ref(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(port::receiver(this)?.has_reference().map_or_else(JsValue::undefined, JsValue::from))
}

/// The port of an argument that must be one.
fn wanted_port(arguments: &[JsValue], context: &mut Context) -> Result<Rc<Port>, JsError> {
    port::of(&argument(arguments, 0)).ok_or_else(|| invalid_type("The \"port\" argument must be a MessagePort instance", context))
}

fn receive_message_on_port(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let port = wanted_port(arguments, context)?;
    match port.receive(true, context) {
        Some((message, delivery)) => {
            host(context).cancelled(delivery);
            deserialize(&message, context).map(|(value, _)| value)
        }
        None => host(context).symbol("no_message_symbol", context).map(JsValue::from),
    }
}

fn stop_message_port(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    if let Some(port) = port::of(&argument(arguments, 0)) {
        port.stop();
    }
    Ok(JsValue::undefined())
}

fn check_message_port(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(port::of(&argument(arguments, 0)).is_some()))
}

fn drain_message_port(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(port) = port::of(&argument(arguments, 0)) {
        port.deliver(true, context)?;
    }
    Ok(JsValue::undefined())
}

fn set_create_object(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(create) = argument(arguments, 0).as_object() {
        context.insert_data(CreateObject(create));
    }
    Ok(JsValue::undefined())
}
