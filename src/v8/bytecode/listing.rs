//! The result of the generator: a function's bytecodes as `node --print-bytecode` lists them.

use std::fmt;

use oxc_span::Span;

/// A function's bytecodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// The function's own name; empty where it has none.
    pub name: String,
    /// The function in the source, in UTF-8 bytes.
    pub span: Span,
    /// The number of parameters, with the receiver, as V8 counts.
    pub parameters: u16,
    /// The number of registers of the frame, for variables and temporaries.
    pub registers: u16,
    /// Its length in bytes.
    pub length: u32,
    /// The instructions, in the order of their offsets.
    pub instructions: Vec<Instruction>,
    /// The constant pool, each entry in words.
    pub constants: Vec<String>,
    /// The ranges of code under a `try`, each with its handler.
    pub handlers: Vec<Handler>,
}

/// One bytecode.
#[derive(Clone, Debug, PartialEq)]
pub struct Instruction {
    /// The offset at which it begins, in bytes from the function's first.
    pub offset: u32,
    /// V8's name of it, without the widening prefix.
    pub opcode: &'static str,
    /// The width of its operands.
    pub scale: Scale,
    /// The operands, in the order of the instruction.
    pub operands: Vec<Operand>,
    /// The expression or statement that it comes from, in UTF-8 bytes of the source.
    pub span: Option<Span>,
}

impl Instruction {
    /// The name as V8 prints it, the widening prefix included: `LdaSmi.Wide`.
    #[must_use]
    pub fn printed_opcode(&self) -> String {
        let prefix = match self.scale {
            Scale::Single => "",
            Scale::Wide => ".Wide",
            Scale::ExtraWide => ".ExtraWide",
        };
        [self.opcode, prefix].concat()
    }
}

/// The width in bytes of an operand that has more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// One byte.
    Single,
    /// Two bytes, behind the prefix `Wide`.
    Wide,
    /// Four bytes, behind the prefix `ExtraWide`.
    ExtraWide,
}

impl Scale {
    /// The width in bytes.
    #[must_use]
    pub fn bytes(self) -> u32 {
        match self {
            Self::Single => 1,
            Self::Wide => 2,
            Self::ExtraWide => 4,
        }
    }
}

/// An operand, as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// `r0`, `a1`, `<this>`, or several neighbours, `r1-r3`.
    Registers(String),
    /// A number in the instruction: a Smi, a slot of a context, a depth, the size of a table.
    Immediate(i64),
    /// A slot of the function's feedback vector.
    Feedback(u32),
    /// An entry of the constant pool.
    Constant(u32),
    /// Flags, in V8's encoding.
    Flags(u32),
    /// A function of V8's runtime, an intrinsic or a built-in, by name.
    Runtime(&'static str),
    /// A jump, with its distance and its target.
    Jump {
        /// The distance in bytes.
        distance: u32,
        /// The offset of the target, in bytes from the function's first.
        target: u32,
    },
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Registers(names) => f.write_str(names),
            Self::Immediate(value) => write!(f, "[{value}]"),
            Self::Feedback(slot) => write!(f, "[{slot}]"),
            Self::Constant(entry) => write!(f, "[{entry}]"),
            Self::Flags(flags) => write!(f, "#{flags}"),
            Self::Runtime(name) => write!(f, "[{name}]"),
            Self::Jump { distance, target } => write!(f, "[{distance}] (@ {target})"),
        }
    }
}

/// An entry of the handler table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// The first byte under the `try`.
    pub from: u32,
    /// The first byte no longer under it.
    pub to: u32,
    /// The offset at which an exception goes on.
    pub handler: u32,
}

/// A construct that the generator does not know to compile as V8 does: no listing is given rather than a wrong one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsupported {
    /// Its name in words: `with statement`, `private member`.
    pub construct: &'static str,
    /// Its place in the source, in UTF-8 bytes.
    pub span: Span,
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}..{}", self.construct, self.span.start, self.span.end)
    }
}

impl std::error::Error for Unsupported {}

/// The way in which Node reads the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// As the body of `function (exports, require, module, __filename, __dirname)`.
    CommonJs,
    /// As an ES module.
    Module,
}
