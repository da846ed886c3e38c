//! From source text to instrumented text.

use oxc_allocator::Allocator;
use oxc_ast::ast::Program;
use oxc_ast_visit::Visit;
use oxc_parser::{ParseOptions, Parser};
use oxc_semantic::{Semantic, SemanticBuilder};
use oxc_span::SourceType;
use oxc_syntax::symbol::{SymbolFlags, SymbolId};

use super::compilations::compilations;
use super::nesting::check_nesting;
use super::position_map::PositionMap;
use super::regular_expressions::{Expression, expressions};
use super::tokens::tokens;
use super::visitor::Weaver;
use crate::v8_words::{SyntaxProblem, Text};
use trace::{Compilation, Function, Lines, ScriptId, Site, TextId};

/// The grammar by which a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The body of Node's CommonJS wrapper.
    CommonJs,
    /// An ES module.
    Module,
}

impl Goal {
    pub(crate) fn source_type(self) -> SourceType {
        match self {
            Self::CommonJs => SourceType::cjs(),
            Self::Module => SourceType::mjs(),
        }
    }
}

/// The facts that an instrumented text reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Every statement and call.
    Full,
    /// Turns of loops and beginnings of functions ([`names::BUDGET`](super::names::BUDGET)), and the places of `throw`: for runs that are not
    /// recorded.
    Bounds,
}

/// An order for an instrumentation.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// CommonJS or ES module.
    pub goal: Goal,
    /// The facts that the probes report.
    pub detail: Detail,
    /// The id of the text's file in the trace.
    pub script: ScriptId,
}

/// The sites and functions of all scripts so far: ids are indices into these tables.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// By [`SiteId`](trace::SiteId).
    pub sites: Vec<Site>,
    /// By [`FunctionId`](trace::FunctionId).
    pub functions: Vec<Function>,
    /// The compiled functions, with [`Detail::Full`] only.
    pub compilations: Vec<Compilation>,
}

/// A text that reports what it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrumented {
    /// The instrumented text. With [`Goal::CommonJs`] it goes between the braces of Node's wrapper.
    pub code: String,
    /// From places in `code` to places in the text that was instrumented.
    pub map: PositionMap,
    /// The regular expressions of the text, in its order. V8 reads them with the text, Boa when the program comes to them.
    pub expressions: Vec<Expression>,
}

/// Instruments `source`. `intern` gives a text its id in the trace.
///
/// # Errors
/// The problem of a text that is no program, in V8's words where we know them; `tables` are then as they were.
pub fn instrument(
    source: &str,
    request: Request,
    tables: &mut Tables,
    intern: &mut dyn FnMut(&str) -> TextId,
) -> Result<Instrumented, SyntaxProblem> {
    let lines = Lines::new(source);
    let tokens = tokens(source);
    let text = Text { source, tokens: &tokens, lines: &lines };
    let allocator = Allocator::default();
    let (program, semantic) = read_program(&text, request.goal, &allocator)?;
    let first = tables.functions.len();
    let mut weaver = Weaver::new(source, request, &lines, &semantic, tables, intern);
    weaver.visit_program(program);
    let (code, map) = weaver.splices.apply(source, &lines);
    if request.detail == Detail::Full {
        let functions = &tables.functions[first..];
        let compiled = compilations(program, source, request, (first, functions), intern);
        tables.compilations.extend(compiled);
    }
    let expressions = expressions(program, &text);
    Ok(Instrumented { code, map, expressions })
}

/// A file of the program: the tree and the names that [`read`] gives, where no declaration clashes with Node's wrapper.
///
/// # Errors
/// The problem of a text that is no program.
pub(super) fn read_program<'a>(text: &Text<'a>, goal: Goal, allocator: &'a Allocator) -> Result<(&'a Program<'a>, Semantic<'a>), SyntaxProblem> {
    let options = ParseOptions { allow_return_outside_function: goal == Goal::CommonJs, ..ParseOptions::default() };
    let (program, semantic) = read(text, goal.source_type(), options, allocator)?;
    match wrapper_clash(goal, &semantic, text) {
        Some(problem) => Err(problem),
        None => Ok((program, semantic)),
    }
}

/// A text's tree, and the declarations that its names stand for.
///
/// # Errors
/// The problem of a text that is no program.
pub(crate) fn read<'a>(
    text: &Text<'a>,
    kind: SourceType,
    options: ParseOptions,
    allocator: &'a Allocator,
) -> Result<(&'a Program<'a>, Semantic<'a>), SyntaxProblem> {
    check_nesting(text.source, text.tokens, text.lines)?;
    let parsed = Parser::new(allocator, text.source, kind).with_options(options).parse();
    let problem = text.first_problem(parsed.diagnostics.errors());
    // Our parser knows decorators, and more spaces than V8.
    let sign = text.tokens.iter().find(|token| matches!(token.text(text.source), "@" | "\u{200b}" | "\u{180e}"));
    if let Some(sign) = sign.filter(|sign| problem.as_ref().is_none_or(|problem| problem.span.start >= sign.start)) {
        return Err(text.problem_at("Invalid or unexpected token", sign.start));
    }
    if let Some(problem) = problem {
        return Err(problem);
    }
    let program: &Program<'a> = allocator.alloc(parsed.program);
    let analysed = SemanticBuilder::new().with_build_nodes(true).with_check_syntax_error(true).build(program);
    match text.first_problem(analysed.diagnostics.errors()) {
        Some(problem) => Err(problem),
        None => Ok((program, analysed.semantic)),
    }
}

/// A `let`, `const` or `class` of the script's top level named like a parameter of the CommonJS wrapper.
fn wrapper_clash(goal: Goal, semantic: &Semantic<'_>, text: &Text<'_>) -> Option<SyntaxProblem> {
    if goal != Goal::CommonJs {
        return None;
    }
    let scoping = semantic.scoping();
    let clashes = |symbol: &SymbolId| {
        scoping.symbol_scope_id(*symbol) == scoping.root_scope_id()
            && scoping.symbol_flags(*symbol).intersects(SymbolFlags::BlockScoped)
            && matches!(scoping.symbol_name(*symbol), "exports" | "require" | "module" | "__filename" | "__dirname")
    };
    let symbol = scoping.symbol_ids().find(clashes)?;
    let message = format!("Identifier '{}' has already been declared", scoping.symbol_name(symbol));
    let start = scoping.symbol_span(symbol).start;
    Some(text.problem_at(&message, start))
}
