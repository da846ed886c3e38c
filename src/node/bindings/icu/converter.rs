//! Texts decoded in pieces, as ICU's converters do for `TextDecoder`: UTF-16, and before Node 24 also UTF-8 and windows-1252. Pure.

/// A converter's settings; the numbers are `CONVERTER_FLAGS_*` of Node's JavaScript.
pub(super) const FLUSH: u32 = 1;
pub(super) const FATAL: u32 = 2;
pub(super) const IGNORE_BOM: u32 = 4;

/// The error of a decoder with the option `fatal` that met bytes which are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Invalid;

const REPLACEMENT: u16 = 0xfffd;
const BYTE_ORDER_MARK: u16 = 0xfeff;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Utf8,
    Utf16 { big_endian: bool },
    Windows1252,
}

/// The characters of windows-1252 for the bytes 0x80 to 0x9f.
const WINDOWS_1252: [u16; 32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019,
    0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/// UTF-16 of a text in windows-1252, which has a character for every byte.
pub(in crate::bindings) fn windows_1252(bytes: &[u8]) -> Vec<u16> {
    bytes.iter().map(|byte| if let 0x80..=0x9f = byte { WINDOWS_1252[usize::from(byte - 0x80)] } else { u16::from(*byte) }).collect()
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Converter {
    form: Form,
    fatal: bool,
    keeps_mark: bool,
    /// Whether the text's first code unit has gone by: only that one can be a byte order mark.
    begun: bool,
    /// The bytes of a character that is not whole yet: fewer than four.
    pending: Vec<u8>,
}

impl Converter {
    /// A converter with the settings `flags`; `None` for an encoding that this machine lacks.
    pub(super) fn new(name: &str, flags: u32) -> Option<Self> {
        let form = match name.to_ascii_lowercase().as_str() {
            "utf-8" => Form::Utf8,
            "utf-16le" | "utf-16" => Form::Utf16 { big_endian: false },
            "utf-16be" => Form::Utf16 { big_endian: true },
            "windows-1252" => Form::Windows1252,
            _ => return None,
        };
        Some(Self { form, fatal: flags & FATAL != 0, keeps_mark: flags & IGNORE_BOM != 0, begun: false, pending: Vec::new() })
    }

    /// The code units of the next piece of the text; `flush`: it is the last one.
    ///
    /// # Errors
    /// [`Invalid`] where the bytes are no text and the decoder is fatal.
    pub(super) fn decode(&mut self, bytes: &[u8], flush: bool) -> Result<Vec<u16>, Invalid> {
        let mut rest = std::mem::take(&mut self.pending);
        rest.extend_from_slice(bytes);
        let decoded = self.units(&mut rest, flush);
        if flush || decoded.is_err() {
            self.pending.clear();
        } else {
            self.pending = rest;
        }
        let mut units = decoded?;
        if !self.begun && !units.is_empty() {
            self.begun = true;
            if !self.keeps_mark && units[0] == BYTE_ORDER_MARK {
                units.remove(0);
            }
        }
        if flush {
            self.begun = false;
        }
        Ok(units)
    }

    /// The code units of all whole characters; the bytes of the last one, if it is not whole, stay in `bytes`.
    fn units(&self, bytes: &mut Vec<u8>, flush: bool) -> Result<Vec<u16>, Invalid> {
        match self.form {
            Form::Utf8 => self.decode_utf8(bytes, flush),
            Form::Utf16 { big_endian } => self.decode_utf16(big_endian, bytes, flush),
            Form::Windows1252 => Ok(windows_1252(&std::mem::take(bytes))),
        }
    }

    fn decode_utf8(&self, bytes: &mut Vec<u8>, flush: bool) -> Result<Vec<u16>, Invalid> {
        let mut units = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            let (whole, damage) = match std::str::from_utf8(&bytes[at..]) {
                Ok(_) => (bytes.len() - at, None),
                Err(error) => (error.valid_up_to(), Some(error.error_len())),
            };
            units.extend(String::from_utf8_lossy(&bytes[at..at + whole]).encode_utf16());
            at += whole;
            match damage {
                None => {}
                // The rest of the character may come with the next piece.
                Some(None) if !flush => break,
                Some(_) if self.fatal => return Err(Invalid),
                Some(length) => {
                    units.push(REPLACEMENT);
                    at += length.unwrap_or(bytes.len() - at);
                }
            }
        }
        bytes.drain(..at);
        Ok(units)
    }

    fn decode_utf16(&self, big_endian: bool, bytes: &mut Vec<u8>, flush: bool) -> Result<Vec<u16>, Invalid> {
        let read = |pair: &[u8]| if big_endian { u16::from_be_bytes([pair[0], pair[1]]) } else { u16::from_le_bytes([pair[0], pair[1]]) };
        let replacement = if self.fatal { Err(Invalid) } else { Ok(REPLACEMENT) };
        let mut units = Vec::with_capacity(bytes.len() / 2 + 1);
        let mut at = 0;
        while let Some(pair) = bytes.get(at..at + 2) {
            let unit = read(pair);
            match unit {
                0xd800..=0xdbff => match bytes.get(at + 2..at + 4).map(read) {
                    Some(trail @ 0xdc00..=0xdfff) => {
                        units.extend([unit, trail]);
                        at += 2;
                    }
                    Some(_) => units.push(replacement?),
                    // The other half may come with the next piece.
                    None => break,
                },
                0xdc00..=0xdfff => units.push(replacement?),
                _ => units.push(unit),
            }
            at += 2;
        }
        bytes.drain(..at);
        if flush && !bytes.is_empty() {
            units.push(replacement?);
        }
        Ok(units)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_and_damage() {
        let mut converter = Converter::new("utf-16le", 0).expect("known");
        assert_eq!(converter.decode(b"\xff\xfea", false), Ok(vec![]));
        assert_eq!(converter.decode(b"\0\x3d\xd8\0", false), Ok(vec![0x61]));
        assert_eq!(converter.decode(b"\xde\0\xd8a", true), Ok(vec![0xd83d, 0xde00, REPLACEMENT]));
        let mut fatal = Converter::new("utf-16be", FATAL).expect("known");
        assert_eq!(fatal.decode(b"\xdc\0", true), Err(Invalid));
        assert_eq!(Converter::new("shift_jis", 0), None);
        let mut utf8 = Converter::new("utf-8", 0).expect("known");
        assert_eq!(utf8.decode(b"a\xe2\x82", false), Ok(vec![0x61]));
        assert_eq!(utf8.decode(b"\xac\xff\xe2", true), Ok(vec![0x20ac, REPLACEMENT, REPLACEMENT]));
    }
}
