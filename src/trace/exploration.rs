//! All the ways a program can go: what the explorer found.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// One thing that a program may print, and how it comes about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// The text that it wrote, with bytes that are no UTF-8 replaced.
    pub stdout: Rc<str>,
    /// The same of standard error.
    pub stderr: Rc<str>,
    /// The exit code, 0 to 255.
    pub exit: i32,
    /// As [`Settings::choices`](super::Settings), without a tail of zeros.
    pub choices: Vec<u16>,
}

/// The outcomes found so far, in the order in which they were found: plain clock arithmetic first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exploration {
    /// Each outcome once.
    pub ways: Vec<Way>,
    /// The number of runs that were made to find them.
    pub runs: u32,
    /// These are all there are.
    pub complete: bool,
}
