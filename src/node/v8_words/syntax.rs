//! The parser's complaints in V8's words, at the places that V8 points at: its parser is another one and gives up at other places.
//!
//! Follows V8's `src/common/message-template.h`; the table in `src/node/probe/tests/syntax.rs` was taken from node v24.21.0.

use oxc_diagnostics::OxcDiagnostic;

use super::parser_sentences::PLAIN;
use super::syntax_problem::SyntaxProblem;
use crate::probe::{Kind, Token};
use trace::{ByteOffset, Lines, Span};

/// A text, its tokens and its lines.
pub(crate) struct Text<'s> {
    pub(crate) source: &'s str,
    pub(crate) tokens: &'s [Token],
    pub(crate) lines: &'s Lines,
}

/// A complaint of V8's.
struct Complaint {
    message: String,
    /// The token that V8 points at; `None`: the end of the text.
    at: Option<Token>,
}

impl Text<'_> {
    /// The problem that stands first in the text among `errors`.
    pub(crate) fn first_problem<'e>(&self, errors: impl Iterator<Item = &'e OxcDiagnostic>) -> Option<SyntaxProblem> {
        let first = errors.min_by_key(|error| error.labels.first().map_or(u32::MAX, oxc_diagnostics::LabeledSpan::offset))?;
        Some(self.problem(self.translate(first)))
    }

    pub(crate) fn problem_at(&self, message: &str, start: u32) -> SyntaxProblem {
        self.problem(Complaint { message: message.to_owned(), at: self.from(start).copied() })
    }

    fn problem(&self, complaint: Complaint) -> SyntaxProblem {
        let end = crate::probe::offset(self.source.len());
        let span = complaint.at.map_or(Span { start: end, end }, |token| Span { start: token.start, end: token.end });
        SyntaxProblem { message: complaint.message, position: self.lines.position(ByteOffset(span.start)), span }
    }

    /// The token that the byte offset `at` is in, or the next one.
    fn from(&self, at: u32) -> Option<&Token> {
        self.tokens.get(self.tokens.partition_point(|token| token.end <= at))
    }

    /// The last token that ends at the byte offset `at` or before.
    fn before(&self, at: u32) -> Option<&Token> {
        self.tokens.partition_point(|token| token.end <= at).checked_sub(1).map(|last| &self.tokens[last])
    }

    fn text(&self, token: Option<&Token>) -> &str {
        token.map_or("", |token| token.text(self.source))
    }

    /// The innermost bracket that is open at the byte offset `at`.
    fn opener(&self, at: u32) -> Option<&Token> {
        let mut depth = 0;
        for token in self.tokens[..self.tokens.partition_point(|token| token.end <= at)].iter().rev() {
            if token.opens(self.source) {
                if depth == 0 {
                    return Some(token);
                }
                depth -= 1;
            }
            if token.closes(self.source) {
                depth += 1;
            }
        }
        None
    }

    /// Whether the list open at `at` holds the arguments of a call.
    fn in_arguments(&self, at: u32) -> bool {
        let Some(opener) = self.opener(at).filter(|opener| self.text(Some(opener)) == "(") else {
            return false;
        };
        let callee = self.before(opener.start);
        let before = callee.and_then(|callee| self.before(callee.start));
        callee.is_some_and(|callee| callee.ends_operand(self.source))
            && !matches!(self.text(callee), "if" | "while" | "for" | "with" | "switch" | "catch" | "function")
            && !matches!(self.text(before), "function" | "*")
    }

    /// `Unexpected token ')'` and its kin, for the token at `at`.
    fn unexpected(&self, at: u32) -> Complaint {
        let Some(token) = self.from(at) else {
            return Complaint { message: "Unexpected end of input".to_owned(), at: None };
        };
        let text = token.text(self.source);
        let message = match token.kind {
            Kind::Number => "Unexpected number".to_owned(),
            Kind::String => "Unexpected string".to_owned(),
            Kind::Template if text.starts_with('`') => "Unexpected template string".to_owned(),
            Kind::Template => "Unexpected token '}'".to_owned(),
            Kind::Invalid if text.starts_with(['`', '}']) => return self.unexpected(u32::MAX),
            Kind::Invalid => "Invalid or unexpected token".to_owned(),
            Kind::Regex => "Unexpected regular expression".to_owned(),
            Kind::Word if text == "enum" => "Unexpected reserved word".to_owned(),
            Kind::Word if is_keyword(text) => format!("Unexpected token '{text}'"),
            Kind::Word => format!("Unexpected identifier '{text}'"),
            Kind::Punctuator => format!("Unexpected token '{text}'"),
        };
        Complaint { message, at: Some(*token) }
    }

    fn number_before(&self, at: u32) -> Option<Token> {
        self.before(at).filter(|token| token.kind == Kind::Number && token.end == at).copied()
    }

    /// The complaint about a malformed number: V8 marks the part of it that it has read.
    fn bad_number(&self, number: &Token) -> Complaint {
        let text = number.text(self.source);
        if let Some(twice) = text.find("__") {
            let at = number.start + crate::probe::offset(twice + 1);
            return Self::range("Only one underscore is allowed as numeric separator", at, at + 1);
        }
        if text.trim_end_matches('n').ends_with('_') {
            return Self::range("Numeric separators are not allowed at the end of numeric literals", number.end, number.end + 1);
        }
        let is_based = text.len() > 1 && text.starts_with('0') && text[1..].starts_with(|base: char| base.is_ascii_alphabetic());
        let exponent = text.find(['e', 'E']).filter(|at| *at + 1 == text.len());
        let read = match exponent {
            _ if is_based => text.len(),
            Some(at) => at + 1,
            None => text.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'_')).count(),
        };
        Self::range("Invalid or unexpected token", number.start, number.start + crate::probe::offset(read))
    }

    /// A complaint that V8 underlines from the byte offset `start` to `end`.
    fn range(message: &str, start: u32, end: u32) -> Complaint {
        let token = Token { kind: Kind::Invalid, start, end: end.max(start), after_newline: false };
        Complaint { message: message.to_owned(), at: Some(token) }
    }

    fn is_strict(&self) -> bool {
        self.tokens.iter().any(|token| token.kind == Kind::String && token.text(self.source).get(1..11) == Some("use strict"))
    }

    /// The byte offset of the next `sign` from `start` on; `start` where there is none.
    fn next_sign(&self, start: u32, sign: &str) -> u32 {
        let from = self.tokens.partition_point(|token| token.start < start);
        self.tokens[from..].iter().find(|token| token.text(self.source) == sign).map_or(start, |token| token.start)
    }

    fn next_private(&self, start: u32) -> u32 {
        let from = self.tokens.partition_point(|token| token.start < start);
        self.tokens[from..].iter().find(|token| token.text(self.source).starts_with('#')).map_or(start, |token| token.start)
    }

    /// The byte offset behind the next `**`.
    fn power_after(&self, start: u32) -> u32 {
        self.next_sign(start, "**") + 2
    }

    /// The complaint about the parameters of an accessor, underlined with their parentheses.
    fn parameters(&self, message: &str, start: u32) -> Complaint {
        let open = match self.text(self.from(start)) {
            "(" => start,
            _ => {
                self.before(start).filter(|before| before.text(self.source) == "(").map_or_else(|| self.next_sign(start, "("), |before| before.start)
            }
        };
        Self::range(message, open, self.next_sign(open, ")") + 1)
    }

    /// The complaint about a rest element with a comma behind it.
    fn rest_before(&self, comma: u32) -> Complaint {
        let before = self.tokens[..self.tokens.partition_point(|token| token.end <= comma)].iter().rev();
        let start = before.clone().find(|token| token.text(self.source) == "...").map_or(comma, |token| token.start);
        let end = self.before(comma).map_or(comma, |token| token.end);
        Self::range("Rest element must be last element", start, end)
    }

    fn illegal_continue(&self, error: &OxcDiagnostic) -> Complaint {
        let word = error.labels.iter().map(oxc_diagnostics::LabeledSpan::offset).max().unwrap_or_default();
        let after = if self.text(self.from(word)) == "continue" { self.from(word).map_or(word, |token| token.end) } else { word };
        let name = self.text(self.from(after)).to_owned();
        self.at(&format!("Illegal continue statement: '{name}' does not denote an iteration statement"), after)
    }

    fn at(&self, message: &str, start: u32) -> Complaint {
        Complaint { message: message.to_owned(), at: self.from(start).copied() }
    }

    fn translate(&self, error: &OxcDiagnostic) -> Complaint {
        let label = |index: usize| error.labels.get(index).map(|label| (label.offset(), label.offset() + label.len()));
        let (start, end) = label(0).unwrap_or_default();
        let last = label(error.labels.len().saturating_sub(1)).map_or(start, |(start, _)| start);
        let sentence: &str = &error.message;
        if let Some((_, rest)) = sentence.split_once('`').filter(|_| sentence.ends_with("has already been declared")) {
            let name = rest.split('`').next().unwrap_or_default();
            if name == "__proto__" && self.text(self.from(last).and_then(|token| self.from(token.end))) == ":" {
                return self.at("Duplicate __proto__ fields are not allowed in object literals", last);
            }
            return self.redeclared(name, sentence.starts_with("Label"), start, last);
        }
        if sentence.starts_with("Unexpected token") || sentence.starts_with("Expected ") || sentence.starts_with("Identifier expected") {
            return self.expected(sentence, start);
        }
        if sentence.contains("TypeScript") {
            let operator = self.tokens.iter().find(|token| token.start >= start && matches!(self.text(Some(token)), "as" | "satisfies" | "!"));
            return self.unexpected(operator.map_or(start, |operator| operator.start));
        }
        let next = self.from(start).map_or(u32::MAX, |token| token.end);
        match sentence {
            "Cannot assign to this expression" | "Invalid left-hand side in assignment" => self.bad_target(start, end),
            "Invalid function declaration" if self.is_strict() => {
                self.at("In strict mode code, functions can only be declared at top level or inside a block.", start)
            }
            _ if sentence.starts_with("A `continue` statement can only jump") => self.illegal_continue(error),
            _ if sentence.starts_with("A unary expression with the") => Self::range(EXPONENT, start, self.power_after(start)),
            _ if sentence.starts_with("Missing initializer in") && matches!(self.text(self.from(start)), "{" | "[") => {
                Self::range(NO_INITIALIZER, start, end)
            }
            _ if sentence.starts_with("Invalid assignment in object literal") => Self::range("Invalid shorthand property initializer", start, end),
            _ if sentence.starts_with("A rest parameter cannot have an initializer") => {
                self.at("Rest parameter may not have a default initializer", self.next_sign(start, "="))
            }
            _ if sentence.contains("binding pattern may not have a trailing comma") => self.rest_before(start),
            _ if sentence.starts_with("The operand of a 'delete' operator cannot be a private") => {
                self.at("Private fields can not be deleted", self.next_private(start))
            }
            _ if sentence.ends_with("declaration can only be used at the top level of a module") => {
                let is_import = self.text(self.from(start)) == "import";
                self.unexpected(if is_import { next } else { start })
            }
            _ if sentence.starts_with("Duplicated export") => self.at(&sentence.replace("Duplicated export", "Duplicate export of"), last),
            _ if sentence.starts_with("Export '") && sentence.ends_with("is not defined") => self.at(&format!("{sentence} in module"), start),
            _ if sentence.starts_with("Unexpected new.target expression") => {
                self.at("new.target expression is not allowed here", self.next_sign(start, "target"))
            }
            _ if sentence.starts_with("A class member cannot have the '") => self.unexpected(next),
            _ if sentence.starts_with("A 'get' accessor must not have") => self.parameters("Getter must not have any formal parameters.", start),
            _ if sentence.starts_with("A 'set' accessor must have exactly one") => {
                self.parameters("Setter must have exactly one formal parameter.", start)
            }
            "Unterminated string" if self.text(self.from(start)).starts_with(['`', '}']) => self.open_template(start),
            "Invalid rest element target in destructuring assignment" => Self::range("Invalid destructuring assignment target", start, end),
            _ if sentence.starts_with("A 'yield' expression is only allowed") && !self.is_strict() => self.unexpected(next),
            "Unexpected JSX expression" | "Invalid class declaration" | "Empty parenthesized expression" | "Unexpected end of file" => {
                self.unexpected(start)
            }
            "A class name is required." | "Cannot use export statement outside a module" if sentence.starts_with('A') => self.unexpected(next),
            "Cannot use export statement outside a module" => self.unexpected(start),
            "Lexical declaration cannot appear in a single-statement context" if self.text(self.from(start)) != "let" => self.unexpected(start),
            "`await` is only allowed within async functions and at the top levels of modules" => {
                let message = if self.in_arguments(start) { "missing ) after argument list" } else { AWAIT };
                self.at(message, start)
            }
            "`for await` loops are only allowed within async functions and at the top levels of modules" => {
                let words = &self.tokens[self.tokens.partition_point(|token| token.end <= start)..];
                let word = words.iter().find(|token| self.text(Some(token)) == "await");
                self.at("Unexpected reserved word", word.map_or(start, |word| word.start))
            }
            "Logical expressions and coalesce expressions cannot be mixed" => self.mixed(start, end),
            "Use of undefined label" | "Jump target cannot cross function boundary." => {
                let name = &self.source[start as usize..end as usize];
                self.at(&format!("Undefined label '{name}'"), start)
            }
            "Multiple constructor implementations are not allowed." => self.at("A class may only have one constructor", last),
            "A 'default' clause cannot appear more than once in a 'switch' statement." => {
                self.at("More than one default clause in switch statement", last)
            }
            "A rest parameter must be last in a parameter list" => self.at("Rest parameter must be last formal parameter", end),
            "Missing catch or finally clause" => {
                Complaint { message: "Missing catch or finally after try".to_owned(), at: self.before(start.max(end)).copied() }
            }
            "import() requires a specifier." => self.at("import() requires a specifier", next),
            "for-of loop variable declaration may not have an initializer" | "for-in loop variable declaration may not have an initializer" => {
                Self::range(&format!("{sentence}."), self.from(next).map_or(start, |token| token.start), end)
            }
            _ => self.plain(sentence, start),
        }
    }

    /// The complaint for a sentence of our parser that V8 makes at the same place in other words.
    fn plain(&self, sentence: &str, start: u32) -> Complaint {
        if sentence.starts_with("Private ") {
            let name = sentence.split('\'').nth(1).unwrap_or_default();
            let message = format!("Private field '{name}' must be declared in an enclosing class");
            let dot = self.before(start).filter(|before| matches!(self.text(Some(before)), "." | "?."));
            return self.at(&message, dot.map_or(start, |dot| dot.start));
        }
        if sentence == "Invalid escape sequence" || sentence == "Invalid Unicode escape sequence" {
            return self.bad_escape(start);
        }
        let inside = self.from(start).filter(|token| matches!(token.kind, Kind::String | Kind::Template));
        if sentence.starts_with("'0'-prefixed octal") && inside.is_some() {
            return self.at("Octal escape sequences are not allowed in strict mode.", start);
        }
        if sentence.starts_with("Bad escape sequence in untagged") && self.has_octal_escape(inside) {
            return self.at("Octal escape sequences are not allowed in template strings.", start);
        }
        let known = PLAIN.iter().find(|(ours, _)| sentence.starts_with(ours));
        let number = self.from(start).or_else(|| self.before(start)).filter(|token| token.kind == Kind::Number);
        if let (Some((_, "Invalid or unexpected token")), Some(number)) = (known, number.copied().or_else(|| self.number_before(start))) {
            return self.bad_number(&number);
        }
        self.at(known.map_or(sentence, |(_, v8)| v8), start)
    }

    fn redeclared(&self, name: &str, label: bool, first: u32, second: u32) -> Complaint {
        let parameters = self.opener(first).filter(|opener| self.text(Some(opener)) == "(");
        if label {
            self.at(&format!("Label '{name}' has already been declared"), second)
        } else if parameters.is_some() && parameters == self.opener(second) && self.text(self.before(parameters.map_or(0, |it| it.start))) != "for" {
            self.at("Duplicate parameter name not allowed in this context", second)
        } else {
            self.at(&format!("Identifier '{name}' has already been declared"), second)
        }
    }

    fn expected(&self, sentence: &str, start: u32) -> Complaint {
        let after = sentence.starts_with("Identifier expected after");
        let start = if after { self.from(start).map_or(u32::MAX, |token| token.end) } else { start };
        let at = self.from(start).map_or(u32::MAX, |token| token.start);
        let before = self.before(at);
        let operand = before.is_some_and(|before| before.ends_operand(self.source));
        let closing = sentence.starts_with("Expected `,` or `)`") || sentence.starts_with("Expected `)`");
        if sentence == "Expected function name" {
            return Complaint { message: "Function statements require a function name".to_owned(), at: before.copied() };
        }
        if closing && operand && self.in_arguments(at) {
            return Complaint { message: "missing ) after argument list".to_owned(), at: before.copied() };
        }
        if sentence.starts_with("Expected `}`") && operand && self.opener(at).is_some_and(|opener| opener.kind == Kind::Template) {
            let start = before.map_or(at, |before| before.start);
            return Self::range("Missing } in template expression", start, at);
        }
        if sentence.starts_with("Expected a semicolon") && self.text(before) == "let" {
            return Complaint { message: "Lexical declaration cannot appear in a single-statement context".to_owned(), at: before.copied() };
        }
        if sentence.starts_with("Expected `in`") {
            let name = self.text(before).to_owned();
            return Complaint { message: format!("Private field '{name}' must be declared in an enclosing class"), at: before.copied() };
        }
        if self.from(start).is_some_and(|token| token.kind == Kind::Regex) {
            return self.at("Invalid regular expression flags", start);
        }
        if self.text(self.from(start)) == "=>" && operand {
            return self.bad_arrow(at);
        }
        self.unexpected(at)
    }

    /// The complaint about a template without its end: V8 reads on in it only once a substitution is over.
    fn open_template(&self, start: u32) -> Complaint {
        let tail = self.from(start).filter(|tail| self.text(Some(tail)).starts_with('}'));
        let before = tail.and_then(|tail| self.before(tail.start));
        match tail.zip(before) {
            Some((tail, before)) if !before.ends_operand(self.source) => Self::range("Unexpected token '}'", tail.start, tail.start + 1),
            _ => self.unexpected(u32::MAX),
        }
    }

    /// The complaint about a `=>` behind something other than parameters.
    fn bad_arrow(&self, arrow: u32) -> Complaint {
        let before = self.before(arrow).filter(|before| self.text(Some(before)) == ")");
        let open = before.and_then(|before| self.opener(before.start));
        let callee =
            open.and_then(|open| self.before(open.start)).filter(|callee| callee.ends_operand(self.source) && self.text(Some(callee)) != "async");
        match open {
            Some(open) if callee.is_none() => {
                Self::range("Invalid destructuring assignment target", open.end, self.from(open.end).map_or(arrow, |token| token.end))
            }
            _ => self.at("Malformed arrow function parameter list", arrow),
        }
    }

    /// The token behind the bracket that closes what `opener` opens.
    fn behind(&self, opener: &Token) -> Option<&Token> {
        let mut depth = 0;
        let inside = self.tokens.iter().skip_while(|token| token.start < opener.start);
        let mut behind = inside.skip_while(|token| {
            depth += i32::from(token.opens(self.source)) - i32::from(token.closes(self.source));
            depth > 0
        });
        behind.nth(1)
    }

    /// Whether a target at these bytes is part of a pattern, without an `=` of its own behind it.
    fn in_pattern(&self, start: u32, end: u32) -> bool {
        let (mut opener, mut next) = (self.opener(start), self.from(end));
        while let Some(outer) = opener.filter(|opener| self.text(Some(opener)) == "(" && self.text(next) == ")") {
            next = self.behind(outer);
            opener = self.opener(outer.start);
        }
        let assigns = |token: Option<&Token>| {
            let text = self.text(token);
            text.ends_with('=') && !matches!(text, "==" | "===" | "!=" | "!==" | "<=" | ">=")
        };
        let openers = std::iter::successors(opener, |inner| self.opener(inner.start));
        let mut brackets = openers.take_while(|opener| matches!(self.text(Some(opener)), "[" | "{"));
        !assigns(next) && brackets.any(|bracket| self.text(self.behind(bracket)) == "=" || matches!(self.text(self.behind(bracket)), "of" | "in"))
    }

    fn bad_target(&self, start: u32, end: u32) -> Complaint {
        let step = |token: Option<&Token>| matches!(self.text(token), "++" | "--");
        let loops = matches!(self.text(self.from(end)), "of" | "in");
        let message = match () {
            () if step(self.before(start)) => "Invalid left-hand side expression in prefix operation",
            () if step(self.from(end)) => "Invalid left-hand side expression in postfix operation",
            () if self.in_pattern(start, end) => "Invalid destructuring assignment target",
            () if loops => "Invalid left-hand side in for-loop",
            () => "Invalid left-hand side in assignment",
        };
        Self::range(message, start, end)
    }

    /// `a ?? b || c`: V8 stops at the operator that does not go with the one before.
    fn mixed(&self, start: u32, end: u32) -> Complaint {
        let inside = self.tokens.iter().filter(|token| token.start >= start && token.end <= end);
        let mut operators = inside.filter(|token| matches!(self.text(Some(token)), "??" | "||" | "&&"));
        let first = operators.next();
        let other = operators.find(|token| (self.text(Some(token)) == "??") != (self.text(first) == "??"));
        self.unexpected(other.or(first).map_or(start, |token| token.start))
    }

    fn has_octal_escape(&self, token: Option<&Token>) -> bool {
        self.text(token).split('\\').skip(1).any(|escape| escape.starts_with(|digit: char| digit.is_digit(8)))
    }

    fn bad_escape(&self, start: u32) -> Complaint {
        let is_outside = self.from(start).is_none_or(|token| !matches!(token.kind, Kind::String | Kind::Template | Kind::Invalid));
        if self.source[start as usize..].starts_with(['"', '\'']) {
            return self.at("\\8 and \\9 are not allowed in strict mode.", start);
        }
        if is_outside && !self.source[start as usize..].trim_start_matches('\\').starts_with('u') {
            return Self::range("Invalid or unexpected token", start, start + 1);
        }
        let escape = self.source[start as usize..].trim_start_matches('\\');
        let message = match escape {
            _ if escape.starts_with('x') => "Invalid hexadecimal escape sequence",
            _ if escape.starts_with("u{") && escape[2..].trim_start_matches(|digit: char| digit.is_ascii_hexdigit()).starts_with('}') => {
                "Undefined Unicode code-point"
            }
            _ => "Invalid Unicode escape sequence",
        };
        // The characters that V8 has read of the escape when it gives up.
        let length = match escape {
            _ if escape.starts_with('x') => 4,
            _ if escape.starts_with("u{") => 3 + escape[2..].bytes().take_while(u8::is_ascii_hexdigit).count(),
            _ => 6,
        };
        Self::range(message, start, start + crate::probe::offset(length))
    }
}

fn is_keyword(text: &str) -> bool {
    matches!(
        text,
        "break"
            | "case"
            | "catch"
            | "class"
            | "const"
            | "continue"
            | "debugger"
            | "default"
            | "delete"
            | "do"
            | "else"
            | "export"
            | "extends"
            | "false"
            | "finally"
            | "for"
            | "function"
            | "if"
            | "import"
            | "in"
            | "instanceof"
            | "new"
            | "null"
            | "return"
            | "super"
            | "switch"
            | "this"
            | "throw"
            | "true"
            | "try"
            | "typeof"
            | "var"
            | "void"
            | "while"
            | "with"
    )
}

const EXPONENT: &str =
    "Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence";
const NO_INITIALIZER: &str = "Missing initializer in destructuring declaration";
const AWAIT: &str = "await is only valid in async functions and the top level bodies of modules";
