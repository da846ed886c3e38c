//! The timeline: lanes, console marks and the scrubber.

mod timeline;

pub use timeline::{Timeline, TimelineProps};
