//! The stage: draws a [`crate::scene::Scene`] as keyed SVG.

mod stage;

pub use stage::{Stage, StageProps};
