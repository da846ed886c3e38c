//! `rmSync`: a whole tree removed in one call (node v24.21.0 `src/node_file.cc` `RmSync`).

use boa_engine::{Context, JsResult, JsValue};

use super::arguments::paths;
use super::disk::{look, on_disk};
use super::errors::{Failure, errno_exception};
use super::request::spend;
use crate::native::{Native, argument};
use machine::DiskWork;
use machine::files::{Disk, EntryKind, Errno};

pub(super) const FUNCTIONS: &[(&str, usize, Native)] = &[("rmSync", 0, remove)];

/// `rmSync(path, maxRetries, recursive, retryDelay)`. Nothing on this disk is ever busy: nothing is retried.
fn remove(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let recursive = argument(arguments, 2).as_boolean() == Some(true);
    for _ in 0..look(context, |disk| Ok(names(disk, &path))).unwrap_or(1) {
        spend(DiskWork::Change, context);
    }
    let removed = on_disk(context, |disk| if recursive { disk.remove_all(&path) } else { remove_one(disk, &path) });
    match removed {
        Ok(()) | Err(Failure::Errno(Errno::ENOENT)) => Ok(JsValue::undefined()),
        Err(Failure::Errno(errno)) => Err(errno_exception(errno, "rm", &format!("{}: {written}", std_message(errno)), &written, context)),
        Err(failure) => Err(failure.into_error(&super::errors::Subject::default(), context)),
    }
}

/// `std::filesystem::remove`.
fn remove_one(disk: &mut Disk, path: &str) -> Result<(), Errno> {
    match disk.unlink(path) {
        Err(Errno::EISDIR) => disk.rmdir(path),
        result => result,
    }
}

/// The number of names in a tree, with the name of its root.
fn names(disk: &Disk, path: &str) -> u64 {
    let entries = if disk.lstat(path).is_ok_and(|stat| stat.is_directory()) { disk.readdir(path) } else { Ok(Vec::new()) };
    let below = entries.unwrap_or_default().into_iter().map(|entry| match entry.kind {
        EntryKind::Directory => names(disk, &format!("{path}/{}", entry.name)),
        EntryKind::File | EntryKind::Symlink | EntryKind::CharacterDevice => 1,
    });
    1 + below.sum::<u64>()
}

/// The C library's words for an error, which differ from libuv's.
pub(super) fn std_message(errno: Errno) -> &'static str {
    match errno {
        Errno::EPERM => "Operation not permitted",
        Errno::ENOENT => "No such file or directory",
        Errno::EACCES => "Permission denied",
        Errno::EEXIST => "File exists",
        Errno::ENOTDIR => "Not a directory",
        Errno::EISDIR => "Is a directory",
        Errno::EINVAL => "Invalid argument",
        Errno::ENOSPC => "No space left on device",
        Errno::ENOTEMPTY => "Directory not empty",
        Errno::ELOOP => "Too many levels of symbolic links",
        errno => errno.message(),
    }
}
