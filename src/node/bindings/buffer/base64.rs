//! Base64 both ways. Decoding is as forgiving as Node's: either alphabet, anything else skipped, `=` ends it
//! (`deps/nbytes`); `atob` is WHATWG's forgiving-base64 decode as simdutf reports its errors.

use super::codec::{Units, with_units};
use boa_engine::string::JsStr;

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The alphabet, and with it whether the text is padded: the URL-safe one is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alphabet {
    Standard,
    UrlSafe,
}

pub(crate) fn encode(bytes: &[u8], alphabet: Alphabet) -> Vec<u8> {
    let digits = match alphabet {
        Alphabet::Standard => STANDARD,
        Alphabet::UrlSafe => URL_SAFE,
    };
    let digit = |bits: u32| digits[(bits & 63) as usize];
    let mut text = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = u32::from(group[0]) << 16 | u32::from(*group.get(1).unwrap_or(&0)) << 8 | u32::from(*group.get(2).unwrap_or(&0));
        let characters = [digit(bits >> 18), digit(bits >> 12), digit(bits >> 6), digit(bits)];
        text.extend_from_slice(&characters[..=group.len()]);
        if alphabet == Alphabet::Standard {
            text.extend_from_slice(&b"=="[..3 - group.len()]);
        }
    }
    text
}

/// The six bits of a character of either alphabet.
fn six_bits(unit: u16) -> Option<u8> {
    // A character above 255 counts by its low byte, as the cast in C++ has it.
    match (unit & 0xff) as u8 {
        byte @ b'A'..=b'Z' => Some(byte - b'A'),
        byte @ b'a'..=b'z' => Some(byte - b'a' + 26),
        byte @ b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

/// Decodes into `out` until either ends: the number of bytes written.
pub(crate) fn decode(text: JsStr<'_>, out: &mut [u8]) -> usize {
    struct Decode<'a>(&'a mut [u8]);
    impl Units for Decode<'_> {
        type Result = usize;
        fn run<T: Copy + Into<u16>>(self, units: &[T]) -> usize {
            let (mut bits, mut held, mut written) = (0u32, 0, 0);
            for unit in units {
                let unit: u16 = (*unit).into();
                let Some(six) = six_bits(unit) else {
                    if unit & 0xff == u16::from(b'=') {
                        break;
                    }
                    continue;
                };
                bits = bits << 6 | u32::from(six);
                held += 6;
                if held >= 8 {
                    held -= 8;
                    let Some(slot) = self.0.get_mut(written) else {
                        break;
                    };
                    *slot = (bits >> held & 0xff) as u8;
                    written += 1;
                }
            }
            written
        }
    }
    with_units(text, Decode(out))
}

/// Reasons for which `atob` refuses a text; Node's JavaScript expects these numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AtobError {
    SingleCharacterRemained = -1,
    InvalidCharacter = -2,
}

/// WHATWG's forgiving-base64 decode of a text of any code units.
///
/// # Errors
/// The reason for which the text is no base64.
pub(crate) fn atob(text: JsStr<'_>) -> Result<Vec<u8>, AtobError> {
    let mut characters = Vec::with_capacity(text.len());
    for unit in text.iter() {
        match u8::try_from(unit) {
            Ok(b'\t' | b'\n' | b'\x0c' | b'\r' | b' ') => {}
            Ok(byte) => characters.push(byte),
            Err(_) => characters.push(0),
        }
    }
    let mut padding = 0;
    while padding < 2 && characters.last() == Some(&b'=') {
        characters.pop();
        padding += 1;
    }
    if characters.is_empty() {
        return if padding > 0 { Err(AtobError::InvalidCharacter) } else { Ok(Vec::new()) };
    }
    if !characters.iter().all(|&byte| STANDARD.contains(&byte)) {
        return Err(AtobError::InvalidCharacter);
    }
    let rest = characters.len() % 4;
    if rest == 1 {
        return Err(AtobError::SingleCharacterRemained);
    }
    if padding > 0 && rest + padding != 4 {
        return Err(AtobError::InvalidCharacter);
    }
    let mut bytes = vec![0; characters.len() * 3 / 4];
    let written = decode(JsStr::latin1(&characters), &mut bytes);
    bytes.truncate(written);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(text: &str) -> Vec<u8> {
        let mut out = vec![0; text.len()];
        let written = decode(JsStr::latin1(text.as_bytes()), &mut out);
        out.truncate(written);
        out
    }

    #[test]
    fn encodes_with_and_without_padding() {
        for (bytes, standard, url) in
            [(&b""[..], "", ""), (b"a", "YQ==", "YQ"), (b"ab", "YWI=", "YWI"), (b"abc", "YWJj", "YWJj"), (b"\xfb\xff", "+/8=", "-_8")]
        {
            assert_eq!(encode(bytes, Alphabet::Standard), standard.as_bytes());
            assert_eq!(encode(bytes, Alphabet::UrlSafe), url.as_bytes());
        }
    }

    #[test]
    fn decodes_what_node_decodes() {
        for (text, bytes) in [
            ("YWJj", &b"abc"[..]),
            ("YW Jj\n", b"abc"),
            ("YQ==YQ==", b"a"),
            ("-_8", b"\xfb\xff"),
            ("+/8", b"\xfb\xff"),
            ("YWJjZ", b"abc"),
            ("*", b""),
        ] {
            assert_eq!(decoded(text), bytes, "{text}");
        }
    }

    #[test]
    fn atob_answers_as_node() {
        let one = Err(AtobError::SingleCharacterRemained);
        let bad = Err(AtobError::InvalidCharacter);
        for (text, expected) in [
            ("a", one.clone()),
            ("a==", one.clone()),
            ("abcde", one),
            ("ab=", bad.clone()),
            ("a===", bad.clone()),
            ("=", bad.clone()),
            ("abcd=", bad.clone()),
            ("ab=c", bad.clone()),
            ("ab-_", bad),
            ("ab= =", Ok(vec![0x69])),
            ("ab", Ok(vec![0x69])),
            ("  ", Ok(vec![])),
        ] {
            assert_eq!(atob(JsStr::latin1(text.as_bytes())), expected, "{text}");
        }
    }
}
