//! Symmetric ciphers by OpenSSL's names, chunk by chunk, with the padding that EVP adds and with their tags. Pure.
//!
//! Follows OpenSSL 3.5 `providers/implementations/ciphers/ciphercommon.c` (padding) and NIST SP 800-38D (GCM), RFC 8439 (ChaCha20-Poly1305).

use aes::cipher::{
    Block, BlockCipher, BlockDecrypt, BlockDecryptMut, BlockEncrypt, BlockEncryptMut, BlockSizeUser, KeyInit, KeyIvInit, StreamCipher,
};
use aes::cipher::{consts::U16, generic_array::GenericArray};
use aes::{Aes128, Aes192, Aes256};
use chacha20::ChaCha20;
use ghash::GHash;
use ghash::universal_hash::UniversalHash;
use poly1305::Poly1305;

/// Bytes of a block of AES, and of the blocks that GHASH and Poly1305 work on.
const BLOCK: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Ecb,
    Cbc,
    Ctr,
    Gcm,
    ChaCha20Poly1305,
}

/// A cipher as OpenSSL knows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    /// Its short name, as `OBJ_nid2sn` gives it.
    pub name: &'static str,
    pub nid: i32,
    pub mode: Mode,
    /// Length of the key, in bytes.
    pub key: usize,
}

const KINDS: [Kind; 13] = [
    Kind { name: "aes-128-ecb", nid: 418, mode: Mode::Ecb, key: 16 },
    Kind { name: "aes-128-cbc", nid: 419, mode: Mode::Cbc, key: 16 },
    Kind { name: "aes-192-ecb", nid: 422, mode: Mode::Ecb, key: 24 },
    Kind { name: "aes-192-cbc", nid: 423, mode: Mode::Cbc, key: 24 },
    Kind { name: "aes-256-ecb", nid: 426, mode: Mode::Ecb, key: 32 },
    Kind { name: "aes-256-cbc", nid: 427, mode: Mode::Cbc, key: 32 },
    Kind { name: "id-aes128-GCM", nid: 895, mode: Mode::Gcm, key: 16 },
    Kind { name: "id-aes192-GCM", nid: 898, mode: Mode::Gcm, key: 24 },
    Kind { name: "id-aes256-GCM", nid: 901, mode: Mode::Gcm, key: 32 },
    Kind { name: "aes-128-ctr", nid: 904, mode: Mode::Ctr, key: 16 },
    Kind { name: "aes-192-ctr", nid: 905, mode: Mode::Ctr, key: 24 },
    Kind { name: "aes-256-ctr", nid: 906, mode: Mode::Ctr, key: 32 },
    Kind { name: "chacha20-poly1305", nid: 1018, mode: Mode::ChaCha20Poly1305, key: 32 },
];

/// Aliases that Node lists, each with the name of its cipher.
const ALIASES: [(&str, &str); 6] = [
    ("aes128", "aes-128-cbc"),
    ("aes192", "aes-192-cbc"),
    ("aes256", "aes-256-cbc"),
    ("aes-128-gcm", "id-aes128-GCM"),
    ("aes-192-gcm", "id-aes192-GCM"),
    ("aes-256-gcm", "id-aes256-GCM"),
];

/// `crypto.getCiphers()`: the names that Node lists, without those of ciphers that this machine lacks.
pub(super) fn names() -> Vec<&'static str> {
    let own = KINDS.iter().map(|kind| kind.name);
    let mut names: Vec<_> = own.chain(ALIASES.iter().map(|(alias, _)| *alias)).collect();
    names.sort_unstable();
    names
}

impl Kind {
    /// `EVP_get_cipherbyname`.
    pub fn from_name(name: &str) -> Option<&'static Self> {
        let own = ALIASES.iter().find(|(alias, _)| alias.eq_ignore_ascii_case(name)).map_or(name, |(_, own)| own);
        KINDS.iter().find(|kind| kind.name.eq_ignore_ascii_case(own))
    }

    /// `EVP_get_cipherbynid`.
    pub fn from_nid(nid: i32) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.nid == nid)
    }

    /// The kind of AES with this mode and this length of key in bytes.
    pub fn of_aes(mode: Mode, key: usize) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.mode == mode && kind.key == key)
    }

    /// Whether it makes and tests a tag.
    pub fn is_authenticated(&self) -> bool {
        matches!(self.mode, Mode::Gcm | Mode::ChaCha20Poly1305)
    }

    /// `EVP_CIPHER_iv_length`: bytes of the initialization vector, 0 where there is none.
    pub fn iv(&self) -> usize {
        match self.mode {
            Mode::Ecb => 0,
            Mode::Cbc | Mode::Ctr => BLOCK,
            Mode::Gcm | Mode::ChaCha20Poly1305 => 12,
        }
    }

    /// Whether an initialization vector may have this length, in bytes.
    pub fn takes_iv(&self, length: usize) -> bool {
        match self.mode {
            Mode::Gcm => (1..=128).contains(&length),
            _ => length == self.iv(),
        }
    }

    /// `EVP_CIPHER_block_size`, in bytes.
    pub fn block(&self) -> usize {
        if matches!(self.mode, Mode::Ecb | Mode::Cbc) { BLOCK } else { 1 }
    }

    /// Node's name of the mode.
    pub fn mode_label(&self) -> &'static str {
        match self.mode {
            Mode::Ecb => "ecb",
            Mode::Cbc => "cbc",
            Mode::Ctr => "ctr",
            Mode::Gcm => "gcm",
            Mode::ChaCha20Poly1305 => "stream",
        }
    }
}

/// Whether the name is of a cipher that OpenSSL has and this machine lacks.
pub(super) fn is_missing(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["aes", "aria", "camellia", "chacha20", "des", "id-", "sm4"].iter().any(|family| name.starts_with(family))
}

/// Whether the name is of a cipher that OpenSSL 3 knows and no longer has without its legacy provider.
pub(super) fn is_legacy(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["bf", "blowfish", "cast", "des-cbc", "des-cfb", "des-ecb", "des-ofb", "desx", "idea", "rc2", "rc4", "seed"]
        .iter()
        .any(|family| name.starts_with(family))
}

/// Reasons for which a cipher refuses to finish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// `PROV_R_WRONG_FINAL_BLOCK_LENGTH`: the text is no whole number of blocks.
    FinalBlockLength,
    /// `PROV_R_BAD_DECRYPT`: the last block does not end in a padding.
    BadDecrypt,
    /// A decipher was given no tag to test, or the data has another tag.
    Unauthenticated,
}

/// A function that enciphers or deciphers bytes in place; a block cipher's takes whole blocks.
type Transform = Box<dyn FnMut(&mut [u8])>;

/// A cipher in the middle of a text.
pub(super) struct Cipher {
    transform: Transform,
    encrypts: bool,
    shape: Shape,
}

enum Shape {
    /// A block cipher: it goes on in whole blocks, the last of them padded. `held` are the bytes that wait for their block to be full.
    Blocks { held: Vec<u8>, padding: bool },
    /// A stream cipher: as many bytes come out as go in.
    Stream,
    /// A stream cipher with a tag.
    Sealed(Box<Seal>),
}

impl Cipher {
    /// A cipher before its first byte. `key` and `iv` have lengths that `kind` takes.
    pub fn new(kind: &Kind, key: &[u8], iv: &[u8], encrypts: bool) -> Self {
        let (transform, shape) = match kind.mode {
            Mode::Ecb | Mode::Cbc => (aes(kind.mode, key, iv, encrypts), Shape::Blocks { held: Vec::new(), padding: true }),
            Mode::Ctr => (aes(kind.mode, key, iv, encrypts), Shape::Stream),
            Mode::Gcm => {
                let (transform, seal) = gcm(key, iv);
                (transform, Shape::Sealed(Box::new(seal)))
            }
            Mode::ChaCha20Poly1305 => {
                let (transform, seal) = chacha20_poly1305(key, iv);
                (transform, Shape::Sealed(Box::new(seal)))
            }
        };
        Self { transform, encrypts, shape }
    }

    /// `EVP_CIPHER_CTX_set_padding`.
    pub fn set_padding(&mut self, on: bool) {
        if let Shape::Blocks { padding, .. } = &mut self.shape {
            *padding = on;
        }
    }

    /// Adds data that is authenticated beside the text. `false`: the text has already begun, and nothing was added.
    pub fn add_associated(&mut self, data: &[u8]) -> bool {
        match &mut self.shape {
            Shape::Sealed(seal) if seal.text == 0 => {
                seal.associated += data.len() as u64;
                seal.mac.add(data);
                true
            }
            _ => false,
        }
    }

    pub fn update(&mut self, data: &[u8]) -> Vec<u8> {
        let mut out = match &mut self.shape {
            Shape::Blocks { held, padding } => {
                held.extend_from_slice(data);
                let mut whole = held.len() - held.len() % BLOCK;
                // The last block stays, for its padding is still to be taken off, and this block may be the last.
                if *padding && !self.encrypts && whole == held.len() {
                    whole = whole.saturating_sub(BLOCK);
                }
                held.drain(..whole).collect()
            }
            Shape::Stream | Shape::Sealed(_) => data.to_vec(),
        };
        if let Shape::Sealed(seal) = &mut self.shape
            && !self.encrypts
        {
            seal.add_text(&out);
        }
        (self.transform)(&mut out);
        if let Shape::Sealed(seal) = &mut self.shape
            && self.encrypts
        {
            seal.add_text(&out);
        }
        out
    }

    /// The last bytes, and the whole tag of a cipher that makes one. `tag` is the one that deciphering is to find.
    ///
    /// # Errors
    /// The reason for which there is no end: a wrong length, a wrong padding or another tag.
    pub fn finish(mut self, tag: Option<&[u8]>) -> Result<(Vec<u8>, Option<[u8; BLOCK]>), Failure> {
        match self.shape {
            Shape::Blocks { held, padding } => last_block(held, padding, self.encrypts, &mut self.transform).map(|last| (last, None)),
            Shape::Stream => Ok((Vec::new(), None)),
            Shape::Sealed(seal) => {
                let found = seal.tag();
                let is_right = self.encrypts || tag.is_some_and(|tag| found.starts_with(tag));
                if is_right { Ok((Vec::new(), Some(found))) } else { Err(Failure::Unauthenticated) }
            }
        }
    }
}

fn last_block(mut held: Vec<u8>, padding: bool, encrypts: bool, transform: &mut Transform) -> Result<Vec<u8>, Failure> {
    match (padding, encrypts) {
        (true, true) => {
            let lacking = BLOCK - held.len();
            held.resize(BLOCK, u8::try_from(lacking).unwrap_or_default());
            transform(&mut held);
            Ok(held)
        }
        (true, false) => {
            if held.len() != BLOCK {
                return Err(Failure::FinalBlockLength);
            }
            transform(&mut held);
            let padded = held.last().map_or(0, |last| usize::from(*last));
            let is_padding = (1..=BLOCK).contains(&padded) && held[BLOCK - padded..].iter().all(|byte| usize::from(*byte) == padded);
            if !is_padding {
                return Err(Failure::BadDecrypt);
            }
            held.truncate(BLOCK - padded);
            Ok(held)
        }
        (false, _) if held.is_empty() => Ok(held),
        (false, _) => Err(Failure::FinalBlockLength),
    }
}

/// AES in one direction; the key's length chooses between AES-128, AES-192 and AES-256.
fn aes(mode: Mode, key: &[u8], iv: &[u8], encrypts: bool) -> Transform {
    match key.len() {
        16 => aes_of::<Aes128>(mode, key, iv, encrypts),
        24 => aes_of::<Aes192>(mode, key, iv, encrypts),
        _ => aes_of::<Aes256>(mode, key, iv, encrypts),
    }
}

fn aes_of<C>(mode: Mode, key: &[u8], iv: &[u8], encrypts: bool) -> Transform
where
    C: BlockCipher + BlockEncrypt + BlockDecrypt + KeyInit + BlockSizeUser<BlockSize = U16> + Clone + 'static,
{
    let cipher = C::new(GenericArray::from_slice(key));
    match (mode, encrypts) {
        (Mode::Ecb, true) => Box::new(move |bytes| blocks::<C>(bytes).for_each(|block| cipher.encrypt_block(block))),
        (Mode::Ecb, false) => Box::new(move |bytes| blocks::<C>(bytes).for_each(|block| cipher.decrypt_block(block))),
        (Mode::Cbc, true) => {
            let mut chain = cbc::Encryptor::<C>::new(GenericArray::from_slice(key), GenericArray::from_slice(iv));
            Box::new(move |bytes| blocks::<C>(bytes).for_each(|block| chain.encrypt_block_mut(block)))
        }
        (Mode::Cbc, false) => {
            let mut chain = cbc::Decryptor::<C>::new(GenericArray::from_slice(key), GenericArray::from_slice(iv));
            Box::new(move |bytes| blocks::<C>(bytes).for_each(|block| chain.decrypt_block_mut(block)))
        }
        (Mode::Gcm, _) => {
            let mut counter = ctr::Ctr32BE::<C>::new(GenericArray::from_slice(key), GenericArray::from_slice(iv));
            Box::new(move |bytes| counter.apply_keystream(bytes))
        }
        (Mode::Ctr | Mode::ChaCha20Poly1305, _) => {
            let mut counter = ctr::Ctr128BE::<C>::new(GenericArray::from_slice(key), GenericArray::from_slice(iv));
            Box::new(move |bytes| counter.apply_keystream(bytes))
        }
    }
}

fn blocks<C: BlockSizeUser>(bytes: &mut [u8]) -> impl Iterator<Item = &mut Block<C>> {
    bytes.chunks_exact_mut(BLOCK).map(GenericArray::from_mut_slice)
}

/// The state of a tag in the making.
struct Seal {
    mac: Mac,
    /// Length of the data that is authenticated beside the text, in bytes.
    associated: u64,
    /// Length of the text so far, in bytes.
    text: u64,
    /// Bytes that the hash is combined with by exclusive or to give the tag; zeros for Poly1305.
    mask: [u8; BLOCK],
}

impl Seal {
    fn new(hash: Hash, mask: [u8; BLOCK]) -> Self {
        Self { mac: Mac { hash, partial: Vec::new() }, associated: 0, text: 0, mask }
    }

    /// Adds text in its enciphered form.
    fn add_text(&mut self, text: &[u8]) {
        if self.text == 0 && !text.is_empty() {
            self.mac.pad();
        }
        self.text += text.len() as u64;
        self.mac.add(text);
    }

    fn tag(mut self) -> [u8; BLOCK] {
        self.mac.pad();
        let lengths: [[u8; 8]; 2] = [self.associated, self.text].map(|bytes| match self.mac.hash {
            Hash::Ghash(_) => (bytes * 8).to_be_bytes(),
            Hash::Poly(_) => bytes.to_le_bytes(),
        });
        self.mac.add(&lengths.concat());
        let mut tag = self.mac.hash.finish();
        tag.iter_mut().zip(self.mask).for_each(|(byte, mask)| *byte ^= mask);
        tag
    }
}

/// A universal hash that takes any number of bytes at a time.
struct Mac {
    hash: Hash,
    /// Bytes that wait for their block to be full: fewer than a block.
    partial: Vec<u8>,
}

enum Hash {
    Ghash(Box<GHash>),
    Poly(Box<Poly1305>),
}

impl Hash {
    fn blocks(&mut self, bytes: &[u8]) {
        match self {
            Self::Ghash(hash) => hash.update_padded(bytes),
            Self::Poly(hash) => hash.update_padded(bytes),
        }
    }

    fn finish(self) -> [u8; BLOCK] {
        match self {
            Self::Ghash(hash) => hash.finalize().into(),
            Self::Poly(hash) => hash.finalize().into(),
        }
    }
}

impl Mac {
    fn add(&mut self, bytes: &[u8]) {
        self.partial.extend_from_slice(bytes);
        let whole = self.partial.len() - self.partial.len() % BLOCK;
        self.hash.blocks(&self.partial[..whole]);
        self.partial.drain(..whole);
    }

    /// Fills the last block with zeros.
    fn pad(&mut self) {
        self.hash.blocks(&self.partial);
        self.partial.clear();
    }
}

fn gcm(key: &[u8], iv: &[u8]) -> (Transform, Seal) {
    let mut hash_key = [0; BLOCK];
    aes(Mode::Ecb, key, &[], true)(&mut hash_key);
    let hash = GHash::new(GenericArray::from_slice(&hash_key));
    let mut counter = [0; BLOCK];
    if iv.len() == 12 {
        counter[..12].copy_from_slice(iv);
        counter[15] = 1;
    } else {
        let mut of_iv = hash.clone();
        of_iv.update_padded(iv);
        of_iv.update_padded(&(iv.len() as u128 * 8).to_be_bytes());
        counter = of_iv.finalize().into();
    }
    let mut transform = aes(Mode::Gcm, key, &counter, true);
    let mut mask = [0; BLOCK];
    transform(&mut mask);
    (transform, Seal::new(Hash::Ghash(Box::new(hash)), mask))
}

fn chacha20_poly1305(key: &[u8], iv: &[u8]) -> (Transform, Seal) {
    let mut stream = ChaCha20::new(GenericArray::from_slice(key), GenericArray::from_slice(iv));
    // The first block of the key stream is Poly1305's.
    let mut first = [0; 64];
    stream.apply_keystream(&mut first);
    let hash = Poly1305::new(GenericArray::from_slice(&first[..32]));
    (Box::new(move |bytes| stream.apply_keystream(bytes)), Seal::new(Hash::Poly(Box::new(hash)), [0; BLOCK]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn through(cipher: &mut Cipher, data: &[u8], step: usize) -> Vec<u8> {
        data.chunks(step).flat_map(|chunk| cipher.update(chunk)).collect()
    }

    proptest! {
        #[test]
        fn what_was_enciphered_comes_back(text in proptest::collection::vec(any::<u8>(), 0..200), key in any::<[u8; 32]>(), steps in (1usize..40, 1usize..40)) {
            for kind in &KINDS {
                let (key, iv) = (&key[..kind.key], &key[..kind.iv()]);
                let mut cipher = Cipher::new(kind, key, iv, true);
                let mut sent = through(&mut cipher, &text, steps.0);
                let (last, tag) = cipher.finish(None).unwrap();
                sent.extend(last);
                let mut decipher = Cipher::new(kind, key, iv, false);
                let mut read = through(&mut decipher, &sent, steps.1);
                let (last, _) = decipher.finish(tag.as_ref().map(|tag| &tag[..])).unwrap();
                read.extend(last);
                prop_assert_eq!(&read, &text);
            }
        }
    }

    #[test]
    fn another_tag_is_refused() {
        let kind = Kind::from_name("aes-256-gcm").unwrap();
        let mut decipher = Cipher::new(kind, &[0; 32], &[0; 12], false);
        decipher.update(b"text");
        assert_eq!(decipher.finish(Some(&[0; 16])), Err(Failure::Unauthenticated));
    }
}
