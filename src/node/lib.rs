//! Node re-hosted: Node's own JavaScript library on Boa, over the machine.
//!
//! Start at `process`, the life of a process from the entry script to its exit, then at the binding that you need: `bindings` are what Node's
//! JavaScript asks of C++, made with `native`. `probe` marks the program's text, `recorder` writes the trace, `isolate` feeds the models of V8,
//! `v8_words` says errors as V8 does, `fatal` ends a run. Uses the rooms `machine`, `trace` and `v8`; knows nothing of the page.

mod bindings;
mod call_site;
mod compiled;
mod evaluated;
mod fatal;
mod function_text;
mod host;
mod inspect;
mod isolate;
mod library;
mod main_script;
mod native;
pub mod probe;
mod process;
mod recorder;
mod scripts;
mod stack;
mod v8_builtins;
mod v8_words;

pub use fatal::sentence;
pub use host::CommandLine;
pub use library::{ArchiveError, Library};
pub use process::{Bounds, Ended, Engine, Exploring, Outcome, Progress, Said, compile_library};
