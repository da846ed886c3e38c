//! The browser's edges: the worker with the engine, the address, storage, the embedding page, media queries, downloads.
//!
//! Everything that can fail in a browser fails here, as a value with a sentence. Knows the trace, and no component.

pub mod address;
pub mod download;
pub mod embedding;
pub mod engine;
pub mod link;
pub mod media;
pub mod storage;
