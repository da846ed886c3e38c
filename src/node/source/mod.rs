//! The texts that are compiled, and where things stand in them.
//!
//! Start at [`Source`]: one text with its lines, and with the way back from the instrumented text that Boa runs. `place` is where a frame stands; `stack`
//! and `call_site` write that as V8 does; `function_text` is what `toString` gives. The program's files are compiled in `main_script`, what it
//! evaluates in `evaluated`, Node's own modules in `compiled`; `engine_text` is the form in which Boa reads them all.

mod call_site;
mod compiled;
mod engine_text;
mod evaluated;
mod function_text;
mod main_script;
mod place;
mod stack;
mod text;

pub(crate) use compiled::{OwnScript, OwnSource};
pub(crate) use engine_text::{evaluate, utf16};
pub(crate) use evaluated::path_of_evaluated;
pub(crate) use function_text::install as install_function_text;
pub(crate) use main_script::{compile, compile_module, problem};
pub(crate) use place::{Place, keep_library_source, place_of_frame, words_at};
pub(crate) use stack::{call_sites, error_stack, install as install_stack, limit as stack_limit};
pub(crate) use text::Source;
