//! The program's files as they were loaded: their text, and the way back from instrumented positions to the reader's.

use std::cell::OnceCell;
use std::path::Path;
use std::rc::Rc;

use boa_engine::parser::source::UTF16Input;
use boa_engine::vm::StackFrame;
use boa_engine::{Context, JsResult, JsValue, Script, Source};

use super::host::Host;
use super::probe::{Goal, PositionMap};
use crate::v8_words::Places;
use trace::Position;

/// What stands before the program's text on its first line.
pub(super) const WRAPPER: &str = "(function (exports, require, module, __filename, __dirname) {";

/// A text as Boa's parser reads `eval`'s. All texts go to it in this form: its parser is generic, and a second form would be in the wasm a second time.
pub(crate) fn utf16(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// A text whose frames say that they are of `path`.
pub(crate) fn utf16_source<'t>(text: &'t [u16], path: &'t Path) -> Source<'t, UTF16Input<'t>> {
    Source::from_utf16(text).with_path(path)
}

/// Runs a text as a script of `path`; what it evaluates to.
///
/// # Errors
/// `SyntaxError` in Boa's words, or what the script throws.
pub(crate) fn evaluate(text: &str, path: &Path, context: &mut Context) -> JsResult<JsValue> {
    Script::parse(utf16_source(&utf16(text), path), None, context)?.evaluate(context)
}

/// A file of the program that has been compiled.
pub(crate) struct LoadedScript {
    pub(crate) source: Rc<str>,
    /// Back from positions in the instrumented text; `None` for a text that is not a program.
    pub(crate) map: Option<PositionMap>,
    goal: Goal,
    places: OnceCell<Places>,
}

impl LoadedScript {
    pub(crate) fn new(source: Rc<str>, map: Option<PositionMap>, goal: Goal) -> Self {
        Self { source, map, goal, places: OnceCell::new() }
    }

    /// How much of a line stands before what the author wrote.
    fn before(&self, line: u32) -> u32 {
        if line == 1 && self.map.is_some() && self.goal == Goal::CommonJs { u32::try_from(WRAPPER.len()).unwrap_or(0) } else { 0 }
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::of(&self.source, self.goal))
    }
}

/// The byte offset of a 1-based line and UTF-16 column.
fn offset(source: &str, line: u32, column: u32) -> Option<u32> {
    let start = match line {
        1 => 0,
        _ => source.match_indices('\n').nth(line as usize - 2)?.0 + 1,
    };
    let mut left = column.saturating_sub(1) as usize;
    for (at, character) in source.get(start..)?.char_indices() {
        if left == 0 {
            return u32::try_from(start + at).ok();
        }
        left = left.saturating_sub(character.len_utf16());
    }
    u32::try_from(source.len()).ok()
}

/// The 1-based line and UTF-16 column of a byte offset.
fn line_and_column(source: &str, offset: u32) -> (u32, u32) {
    let before = source.get(..offset as usize).unwrap_or(source);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.matches('\n').count() + 1;
    let column = before[start..].encode_utf16().count() + 1;
    (u32::try_from(line).unwrap_or(1), u32::try_from(column).unwrap_or(1))
}

/// Where a frame stands in the text that its author wrote: path, 1-based line, 1-based UTF-16 column, as V8 says it.
pub(crate) fn author_position(host: &Host, frame: &StackFrame) -> Option<(Rc<str>, u32, u32)> {
    let path = frame.path.clone()?;
    keep_library_source(host, &path);
    let scripts = host.scripts.borrow();
    let Some(script) = scripts.get(&path) else {
        let (line, column) = frame.position?;
        return Some((path, line, column));
    };
    let (line, column) = text_position(script, frame)?;
    let (line, column) = match offset(&script.source, line, column) {
        Some(offset) => line_and_column(&script.source, script.places().shown(&script.source, offset)),
        None => (line, column),
    };
    Some((path.clone(), line, column))
}

/// Node's own modules are read for their calls when an error's stack first names one.
pub(super) fn keep_library_source(host: &Host, path: &Rc<str>) {
    let mut scripts = host.scripts.borrow_mut();
    if !scripts.contains_key(path)
        && let Some(source) = path.strip_prefix("node:").and_then(|id| host.library.source(id))
    {
        scripts.insert(path.clone(), LoadedScript::new(source.clone(), None, Goal::CommonJs));
    }
}

/// A place of a script of the program, back from the instrumented text.
pub(crate) fn author_place(host: &Host, path: &str, line: u32, column: u32) -> (u32, u32) {
    host.scripts.borrow().get(path).map_or((line, column), |script| original(script, line, column))
}

/// As [`author_place`], in bytes.
pub(crate) fn author_offset(host: &Host, path: &str, line: u32, column: u32) -> Option<u32> {
    let scripts = host.scripts.borrow();
    let script = scripts.get(path)?;
    let (line, column) = original(script, line, column);
    offset(&script.source, line, column)
}

/// A frame's place, back from the instrumented text.
fn text_position(script: &LoadedScript, frame: &StackFrame) -> Option<(u32, u32)> {
    let (line, column) = frame.position?;
    Some(original(script, line, column))
}

/// As [`author_offset`], for what its author wrote; `None` for what was added to the text.
pub(crate) fn written_offset(host: &Host, path: &str, line: u32, column: u32) -> Option<u32> {
    let scripts = host.scripts.borrow();
    let script = scripts.get(path)?;
    let column = column.checked_sub(script.before(line)).filter(|column| *column > 0)?;
    if script.map.as_ref().is_some_and(|map| map.is_spliced(Position { line, column })) {
        return None;
    }
    let (line, column) = original(script, line, column + script.before(line));
    offset(&script.source, line, column)
}

/// Whether the place is in front of what the author of a CommonJS file wrote.
pub(crate) fn is_wrapper(host: &Host, path: &str, line: u32, column: u32) -> bool {
    host.scripts.borrow().get(path).is_some_and(|script| column <= script.before(line))
}

fn original(script: &LoadedScript, line: u32, column: u32) -> (u32, u32) {
    let Some(map) = &script.map else {
        return (line, column);
    };
    let position = map.original(Position { line, column: column.saturating_sub(script.before(line)).max(1) });
    (position.line, position.column)
}

/// What V8 says of the place where a frame stands: `words` is asked with the places of its text and the byte offset.
pub(crate) fn words_at<W>(host: &Host, frame: &StackFrame, words: impl FnOnce(&Places, u32) -> Option<W>) -> Option<W> {
    let scripts = host.scripts.borrow();
    let script = scripts.get(frame.path.as_ref()?)?;
    let (line, column) = text_position(script, frame)?;
    let offset = offset(&script.source, line, column)?;
    words(script.places(), crate::v8_words::token_from(&script.source, offset))
}
