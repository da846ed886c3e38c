//! What the reader's system prefers.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::MediaQueryList;

/// Whether less movement is asked for.
#[must_use]
pub fn reduced_motion() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// Whether the system is light.
#[must_use]
pub fn prefers_light() -> bool {
    matches("(prefers-color-scheme: light)")
}

/// Whether the page is laid out for a phone. The same width stands in `styles/`.
#[must_use]
pub fn narrow() -> bool {
    matches(NARROW)
}

const NARROW: &str = "(max-width: 760px)";

fn matches(query: &str) -> bool {
    query_list(query).is_some_and(|list| list.matches())
}

fn query_list(query: &str) -> Option<MediaQueryList> {
    web_sys::window()?.match_media(query).ok()?
}

/// Calls back whenever the layout changes between wide and narrow, for as long as it lives.
pub struct NarrowWatch {
    list: MediaQueryList,
    listener: Closure<dyn FnMut()>,
}

impl NarrowWatch {
    /// `None` where the browser has no media queries.
    #[must_use]
    pub fn new(mut changed: impl FnMut(bool) + 'static) -> Option<Self> {
        let list = query_list(NARROW)?;
        let listener = Closure::<dyn FnMut()>::new({
            let list = list.clone();
            move || changed(list.matches())
        });
        list.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref()).ok()?;
        Some(Self { list, listener })
    }
}

impl Drop for NarrowWatch {
    fn drop(&mut self) {
        let _ = self.list.remove_event_listener_with_callback("change", self.listener.as_ref().unchecked_ref());
    }
}
