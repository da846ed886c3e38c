//! The results of compiling a function's text in V8: its syntax tree and its bytecode.

use serde::{Deserialize, Serialize};

use super::{FunctionId, ScriptId, Span, TextId};

/// A function, or a script's top level, as it is compiled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compilation {
    pub script: ScriptId,
    /// `None`: the top level, which Node wraps into a function (as CommonJS) or runs as a module.
    pub function: Option<FunctionId>,
    pub span: Span,
    /// Depth first, the function itself first; functions inside are leaves, since V8 reads them when they are called. Cut where it is too long.
    pub syntax: Box<[SyntaxNode]>,
    /// The number of nodes that were left out.
    pub cut: u32,
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
    pub span: Span,
}

/// A function's bytecode, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bytecode {
    Listed(Listing),
    /// A construct that is not compiled here as V8 does; no listing is given rather than a wrong one.
    Unknown {
        construct: TextId,
        span: Span,
    },
}

/// Ignition's bytecode, as `node --print-bytecode` lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// With the receiver, as V8 counts.
    pub parameters: u16,
    pub registers: u16,
    /// Its length in bytes.
    pub length: u32,
    pub instructions: Box<[Instruction]>,
    /// The constant pool.
    pub constants: Box<[TextId]>,
}

/// One bytecode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instruction {
    /// In bytes from the function's first.
    pub offset: u32,
    pub opcode: TextId,
    pub operands: TextId,
    /// The expression or statement that it comes from.
    pub span: Option<Span>,
}
