//! The loop's train: stands where the scene says; on the way from one station to another it goes along the ring, not across.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::prelude::*;

use scene::{Circle, Pose, Track};

#[derive(Properties, PartialEq)]
pub struct TrainProps {
    pub track: Track,
    pub ring: Circle,
}

#[component]
pub fn Train(props: &TrainProps) -> Html {
    let node = use_node_ref();
    let before = use_mut_ref(|| None::<(Track, Circle)>);
    let TrainProps { track, ring } = *props;
    use_effect_with((track, ring), {
        let node = node.clone();
        move |(track, ring)| {
            let from = before.replace(Some((*track, *ring))).filter(|from| from.1 == *ring);
            let route = from.and_then(|(from, ring)| Track::route(from, *track, ring));
            if let (Some(route), Some(element)) = (route, node.cast::<Element>()) {
                travel(&element, &route);
            }
        }
    });
    let pose = track.pose(ring);
    html! {
        <g ref={node} class="train-place" transform={place(pose, " ", "")}>
            <rect class="train" x="-16" y="-7" width="32" height="14" rx="7" />
        </g>
    }
}

/// A pose as an attribute (`translate(1 2) rotate(3)`) or as a style (`translate(1px,2px) rotate(3deg)`).
fn place(pose: Pose, between: &str, turn: &str) -> String {
    let unit = if turn.is_empty() { "" } else { "px" };
    format!("translate({:.1}{unit}{between}{:.1}{unit}) rotate({:.1}{turn})", pose.x, pose.y, pose.turn)
}

/// Plays the way once. An animation of this kind leaves no trace in the document.
fn travel(element: &Element, route: &[Pose]) {
    let frames: Array = route
        .iter()
        .map(|pose| {
            let frame = Object::new();
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&frame, &JsValue::from_str("transform"), &JsValue::from_str(&place(*pose, ",", "deg")));
            frame
        })
        .collect();
    let duration = duration(element).unwrap_or(0.0);
    if duration <= 0.0 {
        return;
    }
    // `Element.animate` is not among web-sys' stable bindings.
    if let Some(animate) = Reflect::get(element, &JsValue::from_str("animate")).ok().and_then(|found| found.dyn_into::<Function>().ok()) {
        // A browser without it shows the train where it stands.
        let _ = animate.call2(element, &frames, &JsValue::from_f64(duration));
    }
}

/// The stylesheet's `--move`, milliseconds: 0 where the reader wants no motion.
fn duration(element: &Element) -> Option<f64> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    let value = style.get_property_value("--move").ok()?;
    value.trim().strip_suffix("ms")?.parse().ok()
}
