//! The scene: a snapshot as a picture in plain data, with ids that persist from scene to scene so that movement can be drawn.
//!
//! Layout is a pure step: [`Plan`] (where the boxes are, from the room there is) → one drawer per box → [`Scene`], a list of keyed layers of keyed
//! items. The same trace, step and plan give the same scene, whichever way one came. May use `trace` and `player`.

mod shape;
mod view;

pub use shape::{Anchor, Face, Item, Layer, Paint, Scene, Shape};
pub use view::{View, scene};
