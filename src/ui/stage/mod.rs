//! The stage: draws a [`scene::Scene`] as keyed SVG. The nodes are a pure function of the scene; what moves, moves by the stylesheet's
//! transitions on `transform`, and the train by a short-lived animation that leaves nothing behind.

mod layer;
mod shapes;
#[expect(clippy::module_inception, reason = "it holds the stage")]
mod stage;
mod train;

pub use stage::{Stage, StageProps};
