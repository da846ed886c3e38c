//! The static lines: tokens cut at line ends and at the current expression's ends.

use super::highlight::{Token, tokens};

/// A piece of a line in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub text: &'a str,
    pub token: Token,
    /// Part of the current expression.
    pub marked: bool,
}

/// The source's lines. `mark` is the current expression in UTF-16 code units.
#[must_use]
pub fn lines(source: &str, mark: Option<(u32, u32)>) -> Vec<Vec<Piece<'_>>> {
    let (from, to) = mark.map_or((0, 0), |(from, to)| (byte_offset(source, from), byte_offset(source, to)));
    let mut lines = vec![Vec::new()];
    for (start, end, token) in tokens(source) {
        let mut at = start;
        while at < end {
            let mut next = [from, to].into_iter().filter(|cut| *cut > at).fold(end, usize::min);
            let newline = source[at..next].find('\n').map(|offset| at + offset);
            next = newline.unwrap_or(next);
            if next > at {
                let line = lines.last_mut().expect("there is always a line");
                line.push(Piece { text: &source[at..next], token, marked: from <= at && next <= to });
            }
            if newline.is_some() {
                lines.push(Vec::new());
                next += 1;
            }
            at = next;
        }
    }
    lines
}

fn byte_offset(source: &str, utf16: u32) -> usize {
    let mut units = 0;
    for (offset, character) in source.char_indices() {
        if units >= utf16 as usize {
            return offset;
        }
        units += character.len_utf16();
    }
    source.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_lines_and_marks() {
        let source = "a(\n\"é\")\n";
        let lines = lines(source, Some((0, 7)));
        assert_eq!(lines.len(), 3);
        let flat: String = lines.iter().map(|line| line.iter().map(|piece| piece.text).collect::<String>() + "|").collect();
        assert_eq!(flat, "a(|\"é\")||");
        assert!(lines.iter().flatten().all(|piece| piece.marked));
    }

    #[test]
    fn marks_a_part_of_a_token() {
        let lines = lines("abcdef", Some((2, 4)));
        let marked: Vec<_> = lines[0].iter().map(|piece| (piece.text, piece.marked)).collect();
        assert_eq!(marked, [("ab", false), ("cd", true), ("ef", false)]);
    }
}
