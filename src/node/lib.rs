//! Node re-hosted: Node's own JavaScript library on Boa, over the machine.
//!
//! `realm` boots the library, `bindings` are what its JavaScript asks of C++, `run` is the life of a process from the entry script to its exit,
//! `probe` marks the program's text, `recorder` writes the trace. Uses the rooms `machine` and `trace`; knows nothing of the page.

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

mod array_buffer;
mod bindings;
mod exploring;
mod fatal;
mod hooks;
mod host;
mod inspect;
mod isolate;
mod levers;
mod library;
mod limits;
pub mod probe;
mod probes;
mod process_object;
mod realm;
mod recorder;
mod run;
mod source;
mod words;

pub use exploring::{Ended, Exploring, Said};
pub use host::CommandLine;
pub use library::{ArchiveError, Library};
pub use limits::sentence;
pub use run::{Bounds, Engine, Outcome, Progress};
pub use source::compile_library;
