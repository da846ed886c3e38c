//! Secret keys: `KeyObjectHandle`, and the native bases of `KeyObject` and `CryptoKey` (node v24.21.0 `src/crypto/crypto_keys.cc`).
//! Public and private keys are not here: making one throws, naming it.

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsData, JsError, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};

use super::job;
use super::random::random;
use crate::bindings::buffer::codec::{self, Encoding};
use crate::native::{Binding, Bytes, Class, Native, argument, bytes, coded, number, state, unavailable};
use machine::CpuWork;

const HANDLE_METHODS: [(&str, usize, Native); 8] = [
    ("init", 2, init),
    ("getKeyType", 0, |_, _, _| Ok(JsValue::from(SECRET))),
    ("getSymmetricKeySize", 0, symmetric_key_size),
    ("getAsymmetricKeyType", 0, |_, _, _| Ok(JsValue::undefined())),
    ("export", 0, export),
    ("exportJwk", 1, export_jwk),
    ("keyDetail", 1, key_detail),
    ("equals", 1, equals),
];

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let class = binding.class("KeyObjectHandle", |_, _, _| Ok(JsValue::undefined()), &HANDLE_METHODS)?;
    binding.context.insert_data(HandleClass(class));
    job::class(binding, "SecretKeyGenJob", construct_generate)?;
    binding.functions(&[
        ("createNativeKeyObjectClass", 1, |_, arguments, context| create_class("NativeKeyObject", construct_key_object, arguments, context)),
        ("createCryptoKeyClass", 1, create_crypto_key_class),
        ("getKeyObjectSlots", 1, key_object_slots),
        ("isKeyObject", 1, is_key_object),
        ("isCryptoKey", 1, is_crypto_key),
        ("isX509Certificate", 1, |_, _, _| Ok(JsValue::from(false))),
        ("createX509CertificateClass", 1, |_, arguments, context| create_class("NativeX509Certificate", no_certificate, arguments, context)),
        // Key types after quantum computers, and MACs beside HMAC: none are here.
        ("getPqcKeyTypes", 0, no_names),
        ("getMacs", 0, no_names),
        ("getFipsCryptoGeneration", 0, |_, _, _| Ok(JsValue::from(0))),
        ("getCryptoKeySlots", 1, crypto_key_slots),
    ])?;
    Ok(())
}

/// The binding's `KeyObjectHandle`, for jobs that make one.
struct HandleClass(JsObject);

/// The library's `InternalCryptoKey`, for jobs that make one.
#[derive(Clone)]
struct CryptoKeyClass(JsObject);

/// `kKeyTypeSecret`.
const SECRET: i32 = 0;

/// The key behind a `KeyObjectHandle`.
#[derive(Trace, Finalize, JsData)]
struct Secret {
    bytes: Vec<u8>,
}

/// The bytes of a handle's key. Before Node 24 jobs were given the `KeyObject` around the handle.
fn secret(key: &JsValue, context: &mut Context) -> Option<Vec<u8>> {
    let slot = state::kept(key, context, |slots: &mut KeyObjectSlots| slots.0.clone());
    state::kept(slot.as_ref().unwrap_or(key), context, |secret: &mut Secret| secret.bytes.clone())
}

/// The bytes of a `KeyObjectHandle`, a buffer or a view.
pub(super) fn key_bytes(value: &JsValue, context: &mut Context) -> Vec<u8> {
    match Bytes::of(value, context) {
        Some(bytes) => bytes.to_vec(),
        None => secret(value, context).unwrap_or_default(),
    }
}

/// `init(type, key)`.
fn init(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if number(arguments, 0) != f64::from(SECRET) {
        return Err(unavailable("crypto public and private keys", context));
    }
    let bytes = key_bytes(&argument(arguments, 1), context);
    state::keep(this, Secret { bytes }, context)?;
    Ok(JsValue::undefined())
}

fn symmetric_key_size(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(JsValue::from(secret(this, context).unwrap_or_default().len()))
}

fn export(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = secret(this, context).unwrap_or_default();
    bytes::buffer(&bytes, context)
}

/// `exportJwk(target)`: fills the target.
fn export_jwk(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bytes = secret(this, context).unwrap_or_default();
    let target = argument(arguments, 0).to_object(context)?;
    target.set(JsString::from("kty"), JsString::from("oct"), true, context)?;
    target.set(JsString::from("k"), codec::decode(&bytes, Encoding::Base64Url), true, context)?;
    Ok(target.into())
}

/// `keyDetail(target)`: fills the target.
fn key_detail(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let bits = secret(this, context).unwrap_or_default().len() * 8;
    let target = argument(arguments, 0).to_object(context)?;
    target.set(JsString::from("length"), bits, true, context)?;
    Ok(target.into())
}

fn equals(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let other = secret(&argument(arguments, 0), context);
    Ok(JsValue::from(secret(this, context) == other))
}

/// Calls back with a native base class; the classes that JavaScript makes of it are the result.
fn create_class(name: &str, construct: Native, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let scratch = JsObject::with_null_proto();
    let class = Binding::new(&scratch, context).class(name, construct, &[])?;
    match argument(arguments, 0).as_callable() {
        Some(callback) => callback.call(&JsValue::undefined(), &[class.into()], context),
        None => Ok(JsValue::undefined()),
    }
}

/// Since Node 24 the classes are `[CryptoKey, InternalCryptoKey]`, the second for those who make one.
fn create_crypto_key_class(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let made = create_class("NativeCryptoKey", construct_crypto_key, arguments, context)?;
    if let Some(classes) = made.as_object().filter(JsObject::is_array)
        && let Some(internal) = classes.get(1, context)?.as_object()
    {
        context.insert_data(CryptoKeyClass(internal));
    }
    Ok(made)
}

/// The handle that a `NativeKeyObject` keeps, for `getKeyObjectSlots`.
#[derive(Trace, Finalize, JsData)]
struct KeyObjectSlots(JsValue);

/// The values that a `NativeCryptoKey` keeps, for `getCryptoKeySlots`.
#[derive(Trace, Finalize, JsData)]
struct CryptoKeySlots {
    handle: JsValue,
    algorithm: JsValue,
    usages: JsValue,
    extractable: JsValue,
}

/// `new NativeKeyObject(handle)`.
fn construct_key_object(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    state::keep(this, KeyObjectSlots(argument(arguments, 0)), context)?;
    Ok(JsValue::undefined())
}

/// `new NativeCryptoKey(handle, algorithm, usages, extractable)`.
fn construct_crypto_key(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let [handle, algorithm, usages, extractable] = std::array::from_fn(|index| argument(arguments, index));
    state::keep(this, CryptoKeySlots { handle, algorithm, usages, extractable }, context)?;
    Ok(JsValue::undefined())
}

fn invalid_this(class: &str, context: &mut Context) -> JsError {
    coded(Class::TypeError, "ERR_INVALID_THIS", &format!("Value of \"this\" must be of type {class}"), context)
}

fn is_key_object(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(state::kept(&argument(arguments, 0), context, |_: &mut KeyObjectSlots| ()).is_some().into())
}

fn is_crypto_key(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(state::kept(&argument(arguments, 0), context, |_: &mut CryptoKeySlots| ()).is_some().into())
}

fn no_certificate(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Err(unavailable("crypto.X509Certificate", context))
}

fn no_names(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(JsArray::new(context)?.into())
}

/// `getKeyObjectSlots(key)`: `[type, handle]`.
fn key_object_slots(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let handle = state::kept(&argument(arguments, 0), context, |slots: &mut KeyObjectSlots| slots.0.clone());
    match handle {
        Some(handle) => Ok(JsArray::from_iter([JsValue::from(SECRET), handle], context).into()),
        None => Err(invalid_this("KeyObject", context)),
    }
}

/// `getCryptoKeySlots(key)`: `[type, extractable, algorithm, usages, handle]`.
fn crypto_key_slots(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let slots = state::kept(&argument(arguments, 0), context, |slots: &mut CryptoKeySlots| {
        let CryptoKeySlots { handle, algorithm, usages, extractable } = slots;
        [JsValue::from(SECRET), extractable.clone(), algorithm.clone(), usages.clone(), handle.clone()]
    });
    match slots {
        Some(slots) => Ok(JsArray::from_iter(slots, context).into()),
        None => Err(invalid_this("CryptoKey", context)),
    }
}

/// `new SecretKeyGenJob(mode, bits)`: results in a `KeyObjectHandle`; with `algorithm, usages, extractable` behind it (since Node 24) in a `CryptoKey`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "JavaScript has checked that it is a positive int32")]
fn construct_generate(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let of_key: Vec<_> = arguments.iter().skip(2).cloned().collect();
    let length = number(arguments, 1) as usize / 8;
    let work = move |context: &mut Context| {
        let Some(HandleClass(class)) = context.get_data() else {
            return Ok(JsValue::undefined());
        };
        let handle: JsValue = class.clone().construct(&[], None, context)?.into();
        let bytes = random(length, context);
        state::keep(&handle, Secret { bytes }, context)?;
        match context.get_data::<CryptoKeyClass>().cloned() {
            Some(CryptoKeyClass(class)) if !of_key.is_empty() => Ok(class.construct(&[&[handle], &of_key[..]].concat(), None, context)?.into()),
            _ => Ok(handle),
        }
    };
    job::prepare(this, arguments, "generateKey", CpuWork::Random(length as u64), work, context)
}
