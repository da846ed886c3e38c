//! The timeline's lanes as bars of a given width: aggregated by pixel, so that a hundred thousand steps are no more to draw than a thousand.

use std::rc::Rc;

use crate::player::{Lane, Role, Stretch};

/// A bar of a lane, CSS pixels from the lane's left edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub x: f32,
    pub width: f32,
    pub row: u16,
    pub role: Role,
    /// Empty where several stretches were too narrow to tell apart.
    pub label: Rc<str>,
    /// Drawn low: nothing happened in it.
    pub quiet: bool,
}

/// Narrower than this is not seen: stretches share a bar.
const LEAST: f32 = 2.0;
/// Between two bars that touch.
const GAP: f32 = 1.0;

/// The bars of `lane`, in a picture that is `width` wide for `steps` steps.
#[must_use]
pub fn bars(lane: &Lane, steps: u32, width: f32) -> Vec<Bar> {
    let scale = width / real(steps.max(1));
    let mut bars: Vec<Bar> = Vec::new();
    // The last bar of each row: stretches of a row do not overlap, so this is all that one may have to grow.
    let mut open: Vec<Option<usize>> = vec![None; usize::from(lane.rows)];
    for Stretch { from, to, role, label, row, quiet } in &lane.stretches {
        let (x, end) = (real(*from) * scale, real(*to) * scale);
        let row_at = usize::from(*row);
        if let Some(last) = open[row_at].map(|place| &mut bars[place])
            && end - x < LEAST
            && x < last.x + last.width.max(LEAST) + GAP / 2.0
            && last.width < 3.0 * LEAST
        {
            last.width = (end - last.x).max(last.width);
            last.label = Rc::from("");
            last.quiet &= quiet;
            // The louder one colours the bar.
            if last.role == Role::Process {
                last.role = *role;
            }
            continue;
        }
        open[row_at] = Some(bars.len());
        bars.push(Bar { x, width: (end - x - GAP).max(LEAST - GAP), row: *row, role: *role, label: Rc::clone(label), quiet: *quiet });
    }
    bars
}

/// Steps fit into an `f32` exactly as far as any trace goes; beyond, a pixel is a pixel.
#[expect(clippy::cast_precision_loss, reason = "positions in pixels")]
fn real(count: u32) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use crate::player::LaneKind;

    use super::*;

    fn lane(count: u32, each: u32) -> Lane {
        let stretches = (0..count).map(|place| Stretch {
            from: place * each,
            to: (place + 1) * each,
            role: Role::Micro,
            label: "x".into(),
            row: 0,
            quiet: false,
        });
        Lane { kind: LaneKind::Ticks, stretches: stretches.collect(), rows: 1 }
    }

    #[test]
    fn few_stretches_are_bars_of_their_own() {
        let bars = bars(&lane(10, 10), 100, 1_000.0);
        assert_eq!(bars.len(), 10);
        assert_eq!((bars[3].x, bars[3].width), (300.0, 99.0));
    }

    #[test]
    fn many_stretches_are_no_more_than_pixels() {
        let bars = bars(&lane(50_000, 2), 100_000, 1_000.0);
        assert!(bars.len() <= 500, "{}", bars.len());
        assert!(bars.windows(2).all(|pair| pair[0].x + pair[0].width <= pair[1].x + 1.0));
    }
}
