//! The page's pure rooms over whole runs: `player` and `scene`.

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
