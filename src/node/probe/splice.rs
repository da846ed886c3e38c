//! Text put into a source at byte offsets, marked so that it can be taken out again.

use super::names::{CLOSE, OPEN};
use super::position_map::{PositionMap, offset};
use trace::{ByteOffset, Lines};

/// The texts to put into a source, with their byte offsets: in any order of offsets, and at one offset in the order of the calls.
#[derive(Default)]
pub(super) struct Splices {
    entries: Vec<(u32, String)>,
}

/// A splice whose place is reserved and whose text is filled in later.
#[derive(Clone, Copy)]
pub(super) struct Slot(usize);

impl Splices {
    pub(super) fn put(&mut self, at: u32, text: impl Into<String>) {
        self.entries.push((at, text.into()));
    }

    pub(super) fn reserve(&mut self, at: u32) -> Slot {
        self.put(at, "");
        Slot(self.entries.len() - 1)
    }

    pub(super) fn fill(&mut self, slot: Slot, text: impl Into<String>) {
        self.entries[slot.0].1 = text.into();
    }

    /// The source with everything put in. All texts of one offset become one marked splice.
    pub(super) fn apply(mut self, source: &str, lines: &Lines) -> (String, PositionMap) {
        self.entries.retain(|(_, text)| !text.is_empty());
        self.entries.sort_by_key(|(at, _)| *at);
        let added: usize = self.entries.iter().map(|(_, text)| text.len() + OPEN.len() + CLOSE.len()).sum();
        let mut code = String::with_capacity(source.len() + added);
        let mut map = PositionMap::default();
        let mut copied = 0;
        for group in self.entries.chunk_by(|a, b| a.0 == b.0) {
            let at = group[0].0;
            code.push_str(&source[copied as usize..at as usize]);
            copied = at;
            let begins = code.len();
            code.push_str(OPEN);
            for (_, text) in group {
                code.push_str(text);
            }
            code.push_str(CLOSE);
            map.push(lines.position(ByteOffset(at)).into(), offset(code[begins..].encode_utf16().count()));
        }
        code.push_str(&source[copied as usize..]);
        (code, map)
    }
}

/// Instrumented text as its author wrote it. A piece cut out of instrumented text may end inside a splice
/// (`Function.prototype.toString` of an arrow function does): what is left of it is taken out as well.
#[must_use]
pub fn strip_markers(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once(OPEN) {
        clean.push_str(before);
        let Some((_, after)) = marked.split_once(CLOSE) else {
            return clean;
        };
        rest = after;
    }
    clean.push_str(rest);
    clean
}
