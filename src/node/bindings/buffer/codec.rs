//! Strings to bytes and bytes to strings in each of Node's encodings (node v24.21.0 `src/string_bytes.cc`). Pure.

use boa_engine::JsString;
use boa_engine::string::{JsStr, JsStrVariant};

use super::base64::{self, Alphabet};

/// `enum encoding` of `src/node.h`; the numbers are those of `encodingsMap`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Ascii,
    Utf8,
    Base64,
    Ucs2,
    Latin1,
    Hex,
    Buffer,
    Base64Url,
}

impl Encoding {
    pub(crate) fn from_number(number: f64) -> Option<Self> {
        const ALL: [Encoding; 8] = [
            Encoding::Ascii,
            Encoding::Utf8,
            Encoding::Base64,
            Encoding::Ucs2,
            Encoding::Latin1,
            Encoding::Hex,
            Encoding::Buffer,
            Encoding::Base64Url,
        ];
        ALL.into_iter().enumerate().find(|(index, _)| f64::from(u8::try_from(*index).unwrap_or(u8::MAX)) == number).map(|(_, encoding)| encoding)
    }

    /// `ParseEncoding`: any case, with the usual aliases.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "utf8" | "utf-8" => Self::Utf8,
            "ucs2" | "ucs-2" | "utf16le" | "utf-16le" => Self::Ucs2,
            "latin1" | "binary" => Self::Latin1,
            "ascii" => Self::Ascii,
            "base64" => Self::Base64,
            "base64url" => Self::Base64Url,
            "hex" => Self::Hex,
            "buffer" => Self::Buffer,
            _ => return None,
        })
    }
}

/// A piece of work on the code units of a string, which Boa stores as bytes or as UTF-16.
pub(super) trait Units {
    type Result;
    fn run<T: Copy + Into<u16>>(self, units: &[T]) -> Self::Result;
}

pub(super) fn with_units<U: Units>(text: JsStr<'_>, work: U) -> U::Result {
    match text.variant() {
        JsStrVariant::Latin1(units) => work.run(units),
        JsStrVariant::Utf16(units) => work.run(units),
    }
}

// — strings to bytes —

/// The extent of a write: how much of the text was read, and how much of the buffer was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    /// UTF-16 code units read.
    pub(crate) read: usize,
    /// Bytes written.
    pub(crate) written: usize,
}

/// The characters of a string; a lone surrogate is U+FFFD.
fn characters<T: Copy + Into<u16>>(units: &[T]) -> impl Iterator<Item = char> + '_ {
    char::decode_utf16(units.iter().map(|unit| (*unit).into())).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// Bytes of the string in UTF-8.
pub(crate) fn utf8_length(text: JsStr<'_>) -> usize {
    struct Length;
    impl Units for Length {
        type Result = usize;
        fn run<T: Copy + Into<u16>>(self, units: &[T]) -> usize {
            characters(units).map(char::len_utf8).sum()
        }
    }
    with_units(text, Length)
}

/// Writes whole characters in UTF-8 as long as they fit.
pub(crate) fn write_utf8(text: JsStr<'_>, out: &mut [u8]) -> Progress {
    struct Write<'a>(&'a mut [u8]);
    impl Units for Write<'_> {
        type Result = Progress;
        fn run<T: Copy + Into<u16>>(self, units: &[T]) -> Progress {
            let mut progress = Progress::default();
            for character in characters(units) {
                let Some(slot) = self.0.get_mut(progress.written..progress.written + character.len_utf8()) else {
                    break;
                };
                character.encode_utf8(slot);
                progress.read += character.len_utf16();
                progress.written += character.len_utf8();
            }
            progress
        }
    }
    with_units(text, Write(out))
}

/// Writes the low byte of each code unit.
fn write_latin1(text: JsStr<'_>, out: &mut [u8]) -> usize {
    for (slot, unit) in out.iter_mut().zip(text.iter()) {
        *slot = (unit & 0xff) as u8;
    }
    text.len().min(out.len())
}

fn write_ucs2(text: JsStr<'_>, out: &mut [u8]) -> usize {
    for (slot, unit) in out.chunks_exact_mut(2).zip(text.iter()) {
        slot.copy_from_slice(&unit.to_le_bytes());
    }
    text.len().min(out.len() / 2) * 2
}

/// Writes pairs of hex digits until the first that is none.
fn write_hex(text: JsStr<'_>, out: &mut [u8]) -> usize {
    struct Write<'a>(&'a mut [u8]);
    impl Units for Write<'_> {
        type Result = usize;
        fn run<T: Copy + Into<u16>>(self, units: &[T]) -> usize {
            // As in C++ a character above 255 counts by its low byte.
            let digit = |unit: T| char::from((unit.into() & 0xff) as u8).to_digit(16);
            let mut written = 0;
            for (slot, pair) in self.0.iter_mut().zip(units.chunks_exact(2)) {
                let (Some(high), Some(low)) = (digit(pair[0]), digit(pair[1])) else {
                    break;
                };
                *slot = (high << 4 | low) as u8;
                written += 1;
            }
            written
        }
    }
    with_units(text, Write(out))
}

/// `StringBytes::Write`: as much of the string as fits. The number of bytes written.
pub(crate) fn write(text: JsStr<'_>, encoding: Encoding, out: &mut [u8]) -> usize {
    match encoding {
        Encoding::Utf8 | Encoding::Buffer => write_utf8(text, out).written,
        Encoding::Ascii | Encoding::Latin1 => write_latin1(text, out),
        Encoding::Ucs2 => write_ucs2(text, out),
        Encoding::Hex => write_hex(text, out),
        Encoding::Base64 | Encoding::Base64Url => base64::decode(text, out),
    }
}

/// The bytes of the whole string in `encoding`.
pub(crate) fn encode(text: JsStr<'_>, encoding: Encoding) -> Vec<u8> {
    let most = match encoding {
        Encoding::Utf8 | Encoding::Buffer => utf8_length(text),
        Encoding::Ucs2 => text.len() * 2,
        Encoding::Hex => text.len() / 2,
        Encoding::Ascii | Encoding::Latin1 | Encoding::Base64 | Encoding::Base64Url => text.len(),
    };
    let mut bytes = vec![0; most];
    let written = write(text, encoding, &mut bytes);
    bytes.truncate(written);
    bytes
}

// — bytes to strings —

/// Bytes in UTF-8 as a string; what is invalid becomes U+FFFD, once for each maximal part (WHATWG, and V8's decoder).
pub(crate) fn decode_utf8(bytes: &[u8]) -> JsString {
    if bytes.is_ascii() {
        return JsString::from(JsStr::latin1(bytes));
    }
    JsString::from(String::from_utf8_lossy(bytes).as_ref())
}

/// UTF-16 code units in little endian; an odd last byte is left out.
pub(crate) fn ucs2_units(bytes: &[u8]) -> Vec<u16> {
    bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect()
}

/// `StringBytes::Encode`.
pub(crate) fn decode(bytes: &[u8], encoding: Encoding) -> JsString {
    match encoding {
        Encoding::Utf8 | Encoding::Buffer => decode_utf8(bytes),
        Encoding::Latin1 => JsString::from(JsStr::latin1(bytes)),
        Encoding::Ascii => JsString::from(JsStr::latin1(&bytes.iter().map(|byte| byte & 0x7f).collect::<Vec<_>>())),
        Encoding::Ucs2 => JsString::from(ucs2_units(bytes).as_slice()),
        Encoding::Base64 => JsString::from(JsStr::latin1(&base64::encode(bytes, Alphabet::Standard))),
        Encoding::Base64Url => JsString::from(JsStr::latin1(&base64::encode(bytes, Alphabet::UrlSafe))),
        Encoding::Hex => {
            const DIGITS: &[u8; 16] = b"0123456789abcdef";
            let digits: Vec<u8> = bytes.iter().flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]).collect();
            JsString::from(JsStr::latin1(&digits))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_only_whole_characters() {
        let text = JsString::from("a€😀z");
        let mut out = [0; 8];
        for (room, expected) in [(0, (0, 0)), (3, (1, 1)), (4, (2, 4)), (7, (2, 4)), (8, (4, 8))] {
            let progress = write_utf8(text.as_str(), &mut out[..room]);
            assert_eq!((progress.read, progress.written), expected);
        }
        assert_eq!(write(text.as_str(), Encoding::Ucs2, &mut out[..5]), 4);
    }

    #[test]
    fn a_lone_surrogate_is_the_replacement_character() {
        let text = JsString::from([0xd800u16, 0x61].as_slice());
        assert_eq!(encode(text.as_str(), Encoding::Utf8), b"\xef\xbf\xbda");
    }

    #[test]
    fn hex_stops_at_the_first_pair_that_is_none() {
        for (text, bytes) in [("abcd", &[0xab, 0xcd][..]), ("abc", &[0xab]), ("abxxcd", &[0xab]), ("\u{161}\u{162}", &[0xab]), ("x", &[])] {
            assert_eq!(encode(JsString::from(text).as_str(), Encoding::Hex), bytes, "{text}");
        }
    }

    #[test]
    fn decodes_each_encoding() {
        let bytes = [0x61, 0xe2, 0x82, 0xac, 0xff];
        for (encoding, expected) in [
            (Encoding::Utf8, "a€\u{fffd}"),
            (Encoding::Latin1, "aâ\u{82}¬ÿ"),
            (Encoding::Ascii, "ab\u{2},\u{7f}"),
            (Encoding::Hex, "61e282acff"),
            (Encoding::Base64, "YeKCrP8="),
            (Encoding::Base64Url, "YeKCrP8"),
            (Encoding::Ucs2, "\u{e261}\u{ac82}"),
        ] {
            assert_eq!(decode(&bytes, encoding), JsString::from(expected), "{encoding:?}");
        }
    }
}
