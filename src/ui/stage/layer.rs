//! One box of the stage: drawn anew only when it differs.

use std::rc::Rc;

use yew::prelude::*;

use scene::{Item, Layer, Motion, Target};
use trace::{StepId, ValueId};

use super::shapes::{shapes, translate};

#[derive(Properties, PartialEq)]
pub struct LayerViewProps {
    pub layer: Rc<Layer>,
}

#[component]
pub fn LayerView(props: &LayerViewProps) -> Html {
    let layer = &*props.layer;
    let label = (!layer.summary.is_empty()).then(|| AttrValue::from(layer.summary.clone()));
    html! {
        <g class={["layer-", layer.id].concat()} role={label.as_ref().map(|_| "group")} aria-label={label}>
            { for layer.items.iter().map(|one| item(one, layer.motion)) }
        </g>
    }
}

/// As an element carries it: `step-12`, `memory-3`.
fn written(target: Target) -> String {
    match target {
        Target::Step(step) => format!("step-{}", step.0),
        Target::Memory(value) => format!("memory-{}", value.0),
    }
}

/// What an element carries.
pub(super) fn read(written: &str) -> Option<Target> {
    let (kind, number) = written.split_once('-')?;
    let number = number.parse().ok()?;
    match kind {
        "step" => Some(Target::Step(StepId(number))),
        "memory" => Some(Target::Memory(ValueId(number))),
        _ => None,
    }
}

/// Only what travels has a transform: each costs the browser a layer of its own to reckon with.
fn item(item: &Item, motion: Motion) -> Html {
    let class = classes!("item", item.role.map(player::Role::class), item.fresh.then_some("fresh"));
    let (transform, offset) = match motion {
        Motion::Travels => (Some(translate(item.x, item.y)), (0.0, 0.0)),
        Motion::Fixed => (None, (item.x, item.y)),
    };
    match (item.target, &item.title) {
        (Some(target), Some(title)) => html! {
            <g key={["go-", &item.id].concat()} {class} {transform} role="button" tabindex="-1" data-target={written(target)}>
                <title>{ &**title }</title>
                { shapes(&item.shapes, offset) }
            </g>
        },
        (None, Some(title)) => html! {
            <g key={&*item.id} {class} {transform}>
                <title>{ &**title }</title>
                { shapes(&item.shapes, offset) }
            </g>
        },
        _ => html! { <g key={&*item.id} {class} {transform}>{ shapes(&item.shapes, offset) }</g> },
    }
}
