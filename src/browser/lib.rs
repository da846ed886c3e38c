//! The browser's edges: the worker with the engine, the address, storage, the embedding page, media queries, downloads.
//!
//! Start with [`engine`], the link to the worker that runs programs, and with [`link`], the content of a shared address; then [`address`], [`storage`],
//! [`embedding`], [`media`] and [`download`], one edge each.
//!
//! # Invariants
//!
//! * Everything that can fail in a browser fails here, as a value with a sentence for the reader or as `None`; nothing throws.
//! * A report of the engine carries the number of its run, so that reports of an earlier run can be left aside.
//! * A listener lives as long as the value that holds it.
//!
//! # Absent on purpose
//!
//! Components, and decisions about a program or its run. This crate may use `trace` and web crates.

pub mod address;
pub mod download;
pub mod embedding;
pub mod engine;
pub mod link;
pub mod media;
pub mod storage;
