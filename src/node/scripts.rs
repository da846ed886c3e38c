//! The program's files as they were loaded: their text, and the way back from instrumented positions to the reader's.

use std::rc::Rc;

use boa_engine::vm::StackFrame;

use super::host::Host;
use super::main_script::WRAPPER;
use super::probe::PositionMap;
use crate::trace::Position;

/// A file of the program that has been compiled.
pub(crate) struct LoadedScript {
    pub(crate) source: Rc<str>,
    /// Back from positions in the instrumented text; `None` for a text that is not a program.
    pub(crate) map: Option<PositionMap>,
}

/// Where a frame stands in the text that its author wrote: path, 1-based line, 1-based UTF-16 column.
pub(crate) fn author_position(host: &Host, frame: &StackFrame) -> Option<(Rc<str>, u32, u32)> {
    let path = frame.path.clone()?;
    let (line, column) = frame.position?;
    let scripts = host.scripts.borrow();
    let Some(map) = scripts.get(&path).and_then(|script| script.map.as_ref()) else {
        return Some((path, line, column));
    };
    let before = if line == 1 { u32::try_from(WRAPPER.len()).unwrap_or(0) } else { 0 };
    let position = map.original(Position { line, column: column.saturating_sub(before).max(1) });
    Some((path, position.line, position.column))
}

/// The callee's text at the call where `frame` stands. Until the probe offers it: unknown.
pub(crate) fn callee_text(_frame: &StackFrame) -> Option<String> {
    None
}
