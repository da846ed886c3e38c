//! Where the lines of a text begin and end: the one place where lines are counted.

use std::ops::Range;

use super::Position;

/// A place in a text, in bytes of its UTF-8 form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteOffset(pub u32);

impl From<usize> for ByteOffset {
    /// Texts of four gigabytes and more are refused long before they are counted.
    fn from(at: usize) -> Self {
        Self(u32::try_from(at).unwrap_or(u32::MAX))
    }
}

/// Whether ECMAScript ends a line with this character (`LineTerminator`).
#[must_use]
pub fn is_line_terminator(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// An index of a text's lines, by which byte offsets become lines and columns and the other way round.
///
/// V8 ends a line at ECMAScript's `LineTerminatorSequence` (V8 13.6 `src/objects/string.cc`, `CalculateLineEndsImpl`): `\n`, `\r`, U+2028, U+2029, and
/// `\r\n` as one. That holds for stacks, for the source line above an error, and for syntax errors, in Node 18 to 26. Only the sentence of `JSON.parse`
/// has a rule of its own: see [`Lines::of_json`].
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// The text of each line without its terminator, in bytes; there is always one.
    lines: Vec<Range<u32>>,
    /// The characters that are not one byte.
    wide: Vec<Wide>,
}

/// A character whose UTF-8 form has more bytes than its UTF-16 form has units.
#[derive(Clone, Debug, PartialEq)]
struct Wide {
    begins: u32,
    ends: u32,
    /// How many bytes more than UTF-16 units the text has up to its end.
    excess: u32,
}

impl Lines {
    /// The lines of a program's text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::broken_at(text, is_line_terminator)
    }

    /// The lines that V8 counts in the sentence of a `JSON.parse`: U+2028 and U+2029 end none (`src/json/json-parser.cc`, `CalculateFileLocation`).
    #[must_use]
    pub fn of_json(text: &str) -> Self {
        Self::broken_at(text, |character| matches!(character, '\n' | '\r'))
    }

    fn broken_at(text: &str, ends_line: impl Fn(char) -> bool) -> Self {
        let (mut lines, mut wide, mut start, mut excess) = (Vec::new(), Vec::new(), 0, 0);
        let mut characters = text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let (begins, mut ends) = (ByteOffset::from(at).0, ByteOffset::from(at + character.len_utf8()).0);
            if !character.is_ascii() {
                excess += ends - begins - u32::from(character.len_utf16() == 2) - 1;
                wide.push(Wide { begins, ends, excess });
            }
            if ends_line(character) {
                if character == '\r' && characters.next_if(|(_, next)| *next == '\n').is_some() {
                    ends += 1;
                }
                lines.push(start..begins);
                start = ends;
            }
        }
        lines.push(start..ByteOffset::from(text.len()).0);
        Self { lines, wide }
    }

    /// How many lines there are: one more than terminators.
    #[must_use]
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// The bytes of a 1-based line, without its terminator; `None` behind the last line.
    #[must_use]
    pub fn range(&self, line: u32) -> Option<Range<usize>> {
        let line = self.lines.get((line as usize).checked_sub(1)?)?;
        Some(line.start as usize..line.end as usize)
    }

    /// The 1-based line and UTF-16 column of a byte offset.
    #[must_use]
    pub fn position(&self, at: ByteOffset) -> Position {
        let line = self.lines.partition_point(|line| line.start <= at.0).max(1);
        let start = ByteOffset(self.lines[line - 1].start);
        Position { line: ByteOffset::from(line).0, column: self.units(at) - self.units(start) + 1 }
    }

    /// The byte offset of a position; of a column behind the last one: the text's end. `None` behind the last line.
    #[must_use]
    pub fn offset(&self, position: Position) -> Option<ByteOffset> {
        let line = self.lines.get((position.line as usize).checked_sub(1)?)?;
        let units = self.units(ByteOffset(line.start)) + position.column.saturating_sub(1);
        let known = self.wide.partition_point(|wide| wide.ends - wide.excess <= units);
        let at = units + known.checked_sub(1).map_or(0, |last| self.wide[last].excess);
        // The second half of a surrogate pair has no byte of its own.
        let at = self.wide.get(known).filter(|wide| wide.begins < at).map_or(at, |wide| wide.ends);
        let end = self.lines.last().map_or(0, |last| last.end);
        Some(ByteOffset(at.min(end)))
    }

    /// How many UTF-16 units stand before a byte offset.
    #[must_use]
    pub fn units(&self, at: ByteOffset) -> u32 {
        let known = self.wide.partition_point(|wide| wide.ends <= at.0);
        at.0 - known.checked_sub(1).map_or(0, |last| self.wide[last].excess)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_of(text: &str) -> Vec<&str> {
        let lines = Lines::new(text);
        (1..).map_while(|line| lines.range(line)).map(|range| &text[range]).collect()
    }

    #[test]
    fn lines_end_where_v8_ends_them() {
        assert_eq!(lines_of("a\nb\rc\r\nd\u{2028}e\u{2029}f"), ["a", "b", "c", "d", "e", "f"]);
        assert_eq!(lines_of("a\n\rb"), ["a", "", "b"]);
        assert_eq!(lines_of("a\u{b}\u{c}\u{85}b"), ["a\u{b}\u{c}\u{85}b"]);
        assert_eq!(lines_of(""), [""]);
        assert_eq!(lines_of("a\r\n"), ["a", ""]);
    }

    #[test]
    fn a_sentence_about_json_counts_fewer_lines() {
        let place = |text: &str| Lines::of_json(text).position(ByteOffset::from(text.len()));
        assert_eq!(place("{ \"a\u{2028}b\u{2029}c"), Position { line: 1, column: 9 });
        assert_eq!(place("{\r\n\r\n\"a"), Position { line: 3, column: 3 });
    }

    /// Every place of a text is found again from its line and column.
    #[test]
    fn positions_lead_back() {
        let text = "é😀a\r\n日\u{2028}b😀\rc\n\u{2029}é";
        let lines = Lines::new(text);
        let (mut line, mut column, mut before) = (1, 1, ' ');
        for (at, character) in text.char_indices() {
            let place = Position { line, column };
            assert_eq!(lines.position(ByteOffset::from(at)), place, "byte {at}");
            assert_eq!(lines.offset(place), Some(ByteOffset::from(at)), "{place:?}");
            column += u32::try_from(character.len_utf16()).unwrap();
            let is_pair = character == '\r' && text[at..].starts_with("\r\n");
            if is_line_terminator(character) && !is_pair {
                (line, column) = (line + 1, 1);
            }
            before = character;
        }
        assert_eq!((lines.count(), before), (6, 'é'));
        assert_eq!(lines.offset(Position { line: 7, column: 1 }), None);
        assert_eq!(lines.offset(Position { line: 6, column: 99 }), Some(ByteOffset::from(text.len())));
    }

    #[test]
    fn half_a_pair_leads_behind_it() {
        let lines = Lines::new("a😀b");
        assert_eq!(lines.offset(Position { line: 1, column: 3 }), Some(ByteOffset(5)));
        assert_eq!(lines.units(ByteOffset(5)), 3);
    }
}
