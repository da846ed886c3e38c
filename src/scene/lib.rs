//! The scene: a snapshot as a picture in plain data, with ids that persist from scene to scene so that movement can be drawn.
//!
//! Layout is a pure step: [`Plan`] (the places of the boxes, from the room there is) → one drawer per box → [`Scene`], a list of keyed layers of keyed
//! items. Start here, then:
//!
//! * [`scene`] and [`View`] (`view.rs`): the way from a snapshot to a picture, drawer by drawer.
//! * [`Plan`] (`plan.rs`): the boxes' places for each view.
//! * [`Scene`], [`Layer`], [`Item`] and [`Shape`] (`shape.rs`): the parts of a picture. Colours are classes of `styles/stage.css`.
//! * The drawers, a file or folder for each box: the ring with its hub, the call stack, the thread pool, the streams, the heap and the others.
//! * [`bars()`] (`bars.rs`): the lanes of the timeline. [`Track`] (`track.rs`): the train's way.
//!
//! # Invariants
//!
//! * The same trace, step and size give the same scene, whichever way the reader came to the step.
//! * An item's id belongs to one thing of the run, so that it travels when the thing does.
//! * Lengths are CSS pixels, from the left and from the top.
//!
//! # Absent on purpose
//!
//! The DOM, colours, and durations of movements: `ui` and the stylesheets have these. This crate may use `trace` and `player`.

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
