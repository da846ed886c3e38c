//! From source text to instrumented text.

use oxc_allocator::Allocator;
use oxc_ast_visit::Visit;
use oxc_parser::{ParseOptions, Parser};
use oxc_semantic::SemanticBuilder;
use oxc_span::SourceType;

use super::position_map::{Lines, PositionMap};
use super::syntax_problem::{SyntaxProblem, first_problem};
use super::visitor::Weaver;
use crate::trace::{Function, ScriptId, Site, TextId};

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The body of Node's CommonJS wrapper.
    CommonJs,
    Module,
}

/// How much is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Every statement and call.
    Full,
    /// Only that a loop went round or a function began ([`names::BUDGET`](super::names::BUDGET)), and where `throw` threw: for runs that are not recorded.
    Bounds,
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    pub goal: Goal,
    pub detail: Detail,
    pub script: ScriptId,
}

/// The sites and functions of all scripts so far: ids are places in these tables.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    pub sites: Vec<Site>,
    pub functions: Vec<Function>,
}

/// A text that reports what it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrumented {
    /// For `CommonJs`: what goes between the braces of the wrapper.
    pub code: String,
    pub map: PositionMap,
}

/// Instruments `source`. `intern` gives a text its id in the trace.
///
/// # Errors
/// What is wrong with the text, in V8's words where we know them; `tables` are then as they were.
pub fn instrument(
    source: &str,
    request: &Request,
    tables: &mut Tables,
    intern: &mut dyn FnMut(&str) -> TextId,
) -> Result<Instrumented, SyntaxProblem> {
    let lines = Lines::new(source);
    let allocator = Allocator::default();
    let kind = match request.goal {
        Goal::CommonJs => SourceType::cjs(),
        Goal::Module => SourceType::mjs(),
    };
    let options = ParseOptions { allow_return_outside_function: request.goal == Goal::CommonJs, ..ParseOptions::default() };
    let parsed = Parser::new(&allocator, source, kind).with_options(options).parse();
    if let Some(problem) = first_problem(&parsed.diagnostics, source, &lines) {
        return Err(problem);
    }
    let program = allocator.alloc(parsed.program);
    let analysed = SemanticBuilder::new().with_build_nodes(true).with_check_syntax_error(true).build(program);
    if let Some(problem) = first_problem(&analysed.diagnostics, source, &lines) {
        return Err(problem);
    }
    let mut weaver = Weaver::new(source, request, &lines, &analysed.semantic, tables, intern);
    weaver.visit_program(program);
    let (code, map) = weaver.splices.apply(source, &lines);
    Ok(Instrumented { code, map })
}
