//! The page itself: the component that owns all state, the layout of the others, and the messages between them.

pub mod app;
pub mod comparing;
pub mod keyboard;
pub mod layout;
pub mod opening;
pub mod theme;
