//! Which picture is wanted, and the way from a snapshot to it.

use crate::trace::{Snapshot, Trace};

use super::Scene;

/// What the stage shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum View {
    /// The whole machine.
    #[default]
    Whole,
    // One box at a time, for a phone.
    Loop,
    V8,
    Pool,
    Streams,
}

/// The picture of `snapshot` in `width` × `height` CSS pixels.
#[must_use]
pub fn scene(_trace: &Trace, _snapshot: &Snapshot, _view: View, width: f32, height: f32) -> Scene {
    Scene { width, height, layers: Vec::new() }
}
