//! The operations by name: directories, links, attributes.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::disk::{Disk, Follow, Found, Last};
use super::inode::{Content, Ino};
use super::{EntryKind, Errno, OpenFlags, Stat};

/// One name in a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryEntry {
    /// The name, without its directory.
    pub name: Rc<str>,
    /// The kind of the inode that the name leads to; a symlink counts as itself.
    pub kind: EntryKind,
}

impl Disk {
    /// `stat(2)`.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn stat(&self, path: &str) -> Result<Stat, Errno> {
        Ok(self.stat_of(self.find(path, Follow::Yes)?))
    }

    /// `lstat(2)`: the answer about a symlink itself.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn lstat(&self, path: &str) -> Result<Stat, Errno> {
        Ok(self.stat_of(self.find(path, Follow::No)?))
    }

    /// `access(2)` as root: `mode` is `F_OK` 0, `X_OK` 1, `W_OK` 2, `R_OK` 4.
    ///
    /// # Errors
    /// The code that the system call gives on Linux; `EACCES` for executing a file that nobody may execute.
    pub fn access(&self, path: &str, mode: u32) -> Result<(), Errno> {
        let inode = self.inode(self.find(path, Follow::Yes)?);
        if mode & 1 != 0 && !inode.is_directory() && inode.mode & 0o111 == 0 {
            return Err(Errno::EACCES);
        }
        Ok(())
    }

    /// `scandir`: the entries without `.` and `..`, sorted by bytes as libuv does.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn readdir(&self, path: &str) -> Result<Vec<DirectoryEntry>, Errno> {
        let Content::Directory { entries, .. } = &self.inode(self.find(path, Follow::Yes)?).content else { return Err(Errno::ENOTDIR) };
        Ok(entries.iter().map(|(name, ino)| DirectoryEntry { name: Rc::clone(name), kind: self.inode(*ino).kind() }).collect())
    }

    /// `mkdir(2)`.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn mkdir(&mut self, path: &str, mode: u32) -> Result<(), Errno> {
        let nowhere = Content::Directory { parent: self.working, entries: BTreeMap::new() };
        self.add_named(path, nowhere, mode & !self.umask & 0o1777).map(drop)
    }

    /// Node's `MKDirpSync`: makes every directory that is missing on the way; gives the first one made, as a path with `path`'s beginning.
    ///
    /// # Errors
    /// `EEXIST` when `path` is a file, `ENOTDIR` when a file is on the way.
    pub fn mkdir_recursive(&mut self, path: &str, mode: u32) -> Result<Option<String>, Errno> {
        let mut first = None;
        let ends = path.char_indices().filter(|(at, letter)| *at > 0 && *letter == '/').map(|(at, _)| at).chain([path.len()]);
        for end in ends {
            let directory = path[..end].trim_end_matches('/');
            if directory.is_empty() {
                continue;
            }
            match self.mkdir(directory, mode) {
                Ok(()) => first = first.or_else(|| Some(directory.to_owned())),
                Err(Errno::EEXIST) if self.stat(directory).is_ok_and(|stat| stat.is_directory()) => {}
                Err(Errno::EEXIST) if end < path.len() => return Err(Errno::ENOTDIR),
                Err(error) => return Err(error),
            }
        }
        Ok(first)
    }

    /// `rmdir(2)`.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn rmdir(&mut self, path: &str) -> Result<(), Errno> {
        let found = self.walk_without_slash(path)?;
        let name = match found.last {
            Last::Name(name) => name,
            Last::Here => return Err(Errno::EINVAL),
            Last::Up => return Err(Errno::ENOTEMPTY),
            Last::Root => return Err(Errno::EBUSY),
        };
        let ino = found.inode.ok_or(Errno::ENOENT)?;
        self.must_be_empty_directory(ino)?;
        self.remove_name(found.parent, &name);
        self.lose_name(ino);
        Ok(())
    }

    fn must_be_empty_directory(&self, ino: Ino) -> Result<(), Errno> {
        match &self.inode(ino).content {
            Content::Directory { entries, .. } if entries.is_empty() => Ok(()),
            Content::Directory { .. } => Err(Errno::ENOTEMPTY),
            Content::File(_) | Content::Symlink(_) | Content::NullDevice => Err(Errno::ENOTDIR),
        }
    }

    /// Walks to the last component itself, even before a slash: removing and renaming never follow a symlink there.
    fn walk_without_slash(&self, path: &str) -> Result<Found, Errno> {
        let trimmed = path.trim_end_matches('/');
        let trailing_slash = !trimmed.is_empty() && trimmed.len() < path.len();
        let found = self.walk(if trailing_slash { trimmed } else { path }, Follow::No)?;
        Ok(Found { trailing_slash, ..found })
    }

    /// `unlink(2)`.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn unlink(&mut self, path: &str) -> Result<(), Errno> {
        let found = self.walk_without_slash(path)?;
        let Last::Name(name) = found.last else { return Err(Errno::EISDIR) };
        let ino = found.inode.ok_or(Errno::ENOENT)?;
        if self.inode(ino).is_directory() {
            return Err(Errno::EISDIR);
        }
        if found.trailing_slash {
            return Err(Errno::ENOTDIR);
        }
        self.remove_name(found.parent, &name);
        self.lose_name(ino);
        Ok(())
    }

    /// Removes a file, or a directory with all that is in it, as `rm -r`.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn remove_all(&mut self, path: &str) -> Result<(), Errno> {
        if !self.inode(self.find(path, Follow::No)?).is_directory() {
            return self.unlink(path);
        }
        for entry in self.readdir(path)? {
            self.remove_all(&format!("{}/{}", path.trim_end_matches('/'), entry.name))?;
        }
        self.rmdir(path)
    }

    /// `rename(2)`.
    ///
    /// # Errors
    /// The code that the system call gives on Linux, in the order of `fs/namei.c`.
    pub fn rename(&mut self, from: &str, to: &str) -> Result<(), Errno> {
        let (old, new) = (self.walk_without_slash(from)?, self.walk_without_slash(to)?);
        let (Last::Name(old_name), Last::Name(new_name)) = (&old.last, &new.last) else { return Err(Errno::EBUSY) };
        let ino = old.inode.ok_or(Errno::ENOENT)?;
        let is_directory = self.inode(ino).is_directory();
        if self.is_within(new.parent, ino) {
            return Err(Errno::EINVAL);
        }
        if !is_directory && (old.trailing_slash || new.trailing_slash) {
            return Err(Errno::ENOTDIR);
        }
        if let Some(target) = new.inode {
            if self.is_within(old.parent, target) {
                return Err(Errno::ENOTEMPTY);
            }
            if target == ino {
                return Ok(());
            }
            match (is_directory, self.inode(target).is_directory()) {
                (true, _) => self.must_be_empty_directory(target)?,
                (false, true) => return Err(Errno::EISDIR),
                (false, false) => {}
            }
        }
        self.remove_name(old.parent, old_name);
        self.enter_name(new.parent, new_name, ino);
        self.inode_mut(ino).changed = self.now;
        Ok(())
    }

    /// Whether a directory is `ancestor` or lies in it.
    fn is_within(&self, directory: Ino, ancestor: Ino) -> bool {
        let mut here = directory;
        loop {
            if here == ancestor {
                return true;
            }
            match &self.inode(here).content {
                Content::Directory { parent, .. } if *parent != here => here = *parent,
                _ => return false,
            }
        }
    }

    /// `link(2)`: a symlink itself is linked, not followed.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn link(&mut self, existing: &str, new: &str) -> Result<(), Errno> {
        let ino = self.find(existing, Follow::No)?;
        let found = self.walk(new, Follow::No)?;
        let (None, Last::Name(name)) = (found.inode, found.last) else { return Err(Errno::EEXIST) };
        if found.trailing_slash {
            return Err(Errno::ENOENT);
        }
        if self.inode(ino).is_directory() {
            return Err(Errno::EPERM);
        }
        self.enter_name(found.parent, &name, ino);
        let now = self.now;
        let inode = self.inode_mut(ino);
        inode.links += 1;
        inode.changed = now;
        Ok(())
    }

    /// `symlink(2)`.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn symlink(&mut self, target: &str, path: &str) -> Result<(), Errno> {
        if target.is_empty() {
            return Err(Errno::ENOENT);
        }
        self.add_named(path, Content::Symlink(target.into()), 0o777).map(drop)
    }

    /// `readlink(2)`.
    ///
    /// # Errors
    /// The code that the system call gives on Linux; `EINVAL` for anything but a symlink.
    pub fn readlink(&self, path: &str) -> Result<Rc<str>, Errno> {
        match &self.inode(self.find(path, Follow::No)?).content {
            Content::Symlink(target) => Ok(Rc::clone(target)),
            Content::File(_) | Content::Directory { .. } | Content::NullDevice => Err(Errno::EINVAL),
        }
    }

    /// `realpath(3)`.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn realpath(&self, path: &str) -> Result<String, Errno> {
        let found = self.walk(path, Follow::Yes)?;
        let ino = found.inode.ok_or(Errno::ENOENT)?;
        match found.last {
            Last::Name(name) if !self.inode(ino).is_directory() => {
                let directory = self.directory_path(found.parent)?;
                Ok(format!("{}/{name}", directory.trim_end_matches('/')))
            }
            _ => self.directory_path(ino),
        }
    }

    /// `chmod(2)`.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn chmod(&mut self, path: &str, mode: u32) -> Result<(), Errno> {
        let ino = self.find(path, Follow::Yes)?;
        self.set_mode(ino, mode);
        Ok(())
    }

    /// `chown(2)`; `u32::MAX` leaves an owner or a group as it is.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn chown(&mut self, path: &str, uid: u32, gid: u32) -> Result<(), Errno> {
        let ino = self.find(path, Follow::Yes)?;
        self.set_owner(ino, uid, gid);
        Ok(())
    }

    /// `lchown(2)`.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn lchown(&mut self, path: &str, uid: u32, gid: u32) -> Result<(), Errno> {
        let ino = self.find(path, Follow::No)?;
        self.set_owner(ino, uid, gid);
        Ok(())
    }

    /// `utimensat(2)`; the times are nanoseconds since the Unix epoch.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn utimes(&mut self, path: &str, atime_ns: i64, mtime_ns: i64) -> Result<(), Errno> {
        let ino = self.find(path, Follow::Yes)?;
        self.set_times(ino, atime_ns, mtime_ns);
        Ok(())
    }

    /// `utimensat(2)` on a symlink itself.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn lutimes(&mut self, path: &str, atime_ns: i64, mtime_ns: i64) -> Result<(), Errno> {
        let ino = self.find(path, Follow::No)?;
        self.set_times(ino, atime_ns, mtime_ns);
        Ok(())
    }

    pub(super) fn set_mode(&mut self, ino: Ino, mode: u32) {
        let now = self.now;
        let inode = self.inode_mut(ino);
        (inode.mode, inode.changed) = (mode & 0o7777, now);
    }

    pub(super) fn set_owner(&mut self, ino: Ino, uid: u32, gid: u32) {
        let now = self.now;
        let inode = self.inode_mut(ino);
        inode.uid = if uid == u32::MAX { inode.uid } else { uid };
        inode.gid = if gid == u32::MAX { inode.gid } else { gid };
        inode.changed = now;
    }

    pub(super) fn set_times(&mut self, ino: Ino, atime_ns: i64, mtime_ns: i64) {
        let now = self.now;
        let inode = self.inode_mut(ino);
        (inode.accessed, inode.modified, inode.changed) = (atime_ns, mtime_ns, now);
    }

    /// `uv_fs_copyfile`; `exclusive`: `COPYFILE_EXCL`. Gives the number of bytes copied.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn copy_file(&mut self, from: &str, to: &str, exclusive: bool) -> Result<u64, Errno> {
        let source = self.find(from, Follow::Yes)?;
        let Content::File(bytes) = self.inode(source).content.clone() else { return Err(Errno::EISDIR) };
        let mode = self.inode(source).mode;
        let flags = OpenFlags::WRITE_ONLY | OpenFlags::CREATE | if exclusive { OpenFlags::EXCLUSIVE } else { OpenFlags::READ_ONLY };
        let fd = self.open(to, flags, mode)?;
        if self.fstat(fd).is_ok_and(|stat| stat.ino == source.0) {
            return self.close(fd).map(|()| 0);
        }
        let copied = self.ftruncate(fd, 0).and_then(|()| self.fchmod(fd, mode)).and_then(|()| self.write(fd, &bytes, Some(0)));
        self.close(fd)?;
        copied.map(|count| count as u64)
    }

    /// `mkdtemp(3)`; `prefix` is without the six X. Gives the path made, whose letters are the same in every run.
    ///
    /// # Errors
    /// The code that the system call gives on Linux.
    pub fn mkdtemp(&mut self, prefix: &str) -> Result<String, Errno> {
        const LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        loop {
            let mut path = prefix.to_owned();
            for _ in 0..6 {
                // Knuth's MMIX generator; the high bits are the good ones.
                self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                path.push(char::from(LETTERS[(self.seed >> 33) as usize % LETTERS.len()]));
            }
            match self.mkdir(&path, 0o700) {
                Ok(()) => return Ok(path),
                Err(Errno::EEXIST) => {}
                Err(error) => return Err(error),
            }
        }
    }
}
