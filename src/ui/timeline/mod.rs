//! The timeline: lanes, console marks and the scrubber.

mod folds;
mod lanes;
#[expect(clippy::module_inception, reason = "it holds the timeline")]
mod timeline;
mod twin;

pub use timeline::Timeline;
pub use twin::TwinTimeline;
