//! V8's sentence for a text that is no JSON. Follows V8 13.6 `src/json/json-parser.cc`.

use std::str::Chars;

use trace::{ByteOffset, Lines, Position};

/// V8's sentence for `text`, which is no JSON, and the place of the problem as an offset in UTF-16 units.
pub(crate) fn not_json(text: &str) -> (String, usize) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut parser = Parser { units: &units, at: 0 };
    let problem = parser.value().and_then(|()| {
        parser.space();
        if parser.at < units.len() { Err(Problem::At("Unexpected non-whitespace character after JSON")) } else { Ok(()) }
    });
    (parser.words(problem.err().unwrap_or(Problem::Token)), parser.at)
}

/// The sentence of V8 until version 11 for a text that is no JSON. `at`: the place of the problem as an offset in UTF-16 units.
pub(crate) fn not_json_until_v8_11(text: &str, at: usize) -> String {
    let Some(unit) = text.encode_utf16().nth(at) else { return "Unexpected end of JSON input".to_owned() };
    match char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER) {
        '0'..='9' | '-' => format!("Unexpected number in JSON at position {at}"),
        '"' => format!("Unexpected string in JSON at position {at}"),
        other => format!("Unexpected token {other} in JSON at position {at}"),
    }
}

/// The place in a text where it is no JSON. For V8 the text is a script without a name.
#[derive(Clone, Debug)]
pub(crate) struct JsonPlace {
    /// The name of the script: `<anonymous_script>`, or the one of older versions.
    pub(crate) script: &'static str,
    /// The line, 1-based.
    pub(crate) line: u32,
    /// The line's own text.
    pub(crate) text: String,
    /// The number of UTF-16 units before the place; `None` where Node marks none, since the line ends there.
    pub(crate) column: Option<usize>,
}

impl JsonPlace {
    /// The place at the offset `at` of `text`, in UTF-16 units.
    pub(crate) fn of(script: &'static str, text: &str, at: usize) -> Self {
        let units: Vec<u16> = text.encode_utf16().collect();
        let before = String::from_utf16_lossy(&units[..at.min(units.len())]);
        let lines = Lines::new(text);
        let place = lines.position(ByteOffset::from(before.len()));
        let shown = lines.range(place.line).and_then(|range| text.get(range)).unwrap_or_default().to_owned();
        // Node compares the mark's end, in UTF-16 units, with the line's length in bytes.
        let is_marked = place.column as usize <= shown.len();
        Self { script, line: place.line, text: shown, column: is_marked.then(|| place.column as usize - 1) }
    }

    /// The lines that Node prints above the error: the script and the line number, the text, the mark.
    pub(crate) fn arrow(&self) -> String {
        let mark = self.column.map(|column| format!("{}^\n", " ".repeat(column))).unwrap_or_default();
        format!("{}:{}\n{}\n{mark}", self.script, self.line, self.text)
    }
}

/// A problem at the parser's place.
#[derive(Clone, Copy)]
enum Problem {
    /// A token that may not stand there.
    Token,
    /// A problem with a sentence of its own.
    At(&'static str),
}

struct Parser<'t> {
    units: &'t [u16],
    at: usize,
}

type Parsed = Result<(), Problem>;

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.units.get(self.at).map(|unit| char::from_u32(u32::from(*unit)).unwrap_or('\u{fffd}'))
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(' ' | '\t' | '\n' | '\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Parsed {
        // The objects and arrays that are open, outermost first; `true` for an object.
        let mut open: Vec<bool> = Vec::new();
        loop {
            self.space();
            match self.peek() {
                Some('{') => {
                    self.at += 1;
                    self.space();
                    if self.take('}') {
                        // An empty object is a whole value.
                    } else {
                        self.name("Expected property name or '}' in JSON")?;
                        open.push(true);
                        continue;
                    }
                }
                Some('[') => {
                    self.at += 1;
                    self.space();
                    if !self.take(']') {
                        open.push(false);
                        continue;
                    }
                }
                Some('"') => self.string()?,
                Some('t') => self.literal("true".chars())?,
                Some('f') => self.literal("false".chars())?,
                Some('n') => self.literal("null".chars())?,
                Some('-' | '0'..='9') => self.number()?,
                _ => return Err(Problem::Token),
            }
            loop {
                let Some(object) = open.last().copied() else {
                    return Ok(());
                };
                self.space();
                if self.take(',') {
                    if object {
                        self.space();
                        self.name("Expected double-quoted property name in JSON")?;
                    }
                    break;
                }
                if !self.take(if object { '}' } else { ']' }) {
                    return Err(Problem::At(if object {
                        "Expected ',' or '}' after property value in JSON"
                    } else {
                        "Expected ',' or ']' after array element in JSON"
                    }));
                }
                open.pop();
            }
        }
    }

    fn name(&mut self, expected: &'static str) -> Parsed {
        if self.peek() != Some('"') {
            return Err(Problem::At(expected));
        }
        self.string()?;
        self.space();
        if self.take(':') { Ok(()) } else { Err(Problem::At("Expected ':' after property name in JSON")) }
    }

    fn literal(&mut self, word: Chars<'_>) -> Parsed {
        for wanted in word {
            if !self.take(wanted) {
                return Err(Problem::Token);
            }
        }
        Ok(())
    }

    fn number(&mut self) -> Parsed {
        if self.take('-') && !matches!(self.peek(), Some('0'..='9')) {
            return Err(Problem::At("No number after minus sign in JSON"));
        }
        if self.take('0') {
            if matches!(self.peek(), Some('0'..='9')) {
                return Err(Problem::At("Unexpected number in JSON"));
            }
        } else {
            self.digits();
        }
        if self.take('.') && !self.digits() {
            return Err(Problem::At("Unterminated fractional number in JSON"));
        }
        if self.take('e') || self.take('E') {
            if !self.take('+') {
                self.take('-');
            }
            if !self.digits() {
                return Err(Problem::At("Exponent part is missing a number in JSON"));
            }
        }
        Ok(())
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while matches!(self.peek(), Some('0'..='9')) {
            self.at += 1;
        }
        self.at > start
    }

    fn string(&mut self) -> Parsed {
        self.at += 1;
        loop {
            match self.peek() {
                None => return Err(Problem::At("Unterminated string in JSON")),
                Some('"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some('\\') => {
                    self.at += 1;
                    self.escape()?;
                }
                Some('\0'..='\x1f') => return Err(Problem::At("Bad control character in string literal in JSON")),
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Parsed {
        match self.peek() {
            None => Err(Problem::Token),
            Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => {
                self.at += 1;
                Ok(())
            }
            Some('u') => {
                self.at += 1;
                for _ in 0..4 {
                    if !self.peek().is_some_and(|digit| digit.is_ascii_hexdigit()) {
                        return Err(Problem::At("Bad Unicode escape in JSON"));
                    }
                    self.at += 1;
                }
                Ok(())
            }
            Some(_) => Err(Problem::At("Bad escaped character in JSON")),
        }
    }

    /// `JsonParser::LookUpErrorMessageForJsonToken`.
    fn words(&self, problem: Problem) -> String {
        // The number of characters that V8 shows on each side of the wrong one.
        const AROUND: usize = 10;
        // The longest text that V8 shows whole, in characters.
        const WHOLE: usize = 20;
        let text = |from: usize, to: usize| String::from_utf16_lossy(&self.units[from..to]);
        let length = self.units.len();
        match problem {
            Problem::At(sentence) => {
                let before = text(0, self.at);
                let Position { line, column } = Lines::of_json(&before).position(ByteOffset::from(before.len()));
                format!("{sentence} at position {} (line {line} column {column})", self.at)
            }
            Problem::Token if self.at >= length => "Unexpected end of JSON input".to_owned(),
            Problem::Token if matches!(text(0, length).as_str(), "undefined" | "NaN" | "Infinity" | "[object Object]") => {
                format!("\"{}\" is not valid JSON", text(0, length))
            }
            Problem::Token => {
                let token = text(self.at, self.at + 1);
                let (mut from, mut to, mut before, mut after) = (0, length, "", "");
                if length > WHOLE && self.at >= AROUND {
                    (from, before) = (self.at - AROUND, "...");
                }
                if length > WHOLE && self.at + AROUND < length {
                    (to, after) = (self.at + AROUND, "...");
                }
                format!("Unexpected token '{token}', {before}\"{}\"{after} is not valid JSON", text(from, to))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{JsonPlace, not_json};

    #[test]
    fn v8_says_what_is_wrong() {
        let table = [
            ("", "Unexpected end of JSON input"),
            ("{bad", "Expected property name or '}' in JSON at position 1 (line 1 column 2)"),
            ("[1,]", "Unexpected token ']', \"[1,]\" is not valid JSON"),
            ("[1\n 2]", "Expected ',' or ']' after array element in JSON at position 4 (line 2 column 2)"),
            ("undefined", "\"undefined\" is not valid JSON"),
            ("<!DOCTYPE html><html><body>Not found</body></html>", "Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON"),
        ];
        for (text, expected) in table {
            assert_eq!(not_json(text).0, expected, "{text}");
        }
    }

    /// U+2028 and U+2029 end a line of the text that is shown, but not in the sentence about it; `\r\n` ends one line in both.
    #[test]
    fn the_sentence_and_the_shown_line_count_differently() {
        let table = [
            ("{ \"a\u{2028}b\": 1, \"b\" 2 }", "(line 1 column 17)", "<anonymous_script>:2\nb\": 1, \"b\" 2 }\n           ^\n"),
            ("{ \"a\": 1,\r\n \"b\" 2 }", "(line 2 column 6)", "<anonymous_script>:2\n \"b\" 2 }\n     ^\n"),
            ("{ \"a\": 1,\r \"b\" 2 }", "(line 2 column 6)", "<anonymous_script>:2\n \"b\" 2 }\n     ^\n"),
            ("{ \"a\": 1,\u{2029} \"b\" 2 }", "(line 1 column 10)", "<anonymous_script>:1\n{ \"a\": 1,\n"),
            ("{\"é", "(line 1 column 4)", "<anonymous_script>:1\n{\"é\n   ^\n"),
            ("{\"ab", "(line 1 column 5)", "<anonymous_script>:1\n{\"ab\n"),
        ];
        for (text, place, arrow) in table {
            let (sentence, at) = not_json(text);
            assert!(sentence.ends_with(place), "{text:?}: {sentence}");
            assert_eq!(JsonPlace::of("<anonymous_script>", text, at).arrow(), arrow, "{text:?}");
        }
    }
}
