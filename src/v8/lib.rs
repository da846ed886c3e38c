//! What V8 makes of a program: models that real Node is asked about, not an engine. They know nothing of the other rooms.

pub mod bytecode;
pub mod heap;
pub mod shapes;
pub mod tiers;
