//! Node Lifecycle: a Node.js program runs inside a machine made of glass.
//! ARCHITECTURE.md names the rooms; arrows between them point down only.

pub mod lesson;
pub mod machine;
pub mod player;
pub mod scene;
pub mod trace;

#[cfg(feature = "engine")]
pub mod node;
#[cfg(feature = "engine")]
pub mod v8;

#[cfg(feature = "app")]
pub mod host;
#[cfg(feature = "app")]
pub mod ui;
