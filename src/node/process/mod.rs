//! The life of a process: boot, the entry script, the loop, the end.
//!
//! Start at `run`, whose `Engine` has all of it in order. `realm` boots Node's library in a Boa context by the `.js` files here, and `hooks` answers the
//! questions of Boa to its host. `probe_functions` has the functions that the probes in a program's text call. `process_object` and `levers` set up the
//! things that a program finds. `exploring` chooses the way that a program runs next. May use every other folder of this crate, and none of them uses this one.

mod code_cache;
mod exploring;
mod hooks;
mod levers;
mod probe_functions;
mod process_object;
mod realm;
mod run;

pub use code_cache::compile_library;
pub use exploring::{Exploring, FinishedRun, RunOutput};
#[cfg(test)]
pub(crate) use realm::Realm;
pub use run::{Bounds, Engine, Outcome, Progress};
