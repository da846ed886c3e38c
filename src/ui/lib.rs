//! The page's components: they draw the data of `player` and `scene`, and hand back the reader's wishes.
//!
//! Start with `page/app.rs`, which owns all state and takes every message, and `page/layout.rs`, which says where each component stands; then:
//!
//! * `state/`: the session, the run beside it, a problem. Nothing here draws.
//! * `bars/`: the header, the tabs, the transport, the caption, the banner.
//! * `stage/` draws a [`scene::Scene`] as SVG, `timeline/` the lanes and the scrubber, `editor/` the code.
//! * `panels/`: the components that may take the stage's place. `dialogs/`: the modal ones.
//! * `kit/`: icons, and the size of an element.
//!
//! # Invariants
//!
//! * One component in one file, with its styles in one stylesheet of `styles/`. Colours, durations and sizes are tokens there.
//! * A component holds no fact that the trace does not have: whatever it draws follows from its properties.
//! * Time comes in here alone, as the delay from step to step; the trace's own time is virtual.
//!
//! # Absent on purpose
//!
//! Decisions about the run, sentences about a step (`player` makes them) and layout of the picture (`scene` does). This crate may use every other room
//! but `machine`, `v8` and `node`.

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
