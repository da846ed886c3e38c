//! scrypt's costs, checked as OpenSSL checks them, and its keys. Pure.

use scrypt::Params;

/// The parameters of scrypt: `n` the CPU and memory cost, `r` the block size, `p` the parallelization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cost {
    pub(super) n: u32,
    pub(super) r: u32,
    pub(super) p: u32,
}

/// Reasons for which OpenSSL refuses a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    Parameters,
    Memory,
}

impl Cost {
    /// `EVP_PBE_scrypt`'s checks; `most_memory` is in bytes.
    ///
    /// # Errors
    /// The check that the cost fails. A cost whose table is larger than this machine's address space fails the one of the memory.
    pub(super) fn check(self, most_memory: f64) -> Result<Params, Refusal> {
        /// The crate looks at this length only where it writes password hashes.
        const ANY_LENGTH: usize = Params::RECOMMENDED_LEN;
        if self.n < 2 || !self.n.is_power_of_two() || self.r == 0 || self.p == 0 {
            return Err(Refusal::Parameters);
        }
        #[expect(clippy::cast_possible_truncation, reason = "a number of bits, below 32")]
        let params = Params::new(self.n.ilog2() as u8, self.r, self.p, ANY_LENGTH).map_err(|_| Refusal::Memory)?;
        // The blocks of all lanes, and one lane's table with its work space.
        let (n, r, p) = (u64::from(self.n), u64::from(self.r), u64::from(self.p));
        let memory = 128 * r * p + 128 * r * (n + 2);
        #[expect(clippy::cast_precision_loss, reason = "a bound, compared with a double from JavaScript")]
        if memory as f64 > most_memory { Err(Refusal::Memory) } else { Ok(params) }
    }
}

/// A key of `length` bytes.
pub(super) fn key(password: &[u8], salt: &[u8], params: &Params, length: usize) -> Vec<u8> {
    let mut key = vec![0; length];
    // The crate refuses a key of no bytes, which is ready.
    if length > 0 {
        scrypt::scrypt(password, salt, params, &mut key).expect("a key in memory is shorter than scrypt's longest");
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 32 MiB, as in Node.
    const USUAL_MEMORY: f64 = 33_554_432.0;

    #[test]
    fn vector_of_the_rfc() {
        let params = Cost { n: 16, r: 1, p: 1 }.check(USUAL_MEMORY).unwrap();
        let first = [0x77, 0xd6, 0x57, 0x62, 0x38, 0x65, 0x7b, 0x20, 0x3b, 0x19, 0xca, 0x42, 0xc1, 0x8a, 0x04, 0x97];
        assert_eq!(key(b"", b"", &params, 16), first);
        assert_eq!(key(b"", b"", &params, 3), first[..3]);
        assert!(key(b"", b"", &params, 0).is_empty());
    }

    #[test]
    fn refuses_what_openssl_refuses() {
        let refusal = |n, r, p| Cost { n, r, p }.check(USUAL_MEMORY).err();
        assert_eq!(refusal(3, 8, 1), Some(Refusal::Parameters));
        assert_eq!(refusal(1, 8, 1), Some(Refusal::Parameters));
        assert_eq!(refusal(16, 0, 1), Some(Refusal::Parameters));
        assert_eq!(refusal(16, 8, 0), Some(Refusal::Parameters));
        assert_eq!(refusal(1 << 20, 8, 1), Some(Refusal::Memory));
        assert_eq!(refusal(1 << 16, 1, 1), Some(Refusal::Memory));
        assert_eq!(refusal(16, 1 << 15, 1 << 15), Some(Refusal::Memory));
        assert_eq!(refusal(16384, 8, 1), None);
        assert_eq!(Cost { n: 1 << 15, r: 1, p: 1 }.check(USUAL_MEMORY).err(), None);
    }
}
