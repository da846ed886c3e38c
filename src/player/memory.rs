//! The bytes of a value, and who shares them.

use trace::{Memory, Snapshot, Trace, ValueId};

/// The memory that a value shows at a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Bytes {
    /// The variable that holds the value.
    pub name: String,
    /// The array buffer, and the part of it that the value shows.
    pub memory: Memory,
    /// Other visible variables that show the same array buffer, innermost function first.
    pub sharers: Vec<Sharer>,
    /// The array buffer is one that Node cuts small buffers out of.
    pub pooled: bool,
}

/// A variable that shows the same array buffer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharer {
    /// The variable's name.
    pub name: String,
    /// The first byte of the array buffer that it shows, from 0.
    pub offset: u32,
    /// The number of bytes that it shows.
    pub length: u32,
}

impl Bytes {
    /// The bytes of a value that a variable holds.
    #[must_use]
    pub fn of(trace: &Trace, snapshot: &Snapshot, value: ValueId) -> Option<Self> {
        let shown = trace.value(value)?;
        let memory = shown.memory.clone()?;
        let variables = snapshot.stack.iter().rev().flat_map(|frame| frame.variables.iter());
        let mut name = None;
        let mut sharers = Vec::new();
        for variable in variables {
            let text = trace.text(variable.name);
            if name.is_none() && variable.value == Some(value) {
                name = Some(text.to_owned());
                continue;
            }
            let other = variable.value.and_then(|other| trace.value(other)).and_then(|other| other.memory.as_ref());
            let Some(other) = other.filter(|other| other.buffer == memory.buffer) else { continue };
            let sharer = Sharer { name: text.to_owned(), offset: other.offset, length: other.length };
            if !sharers.contains(&sharer) {
                sharers.push(sharer);
            }
        }
        // `Buffer.poolSize` of Node 18 to 26.
        let pooled = shown.text.starts_with("<Buffer") && matches!(memory.whole, 8192 | 65536) && memory.length < memory.whole / 2;
        Some(Self { name: name.unwrap_or_else(|| shown.text.to_string()), memory, sharers, pooled })
    }

    /// Whether a byte (by its place in the value) is shown by another variable too.
    #[must_use]
    pub fn is_shared(&self, place: u32) -> bool {
        let at = u64::from(self.memory.offset) + u64::from(place);
        let shows = |sharer: &Sharer| (u64::from(sharer.offset)..u64::from(sharer.offset) + u64::from(sharer.length)).contains(&at);
        self.sharers.iter().any(shows)
    }

    /// The part of the array buffer that it shows, in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Memory { whole, offset, length, .. } = self.memory;
        let pool = if self.pooled { ", the pool that Node cuts small buffers out of" } else { "" };
        match (offset, length) {
            (0, length) if length == whole => format!("All {} of its array buffer.", count(length)),
            (0, length) => format!("The first {} of an array buffer of {whole}{pool}.", count(length)),
            (offset, length) => format!("{}, from byte {offset} on, of an array buffer of {whole}{pool}.", count(length)),
        }
    }

    /// Rows of at most `width` bytes: the place of the first, and the bytes.
    pub fn rows(&self, width: usize) -> impl Iterator<Item = (u32, &[u8])> {
        (0u32..).step_by(width).zip(self.memory.bytes.chunks(width))
    }

    /// The number of bytes beyond those that the trace has.
    #[must_use]
    pub fn beyond(&self) -> u32 {
        self.memory.length.saturating_sub(u32::try_from(self.memory.bytes.len()).unwrap_or(u32::MAX))
    }

    /// As UTF-8, with U+FFFD for what is none, and what cannot be seen as its picture.
    #[must_use]
    pub fn as_text(&self) -> String {
        let text = String::from_utf8_lossy(&self.memory.bytes);
        let seen = |character: char| match u32::from(character) {
            control @ 0..=0x1f => char::from_u32(0x2400 + control).unwrap_or(character),
            0x7f => '␡',
            _ => character,
        };
        text.chars().map(seen).collect()
    }
}

fn count(bytes: u32) -> String {
    super::plural(bytes as usize, "byte")
}

/// A byte as a hex dump's right column has it.
#[must_use]
pub fn ascii(byte: u8) -> char {
    if (0x20..0x7f).contains(&byte) { char::from(byte) } else { '.' }
}
