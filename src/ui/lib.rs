//! The page's components: draw what `player` and `scene` say, and hand back what the reader does.

mod app;
mod banner;
mod caption_strip;
mod comparison;
mod console;
mod dialog;
mod editor;
mod file;
mod function;
mod header;
mod help;
mod icon;
mod keyboard;
mod layout;
mod levers;
mod memory;
mod opening;
mod outcome;
mod outputs;
mod session;
mod share;
pub mod size;
pub mod stage;
mod tabs;
mod theme;
pub mod timeline;
mod transport;
mod twin_bar;
mod twin_console;

pub use app::App;

/// Draws the page into `#app`.
pub fn start() {
    let place = web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("app"));
    if let Some(place) = place {
        yew::Renderer::<App>::with_root(place).render();
    }
}
