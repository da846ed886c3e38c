//! A few words to the page that embeds this one: `{ source: "node-lifecycle", type, value }`.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// What the embedding page may want to know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Message {
    /// The recorded run is there and can be played.
    Ready,
    /// How high the page would like to be, in CSS pixels.
    Height(f64),
    /// The step that is shown.
    Step(u32),
}

/// Tells the embedding page, if there is one. Nothing in these messages is the reader's, so any origin may read them.
pub fn tell(message: Message) {
    let Some(window) = web_sys::window() else { return };
    let Ok(Some(parent)) = window.parent() else { return };
    if parent == window {
        return;
    }
    let (kind, value) = match message {
        Message::Ready => ("ready", JsValue::TRUE),
        Message::Height(height) => ("height", JsValue::from_f64(height)),
        Message::Step(step) => ("step", JsValue::from_f64(step.into())),
    };
    let object = Object::new();
    for (name, value) in [("source", JsValue::from_str("node-lifecycle")), ("type", JsValue::from_str(kind)), ("value", value)] {
        let _ = Reflect::set(&object, &JsValue::from_str(name), &value);
    }
    let _ = parent.post_message(&object, "*");
}
