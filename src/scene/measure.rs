//! Text that fits its room: cut with an ellipsis by the face's measured width, and rows of chips.

use super::Face;

/// The width of `text` in CSS pixels.
pub(super) fn width(text: &str, face: Face) -> f32 {
    let count = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
    f32::from(count) * face.advance()
}

/// `text`, or as much of it as fits into `room` with an ellipsis.
pub(super) fn fit(text: &str, face: Face, room: f32) -> String {
    // A chip made to measure must not lose its last letter to rounding.
    if width(text, face) <= room + 0.5 {
        return text.to_owned();
    }
    let mut fitting = String::new();
    let mut used = face.advance();
    for letter in text.chars() {
        used += face.advance();
        if used > room {
            break;
        }
        fitting.push(letter);
    }
    fitting.push('…');
    fitting
}

/// A task's label, or as much of it as fits into `room`: the line number at its end stays (`someQuite… L12`).
pub(super) fn fit_label(text: &str, face: Face, room: f32) -> String {
    match text.rsplit_once(" L") {
        Some((what, line)) if width(text, face) > room + 0.5 => {
            let line = format!(" L{line}");
            let what = fit(what, face, room - width(&line, face));
            format!("{what}{line}")
        }
        _ => fit(text, face, room),
    }
}

/// The number of rows of this pitch that fit into `room`.
pub(super) fn rows(room: f32, pitch: f32) -> usize {
    let (mut rows, mut used) = (0, pitch);
    while used <= room {
        used += pitch;
        rows += 1;
    }
    rows
}

/// A chip's place in a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slot {
    pub x: f32,
    pub width: f32,
    pub text: String,
}

/// Space in a chip beside its text, and between two chips.
const PADDING: f32 = 8.0;
const GAP: f32 = 4.0;
/// Room for `+997`.
const REST: f32 = 36.0;

/// The places of as many of `labels` as fit into `room` side by side, of the first at least. The caller counts the rest.
pub(super) fn row<'a>(labels: impl ExactSizeIterator<Item = &'a str>, room: f32) -> Vec<Slot> {
    let count = labels.len();
    let mut slots: Vec<Slot> = Vec::new();
    let mut x = 0.0;
    for (place, label) in labels.enumerate() {
        let last = place + 1 == count;
        let left = room - x - if last { 0.0 } else { REST };
        let wanted = width(label, Face::ChipText) + 2.0 * PADDING;
        if wanted > left && place > 0 {
            break;
        }
        let width = wanted.min(left);
        slots.push(Slot { x, width, text: fit_label(label, Face::ChipText, width - 2.0 * PADDING) });
        x += width + GAP;
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_by_its_width() {
        assert_eq!(fit("then L18", Face::ChipText, 60.0), "then L18");
        assert_eq!(fit("resume loadEverything", Face::ChipText, 60.0), "resume l…");
        assert_eq!(fit_label("loadEverything L12", Face::ChipText, 80.0), "loadEve… L12");
        assert_eq!(fit_label("then L12", Face::ChipText, 80.0), "then L12");
    }

    #[test]
    fn a_row_takes_what_fits() {
        let slots = row(["then L18", "then L19", "then L20"].into_iter(), 154.0);
        assert_eq!(slots.len(), 1);
        assert_eq!(row(["then L18"; 2].into_iter(), 154.0).len(), 2);
        assert!(row(["an enormous label that fits nowhere L1"].into_iter(), 154.0)[0].width <= 154.0);
    }
}
