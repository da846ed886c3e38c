//! SHA-3 and SHAKE (FIPS 202). Pure.

const ROUND_CONSTANTS: [u64; 24] = [
    0x0000_0000_0000_0001,
    0x0000_0000_0000_8082,
    0x8000_0000_0000_808a,
    0x8000_0000_8000_8000,
    0x0000_0000_0000_808b,
    0x0000_0000_8000_0001,
    0x8000_0000_8000_8081,
    0x8000_0000_0000_8009,
    0x0000_0000_0000_008a,
    0x0000_0000_0000_0088,
    0x0000_0000_8000_8009,
    0x0000_0000_8000_000a,
    0x0000_0000_8000_808b,
    0x8000_0000_0000_008b,
    0x8000_0000_0000_8089,
    0x8000_0000_0000_8003,
    0x8000_0000_0000_8002,
    0x8000_0000_0000_0080,
    0x0000_0000_0000_800a,
    0x8000_0000_8000_000a,
    0x8000_0000_8000_8081,
    0x8000_0000_0000_8080,
    0x0000_0000_8000_0001,
    0x8000_0000_8000_8008,
];

/// The sponge: what was absorbed so far.
#[derive(Clone)]
pub(super) struct Keccak {
    lanes: [u64; 25],
    /// Bytes absorbed or squeezed per permutation.
    rate: usize,
    /// Where the next byte goes, below `rate`.
    at: usize,
    /// The padding's first byte, which tells SHA-3 from SHAKE.
    domain: u8,
}

impl Keccak {
    /// SHA3-`bits`.
    pub(super) fn sha3(bits: usize) -> Self {
        Self { lanes: [0; 25], rate: 200 - bits / 4, at: 0, domain: 0x06 }
    }

    /// SHAKE`bits`.
    pub(super) fn shake(bits: usize) -> Self {
        Self { lanes: [0; 25], rate: 200 - bits / 4, at: 0, domain: 0x1f }
    }

    fn xor(&mut self, at: usize, byte: u8) {
        self.lanes[at / 8] ^= u64::from(byte) << (at % 8 * 8);
    }

    pub(super) fn update(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.xor(self.at, *byte);
            self.at += 1;
            if self.at == self.rate {
                self.permute();
                self.at = 0;
            }
        }
    }

    pub(super) fn finish(mut self, length: usize) -> Vec<u8> {
        self.xor(self.at, self.domain);
        self.xor(self.rate - 1, 0x80);
        let mut output = Vec::with_capacity(length);
        while output.len() < length {
            self.permute();
            let block = self.lanes.iter().flat_map(|lane| lane.to_le_bytes()).take(self.rate.min(length - output.len()));
            output.extend(block);
        }
        output
    }

    /// Keccak-f[1600].
    fn permute(&mut self) {
        let a = &mut self.lanes;
        for constant in ROUND_CONSTANTS {
            // θ
            let parity: [u64; 5] = std::array::from_fn(|x| a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20]);
            for (index, lane) in a.iter_mut().enumerate() {
                let x = index % 5;
                *lane ^= parity[(x + 4) % 5] ^ parity[(x + 1) % 5].rotate_left(1);
            }
            // ρ and π
            let mut moved = [0; 25];
            moved[0] = a[0];
            let (mut x, mut y) = (1, 0);
            for step in 0..24u32 {
                let turns = (step + 1) * (step + 2) / 2 % 64;
                let target = (y, (2 * x + 3 * y) % 5);
                moved[target.0 + 5 * target.1] = a[x + 5 * y].rotate_left(turns);
                (x, y) = target;
            }
            // χ and ι
            for (index, lane) in a.iter_mut().enumerate() {
                let (x, row) = (index % 5, index / 5 * 5);
                *lane = moved[index] ^ (!moved[row + (x + 1) % 5] & moved[row + (x + 2) % 5]);
            }
            a[0] ^= constant;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn digests_of_nothing() {
        assert_eq!(hex(&Keccak::sha3(256).finish(32)), "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a");
        assert_eq!(hex(&Keccak::shake(128).finish(16)), "7f9c2ba4e88f827d616045507605853e");
    }
}
