//! Light or dark: the system's wish, unless the reader says otherwise; that is remembered.

use browser::{media, storage};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    /// What the page shows now.
    #[must_use]
    pub fn current() -> Self {
        match storage::get(storage::Key::Theme).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ if media::prefers_light() => Self::Light,
            _ => Self::Dark,
        }
    }

    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Shows and remembers it.
    pub fn choose(self) {
        storage::set(storage::Key::Theme, self.name());
        if let Some(root) = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element()) {
            let _ = root.set_attribute("data-theme", self.name());
        }
    }
}
