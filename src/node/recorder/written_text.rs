//! The text of the bytes that a program writes to a standard stream.

/// One standard stream's bytes, decoded write by write. Joined, the texts are what decoding all of its bytes at once gives.
#[derive(Default)]
pub(super) struct WrittenText {
    /// The beginning of a character whose other bytes are not written yet.
    begun: Vec<u8>,
}

impl WrittenText {
    /// The text that a write completes. A terminal shows nothing of a character before its last byte, so the write of that byte is where it stands.
    pub(super) fn write(&mut self, bytes: &[u8]) -> String {
        let mut written = std::mem::take(&mut self.begun);
        written.extend_from_slice(bytes);
        let (mut text, mut rest) = (String::new(), written.as_slice());
        loop {
            let (whole, wrong) = match std::str::from_utf8(rest) {
                Ok(whole) => {
                    text.push_str(whole);
                    return text;
                }
                Err(error) => (error.valid_up_to(), error.error_len()),
            };
            text.push_str(&String::from_utf8_lossy(&rest[..whole]));
            let Some(wrong) = wrong else {
                self.begun = rest[whole..].to_vec();
                return text;
            };
            text.push(char::REPLACEMENT_CHARACTER);
            rest = &rest[whole + wrong..];
        }
    }

    /// The text that is left once nothing more is written: a character that was begun becomes U+FFFD.
    pub(super) fn finish(&mut self) -> Option<String> {
        let begun = std::mem::take(&mut self.begun);
        (!begun.is_empty()).then(|| String::from_utf8_lossy(&begun).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(writes: &[&[u8]]) -> Vec<String> {
        let mut stream = WrittenText::default();
        let mut texts: Vec<String> = writes.iter().map(|bytes| stream.write(bytes)).collect();
        texts.extend(stream.finish());
        texts
    }

    #[test]
    fn a_character_stands_where_its_last_byte_is_written() {
        assert_eq!(texts(&[&[0xc3], &[0xa9, b'\n']]), ["", "é\n"]);
        assert_eq!(texts(&[&[b'a', 0xf0], &[0x9f], &[0x98, 0x80, b'b']]), ["a", "", "😀b"]);
    }

    #[test]
    fn what_is_no_character_is_replaced_as_soon_as_that_is_known() {
        assert_eq!(texts(&[&[0xff, b'a']]), ["\u{fffd}a"]);
        assert_eq!(texts(&[&[0xc3], b"a"]), ["", "\u{fffd}a"]);
        assert_eq!(texts(&[&[b'a', 0xe2, 0x82]]), ["a", "\u{fffd}"]);
    }

    #[test]
    fn the_texts_joined_are_the_bytes_decoded_at_once() {
        let bytes = b"a\xc3\xa9\xf0\x9f\x98\x80\xff\xc3\xe2\x82\xac\xed\xa0\x80\xf0\x9f\x98";
        for size in 1..=bytes.len() {
            let writes: Vec<&[u8]> = bytes.chunks(size).collect();
            assert_eq!(texts(&writes).concat(), String::from_utf8_lossy(bytes), "{size} bytes a write");
        }
    }
}
