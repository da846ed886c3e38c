//! libuv and the kernel on virtual time.
//!
//! A [`Machine`] is one process: its clock, event loop, Node's timer, thread pool, handles and disk. Start here, then:
//!
//! * [`Machine::next_turn`] and [`Turn`] (`event_loop.rs`): `uv_run`, one turn at a time; `poll.rs` is its poll phase.
//! * [`Machine`] (`machine.rs`): the calls that a host makes while it runs JavaScript.
//! * [`PoolRequest`] (`thread_pool.rs`), [`HandleKind`] (`handles.rs`), [`files`]: the thread pool, the handles, the disk in memory.
//! * [`Costs`] (`costs.rs`): the one table of durations. `clock.rs` says how sure the clock is of itself.
//! * [`ChoiceMade`] (`choice.rs`), [`explore`] and [`find`] (`explorer.rs`): the questions where real Node may go either way, and the search
//!   through their answers.
//!
//! The rules that all this follows stand in `docs/node-semantics.md`, with libuv's file and function.
//!
//! # Invariants
//!
//! * Callbacks are opaque ids: the host (`node`) runs them. The machine is never inside a call meanwhile, so JavaScript can call it back.
//! * The same calls and the same choices give the same run, to the nanosecond. Every time and duration is in virtual nanoseconds unless its
//!   name or its documentation says otherwise; time never goes back.
//! * Whatever takes time takes it from [`Costs`].
//! * A question is asked only where real Node may go either way and something could make the difference visible.
//!
//! # Errors and panics
//!
//! What a program can bring about is never a panic: a refused operation on the disk is an [`files::Errno`], a run that reached a bound is
//! [`Turn::Cut`], and one that nothing can wake is [`Turn::Stalled`]. A call about a request or a handle that is already over does nothing, as in
//! libuv. A panic is a defect of the machine itself: each `expect` states the invariant that it relies on.
//!
//! # Absent on purpose
//!
//! Lists of timers, immediates, ticks and microtasks (those are Node's own JavaScript), the wall clock, threads, and sockets for now. This crate may
//! use `trace`, and knows nothing of JavaScript or the web.

mod choice;
mod clock;
mod costs;
mod event_loop;
mod explorer;
pub mod files;
mod handles;
mod log;
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
