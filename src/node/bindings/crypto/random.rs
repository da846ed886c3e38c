//! Random bytes: `RandomBytesJob`, `secureBuffer` (node v24.21.0 `src/crypto/crypto_random.cc`). Seeded, for a run is the same every time.

use std::cell::Cell;

use boa_engine::{Context, JsResult, JsValue};

use super::job;
use crate::native::{Binding, Bytes, argument, bytes, invalid_type, number};
use machine::CpuWork;

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators).
struct Generator(Cell<u64>);

impl Generator {
    fn next(&self) -> u64 {
        let state = self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.0.set(state);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_le_bytes()[..chunk.len()]);
        }
    }
}

const SEED: u64 = 0x6e6f_6465;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.context.insert_data(Generator(Cell::new(SEED)));
    job::class(binding, "RandomBytesJob", construct)?;
    binding.functions(&[("secureBuffer", 1, secure_buffer)])?;
    Ok(())
}

/// Makes the next `length` bytes of the seeded generator of the run.
pub(super) fn random(length: usize, context: &Context) -> Vec<u8> {
    let mut bytes = vec![0; length];
    if let Some(generator) = context.get_data::<Generator>() {
        generator.fill(&mut bytes);
    }
    bytes
}

/// `new RandomBytesJob(mode, buffer, offset, size)`: fills the buffer, results in nothing.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "JavaScript has made them uint32")]
fn construct(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(bytes) = Bytes::of(&argument(arguments, 1), context) else {
        return Err(invalid_type("The \"buf\" argument must be an instance of ArrayBuffer or ArrayBufferView.", context));
    };
    let size = number(arguments, 3) as usize;
    let target = bytes.part(number(arguments, 2) as usize, size);
    let work = move |context: &mut Context| {
        let random = random(target.len(), context);
        target.write(context, |target| target.copy_from_slice(&random))?;
        Ok(JsValue::undefined())
    };
    job::prepare(this, arguments, "randomBytes", CpuWork::Random(size as u64), work, context)
}

/// `secureBuffer(length)`: zeros. In Node they lie in memory that is never swapped to disk.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Node's JavaScript asks for a few KiB")]
fn secure_buffer(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(bytes::uint8_array(&vec![0; number(arguments, 0) as usize], context)?.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_splitmix64() {
        let generator = Generator(Cell::new(1_234_567));
        assert_eq!([generator.next(), generator.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }
}
