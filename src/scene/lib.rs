//! The scene: a snapshot as a picture in plain data, with ids that persist from scene to scene so that movement can be drawn.
//!
//! Layout is a pure step: [`Plan`] (where the boxes are, from the room there is) → one drawer per box → [`Scene`], a list of keyed layers of keyed
//! items. The same trace, step and size give the same scene, whichever way one came. May use `trace` and `player`.

mod bars;
mod chips;
mod heap;
mod hub;
mod links;
mod measure;
mod modules;
mod objects;
mod plan;
mod pool;
mod ring;
mod shape;
mod shapes;
mod side;
mod stack;
mod streams;
mod timers;
mod track;
mod variables;
mod view;

pub use bars::{Bar, bars, heights};
pub use plan::{Area, Circle, Plan};
pub use shape::{Anchor, Face, Item, Layer, Motion, Paint, Scene, Shape, Target};
pub use track::{Pose, Track};
pub use view::{Run, View, scene, scene_of_both};
