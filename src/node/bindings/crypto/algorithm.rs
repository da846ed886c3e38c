//! Digest algorithms by OpenSSL's names, and HMAC and PBKDF2 over them. Pure.

use md5::Md5;
use sha1::Sha1;
use sha2::digest::{DynDigest, ExtendableOutput, Update};
use sha2::{Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512, Shake128, Shake256};

use machine::Costs;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Algorithm {
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sha512_224,
    Sha512_256,
    Sha3_224,
    Sha3_256,
    Sha3_384,
    Sha3_512,
    Shake128,
    Shake256,
}

/// `crypto.getHashes()` of Node 24.21.0 (OpenSSL 3.5), without those that this machine lacks.
pub(super) const NAMES: [&str; 41] = [
    "RSA-MD5",
    "RSA-SHA1",
    "RSA-SHA1-2",
    "RSA-SHA224",
    "RSA-SHA256",
    "RSA-SHA3-224",
    "RSA-SHA3-256",
    "RSA-SHA3-384",
    "RSA-SHA3-512",
    "RSA-SHA384",
    "RSA-SHA512",
    "RSA-SHA512/224",
    "RSA-SHA512/256",
    "id-rsassa-pkcs1-v1_5-with-sha3-224",
    "id-rsassa-pkcs1-v1_5-with-sha3-256",
    "id-rsassa-pkcs1-v1_5-with-sha3-384",
    "id-rsassa-pkcs1-v1_5-with-sha3-512",
    "md5",
    "md5WithRSAEncryption",
    "sha1",
    "sha1WithRSAEncryption",
    "sha224",
    "sha224WithRSAEncryption",
    "sha256",
    "sha256WithRSAEncryption",
    "sha3-224",
    "sha3-256",
    "sha3-384",
    "sha3-512",
    "sha384",
    "sha384WithRSAEncryption",
    "sha512",
    "sha512-224",
    "sha512-224WithRSAEncryption",
    "sha512-256",
    "sha512-256WithRSAEncryption",
    "sha512WithRSAEncryption",
    "shake128",
    "shake256",
    "ssl3-md5",
    "ssl3-sha1",
];

/// Digests that OpenSSL 3 knows and no longer has without its legacy provider.
pub(super) fn is_legacy(name: &str) -> bool {
    matches!(plain(name).as_str(), "md4" | "whirlpool" | "mdc2")
}

/// Digests that OpenSSL has and this machine has not.
pub(super) fn is_missing(name: &str) -> bool {
    matches!(plain(name).as_str(), "ripemd160" | "ripemd" | "rmd160" | "sm3" | "blake2b512" | "blake2s256" | "md5-sha1")
}

/// The name in lower case without what OpenSSL's aliases put around it.
fn plain(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    let short = ["rsa-", "ssl3-", "id-rsassa-pkcs1-v1_5-with-"].iter().find_map(|prefix| name.strip_prefix(prefix));
    // Only the signature aliases have the slash.
    let plain = short.map_or(name.clone(), |short| short.replace('/', "-"));
    plain.strip_suffix("withrsaencryption").or_else(|| plain.strip_suffix("withrsa")).unwrap_or(&plain).to_owned()
}

impl Algorithm {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match plain(name).as_str() {
            "md5" => Self::Md5,
            "sha1" | "sha-1" | "sha1-2" => Self::Sha1,
            "sha224" | "sha-224" | "sha2-224" => Self::Sha224,
            "sha256" | "sha-256" | "sha2-256" => Self::Sha256,
            "sha384" | "sha-384" | "sha2-384" => Self::Sha384,
            "sha512" | "sha-512" | "sha2-512" => Self::Sha512,
            "sha512-224" | "sha-512-224" | "sha2-512-224" => Self::Sha512_224,
            "sha512-256" | "sha-512-256" | "sha2-512-256" => Self::Sha512_256,
            "sha3-224" => Self::Sha3_224,
            "sha3-256" => Self::Sha3_256,
            "sha3-384" => Self::Sha3_384,
            "sha3-512" => Self::Sha3_512,
            "shake128" | "shake-128" => Self::Shake128,
            "shake256" | "shake-256" => Self::Shake256,
            _ => return None,
        })
    }

    /// The length of a digest in bytes; SHAKE's may be given another.
    pub(super) fn length(self) -> usize {
        match self {
            Self::Md5 | Self::Shake128 => 16,
            Self::Sha1 => 20,
            Self::Sha224 | Self::Sha512_224 | Self::Sha3_224 => 28,
            Self::Sha256 | Self::Sha512_256 | Self::Sha3_256 | Self::Shake256 => 32,
            Self::Sha384 | Self::Sha3_384 => 48,
            Self::Sha512 | Self::Sha3_512 => 64,
        }
    }

    /// Whether it makes digests of any length: an extendable-output function.
    pub(super) fn is_extendable(self) -> bool {
        matches!(self, Self::Shake128 | Self::Shake256)
    }

    /// The bytes that one compression takes, which is the size of HMAC's padded key.
    fn block(self) -> usize {
        match self {
            Self::Md5 | Self::Sha1 | Self::Sha224 | Self::Sha256 => 64,
            Self::Sha384 | Self::Sha512 | Self::Sha512_224 | Self::Sha512_256 => 128,
            Self::Sha3_224 => 144,
            Self::Sha3_256 | Self::Shake256 => 136,
            Self::Sha3_384 => 104,
            Self::Sha3_512 => 72,
            Self::Shake128 => 168,
        }
    }

    /// The cost of one iteration of PBKDF2 for one block of output, in virtual nanoseconds.
    pub(super) fn pbkdf2_iteration(self, costs: &Costs) -> u64 {
        match self {
            Self::Sha1 => costs.pbkdf2_sha1,
            Self::Md5 | Self::Sha224 | Self::Sha256 => costs.pbkdf2_sha256,
            Self::Sha384 | Self::Sha512 | Self::Sha512_224 | Self::Sha512_256 => costs.pbkdf2_sha512,
            Self::Sha3_224 | Self::Sha3_256 | Self::Sha3_384 | Self::Sha3_512 | Self::Shake128 | Self::Shake256 => costs.pbkdf2_sha512,
        }
    }
}

/// A digest in the making.
#[derive(Clone)]
pub(super) enum Hasher {
    Fixed(Box<dyn DynDigest>),
    Shake128(Box<Shake128>),
    Shake256(Box<Shake256>),
}

impl Hasher {
    pub(super) fn new(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Md5 => Self::Fixed(Box::new(Md5::default())),
            Algorithm::Sha1 => Self::Fixed(Box::new(Sha1::default())),
            Algorithm::Sha224 => Self::Fixed(Box::new(Sha224::default())),
            Algorithm::Sha256 => Self::Fixed(Box::new(Sha256::default())),
            Algorithm::Sha384 => Self::Fixed(Box::new(Sha384::default())),
            Algorithm::Sha512 => Self::Fixed(Box::new(Sha512::default())),
            Algorithm::Sha512_224 => Self::Fixed(Box::new(Sha512_224::default())),
            Algorithm::Sha512_256 => Self::Fixed(Box::new(Sha512_256::default())),
            Algorithm::Sha3_224 => Self::Fixed(Box::new(Sha3_224::default())),
            Algorithm::Sha3_256 => Self::Fixed(Box::new(Sha3_256::default())),
            Algorithm::Sha3_384 => Self::Fixed(Box::new(Sha3_384::default())),
            Algorithm::Sha3_512 => Self::Fixed(Box::new(Sha3_512::default())),
            Algorithm::Shake128 => Self::Shake128(Box::default()),
            Algorithm::Shake256 => Self::Shake256(Box::default()),
        }
    }

    pub(super) fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Fixed(digest) => digest.update(bytes),
            Self::Shake128(shake) => shake.update(bytes),
            Self::Shake256(shake) => shake.update(bytes),
        }
    }

    /// The digest. `length`, in bytes, is the algorithm's own unless it is extendable.
    pub(super) fn finish(self, length: usize) -> Vec<u8> {
        match self {
            Self::Fixed(digest) => digest.finalize().into_vec(),
            Self::Shake128(shake) => shake.finalize_boxed(length).into_vec(),
            Self::Shake256(shake) => shake.finalize_boxed(length).into_vec(),
        }
    }
}

pub(super) fn digest(algorithm: Algorithm, bytes: &[u8], length: usize) -> Vec<u8> {
    let mut hasher = Hasher::new(algorithm);
    hasher.update(bytes);
    hasher.finish(length)
}

/// HMAC (RFC 2104) in the making.
#[derive(Clone)]
pub(super) struct Mac {
    algorithm: Algorithm,
    inner: Hasher,
    outer: Hasher,
}

impl Mac {
    pub(super) fn new(algorithm: Algorithm, key: &[u8]) -> Self {
        let mut block = if key.len() > algorithm.block() { digest(algorithm, key, algorithm.length()) } else { key.to_vec() };
        block.resize(algorithm.block(), 0);
        let keyed = |pad: u8| {
            let mut hasher = Hasher::new(algorithm);
            hasher.update(&block.iter().map(|byte| byte ^ pad).collect::<Vec<_>>());
            hasher
        };
        Self { algorithm, inner: keyed(0x36), outer: keyed(0x5c) }
    }

    pub(super) fn update(&mut self, bytes: &[u8]) {
        self.inner.update(bytes);
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let Self { algorithm, inner, mut outer } = self;
        outer.update(&inner.finish(algorithm.length()));
        outer.finish(algorithm.length())
    }
}

pub(super) fn mac(algorithm: Algorithm, key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut mac = Mac::new(algorithm, key);
    mac.update(bytes);
    mac.finish()
}

/// A key of `length` bytes by PBKDF2 (RFC 8018).
pub(super) fn pbkdf2(algorithm: Algorithm, password: &[u8], salt: &[u8], iterations: u32, length: usize) -> Vec<u8> {
    let mut key = vec![0; length];
    match algorithm {
        Algorithm::Md5 => pbkdf2::pbkdf2_hmac::<Md5>(password, salt, iterations, &mut key),
        Algorithm::Sha1 => pbkdf2::pbkdf2_hmac::<Sha1>(password, salt, iterations, &mut key),
        Algorithm::Sha224 => pbkdf2::pbkdf2_hmac::<Sha224>(password, salt, iterations, &mut key),
        Algorithm::Sha256 => pbkdf2::pbkdf2_hmac::<Sha256>(password, salt, iterations, &mut key),
        Algorithm::Sha384 => pbkdf2::pbkdf2_hmac::<Sha384>(password, salt, iterations, &mut key),
        Algorithm::Sha512 => pbkdf2::pbkdf2_hmac::<Sha512>(password, salt, iterations, &mut key),
        Algorithm::Sha512_224 => pbkdf2::pbkdf2_hmac::<Sha512_224>(password, salt, iterations, &mut key),
        Algorithm::Sha512_256 => pbkdf2::pbkdf2_hmac::<Sha512_256>(password, salt, iterations, &mut key),
        Algorithm::Sha3_224 => pbkdf2::pbkdf2_hmac::<Sha3_224>(password, salt, iterations, &mut key),
        Algorithm::Sha3_256 => pbkdf2::pbkdf2_hmac::<Sha3_256>(password, salt, iterations, &mut key),
        Algorithm::Sha3_384 => pbkdf2::pbkdf2_hmac::<Sha3_384>(password, salt, iterations, &mut key),
        Algorithm::Sha3_512 => pbkdf2::pbkdf2_hmac::<Sha3_512>(password, salt, iterations, &mut key),
        Algorithm::Shake128 | Algorithm::Shake256 => pbkdf2_slowly(algorithm, password, salt, iterations, &mut key),
    }
    key
}

fn pbkdf2_slowly(algorithm: Algorithm, password: &[u8], salt: &[u8], iterations: u32, key: &mut [u8]) {
    let keyed = Mac::new(algorithm, password);
    for (block, number) in key.chunks_mut(algorithm.length()).zip(1u32..) {
        let mut mac = keyed.clone();
        mac.update(salt);
        mac.update(&number.to_be_bytes());
        let mut last = mac.finish();
        let mut sum = last.clone();
        for _ in 1..iterations {
            let mut mac = keyed.clone();
            mac.update(&last);
            last = mac.finish();
            sum.iter_mut().zip(&last).for_each(|(sum, byte)| *sum ^= byte);
        }
        block.copy_from_slice(&sum[..block.len()]);
    }
}

/// A key of `length` bytes by HKDF (RFC 5869).
pub(super) fn hkdf(algorithm: Algorithm, key: &[u8], salt: &[u8], info: &[u8], length: usize) -> Vec<u8> {
    let extracted = mac(algorithm, salt, key);
    let mut output = Vec::with_capacity(length);
    let mut last = Vec::new();
    let mut number = 1u8;
    while output.len() < length {
        let mut mac = Mac::new(algorithm, &extracted);
        mac.update(&last);
        mac.update(info);
        mac.update(&[number]);
        last = mac.finish();
        output.extend_from_slice(&last);
        number = number.wrapping_add(1);
    }
    output.truncate(length);
    output
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_its_algorithm() {
        for name in NAMES {
            assert!(Algorithm::from_name(name).is_some(), "{name}");
        }
        assert_eq!(Algorithm::from_name("RSA-SHA512/256"), Some(Algorithm::Sha512_256));
        assert_eq!(Algorithm::from_name("Sha-256"), Some(Algorithm::Sha256));
        assert_eq!(Algorithm::from_name("foo"), None);
        assert!(is_missing("RSA-RIPEMD160"));
    }

    #[test]
    fn digests_of_nothing() {
        let hex = |algorithm, length| digest(algorithm, b"", length).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        assert_eq!(hex(Algorithm::Sha3_256, 32), "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a");
        assert_eq!(hex(Algorithm::Shake128, 16), "7f9c2ba4e88f827d616045507605853e");
        assert_eq!(hex(Algorithm::Shake128, 0), "");
        // Longer than what one permutation gives.
        assert_eq!(hex(Algorithm::Shake128, 200)[..32], *"7f9c2ba4e88f827d616045507605853e");
        assert_eq!(
            hex(Algorithm::Shake128, 200)[300..],
            *"849f167a580b14aabdefaee7eef47cb0fca9767be1fda69419dfb927e9df07348b196691abaeb580b32def58538b8d23f877"
        );
    }

    #[test]
    fn hmac_and_pbkdf2_agree_with_each_other() {
        for algorithm in [Algorithm::Sha256, Algorithm::Sha512, Algorithm::Md5, Algorithm::Sha3_224, Algorithm::Sha3_512] {
            let mut slow = vec![0; 100];
            pbkdf2_slowly(algorithm, b"password", b"salt", 3, &mut slow);
            assert_eq!(pbkdf2(algorithm, b"password", b"salt", 3, 100), slow, "{algorithm:?}");
        }
    }
}
