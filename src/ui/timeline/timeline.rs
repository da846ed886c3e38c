//! The run from its first step to its last, with the cursor on it.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::size::use_size;
use player::{Lanes, Player, duration, sentence_text};
use trace::StepId;

use super::folds::{fold_buttons, use_folds};
use super::lanes::{LabelsView, LanesView, Rows};

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    pub player: Player,
    /// The steps at which another outcome parts from this run, in order.
    #[prop_or_default]
    pub forks: Rc<[StepId]>,
    /// The reader went to a step.
    #[prop_or_default]
    pub on_seek: Callback<StepId>,
}

/// Room for the lanes' names.
pub(super) const NAMES: u16 = 64;
/// Room at the right for the cursor's head.
pub(super) const END: u16 = 12;
/// Before the element is laid out.
pub(super) const UNMEASURED: (u16, u16) = (1_212, 132);

#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let place = use_node_ref();
    let (whole, height) = use_size(&place).unwrap_or(UNMEASURED);
    let rows = Rows::of(height, props.player.lanes().lanes.len());
    let narrow = whole < 600 || !rows.is_full();
    let names = if narrow { END } else { NAMES };
    let width = whole.saturating_sub(names + END).max(1);
    let player = &props.player;
    let step = player.step().0;
    let steps = player.lanes().steps.max(1);
    let folds = use_folds(player);
    let (folding, lanes) = (folds.folding(), folds.lanes());
    let columns = folding.columns().max(1);
    let at_step = |step: u32| position(folding.column(step), columns, width);
    let x = at_step(step);

    let seek_to = {
        let (place, on_seek, step_of) = (place.clone(), props.on_seek.clone(), folds.steps());
        Callback::from(move |client_x: i32| {
            let Some(element) = place.cast::<Element>() else { return };
            let from = f64::from(client_x) - element.get_bounding_client_rect().left() - f64::from(names);
            on_seek.emit(step_of(column_at(from, columns, width)));
        })
    };
    let (onpointerdown, onpointermove) = drag(seek_to);
    let onkeydown = {
        let on_seek = props.on_seek.clone();
        Callback::from(move |event: KeyboardEvent| seek_key(&event, step, steps, &on_seek))
    };
    let told = format!("step {} of {steps} · {}{}", step + 1, duration(player.snapshot().at), folds.told(step));
    let spoken = format!("{told}. {}", sentence_text(&player.caption().sentence));
    let at = format!("translate({x:.1} 0)");
    // The words stand on the side that has room for them.
    let letters = u16::try_from(told.chars().count()).unwrap_or(u16::MAX);
    let flipped = x > f64::from(width) - 20.0 - f64::from(letters) * 6.2;
    html! {
        <>
        <div ref={place} class="timeline" role="slider" tabindex="0" aria-label="Step" aria-orientation="horizontal"
            aria-valuemin="1" aria-valuemax={steps.to_string()} aria-valuenow={(step + 1).to_string()} aria-valuetext={spoken}
            {onpointerdown} {onpointermove} {onkeydown}>
            <svg class="timeline-picture" width={whole.to_string()} height={height.to_string()} aria-hidden="true">
                if !narrow {
                    { lane_names(lanes, rows) }
                }
                <g transform={format!("translate({names} 0)")}>
                    <LanesView lanes={Rc::clone(lanes)} {width} {rows} />
                    // Behind the cursor a label lies on the full colour, ahead of it on a veiled one.
                    <clipPath id="past"><rect x="-2000" width="2000" height="200" transform={at.clone()} /></clipPath>
                    <clipPath id="ahead"><rect width="4000" height="200" transform={at.clone()} /></clipPath>
                    <rect class="veil" x="1" y="0" width={width.to_string()} height={height.to_string()} transform={at.clone()} />
                    <g class="labels-past" clip-path="url(#past)"><LabelsView lanes={Rc::clone(lanes)} {width} {rows} /></g>
                    <g class="labels-ahead" clip-path="url(#ahead)"><LabelsView lanes={Rc::clone(lanes)} {width} {rows} /></g>
                    { for props.forks.iter().map(|fork| fork_view(at_step(fork.0), height)) }
                    <g class="cursor" transform={at}>
                        <path class="cursor-line" d={format!("M0 6V{height}")} />
                        <circle class="cursor-head" cy="7" r="5" />
                        <text class="cursor-label" x={if flipped { "-11" } else { "11" }} y="11" text-anchor={flipped.then_some("end")}>{ told }</text>
                    </g>
                </g>
            </svg>
        </div>
        if whole >= 320 {
            { fold_buttons(&folds, names, width, rows) }
        }
        </>
    }
}

/// Handlers of a slider that is pressed and drawn along: they tell where, in CSS pixels from the window's left edge.
pub(super) fn drag(seek_to: Callback<i32>) -> (Callback<PointerEvent>, Callback<PointerEvent>) {
    let pressed = {
        let seek_to = seek_to.clone();
        Callback::from(move |event: PointerEvent| {
            let slider = event.target_unchecked_into::<Element>();
            // Without capture the drag ends at the element's edge, and nothing else is lost.
            let _ = slider.set_pointer_capture(event.pointer_id());
            seek_to.emit(event.client_x());
        })
    };
    let moved = Callback::from(move |event: PointerEvent| {
        if event.buttons() & 1 == 1 {
            seek_to.emit(event.client_x());
        }
    });
    (pressed, moved)
}

/// The slider's own keys.
pub(super) fn seek_key(event: &KeyboardEvent, step: u32, steps: u32, on_seek: &Callback<StepId>) {
    let page = (steps / 20).max(2);
    let to = match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => step.saturating_sub(1),
        "ArrowRight" | "ArrowUp" => step + 1,
        "PageDown" => step.saturating_sub(page),
        "PageUp" => step + page,
        "Home" => 0,
        "End" => steps - 1,
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    on_seek.emit(StepId(to.min(steps - 1)));
}

/// Where another outcome parts: a diamond over the lanes, a broken line through them.
pub(super) fn fork_view(x: f64, height: u16) -> Html {
    html! {
        <g class="fork" transform={format!("translate({x:.1} 0)")}>
            <path class="fork-line" d={format!("M0 12V{height}")} />
            <path class="fork-head" d="M0 2l5 5-5 5-5-5z" />
        </g>
    }
}

pub(super) fn lane_names(lanes: &Lanes, rows: Rows) -> Html {
    let names = lanes.lanes.iter().enumerate().map(|(place, lane)| {
        let y = rows.baseline(place);
        html! { <text class="lane-name" x="14" y={format!("{y:.1}")}>{ lane.kind.name() }</text> }
    });
    html! { <g>{ for names }</g> }
}

/// The middle of a column's width: of a step's, where nothing is folded.
pub(super) fn position(step: u32, steps: u32, width: u16) -> f64 {
    (f64::from(step) + 0.5) * f64::from(width) / f64::from(steps)
}

pub(super) fn column_at(x: f64, columns: u32, width: u16) -> u32 {
    let column = (x * f64::from(columns) / f64::from(width)).floor().clamp(0.0, f64::from(columns - 1));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the columns")]
    let column = column as u32;
    column
}
