//! The keyboard: which key does what, and when a key belongs to the control that has the focus instead.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, KeyboardEvent};

use player::Unit;

/// What the transport's buttons and keys ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Toggle,
    /// `None`: by the unit that is chosen.
    Forward(Option<Unit>),
    Back(Option<Unit>),
    Start,
    End,
    Faster,
    Slower,
    Help,
    /// Close what is open: the menu, a message.
    Dismiss,
}

/// The command of a key, as `KeyboardEvent.key` names it.
#[must_use]
fn command(key: &str, shift: bool) -> Option<Command> {
    let unit = shift.then_some(Unit::Callback);
    match key {
        " " => Some(Command::Toggle),
        "ArrowRight" => Some(Command::Forward(unit)),
        "ArrowLeft" => Some(Command::Back(unit)),
        "Home" => Some(Command::Start),
        "End" => Some(Command::End),
        "+" | "=" => Some(Command::Faster),
        "-" => Some(Command::Slower),
        "?" => Some(Command::Help),
        "Escape" => Some(Command::Dismiss),
        _ => None,
    }
}

/// Controls that need the key themselves.
fn belongs_elsewhere(target: &Element, key: &str) -> bool {
    let within = |selector: &str| target.closest(selector).is_ok_and(|found| found.is_some());
    within("input, select, textarea, [contenteditable=true], dialog")
        || (key == " " && within("button, a, summary, [role=button], [role=tab]"))
        || (key.starts_with("Arrow") && within("[role=tablist], [role=slider]"))
        || (matches!(key, "Home" | "End") && within("[role=slider], [role=tablist]"))
}

/// Listens to the whole page for as long as it lives.
pub struct Keyboard {
    listener: Closure<dyn FnMut(KeyboardEvent)>,
}

impl Keyboard {
    pub fn new(act: impl Fn(Command) + 'static) -> Self {
        let listener = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            if event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let key = event.key();
            let taken = event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|target| belongs_elsewhere(&target, &key));
            if let Some(command) = command(&key, event.shift_key()).filter(|_| !taken) {
                event.prevent_default();
                act(command);
            }
        });
        if let Some(window) = web_sys::window() {
            let _ = window.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
        }
        Self { listener }
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback("keydown", self.listener.as_ref().unchecked_ref());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shift_goes_by_callback() {
        assert_eq!(command("ArrowRight", false), Some(Command::Forward(None)));
        assert_eq!(command("ArrowLeft", true), Some(Command::Back(Some(Unit::Callback))));
        assert_eq!(command("a", false), None);
    }
}
