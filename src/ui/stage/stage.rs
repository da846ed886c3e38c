//! The picture of the machine at the player's step.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};
use yew::prelude::*;

use crate::comparison::Both;
use crate::size::use_size;
use player::{Player, Side};
use scene::{Run, Scene, Target, View, scene, scene_of_both};

use super::layer::{self, LayerView};
use super::train::Train;

#[derive(Properties, PartialEq)]
pub struct StageProps {
    pub player: Player,
    /// The whole machine, or one box of it on a phone.
    #[prop_or_default]
    pub view: View,
    /// Two runs that are compared: `player` is the one that leads.
    #[prop_or_default]
    pub both: Option<Both>,
    /// Something that leads somewhere was clicked: a frame, a chip, a variable.
    #[prop_or_default]
    pub on_go: Callback<Target>,
}

/// The leading run's picture, with the streams of both.
fn scene_with_both_streams(both: &Both, view: View, width: f32, height: f32) -> Scene {
    let runs = Side::BOTH.map(|side| {
        let player = both.player(side);
        Run { trace: player.trace(), snapshot: player.snapshot(), name: both.name(side) }
    });
    scene_of_both(runs, both.lead, view, width, height)
}

/// What the stage is drawn for before it is laid out.
const UNMEASURED: (u16, u16) = (988, 676);

#[component]
pub fn Stage(props: &StageProps) -> Html {
    let place = use_node_ref();
    let (width, height) = use_size(&place).unwrap_or(UNMEASURED);
    let scene = match &props.both {
        Some(both) => scene_with_both_streams(both, props.view, width.into(), height.into()),
        None => scene(props.player.trace(), props.player.snapshot(), props.view, width.into(), height.into()),
    };
    let onclick = {
        let on_go = props.on_go.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(target) = target_of(event.target_unchecked_into::<Element>()) {
                on_go.emit(target);
            }
        })
    };
    let onkeydown = {
        let on_go = props.on_go.clone();
        Callback::from(move |event: KeyboardEvent| on_key(&event, &on_go))
    };
    let (w, h) = (scene.width, scene.height);
    html! {
        <div ref={place} class="stage">
            <svg class="stage-picture" viewBox={format!("0 0 {w} {h}")} role="group" aria-label="The machine. Up and down go through its frames and tasks."
                tabindex="0" {onclick} {onkeydown}>
                <defs>
                    <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                        <path class="arrow" d="M0 0L8 4L0 8z" />
                    </marker>
                </defs>
                { for scene.layers.iter().map(|layer| html! { <LayerView key={layer.id} layer={Rc::clone(layer)} /> }) }
                if let Some((track, ring)) = scene.train {
                    <Train {track} {ring} />
                }
            </svg>
        </div>
    }
}

/// What the thing at `element` leads to.
fn target_of(element: Element) -> Option<Target> {
    let item = element.closest("[data-target]").ok()??;
    layer::read(&item.get_attribute("data-target")?)
}

/// Up and down go from thing to thing, Enter and Space go where it leads.
fn on_key(event: &KeyboardEvent, on_go: &Callback<Target>) {
    let target = event.target_unchecked_into::<Element>();
    match event.key().as_str() {
        "Enter" | " " => {
            let Some(target) = target_of(target) else { return };
            on_go.emit(target);
        }
        "ArrowDown" => focus_next(&target, 1),
        "ArrowUp" => focus_next(&target, -1),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

fn focus_next(from: &Element, by: i32) {
    let Some(items) = from.closest("svg").ok().flatten().and_then(|svg| svg.query_selector_all("[data-target]").ok()) else {
        return;
    };
    let count = i32::try_from(items.length()).unwrap_or(0);
    if count == 0 {
        return;
    }
    let now = (0..count).find(|place| items.get(place.unsigned_abs()).is_some_and(|item| item.is_same_node(Some(from))));
    let next = now.map_or(if by > 0 { 0 } else { count - 1 }, |now| (now + by).rem_euclid(count));
    if let Some(item) = items.get(next.unsigned_abs()).and_then(|item| item.dyn_into::<SvgElement>().ok()) {
        // Nothing to do where focus is refused.
        let _ = item.focus();
    }
}
