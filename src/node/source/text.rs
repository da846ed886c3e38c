//! A text that was compiled, with its lines and the way back from what the engine runs to what the author wrote.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::probe::{Author, Compiled, Goal, Position, PositionMap};
use crate::v8_words::{Places, token_from};
use trace::{ByteOffset, Lines};

/// A compiled text, and every way to turn a place of it into another.
///
/// A place has one of three forms, each with a type: [`Position<Compiled>`] is what Boa says, [`Position<Author>`] is a line and column of the text
/// as it was written, [`ByteOffset`] counts bytes of that same text.
pub(crate) struct Source {
    text: Rc<str>,
    /// `None`: what is compiled is the text itself.
    map: Option<PositionMap>,
    goal: Goal,
    /// Counted when a place is first asked for.
    lines: OnceCell<Lines>,
    /// Read when an error first asks.
    places: OnceCell<Places>,
}

impl Source {
    /// `map`: back from the instrumented text; `None` for a text that is compiled as it is, or not at all.
    pub(crate) fn new(text: Rc<str>, map: Option<PositionMap>, goal: Goal) -> Self {
        Self { text, map, goal, lines: OnceCell::new(), places: OnceCell::new() }
    }

    /// The text as its author wrote it.
    pub(crate) fn text(&self) -> &Rc<str> {
        &self.text
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::of(&self.text, self.goal))
    }

    /// A 1-based line of the author's text, without its end.
    pub(crate) fn line(&self, line: u32) -> Option<&str> {
        self.text.get(self.lines().range(line)?)
    }

    /// Where the author's text has what Boa has there; for what was added to the text: what follows it.
    pub(crate) fn to_author(&self, place: Position<Compiled>) -> Position<Author> {
        match &self.map {
            Some(map) => map.to_author(place),
            None => Position::new(place.line, place.column),
        }
    }

    /// The byte of the author's text that stands at a line and column; `None` behind the last line.
    pub(crate) fn to_offset(&self, place: Position<Author>) -> Option<ByteOffset> {
        self.lines().offset(place.into())
    }

    /// The line and column of a byte of the author's text.
    pub(crate) fn to_position(&self, at: ByteOffset) -> Position<Author> {
        self.lines().position(at).into()
    }

    /// The byte of the author's text that Boa has there; for what was added to the text: that of what follows it.
    pub(crate) fn offset_at(&self, place: Position<Compiled>) -> Option<ByteOffset> {
        self.to_offset(self.to_author(place))
    }

    /// The byte of the author's text that Boa has there; `None` where it has something that was added to the text.
    pub(crate) fn written_at(&self, place: Position<Compiled>) -> Option<ByteOffset> {
        let is_added = self.map.as_ref().is_some_and(|map| map.is_added(place));
        if is_added { None } else { self.offset_at(place) }
    }

    /// Whether the place is within what Node puts in front of a CommonJS file.
    pub(crate) fn is_wrapper(&self, place: Position<Compiled>) -> bool {
        self.map.as_ref().is_some_and(|map| map.is_wrapper(place))
    }

    /// Where V8 says that what Boa has there stands.
    pub(crate) fn shown_at(&self, place: Position<Compiled>) -> Position<Author> {
        let place = self.to_author(place);
        match self.to_offset(place) {
            Some(ByteOffset(at)) => self.to_position(ByteOffset(self.places().shown(&self.text, at))),
            None => place,
        }
    }

    /// Finds V8's words for the token that Boa has there: `words` is asked with the places of the text and the token's byte offset.
    pub(crate) fn words_at<W>(&self, place: Position<Compiled>, words: impl FnOnce(&Places, u32) -> Option<W>) -> Option<W> {
        let ByteOffset(at) = self.offset_at(place)?;
        words(self.places(), token_from(&self.text, at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, goal: Goal, line: u32, column: u32) -> (u32, u32) {
        let shown = Source::new(Rc::from(text), None, goal).shown_at(Position::new(line, column));
        (shown.line, shown.column)
    }

    /// Boa counts lines as V8 does: behind each terminator a place is found, and the line to show.
    #[test]
    fn lines_end_at_every_terminator() {
        for end in ["\n", "\r", "\r\n", "\u{2028}", "\u{2029}"] {
            let text = format!("`a{end}b`; // c{end}const é = '😀'; f(){end}");
            let source = Source::new(Rc::from(text.as_str()), None, Goal::CommonJs);
            assert_eq!(source.line(3), Some("const é = '😀'; f()"), "{end:?}");
            assert_eq!(shown(&text, Goal::CommonJs, 3, 18), (3, 17), "{end:?}");
            let at = source.to_offset(Position::new(3, 17)).unwrap();
            assert!(text[at.0 as usize..].starts_with("f()"), "{end:?}");
            assert_eq!(source.to_position(at), Position::new(3, 17), "{end:?}");
        }
    }

    #[test]
    fn a_place_behind_the_text_stays() {
        assert_eq!(shown("a", Goal::Module, 7, 3), (7, 3));
    }
}
