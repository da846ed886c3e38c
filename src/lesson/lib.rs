//! The catalogue of lessons that a reader can open.
//!
//! Start with [`Lesson`] and [`all`] (`catalogue.rs`), then look at a lesson's folder.
//!
//! # Invariants
//!
//! * A lesson is a [`Program`](trace::Program) with its settings and a title. Its recorded run is made at build time, by the same engine.
//! * An id never changes: links hold it.
//!
//! # Absent on purpose
//!
//! Explanations of a run: `player` says what a step means, from the run itself. This crate may use `trace`.

mod catalogue;
mod node_lifecycle;

pub use catalogue::{HOME, Lesson, SourceFile, all, default, find};
