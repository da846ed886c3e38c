//! `buffer.transcode`: from one encoding to another, with `?` for characters that do not fit (node v24.21.0 `src/node_i18n.cc`). Pure.

use super::converter::Converter;
use crate::bindings::buffer::codec::{Encoding, ucs2_units};

/// A `UErrorCode` of ICU.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IcuError {
    IllegalArgument = 1,
    InvalidChar = 10,
}

/// The bytes in the encoding `to`.
///
/// # Errors
/// `IllegalArgument` for a pair of encodings that Node does not convert, `InvalidChar` for bytes that are no text in `from`.
pub(super) fn transcode(bytes: &[u8], from: Encoding, to: Encoding) -> Result<Vec<u8>, IcuError> {
    match (from, to) {
        (Encoding::Utf8, Encoding::Ucs2) => {
            let text = std::str::from_utf8(bytes).map_err(|_| IcuError::InvalidChar)?;
            Ok(little_endian(text.encode_utf16()))
        }
        (Encoding::Ucs2, Encoding::Utf8) => {
            let units = ucs2_units(bytes);
            if units.is_empty() && !bytes.is_empty() {
                return Err(IcuError::InvalidChar);
            }
            String::from_utf16(&units).map(String::into_bytes).map_err(|_| IcuError::InvalidChar)
        }
        (Encoding::Ucs2, Encoding::Ucs2) => {
            let units = Converter::new("utf-16le", super::converter::IGNORE_BOM).and_then(|mut converter| converter.decode(bytes, true).ok());
            Ok(little_endian(units.unwrap_or_default().into_iter()))
        }
        // Widened byte by byte.
        (Encoding::Ascii | Encoding::Latin1, Encoding::Ucs2) => Ok(little_endian(bytes.iter().map(|byte| u16::from(*byte)))),
        (Encoding::Latin1 | Encoding::Ascii | Encoding::Utf8, Encoding::Utf8) => Ok(characters(bytes, from)?.collect::<String>().into_bytes()),
        (_, Encoding::Latin1) => Ok(narrow(characters(bytes, from)?, 0xff)),
        (_, Encoding::Ascii) => Ok(narrow(characters(bytes, from)?, 0x7f)),
        _ => Err(IcuError::IllegalArgument),
    }
}

fn little_endian(units: impl Iterator<Item = u16>) -> Vec<u8> {
    units.flat_map(u16::to_le_bytes).collect()
}

fn narrow(characters: impl Iterator<Item = char>, most: u32) -> Vec<u8> {
    characters.map(|character| u8::try_from(u32::from(character)).ok().filter(|byte| u32::from(*byte) <= most).unwrap_or(b'?')).collect()
}

fn characters(bytes: &[u8], encoding: Encoding) -> Result<std::vec::IntoIter<char>, IcuError> {
    let characters: Vec<char> = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes).chars().collect(),
        Encoding::Latin1 => bytes.iter().map(|byte| char::from(*byte)).collect(),
        Encoding::Ascii => bytes.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { char::REPLACEMENT_CHARACTER }).collect(),
        Encoding::Ucs2 => char::decode_utf16(ucs2_units(bytes)).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(),
        Encoding::Base64 | Encoding::Base64Url | Encoding::Hex | Encoding::Buffer => return Err(IcuError::IllegalArgument),
    };
    Ok(characters.into_iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_a_question_mark() {
        assert_eq!(transcode("€é".as_bytes(), Encoding::Utf8, Encoding::Latin1), Ok(vec![b'?', 0xe9]));
        assert_eq!(transcode(b"\xff", Encoding::Utf8, Encoding::Ucs2), Err(IcuError::InvalidChar));
        assert_eq!(transcode(b"a", Encoding::Hex, Encoding::Utf8), Err(IcuError::IllegalArgument));
    }
}
