//! The timeline's lanes as bars of a given width: aggregated by pixel, so that a hundred thousand steps are no more to draw than a thousand.

use std::rc::Rc;

use player::{Held, Lane, Role, Stretch};

/// A bar of a lane. Lengths are CSS pixels from the lane's left edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The left edge.
    pub x: f32,
    /// The extent to the right.
    pub width: f32,
    /// The row of the lane, from 0.
    pub row: u16,
    /// The role that gives the colour.
    pub role: Role,
    /// The stretch's label; empty where several stretches too narrow to be seen share the bar.
    pub label: Rc<str>,
    /// Nothing happened in the stretch, so the bar is drawn low.
    pub quiet: bool,
}

/// The width below which a stretch is not seen, and shares a bar with its neighbours.
const LEAST: f32 = 2.0;
/// The space between two bars that touch.
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

/// The levels over a run as the outline of an area `width` wide. Each `(x, height)` holds from `x` on; heights go from 0 to 1. There is at most one for each
/// pixel, the highest there.
#[must_use]
pub fn heights(held: &Held, steps: u32, width: f32) -> Vec<(f32, f32)> {
    let scale = width / real(steps.max(1));
    let full = held.scale.max(1);
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "heights in pixels")]
    let height = |level: u64| (level as f64 / full as f64) as f32;
    let mut heights: Vec<(f32, f32)> = Vec::new();
    // What holds at the end of a pixel's last change, which the next pixel begins with.
    let mut after = 0.0;
    for (step, level) in &held.levels {
        let (x, level) = (real(*step) * scale, height(*level));
        match heights.last_mut() {
            Some((last, highest)) if x - *last < 1.0 => *highest = highest.max(level),
            last => {
                if let Some((last, highest)) = last
                    && (*highest - after).abs() > f32::EPSILON
                {
                    let next = *last + 1.0;
                    heights.push((next, after));
                }
                heights.push((x, level));
            }
        }
        after = level;
    }
    if let Some((last, highest)) = heights.last().copied()
        && (highest - after).abs() > f32::EPSILON
    {
        heights.push((last + 1.0, after));
    }
    heights
}

/// Steps fit into an `f32` exactly as far as any trace goes; beyond, a pixel is a pixel.
#[expect(clippy::cast_precision_loss, reason = "positions in pixels")]
fn real(count: u32) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use player::LaneKind;
    use trace::SizeUnit;

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
        Lane { kind: LaneKind::Ticks, stretches: stretches.collect(), rows: 1, held: None }
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

    #[test]
    fn levels_are_as_high_as_they_ever_were_in_a_pixel() {
        let levels = vec![(0, 0), (100, 40), (101, 80), (102, 0), (500, 20)];
        let held = Held { levels, scale: 80, most: 80, unit: SizeUnit::Bytes };
        assert_eq!(heights(&held, 1_000, 100.0), [(0.0, 0.0), (10.0, 1.0), (11.0, 0.0), (50.0, 0.25)]);
        let many = Held { levels: (0..100_000).map(|step| (step, u64::from(step % 7))).collect(), scale: 6, most: 6, unit: SizeUnit::Objects };
        assert!(heights(&many, 100_000, 1_000.0).len() <= 2_001);
    }
}
