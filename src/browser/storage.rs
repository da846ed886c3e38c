//! What the browser keeps for the reader between visits: the theme, and code that was not shared yet.
//! Storage may be switched off or full; then nothing is kept, and nothing breaks.

use web_sys::Storage;

/// A thing that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// `light` or `dark`.
    Theme,
    /// The packed link of the code in the editor.
    Draft,
}

impl Key {
    fn name(self) -> &'static str {
        match self {
            Self::Theme => "node-lifecycle.theme",
            Self::Draft => "node-lifecycle.draft",
        }
    }
}

#[must_use]
pub fn get(key: Key) -> Option<String> {
    storage()?.get_item(key.name()).ok()?
}

pub fn set(key: Key, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key.name(), value);
    }
}

pub fn remove(key: Key) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key.name());
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
