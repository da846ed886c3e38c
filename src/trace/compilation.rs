//! The results of compiling a function's text in V8: its syntax tree and its bytecode.

use serde::{Deserialize, Serialize};

use super::{FunctionId, ScriptId, Span, TextId};

/// A function, or a script's top level, as it is compiled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compilation {
    /// The file that it stands in.
    pub script: ScriptId,
    /// `None`: the top level, which Node wraps into a function (as CommonJS) or runs as a module.
    pub function: Option<FunctionId>,
    /// Its text; for a top level the whole file, or nothing where the file is too long to be compiled here.
    pub span: Span,
    /// Depth first, the function itself first; functions inside are leaves, since V8 reads them when they are called. Cut where it is too long.
    pub syntax: Box<[SyntaxNode]>,
    /// The number of nodes that were left out.
    pub cut: u32,
    /// The bytecode that V8 compiles it to, or the reason why it is not known.
    pub bytecode: Bytecode,
}

/// A node of the syntax tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyntaxNode {
    /// 0 for the function itself.
    pub depth: u8,
    /// `BinaryExpression`.
    pub kind: TextId,
    /// Its operator, its name, or the text of a leaf.
    pub text: TextId,
    /// The text that it was read from.
    pub span: Span,
}

/// A function's bytecode, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bytecode {
    /// All of it.
    Listed(Listing),
    /// A construct that is not compiled here as V8 does; no listing is given rather than a wrong one.
    Unknown {
        /// The name of the construct: `with statement`.
        construct: TextId,
        /// Where it stands.
        span: Span,
    },
}

/// Ignition's bytecode, as `node --print-bytecode` lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// With the receiver, as V8 counts.
    pub parameters: u16,
    /// The registers of its frame, parameters not counted.
    pub registers: u16,
    /// Its length in bytes.
    pub length: u32,
    /// In the order of their offsets.
    pub instructions: Box<[Instruction]>,
    /// The constant pool.
    pub constants: Box<[TextId]>,
}

/// One bytecode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instruction {
    /// In bytes from the function's first.
    pub offset: u32,
    /// As V8 prints it: `LdaSmi.Wide`.
    pub opcode: TextId,
    /// As V8 prints them, joined by `, `; empty where it has none.
    pub operands: TextId,
    /// The expression or statement that it comes from.
    pub span: Option<Span>,
}
