//! The model of V8's heap against what real Node said: sizes of objects against heap snapshots, collections against `--trace-gc`, `process.memoryUsage()`,
//! the end at the heap's limit. What Node said is in `measured/`: these are Node 18.20, 20.20, 22, 24.21 and 26 on Linux x64.

#![expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss, reason = "sizes of some megabytes at most")]

mod answers;
mod collections;
mod driver;
#[path = "../engine/mod.rs"]
#[expect(dead_code, reason = "these tests boot an engine for each program: none is recorded in a copy of the process")]
mod engine;
mod flags;
mod invariants;
mod limit;
mod ours;
mod sizes;

/// All programs on all releases: minutes of allocations. `ALL=1` asks for them; else some run.
fn whole() -> bool {
    support::asks_for_all()
}
