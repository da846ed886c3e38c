//! scrypt (RFC 7914). Pure.

use sha2::Sha256;

/// CPU and memory cost, block size, parallelization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cost {
    pub(super) n: u32,
    pub(super) r: u32,
    pub(super) p: u32,
}

/// Why OpenSSL refuses a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    Parameters,
    Memory,
}

impl Cost {
    /// `EVP_PBE_scrypt`'s checks.
    pub(super) fn check(self, most_memory: f64) -> Result<(), Refusal> {
        let (n, r, p) = (u64::from(self.n), u64::from(self.r), u64::from(self.p));
        if n < 2 || !n.is_power_of_two() || r == 0 || p == 0 {
            return Err(Refusal::Parameters);
        }
        if p > ((1 << 30) - 1) / r || (16 * r <= 63 && n >= 1 << (16 * r)) {
            return Err(Refusal::Memory);
        }
        // The blocks of all lanes, and one lane's table with its work space.
        let memory = 128 * r * p + 128 * r * (n + 2);
        #[expect(clippy::cast_precision_loss, reason = "a bound, compared with a double from JavaScript")]
        if memory as f64 > most_memory { Err(Refusal::Memory) } else { Ok(()) }
    }
}

pub(super) fn scrypt(password: &[u8], salt: &[u8], cost: Cost, length: usize) -> Vec<u8> {
    let lane = 128 * cost.r as usize;
    let mut blocks = vec![0; lane * cost.p as usize];
    pbkdf2::pbkdf2_hmac::<Sha256>(password, salt, 1, &mut blocks);
    for bytes in blocks.chunks_exact_mut(lane) {
        let mut words: Vec<u32> = bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect();
        mix(&mut words, cost.n as usize);
        for (bytes, word) in bytes.chunks_exact_mut(4).zip(words) {
            bytes.copy_from_slice(&word.to_le_bytes());
        }
    }
    let mut key = vec![0; length];
    pbkdf2::pbkdf2_hmac::<Sha256>(password, &blocks, 1, &mut key);
    key
}

/// `scryptROMix`.
fn mix(x: &mut [u32], n: usize) {
    let size = x.len();
    let mut spare = vec![0; size];
    let mut table = Vec::with_capacity(size * n);
    for _ in 0..n {
        table.extend_from_slice(x);
        mix_block(x, &mut spare);
    }
    for _ in 0..n {
        let at = x[size - 16] as usize & (n - 1);
        x.iter_mut().zip(&table[at * size..]).for_each(|(word, other)| *word ^= other);
        mix_block(x, &mut spare);
    }
}

/// `scryptBlockMix`.
fn mix_block(x: &mut [u32], spare: &mut [u32]) {
    let mut block = [0; 16];
    block.copy_from_slice(&x[x.len() - 16..]);
    let half = x.len() / 2;
    for (index, part) in x.chunks_exact(16).enumerate() {
        block.iter_mut().zip(part).for_each(|(word, other)| *word ^= other);
        salsa20_8(&mut block);
        let at = index / 2 * 16 + index % 2 * half;
        spare[at..at + 16].copy_from_slice(&block);
    }
    x.copy_from_slice(spare);
}

fn salsa20_8(block: &mut [u32; 16]) {
    const ROUNDS: [[usize; 4]; 8] =
        [[0, 4, 8, 12], [5, 9, 13, 1], [10, 14, 2, 6], [15, 3, 7, 11], [0, 1, 2, 3], [5, 6, 7, 4], [10, 11, 8, 9], [15, 12, 13, 14]];
    let mut x = *block;
    for _ in 0..4 {
        for [a, b, c, d] in ROUNDS {
            x[b] ^= x[a].wrapping_add(x[d]).rotate_left(7);
            x[c] ^= x[b].wrapping_add(x[a]).rotate_left(9);
            x[d] ^= x[c].wrapping_add(x[b]).rotate_left(13);
            x[a] ^= x[d].wrapping_add(x[c]).rotate_left(18);
        }
    }
    block.iter_mut().zip(x).for_each(|(word, mixed)| *word = word.wrapping_add(mixed));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vector_of_the_rfc() {
        let key = scrypt(b"", b"", Cost { n: 16, r: 1, p: 1 }, 16);
        assert_eq!(key, [0x77, 0xd6, 0x57, 0x62, 0x38, 0x65, 0x7b, 0x20, 0x3b, 0x19, 0xca, 0x42, 0xc1, 0x8a, 0x04, 0x97]);
    }

    #[test]
    fn refuses_what_openssl_refuses() {
        let memory = f64::from(32 << 20);
        assert_eq!(Cost { n: 3, r: 8, p: 1 }.check(memory), Err(Refusal::Parameters));
        assert_eq!(Cost { n: 1 << 20, r: 8, p: 1 }.check(memory), Err(Refusal::Memory));
        assert_eq!(Cost { n: 16384, r: 8, p: 1 }.check(memory), Ok(()));
    }
}
