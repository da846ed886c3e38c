//! The program's files as they were loaded: their text, and the way back from instrumented positions to the reader's.

use std::rc::Rc;

use boa_engine::vm::StackFrame;

use crate::trace::ScriptId;

/// A file of the program that has been compiled.
pub(crate) struct LoadedScript {
    pub(crate) id: ScriptId,
    pub(crate) source: Rc<str>,
}

/// The callee's text at the call where `frame` stands. Until the probe offers it: unknown.
pub(crate) fn callee_text(_frame: &StackFrame) -> Option<String> {
    None
}
