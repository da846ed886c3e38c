//! When a run does not go as the reader meant: what happened, where, and the way out.

use trace::{Ending, Event, Limit, Position, Trace};

/// A problem as the banner shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// `The program was stopped after 1,000,000 steps.`
    pub title: String,
    /// What to do about it.
    pub advice: String,
    /// The line and a caret under it, if there are any.
    pub detail: Option<String>,
    /// Where in the editor.
    pub place: Option<Position>,
}

impl Problem {
    #[must_use]
    pub fn plain(title: &str, advice: &str) -> Self {
        Self { title: title.to_owned(), advice: advice.to_owned(), detail: None, place: None }
    }

    #[must_use]
    pub fn unknown_lesson(id: &str) -> Self {
        let shown: String = id.chars().take(40).collect();
        Self::plain(
            &["There is no lesson “", &shown, "”."].concat(),
            "The link may be from a newer version of this page. The first lesson is open instead.",
        )
    }

    /// A syntax error, in Node's words: nothing of the program ran.
    #[must_use]
    pub fn refused(words: &str) -> Self {
        let Some(place) = place_of(words) else { return Self::plain("This program cannot be run.", words) };
        let message = words.lines().find(|line| line.contains("Error:")).or(words.lines().next()).unwrap_or(words);
        let message = message.trim_start_matches('[').trim_end_matches(']');
        let title = [message, " (line ", &place.line.to_string(), ")"].concat();
        // The place, the line and the caret; the console has the rest.
        let place_and_caret = words.lines().take_while(|line| !line.trim().is_empty()).skip(1).collect::<Vec<_>>().join("\n");
        Self {
            title,
            advice: "Nothing was run. Mend the line that is underlined, then press Simulate Flow again.".to_owned(),
            detail: Some(place_and_caret).filter(|detail| !detail.is_empty()),
            place: Some(place),
        }
    }

    /// What a finished run has to say, if it ended before it began or at one of our bounds.
    #[must_use]
    pub fn of_run(trace: &Trace) -> Option<Self> {
        let ran = trace.steps().iter().any(|step| matches!(step.event, Event::Statement { .. }));
        let words = trace.console().iter().map(|line| trace.text(line.text)).collect::<String>();
        if !ran && words.contains("SyntaxError") {
            return Some(Self::refused(words.trim_end()));
        }
        let cut = matches!(trace.steps().last()?.event, Event::Exited { ending: Ending::Cut, .. } | Event::Cut { .. });
        let limit = trace.steps().iter().rev().take(8).find_map(|step| match step.event {
            Event::Cut { limit } => Some(limit),
            _ => None,
        });
        let (title, advice) = match limit.filter(|_| cut)? {
            Limit::Steps => (
                "The program was stopped: it took more steps than this page records.",
                "Look for a loop that does not end. What was recorded up to there can be stepped through.",
            ),
            Limit::Instructions => (
                "The program was stopped: it computed for longer than this page allows.",
                "Look for a loop that does not end, or make the work smaller. What was recorded up to there can be stepped through.",
            ),
            Limit::Memory => (
                "The program was stopped: it used more memory than this page gives it.",
                "Look for an array or a string that keeps growing. What was recorded up to there can be stepped through.",
            ),
            Limit::Output => (
                "The program was stopped: it printed more than this page keeps.",
                "Print less, or less often. What was recorded up to there can be stepped through.",
            ),
            Limit::VirtualTime => (
                "The program was stopped: its clock ran past the end of what this page simulates.",
                "Look for a timer or an interval that is never cleared. What was recorded up to there can be stepped through.",
            ),
        };
        Some(Self::plain(title, advice))
    }
}

/// The place in Node's words for a syntax error: `/home/reader/main.js:3`, and the caret's column in the line after the source line.
fn place_of(words: &str) -> Option<Position> {
    let mut lines = words.lines();
    let head = lines.next()?;
    let mut numbers = head.rsplit(':').map(|part| part.trim().parse::<u32>().ok());
    let last = numbers.next()??;
    if let Some(Some(before)) = numbers.next() {
        return Some(Position { line: before, column: last });
    }
    let caret = lines.find_map(|line| line.find('^').filter(|at| line[..*at].trim().is_empty()));
    Some(Position { line: last, column: caret.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_place_in_nodes_words() {
        for (words, line, column) in [
            ("/home/reader/main.js:3\nfoo(;\n    ^\n\nSyntaxError: Unexpected token ';'", 3, 5),
            ("/home/reader/main.js:3:7\nSyntaxError: x", 3, 7),
            ("/home/reader/main.js:12\n", 12, 1),
        ] {
            assert_eq!(place_of(words), Some(Position { line, column }), "{words}");
        }
        assert_eq!(place_of("The file is missing."), None);
    }

    #[test]
    fn a_syntax_error_names_its_line() {
        let problem = Problem::refused("/home/reader/main.js:3\nfoo(;\n    ^\n\nSyntaxError: Unexpected token ';'");
        assert_eq!(problem.title, "SyntaxError: Unexpected token ';' (line 3)");
    }
}
