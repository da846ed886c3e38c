//! The operations by descriptor: opening, reading, writing, attributes.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::disk::{Disk, Follow, Last};
use super::inode::{Content, Ino, S_IFCHR};
use super::{Errno, Stat};

/// The first number that `open` gives: 3 to 20 are the loop's own (epoll, io_uring, pipes, eventfds), as measured with Node 24.21.0 on Linux.
pub const FIRST_DESCRIPTOR: i32 = 21;
/// `RLIMIT_NOFILE`; beyond it, `EMFILE`.
const MOST_DESCRIPTORS: i32 = 4096;

/// `open(2)`'s flags, with Linux's numbers, as in `fs.constants`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenFlags(pub u32);

impl OpenFlags {
    /// `O_RDONLY`.
    pub const READ_ONLY: Self = Self(0);
    /// `O_WRONLY`.
    pub const WRITE_ONLY: Self = Self(0o1);
    /// `O_RDWR`.
    pub const READ_WRITE: Self = Self(0o2);
    /// `O_CREAT`.
    pub const CREATE: Self = Self(0o100);
    /// `O_EXCL`.
    pub const EXCLUSIVE: Self = Self(0o200);
    /// `O_TRUNC`.
    pub const TRUNCATE: Self = Self(0o1000);
    /// `O_APPEND`.
    pub const APPEND: Self = Self(0o2000);
    /// `O_DIRECTORY`.
    pub const DIRECTORY: Self = Self(0o200_000);
    /// `O_NOFOLLOW`.
    pub const NO_FOLLOW: Self = Self(0o400_000);

    fn has(self, flag: Self) -> bool {
        self.0 & flag.0 == flag.0
    }

    fn reads(self) -> bool {
        self.0 & 0o3 != Self::WRITE_ONLY.0
    }

    fn writes(self) -> bool {
        matches!(self.0 & 0o3, 1 | 2)
    }
}

impl std::ops::BitOr for OpenFlags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[derive(Clone, Debug)]
enum Target {
    Inode(Ino),
    /// stdin, stdout or stderr: the host shows what is written there.
    Stream,
}

#[derive(Clone, Debug)]
struct Open {
    target: Target,
    flags: OpenFlags,
    position: u64,
}

#[derive(Clone, Debug)]
pub(super) struct Descriptors {
    open: BTreeMap<i32, Open>,
}

impl Default for Descriptors {
    fn default() -> Self {
        let stream = |flags| Open { target: Target::Stream, flags, position: 0 };
        let open = [(0, stream(OpenFlags::READ_ONLY)), (1, stream(OpenFlags::WRITE_ONLY)), (2, stream(OpenFlags::WRITE_ONLY))];
        Self { open: BTreeMap::from(open) }
    }
}

impl Descriptors {
    pub fn any_on(&self, ino: Ino) -> bool {
        self.open.values().any(|open| matches!(open.target, Target::Inode(on) if on == ino))
    }

    /// The lowest free number.
    fn free(&self) -> Result<i32, Errno> {
        (0..3).chain(FIRST_DESCRIPTOR..MOST_DESCRIPTORS).find(|fd| !self.open.contains_key(fd)).ok_or(Errno::EMFILE)
    }

    fn get(&self, fd: i32) -> Result<&Open, Errno> {
        self.open.get(&fd).ok_or(Errno::EBADF)
    }
}

impl Disk {
    /// `open(2)`, which gives the descriptor. `mode`: the permissions of a file that it creates, before the mask.
    ///
    /// # Errors
    /// The code that `open(2)` gives on Linux; `EMFILE` beyond `RLIMIT_NOFILE`.
    pub fn open(&mut self, path: &str, flags: OpenFlags, mode: u32) -> Result<i32, Errno> {
        let fd = self.descriptors.free()?;
        let creates = flags.has(OpenFlags::CREATE);
        let exclusive = creates && flags.has(OpenFlags::EXCLUSIVE);
        let follow = if exclusive || flags.has(OpenFlags::NO_FOLLOW) { Follow::No } else { Follow::Yes };
        if creates && path.len() > 1 && path.ends_with('/') {
            return Err(Errno::EISDIR);
        }
        let found = self.walk(path, follow)?;
        let ino = match (found.inode, found.last) {
            (Some(_), _) if exclusive => return Err(Errno::EEXIST),
            (Some(ino), _) => {
                self.may_open(ino, flags)?;
                ino
            }
            (None, Last::Name(name)) if creates => self.add(found.parent, &name, Content::File(Rc::default()), mode & !self.umask),
            _ => return Err(Errno::ENOENT),
        };
        if flags.has(OpenFlags::TRUNCATE) && matches!(self.inode(ino).content, Content::File(_)) {
            self.resize(ino, 0)?;
        }
        self.descriptors.open.insert(fd, Open { target: Target::Inode(ino), flags, position: 0 });
        Ok(fd)
    }

    fn may_open(&self, ino: Ino, flags: OpenFlags) -> Result<(), Errno> {
        match &self.inode(ino).content {
            Content::Symlink(_) => Err(Errno::ELOOP),
            Content::Directory { .. } if flags.writes() || flags.has(OpenFlags::CREATE) => Err(Errno::EISDIR),
            Content::Directory { .. } => Ok(()),
            Content::File(_) | Content::NullDevice if flags.has(OpenFlags::DIRECTORY) => Err(Errno::ENOTDIR),
            Content::File(_) | Content::NullDevice => Ok(()),
        }
    }

    /// Redirects standard input before the process starts, as a shell does for `< file`: it reads `content`, a file without a name.
    pub fn redirect_stdin(&mut self, content: &[u8]) {
        let ino = self.add_nameless(Content::File(Rc::new(content.to_vec())), 0o644);
        self.descriptors.open.insert(0, Open { target: Target::Inode(ino), flags: OpenFlags::READ_ONLY, position: 0 });
    }

    /// `open(2)` of `/dev/stdin`: where standard input is redirected from a file, a new descriptor of that file, otherwise standard input's own.
    ///
    /// # Errors
    /// `EMFILE`.
    pub fn open_stdin(&mut self) -> Result<i32, Errno> {
        let Some(Open { target: target @ Target::Inode(_), flags, .. }) = self.descriptors.open.get(&0).cloned() else { return Ok(0) };
        let fd = self.descriptors.free()?;
        self.descriptors.open.insert(fd, Open { target, flags, position: 0 });
        Ok(fd)
    }

    /// `close(2)`.
    ///
    /// # Errors
    /// `EBADF`.
    pub fn close(&mut self, fd: i32) -> Result<(), Errno> {
        let open = self.descriptors.open.remove(&fd).ok_or(Errno::EBADF)?;
        if let Target::Inode(ino) = open.target {
            self.drop_if_unreachable(ino);
        }
        Ok(())
    }

    /// Whether a descriptor is one of the three standard streams: then a write to it belongs on the console.
    #[must_use]
    pub fn is_standard_stream(&self, fd: i32) -> bool {
        self.descriptors.open.get(&fd).is_some_and(|open| matches!(open.target, Target::Stream))
    }

    /// `read(2)`, or `pread(2)` with a position: the number of bytes read. That is 0 at the end; standard input is at its end from the first on, unless it
    /// is redirected.
    ///
    /// # Errors
    /// `EBADF`, `EISDIR`.
    pub fn read(&mut self, fd: i32, buffer: &mut [u8], position: Option<u64>) -> Result<usize, Errno> {
        let open = self.descriptors.get(fd)?;
        if !open.flags.reads() {
            return Err(Errno::EBADF);
        }
        let Target::Inode(ino) = open.target else { return Ok(0) };
        let from = position.unwrap_or(open.position);
        let bytes = match &self.inode(ino).content {
            Content::File(bytes) => bytes,
            Content::Directory { .. } => return Err(Errno::EISDIR),
            Content::Symlink(_) | Content::NullDevice => return Ok(0),
        };
        let rest = usize::try_from(from).ok().and_then(|from| bytes.get(from..)).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        if position.is_none() {
            self.advance_to(fd, from + count as u64);
        }
        Ok(count)
    }

    /// `write(2)`, or `pwrite(2)` with a position (which `O_APPEND` overrides, as on Linux): the number of bytes written. Everything is written or nothing.
    ///
    /// # Errors
    /// `EBADF`, `ENOSPC`, `EFBIG`.
    pub fn write(&mut self, fd: i32, data: &[u8], position: Option<u64>) -> Result<usize, Errno> {
        let open = self.descriptors.get(fd)?;
        if !open.flags.writes() {
            return Err(Errno::EBADF);
        }
        let Target::Inode(ino) = open.target else { return Ok(data.len()) };
        let inode = self.inode(ino);
        if !matches!(inode.content, Content::File(_)) || data.is_empty() {
            return Ok(data.len());
        }
        let size = inode.size();
        let from = if open.flags.has(OpenFlags::APPEND) { size } else { position.unwrap_or(open.position) };
        let end = from.checked_add(data.len() as u64).ok_or(Errno::EFBIG)?;
        let bytes = self.resize(ino, size.max(end))?;
        let start = usize::try_from(from).map_err(|_| Errno::EFBIG)?;
        bytes[start..start + data.len()].copy_from_slice(data);
        if position.is_none() {
            self.advance_to(fd, end);
        }
        Ok(data.len())
    }

    fn advance_to(&mut self, fd: i32, position: u64) {
        if let Some(open) = self.descriptors.open.get_mut(&fd) {
            open.position = position;
        }
    }

    /// `fstat(2)`.
    ///
    /// # Errors
    /// `EBADF`.
    pub fn fstat(&self, fd: i32) -> Result<Stat, Errno> {
        match self.descriptors.get(fd)?.target {
            Target::Inode(ino) => Ok(self.stat_of(ino)),
            Target::Stream => Ok(Stat { mode: S_IFCHR | 0o620, size: 0, blksize: 1024, blocks: 0, rdev: 0x8800, ..self.stat_of(self.working) }),
        }
    }

    /// `ftruncate(2)`.
    ///
    /// # Errors
    /// `EBADF`, `EINVAL` for a stream or a descriptor that is not open for writing, `ENOSPC`.
    pub fn ftruncate(&mut self, fd: i32, size: u64) -> Result<(), Errno> {
        let ino = self.file_of(fd)?;
        if !self.descriptors.get(fd)?.flags.writes() {
            return Err(Errno::EINVAL);
        }
        self.resize(ino, size).map(drop)
    }

    /// `fsync(2)`, `fdatasync(2)`: only the descriptor is checked, since the disk is in memory.
    ///
    /// # Errors
    /// `EBADF`, `EINVAL` for a stream.
    pub fn fsync(&self, fd: i32) -> Result<(), Errno> {
        self.file_of(fd).map(drop)
    }

    /// `fchmod(2)`.
    ///
    /// # Errors
    /// `EBADF`, `EINVAL` for a stream.
    pub fn fchmod(&mut self, fd: i32, mode: u32) -> Result<(), Errno> {
        let ino = self.file_of(fd)?;
        self.set_mode(ino, mode);
        Ok(())
    }

    /// `fchown(2)`.
    ///
    /// # Errors
    /// `EBADF`, `EINVAL` for a stream.
    pub fn fchown(&mut self, fd: i32, uid: u32, gid: u32) -> Result<(), Errno> {
        let ino = self.file_of(fd)?;
        self.set_owner(ino, uid, gid);
        Ok(())
    }

    /// `futimens(2)`; the times are nanoseconds since the Unix epoch.
    ///
    /// # Errors
    /// `EBADF`, `EINVAL` for a stream.
    pub fn futimes(&mut self, fd: i32, atime_ns: i64, mtime_ns: i64) -> Result<(), Errno> {
        let ino = self.file_of(fd)?;
        self.set_times(ino, atime_ns, mtime_ns);
        Ok(())
    }

    /// The inode behind a descriptor that is no stream.
    fn file_of(&self, fd: i32) -> Result<Ino, Errno> {
        match self.descriptors.get(fd)?.target {
            Target::Inode(ino) => Ok(ino),
            Target::Stream => Err(Errno::EINVAL),
        }
    }
}
