//! The state of the page without any drawing: the session, the run beside it, a problem, the knowledge about possible outcomes.

pub mod comparison;
pub mod known;
pub mod outcome;
pub mod session;
