//! An in-memory disk.
mod disk;
pub use disk::Disk;
