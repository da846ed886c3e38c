//! Texts that are nearly programs.

use proptest::prelude::RngExt;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// What is put in where nobody expects it.
const ODD: &[&str] = &[
    "\u{0}",
    "\u{2028}",
    "\u{feff}",
    "é",
    "😀",
    "\\u{10FFFF}",
    "\\u0061",
    "'",
    "`",
    "${",
    "/*",
    "//",
    "<!--",
    "-->",
    "#!",
    "#x",
    "@",
    "?.",
    "??=",
    "**",
    "...",
    "=>",
    "async",
    "await",
    "yield",
    "let",
    "const",
    "static",
    "super",
    "new.target",
    "import.meta",
    "import('x')",
    "export {}",
    "import x from 'fs'",
    "with (a) ",
    "label:",
    "break label",
    "continue",
    "debugger",
    "'use strict'",
    "eval('x')",
    "arguments",
    "this",
    "delete",
    "void 0",
    "0n",
    "0x",
    "1e999",
    "08",
    "1_000",
    ".5.5",
    "/[/]/v",
    "/(?<a>.)\\k<a>/u",
    "/a{9999999999}/",
    "for await (x of y) ",
    "for (;;) ",
    "while (1) ",
    "do ",
    "try {",
    "} catch {",
    "} finally {",
    "throw ",
    "return ",
    "class A { #p = 1; static { } }",
    "get x() {}",
    "function* g() {}",
    "async function* g() { yield* g(); }",
    "new Proxy({}, { get(t, k) { throw k; } })",
    "Symbol.asyncIterator",
    "JSON.parse('{')",
    "process.exit()",
    "process.nextTick(f)",
    "queueMicrotask(f)",
    "setTimeout(f)",
    "setImmediate(f)",
    "Promise.reject(1)",
    "structuredClone(globalThis)",
    "Object.defineProperty(globalThis, 'x', { get() { throw 1; } })",
    "new Array(1e9).fill(0)",
    "'x'.repeat(2 ** 29)",
    "function f() { f(); }",
    "f()",
    "[...Array(1e7).keys()]",
    "Error.prepareStackTrace = () => { throw 1; }",
    "require('fs')",
    "Error.stackTraceLimit = 1e9",
    "globalThis.__proto__ = null",
    "process.on('exit', f)",
    "process.emit('x')",
    "delete globalThis.process",
    "Array.prototype.push = null",
    "Promise.prototype.then = null",
    "Object.prototype.get = 1",
    "console = null",
    "while (true) Promise.resolve().then(f)",
    "new WeakRef({})",
    "new ArrayBuffer(2 ** 33)",
];

/// Brackets and the like that nest.
const NESTS: &[(&str, &str)] = &[
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("`${", "}`"),
    ("(() => ", ")"),
    ("f(", ")"),
    ("a ? ", " : 1"),
    ("!", ""),
    ("async () => { ", " }"),
    ("class { [", "]() {} }"),
];

/// Makes one text after the other out of a corpus; the same seed makes the same texts.
pub struct Mutator {
    rng: TestRng,
    corpus: Vec<String>,
}

impl Mutator {
    pub fn new(seed: &str, corpus: Vec<String>) -> Self {
        let mut bytes = [0; 32];
        seed.bytes().enumerate().for_each(|(at, byte)| bytes[at % 32] ^= byte.rotate_left(u32::try_from(at / 32).unwrap_or(0)));
        Self { rng: TestRng::from_seed(RngAlgorithm::ChaCha, &bytes), corpus }
    }

    fn below(&mut self, end: usize) -> usize {
        self.rng.random_range(0..end.max(1))
    }

    fn odd(&mut self) -> &'static str {
        ODD[self.below(ODD.len())]
    }

    fn of_corpus(&mut self) -> &str {
        let at = self.below(self.corpus.len());
        &self.corpus[at]
    }

    pub fn next_text(&mut self) -> String {
        let mut tokens = tokens(self.of_corpus());
        for _ in 0..=self.below(6) {
            self.mutate(&mut tokens);
        }
        let text = tokens.concat();
        match self.below(12) {
            0 => cut(&text, self.below(text.len())).to_owned(),
            _ => text,
        }
    }

    fn mutate(&mut self, tokens: &mut Vec<String>) {
        let at = self.below(tokens.len());
        let end = (at + 1 + self.below(8)).min(tokens.len());
        match self.below(9) {
            0 => drop(tokens.drain(at..end)),
            1 => {
                let again = tokens[at..end].to_vec();
                tokens.splice(at..at, again);
            }
            2 => {
                let other = self.below(tokens.len());
                if !tokens.is_empty() {
                    tokens.swap(at, other);
                }
            }
            3 => {
                let mut strange = self.stretch();
                tokens.splice(at..at, strange.drain(..));
            }
            4 => {
                let lines = self.lines();
                tokens.insert(at, format!("\n{lines}\n"));
            }
            5 => {
                let (open, close) = NESTS[self.below(NESTS.len())];
                let depth = 1 << self.below(14);
                tokens.insert(end, close.repeat(depth));
                tokens.insert(at, open.repeat(depth));
            }
            _ => {
                let odd = self.odd().to_owned();
                match self.below(3) {
                    0 if at < tokens.len() => tokens[at] = odd,
                    1 => tokens.insert(at, odd),
                    _ => tokens.insert(at, format!(";{odd};")),
                }
            }
        }
    }

    /// Some tokens of another text.
    fn stretch(&mut self) -> Vec<String> {
        let mut other = tokens(self.of_corpus());
        let at = self.below(other.len());
        let end = (at + 1 + self.below(30)).min(other.len());
        other.drain(at.min(end)..end).collect()
    }

    /// Some lines of another text.
    fn lines(&mut self) -> String {
        let text = self.of_corpus().to_owned();
        let lines: Vec<&str> = text.lines().collect();
        let at = self.below(lines.len());
        let end = (at + 1 + self.below(12)).min(lines.len());
        lines[at.min(end)..end].join("\n")
    }
}

/// At the last character border before `end`.
fn cut(text: &str, mut end: usize) -> &str {
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Words, numbers, runs of white space, and signs one by one.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut last = None;
    for character in text.chars() {
        let kind = if character.is_alphanumeric() || character == '_' { Some(0) } else { character.is_whitespace().then_some(1) };
        match tokens.last_mut() {
            Some(token) if kind.is_some() && kind == last => token.push(character),
            _ => tokens.push(character.to_string()),
        }
        last = kind;
    }
    tokens
}
