//! The layout: the places of the boxes, from the room there is. There is one machine, always in the same place.

/// A rectangle of the stage, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// The left edge.
    pub x: f32,
    /// The upper edge.
    pub y: f32,
    /// The extent to the right.
    pub width: f32,
    /// The extent downwards.
    pub height: f32,
}

impl Area {
    /// The right edge.
    #[must_use]
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// The lower edge.
    #[must_use]
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }
}

/// The loop's circle, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circle {
    /// The middle, from the left.
    pub x: f32,
    /// The middle, from the top.
    pub y: f32,
    /// The radius of the ring.
    pub radius: f32,
    /// The radius of the hub inside.
    pub hub: f32,
    /// The circle is small: counts stand beside the stations instead of chips, and the ramp has no sign.
    pub small: bool,
}

/// The places of all boxes. A box that a view does not show is `None`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// The picture's width in CSS pixels.
    pub width: f32,
    /// The picture's height in CSS pixels.
    pub height: f32,
    /// The call stack, the variables and the modules.
    pub v8: Option<Area>,
    /// The armed timers.
    pub timers: Option<Area>,
    /// The event loop.
    pub ring: Option<Circle>,
    /// The thread pool.
    pub pool: Option<Area>,
    /// The kernel's sockets.
    pub kernel: Option<Area>,
    /// The streams.
    pub streams: Option<Area>,
    /// The one picture of the views `Objects`, `Shapes` and `Heap`.
    pub objects: Option<Area>,
}

const EDGE: f32 = 20.0;
const GAP: f32 = 16.0;
/// The height of the streams' box in a run without streams.
const STREAMS_STRIP: f32 = 44.0;
const TIMERS: f32 = 138.0;
const KERNEL: f32 = 76.0;

impl Plan {
    /// The whole machine, with room for streams if the run has any. In a room below the least size it has the least size and is scaled, as wide as fills the
    /// room.
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

    /// One picture that fills the room: the objects, the hidden classes or the heap.
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
