//! The layout: where the boxes are, from the room there is. One machine, always in the same place.

/// A rectangle of the stage, CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    #[must_use]
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    #[must_use]
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }
}

/// The loop's circle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circle {
    pub x: f32,
    pub y: f32,
    pub radius: f32,
    /// Of the hub inside.
    pub hub: f32,
    /// Small: counts beside the stations instead of chips, no ramp's sign.
    pub small: bool,
}

/// Where everything is. A box that a view does not show is `None`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    pub width: f32,
    pub height: f32,
    pub v8: Option<Area>,
    pub timers: Option<Area>,
    pub ring: Option<Circle>,
    pub pool: Option<Area>,
    pub kernel: Option<Area>,
    pub streams: Option<Area>,
    pub objects: Option<Area>,
}

const EDGE: f32 = 20.0;
const GAP: f32 = 16.0;
/// Streams are a strip in a run that has none.
const STREAMS_STRIP: f32 = 44.0;
const TIMERS: f32 = 138.0;
const KERNEL: f32 = 76.0;

impl Plan {
    /// The whole machine, with room for streams if the run has any. Below the least size it is drawn at the least size, and scaled: as wide as fills the room.
    #[must_use]
    pub fn whole(width: f32, height: f32, has_streams: bool) -> Self {
        let least = if has_streams { 640.0 } else { 560.0 };
        let width = (width * (least / height.max(1.0)).max(1.0)).clamp(820.0, 1_500.0);
        let height = height.clamp(least, 1_100.0);
        let streams = if has_streams { (height * 0.25).clamp(158.0, 210.0) } else { STREAMS_STRIP };
        let left = (width * 0.265).clamp(212.0, 330.0);
        let right = (width * 0.233).clamp(188.0, 290.0);
        let tall = height - 2.0 * EDGE - GAP - streams;
        let area = |x, y, width, height| Some(Area { x, y, width, height });
        let (from, to) = (EDGE + left, width - EDGE - right);
        let radius = ((to - from) / 2.0 - 62.0).min(tall / 2.0 - 82.0).min(230.0);
        Self {
            width,
            height,
            v8: area(EDGE, EDGE, left, tall - GAP - TIMERS),
            timers: area(EDGE, EDGE + tall - TIMERS, left, TIMERS),
            ring: Some(Circle {
                x: f32::midpoint(from, to),
                y: EDGE + tall / 2.0 + 8.0,
                radius,
                hub: radius - if radius < 150.0 { 38.0 } else { 50.0 },
                small: false,
            }),
            pool: area(to, EDGE, right, tall - GAP - KERNEL),
            kernel: area(to, EDGE + tall - KERNEL, right, KERNEL),
            streams: area(EDGE, height - EDGE - streams, width - 2.0 * EDGE, streams),
            objects: None,
        }
    }

    fn alone(width: f32, height: f32) -> Self {
        let (width, height) = (width.clamp(320.0, 900.0), height.clamp(200.0, 1_100.0));
        Self { width, height, v8: None, timers: None, ring: None, pool: None, kernel: None, streams: None, objects: None }
    }

    /// The loop alone, for a phone.
    #[must_use]
    pub fn ring(width: f32, height: f32) -> Self {
        let plan = Self::alone(width, height.max(300.0));
        let radius = (plan.width / 2.0 - 73.0).min(plan.height / 2.0 - 44.0);
        let ring = Circle { x: plan.width / 2.0, y: plan.height / 2.0, radius, hub: radius - 30.0, small: true };
        Self { ring: Some(ring), ..plan }
    }

    /// V8 with the armed timers, for a phone.
    #[must_use]
    pub fn v8(width: f32, height: f32) -> Self {
        let plan = Self::alone(width, height.max(300.0));
        Self { v8: Some(Area { x: 12.0, y: 12.0, width: plan.width - 24.0, height: plan.height - 24.0 }), ..plan }
    }

    /// The pool and the armed timers, for a phone.
    #[must_use]
    pub fn pool(width: f32, height: f32) -> Self {
        let plan = Self::alone(width, height.max(300.0));
        let tall = plan.height - 24.0;
        let timers = 104.0;
        let wide = plan.width - 24.0;
        Self {
            pool: Some(Area { x: 12.0, y: 12.0, width: wide, height: tall - timers - 10.0 }),
            timers: Some(Area { x: 12.0, y: 12.0 + tall - timers, width: wide, height: timers }),
            ..plan
        }
    }

    /// The objects alone.
    #[must_use]
    pub fn objects(width: f32, height: f32) -> Self {
        let (width, height) = (width.clamp(320.0, 1_500.0), height.clamp(200.0, 1_400.0));
        let edge = if width < 560.0 { 12.0 } else { EDGE };
        Self {
            width,
            height,
            objects: Some(Area { x: edge, y: edge, width: width - 2.0 * edge, height: height - 2.0 * edge }),
            ..Self::alone(width, height)
        }
    }

    /// The streams alone, for a phone.
    #[must_use]
    pub fn streams(width: f32, height: f32) -> Self {
        let plan = Self::alone(width, height);
        Self { streams: Some(Area { x: 12.0, y: 12.0, width: plan.width - 24.0, height: plan.height - 24.0 }), ..plan }
    }
}
