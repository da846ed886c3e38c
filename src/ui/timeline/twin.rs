//! Two runs on one axis of virtual time, one above the other, each with its cursor, and where they part.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::comparison::Both;
use crate::size::use_size;
use player::{Player, Side, Twin, duration};
use trace::StepId;

use super::lanes::{LabelsView, LanesView, Rows};
use super::timeline::{END, NAMES, UNMEASURED, column_at, drag, fork_view, lane_names, position, seek_key};

#[derive(Properties, PartialEq)]
pub struct TwinTimelineProps {
    pub both: Both,
    /// The reader went to a step of the leading run.
    #[prop_or_default]
    pub on_seek: Callback<StepId>,
}

/// Room for the axis between the two, CSS pixels.
const AXIS: u16 = 18;
/// From one time on the axis to the next, at the least.
const TICK: u16 = 110;

#[component]
pub fn TwinTimeline(props: &TwinTimelineProps) -> Html {
    let place = use_node_ref();
    let (whole, height) = use_size(&place).unwrap_or(UNMEASURED);
    let both = &props.both;
    let (twin, lead) = (&both.twin, both.lead);
    let lanes = Side::BOTH.map(|side| twin.lanes(side).lanes.len());
    let half = height.saturating_sub(AXIS) / 2;
    let rows = Rows::of(half, lanes.into_iter().max().unwrap_or(0));
    let narrow = whole < 600 || !rows.is_full();
    let names = if narrow { END } else { NAMES };
    let width = whole.saturating_sub(names + END).max(1);
    let player = both.player(lead);
    let (step, steps) = (player.step().0, player.lanes().steps.max(1));

    let seek_to = {
        let (place, on_seek, twin) = (place.clone(), props.on_seek.clone(), Rc::clone(twin));
        Callback::from(move |client_x: i32| {
            let Some(element) = place.cast::<Element>() else { return };
            let from = f64::from(client_x) - element.get_bounding_client_rect().left() - f64::from(names);
            let column = column_at(from, twin.axis().len().max(1), width);
            on_seek.emit(twin.axis().step(lead.index(), column));
        })
    };
    let (onpointerdown, onpointermove) = drag(seek_to);
    let onkeydown = {
        let on_seek = props.on_seek.clone();
        Callback::from(move |event: KeyboardEvent| seek_key(&event, step, steps, &on_seek))
    };
    let spoken = format!("{}, step {} of {steps}, {}", both.name(lead), step + 1, duration(player.snapshot().at));
    html! {
        <div ref={place} class="timeline twin" role="slider" tabindex="0" aria-label="Step of both runs" aria-orientation="horizontal"
            aria-valuemin="1" aria-valuemax={steps.to_string()} aria-valuenow={(step + 1).to_string()} aria-valuetext={spoken}
            {onpointerdown} {onpointermove} {onkeydown}>
            <svg class="timeline-picture" width={whole.to_string()} height={height.to_string()} aria-hidden="true">
                { run_view(both, Side::A, Frame { names, width, height: half, rows, narrow, top: 0 }) }
                <g transform={format!("translate({names} {half})")}>{ axis_view(twin, lead, width) }</g>
                { run_view(both, Side::B, Frame { names, width, height: half, rows, narrow, top: half + AXIS }) }
            </svg>
        </div>
    }
}

/// Where one run's lanes stand, CSS pixels.
#[derive(Clone, Copy)]
struct Frame {
    names: u16,
    width: u16,
    height: u16,
    rows: Rows,
    narrow: bool,
    top: u16,
}

fn run_view(both: &Both, side: Side, frame: Frame) -> Html {
    let Frame { names, width, height, rows, narrow, top } = frame;
    let (twin, player) = (&both.twin, both.player(side));
    let lanes = twin.lanes(side);
    let at = |step: StepId| position(twin.axis().column(side.index(), step), lanes.steps.max(1), width);
    // Both cursors are one line: the leading run's.
    let x = position(twin.axis().column(both.lead.index(), both.player(both.lead).step()), lanes.steps.max(1), width);
    let here = format!("translate({x:.1} 0)");
    let (past, ahead) = (format!("past-{}", side.index()), format!("ahead-{}", side.index()));
    html! {
        <g class={classes!("twin-run", (side == both.lead).then_some("lead"))} transform={format!("translate(0 {top})")}>
            if !narrow {
                { lane_names(lanes, rows) }
            }
            <g transform={format!("translate({names} 0)")}>
                <LanesView lanes={Rc::clone(lanes)} {width} {rows} />
                <clipPath id={past.clone()}><rect x="-4000" width="4000" height="200" transform={here.clone()} /></clipPath>
                <clipPath id={ahead.clone()}><rect width="4000" height="200" transform={here.clone()} /></clipPath>
                <rect class="veil" x="1" y="0" width={width.to_string()} height={height.to_string()} transform={here.clone()} />
                <g class="labels-past" clip-path={format!("url(#{past})")}><LabelsView lanes={Rc::clone(lanes)} {width} {rows} /></g>
                <g class="labels-ahead" clip-path={format!("url(#{ahead})")}><LabelsView lanes={Rc::clone(lanes)} {width} {rows} /></g>
                { for twin.parting_step(side).map(|step| fork_view(at(step), height)) }
                <g class="cursor" transform={here}>
                    <path class="cursor-line" d={format!("M0 6V{height}")} />
                    <circle class="cursor-head" cy="7" r="5" />
                    { cursor_label(player, x > f64::from(width) - 190.0) }
                </g>
            </g>
            <text class="run-name" x={if narrow { "4" } else { "14" }} y="11">{ both.name(side) }</text>
        </g>
    }
}

fn cursor_label(player: &Player, flipped: bool) -> Html {
    let told = format!("step {} of {} · {}", player.step().0 + 1, player.lanes().steps.max(1), duration(player.snapshot().at));
    html! { <text class="cursor-label" x={if flipped { "-11" } else { "11" }} y="11" text-anchor={flipped.then_some("end")}>{ told }</text> }
}

/// The leading run's times along the axis: it goes from event to event, so equal lengths are not equal times.
fn axis_view(twin: &Twin, lead: Side, width: u16) -> Html {
    let axis = twin.axis();
    let ticks = u32::from((width / TICK).max(1));
    let mut before = String::new();
    let marks = (0..ticks).map(|tick| {
        let column = axis.len() * tick / ticks;
        let x = format!("{:.1}", position(column, axis.len().max(1), width));
        let time = duration(twin.time(lead, column));
        // Many events come at what reads as one time.
        let said = (time != std::mem::replace(&mut before, time.clone())).then_some(time);
        html! { <><path class="axis-tick" d={format!("M{x} 2v4")} /><text class="axis-time" {x} y="14">{ said }</text></> }
    });
    html! { <g class="axis"><path class="axis-line" d={format!("M0 2H{width}")} />{ for marks }</g> }
}
