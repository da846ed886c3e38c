//! Node re-hosted: Node's own JavaScript library on Boa, over the machine.
//!
//! `realm` boots the library, `bindings` are what its JavaScript asks of C++, `run` is the life of a process from the entry script to its exit,
//! `probe` marks the program's text, `recorder` writes the trace. Uses the rooms `machine` and `trace`; knows nothing of the page.

mod array_buffer;
mod bindings;
mod call_site;
mod compiled;
mod evaluated;
mod exploring;
mod fatal;
mod function_text;
mod hooks;
mod host;
mod inspect;
mod isolate;
mod levers;
mod library;
mod limits;
mod main_script;
mod native;
pub mod probe;
mod probes;
mod process_object;
mod realm;
mod recorder;
mod run;
mod scripts;
mod stack;
mod words;

pub use compiled::compile_library;
pub use exploring::{Ended, Exploring, Said};
pub use host::CommandLine;
pub use library::{ArchiveError, Library};
pub use limits::sentence;
pub use run::{Bounds, Engine, Outcome, Progress};
