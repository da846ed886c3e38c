//! Where a frame of the stack stands, as V8 says it.

use std::fmt;
use std::rc::Rc;

use boa_engine::vm::StackFrame;

use super::text::Source;
use crate::host::Host;
use crate::probe::{Author, Goal, Position};
use crate::v8_words::Places;

/// A place that a stack or a report names: a text and a position in it.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) path: Rc<str>,
    pub(crate) position: Position<Author>,
}

impl fmt::Display for Place {
    /// `path:line:column`
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, position } = self;
        write!(formatter, "{path}:{}:{}", position.line, position.column)
    }
}

/// Where V8 says that a frame stands; `None` for a built-in.
pub(crate) fn place_of_frame(host: &Host, frame: &StackFrame) -> Option<Place> {
    let path = frame.path.clone()?;
    keep_library_source(host, &path);
    let (line, column) = frame.position?;
    let position = match host.scripts.borrow().get(&path) {
        Some(source) => source.shown_at(Position::new(line, column)),
        None => Position::new(line, column),
    };
    Some(Place { path, position })
}

/// Keeps the text of one of Node's own modules beside those that were compiled, when a stack or a report first names it.
pub(crate) fn keep_library_source(host: &Host, path: &Rc<str>) {
    let mut scripts = host.scripts.borrow_mut();
    if !scripts.contains_key(path)
        && let Some(source) = path.strip_prefix("node:").and_then(|id| host.library.source(id))
    {
        scripts.insert(path.clone(), Source::new(source.clone(), None, Goal::CommonJs));
    }
}

/// Finds V8's words for the token at which a frame stands: `words` is asked with the places of its text and the token's byte offset.
pub(crate) fn words_at<W>(host: &Host, frame: &StackFrame, words: impl FnOnce(&Places, u32) -> Option<W>) -> Option<W> {
    let (line, column) = frame.position?;
    host.scripts.borrow().get(frame.path.as_ref()?)?.words_at(Position::new(line, column), words)
}
