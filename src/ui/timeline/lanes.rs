//! The lanes: drawn once for a run and a width, whatever the step. One path per lane and colour.

use std::fmt::Write as _;
use std::rc::Rc;

use yew::prelude::*;

use crate::player::{Lane, Lanes, Role};
use crate::scene::{Bar, Face, bars};

/// From the top: room for the cursor's head and the console's marks, then one lane under another.
pub(super) const TOP: f32 = 14.0;
pub(super) const LANE: f32 = 23.0;
const BAR: f32 = 15.0;
/// How much lower a bar is in which nothing happened.
const QUIET: f32 = 9.0;

#[derive(Properties)]
pub struct LanesViewProps {
    pub lanes: Rc<Lanes>,
    /// Of the lanes, CSS pixels.
    pub width: u16,
}

impl PartialEq for LanesViewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.lanes, &other.lanes) && self.width == other.width
    }
}

#[component]
pub fn LanesView(props: &LanesViewProps) -> Html {
    let lanes = &*props.lanes;
    let width = f32::from(props.width);
    let mut y = TOP;
    let drawn: Vec<Html> = lanes
        .lanes
        .iter()
        .map(|lane| {
            let html = lane_view(lane, lanes.steps, width, y);
            y += LANE;
            html
        })
        .collect();
    html! {
        <g class="lanes">
            { for drawn }
            { marks(lanes, width) }
        </g>
    }
}

fn lane_view(lane: &Lane, steps: u32, width: f32, y: f32) -> Html {
    let bars = bars(lane, steps, width);
    let rows = f32::from(lane.rows);
    let pitch = (LANE - 6.0) / rows;
    let height = if lane.rows == 1 { BAR } else { (pitch - 1.5).max(1.0) };
    let top = |bar: &Bar| y + 4.0 + f32::from(bar.row) * pitch + if bar.quiet { QUIET } else { 0.0 };
    html! {
        <g>
            <path class="lane-floor" d={format!("M0 {:.1}H{width}", y + LANE - 0.5)} />
            { for Role::ALL.into_iter().filter_map(|role| {
                let data = path(bars.iter().filter(|bar| bar.role == role), top, height);
                (!data.is_empty()).then(|| html! { <path class={classes!("bar", role.class())} d={data} /> })
            }) }
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
    let mut y = TOP;
    let mut labels = Vec::new();
    for lane in &props.lanes.lanes {
        let bars = bars(lane, props.lanes.steps, f32::from(props.width));
        let told = bars.iter().filter(|bar| lane.rows == 1 && !bar.quiet && has_room(bar));
        labels.extend(told.map(|bar| html! { <text x={format!("{:.1}", bar.x + 6.0)} y={format!("{:.1}", y + 15.5)}>{ &*bar.label }</text> }));
        y += LANE;
    }
    html! { <g>{ for labels }</g> }
}

/// Rounded bars as one path.
fn path<'a>(bars: impl Iterator<Item = &'a Bar>, top: impl Fn(&Bar) -> f32, height: f32) -> String {
    let mut data = String::new();
    for bar in bars {
        let height = if bar.quiet { height - QUIET } else { height };
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
