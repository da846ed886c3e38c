//! libuv and the kernel on virtual time. Callbacks are opaque: the host (`node/`) runs them.
//!
//! A [`Machine`] is one process: its clock, event loop, Node's timer, thread pool, handles and disk. [`Machine::next_turn`] says what to run next and is
//! never inside anything while that runs, so that JavaScript can call the machine back. Same calls and same choices give the same run, to the nanosecond.
//! Where real Node may go either way it asks; [`explore`] runs a program through all the answers, [`find`] looks for those that gave a certain output.
//!
//! May use `trace`; knows nothing of JavaScript or the web.

mod choice;
mod clock;
mod costs;
mod event_loop;
mod explorer;
pub mod files;
mod handles;
mod log;
#[expect(clippy::module_inception, reason = "it holds the machine")]
mod machine;
mod poll;
mod spin;
mod thread_pool;
mod timer;

pub use choice::ChoiceMade;
pub use clock::MS;
pub use costs::{Costs, CpuWork, DiskWork};
pub use event_loop::Turn;
pub use explorer::{Explorer, explore, find};
pub use handles::{HandleId, HandleKind};
pub use machine::{Config, Machine};
pub use thread_pool::PoolRequest;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod toy_node;
