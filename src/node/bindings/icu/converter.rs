//! UTF-16 decoded in pieces, as ICU's converters do for `TextDecoder`. Pure.

/// A converter's settings; the numbers are `CONVERTER_FLAGS_*` of Node's JavaScript.
pub(super) const FLUSH: u32 = 1;
pub(super) const FATAL: u32 = 2;
pub(super) const IGNORE_BOM: u32 = 4;

/// Bytes that are not UTF-16, to a decoder that was told to be fatal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Invalid;

const REPLACEMENT: u16 = 0xfffd;
const BYTE_ORDER_MARK: u16 = 0xfeff;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Converter {
    big_endian: bool,
    fatal: bool,
    keeps_mark: bool,
    /// The stream's first code unit has gone by.
    begun: bool,
    /// Bytes of a character that is not whole yet: fewer than four.
    pending: Vec<u8>,
}

impl Converter {
    /// `None` for an encoding that this machine lacks.
    pub(super) fn new(name: &str, flags: u32) -> Option<Self> {
        let big_endian = match name.to_ascii_lowercase().as_str() {
            "utf-16le" | "utf-16" => false,
            "utf-16be" => true,
            _ => return None,
        };
        Some(Self { big_endian, fatal: flags & FATAL != 0, keeps_mark: flags & IGNORE_BOM != 0, begun: false, pending: Vec::new() })
    }

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

    /// The code units of all whole characters; what is left stays in `bytes`.
    fn units(&self, bytes: &mut Vec<u8>, flush: bool) -> Result<Vec<u16>, Invalid> {
        let read = |pair: &[u8]| if self.big_endian { u16::from_be_bytes([pair[0], pair[1]]) } else { u16::from_le_bytes([pair[0], pair[1]]) };
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
    }
}
