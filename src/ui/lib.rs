//! The page's components: draw what `player` and `scene` say, and hand back what the reader does.

mod bars;
mod dialogs;
mod editor;
mod kit;
mod page;
mod panels;
mod stage;
mod state;
mod timeline;

pub use page::app::{App, start};
