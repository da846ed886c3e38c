//! What V8 makes of a text's functions, for the trace.

use std::collections::BTreeMap;

use oxc_ast::ast::Program;

use super::instrument::Request;
use super::syntax::{Tree, trees};
use crate::trace::{Bytecode, Compilation, Function, FunctionId, TextId};

/// The top level's and each function's; `functions`: those of this text, with the number of the first.
pub(super) fn compilations(
    program: &Program<'_>,
    source: &str,
    request: &Request,
    (first, functions): (usize, &[Function]),
    intern: &mut dyn FnMut(&str) -> TextId,
) -> Vec<Compilation> {
    let ids: BTreeMap<(u32, u32), usize> = functions.iter().enumerate().map(|(place, it)| ((it.span.start, it.span.end), first + place)).collect();
    let made = |(place, tree): (usize, Tree), intern: &mut dyn FnMut(&str) -> TextId| {
        let id = ids.get(&(tree.span.start, tree.span.end)).and_then(|id| u32::try_from(*id).ok()).map(FunctionId);
        let function = if place == 0 { None } else { Some(id?) };
        let bytecode = Bytecode::Unknown { construct: intern("this"), span: tree.span };
        Some(Compilation { script: request.script, function, span: tree.span, syntax: tree.nodes.into(), cut: tree.cut, bytecode })
    };
    trees(program, source, intern).into_iter().enumerate().filter_map(|tree| made(tree, intern)).collect()
}
