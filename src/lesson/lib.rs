//! The catalogue: what a reader can open. A lesson is a program with its settings; its recorded run is made at build time.
//!
//! Knows the trace's vocabulary (a lesson is a [`Program`](trace::Program) with words around it), and nothing of the page.

mod catalogue;
mod node_lifecycle;

pub use catalogue::{HOME, Lesson, SourceFile, all, default, find};
