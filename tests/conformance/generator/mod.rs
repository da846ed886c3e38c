//! Random programs: nested ticks, promises, async functions, timers, immediates, fs callbacks, emitters, throws and rejections.
//! `program` is their shape, `strategy` how likely each shape is, `render` their text.
//!
//! A steady program does the same in real node however slow the machine is. The rules that make it so (docs/node-semantics.md#d1 says what is not
//! determined):
//! * each `setTimeout(…, 0)` is followed by `spin()`, which waits until it is due; so at every timers pass all of them are due;
//! * timers of other durations lie 40 ms apart, or are all overdue when the loop starts;
//! * one pool request is under way at a time, and beside it only immediates and zero timers that come before its fourth job, if it has four;
//! * what comes next begins in `beforeExit`, when nothing is left.
//!
//! A racing program breaks them on purpose, and is small, so that its possible outcomes can be counted.

mod program;
mod render;
mod strategy;

pub use program::Program;
pub use render::render;
pub use strategy::{racing, steady};
