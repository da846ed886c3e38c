//! Primitives as SVG nodes.

use std::rc::Rc;

use yew::prelude::*;

use crate::icon;
use scene::{Anchor, Shape};

/// A length or a position as an attribute: no more digits than a screen shows.
pub(super) fn number(value: f32) -> AttrValue {
    let rounded = (value * 10.0).round() / 10.0;
    AttrValue::from(rounded.to_string())
}

pub(super) fn translate(x: f32, y: f32) -> AttrValue {
    AttrValue::from(["translate(", &number(x), " ", &number(y), ")"].concat())
}

/// The nodes of an item, moved by `(dx, dy)`. Keyed by kind, so that a node never becomes another kind of node: then its attributes would depend
/// on what it was before.
pub(super) fn shapes(shapes: &[Shape], (dx, dy): (f32, f32)) -> Html {
    shapes.iter().enumerate().map(|(place, one)| shape(one, place, dx, dy)).collect()
}

fn shape(shape: &Shape, place: usize, dx: f32, dy: f32) -> Html {
    let key = |kind: &str| [kind, &place.to_string()].concat();
    match shape {
        Shape::Rect { x, y, width, height, radius, paint } => html! {
            <rect key={key("r")} class={paint.class()} x={number(x + dx)} y={number(y + dy)} width={number(*width)} height={number(*height)} rx={number(*radius)} />
        },
        Shape::Circle { x, y, radius, paint } => html! {
            <circle key={key("c")} class={paint.class()} cx={number(x + dx)} cy={number(y + dy)} r={number(*radius)} />
        },
        Shape::Path { data, paint } => html! { <path key={key("p")} class={paint.class()} d={Rc::clone(data)} /> },
        Shape::Fill { width, height, part } => html! {
            <rect key={key("f")} class="fill" width={number(*width)} height={number(*height)} rx="7"
                transform={[&*translate(dx, dy), " scale(", &part.to_string(), " 1)"].concat()} />
        },
        Shape::Level { width, height, part } => html! {
            <rect key={key("l")} class="fill" width={number(*width)} height={number(*height)} rx="7" y={number(-height)}
                transform={[&*translate(dx, dy + height), " scale(1 ", &part.to_string(), ")"].concat()} />
        },
        Shape::Icon { x, y, size, role } => {
            let (x, y) = (x + dx - size / 2.0, y + dy - size / 2.0);
            html! { <use key={key("i")} class="sign" href={icon::of_role(*role)} x={number(x)} y={number(y)} width={number(*size)} height={number(*size)} /> }
        }
        Shape::Text { x, y, text, face, anchor } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            html! { <text key={key("t")} class={face.class()} x={number(x + dx)} y={number(y + dy)} text-anchor={anchor}>{ &**text }</text> }
        }
    }
}
