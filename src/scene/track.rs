//! The train's way: down the ramp of the main script, onto the ring, round and round, and off at the exit.

use std::f32::consts::TAU;

use trace::{Event, Phase, Snapshot, Stage, Trace};

use super::plan::Circle;

/// A place on the track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Track {
    /// A place on the ramp, from 0 (its start) to 1 (at the timers station).
    Ramp(f32),
    /// A place on the ring, in turns since the loop began; whole numbers are at the timers station.
    Ring(f32),
    /// A place off the loop: the process has exited.
    Exit,
}

/// A place in the picture: position and direction (degrees, clockwise).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// The place from the left, in CSS pixels.
    pub x: f32,
    /// The place from the top, in CSS pixels.
    pub y: f32,
    /// The direction in degrees, clockwise.
    pub turn: f32,
}

/// The distance of a phase's station from the timers station, as a part of a turn.
pub(super) fn station(phase: Phase) -> f32 {
    match phase {
        Phase::Timers => 0.0,
        Phase::Pending => 1.0 / 6.0,
        Phase::Idle => 0.24,
        Phase::Prepare => 0.26,
        Phase::Poll => 1.0 / 3.0,
        Phase::Check => 0.5,
        Phase::Closing => 2.0 / 3.0,
    }
}

impl Track {
    /// The train's place at a snapshot.
    #[must_use]
    pub fn of(trace: &Trace, snapshot: &Snapshot) -> Self {
        match snapshot.stage {
            Stage::Main => {
                Self::Ramp(if snapshot.stack.is_empty() { if snapshot.step.0 < 2 { 0.12 } else { 0.84 } } else { main_progress(trace, snapshot) })
            }
            Stage::Loop(phase) => Self::Ring(turns(phase, snapshot.iteration)),
            Stage::Between => Self::Ring(last_left(trace, snapshot).map_or(0.0, |phase| turns(phase, snapshot.iteration) + 0.035)),
            Stage::Exited { .. } => Self::Exit,
        }
    }

    /// The train's position and direction at this place, in a picture with this circle.
    #[must_use]
    pub fn pose(self, ring: Circle) -> Pose {
        match self {
            Self::Ramp(part) => ramp_pose(ring, part),
            Self::Ring(turns) => {
                let angle = TAU * (turns - 0.25);
                Pose { x: ring.x + ring.radius * angle.cos(), y: ring.y + ring.radius * angle.sin(), turn: 360.0 * turns.fract() }
            }
            Self::Exit => {
                let [.., (x, y)] = exit(ring);
                Pose { x, y, turn: 0.0 }
            }
        }
    }

    /// The way from one place to another in small steps, for an animation; `None` where the train should appear at its new place at once.
    #[must_use]
    pub fn route(from: Self, to: Self, ring: Circle) -> Option<Vec<Pose>> {
        const STEPS: u8 = 12;
        let (Self::Ring(a), Self::Ring(b)) = (from, to) else {
            return None;
        };
        if (a - b).abs() > 0.75 {
            return None;
        }
        let mut poses: Vec<Pose> = (0..=STEPS).map(|step| Self::Ring(a + (b - a) * f32::from(step) / f32::from(STEPS)).pose(ring)).collect();
        // The direction goes on past a whole turn, or it would spin back.
        let first = 360.0 * a;
        for (step, pose) in (0u8..).zip(&mut poses) {
            pose.turn = first + 360.0 * (b - a) * f32::from(step) / f32::from(STEPS);
        }
        Some(poses)
    }
}

fn turns(phase: Phase, iteration: u32) -> f32 {
    // More turns than this need no more exactness.
    let iteration = f32::from(u16::try_from(iteration % 4_096).unwrap_or(0));
    match phase {
        Phase::Timers => iteration,
        _ => iteration - 1.0 + station(phase),
    }
}

fn last_left(trace: &Trace, snapshot: &Snapshot) -> Option<Phase> {
    trace.steps()[..=snapshot.step.index()].iter().rev().find_map(|step| match step.event {
        Event::PhaseLeft { phase } => Some(phase),
        _ => None,
    })
}

/// The part of the main script that is done, from 0 to 1: the line of the bottom program frame among the script's lines.
fn main_progress(trace: &Trace, snapshot: &Snapshot) -> f32 {
    let site = snapshot.stack.iter().find_map(|frame| frame.site).and_then(|site| trace.site(site));
    let Some((site, script)) = site.and_then(|site| Some((site, trace.script(site.script)?))) else {
        return 0.12;
    };
    let whole = u16::try_from(script.source.len().max(1) / 16 + 1).unwrap_or(u16::MAX);
    let done = u16::try_from(site.span.start / 16).unwrap_or(u16::MAX);
    0.12 + 0.6 * (f32::from(done) / f32::from(whole)).min(1.0)
}

/// The ramp's curve: start, two controls, end.
pub(super) fn ramp(ring: Circle) -> [(f32, f32); 4] {
    let (x, y, radius) = (ring.x, ring.y, ring.radius);
    [
        (x - radius * 1.2, y - radius * 1.22),
        (x - radius * 0.85, y - radius * 1.22),
        (x - radius * 0.55, y - radius * 1.14),
        (x - radius * 0.16, y - radius * 1.02),
    ]
}

/// The exit's curve, which leaves the ring after the timers station.
pub(super) fn exit(ring: Circle) -> [(f32, f32); 4] {
    let (x, y, radius) = (ring.x, ring.y, ring.radius);
    let on = TAU * (0.085 - 0.25);
    [
        (x + radius * on.cos(), y + radius * on.sin()),
        (x + radius * 0.74, y - radius * 0.74),
        (x + radius * 0.84, y - radius * 0.83),
        (x + radius * 1.12, y - radius * 0.83),
    ]
}

#[expect(clippy::many_single_char_names, reason = "the letters of a Bézier curve")]
fn ramp_pose(ring: Circle, t: f32) -> Pose {
    let [a, b, c, d] = ramp(ring);
    let mix = |a: f32, b: f32, c: f32, d: f32| {
        let s = 1.0 - t;
        s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
    };
    let slope = |a: f32, b: f32, c: f32, d: f32| {
        let s = 1.0 - t;
        3.0 * s * s * (b - a) + 6.0 * s * t * (c - b) + 3.0 * t * t * (d - c)
    };
    let turn = slope(a.1, b.1, c.1, d.1).atan2(slope(a.0, b.0, c.0, d.0)).to_degrees();
    Pose { x: mix(a.0, b.0, c.0, d.0), y: mix(a.1, b.1, c.1, d.1), turn }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RING: Circle = Circle { x: 500.0, y: 300.0, radius: 166.0, hub: 114.0, small: false };

    #[test]
    fn stations_lie_clockwise_from_the_top() {
        let pose = Track::Ring(turns(Phase::Check, 1)).pose(RING);
        assert!((pose.x - 500.0).abs() < 0.1 && (pose.y - 466.0).abs() < 0.1);
        assert!(Track::Ring(turns(Phase::Poll, 1)).pose(RING).x > 600.0);
    }

    #[test]
    fn the_train_goes_along_the_ring_not_across() {
        let route = Track::route(Track::Ring(0.5), Track::Ring(1.0), RING).unwrap();
        assert!(route.iter().all(|pose| ((pose.x - 500.0).hypot(pose.y - 300.0) - 166.0).abs() < 0.1));
        assert_eq!(Track::route(Track::Ring(0.5), Track::Ring(40.0), RING), None);
    }
}
