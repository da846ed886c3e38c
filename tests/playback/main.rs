//! Whole runs played back, in words and pictures: `player` and `scene` together.

#![allow(clippy::too_many_lines, clippy::unnecessary_box_returns, clippy::unwrap_used, reason = "a test: it fails where it unwraps")]

mod captions;
mod cycles;
mod memory;
mod objects;
mod partings;
mod recorder;
mod reference_run;
mod scenes;
mod stepping;
mod streams;
mod twins;
