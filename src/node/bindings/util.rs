//! `internalBinding('util')` (node v24.21.0 `src/node_util.cc`).

use boa_engine::builtins::promise::PromiseState;
use boa_engine::object::builtins::{JsArray, JsPromise, JsSharedArrayBuffer};
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue};

use crate::host::host;
use crate::native::{Binding, argument, function, items, nothing, number};
use crate::source::{place_of_frame, utf16};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(super::types::CHECKS)?.functions(&[
        ("getPromiseDetails", 1, get_promise_details),
        ("getProxyDetails", 2, get_proxy_details),
        ("constructSharedArrayBuffer", 1, construct_shared_array_buffer),
        ("getCallerLocation", 0, get_caller_location),
        ("previewEntries", 2, preview_entries),
        ("getOwnNonIndexProperties", 2, get_own_non_index_properties),
        ("getConstructorName", 1, get_constructor_name),
        ("getExternalValue", 1, nothing),
        ("getCallSites", 1, get_call_sites),
        ("sleep", 1, sleep),
        ("markPromiseAsHandled", 1, nothing),
        ("guessHandleType", 1, guess_handle_type),
        ("isInsideNodeModules", 0, is_inside_node_modules),
        ("defineLazyProperties", 4, define_lazy_properties),
        ("arrayBufferViewHasBuffer", 1, always),
        ("getSharedArrayBufferGrowable", 0, is_growable),
    ])?;
    // A weak reference that JavaScript can pin: ours is always pinned.
    binding.class("WeakReference", weak_reference, &[("get", 0, weak_reference_get), ("incRef", 0, nothing), ("decRef", 0, nothing)])?;
    let toggle = crate::native::shared_u32(1, binding.context)?;
    binding.value("shouldAbortOnUncaughtToggle", toggle)?;
    Ok(())
}

/// The getter `growable` of a `SharedArrayBuffer`.
fn is_growable(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    this.to_object(context)?.get(JsString::from("growable"), context)
}

fn always(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(true))
}

fn is_inside_node_modules(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(false))
}

/// `getPromiseDetails(promise)`: `[state, result]`; a pending promise has no result.
fn get_promise_details(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(promise) = argument(arguments, 0).as_object().and_then(|object| JsPromise::from_object(object).ok()) else {
        return Ok(JsValue::undefined());
    };
    let details: Vec<JsValue> = match promise.state() {
        PromiseState::Pending => vec![JsValue::from(0)],
        PromiseState::Fulfilled(value) => vec![JsValue::from(1), value],
        PromiseState::Rejected(reason) => vec![JsValue::from(2), reason],
    };
    Ok(JsArray::from_iter(details, context).into())
}

/// `getProxyDetails(proxy, full)`: `[target, handler]`, or the target alone where `full` is false.
fn get_proxy_details(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(parts) = argument(arguments, 0).as_object().and_then(|object| object.proxy_parts()) else {
        return Ok(JsValue::undefined());
    };
    let (target, handler) = match parts {
        Some((target, handler)) => (target.into(), handler.into()),
        None => (JsValue::null(), JsValue::null()),
    };
    if arguments.get(1).is_none_or(JsValue::to_boolean) { Ok(JsArray::from_iter([target, handler], context).into()) } else { Ok(target) }
}

/// The entries of a map, set or iterator; with a second argument `[entries, isKeyValue]`.
fn preview_entries(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(object) = argument(arguments, 0).as_object() else {
        return Ok(JsValue::undefined());
    };
    let Some(preview) = object.iterator_preview().or_else(|| object.entries_preview()) else {
        return Ok(JsValue::undefined());
    };
    let entries = JsArray::from_iter(preview.values, context);
    if arguments.len() < 2 {
        return Ok(entries.into());
    }
    Ok(JsArray::from_iter([entries.into(), JsValue::from(preview.is_key_value)], context).into())
}

/// The own keys that are no array indices; with filter 2 (`ONLY_ENUMERABLE`) the enumerable ones.
fn get_own_non_index_properties(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(object) = argument(arguments, 0).as_object() else {
        return Ok(JsArray::new(context)?.into());
    };
    let only_enumerable = number(arguments, 1) as u32 & 2 != 0;
    let mut keys: Vec<JsValue> = Vec::new();
    for key in object.own_property_keys(context)? {
        if matches!(key, PropertyKey::Index(_)) {
            continue;
        }
        if only_enumerable && !is_enumerable(&object, &key) {
            continue;
        }
        keys.push(key.into());
    }
    Ok(JsArray::from_iter(keys, context).into())
}

fn is_enumerable(object: &JsObject, key: &PropertyKey) -> bool {
    object.borrow().properties().get(key).is_some_and(|property| property.enumerable() == Some(true))
}

/// V8's `Object::GetConstructorName`: the nearest `constructor` on the prototype chain that is a named function, no getters run.
fn get_constructor_name(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let mut object = argument(arguments, 0).as_object();
    while let Some(current) = object {
        if let Some(constructor) = crate::inspect::own_data(&current, "constructor").and_then(|value| value.as_object())
            && let Some(name) = crate::inspect::own_data(&constructor, "name").and_then(|value| value.as_string())
            && !name.is_empty()
        {
            return Ok(name.into());
        }
        object = current.prototype();
    }
    Ok(JsString::from("Object").into())
}

fn get_call_sites(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Node validated it as 1 to 200")]
    let limit = number(arguments, 0) as usize;
    // The first is Node's own function that asks.
    crate::source::call_sites(1, limit, context)
}

/// `[line, column, file]` of what called Node's function that asks; undefined where nothing did.
fn get_caller_location(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    const DEEP: usize = 16;
    let caller = context.stack_frames(DEEP).into_iter().filter(|frame| !frame.native).nth(1);
    let place = caller.and_then(|frame| place_of_frame(&host(context), &frame));
    let Some(place) = place else { return Ok(JsValue::undefined()) };
    let place = [JsValue::from(place.position.line), JsValue::from(place.position.column), JsString::from(&*place.path).into()];
    Ok(JsArray::from_iter(place, context).into())
}

/// `Atomics.wait`-like blocking: virtual time passes, nothing else does.
fn sleep(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Node validated it as an unsigned integer")]
    host(context).machine.borrow_mut().spend(number(arguments, 0) as u64 * 1_000_000);
    Ok(JsValue::undefined())
}

/// The index into Node's `['TCP', 'TTY', 'UDP', 'FILE', 'PIPE', 'UNKNOWN', 'INVALID']`: standard streams are files here.
fn guess_handle_type(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(3))
}

/// `defineLazyProperties(target, id, keys, enumerable = true)`: properties that load Node's module `id` when first read.
fn define_lazy_properties(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(target) = argument(arguments, 0).as_object() else {
        return Ok(JsValue::undefined());
    };
    let enumerable = arguments.get(3).is_none_or(JsValue::to_boolean);
    let id = argument(arguments, 1);
    let keys = items(&argument(arguments, 2), context)?;
    let Some(make) = lazy_accessors(context)? else {
        return Ok(JsValue::undefined());
    };
    for key in keys {
        let pair = make.call(&JsValue::undefined(), &[target.clone().into(), id.clone(), key.clone(), JsValue::from(enumerable)], context)?;
        let pair = pair.to_object(context)?;
        let key = key.to_property_key(context)?;
        let descriptor =
            PropertyDescriptor::builder().get(pair.get(0, context)?).set(pair.get(1, context)?).enumerable(enumerable).configurable(true);
        target.define_property_or_throw(key, descriptor, context)?;
    }
    Ok(JsValue::undefined())
}

/// A function that makes the getter and setter of one lazy property.
fn lazy_accessors(context: &mut Context) -> JsResult<Option<boa_engine::object::builtins::JsFunction>> {
    const SOURCE: &str = "(function (require) { return function (target, id, key, enumerable) {
      function set(value) { Object.defineProperty(target, key, { __proto__: null, writable: true, enumerable, configurable: true, value }); }
      function get() { const value = require(id)[key]; set(value); return value; }
      Object.defineProperty(get, 'name', { __proto__: null, value: key, configurable: true });
      return [get, set];
    }; })";
    let Some(require) = host(context).callbacks.borrow().require.clone() else {
        return Ok(None);
    };
    let maker = context.eval(boa_engine::Source::from_utf16(&utf16(SOURCE)))?;
    let Some(maker) = maker.as_callable() else {
        return Ok(None);
    };
    let made = maker.call(&JsValue::undefined(), &[require.into()], context)?;
    Ok(function(&[made], 0))
}

/// A `SharedArrayBuffer` that works even where the program has taken the constructor away.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Node's JavaScript asks for a few bytes")]
fn construct_shared_array_buffer(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    JsSharedArrayBuffer::new(number(arguments, 0) as usize, context).map(JsValue::from)
}

fn weak_reference(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(this) = this.as_object() {
        this.set(weak_key(), argument(arguments, 0), true, context)?;
    }
    Ok(JsValue::undefined())
}

fn weak_reference_get(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    this.as_object().map_or_else(|| Ok(JsValue::undefined()), |this| this.get(weak_key(), context))
}

fn weak_key() -> JsString {
    JsString::from("\u{0}target")
}
