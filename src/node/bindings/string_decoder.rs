//! `internalBinding('string_decoder')`: characters that a chunk cuts in two wait for the next
//! (node v24.21.0 `src/string_decoder.cc`, whose steps and names this follows).

use boa_engine::{Context, JsResult, JsString, JsValue};

use super::buffer::codec::{self, Encoding};
use crate::native::{Binding, Bytes, argument, invalid_type};

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[("decode", 2, decode), ("flush", 1, flush)])?;
    Ok(())
}

/// The decoder's seven bytes, in a Buffer that JavaScript keeps: four for an incomplete character, then these.
const MISSING_BYTES: usize = 4;
const BUFFERED_BYTES: usize = 5;
const ENCODING: usize = 6;
const SIZE: usize = 7;

struct Decoder {
    state: [u8; SIZE],
}

fn decode(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(chunk) = Bytes::of_view(&argument(arguments, 1), context) else {
        return Err(invalid_type("The \"buf\" argument must be an instance of Buffer, TypedArray, or DataView.", context));
    };
    let chunk = chunk.to_vec();
    with_decoder(arguments, context, |decoder| decoder.decode(&chunk))
}

fn flush(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    with_decoder(arguments, context, Decoder::flush)
}

fn with_decoder(arguments: &[JsValue], context: &mut Context, run: impl FnOnce(&mut Decoder) -> JsString) -> JsResult<JsValue> {
    let state = Bytes::of_view(&argument(arguments, 0), context).filter(|state| state.len() >= SIZE);
    let Some(state) = state else {
        return Err(invalid_type("argument must be a buffer", context));
    };
    let text = state.write(context, |bytes| {
        let mut decoder = Decoder { state: [0; SIZE] };
        let Some(bytes) = bytes.get_mut(..SIZE) else {
            return JsString::default();
        };
        decoder.state.copy_from_slice(bytes);
        let text = run(&mut decoder);
        bytes.copy_from_slice(&decoder.state);
        text
    })?;
    Ok(text.into())
}

impl Decoder {
    fn missing(&self) -> usize {
        usize::from(self.state[MISSING_BYTES])
    }

    fn buffered(&self) -> usize {
        usize::from(self.state[BUFFERED_BYTES])
    }

    fn set(&mut self, missing: usize, buffered: usize) {
        self.state[MISSING_BYTES] = (missing & 0xff) as u8;
        self.state[BUFFERED_BYTES] = (buffered & 0xff) as u8;
    }

    fn encoding(&self) -> Encoding {
        Encoding::from_number(f64::from(self.state[ENCODING])).unwrap_or(Encoding::Utf8)
    }

    /// Puts bytes after those of the incomplete character. JavaScript may write into this state, so bytes that do not fit are dropped.
    fn buffer(&mut self, bytes: &[u8]) {
        let from = self.buffered().min(MISSING_BYTES);
        let count = bytes.len().min(MISSING_BYTES - from);
        self.state[from..from + count].copy_from_slice(&bytes[..count]);
    }

    fn incomplete_text(&self) -> JsString {
        codec::decode(&self.state[..self.buffered().min(MISSING_BYTES)], self.encoding())
    }

    /// `StringDecoder::DecodeData`.
    fn decode(&mut self, chunk: &[u8]) -> JsString {
        let encoding = self.encoding();
        if matches!(encoding, Encoding::Ascii | Encoding::Latin1 | Encoding::Hex) {
            return codec::decode(chunk, encoding);
        }
        let (completed, mut rest) = self.complete(chunk);
        if rest.is_empty() {
            return completed.unwrap_or_default();
        }
        let held = self.hold_back(rest);
        rest = &rest[..rest.len() - held];
        let body = codec::decode(rest, encoding);
        match completed {
            Some(completed) => JsString::concat(completed.as_str(), body.as_str()),
            None => body,
        }
    }

    /// Finishes the character that the last chunk left incomplete. Its text, if it is whole now, and the rest of this chunk.
    fn complete<'a>(&mut self, mut chunk: &'a [u8]) -> (Option<JsString>, &'a [u8]) {
        if self.missing() == 0 {
            return (None, chunk);
        }
        if self.encoding() == Encoding::Utf8 {
            // A byte that does not continue the character ends it; what was there is passed on as it is, for the decoder to judge.
            let expected = &chunk[..chunk.len().min(self.missing())];
            if let Some(stray) = expected.iter().position(|byte| byte & 0xc0 != 0x80) {
                self.buffer(&chunk[..stray]);
                self.set(0, self.buffered() + stray);
                chunk = &chunk[stray..];
            }
        }
        let found = chunk.len().min(self.missing());
        self.buffer(&chunk[..found]);
        self.set(self.missing() - found, self.buffered() + found);
        chunk = &chunk[found..];
        if self.missing() > 0 {
            return (None, chunk);
        }
        let text = self.incomplete_text();
        self.set(0, 0);
        (Some(text), chunk)
    }

    /// Keeps the incomplete character at the end of the chunk, if there is one, for the next chunk. The number of its bytes.
    fn hold_back(&mut self, chunk: &[u8]) -> usize {
        let last = chunk.last().copied().unwrap_or_default();
        let (missing, buffered) = match self.encoding() {
            Encoding::Utf8 if last & 0x80 != 0 => incomplete_utf8(chunk),
            Encoding::Ucs2 if chunk.len() % 2 == 1 => (1, 1),
            // The first half of a surrogate pair.
            Encoding::Ucs2 if last & 0xfc == 0xd8 => (2, 2),
            Encoding::Base64 | Encoding::Base64Url if !chunk.len().is_multiple_of(3) => (3 - chunk.len() % 3, chunk.len() % 3),
            _ => (0, 0),
        };
        self.set(missing, 0);
        self.buffer(&chunk[chunk.len() - buffered..]);
        self.set(missing, buffered);
        buffered
    }

    /// `StringDecoder::FlushData`.
    fn flush(&mut self) -> JsString {
        if self.encoding() == Encoding::Ucs2 && self.buffered() % 2 == 1 {
            // Half a code unit is left out.
            self.set(self.missing().saturating_sub(1), self.buffered() - 1);
        }
        if self.buffered() == 0 {
            return JsString::default();
        }
        let text = self.incomplete_text();
        self.set(0, 0);
        text
    }
}

/// The number of bytes that the character at the end of the chunk still misses, and the number that it has. (0, 0) where it is whole, or not UTF-8.
fn incomplete_utf8(chunk: &[u8]) -> (usize, usize) {
    for (trailing, byte) in chunk.iter().rev().take(4).enumerate() {
        let has = trailing + 1;
        let needs = match byte {
            0x80..=0xbf => continue,
            0xc0..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf7 => 4,
            _ => return (0, 0),
        };
        return if has >= needs { (0, 0) } else { (needs - has, has) };
    }
    (0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(encoding: u8, chunks: &[&[u8]]) -> Vec<String> {
        let mut decoder = Decoder { state: [0, 0, 0, 0, 0, 0, encoding] };
        let mut texts: Vec<_> = chunks.iter().map(|chunk| decoder.decode(chunk).to_std_string_escaped()).collect();
        texts.push(decoder.flush().to_std_string_escaped());
        texts
    }

    #[test]
    fn a_character_waits_for_its_last_byte() {
        assert_eq!(decoded(1, &[b"a\xe2", b"\x82", b"\xacb"]), ["a", "", "€b", ""]);
        assert_eq!(decoded(1, &[b"\xf0\x9f", b"x"]), ["", "\u{fffd}x", ""]);
        assert_eq!(decoded(1, &[b"\xe2\x82"]), ["", "\u{fffd}"]);
        assert_eq!(decoded(3, &[b"\x3d\xd8", b"\x00", b"\xdea"]), ["", "", "😀", ""]);
        assert_eq!(decoded(2, &[b"a", b"bc", b"d"]), ["", "YWJj", "", "ZA=="]);
        assert_eq!(decoded(5, &[b"a", b"b"]), ["61", "62", ""]);
    }
}
