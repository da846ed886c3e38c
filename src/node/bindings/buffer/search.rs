//! Finding bytes in bytes, forwards and backwards (node v24.21.0 `src/node_buffer.cc` `IndexOfOffset`, `src/string_search.h`). Pure.

/// The direction of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Forward,
    Backward,
}

/// `IndexOfOffset`: where a search that JavaScript asked to begin at `offset` begins, or `None` if it can find nothing.
pub(crate) fn start(length: usize, offset: i64, needle: usize, direction: Direction) -> Option<usize> {
    let length = i64::try_from(length).ok()?;
    let needle = i64::try_from(needle).ok()?;
    let start = if offset < 0 {
        // Counts from the end.
        match length.checked_add(offset) {
            Some(start) if start >= 0 => start,
            _ if direction == Direction::Forward || needle == 0 => 0,
            _ => return None,
        }
    } else if offset.saturating_add(needle) <= length {
        offset
    } else if needle == 0 {
        length
    } else if direction == Direction::Forward {
        return None;
    } else {
        length - 1
    };
    usize::try_from(start).ok()
}

/// The first match at or after `from`, or the last match at or before it.
pub(crate) fn find<T: PartialEq>(haystack: &[T], needle: &[T], from: usize, direction: Direction) -> Option<usize> {
    let last = haystack.len().checked_sub(needle.len())?;
    let matches = |at: &usize| haystack[*at..*at + needle.len()] == *needle;
    match direction {
        Direction::Forward => (from..=last).find(matches),
        Direction::Backward => (0..=from.min(last)).rev().find(matches),
    }
}

#[cfg(test)]
mod tests {
    use super::Direction::{Backward, Forward};
    use super::*;

    #[test]
    fn starts_where_node_starts() {
        for (offset, needle, direction, expected) in [
            (0, 1, Forward, Some(0)),
            (-2, 1, Forward, Some(4)),
            (-9, 1, Forward, Some(0)),
            (-9, 1, Backward, None),
            (-9, 0, Backward, Some(0)),
            (9, 1, Forward, None),
            (9, 1, Backward, Some(5)),
            (9, 0, Forward, Some(6)),
        ] {
            assert_eq!(start(6, offset, needle, direction), expected, "{offset} {needle} {direction:?}");
        }
    }

    #[test]
    fn finds_the_nearest_match() {
        let haystack = b"abcabc";
        assert_eq!(find(haystack, b"bc", 0, Forward), Some(1));
        assert_eq!(find(haystack, b"bc", 2, Forward), Some(4));
        assert_eq!(find(haystack, b"bc", 5, Backward), Some(4));
        assert_eq!(find(haystack, b"bc", 3, Backward), Some(1));
        assert_eq!(find(haystack, b"abcabcd", 0, Forward), None);
    }
}
