//! The page's address: the fragment that a link carries, and `?embed`.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::link::{self, Link, LinkError};

/// What the address's fragment says.
///
/// # Errors
/// As [`link::unpack`].
pub fn read() -> Result<Option<Link>, LinkError> {
    let fragment = location().and_then(|location| location.hash().ok()).unwrap_or_default();
    link::unpack(fragment.strip_prefix('#').unwrap_or(&fragment))
}

/// Puts the link into the address without a new entry in the history, and gives the whole address back.
pub fn write(link: &Link) -> String {
    let Some(location) = location() else { return String::new() };
    let base = [location.origin(), location.pathname()].map(Result::unwrap_or_default).concat();
    let fragment = ["#", &link::pack(link)].concat();
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // A sandboxed frame may refuse; the address given back is right all the same.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&fragment));
    }
    [base, fragment].concat()
}

/// Whether the page stands in a frame and shows the stage alone: `?embed`.
#[must_use]
pub fn embedded() -> bool {
    location().and_then(|location| location.search().ok()).is_some_and(|query| query.trim_start_matches('?').split('&').any(|part| part == "embed"))
}

fn location() -> Option<web_sys::Location> {
    Some(web_sys::window()?.location())
}

/// Calls back when the reader puts another fragment into the address, for as long as it lives.
pub struct Watch {
    listener: Closure<dyn FnMut()>,
}

impl Watch {
    pub fn new(changed: impl FnMut() + 'static) -> Self {
        let listener = Closure::<dyn FnMut()>::new(changed);
        if let Some(window) = web_sys::window() {
            let _ = window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
        }
        Self { listener }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback("hashchange", self.listener.as_ref().unchecked_ref());
        }
    }
}
