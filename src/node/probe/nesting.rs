//! A bound on how deeply a text nests, found without recursion, before any parser sees it.
//!
//! The parsers and the compiler behind them recurse: into brackets, and along chains (`a ? b : c ? d : …`, `!!!x`, `a.b.c`). A stack
//! overflow cannot be caught, so a text that would need too much of the stack is refused with a sentence. What a person writes stays far below:
//! some forty callbacks inside each other, two hundred brackets, a thousand terms in one sum.

use super::tokens::{Kind, Token};
use crate::v8_words::SyntaxProblem;
use trace::{ByteOffset, Lines, Span};

/// The highest cost that a text may have at its deepest point. One unit is about one level of a parser's recursion.
const MOST: u32 = 1_600;
/// The cost of a bracket, for which the parser goes through every level of the expression grammar.
const BRACKET: u32 = 8;
/// The cost of a call's arguments: instrumented, they stand in three brackets.
const CALL: u32 = 24;
/// The cost of a call on the result of a call: instrumented, `a.b().c()` stands in a bracket more for every call.
const CALLED: u32 = 6;
/// The cost of `new` in front of `new`, as in `new new F`: instrumented, its callee stands in two brackets.
const NEW: u32 = 20;
/// The cost of syntax for which a parser calls itself once or twice: prefix operators, arrows, conditionals, assignments, `else`.
const LINK: u32 = 4;
/// The cost of an arrow function, whose head the parser may read twice.
const ARROW: u32 = 16;
/// The cost of syntax that makes a tree one deeper on its left: a term, a member.
const TERM: u32 = 1;

/// The costs inside one bracket.
#[derive(Clone, Copy, Default)]
struct Level {
    /// The cost of the bracket itself.
    own: u32,
    /// The cost of the statement or list element that the bracket is in the middle of.
    run: u32,
    /// Whether it is a `(`.
    round: bool,
    /// Whether it is the head of a statement: the statement behind its `)` belongs to it.
    head: bool,
}

/// Refuses a text that nests too deeply.
///
/// # Errors
/// A sentence, with the place at which the nesting becomes too deep.
pub(super) fn check_nesting(source: &str, tokens: &[Token], lines: &Lines) -> Result<(), SyntaxProblem> {
    let (mut levels, mut total) = (vec![Level::default()], 0_u32);
    let (mut before, mut before_that): (Option<&Token>, Option<&Token>) = (None, None);
    let mut after_head = false;
    for token in tokens {
        let text = token.text(source);
        let operand = !after_head && before.is_some_and(|before| before.ends_operand(source));
        after_head = false;
        if token.closes(source) && levels.len() > 1 {
            let closed = levels.pop().unwrap_or_default();
            total -= closed.own + closed.run;
            after_head = closed.head && text == ")";
            add(&mut levels, &mut total, if closed.own == CALL { CALLED } else { TERM });
        } else if ends_run(source, token, before, operand, levels.last()) {
            let run = levels.last_mut().map_or(0, |level| std::mem::take(&mut level.run));
            total -= run;
        }
        if token.opens(source) {
            let name = before.map_or("", |before| before.text(source));
            let head = text == "(" && matches!(name, "if" | "while" | "for" | "with");
            let declared = before_that.is_some_and(|before| before.text(source) == "function");
            let own = if text == "(" && operand && !head && !declared { CALL } else { BRACKET };
            levels.push(Level { own, run: 0, round: text == "(", head });
            total += own;
        } else if !token.closes(source) {
            add(&mut levels, &mut total, cost(token, text, operand, before.is_some_and(|before| before.text(source) == "else")));
        }
        if total > MOST {
            let span = Span { start: token.start, end: token.end };
            let message = "This program nests too deeply to be run here: take the expression apart at this line".to_owned();
            return Err(SyntaxProblem { message, position: lines.position(ByteOffset(token.start)), span });
        }
        (before_that, before) = (before, Some(token));
    }
    Ok(())
}

fn add(levels: &mut [Level], total: &mut u32, cost: u32) {
    if let Some(level) = levels.last_mut() {
        level.run += cost;
        *total += cost;
    }
}

/// Whether a statement or a list element ended before this token.
fn ends_run(source: &str, token: &Token, before: Option<&Token>, operand: bool, level: Option<&Level>) -> bool {
    let text = token.text(source);
    match token.kind {
        Kind::Punctuator => text == ";" || (text == "," && level.is_some_and(|level| !level.round || level.own == CALL)),
        Kind::Word if matches!(text, "case" | "default") => true,
        Kind::Word | Kind::Number | Kind::String => {
            // Two operands in a row: a line end or a block's end is between them.
            let block = before.is_some_and(|before| before.text(source) == "}");
            operand && (token.after_newline || block) && !matches!(text, "else" | "in" | "instanceof" | "of")
        }
        _ => false,
    }
}

fn cost(token: &Token, text: &str, operand: bool, after_else: bool) -> u32 {
    match (token.kind, text) {
        (Kind::Punctuator, "=>") => ARROW,
        (Kind::Punctuator, ";" | ",") => TERM,
        (Kind::Punctuator, "?" | "=" | "**" | ":" | "!" | "~" | "...") => LINK,
        (Kind::Punctuator, "+" | "-" | "++" | "--") if !operand => LINK,
        (Kind::Punctuator, _) if text.ends_with('=') && !matches!(text, "==" | "===" | "!=" | "!==" | "<=" | ">=") => LINK,
        (Kind::Punctuator, _) => TERM,
        (Kind::Word, "if") if after_else => TERM,
        (Kind::Word, "new") => NEW,
        (Kind::Word, "if" | "typeof" | "void" | "delete" | "await" | "yield" | "else" | "for" | "while" | "do" | "with") => LINK,
        (Kind::Template, _) => TERM,
        _ => 0,
    }
}
