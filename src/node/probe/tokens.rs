//! A rough division of a text into tokens: enough to bound its nesting before it is parsed, and to name what an error stands at.
//!
//! Whether a `/` divides or begins a regular expression follows from the token before it; where that is not enough (after `}`), it divides.

use super::position_map::offset;
use trace::is_line_terminator;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, a keyword, or a private name with its `#`.
    Word,
    Number,
    String,
    /// A piece of a template: up to its end or to the next `${`.
    Template,
    Regex,
    Punctuator,
    /// A character with which no token begins, or a string or comment without its end.
    Invalid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Whether a line terminator stands between it and the token before.
    pub(crate) after_newline: bool,
}

impl Token {
    pub(crate) fn text<'s>(&self, source: &'s str) -> &'s str {
        &source[self.start as usize..self.end as usize]
    }

    /// Whether it opens a bracket that a later token closes.
    pub(crate) fn opens(&self, source: &str) -> bool {
        match self.kind {
            Kind::Punctuator => matches!(self.text(source), "(" | "[" | "{"),
            Kind::Template => self.text(source).ends_with("${"),
            _ => false,
        }
    }

    pub(crate) fn closes(&self, source: &str) -> bool {
        match self.kind {
            Kind::Punctuator => matches!(self.text(source), ")" | "]" | "}"),
            Kind::Template => self.text(source).starts_with('}'),
            _ => false,
        }
    }

    /// Whether an operand may end with it, so that an operator follows, or another statement.
    pub(crate) fn ends_operand(&self, source: &str) -> bool {
        match self.kind {
            Kind::Number | Kind::String | Kind::Regex => true,
            Kind::Template => self.text(source).ends_with('`'),
            Kind::Word => !matches!(
                self.text(source),
                "return"
                    | "typeof"
                    | "case"
                    | "do"
                    | "else"
                    | "in"
                    | "instanceof"
                    | "new"
                    | "void"
                    | "delete"
                    | "throw"
                    | "await"
                    | "yield"
                    | "async"
                    | "extends"
                    | "default"
            ),
            Kind::Punctuator => matches!(self.text(source), ")" | "]" | "}" | "++" | "--"),
            Kind::Invalid => false,
        }
    }
}

const PUNCTUATORS: [&str; 45] = [
    ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--",
    "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**", "{", "}", "(", ")", "[", "]", ";", ",", "<", ">", ":", ".",
];

pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let mut scanner = Scanner { source, at: 0, tokens: Vec::new(), brackets: Vec::new(), closed: Bracket::Plain, newline: true };
    if source.starts_with("#!") {
        scanner.line_comment();
    }
    while scanner.at < source.len() {
        scanner.step();
    }
    scanner.tokens
}

/// An open bracket.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Bracket {
    #[default]
    Plain,
    /// A template's `${`.
    Template,
    /// The head of a statement: `if (…) /regex/.test(x)`.
    Head,
}

struct Scanner<'s> {
    source: &'s str,
    at: usize,
    tokens: Vec<Token>,
    brackets: Vec<Bracket>,
    /// The bracket that was closed last.
    closed: Bracket,
    newline: bool,
}

fn word(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(character, '_' | '$' | '\\' | '\u{200c}' | '\u{200d}')
        || (!character.is_ascii() && character.is_alphabetic())
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    /// Moves past the characters for which `belongs` holds.
    fn skip(&mut self, belongs: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|character| !belongs(character)).unwrap_or(rest.len());
    }

    fn push(&mut self, kind: Kind, start: usize) {
        self.tokens.push(Token { kind, start: offset(start), end: offset(self.at), after_newline: self.newline });
        self.newline = false;
    }

    fn line_comment(&mut self) {
        self.skip(|character| !is_line_terminator(character));
    }

    fn step(&mut self) {
        let start = self.at;
        let Some(first) = self.rest().chars().next() else {
            return;
        };
        let second = self.rest()[first.len_utf8()..].chars().next();
        match first {
            _ if is_line_terminator(first) => {
                self.newline = true;
                self.at += first.len_utf8();
            }
            _ if first.is_whitespace() || first == '\u{feff}' => self.at += first.len_utf8(),
            '/' if second == Some('/') => self.line_comment(),
            '<' if self.rest().starts_with("<!--") => self.line_comment(),
            '-' if self.newline && self.rest().starts_with("-->") => self.line_comment(),
            '/' if second == Some('*') => self.block_comment(),
            '\'' | '"' => self.string(first),
            '`' => self.template(),
            '}' if self.brackets.last() == Some(&Bracket::Template) => {
                self.brackets.pop();
                self.template();
            }
            '/' if !self.divides() => self.regex(),
            '0'..='9' => self.number(),
            '.' if second.is_some_and(|next| next.is_ascii_digit()) => self.number(),
            '#' => {
                self.at += 1;
                self.skip(word);
                self.push(if self.at > start + 1 { Kind::Word } else { Kind::Invalid }, start);
            }
            _ if word(first) => {
                self.skip(word);
                self.push(Kind::Word, start);
            }
            _ => self.punctuator(first),
        }
    }

    fn block_comment(&mut self) {
        let start = self.at;
        let Some(length) = self.rest()[2..].find("*/") else {
            self.at = self.source.len();
            return self.push(Kind::Invalid, start);
        };
        self.at += length + 4;
        self.newline |= self.source[start..self.at].contains(is_line_terminator);
    }

    fn string(&mut self, quote: char) {
        let start = self.at;
        let mut escaped = false;
        for (place, character) in self.source[start..].char_indices().skip(1) {
            match character {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '\n' | '\r' => {
                    self.at = start + place;
                    return self.push(Kind::Invalid, start);
                }
                _ if character == quote => {
                    self.at = start + place + 1;
                    return self.push(Kind::String, start);
                }
                _ => {}
            }
        }
        self.at = self.source.len();
        self.push(Kind::Invalid, start);
    }

    /// Reads a piece of a template, from a backtick or from the `}` that ends a substitution.
    fn template(&mut self) {
        let start = self.at;
        let mut before = ' ';
        for (place, character) in self.source[start..].char_indices().skip(1) {
            match (before, character) {
                ('\\', _) => {
                    before = ' ';
                    continue;
                }
                (_, '`') => {
                    self.at = start + place + 1;
                    return self.push(Kind::Template, start);
                }
                ('$', '{') => {
                    self.at = start + place + 1;
                    self.brackets.push(Bracket::Template);
                    return self.push(Kind::Template, start);
                }
                _ => {}
            }
            before = character;
        }
        self.at = self.source.len();
        self.push(Kind::Invalid, start);
    }

    fn divides(&self) -> bool {
        self.tokens.last().is_some_and(|last| last.ends_operand(self.source) && !(last.text(self.source) == ")" && self.closed == Bracket::Head))
    }

    fn regex(&mut self) {
        let start = self.at;
        let (mut escaped, mut class) = (false, false);
        for (place, character) in self.source[start..].char_indices().skip(1) {
            match character {
                _ if is_line_terminator(character) => break,
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '[' => class = true,
                ']' => class = false,
                '/' if !class => {
                    self.at = start + place + 1;
                    self.skip(word);
                    return self.push(Kind::Regex, start);
                }
                _ => {}
            }
        }
        self.at = start + 1;
        self.push(Kind::Punctuator, start);
    }

    fn number(&mut self) {
        let start = self.at;
        loop {
            self.skip(|character| word(character) || character == '.');
            let exponent = self.source[start..self.at].ends_with(['e', 'E']) && !self.source[start..].starts_with("0x");
            if !(exponent && self.rest().starts_with(['+', '-'])) {
                return self.push(Kind::Number, start);
            }
            self.at += 1;
        }
    }

    fn punctuator(&mut self, first: char) {
        let start = self.at;
        let known = PUNCTUATORS.iter().find(|punctuator| self.rest().starts_with(**punctuator));
        // `a?.5:b` is a conditional.
        let optional = known == Some(&"?.") && self.rest()[2..].starts_with(|next: char| next.is_ascii_digit());
        match known {
            Some(_) if optional => self.at += 1,
            Some(punctuator) => self.at += punctuator.len(),
            None => self.at += first.len_utf8(),
        }
        let valid = known.is_some() || "+-*/%&|^!~?=".contains(first);
        match first {
            '(' | '[' | '{' => {
                let before = self.tokens.last().map_or("", |before| before.text(self.source));
                let head = first == '(' && matches!(before, "if" | "while" | "for" | "with");
                self.brackets.push(if head { Bracket::Head } else { Bracket::Plain });
            }
            ')' | ']' | '}' => self.closed = self.brackets.pop().unwrap_or_default(),
            _ => {}
        }
        self.push(if valid { Kind::Punctuator } else { Kind::Invalid }, start);
    }
}
