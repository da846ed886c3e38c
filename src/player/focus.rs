//! The text to light up: where execution stands, in the units of an editor.

use trace::{ScriptId, Snapshot, Span, Trace};

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
    pub script: ScriptId,
    pub from: Place,
    /// Exclusive.
    pub to: Place,
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
    let source = &trace.script(site.script)?.source;
    let (from, to) = places(source, site.span);
    Some(Focus { script: site.script, from, to, role: Role::running(trace, snapshot) })
}

fn places(source: &str, span: Span) -> (Place, Place) {
    let from = place(source, Place { line: 1, column: 0, offset: 0 }, 0, span.start as usize);
    let to = place(source, from, span.start as usize, span.end as usize);
    (from, to)
}

/// Goes on counting from `place`, which is at byte `start`, to byte `end`.
fn place(source: &str, mut place: Place, start: usize, end: usize) -> Place {
    let end = end.min(source.len());
    for character in source.get(start..end).unwrap_or("").chars() {
        let units = u32::try_from(character.len_utf16()).unwrap_or(1);
        place.offset += units;
        place.column += units;
        if character == '\n' {
            (place.line, place.column) = (place.line + 1, 0);
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_utf16() {
        let source = "a😀b\nçd";
        let (from, to) = places(source, Span { start: 5, end: 9 });
        assert_eq!((from.line, from.column, from.offset), (1, 3, 3));
        assert_eq!((to.line, to.column, to.offset), (2, 1, 6));
    }
}
