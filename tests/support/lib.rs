//! Shared by the tests of all rooms.
//!
//! * [`places`]: the project's folder, Node's library, real node, the program under test. What is missing is named with the command that makes it.
//! * [`knobs`]: the environment variables that choose what runs and what is printed. `CONTRIBUTING.md` lists them.
//! * [`fixtures`]: folders of programs, and the list of those that depart from real node.
//! * [`diff`]: what real node did and what ours did, as a unified diff.

mod diff;
mod fixtures;
mod knobs;
mod places;

pub use diff::difference;
pub use fixtures::Fixtures;
pub use knobs::{asks_for_all, asks_to_show, asks_to_update, number, profiles, profiles_are_named, seed};
pub use places::{library, native_program, on_a_deep_stack, project, real_node};
