//! The code: static highlighted lines at first, and CodeMirror in their place, on the same measures, once someone wants to edit.

mod bridge;
mod code;
mod highlight;
mod library;
mod lines;
mod row;

pub use code::Code;
pub use library::LibraryCode;
