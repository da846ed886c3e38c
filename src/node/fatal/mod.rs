//! The end of a run before its natural end: by an exception that nothing catches, or at one of our bounds.
//!
//! Start at `uncaught`, which asks the process's listeners first. `report` writes what Node prints, `limits` has the sentence for each bound.
//! May use `host`, `inspect`, `v8_words` and the program's texts.

mod limits;
mod report;
mod uncaught;

pub use limits::sentence;
pub(crate) use report::{JsonProblem, LastThrow, Thrown, arrow, arrow_at_token, place_in_stack, source_line};
