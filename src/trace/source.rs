//! The program's text as the trace knows it: files, functions, and the sites that steps point at.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{FunctionId, ScriptId, TextId};

/// A file of the program, as the reader wrote it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Script {
    /// Absolute path on the machine's disk, `/home/reader/main.js`.
    pub path: Rc<str>,
    /// Its text, as it stands on the machine's disk.
    pub source: Rc<str>,
}

/// A half-open range of a script in bytes of its UTF-8 text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte, from 0.
    pub start: u32,
    /// The byte behind the last one.
    pub end: u32,
}

/// A place in a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Position {
    /// 1-based.
    pub line: u32,
    /// 1-based UTF-16 column, as V8 prints it.
    pub column: u32,
}

/// The kind of text that a site marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SiteKind {
    /// A statement (or a loop's head, or an arrow's expression body).
    Statement,
    /// A call or construction; the span is the whole call expression.
    Call,
    /// The start of a function's body.
    Entry,
}

/// A place in the program's text that a step can point at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// The file that the place is in.
    pub script: ScriptId,
    /// The kind of construct that is marked there.
    pub kind: SiteKind,
    /// The text that is lit up.
    pub span: Span,
    /// Where the span starts, in lines and columns.
    pub position: Position,
    /// The function that encloses the site; `None` at the top level of the script.
    pub function: Option<FunctionId>,
    /// For a call: the callee's text (`console.log`), shortened to one line. For others: empty.
    pub callee: TextId,
    /// The names visible here, inner scopes first: the order of the values that the probe passes.
    pub visible: Vec<TextId>,
    /// The number of them that are the function's own; behind these stand the variables that it uses of the functions around it.
    pub own: u16,
}

/// The kind of a function, for the words used about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FunctionKind {
    /// None of those below: a function statement or expression.
    Plain,
    /// `x => y`, not async.
    Arrow,
    /// A method, a getter or a setter, of a class or an object.
    Method,
    /// A class's `constructor`.
    Constructor,
    /// An async function, arrow or method.
    Async,
    /// A generator, or a method that is one.
    Generator,
    /// An async generator, or a method that is one.
    AsyncGenerator,
}

/// A function of the program's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Function {
    /// The file that it stands in.
    pub script: ScriptId,
    /// The name that `f.name` would give where the text says it, else empty.
    pub name: TextId,
    /// The kind of function.
    pub kind: FunctionKind,
    /// Its whole text.
    pub span: Span,
    /// Where that starts, in lines and columns.
    pub position: Position,
}

/// A function of Node's own JavaScript, as the library of the run's version has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryFunction {
    /// As its text says it: `onwrite`, `Writable.prototype.write`.
    pub name: Rc<str>,
    /// In Node's repository: `lib/internal/streams/writable.js`.
    pub file: Rc<str>,
    /// The version of Node: `v24.4.1`.
    pub version: Rc<str>,
    /// The number of its first line, 1-based.
    pub line: u32,
    /// Whole lines.
    pub text: Rc<str>,
}
