//! `Hmac` and `HmacJob` (node v24.21.0 `src/crypto/crypto_hmac.cc`).

use boa_engine::{Context, JsData, JsError, JsResult, JsValue};
use boa_gc::{Finalize, Trace};

use super::algorithm::{self, Algorithm, Mac};
use super::hash::{data, output, spend};
use super::{job, keys};
use crate::bindings::buffer::codec::Encoding;
use crate::native::{Binding, Class, argument, bytes, coded, number, state, text};
use machine::CpuWork;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class("Hmac", |_, _, _| Ok(JsValue::undefined()), &[("init", 2, init), ("update", 2, update), ("digest", 1, digest)])?;
    job::class(binding, "HmacJob", construct_job)
}

#[derive(Trace, Finalize, JsData)]
struct Hmac {
    /// The code in the making, until the program asks for the digest.
    #[unsafe_ignore_trace]
    mac: Option<Mac>,
}

/// `ERR_CRYPTO_INVALID_DIGEST`.
pub(super) fn invalid_digest(name: &str, context: &mut Context) -> JsError {
    coded(Class::TypeError, "ERR_CRYPTO_INVALID_DIGEST", &format!("Invalid digest: {name}"), context)
}

/// The algorithm of a name, if it can key an HMAC.
///
/// # Errors
/// `ERR_CRYPTO_INVALID_DIGEST` for any other name.
pub(super) fn keyed_algorithm(name: &str, context: &mut Context) -> JsResult<Algorithm> {
    match Algorithm::from_name(name).filter(|algorithm| !algorithm.is_extendable()) {
        Some(algorithm) => Ok(algorithm),
        None => Err(invalid_digest(name, context)),
    }
}

fn init(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let algorithm = keyed_algorithm(&text(arguments, 0), context)?;
    let key = keys::key_bytes(&argument(arguments, 1), context);
    state::keep(this, Hmac { mac: Some(Mac::new(algorithm, &key)) }, context)?;
    Ok(JsValue::undefined())
}

fn update(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let data = data(arguments, 0, 1, context);
    spend(data.len(), context);
    let updated = state::kept(this, context, |hmac: &mut Hmac| hmac.mac.as_mut().map(|mac| mac.update(&data)).is_some());
    Ok(JsValue::from(updated.unwrap_or(false)))
}

fn digest(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let encoding = Encoding::from_name(&text(arguments, 0)).unwrap_or(Encoding::Buffer);
    let mac = state::kept(this, context, |hmac: &mut Hmac| hmac.mac.take()).flatten();
    output(&mac.map(Mac::finish).unwrap_or_default(), encoding, context)
}

/// `new HmacJob(mode, signMode, algorithm, key, data, signature)`, for `subtle.sign` and `subtle.verify`.
fn construct_job(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    // kSignJobModeSign, kSignJobModeVerify
    let verifies = number(arguments, 1) == 1.0;
    let algorithm = keyed_algorithm(&text(arguments, 2), context)?;
    let key = keys::key_bytes(&argument(arguments, 3), context);
    let message = data(arguments, 4, usize::MAX, context);
    let signature = data(arguments, 5, usize::MAX, context);
    let cost = CpuWork::Hash(message.len() as u64);
    let work = move |context: &mut Context| {
        let mac = algorithm::mac(algorithm, &key, &message);
        if verifies { Ok(JsValue::from(mac == signature)) } else { Ok(bytes::array_buffer(&mac, context)?.into()) }
    };
    job::prepare(this, arguments, "hmac", cost, work, context)
}
