//! `internalBinding('crypto')` (node v24.21.0 `src/crypto/*.cc`): digests, HMAC, symmetric ciphers, key derivation, random bytes and secret
//! keys. Key pairs, signatures and TLS are not here; using one throws, naming it.

mod algorithm;
mod cipher;
mod cipher_base;
mod derive;
mod hash;
mod hmac;
mod job;
mod keys;
mod random;
mod scrypt;

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsBigInt, JsError, JsResult, JsString, JsValue};

use crate::host::host;
use crate::native::{Binding, Bytes, Class, argument, coded, invalid_type, with_values};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    hash::extend(binding)?;
    hmac::extend(binding)?;
    cipher_base::extend(binding)?;
    derive::extend(binding)?;
    random::extend(binding)?;
    keys::extend(binding)?;
    binding.functions(&[
        ("timingSafeEqual", 2, timing_safe_equal),
        ("getFipsCrypto", 0, |_, _, _| Ok(JsValue::from(0))),
        ("testFipsCrypto", 0, |_, _, _| Ok(JsValue::from(false))),
        ("secureHeapUsed", 0, |_, _, _| Ok(JsBigInt::from(0).into())),
        ("getOpenSSLSecLevelCrypto", 0, |_, _, _| Ok(JsValue::from(2))),
        // None is implemented: the truth for this machine.
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

/// An error in OpenSSL's words.
struct Fault {
    /// Its number in hexadecimal, packed of a library, a function and a reason.
    number: &'static str,
    library: &'static str,
    reason: &'static str,
    /// Its name in Node, without `ERR_OSSL_`.
    code: &'static str,
}

impl Fault {
    const UNSUPPORTED: Self = Self { number: "0308010C", library: "digital envelope routines", reason: "unsupported", code: "EVP_UNSUPPORTED" };

    fn message(&self) -> String {
        format!("error:{}:{}::{}", self.number, self.library, self.reason)
    }

    /// `ThrowCryptoError` (`src/crypto/crypto_util.cc`). `stack`: messages of the other errors that OpenSSL has queued.
    fn error(&self, stack: &[String], context: &mut Context) -> JsError {
        let code = format!("ERR_OSSL_{}", self.code);
        let properties = [("library", self.library.into()), ("reason", self.reason.into()), ("code", JsString::from(code))];
        let properties = properties.into_iter().map(|(name, value)| (name, JsValue::from(value)));
        let stack = (!stack.is_empty()).then(|| JsArray::from_iter(stack.iter().map(|line| JsString::from(line.as_str()).into()), context));
        let stack = stack.map(|stack| ("opensslErrorStack", JsValue::from(stack)));
        with_values(Class::Error, &self.message(), stack.into_iter().chain(properties), context)
    }

    /// The error where OpenSSL has queued no other one: since Node 24 its own message stands in its stack.
    fn alone(&self, context: &mut Context) -> JsError {
        let queued: Vec<_> = (host(context).major() >= 24).then(|| self.message()).into_iter().collect();
        self.error(&queued, context)
    }
}
