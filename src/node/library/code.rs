//! The code cache, as real Node's binary carries one for its library: its modules in Boa's bytecode.
//!
//! `"NCOD" key:u64le sum:u64le count:u32le ( length:u32le name at:u32le )*`, then Boa's own cache. The key says which library and which engine it was made
//! of; the sum is over all that follows it. A cache that is not of this library and this engine, or not whole, is no cache: the modules are compiled as ever.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use boa_engine::vm::{CodeCache, CodeCacheWriter};
use boa_engine::{Context, JsResult, Script};

use super::archive::decompress;

const MAGIC: &[u8; 4] = b"NCOD";
/// The head of a packed cache, as it is downloaded: `"NCOZ" length:u32le zstd( code cache )`.
const PACKED: &[u8; 4] = b"NCOZ";
const KEY: std::ops::Range<usize> = 4..12;
const SUM: std::ops::Range<usize> = 12..20;
/// The offset of a script that is not in the cache.
const NOWHERE: u32 = u32::MAX;
/// A key of all sources that decide how a text is compiled; `build.rs` makes it.
const ENGINE: &str = env!("NODE_LIFECYCLE_ENGINE");

/// The compiled scripts of one library, by name.
#[derive(Debug)]
pub(crate) struct Code {
    cache: CodeCache,
    places: BTreeMap<Box<str>, u32>,
}

impl Code {
    /// Reads a code cache; `None` for one that is of another library or engine, or is damaged.
    pub(super) fn read(bytes: &[u8], library: u64) -> Option<Self> {
        let unpacked;
        let bytes = match bytes.strip_prefix(PACKED) {
            Some(packed) => {
                unpacked = decompress(packed)?;
                &unpacked
            }
            None => bytes,
        };
        let expected = key(library).to_le_bytes();
        if !bytes.starts_with(MAGIC) || bytes.get(KEY)? != expected || bytes.get(SUM)? != sum(bytes.get(SUM.end..)?).to_le_bytes() {
            return None;
        }
        let mut at = SUM.end;
        let number = |at: &mut usize| -> Option<u32> {
            let number = bytes.get(*at..)?.first_chunk::<4>()?;
            *at += 4;
            Some(u32::from_le_bytes(*number))
        };
        let count = number(&mut at)?;
        let mut places = BTreeMap::new();
        for _ in 0..count {
            let length = number(&mut at)? as usize;
            let name = std::str::from_utf8(bytes.get(at..at.checked_add(length)?)?).ok()?;
            at += length;
            places.insert(Box::from(name), number(&mut at)?);
        }
        let cache = CodeCache::read(Rc::from(bytes), at)?;
        Some(Self { cache, places })
    }

    /// A script as if it had been parsed from `text` now.
    pub(crate) fn script(&self, name: &str, path: &Path, text: impl Fn() -> Vec<u16> + 'static, context: &Context) -> Option<Script> {
        let at = self.places.get(name).filter(|at| **at != NOWHERE)?;
        self.cache.script(*at, path, text, context)
    }

    /// The names of all scripts, also of those that can't be cached.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(|name| &**name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    /// The bytes of this cache with only those functions that have been called in `least` runs.
    pub(super) fn only_read(&self, library: u64, least: u32) -> Option<Vec<u8>> {
        let cached = || self.places.iter().filter(|(_, at)| **at != NOWHERE);
        let places: Vec<u32> = cached().map(|(_, at)| *at).collect();
        let (cache, new_places) = self.cache.only_read(&places, least)?;
        let mut places = self.places.clone();
        for ((name, _), at) in cached().zip(new_places) {
            places.insert(name.clone(), at);
        }
        Some(pack(library, &places, &cache))
    }
}

/// Writes a code cache.
pub(crate) struct CodeWriter {
    writer: CodeCacheWriter,
    places: BTreeMap<Box<str>, u32>,
}

impl CodeWriter {
    /// A writer of scripts that `context` parses from now on.
    pub(crate) fn new(context: &mut Context) -> Self {
        Self { writer: CodeCacheWriter::new(context), places: BTreeMap::new() }
    }

    /// Adds a script under a name.
    ///
    /// # Errors
    /// An exception of Boa where the script cannot be compiled.
    pub(crate) fn add(&mut self, name: &str, script: &Script, context: &mut Context) -> JsResult<()> {
        let at = self.writer.add(script, context)?;
        self.places.insert(Box::from(name), at.unwrap_or(NOWHERE));
        Ok(())
    }

    /// Adds the name of a script that is not cached.
    pub(crate) fn add_name(&mut self, name: &str) {
        self.places.insert(Box::from(name), NOWHERE);
    }

    pub(super) fn finish(self, library: u64) -> Vec<u8> {
        pack(library, &self.places, &self.writer.finish())
    }
}

fn pack(library: u64, places: &BTreeMap<Box<str>, u32>, cache: &[u8]) -> Vec<u8> {
    let mut body = length(places.len()).to_vec();
    for (name, at) in places {
        body.extend(length(name.len()));
        body.extend(name.as_bytes());
        body.extend(at.to_le_bytes());
    }
    body.extend(cache);
    let mut file = MAGIC.to_vec();
    file.extend(key(library).to_le_bytes());
    file.extend(sum(&body).to_le_bytes());
    file.extend(body);
    file
}

fn length(length: usize) -> [u8; 4] {
    u32::try_from(length).expect("a code cache is far smaller than 4 GB").to_le_bytes()
}

fn key(library: u64) -> u64 {
    library ^ sum(ENGINE.as_bytes())
}

/// A checksum: any small change of the bytes changes it.
pub(super) fn sum(bytes: &[u8]) -> u64 {
    let mut words = bytes.chunks_exact(8);
    let mix = |sum: u64, word: u64| (sum.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let whole = words.by_ref().fold(bytes.len() as u64, |sum, word| {
        let mut eight = [0; 8];
        eight.copy_from_slice(word);
        mix(sum, u64::from_le_bytes(eight))
    });
    words.remainder().iter().fold(whole, |sum, byte| mix(sum, u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cache_of_another_engine_is_refused() {
        let mut context = Context::default();
        let mut bytes = CodeWriter::new(&mut context).finish(7);
        assert!(Code::read(&bytes, 7).is_some());
        bytes[KEY.start] ^= 1;
        assert!(Code::read(&bytes, 7).is_none());
    }

    #[test]
    fn a_sum_tells_lengths_and_places_apart() {
        let texts: [&[u8]; 6] = [b"", b"\0", b"\0\0\0\0\0\0\0\0", b"ab", b"ba", b"abcdefghijklmnop"];
        for (index, text) in texts.iter().enumerate() {
            assert!(texts[index + 1..].iter().all(|other| sum(text) != sum(other)));
        }
    }
}
