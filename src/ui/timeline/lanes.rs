//! The lanes: drawn once for a run and a width, whatever the step. One path per lane and colour.

use std::fmt::Write as _;
use std::rc::Rc;

use yew::prelude::*;

use player::{Fold, Held, Lane, LaneKind, Lanes, Role, amount};
use scene::{Bar, Face, bars, heights};

/// Where the lanes are: below room for the cursor's head and the console's marks, one under another, thin where there is little room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rows {
    pub pitch: f32,
}

impl Rows {
    const TOP: f32 = 14.0;
    const FULL: f32 = 23.0;

    /// For a timeline of that height, CSS pixels, and so many lanes.
    pub fn of(height: u16, lanes: usize) -> Self {
        let lanes = f32::from(u8::try_from(lanes.max(5)).unwrap_or(u8::MAX));
        Self { pitch: ((f32::from(height) - Self::TOP) / lanes).clamp(4.0, Self::FULL) }
    }

    /// Room for words.
    pub fn is_full(self) -> bool {
        self.pitch > 18.0
    }

    pub fn top(self, place: usize) -> f32 {
        Self::TOP + f32::from(u8::try_from(place).unwrap_or(u8::MAX)) * self.pitch
    }

    /// Where a lane's words stand.
    pub fn baseline(self, place: usize) -> f32 {
        self.top(place) + 15.5 * self.pitch / Self::FULL
    }

    /// From a bar to the next lane.
    fn space(self) -> f32 {
        if self.is_full() { 6.0 } else { 1.0 }
    }
}

#[derive(Properties)]
pub struct LanesViewProps {
    pub lanes: Rc<Lanes>,
    /// Of the lanes, CSS pixels.
    pub width: u16,
    pub rows: Rows,
}

impl PartialEq for LanesViewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.lanes, &other.lanes) && self.width == other.width && self.rows == other.rows
    }
}

#[component]
pub fn LanesView(props: &LanesViewProps) -> Html {
    let lanes = &*props.lanes;
    let width = f32::from(props.width);
    let drawn = lanes.lanes.iter().enumerate().map(|(place, lane)| lane_view(lane, lanes.steps, width, props.rows, props.rows.top(place)));
    html! {
        <g class="lanes">
            { for drawn }
            { for lanes.folds.iter().map(|fold| fold_view(fold, lanes, width, props.rows)) }
            { marks(lanes, width) }
        </g>
    }
}

fn lane_view(lane: &Lane, steps: u32, width: f32, rows: Rows, y: f32) -> Html {
    if let Some(held) = &lane.held {
        return area_view(held, steps, width, rows, y);
    }
    let bars = bars(lane, steps, width);
    let room = rows.pitch - rows.space();
    let pitch = room / f32::from(lane.rows);
    let height = if lane.rows == 1 { room - 2.0 * rows.space() / 6.0 } else { (pitch - 1.5).max(1.0) };
    // A bar in which nothing happened lies low.
    let lower = height * 0.6;
    let top = |bar: &Bar| y + rows.space() * 0.67 + f32::from(bar.row) * pitch + if bar.quiet { lower } else { 0.0 };
    let tall = |bar: &Bar| if bar.quiet { height - lower } else { height };
    html! {
        <g>
            <path class="lane-floor" d={format!("M0 {:.1}H{width}", y + rows.pitch - 0.5)} />
            { for Role::ALL.into_iter().filter_map(|role| {
                let data = path(bars.iter().filter(|bar| bar.role == role), top, tall);
                (!data.is_empty()).then(|| html! { <path class={classes!("bar", role.class())} d={data} /> })
            }) }
        </g>
    }
}

/// A place that many times the same share: a ground between broken lines, over the lanes of what runs.
fn fold_view(fold: &Fold, lanes: &Lanes, width: f32, rows: Rows) -> Html {
    let (x, end) = (column_x(fold.from, lanes.steps, width), column_x(fold.to, lanes.steps, width));
    // What is held, and whose code runs, is not what repeats itself.
    let others = lanes.lanes.iter().position(|lane| lane.held.is_some() || lane.kind == LaneKind::Code).unwrap_or(lanes.lanes.len());
    let height = rows.top(others) - rows.top(0);
    html! {
        <g class="fold">
            <rect class="fold-ground" x={format!("{x:.1}")} y={rows.top(0).to_string()} width={format!("{:.1}", end - x)} height={format!("{height:.1}")} />
            <path class="fold-edge" d={format!("M{x:.1} {}v{height:.1}M{end:.1} {}v{height:.1}", rows.top(0), rows.top(0))} />
        </g>
    }
}

/// Where a column begins.
pub(super) fn column_x(column: u32, columns: u32, width: f32) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a place in pixels")]
    let x = (f64::from(column) * f64::from(width) / f64::from(columns.max(1))) as f32;
    x
}

/// What streams hold, as an area over the lane's floor.
fn area_view(held: &Held, steps: u32, width: f32, rows: Rows, y: f32) -> Html {
    let floor = y + rows.pitch - 0.5;
    let room = rows.pitch - rows.space() * 0.67;
    let mut data = format!("M0 {floor:.1}");
    for (x, height) in heights(held, steps, width) {
        // Writing to a string cannot fail.
        let _ = write!(data, "H{x:.1}V{:.1}", floor - height * room);
    }
    let _ = write!(data, "H{width}V{floor:.1}z");
    html! {
        <g>
            <path class="lane-floor" d={format!("M0 {floor:.1}H{width}")} />
            <path class={classes!("bar", "held", Role::Stream.class())} d={data} />
            if rows.is_full() && held.most > 0 {
                <text class="held-most" x="6" y={format!("{:.1}", floor - 6.0)}>{ format!("up to {}", amount(held.most, held.unit)) }</text>
            }
        </g>
    }
}

fn has_room(bar: &Bar) -> bool {
    let letters = f32::from(u16::try_from(bar.label.chars().count()).unwrap_or(u16::MAX));
    letters > 0.0 && letters * (Face::Dim.advance() + 0.3) + 12.0 < bar.width
}

/// The words on the bars that have room for them.
#[component]
pub fn LabelsView(props: &LanesViewProps) -> Html {
    let mut labels = Vec::new();
    for (place, lane) in props.lanes.lanes.iter().enumerate().filter(|_| props.rows.is_full()) {
        let bars = bars(lane, props.lanes.steps, f32::from(props.width));
        let told = bars.iter().filter(|bar| lane.rows == 1 && !bar.quiet && has_room(bar));
        let y = format!("{:.1}", props.rows.baseline(place));
        labels.extend(told.map(|bar| html! { <text x={format!("{:.1}", bar.x + 6.0)} y={y.clone()}>{ &*bar.label }</text> }));
    }
    html! { <g>{ for labels }</g> }
}

/// Rounded bars as one path.
fn path<'a>(bars: impl Iterator<Item = &'a Bar>, top: impl Fn(&Bar) -> f32, tall: impl Fn(&Bar) -> f32) -> String {
    let mut data = String::new();
    for bar in bars {
        let height = tall(bar);
        let r = 3.0f32.min(bar.width / 2.0).min(height / 2.0);
        let (w, h) = (bar.width - 2.0 * r, height - 2.0 * r);
        // Writing to a string cannot fail.
        let _ = write!(
            data,
            "M{:.1} {:.1}h{w:.1}a{r:.1} {r:.1} 0 0 1 {r:.1} {r:.1}v{h:.1}a{r:.1} {r:.1} 0 0 1 -{r:.1} {r:.1}h-{w:.1}a{r:.1} {r:.1} 0 0 1 -{r:.1} -{r:.1}v-{h:.1}a{r:.1} {r:.1} 0 0 1 {r:.1} -{r:.1}z",
            bar.x + r,
            top(bar)
        );
    }
    data
}

/// A dot for each console line, at most one a pixel or two.
fn marks(lanes: &Lanes, width: f32) -> Html {
    let scale = f64::from(width) / f64::from(lanes.steps.max(1));
    let paths = Role::ALL.into_iter().filter_map(|role| {
        let mut data = String::new();
        let mut last = f64::NEG_INFINITY;
        for mark in lanes.console.iter().filter(|mark| mark.role == role) {
            let x = (f64::from(mark.step) + 0.5) * scale;
            if x - last > 2.0 {
                let _ = write!(data, "M{x:.1} 9h0");
                last = x;
            }
        }
        (!data.is_empty()).then(|| html! { <path class={classes!("console-mark", role.class())} d={data} /> })
    });
    html! { <g class="console-marks">{ for paths }</g> }
}
