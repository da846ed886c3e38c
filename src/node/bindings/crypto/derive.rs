//! Keys from passwords: `PBKDF2Job`, `ScryptJob`, `HKDFJob` (node v24.21.0 `src/crypto/crypto_pbkdf2.cc`, `crypto_scrypt.cc`, `crypto_hkdf.cc`).

use boa_engine::{Context, JsNativeError, JsResult, JsValue};

use super::hmac::keyed_algorithm;
use super::scrypt::{self, Cost};
use super::{algorithm, job, keys};
use crate::host::host;
use crate::native::{Binding, Class, argument, bytes, coded, number, text};
use machine::CpuWork;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    job::class(binding, "PBKDF2Job", construct_pbkdf2)?;
    job::class(binding, "ScryptJob", construct_scrypt)?;
    job::class(binding, "HKDFJob", construct_hkdf)
}

/// The bytes of a buffer or key at `index`, read when the job is made: what the program writes later does not count.
fn bytes_at(arguments: &[JsValue], index: usize, context: &mut Context) -> Vec<u8> {
    keys::key_bytes(&argument(arguments, index), context)
}

/// A count that JavaScript has validated.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "JavaScript has checked that it is a positive int32 or uint32")]
fn count(arguments: &[JsValue], index: usize) -> u32 {
    number(arguments, index) as u32
}

/// The length of a key to derive, in bytes, with the error for 0: OpenSSL derives no empty key.
fn not_empty(length: usize) -> JsResult<usize> {
    if length == 0 { Err(JsNativeError::error().with_message("Deriving bits failed").into()) } else { Ok(length) }
}

/// `new PBKDF2Job(mode, password, salt, iterations, length, digest)`.
fn construct_pbkdf2(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let password = bytes_at(arguments, 1, context);
    let salt = bytes_at(arguments, 2, context);
    let iterations = count(arguments, 3);
    let length = count(arguments, 4) as usize;
    let algorithm = keyed_algorithm(&text(arguments, 5), context)?;
    let cost = CpuWork::Pbkdf2 {
        block_ns: algorithm.pbkdf2_iteration(host(context).machine.borrow().costs()),
        iterations: u64::from(iterations),
        blocks: length.div_ceil(algorithm.length()) as u64,
    };
    let work = move |context: &mut Context| {
        let key = algorithm::pbkdf2(algorithm, &password, &salt, iterations, not_empty(length)?);
        Ok(bytes::array_buffer(&key, context)?.into())
    };
    job::prepare(this, arguments, "pbkdf2", cost, work, context)
}

/// `new ScryptJob(mode, password, salt, N, r, p, maxmem, length)`.
fn construct_scrypt(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let password = bytes_at(arguments, 1, context);
    let salt = bytes_at(arguments, 2, context);
    let cost = Cost { n: count(arguments, 3), r: count(arguments, 4), p: count(arguments, 5) };
    let length = count(arguments, 7) as usize;
    let params = match cost.check(number(arguments, 6)) {
        Ok(params) => params,
        Err(refusal) => {
            let message = match refusal {
                scrypt::Refusal::Parameters => "Invalid scrypt params",
                scrypt::Refusal::Memory => "Invalid scrypt params: error:030000AC:digital envelope routines::memory limit exceeded",
            };
            return Err(coded(Class::RangeError, "ERR_CRYPTO_INVALID_SCRYPT_PARAMS", message, context));
        }
    };
    let product = u64::from(cost.n) * u64::from(cost.r) * u64::from(cost.p);
    let work = move |context: &mut Context| Ok(bytes::array_buffer(&scrypt::key(&password, &salt, &params, length), context)?.into());
    job::prepare(this, arguments, "scrypt", CpuWork::Scrypt(product), work, context)
}

/// `new HKDFJob(mode, digest, key, salt, info, length)`.
fn construct_hkdf(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let algorithm = keyed_algorithm(&text(arguments, 1), context)?;
    let key = bytes_at(arguments, 2, context);
    let salt = bytes_at(arguments, 3, context);
    let info = bytes_at(arguments, 4, context);
    let length = number(arguments, 5);
    if length > f64::from(255 * u32::try_from(algorithm.length()).unwrap_or_default()) {
        return Err(coded(Class::RangeError, "ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length", context));
    }
    let length = count(arguments, 5) as usize;
    let work = move |context: &mut Context| {
        let bits = algorithm::hkdf(algorithm, &key, &salt, &info, not_empty(length)?);
        Ok(bytes::array_buffer(&bits, context)?.into())
    };
    job::prepare(this, arguments, "hkdf", CpuWork::Hash((length * 4) as u64), work, context)
}
