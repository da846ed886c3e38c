//! What the page is about, without the page: the session, the run beside it, a problem, what is known of the outcomes. Nothing here draws.

pub mod comparison;
pub mod known;
pub mod outcome;
pub mod session;
