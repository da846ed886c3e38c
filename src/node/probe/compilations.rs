//! The bytecode and the syntax trees of a text's functions, for the trace.

use std::collections::BTreeMap;

use oxc_ast::ast::Program;

use super::instrument::{Goal, Request};
use super::syntax::{Tree, trees};
use trace::{Bytecode, Compilation, Function, FunctionId, Instruction, Listing, Span, TextId};
use v8::bytecode::{self, Unsupported};

/// The deepest nesting of syntax nodes in a text that is compiled.
pub(crate) const DEEPEST: usize = 250;
/// The longest text that is compiled, in bytes: nobody reads a longer one as a tree.
pub(crate) const LONGEST: usize = 200_000;

type Compiled = Result<bytecode::Listing, Unsupported>;

/// The compilations of the top level and of each function. `functions`: the functions of this text, with the id of the first.
pub(super) fn compilations(
    program: &Program<'_>,
    source: &str,
    request: Request,
    (first, functions): (usize, &[Function]),
    intern: &mut dyn FnMut(&str) -> TextId,
) -> Vec<Compilation> {
    if source.len() > LONGEST {
        return unlisted(request, (first, functions), intern("more than 200 kB of text"));
    }
    let ids: BTreeMap<(u32, u32), usize> = functions.iter().enumerate().map(|(place, it)| ((it.span.start, it.span.end), first + place)).collect();
    let goal = match request.goal {
        Goal::CommonJs => bytecode::Goal::CommonJs,
        Goal::Module => bytecode::Goal::Module,
    };
    let (trees, deepest) = trees(program, source, intern);
    // The compiler recurses, and each level takes a piece of the engine's own stack.
    let mut listed = if deepest > DEEPEST { Vec::new() } else { bytecode::listings(program, source, goal) }.into_iter();
    let top = listed.next().map(|(_, compiled)| compiled);
    // A written function and one that V8 adds may have one span; the written one comes first.
    let by_span: BTreeMap<(u32, u32), Compiled> = listed.rev().map(|(at, compiled)| ((at.start, at.end), compiled)).collect();
    let made = |(place, tree): (usize, Tree)| {
        let at = (tree.span.start, tree.span.end);
        let function = if place == 0 { None } else { Some(FunctionId(u32::try_from(*ids.get(&at)?).ok()?)) };
        let compiled = if place == 0 { top.as_ref() } else { by_span.get(&at) };
        let bytecode = bytecode_of(compiled, tree.span, intern);
        Some(Compilation { script: request.script, function, span: tree.span, syntax: tree.nodes.into(), cut: tree.cut, bytecode })
    };
    trees.into_iter().enumerate().filter_map(made).collect()
}

/// Compilations without trees or bytecode, for a text that is not compiled. `construct` is the reason that a reader sees.
fn unlisted(request: Request, (first, functions): (usize, &[Function]), construct: TextId) -> Vec<Compilation> {
    let bare = |function: Option<FunctionId>, span: Span| {
        let bytecode = Bytecode::Unknown { construct, span };
        Compilation { script: request.script, function, span, syntax: Box::default(), cut: 0, bytecode }
    };
    let ids = (first..).map_while(|id| u32::try_from(id).ok()).map(FunctionId);
    let own = functions.iter().zip(ids).map(|(function, id)| bare(Some(id), function.span));
    std::iter::once(bare(None, Span { start: 0, end: 0 })).chain(own).collect()
}

/// The bytecode of one function: its listing, or the construct for which there is none. `whole` is the function's span.
fn bytecode_of(compiled: Option<&Compiled>, whole: Span, intern: &mut dyn FnMut(&str) -> TextId) -> Bytecode {
    match compiled {
        Some(Ok(listing)) => Bytecode::Listed(self::listing(listing, intern)),
        Some(Err(unsupported)) => {
            let span = Span { start: unsupported.span.start, end: unsupported.span.end };
            Bytecode::Unknown { construct: intern(unsupported.construct), span }
        }
        None => Bytecode::Unknown { construct: intern("a kind of function, or a nesting, that is not listed"), span: whole },
    }
}

fn listing(listing: &bytecode::Listing, intern: &mut dyn FnMut(&str) -> TextId) -> Listing {
    let mut instructions = Vec::with_capacity(listing.instructions.len());
    for instruction in &listing.instructions {
        let operands: Vec<String> = instruction.operands.iter().map(ToString::to_string).collect();
        let span = instruction.span.map(|span| Span { start: span.start, end: span.end });
        instructions.push(Instruction {
            offset: instruction.offset,
            opcode: intern(&instruction.printed_opcode()),
            operands: intern(&operands.join(", ")),
            span,
        });
    }
    let constants = listing.constants.iter().map(|constant| intern(constant)).collect();
    let bytecode::Listing { parameters, registers, length, .. } = *listing;
    Listing { parameters, registers, length, instructions: instructions.into(), constants }
}
