//! `Hash`, `HashJob` and `oneShotDigest` (node v24.21.0 `src/crypto/crypto_hash.cc`).

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsData, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};

use super::algorithm::{self, Algorithm, Hasher};
use super::{Fault, job};
use crate::bindings::buffer::codec::{self, Encoding};
use crate::host::host;
use crate::native::{Binding, Bytes, Class, argument, bytes, coded, number, state, text};
use machine::CpuWork;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class("Hash", construct, &[("update", 2, update), ("digest", 1, digest)])?;
    job::class(binding, "HashJob", construct_job)?;
    binding.functions(&[("oneShotDigest", 7, one_shot_digest), ("getHashes", 0, get_hashes), ("getCachedAliases", 0, get_cached_aliases)])?;
    Ok(())
}

#[derive(Clone, Trace, Finalize, JsData)]
struct Hash {
    #[unsafe_ignore_trace]
    hasher: Hasher,
    /// Length of the digest in bytes.
    length: usize,
    /// The digest, once the program has asked for it.
    digest: Option<Vec<u8>>,
}

/// Spends the virtual time that hashing so many bytes costs, for a digest that runs at once.
pub(super) fn spend(bytes: usize, context: &mut Context) {
    let host = host(context);
    let mut machine = host.machine.borrow_mut();
    let cost = machine.costs().cpu(CpuWork::Hash(bytes as u64));
    machine.spend(cost);
}

/// The bytes of a string in the encoding that `arguments[encoding]` names, or of a view.
pub(super) fn data(arguments: &[JsValue], index: usize, encoding: usize, context: &mut Context) -> Vec<u8> {
    let value = argument(arguments, index);
    if let Some(string) = value.as_string() {
        let encoding = Encoding::from_name(&text(arguments, encoding)).unwrap_or(Encoding::Utf8);
        return codec::encode(string.as_str(), encoding);
    }
    Bytes::of(&value, context).map(|bytes| bytes.to_vec()).unwrap_or_default()
}

/// Bytes as a string in `encoding`, or as a `Buffer`.
///
/// # Errors
/// An exception of Boa where the `Buffer` cannot be made.
pub(super) fn output(bytes: &[u8], encoding: Encoding, context: &mut Context) -> JsResult<JsValue> {
    match encoding {
        Encoding::Buffer => bytes::buffer(bytes, context),
        _ => Ok(codec::decode(bytes, encoding).into()),
    }
}

/// The error for a digest that is not here: it names one that OpenSSL has and this machine lacks, and is `unknown` for any other.
fn unsupported(name: &str, unknown: &str, context: &mut Context) -> JsError {
    if algorithm::is_missing(name) {
        let message = format!("The feature crypto digest {name} is unavailable on the current platform, which is being used to run Node.js");
        return coded(Class::TypeError, "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM", &message, context);
    }
    if algorithm::is_legacy(name) {
        let before = "error:03000086:digital envelope routines::initialization error".to_owned();
        let own = Some(Fault::UNSUPPORTED.message()).filter(|_| (20..26).contains(&host(context).major()));
        let queued: Vec<_> = [before].into_iter().chain(own).collect();
        return Fault::UNSUPPORTED.error(&queued, context);
    }
    JsNativeError::error().with_message(unknown.to_owned()).into()
}

/// `new Hash(algorithm or hash, outputLength, algorithmId, cache)`.
fn construct(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let length = argument(arguments, 1);
    let wanted = length.as_number().map(|_| number(arguments, 1) as usize);
    let source = argument(arguments, 0);
    let mut hash = if source.is_object() {
        match state::kept(&source, context, |hash: &mut Hash| hash.clone()) {
            Some(hash) => hash,
            None => return Err(JsNativeError::error().with_message("Digest copy error").into()),
        }
    } else {
        let name = text(arguments, 0);
        let Some(algorithm) = Algorithm::from_name(&name) else {
            return Err(unsupported(&name, "Digest method not supported", context));
        };
        if wanted.is_some_and(|wanted| wanted != algorithm.length()) && !algorithm.is_extendable() {
            return Err(not_extendable(context));
        }
        Hash { hasher: Hasher::new(algorithm), length: algorithm.length(), digest: None }
    };
    if let Some(wanted) = wanted {
        if wanted != hash.length && matches!(hash.hasher, Hasher::Fixed(_)) {
            return Err(not_extendable(context));
        }
        hash.length = wanted;
    }
    state::keep(this, hash, context)?;
    Ok(JsValue::undefined())
}

fn not_extendable(context: &mut Context) -> JsError {
    let reason = "not XOF or invalid length";
    Fault { number: "030000B2", library: "digital envelope routines", reason, code: "EVP_NOT_XOF_OR_INVALID_LENGTH" }.error(&[], context)
}

fn update(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let data = data(arguments, 0, 1, context);
    spend(data.len(), context);
    let updated = state::kept(this, context, |hash: &mut Hash| {
        let open = hash.digest.is_none();
        if open {
            hash.hasher.update(&data);
        }
        open
    });
    Ok(JsValue::from(updated.unwrap_or(false)))
}

fn digest(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let encoding = Encoding::from_name(&text(arguments, 0)).unwrap_or(Encoding::Buffer);
    let digest = state::kept(this, context, |hash: &mut Hash| {
        let Hash { hasher, length, digest } = hash;
        digest.get_or_insert_with(|| hasher.clone().finish(*length)).clone()
    });
    output(&digest.unwrap_or_default(), encoding, context)
}

/// `oneShotDigest(algorithm, algorithmId, cache, input, outputEncoding, outputEncodingNumber, outputLength)`.
fn one_shot_digest(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = text(arguments, 0);
    let Some(algorithm) = Algorithm::from_name(&name) else {
        return Err(unsupported(&name, &format!("Digest method {name} is not supported"), context));
    };
    let length = match argument(arguments, 6).as_number() {
        Some(_) => number(arguments, 6) as usize,
        None => algorithm.length(),
    };
    if length != algorithm.length() && !algorithm.is_extendable() {
        let message = format!("Output length {length} is invalid for {name}, which does not support XOF");
        return Err(JsNativeError::error().with_message(message).into());
    }
    let data = data(arguments, 3, usize::MAX, context);
    spend(data.len(), context);
    let encoding = Encoding::from_name(&text(arguments, 4)).unwrap_or(Encoding::Buffer);
    output(&algorithm::digest(algorithm, &data, length), encoding, context)
}

fn get_hashes(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(JsArray::from_iter(algorithm::NAMES.map(|name| JsString::from(name).into()), context).into())
}

/// No algorithm has an id here: names are looked up each time.
fn get_cached_aliases(_: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsObject::with_null_proto().into())
}

/// `new HashJob(mode, algorithm, data, bits)`, for `subtle.digest`.
fn construct_job(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let name = text(arguments, 1);
    let Some(algorithm) = Algorithm::from_name(&name) else {
        return Err(unsupported(&name, "Digest method not supported", context));
    };
    let data = data(arguments, 2, usize::MAX, context);
    let length = match argument(arguments, 3).as_number() {
        Some(_) => number(arguments, 3) as usize / 8,
        None => algorithm.length(),
    };
    let cost = CpuWork::Hash(data.len() as u64);
    let work = move |context: &mut Context| Ok(bytes::array_buffer(&algorithm::digest(algorithm, &data, length), context)?.into());
    job::prepare(this, arguments, "digest", cost, work, context)
}
