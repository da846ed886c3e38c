//! The text to light up: where execution stands, in the units of an editor.

use trace::{ByteOffset, Lines, Position, ScriptId, Snapshot, Span, Trace};

use super::Role;

/// A place in a script as an editor counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// 1-based.
    pub line: u32,
    /// 0-based UTF-16 column.
    pub column: u32,
    /// UTF-16 code units from the script's start.
    pub offset: u32,
}

/// The text that the editor lights up, and its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The file that the text is in.
    pub script: ScriptId,
    /// Where it starts.
    pub from: Place,
    /// Exclusive.
    pub to: Place,
    /// The colour: that of what runs.
    pub role: Role,
}

/// The place where the program stands: the site of the step, else of the top frame that has one. `None` while only the loop turns.
#[must_use]
pub fn focus(trace: &Trace, snapshot: &Snapshot) -> Option<Focus> {
    let site = trace
        .step(snapshot.step)
        .and_then(|step| step.site)
        .or_else(|| snapshot.stack.iter().rev().find_map(|frame| frame.site))
        .and_then(|site| trace.site(site))?;
    let (from, to) = places(trace.lines(site.script)?, site.span);
    Some(Focus { script: site.script, from, to, role: Role::running(trace, snapshot) })
}

fn places(lines: &Lines, span: Span) -> (Place, Place) {
    (place(lines, ByteOffset(span.start)), place(lines, ByteOffset(span.end)))
}

fn place(lines: &Lines, at: ByteOffset) -> Place {
    let Position { line, column } = lines.position(at);
    Place { line, column: column - 1, offset: lines.units(at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_utf16() {
        let source = "a😀b\nçd";
        let (from, to) = places(&Lines::new(source), Span { start: 5, end: 9 });
        assert_eq!((from.line, from.column, from.offset), (1, 3, 3));
        assert_eq!((to.line, to.column, to.offset), (2, 1, 6));
    }

    #[test]
    fn a_line_ends_where_v8_ends_it() {
        let source = "a\r\nb\u{2028}c\rd";
        let (from, to) = places(&Lines::new(source), Span { start: 7, end: 9 });
        assert_eq!((from.line, from.column, from.offset), (3, 0, 5));
        assert_eq!((to.line, to.column, to.offset), (4, 0, 7));
    }
}
