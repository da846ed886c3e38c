//! Node re-hosted: Node's own JavaScript library on Boa, over the machine.
//!
//! Start at `process`, the life of a process from the entry script to its exit, then at the binding that you need: `bindings` are what Node's
//! JavaScript asks of C++, made with `native`. `probe` marks the program's text, `source` keeps it with its places, `recorder` writes the trace, `isolate` feeds the models of V8,
//! `v8_words` says errors as V8 does, `fatal` ends a run. Uses the rooms `machine`, `trace` and `v8`; knows nothing of the page.

#![allow(
    missing_docs,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cloned_instead_of_copied,
    clippy::elidable_lifetime_names,
    clippy::float_cmp,
    clippy::format_collect,
    clippy::if_not_else,
    clippy::large_types_passed_by_value,
    clippy::match_bool,
    clippy::match_wildcard_for_single_variants,
    clippy::needless_for_each,
    clippy::needless_pass_by_value,
    clippy::redundant_closure_for_method_calls,
    clippy::semicolon_if_nothing_returned,
    clippy::struct_field_names,
    clippy::trivially_copy_pass_by_ref,
    clippy::unused_self,
    reason = "not mended yet; casts and comparisons of numbers are those of JavaScript"
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
