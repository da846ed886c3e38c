//! Places in texts: byte offsets to lines and columns, and instrumented places back to the reader's.

use super::names::CLOSE;
use trace::Position;

/// Where the lines of a text start, and where its characters are not one byte.
pub(crate) struct Lines {
    starts: Vec<u32>,
    /// Offset after each non-ASCII character, and how many bytes more than UTF-16 units the text has up to there.
    wide: Vec<(u32, u32)>,
}

impl Lines {
    pub(crate) fn new(source: &str) -> Self {
        let (mut starts, mut wide, mut excess) = (vec![0], Vec::new(), 0);
        let mut characters = source.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let after = offset(at + character.len_utf8());
            let breaks = match character {
                '\n' | '\u{2028}' | '\u{2029}' => true,
                '\r' => characters.peek().is_none_or(|(_, next)| *next != '\n'),
                _ => false,
            };
            if !character.is_ascii() {
                excess += offset(character.len_utf8() - character.len_utf16());
                wide.push((after, excess));
            }
            if breaks {
                starts.push(after);
            }
        }
        Self { starts, wide }
    }

    fn excess(&self, at: u32) -> u32 {
        let known = self.wide.partition_point(|(after, _)| *after <= at);
        known.checked_sub(1).map_or(0, |last| self.wide[last].1)
    }

    pub(crate) fn position(&self, at: u32) -> Position {
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let start = self.starts[line - 1];
        let column = at - start - (self.excess(at) - self.excess(start)) + 1;
        Position { line: offset(line), column }
    }
}

/// A `usize` offset as the trace keeps it; the instrumenter refuses texts that do not fit.
pub(crate) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The way back from a place in instrumented text to the same place in the text that the reader wrote. Lines never change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PositionMap {
    splices: Vec<Splice>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Splice {
    line: u32,
    /// Where it begins and ends in the instrumented line, 1-based UTF-16 columns.
    begins: u32,
    ends: u32,
    /// How many columns of the line are spliced up to its end.
    spliced: u32,
}

impl PositionMap {
    /// Adds a splice of `width` UTF-16 units in front of the original place `at`; in the order of the text.
    pub(crate) fn push(&mut self, at: Position, width: u32) {
        let before = self.splices.last().filter(|last| last.line == at.line).map_or(0, |last| last.spliced);
        let begins = at.column + before;
        self.splices.push(Splice { line: at.line, begins, ends: begins + width, spliced: before + width });
    }

    /// Whether a place of the instrumented text is within what was spliced in; its end is where the reader's text goes on.
    #[must_use]
    pub fn is_spliced(&self, place: Position) -> bool {
        let known = self.splices.partition_point(|splice| (splice.line, splice.begins) < (place.line, place.column));
        let last = known.checked_sub(1).map(|last| self.splices[last]);
        last.is_some_and(|splice| splice.line == place.line && place.column + offset(CLOSE.len()) < splice.ends)
    }

    /// Where the reader's text has what stands at `place` of the instrumented text; inside a splice: what follows it.
    #[must_use]
    pub fn original(&self, place: Position) -> Position {
        let known = self.splices.partition_point(|splice| (splice.line, splice.begins) <= (place.line, place.column));
        let Some(splice) = known.checked_sub(1).map(|last| self.splices[last]).filter(|splice| splice.line == place.line) else {
            return place;
        };
        Position { line: place.line, column: place.column.max(splice.ends) - splice.spliced }
    }
}
