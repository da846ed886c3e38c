//! One box of the stage: drawn anew only when it differs.

use std::rc::Rc;

use yew::prelude::*;

use crate::scene::{Item, Layer};

use super::shapes::{shape, translate};

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
    let shapes = item.shapes.iter().map(shape);
    let key = &*item.id;
    match (item.target, &item.title) {
        (Some(step), title) => html! {
            <g {key} {class} transform={place} role="button" tabindex="-1" data-step={step.0.to_string()}>
                if let Some(title) = title {
                    <title>{ &**title }</title>
                }
                { for shapes }
            </g>
        },
        (None, _) => html! { <g {key} {class} transform={place}>{ for shapes }</g> },
    }
}
