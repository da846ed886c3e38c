//! The syntax tree as V8's parser hands it to the generator (src/ast/ast.h): sugar is gone, names are variable proxies.
//!
//! `pos` is `None` where V8's node has no source position: such code gets the span of what is around it.

use std::borrow::Cow;

use oxc_span::Span;

use super::scope::{ProxyId, ScopeId, VarId};

/// A function literal of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FunctionId(pub(super) usize);

/// A statement that `break` or `continue` can go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TargetId(pub(super) u32);

#[derive(Debug)]
pub(super) struct Expr<'a> {
    pub(super) pos: Option<Span>,
    pub(super) kind: Kind<'a>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Literal<'a> {
    Smi(i32),
    Number(f64),
    String(Cow<'a, str>),
    /// Two literals joined with `+`: not an internalized string.
    ConsString(String),
    BigInt(&'a str),
    Boolean(bool),
    Null,
    Undefined,
    TheHole,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BinaryOp {
    Comma,
    Or,
    And,
    Nullish,
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    Exp,
    BitOr,
    BitXor,
    BitAnd,
    Shl,
    Sar,
    Shr,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CompareOp {
    Eq,
    EqStrict,
    Less,
    Greater,
    LessEq,
    GreaterEq,
    InstanceOf,
    In,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnaryOp {
    Not,
    TypeOf,
    Void,
    Delete,
    Plus,
    Minus,
    BitNot,
}

/// The kind of a write to a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AssignOp {
    Init,
    Assign,
}

#[derive(Debug)]
pub(super) enum Key<'a> {
    Named(Cow<'a, str>),
    Keyed(Box<Expr<'a>>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PropertyKind {
    Value,
    Getter,
    Setter,
    Prototype,
    Spread,
}

/// A property of an object literal or of an object pattern.
#[derive(Debug)]
pub(super) struct Property<'a> {
    pub(super) key: Expr<'a>,
    pub(super) value: Expr<'a>,
    pub(super) kind: PropertyKind,
    pub(super) computed: bool,
    pub(super) needs_name: bool,
    /// Whether it is a method or accessor, whose code may say `super`.
    pub(super) method: bool,
    /// Whether no later property of the same name replaces it.
    pub(super) emit_store: bool,
}

#[derive(Debug)]
pub(super) struct ClassMember<'a> {
    pub(super) key: Expr<'a>,
    pub(super) value: Expr<'a>,
    pub(super) computed: bool,
    pub(super) is_static: bool,
}

#[derive(Debug)]
pub(super) struct Class<'a> {
    pub(super) scope: ScopeId,
    pub(super) extends: Option<Expr<'a>>,
    pub(super) constructor: FunctionId,
    pub(super) members: Vec<ClassMember<'a>>,
    pub(super) variable: Option<VarId>,
    pub(super) home_object: Option<VarId>,
    pub(super) static_home_object: Option<VarId>,
    pub(super) instance_initializer: Option<FunctionId>,
    pub(super) static_initializer: Option<FunctionId>,
    /// The construct in it that cannot be compiled yet.
    pub(super) unsupported: Option<(&'static str, Span)>,
}

#[derive(Debug)]
pub(super) enum Kind<'a> {
    Literal(Literal<'a>),
    Proxy(ProxyId),
    This,
    Assign {
        op: AssignOp,
        target: Box<Expr<'a>>,
        value: Box<Expr<'a>>,
    },
    Compound {
        op: BinaryOp,
        target: Box<Expr<'a>>,
        value: Box<Expr<'a>>,
    },
    Binary {
        op: BinaryOp,
        left: Box<Expr<'a>>,
        right: Box<Expr<'a>>,
    },
    Nary {
        op: BinaryOp,
        first: Box<Expr<'a>>,
        rest: Vec<(Expr<'a>, Span)>,
    },
    Compare {
        op: CompareOp,
        left: Box<Expr<'a>>,
        right: Box<Expr<'a>>,
    },
    Unary {
        op: UnaryOp,
        operand: Box<Expr<'a>>,
    },
    Count {
        increment: bool,
        postfix: bool,
        target: Box<Expr<'a>>,
    },
    Conditional {
        test: Box<Expr<'a>>,
        yes: Box<Expr<'a>>,
        no: Box<Expr<'a>>,
    },
    Property {
        object: Box<Expr<'a>>,
        key: Key<'a>,
        optional: bool,
    },
    SuperProperty {
        home: ProxyId,
        key: Key<'a>,
    },
    OptionalChain(Box<Expr<'a>>),
    Call {
        callee: Box<Expr<'a>>,
        arguments: Vec<Expr<'a>>,
        optional: bool,
    },
    New {
        callee: Box<Expr<'a>>,
        arguments: Vec<Expr<'a>>,
    },
    SuperCall {
        this_function: ProxyId,
        new_target: ProxyId,
        arguments: Vec<Expr<'a>>,
    },
    /// The constructor that a derived class without one gets.
    SuperCallForwardArguments {
        this_function: ProxyId,
        new_target: ProxyId,
    },
    Spread(Box<Expr<'a>>),
    Function(FunctionId),
    Class(Box<Class<'a>>),
    Object(Vec<Property<'a>>),
    Array(Vec<Expr<'a>>),
    RegExp {
        pattern: &'a str,
        flags: u8,
    },
    Template {
        parts: Vec<&'a str>,
        substitutions: Vec<Expr<'a>>,
    },
    TemplateObject,
    Await(Box<Expr<'a>>),
    Yield {
        value: Box<Expr<'a>>,
    },
    YieldStar(Box<Expr<'a>>),
    Throw(Box<Expr<'a>>),
    Import {
        specifier: Box<Expr<'a>>,
        options: Option<Box<Expr<'a>>>,
    },
    Unsupported(&'static str),
}

#[derive(Debug)]
pub(super) struct Stmt<'a> {
    pub(super) pos: Option<Span>,
    pub(super) kind: StmtKind<'a>,
}

#[derive(Debug)]
pub(super) struct Block<'a> {
    pub(super) scope: Option<ScopeId>,
    pub(super) target: Option<TargetId>,
    pub(super) statements: Vec<Stmt<'a>>,
}

#[derive(Debug)]
pub(super) struct Loop<'a> {
    pub(super) target: TargetId,
    pub(super) body: Box<Stmt<'a>>,
}

#[derive(Debug)]
pub(super) struct Case<'a> {
    /// The value after `case`; `None` for `default`.
    pub(super) label: Option<Expr<'a>>,
    pub(super) statements: Vec<Stmt<'a>>,
}

#[derive(Debug)]
pub(super) enum StmtKind<'a> {
    Expression(Expr<'a>),
    Block(Block<'a>),
    If {
        test: Expr<'a>,
        yes: Box<Stmt<'a>>,
        no: Option<Box<Stmt<'a>>>,
    },
    For {
        init: Option<Box<Stmt<'a>>>,
        test: Option<Expr<'a>>,
        next: Option<Box<Stmt<'a>>>,
        looped: Loop<'a>,
    },
    While {
        test: Expr<'a>,
        looped: Loop<'a>,
    },
    DoWhile {
        test: Expr<'a>,
        looped: Loop<'a>,
    },
    ForIn {
        each: Expr<'a>,
        subject: Expr<'a>,
        looped: Loop<'a>,
    },
    ForOf {
        each: Expr<'a>,
        subject: Expr<'a>,
        is_async: bool,
        looped: Loop<'a>,
    },
    Switch {
        tag: Expr<'a>,
        cases: Vec<Case<'a>>,
        target: TargetId,
    },
    TryCatch {
        block: Block<'a>,
        scope: Option<ScopeId>,
        handler: Block<'a>,
    },
    TryFinally {
        block: Block<'a>,
        finalizer: Block<'a>,
    },
    /// A `return`. `end` is V8's place for it.
    Return {
        value: Expr<'a>,
        end: Option<Span>,
    },
    Break(TargetId),
    Continue(TargetId),
    /// A function declared in a block of sloppy code writes the variable of its name in the function too.
    SloppyBlockFunction(Box<Stmt<'a>>),
    Fields(Vec<Field<'a>>),
    Empty,
    Debugger,
    Unsupported(&'static str),
}

/// A public field of a class.
#[derive(Debug)]
pub(super) struct Field<'a> {
    pub(super) key: Expr<'a>,
    pub(super) value: Expr<'a>,
}

/// The kind of a function, which V8 knows by how it is written (`FunctionKind`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FunctionKind {
    pub(super) shape: Shape,
    pub(super) is_async: bool,
    pub(super) is_generator: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Normal,
    Arrow,
    Method,
    BaseConstructor,
    DerivedConstructor,
    DefaultDerivedConstructor,
    Initializer,
}

impl FunctionKind {
    pub(super) fn is_resumable(self) -> bool {
        self.is_async || self.is_generator
    }
}

/// A function's code.
#[derive(Debug)]
pub(super) struct Function<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) span: Span,
    pub(super) kind: FunctionKind,
    pub(super) scope: ScopeId,
    pub(super) body: Vec<Stmt<'a>>,
    /// The number of places at which it can be suspended.
    pub(super) suspends: u32,
    /// Whether a constructor has to make fields before its own code.
    pub(super) has_fields: bool,
    /// Whether the program does not write it itself: a class's default constructor, the code of its fields.
    pub(super) synthetic: bool,
}

impl<'a> Expr<'a> {
    pub(super) fn new(pos: Span, kind: Kind<'a>) -> Self {
        Self { pos: Some(pos), kind }
    }

    pub(super) fn nowhere(kind: Kind<'a>) -> Self {
        Self { pos: None, kind }
    }

    pub(super) fn literal(&self) -> Option<&Literal<'a>> {
        match &self.kind {
            Kind::Literal(literal) => Some(literal),
            _ => None,
        }
    }

    pub(super) fn smi(&self) -> Option<i32> {
        match self.literal() {
            Some(&Literal::Smi(value)) => Some(value),
            _ => None,
        }
    }

    pub(super) fn to_boolean(&self) -> Option<bool> {
        Some(match self.literal()? {
            Literal::Smi(value) => *value != 0,
            Literal::Number(value) => *value != 0.0 && !value.is_nan(),
            Literal::String(text) => !text.is_empty(),
            Literal::ConsString(text) => !text.is_empty(),
            Literal::BigInt(digits) => digits.chars().any(|digit| !matches!(digit, '0' | 'x' | 'o' | 'b' | 'X' | 'O' | 'B' | 'n' | '_')),
            Literal::Boolean(value) => *value,
            Literal::Null | Literal::Undefined => false,
            Literal::TheHole => return None,
        })
    }

    /// `IsCompileTimeValue`: a literal's boilerplate can hold it.
    pub(super) fn is_compile_time_value(&self) -> bool {
        match &self.kind {
            Kind::Literal(_) => true,
            Kind::Array(elements) => elements.iter().all(Self::is_compile_time_value),
            Kind::Object(properties) => {
                properties.iter().all(|property| property.kind == PropertyKind::Value && !property.computed && property.value.is_compile_time_value())
            }
            _ => false,
        }
    }
}
