//! `internalBinding('crypto')` (node v24.21.0 `src/crypto/*.cc`): digests, HMAC, key derivation, random bytes and secret keys.
//! Ciphers, key pairs, signatures and TLS are not here; using one throws, naming it.

mod algorithm;
mod derive;
mod hash;
mod hmac;
mod job;
mod keccak;
mod keys;
mod random;
mod scrypt;

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsBigInt, JsResult, JsValue};

use super::builder::{Binding, argument};
use super::bytes::Bytes;
use super::throw::{Class, coded, invalid_type};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    hash::extend(binding)?;
    hmac::extend(binding)?;
    derive::extend(binding)?;
    random::extend(binding)?;
    keys::extend(binding)?;
    binding.functions(&[
        ("timingSafeEqual", 2, timing_safe_equal),
        ("getFipsCrypto", 0, |_, _, _| Ok(JsValue::from(0))),
        ("testFipsCrypto", 0, |_, _, _| Ok(JsValue::from(false))),
        ("secureHeapUsed", 0, |_, _, _| Ok(JsBigInt::from(0).into())),
        ("getOpenSSLSecLevelCrypto", 0, |_, _, _| Ok(JsValue::from(2))),
        // None of them is implemented: the truth for this machine.
        ("getCiphers", 0, no_names),
        ("getCurves", 0, no_names),
    ])?;
    Ok(())
}

fn no_names(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(JsArray::new(context)?.into())
}

fn timing_safe_equal(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let mut sides = Vec::with_capacity(2);
    for (index, name) in ["buf1", "buf2"].iter().enumerate() {
        let Some(bytes) = Bytes::of(&argument(arguments, index), context) else {
            return Err(invalid_type(
                &format!("The \"{name}\" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView."),
                context,
            ));
        };
        sides.push(bytes.to_vec());
    }
    if sides[0].len() != sides[1].len() {
        let message = "Input buffers must have the same byte length";
        return Err(coded(Class::RangeError, "ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH", message, context));
    }
    Ok(JsValue::from(sides[0] == sides[1]))
}
