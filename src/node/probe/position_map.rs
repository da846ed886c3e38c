//! The two forms of a program's text, positions in each, and the way back from the instrumented form to the author's.

use std::marker::PhantomData;

use super::names::CLOSE;
use trace::ByteOffset;

/// The form of a text that its author wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {}

/// The form of a text that Boa compiles: the author's, with probes in it and Node's wrapper around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compiled {}

/// A place in one form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position<Form> {
    /// The line, 1-based.
    pub line: u32,
    /// The column, 1-based, in UTF-16 units.
    pub column: u32,
    form: PhantomData<Form>,
}

impl<Form> Position<Form> {
    /// A 1-based line and a 1-based UTF-16 column.
    #[must_use]
    pub const fn new(line: u32, column: u32) -> Self {
        Self { line, column, form: PhantomData }
    }
}

/// The trace knows the author's text alone.
impl From<trace::Position> for Position<Author> {
    fn from(position: trace::Position) -> Self {
        Self::new(position.line, position.column)
    }
}

impl From<Position<Author>> for trace::Position {
    fn from(position: Position<Author>) -> Self {
        Self { line: position.line, column: position.column }
    }
}

/// A `usize` offset as the trace keeps it; the instrumenter refuses texts that do not fit.
pub(crate) fn offset(at: usize) -> u32 {
    ByteOffset::from(at).0
}

/// The way back from a place in instrumented text to the same place in the text that the author wrote. Lines never change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PositionMap {
    /// The number of columns of the first line that are a wrapper's.
    wrapper: u32,
    splices: Vec<Splice>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Splice {
    line: u32,
    /// Its first column in the instrumented line, 1-based, in UTF-16 units, without the wrapper.
    begins: u32,
    /// The column behind it, counted in the same way.
    ends: u32,
    /// The number of spliced columns in the line up to its end.
    spliced: u32,
}

impl PositionMap {
    /// Adds a splice of `width` UTF-16 units in front of the author's place `at`; in the order of the text.
    pub(crate) fn push(&mut self, at: Position<Author>, width: u32) {
        let before = self.splices.last().filter(|last| last.line == at.line).map_or(0, |last| last.spliced);
        let begins = at.column + before;
        self.splices.push(Splice { line: at.line, begins, ends: begins + width, spliced: before + width });
    }

    /// The same map where a wrapper of `width` UTF-16 units stands in front of the text, in its first line.
    #[must_use]
    pub fn behind_wrapper(self, width: u32) -> Self {
        Self { wrapper: width, ..self }
    }

    fn wrapper_of(&self, line: u32) -> u32 {
        if line == 1 { self.wrapper } else { 0 }
    }

    /// Whether a place is within the wrapper in front of the text.
    #[must_use]
    pub fn is_wrapper(&self, place: Position<Compiled>) -> bool {
        place.column <= self.wrapper_of(place.line)
    }

    /// Whether a place is within what was added to the author's text; the end of an addition is where the author's text goes on.
    #[must_use]
    pub fn is_added(&self, place: Position<Compiled>) -> bool {
        if self.is_wrapper(place) {
            return true;
        }
        let column = place.column - self.wrapper_of(place.line);
        let known = self.splices.partition_point(|splice| (splice.line, splice.begins) < (place.line, column));
        let last = known.checked_sub(1).map(|last| self.splices[last]);
        last.is_some_and(|splice| splice.line == place.line && column + offset(CLOSE.len()) < splice.ends)
    }

    /// The place in the author's text of the character at `place` of the instrumented text. Inside an addition it is that of the character behind.
    #[must_use]
    pub fn to_author(&self, place: Position<Compiled>) -> Position<Author> {
        let column = place.column.saturating_sub(self.wrapper_of(place.line)).max(1);
        let known = self.splices.partition_point(|splice| (splice.line, splice.begins) <= (place.line, column));
        let Some(splice) = known.checked_sub(1).map(|last| self.splices[last]).filter(|splice| splice.line == place.line) else {
            return Position::new(place.line, column);
        };
        Position::new(place.line, column.max(splice.ends) - splice.spliced)
    }
}
