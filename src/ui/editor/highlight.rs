//! JavaScript's colours for the static lines: a small lexer, as good as a reader's eye needs before CodeMirror is there.

/// The kind of a piece of text; each is a class `tok-…`, shared with CodeMirror's highlighter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    Plain,
    Keyword,
    String,
    Function,
    Number,
    Comment,
}

impl Token {
    #[must_use]
    pub fn class(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Keyword => Some("tok-k"),
            Self::String => Some("tok-s"),
            Self::Function => Some("tok-f"),
            Self::Number => Some("tok-n"),
            Self::Comment => Some("tok-c"),
        }
    }
}

const KEYWORDS: &[&str] = &[
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "import",
    "in",
    "instanceof",
    "let",
    "new",
    "null",
    "of",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// The tokens of `source` in order, as byte ranges that together cover it.
#[must_use]
pub fn tokens(source: &str) -> Vec<(usize, usize, Token)> {
    let bytes = source.as_bytes();
    let mut tokens: Vec<(usize, usize, Token)> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &source[at..];
        let first = bytes[at];
        let (length, token) = if rest.starts_with("//") {
            (rest.find(trace::is_line_terminator).unwrap_or(rest.len()), Token::Comment)
        } else if rest.starts_with("/*") {
            (rest.find("*/").map_or(rest.len(), |end| end + 2), Token::Comment)
        } else if matches!(first, b'"' | b'\'' | b'`') {
            (string_length(rest.as_bytes()), Token::String)
        } else if first.is_ascii_digit() {
            (rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.')).count(), Token::Number)
        } else if is_word(first) {
            let length = rest.bytes().take_while(|byte| is_word(*byte) || byte.is_ascii_digit()).count();
            (length, word(&rest[..length], &rest[length..], tokens.last().map(|last| &source[last.0..last.1])))
        } else {
            (
                rest.bytes()
                    .take_while(|byte| !is_word(*byte) && !byte.is_ascii_digit() && !matches!(byte, b'/' | b'"' | b'\'' | b'`'))
                    .count()
                    .max(1),
                Token::Plain,
            )
        };
        match tokens.last_mut() {
            Some(last) if last.2 == Token::Plain && token == Token::Plain && !is_word(first) => last.1 = at + length,
            _ => tokens.push((at, at + length, token)),
        }
        at += length;
    }
    tokens
}

/// Identifiers may hold anything beyond ASCII.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte == b'$' || byte >= 0x80
}

fn word(word: &str, after: &str, before: Option<&str>) -> Token {
    let member = before.is_some_and(|before| before.trim_end().ends_with('.') && !before.ends_with("..."));
    if !member && KEYWORDS.binary_search(&word).is_ok() {
        Token::Keyword
    } else if after.starts_with('(') {
        Token::Function
    } else {
        Token::Plain
    }
}

/// The length of the string literal that the bytes begin with; a quoted one ends with its line at the latest.
fn string_length(bytes: &[u8]) -> usize {
    let quote = bytes[0];
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'\n' | b'\r' if quote != b'`' => return at,
            byte if byte == quote => return at + 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coloured(source: &str) -> Vec<(&str, Token)> {
        tokens(source).into_iter().filter(|token| token.2 != Token::Plain).map(|(from, to, token)| (&source[from..to], token)).collect()
    }

    #[test]
    fn colours_what_a_reader_expects() {
        for (source, expected) in [
            ("const a = 1e5;", vec![("const", Token::Keyword), ("1e5", Token::Number)]),
            ("console.log(\"a // b\"); // c", vec![("log", Token::Function), ("\"a // b\"", Token::String), ("// c", Token::Comment)]),
            ("promise.catch(`a\\`\nb`)", vec![("catch", Token::Function), ("`a\\`\nb`", Token::String)]),
            ("a / b /* c", vec![("/* c", Token::Comment)]),
            ("'open\nnext()", vec![("'open", Token::String), ("next", Token::Function)]),
            ("100_000", vec![("100_000", Token::Number)]),
        ] {
            assert_eq!(coloured(source), expected, "{source}");
        }
    }

    #[test]
    fn tokens_cover_the_source() {
        for source in ["", "größe = \"🎉\" / 2;\n\t`${a}`", "\\", "\"\\", "/"] {
            let mut at = 0;
            for (from, to, _) in tokens(source) {
                assert_eq!(from, at);
                assert!(source.is_char_boundary(to.min(source.len())), "{source}");
                at = to;
            }
            assert_eq!(at, source.len(), "{source}");
        }
    }

    #[test]
    fn keywords_are_sorted() {
        assert!(KEYWORDS.is_sorted());
    }
}
