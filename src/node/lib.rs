//! Node re-hosted: Node's own JavaScript library on Boa, over the machine.
//!
//! Start at `process`, the life of a process from the entry script to its exit, then at the binding that you need: `bindings` are what Node's
//! JavaScript asks of C++, made with `native`. `probe` marks the program's text, `source` keeps it with its places, `recorder` writes the trace, `isolate` feeds the models of V8,
//! `v8_words` says errors as V8 does, `fatal` ends a run. Uses the rooms `machine`, `trace` and `v8`; knows nothing of the page.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "casts and comparisons of numbers are those of JavaScript and of Node's C++"
)]

mod bindings;
mod fatal;
mod host;
mod inspect;
mod isolate;
mod library;
mod native;
pub mod probe;
mod process;
mod recorder;
mod source;
mod v8_builtins;
mod v8_words;

pub use fatal::sentence;
pub use host::CommandLine;
pub use library::{ArchiveError, Library};
pub use process::{Bounds, Engine, Exploring, FinishedRun, Outcome, Progress, RunOutput, compile_library};
