//! One box of the stage: drawn anew only when it differs.

use std::rc::Rc;

use yew::prelude::*;

use crate::scene::{Item, Layer};

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
            { for layer.items.iter().map(item) }
        </g>
    }
}

fn item(item: &Item) -> Html {
    let class = classes!("item", item.role.map(crate::player::Role::class), item.fresh.then_some("fresh"));
    let place = translate(item.x, item.y);
    match (item.target, &item.title) {
        (Some(step), Some(title)) => html! {
            <g key={["go-", &item.id].concat()} {class} transform={place} role="button" tabindex="-1" data-step={step.0.to_string()}>
                <title>{ &**title }</title>
                { shapes(&item.shapes) }
            </g>
        },
        _ => html! { <g key={&*item.id} {class} transform={place}>{ shapes(&item.shapes) }</g> },
    }
}
