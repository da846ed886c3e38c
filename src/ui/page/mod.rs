//! The page itself: the component that owns all state, what it draws where, and what it hears from the reader.

pub mod app;
pub mod comparing;
pub mod keyboard;
pub mod layout;
pub mod opening;
pub mod theme;
