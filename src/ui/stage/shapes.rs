//! Primitives as SVG nodes.

use std::rc::Rc;

use yew::prelude::*;

use crate::scene::{Anchor, Shape};
use crate::ui::icon;

/// A length or a position as an attribute: no more digits than a screen shows.
pub(super) fn number(value: f32) -> AttrValue {
    let rounded = (value * 10.0).round() / 10.0;
    AttrValue::from(rounded.to_string())
}

pub(super) fn translate(x: f32, y: f32) -> AttrValue {
    AttrValue::from(["translate(", &number(x), " ", &number(y), ")"].concat())
}

pub(super) fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Rect { x, y, width, height, radius, paint } => html! {
            <rect class={paint.class()} x={number(*x)} y={number(*y)} width={number(*width)} height={number(*height)} rx={number(*radius)} />
        },
        Shape::Circle { x, y, radius, paint } => html! {
            <circle class={paint.class()} cx={number(*x)} cy={number(*y)} r={number(*radius)} />
        },
        Shape::Path { data, paint } => html! { <path class={paint.class()} d={Rc::clone(data)} /> },
        Shape::Fill { width, height, part } => html! {
            <rect class="fill" width={number(*width)} height={number(*height)} rx="7" transform={["scale(", &part.to_string(), " 1)"].concat()} />
        },
        Shape::Icon { x, y, size, role } => html! {
            <use class="sign" href={icon::of_role(*role)} x={number(x - size / 2.0)} y={number(y - size / 2.0)} width={number(*size)} height={number(*size)} />
        },
        Shape::Text { x, y, text, face, anchor } => {
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            };
            html! { <text class={face.class()} x={number(*x)} y={number(*y)} text-anchor={anchor}>{ &**text }</text> }
        }
    }
}
