//! The disk itself: its inodes, and the walk from a path to one (Linux `fs/namei.c`).

use std::collections::BTreeMap;
use std::rc::Rc;

use super::descriptor::Descriptors;
use super::inode::{Content, Ino, Inode};
use super::path::{Component, Parts, parse};
use super::{Errno, Stat};

/// `MAXSYMLINKS`.
const MOST_SYMLINKS: usize = 40;
/// The most bytes in all files together; beyond that, `ENOSPC`.
const CAPACITY: u64 = 64 << 20;
const ROOT: Ino = Ino(2);

/// One disk and one process' view of it: working directory, file mode mask, open descriptors.
///
/// Paths are absolute or relative to the working directory. Every failure is the kernel's own.
#[derive(Clone, Debug)]
pub struct Disk {
    pub(super) inodes: BTreeMap<Ino, Inode>,
    next: u64,
    /// The bytes in all files.
    used: u64,
    pub(super) working: Ino,
    pub(super) umask: u32,
    pub(super) descriptors: Descriptors,
    /// Nanoseconds since the Unix epoch.
    pub(super) now: i64,
    /// The state of the generator of `mkdtemp`'s letters.
    pub(super) seed: u64,
}

/// The last component of a path.
#[derive(Clone, Debug)]
pub(super) enum Last {
    /// A name in its parent directory, which may not have it.
    Name(Rc<str>),
    Here,
    Up,
    Root,
}

/// The place that a walk along a path found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub parent: Ino,
    pub last: Last,
    pub inode: Option<Ino>,
    pub trailing_slash: bool,
}

/// Whether a symlink at the path's end is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follow {
    Yes,
    No,
}

impl Default for Disk {
    fn default() -> Self {
        Self::new(0)
    }
}

impl Disk {
    /// An empty disk with `/`, `/dev/null` and `/tmp`; `now`: nanoseconds since the Unix epoch.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "an empty disk takes these three names")]
    pub fn new(now: i64) -> Self {
        let root = Inode::new(Content::Directory { parent: ROOT, entries: BTreeMap::new() }, 0o755, now);
        let mut disk = Self {
            inodes: BTreeMap::from([(ROOT, root)]),
            next: ROOT.0 + 1,
            used: 0,
            working: ROOT,
            umask: 0o022,
            descriptors: Descriptors::default(),
            now,
            seed: 0x9E37_79B9_7F4A_7C15,
        };
        disk.mkdir("/dev", 0o755).expect("the root is empty");
        disk.mkdir("/tmp", 0o777).expect("the root has no /tmp");
        disk.add_named("/dev/null", Content::NullDevice, 0o666).expect("/dev is empty");
        disk
    }

    /// Puts a file at `path` as if it had always been there, with the directories that lead to it.
    ///
    /// # Errors
    /// `EEXIST` or `ENOTDIR` where a file stands in the way of a directory, `EISDIR` where a directory has the name, `ENOSPC`.
    pub fn install(&mut self, path: &str, content: &[u8]) -> Result<(), Errno> {
        if let Some((directory, _)) = path.rsplit_once('/').filter(|(directory, _)| !directory.is_empty()) {
            self.mkdir_recursive(directory, 0o777)?;
        }
        let fd = self.open(path, super::OpenFlags::CREATE | super::OpenFlags::TRUNCATE | super::OpenFlags::WRITE_ONLY, 0o666)?;
        let written = self.write(fd, content, None).map(drop);
        self.close(fd).and(written)
    }

    /// Sets the time of every change from now on: nanoseconds since the Unix epoch.
    pub fn set_now(&mut self, now: i64) {
        self.now = now;
    }

    /// `umask`: sets the mask and gives the old one.
    pub fn set_umask(&mut self, mask: u32) -> u32 {
        std::mem::replace(&mut self.umask, mask & 0o777)
    }

    /// The mask of permission bits that a new file or directory does not get.
    #[must_use]
    pub fn umask(&self) -> u32 {
        self.umask
    }

    /// `getcwd`.
    ///
    /// # Errors
    /// `ENOENT` when the working directory was removed.
    pub fn working_directory(&self) -> Result<String, Errno> {
        self.directory_path(self.working)
    }

    /// `chdir`.
    ///
    /// # Errors
    /// `ENOENT`, `ENOTDIR`, and `ELOOP` or `ENAMETOOLONG` from the walk along the path.
    pub fn change_directory(&mut self, path: &str) -> Result<(), Errno> {
        let ino = self.find(path, Follow::Yes)?;
        if !self.inode(ino).is_directory() {
            return Err(Errno::ENOTDIR);
        }
        let left = std::mem::replace(&mut self.working, ino);
        self.drop_if_unreachable(left);
        Ok(())
    }

    /// The bytes in all files.
    #[must_use]
    pub fn used(&self) -> u64 {
        self.used
    }

    // — walking —

    pub(super) fn inode(&self, ino: Ino) -> &Inode {
        self.inodes.get(&ino).expect("an inode lives while a name or a descriptor leads to it")
    }

    pub(super) fn inode_mut(&mut self, ino: Ino) -> &mut Inode {
        self.inodes.get_mut(&ino).expect("an inode lives while a name or a descriptor leads to it")
    }

    /// The inode that a path names.
    pub(super) fn find(&self, path: &str, follow: Follow) -> Result<Ino, Errno> {
        self.walk(path, follow)?.inode.ok_or(Errno::ENOENT)
    }

    /// Goes along a path; its last component need not exist.
    pub(super) fn walk(&self, path: &str, follow: Follow) -> Result<Found, Errno> {
        let Parts { absolute, reversed: mut rest, trailing_slash } = parse(path)?;
        let mut here = if absolute { ROOT } else { self.working };
        let mut symlinks = 0;
        if self.inode(here).links == 0 && !rest.is_empty() {
            return Err(Errno::ENOENT);
        }
        while let Some(component) = rest.pop() {
            let Content::Directory { parent, entries } = &self.inode(here).content else { return Err(Errno::ENOTDIR) };
            let is_last = rest.is_empty();
            let name = match component {
                Component::Here if is_last => return Ok(Found { parent: here, last: Last::Here, inode: Some(here), trailing_slash }),
                Component::Up if is_last => return Ok(Found { parent: here, last: Last::Up, inode: Some(*parent), trailing_slash }),
                Component::Here => continue,
                Component::Up => {
                    here = *parent;
                    continue;
                }
                Component::Name(name) => name,
            };
            let Some(&next) = entries.get(name.as_str()) else {
                if is_last {
                    return Ok(Found { parent: here, last: Last::Name(name.into()), inode: None, trailing_slash });
                }
                return Err(Errno::ENOENT);
            };
            if let Content::Symlink(target) = &self.inode(next).content
                && (!is_last || follow == Follow::Yes || trailing_slash)
            {
                symlinks += 1;
                if symlinks > MOST_SYMLINKS {
                    return Err(Errno::ELOOP);
                }
                let Parts { absolute, reversed, .. } = parse(target)?;
                if absolute {
                    here = ROOT;
                }
                rest.extend(reversed);
                continue;
            }
            if is_last {
                if trailing_slash && !self.inode(next).is_directory() {
                    return Err(Errno::ENOTDIR);
                }
                return Ok(Found { parent: here, last: Last::Name(name.into()), inode: Some(next), trailing_slash });
            }
            here = next;
        }
        Ok(Found { parent: here, last: Last::Root, inode: Some(here), trailing_slash })
    }

    /// The canonical path of a directory.
    pub(super) fn directory_path(&self, directory: Ino) -> Result<String, Errno> {
        let mut names: Vec<&str> = Vec::new();
        let mut here = directory;
        while here != ROOT {
            let Content::Directory { parent, .. } = &self.inode(here).content else { return Err(Errno::ENOTDIR) };
            let Content::Directory { entries, .. } = &self.inode(*parent).content else { return Err(Errno::ENOENT) };
            let (name, _) = entries.iter().find(|(_, ino)| **ino == here).ok_or(Errno::ENOENT)?;
            names.push(name);
            here = *parent;
        }
        if names.is_empty() {
            return Ok("/".to_owned());
        }
        names.reverse();
        Ok(names.iter().flat_map(|name| ["/", name]).collect())
    }

    pub(super) fn stat_of(&self, ino: Ino) -> Stat {
        let inode = self.inode(ino);
        let directories = match &inode.content {
            Content::Directory { entries, .. } => entries.values().filter(|entry| self.inode(**entry).is_directory()).count() as u64,
            Content::File(_) | Content::Symlink(_) | Content::NullDevice => 0,
        };
        inode.stat(ino, directories)
    }

    // — changing —

    /// Adds an inode under a name that is free.
    pub(super) fn add(&mut self, parent: Ino, name: &Rc<str>, content: Content, mode: u32) -> Ino {
        let ino = self.add_nameless(content, mode);
        self.enter_name(parent, name, ino);
        ino
    }

    /// Adds an inode that no name leads to.
    pub(super) fn add_nameless(&mut self, content: Content, mode: u32) -> Ino {
        let ino = Ino(self.next);
        self.next += 1;
        self.inodes.insert(ino, Inode::new(content, mode, self.now));
        ino
    }

    /// Adds an inode at a path where nothing is yet.
    pub(super) fn add_named(&mut self, path: &str, content: Content, mode: u32) -> Result<Ino, Errno> {
        let found = self.walk(path, Follow::No)?;
        match (found.inode, found.last) {
            (None, Last::Name(_)) if found.trailing_slash && !matches!(content, Content::Directory { .. }) => Err(Errno::ENOENT),
            (None, Last::Name(name)) => {
                let content = match content {
                    Content::Directory { entries, .. } => Content::Directory { parent: found.parent, entries },
                    other => other,
                };
                Ok(self.add(found.parent, &name, content, mode))
            }
            _ => Err(Errno::EEXIST),
        }
    }

    /// Writes a name into a directory; an inode that had the name loses it.
    pub(super) fn enter_name(&mut self, parent: Ino, name: &Rc<str>, ino: Ino) {
        let now = self.now;
        let directory = self.inode_mut(parent);
        (directory.modified, directory.changed) = (now, now);
        let Content::Directory { entries, .. } = &mut directory.content else { return };
        let before = entries.insert(Rc::clone(name), ino);
        if let Content::Directory { parent: above, .. } = &mut self.inode_mut(ino).content {
            *above = parent;
        }
        if let Some(before) = before.filter(|before| *before != ino) {
            self.lose_name(before);
        }
    }

    /// Takes a name out of a directory.
    pub(super) fn remove_name(&mut self, parent: Ino, name: &str) -> Option<Ino> {
        let now = self.now;
        let directory = self.inode_mut(parent);
        let Content::Directory { entries, .. } = &mut directory.content else { return None };
        let removed = entries.remove(name)?;
        (directory.modified, directory.changed) = (now, now);
        Some(removed)
    }

    /// Takes one name off an inode's count.
    pub(super) fn lose_name(&mut self, ino: Ino) {
        let now = self.now;
        let inode = self.inode_mut(ino);
        inode.links = inode.links.saturating_sub(1);
        inode.changed = now;
        self.drop_if_unreachable(ino);
    }

    /// Frees an inode that no name, descriptor or working directory leads to.
    pub(super) fn drop_if_unreachable(&mut self, ino: Ino) {
        let inode = self.inode(ino);
        if inode.links > 0 || self.working == ino || self.descriptors.any_on(ino) {
            return;
        }
        if let Content::File(bytes) = &inode.content {
            self.used -= bytes.len() as u64;
        }
        self.inodes.remove(&ino);
    }

    /// Makes a file `size` bytes long and gives its bytes for writing.
    pub(super) fn resize(&mut self, ino: Ino, size: u64) -> Result<&mut Vec<u8>, Errno> {
        let old = self.inode(ino).size();
        let used = self.used - old;
        if used.checked_add(size).is_none_or(|total| total > CAPACITY) {
            return Err(Errno::ENOSPC);
        }
        self.used = used + size;
        let now = self.now;
        let inode = self.inode_mut(ino);
        (inode.modified, inode.changed) = (now, now);
        let Content::File(bytes) = &mut inode.content else { return Err(Errno::EINVAL) };
        let bytes = Rc::make_mut(bytes);
        bytes.resize(usize::try_from(size).map_err(|_| Errno::EFBIG)?, 0);
        Ok(bytes)
    }
}
