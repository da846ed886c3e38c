//! The static lines: each with its tokens, cut where the current expression begins and ends.

use std::ops::Range;

use trace::{ByteOffset, Lines};

use super::highlight::{Token, tokens};

/// A line of the source, read once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    /// Byte ranges that cover the text.
    tokens: Vec<(usize, usize, Token)>,
    /// The line's start in UTF-16 code units from the source's start.
    from: u32,
    /// The line's length in UTF-16 code units.
    length: u32,
}

/// A piece of a line in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub text: &'a str,
    pub token: Token,
    /// The piece is part of the current expression.
    pub marked: bool,
}

/// The source's lines, as V8 counts them; there is always one.
#[must_use]
pub fn lines(source: &str) -> Vec<Line> {
    let (index, tokens) = (Lines::new(source), tokens(source));
    let line = |range: Range<usize>| {
        let first = tokens.partition_point(|(_, end, _)| *end <= range.start);
        let own = tokens[first..].iter().take_while(|(start, ..)| *start < range.end);
        let parts = own.map(|(start, end, token)| (start.max(&range.start) - range.start, end.min(&range.end) - range.start, *token));
        let [from, to] = [range.start, range.end].map(|at| index.units(ByteOffset::from(at)));
        let parts = parts.filter(|(start, end, _)| start < end);
        Line { text: source[range.clone()].to_owned(), tokens: parts.collect(), from, length: to - from }
    };
    (1..).map_while(|number| index.range(number)).map(line).collect()
}

impl Line {
    /// The part of `mark` that lies on this line: both in UTF-16 code units, the first from the source's start, the second from the line's.
    #[must_use]
    pub fn part(&self, mark: (u32, u32)) -> Option<(u32, u32)> {
        let (from, to) = (mark.0.max(self.from), mark.1.min(self.from + self.length));
        (from < to).then(|| (from - self.from, to - self.from))
    }

    /// The line's pieces; `mark` as [`Line::part`] gives it.
    #[must_use]
    pub fn pieces(&self, mark: Option<(u32, u32)>) -> Vec<Piece<'_>> {
        let (from, to) = mark.map_or((0, 0), |(from, to)| (byte_offset(&self.text, from), byte_offset(&self.text, to)));
        let mut pieces = Vec::new();
        for (start, end, token) in &self.tokens {
            let mut at = *start;
            while at < *end {
                let next = [from, to].into_iter().filter(|cut| *cut > at).fold(*end, usize::min);
                pieces.push(Piece { text: &self.text[at..next], token: *token, marked: from <= at && next <= to });
                at = next;
            }
        }
        pieces
    }
}

fn byte_offset(text: &str, utf16: u32) -> usize {
    let mut units = 0;
    for (offset, character) in text.char_indices() {
        if units >= utf16 as usize {
            return offset;
        }
        units += character.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_lines_and_marks() {
        let lines = lines("a(\n\"é\")\n");
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["a(", "\"é\")", ""]);
        let mark = (0, 7);
        assert_eq!(lines.iter().map(|line| line.part(mark)).collect::<Vec<_>>(), [Some((0, 2)), Some((0, 4)), None]);
        assert!(lines.iter().all(|line| line.pieces(line.part(mark)).iter().all(|piece| piece.marked)));
    }

    #[test]
    fn marks_a_part_of_a_token() {
        let lines = lines("abcdef");
        let marked: Vec<_> = lines[0].pieces(Some((2, 4))).iter().map(|piece| (piece.text, piece.marked)).collect();
        assert_eq!(marked, [("ab", false), ("cd", true), ("ef", false)]);
    }

    #[test]
    fn a_string_over_lines_goes_on() {
        let lines = lines("`a\n🎉b`;");
        assert_eq!(
            lines[1].pieces(Some((0, 2))),
            [
                Piece { text: "🎉", token: Token::String, marked: true },
                Piece { text: "b`", token: Token::String, marked: false },
                Piece { text: ";", token: Token::Plain, marked: false },
            ]
        );
    }

    #[test]
    fn a_line_ends_where_v8_ends_it() {
        let lines = lines("// a\r\nb;\rc;\u{2028}d");
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["// a", "b;", "c;", "d"]);
        assert_eq!(lines[3].part((0, 20)), Some((0, 1)));
        assert_eq!(lines[3].part((12, 13)), Some((0, 1)));
        assert_eq!(lines[0].pieces(None).iter().map(|piece| piece.token).collect::<Vec<_>>(), [Token::Comment]);
    }
}
