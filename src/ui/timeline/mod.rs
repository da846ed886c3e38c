//! The timeline: lanes, console marks and the scrubber.

mod lanes;
mod timeline;

pub use timeline::{Timeline, TimelineProps};
