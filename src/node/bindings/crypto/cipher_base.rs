//! `CipherBase` and `getCipherInfo` (node v24.21.0 `src/crypto/crypto_cipher.cc`), and `AESCipherJob` (`src/crypto/crypto_aes.cc`).

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsData, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};
use md5::{Digest, Md5};

use super::cipher::{self, Cipher, Failure, Kind, Mode};
use super::hash::{data, spend};
use super::{Fault, job, keys};
use crate::native::{Binding, Class, Native, argument, bytes, coded, number, state, text, unavailable};
use machine::CpuWork;

const METHODS: [(&str, usize, Native); 8] = [
    ("init", 3, init),
    ("initiv", 4, init_iv),
    ("update", 2, update),
    ("final", 0, finish),
    ("setAutoPadding", 1, set_auto_padding),
    ("getAuthTag", 0, get_auth_tag),
    ("setAuthTag", 1, set_auth_tag),
    ("setAAD", 2, set_aad),
];

/// The modes of `subtle`, in the order of the numbers by which Node's JavaScript names them: three for each mode, one for each length of key.
const VARIANTS: [(&str, Mode); 3] = [("CTR", Mode::Ctr), ("CBC", Mode::Cbc), ("GCM", Mode::Gcm)];
const KEY_BITS: [usize; 3] = [128, 192, 256];

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class("CipherBase", construct, &METHODS)?;
    binding.functions(&[("getCipherInfo", 4, get_cipher_info), ("getCiphers", 0, get_ciphers)])?;
    for (index, (mode, _)) in (0i32..).zip(&VARIANTS) {
        for (size, bits) in (0i32..).zip(KEY_BITS) {
            binding.value(&format!("kKeyVariantAES_{mode}_{bits}"), index * 3 + size)?;
        }
    }
    binding.value("kWebCryptoCipherEncrypt", 0)?.value("kWebCryptoCipherDecrypt", 1)?;
    job::class(binding, "AESCipherJob", construct_job)
}

#[derive(Trace, Finalize, JsData)]
struct CipherBase {
    encrypts: bool,
    /// The cipher at work, until it is finished.
    #[unsafe_ignore_trace]
    cipher: Option<Cipher>,
    #[unsafe_ignore_trace]
    kind: Option<&'static Kind>,
    /// Length of the tag in bytes, once it is known.
    tag_length: Option<usize>,
    /// The tag: the one that a finished cipher has made, or the one that a decipher is to find.
    tag: Option<Vec<u8>>,
}

/// `new CipherBase(encrypts, cipher, key, iv, authTagLength)`; before Node 22 all but the first are given to `initiv`.
fn construct(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let encrypts = argument(arguments, 0).to_boolean();
    state::keep(this, CipherBase { encrypts, cipher: None, kind: None, tag_length: None, tag: None }, context)?;
    match arguments {
        [_, rest @ ..] if !rest.is_empty() => init_iv(this, rest, context),
        _ => Ok(JsValue::undefined()),
    }
}

/// `EVP_get_cipherbyname`, with Node's error where there is no such cipher.
fn kind_of(name: &str, context: &mut Context) -> JsResult<&'static Kind> {
    match Kind::from_name(name) {
        Some(kind) => Ok(kind),
        None if cipher::is_legacy(name) => Err(Fault::UNSUPPORTED.alone(context)),
        None if cipher::is_missing(name) => Err(unavailable(&format!("crypto cipher {name}"), context)),
        None => Err(coded(Class::Error, "ERR_CRYPTO_UNKNOWN_CIPHER", "Unknown cipher", context)),
    }
}

/// `initiv(cipher, key, iv, authTagLength)`.
fn init_iv(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let kind = kind_of(&text(arguments, 0), context)?;
    let key = keys::key_bytes(&argument(arguments, 1), context);
    let iv = data(arguments, 2, usize::MAX, context);
    start(this, kind, &key, &iv, number(arguments, 3), context)
}

/// `init(cipher, password, authTagLength)`: the key is made of a password, as `EVP_BytesToKey` does with MD5 and no salt. Until Node 20.
fn init(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let kind = kind_of(&text(arguments, 0), context)?;
    let password = data(arguments, 1, usize::MAX, context);
    let mut made = Vec::new();
    let mut block = Vec::new();
    while made.len() < kind.key + kind.iv() {
        block = Md5::new().chain_update(&block).chain_update(&password).finalize().to_vec();
        made.extend_from_slice(&block);
    }
    let (key, rest) = made.split_at(kind.key);
    start(this, kind, key, &rest[..kind.iv()], number(arguments, 2), context)
}

fn start(this: &JsValue, kind: &'static Kind, key: &[u8], iv: &[u8], tag_length: f64, context: &mut Context) -> JsResult<JsValue> {
    if !kind.takes_iv(iv.len()) {
        return Err(coded(Class::TypeError, "ERR_CRYPTO_INVALID_IV", "Invalid initialization vector", context));
    }
    let mut wanted = (tag_length >= 0.0).then_some(tag_length as usize);
    match (kind.mode, wanted) {
        (Mode::Gcm, Some(length)) if !is_gcm_tag_length(length) => return Err(invalid_tag_length(length, context)),
        (Mode::ChaCha20Poly1305, Some(length)) if !(1..=16).contains(&length) => return Err(invalid_tag_length(length, context)),
        (Mode::ChaCha20Poly1305, None) => wanted = Some(16),
        _ => {}
    }
    if key.len() != kind.key {
        return Err(coded(Class::RangeError, "ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length", context));
    }
    state::kept(this, context, |base: &mut CipherBase| {
        base.cipher = Some(Cipher::new(kind, key, iv, base.encrypts));
        base.kind = Some(kind);
        base.tag_length = wanted.filter(|_| kind.is_authenticated());
    });
    Ok(JsValue::undefined())
}

/// Whether NIST SP 800-38D allows a tag of this length, in bytes.
fn is_gcm_tag_length(length: usize) -> bool {
    matches!(length, 4 | 8 | 12..=16)
}

fn invalid_tag_length(length: usize, context: &mut Context) -> JsError {
    coded(Class::TypeError, "ERR_CRYPTO_INVALID_AUTH_TAG", &format!("Invalid authentication tag length: {length}"), context)
}

fn update(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let data = data(arguments, 0, 1, context);
    spend(data.len(), context);
    let out = state::kept(this, context, |base: &mut CipherBase| base.cipher.as_mut().map(|cipher| cipher.update(&data))).flatten();
    match out {
        Some(out) => bytes::buffer(&out, context),
        None => Err(JsNativeError::error().with_message("Trying to add data in unsupported state").into()),
    }
}

fn finish(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let finished = state::kept(this, context, |base: &mut CipherBase| {
        let cipher = base.cipher.take()?;
        let wanted = base.tag.take();
        let length = base.tag_length.unwrap_or(16);
        Some(cipher.finish(wanted.as_deref()).map(|(last, tag)| {
            if let Some(tag) = tag.filter(|_| base.encrypts) {
                base.tag = Some(tag[..length].to_vec());
            }
            last
        }))
    });
    match finished.flatten() {
        Some(Ok(last)) => bytes::buffer(&last, context),
        Some(Err(failure)) => Err(failed(failure, context)),
        None => Err(coded(Class::Error, "ERR_CRYPTO_INVALID_STATE", "Invalid state", context)),
    }
}

fn failed(failure: Failure, context: &mut Context) -> JsError {
    let (number, reason, code) = match failure {
        Failure::FinalBlockLength => ("1C80006B", "wrong final block length", "WRONG_FINAL_BLOCK_LENGTH"),
        Failure::BadDecrypt => ("1C800064", "bad decrypt", "BAD_DECRYPT"),
        Failure::Unauthenticated => return JsNativeError::error().with_message("Unsupported state or unable to authenticate data").into(),
    };
    Fault { number, library: "Provider routines", reason, code }.alone(context)
}

/// `setAutoPadding(on)`: whether it was still possible.
fn set_auto_padding(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let padding = arguments.first().is_none_or(JsValue::to_boolean);
    let set = state::kept(this, context, |base: &mut CipherBase| base.cipher.as_mut().map(|cipher| cipher.set_padding(padding)).is_some());
    Ok(set.unwrap_or(false).into())
}

/// `getAuthTag()`: the tag of a finished cipher, else `undefined`.
fn get_auth_tag(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let tag = state::kept(this, context, |base: &mut CipherBase| base.tag.clone().filter(|_| base.encrypts)).flatten();
    tag.map_or(Ok(JsValue::undefined()), |tag| bytes::buffer(&tag, context))
}

/// `setAuthTag(tag)`: whether it was still possible.
fn set_auth_tag(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let tag = data(arguments, 0, usize::MAX, context);
    let length = tag.len();
    let is_valid = state::kept(this, context, |base: &mut CipherBase| {
        let kind = base.kind.filter(|kind| kind.is_authenticated())?;
        if base.encrypts || base.cipher.is_none() || base.tag.is_some() {
            return None;
        }
        let is_valid = base.tag_length.is_none_or(|wanted| wanted == length) && (kind.mode != Mode::Gcm || is_gcm_tag_length(length));
        if is_valid {
            base.tag = Some(tag);
        }
        Some(is_valid)
    });
    match is_valid.flatten() {
        Some(false) => Err(invalid_tag_length(length, context)),
        set => Ok(set.is_some().into()),
    }
}

/// `setAAD(data, …)`: whether it was still possible.
fn set_aad(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let associated = data(arguments, 0, usize::MAX, context);
    let add = |base: &mut CipherBase| base.cipher.as_mut().is_some_and(|cipher| cipher.add_associated(&associated));
    Ok(state::kept(this, context, add).unwrap_or(false).into())
}

fn get_ciphers(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(JsArray::from_iter(cipher::names().into_iter().map(|name| JsString::from(name).into()), context).into())
}

/// `getCipherInfo(target, nameOrNid, keyLength, ivLength)`: fills the target, which since Node 26 it makes itself. `undefined` where there is no
/// such cipher.
fn get_cipher_info(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let target = argument(arguments, 0).as_object();
    let makes = target.is_none();
    let asked = if makes { arguments } else { arguments.get(1..).unwrap_or_default() };
    let found = match argument(asked, 0).as_number() {
        Some(nid) => Kind::from_nid(nid as i32),
        None => Kind::from_name(&text(asked, 0)),
    };
    let lengths = [1, 2].map(|index| argument(asked, index).as_number().map(|length| length as usize));
    let Some(kind) = found.filter(|kind| takes(kind, lengths)) else {
        return Ok(JsValue::undefined());
    };
    let target = target.unwrap_or_else(JsObject::with_null_proto);
    let key_length = ("keyLength", Some(kind.key));
    let block_size = ("blockSize", Some(kind.block()).filter(|_| kind.mode != Mode::ChaCha20Poly1305));
    let iv_length = ("ivLength", Some(lengths[1].unwrap_or(kind.iv())).filter(|_| kind.iv() > 0));
    let sizes = if makes { [key_length, block_size, iv_length] } else { [block_size, iv_length, key_length] };
    target.set(JsString::from("mode"), JsString::from(kind.mode_label()), true, context)?;
    target.set(JsString::from("name"), JsString::from(kind.name.to_ascii_lowercase()), true, context)?;
    target.set(JsString::from("nid"), kind.nid, true, context)?;
    for (name, size) in sizes {
        match size {
            None if !makes => {}
            size => drop(target.set(JsString::from(name), size.map_or(JsValue::undefined(), JsValue::from), true, context)?),
        }
    }
    Ok(target.into())
}

/// Whether `kind` takes a key and an initialization vector of these lengths, in bytes.
fn takes(kind: &Kind, [key, iv]: [Option<usize>; 2]) -> bool {
    key.is_none_or(|length| length == kind.key) && iv.is_none_or(|length| kind.takes_iv(length))
}

/// `new AESCipherJob(mode, cipherMode, key, data, variant, iv, tag, additionalData)`, for `subtle.encrypt` and `subtle.decrypt`. Of GCM `tag` is its
/// length in bytes, or until Node 22 the tag to find.
fn construct_job(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let encrypts = number(arguments, 1) == 0.0;
    let key = keys::key_bytes(&argument(arguments, 2), context);
    let mut message = data(arguments, 3, usize::MAX, context);
    let mode = VARIANTS.get(number(arguments, 4) as usize / 3).filter(|_| argument(arguments, 4).is_number());
    let Some((mode, kind)) = mode.and_then(|(_, mode)| Kind::of_aes(*mode, key.len()).map(|kind| (*mode, kind))) else {
        return Err(unavailable("this cipher of crypto.subtle", context));
    };
    let iv = data(arguments, 5, usize::MAX, context);
    let associated = data(arguments, 7, usize::MAX, context);
    let cost = CpuWork::Hash(message.len() as u64);
    let tag_given = data(arguments, 6, usize::MAX, context);
    let tag_length = argument(arguments, 6).as_number().map(|length| length as usize);
    if mode == Mode::Ctr && number(arguments, 6) as usize != 128 {
        return Err(unavailable("a counter of crypto.subtle that is not 128 bits long", context));
    }
    let work = move |context: &mut Context| {
        let tag = match (mode, encrypts, tag_length) {
            (Mode::Gcm, false, Some(length)) => message.len().checked_sub(length).map(|text| message.split_off(text)),
            _ => Some(tag_given),
        };
        let mut cipher = Cipher::new(kind, &key, &iv, encrypts);
        cipher.add_associated(&associated);
        let mut out = cipher.update(&message);
        let finished = match tag {
            Some(tag) => cipher.finish(Some(&tag)),
            None => Err(Failure::Unauthenticated),
        };
        match finished {
            Ok((last, tag)) => {
                out.extend(last);
                out.extend(tag.filter(|_| encrypts).iter().flat_map(|tag| &tag[..tag_length.unwrap_or(16)]));
                Ok(bytes::array_buffer(&out, context)?.into())
            }
            Err(Failure::Unauthenticated) => Err(JsNativeError::error().with_message("Cipher job failed").into()),
            Err(failure) => Err(failed(failure, context)),
        }
    };
    job::prepare(this, arguments, "cipher", cost, work, context)
}
