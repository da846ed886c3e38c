//! Inodes: the files, directories, symlinks and devices that names on the disk lead to.

use std::collections::BTreeMap;
use std::rc::Rc;

/// The bits of a mode that hold its kind; the kinds follow.
const S_IFMT: u32 = 0o170_000;
pub(super) const S_IFREG: u32 = 0o100_000;
pub(super) const S_IFDIR: u32 = 0o040_000;
pub(super) const S_IFLNK: u32 = 0o120_000;
pub(super) const S_IFCHR: u32 = 0o020_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Ino(pub u64);

/// The kind of thing that a directory entry names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A regular file.
    File,
    /// A directory.
    Directory,
    /// A symbolic link.
    Symlink,
    /// `/dev/null` and the standard streams.
    CharacterDevice,
}

/// The answer of `stat(2)`. Times are nanoseconds since the Unix epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stat {
    /// The number of the disk.
    pub dev: u64,
    /// The number of the inode.
    pub ino: u64,
    /// Kind and permissions, as in `st_mode`.
    pub mode: u32,
    /// The number of names that lead to the inode.
    pub nlink: u64,
    /// The owner.
    pub uid: u32,
    /// The owner's group.
    pub gid: u32,
    /// The number of the device that the inode stands for, or 0.
    pub rdev: u64,
    /// Bytes.
    pub size: u64,
    /// The size of a block for reading and writing, in bytes.
    pub blksize: u64,
    /// The size on the disk, in units of 512 bytes.
    pub blocks: u64,
    /// The last access.
    pub atime_ns: i64,
    /// The last change of the content.
    pub mtime_ns: i64,
    /// The last change of the inode.
    pub ctime_ns: i64,
    /// The creation.
    pub birthtime_ns: i64,
}

impl Stat {
    /// Whether it is the answer about a directory.
    #[must_use]
    pub fn is_directory(&self) -> bool {
        self.mode & S_IFMT == S_IFDIR
    }

    /// Whether it is the answer about a symbolic link itself.
    #[must_use]
    pub fn is_symlink(&self) -> bool {
        self.mode & S_IFMT == S_IFLNK
    }
}

#[derive(Clone, Debug)]
pub(super) enum Content {
    /// A file's bytes, shared with whoever brought them until the file is written to.
    File(Rc<Vec<u8>>),
    Directory {
        parent: Ino,
        entries: BTreeMap<Rc<str>, Ino>,
    },
    Symlink(Rc<str>),
    /// `/dev/null`: reads as empty, and takes every write.
    NullDevice,
}

#[derive(Clone, Debug)]
pub(super) struct Inode {
    pub content: Content,
    /// Permission bits only.
    pub mode: u32,
    pub uid: u32,
    pub gid: u32,
    /// The number of names that lead here; a directory's is counted from its entries when it is asked for.
    pub links: u64,
    /// This time and the three below are nanoseconds since the Unix epoch.
    pub accessed: i64,
    pub modified: i64,
    pub changed: i64,
    pub born: i64,
}

impl Inode {
    pub fn new(content: Content, mode: u32, now: i64) -> Self {
        Self { content, mode: mode & 0o7777, uid: 0, gid: 0, links: 1, accessed: now, modified: now, changed: now, born: now }
    }

    pub fn kind(&self) -> EntryKind {
        match self.content {
            Content::File(_) => EntryKind::File,
            Content::Directory { .. } => EntryKind::Directory,
            Content::Symlink(_) => EntryKind::Symlink,
            Content::NullDevice => EntryKind::CharacterDevice,
        }
    }

    pub fn is_directory(&self) -> bool {
        matches!(self.content, Content::Directory { .. })
    }

    /// The size in bytes.
    pub fn size(&self) -> u64 {
        match &self.content {
            Content::File(bytes) => bytes.len() as u64,
            Content::Directory { .. } => 4096,
            Content::Symlink(target) => target.len() as u64,
            Content::NullDevice => 0,
        }
    }

    /// The answer of `stat(2)`. `directories`: the number of a directory's entries that are directories, otherwise 0.
    pub fn stat(&self, ino: Ino, directories: u64) -> Stat {
        let size = self.size();
        let (kind, nlink, rdev) = match self.content {
            Content::File(_) => (S_IFREG, self.links, 0),
            Content::Directory { .. } => (S_IFDIR, if self.links == 0 { 0 } else { 2 + directories }, 0),
            Content::Symlink(_) => (S_IFLNK, self.links, 0),
            Content::NullDevice => (S_IFCHR, self.links, 0x103),
        };
        // A short symlink's target is kept in the inode itself.
        let blocks = if kind == S_IFLNK { 0 } else { size.div_ceil(4096) * 8 };
        Stat {
            dev: DEVICE,
            ino: ino.0,
            mode: kind | self.mode,
            nlink,
            uid: self.uid,
            gid: self.gid,
            rdev,
            size,
            blksize: 4096,
            blocks,
            atime_ns: self.accessed,
            mtime_ns: self.modified,
            ctime_ns: self.changed,
            birthtime_ns: self.born,
        }
    }
}

/// The disk's `st_dev`.
pub(super) const DEVICE: u64 = 65024;
