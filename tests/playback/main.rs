//! Whole runs played back, in words and pictures: `player` and `scene` together.

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
