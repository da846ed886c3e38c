//! A disk in memory with Linux's rules: inodes, directories, links, descriptors. Its answers to some ninety questions about odd cases were compared with
//! a real ext4 under Node 24.
//!
//! The process is root, as in a container: permission bits are kept but only `X_OK` looks at them. An operation takes no time here; its cost in virtual
//! time is `Costs::disk`, which the host spends or hands to the thread pool. A function named after a system call fails as that call does on Linux.

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
