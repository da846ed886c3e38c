//! The timeline: lanes, console marks and the scrubber.

mod lanes;
#[expect(clippy::module_inception, reason = "it holds the timeline")]
mod timeline;

pub use timeline::{Timeline, TimelineProps};
