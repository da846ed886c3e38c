//! An in-memory disk with Linux's rules: inodes, directories, links, descriptors. Its answers to some ninety odd questions were compared with a real ext4 under Node 24.
//!
//! The process is root, as in a container: permission bits are kept but only `X_OK` looks at them. Everything is instantaneous; what it costs in virtual
//! time is `Costs::disk`, which the host spends or hands to the thread pool.

mod descriptor;
mod disk;
mod entries;
mod errno;
mod inode;
mod path;

pub use descriptor::{FIRST_DESCRIPTOR, OpenFlags};
pub use disk::Disk;
pub use entries::DirectoryEntry;
pub use errno::Errno;
pub use inode::{EntryKind, Stat};

#[cfg(test)]
mod tests;
