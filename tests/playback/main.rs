//! Whole runs played back, in words and pictures: `player` and `scene` together.

#![expect(clippy::unwrap_used, reason = "a test fails where it unwraps, in its helpers too")]

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
