//! Operations on paths (node v24.21.0 `src/node_file.cc`).

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsResult, JsValue};

use super::arguments::{encode, encoding, integer, path, paths, small_mode, time, unsigned};
use super::disk::{look, on_disk};
use super::errors::Failure;
use super::request::{Call, Waiter, spend};
use super::stats::Answer;
use crate::host::host;
use crate::native::{Native, argument};
use machine::DiskWork;
use machine::files::{Disk, EntryKind, Errno};

pub(super) const FUNCTIONS: &[(&str, usize, Native)] = &[
    ("access", 0, access),
    ("existsSync", 0, exists),
    ("stat", 0, |_, arguments, context| stat("fs.stat", "stat", arguments, context)),
    ("lstat", 0, |_, arguments, context| stat("fs.lstat", "lstat", arguments, context)),
    ("statfs", 0, statfs),
    ("readdirRecursive", 4, readdir_recursive),
    ("readdir", 0, readdir),
    ("mkdtemp", 0, mkdtemp),
    ("rmdir", 0, |_, arguments, context| simple("fs.rmdir", "rmdir", arguments, 1, context, Disk::rmdir)),
    ("unlink", 0, |_, arguments, context| simple("fs.unlink", "unlink", arguments, 1, context, Disk::unlink)),
    ("rename", 0, |_, arguments, context| pair("fs.rename", "rename", arguments, context, Disk::rename)),
    ("link", 0, |_, arguments, context| pair("fs.link", "link", arguments, context, Disk::link)),
    ("symlink", 0, symlink),
    ("readlink", 0, readlink),
    ("realpath", 0, realpath),
    ("copyFile", 0, copy_file),
    ("chmod", 0, chmod),
    ("chown", 0, |_, arguments, context| owner("fs.chown", "chown", arguments, context, Disk::chown)),
    ("lchown", 0, |_, arguments, context| owner("fs.lchown", "lchown", arguments, context, Disk::lchown)),
    ("utimes", 0, |_, arguments, context| times("fs.utimes", "utime", arguments, context, Disk::utimes)),
    ("lutimes", 0, |_, arguments, context| times("fs.lutimes", "lutime", arguments, context, Disk::lutimes)),
];

fn access(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let mode = small_mode(arguments, 1, context)?;
    let (written, path) = paths(arguments, 0, context)?;
    let effect = move |context: &mut Context| on_disk(context, |disk| disk.access(&path, mode.cast_unsigned())).map(|()| Answer::Nothing);
    Call::new("fs.access", "access", DiskWork::Stat).path(&written).run(Waiter::at(arguments, 2), effect, context)
}

fn exists(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (_, path) = paths(arguments, 0, context)?;
    spend(DiskWork::Stat, context);
    Ok(look(context, |disk| disk.access(&path, 0)).is_some().into())
}

/// `stat` and `lstat`: `(path, bigint, request, throwIfNoEntry)`.
fn stat(label: &'static str, syscall: &'static str, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let bigint = argument(arguments, 1).as_boolean() == Some(true);
    let throws = argument(arguments, 3).as_boolean() != Some(false);
    let follows = syscall == "stat";
    let effect = move |context: &mut Context| {
        let found = on_disk(context, |disk| if follows { disk.stat(&path) } else { disk.lstat(&path) });
        match found {
            Ok(stat) => Ok(Answer::Stat { stat, bigint }),
            Err(Failure::Errno(Errno::ENOENT)) if !throws => Ok(Answer::Nothing),
            Err(Failure::Errno(Errno::ENOTDIR)) if !throws && follows && host(context).major() >= 22 => Ok(Answer::Nothing),
            Err(failure) => Err(failure),
        }
    };
    Call::new(label, syscall, DiskWork::Stat).path(&written).run(Waiter::at(arguments, 2), effect, context)
}

fn statfs(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let bigint = argument(arguments, 1).as_boolean() == Some(true);
    let effect = move |context: &mut Context| on_disk(context, |disk| disk.stat(&path)).map(|_| Answer::Disk { bigint });
    Call::new("fs.statfs", "statfs", DiskWork::Stat).path(&written).run(Waiter::at(arguments, 2), effect, context)
}

/// `readdir(path, encoding, withTypes, request)`: the names, or the names and the types.
fn readdir(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let encoding = encoding(arguments, 1);
    let with_types = argument(arguments, 2).as_boolean() == Some(true);
    let count = look(context, |disk| disk.readdir(&path)).map_or(0, |entries| entries.len() as u64);
    let effect = move |context: &mut Context| {
        let entries = on_disk(context, |disk| disk.readdir(&path))?;
        let mut names = Vec::with_capacity(entries.len());
        for entry in &entries {
            names.push(encode(entry.name.as_bytes(), encoding, context)?);
        }
        let names = JsArray::from_iter(names, context);
        if !with_types {
            return Ok(Answer::Value(names.into()));
        }
        let types = JsArray::from_iter(entries.iter().map(|entry| entry_type(entry.kind).into()), context);
        Ok(Answer::Value(JsArray::from_iter([names.into(), types.into()], context).into()))
    };
    Call::new("fs.readdir", "scandir", DiskWork::ReadDirectory(count)).path(&written).run(Waiter::at(arguments, 3), effect, context)
}

/// `readdirRecursive(path, encoding, withTypes, request)` of Node 26: names by folder, relative to the path; with types
/// `[names, types, how many each folder has, folders]`.
fn readdir_recursive(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let encoding = encoding(arguments, 1);
    let with_types = argument(arguments, 2).as_boolean() == Some(true);
    let count = look(context, |disk| disk.readdir(&path)).map_or(0, |entries| entries.len() as u64);
    let effect = move |context: &mut Context| {
        let mut folders = vec![String::new()];
        let (mut names, mut types, mut counts) = (Vec::new(), Vec::new(), Vec::new());
        let mut next = 0;
        while let Some(folder) = folders.get(next).cloned() {
            next += 1;
            let whole = |name: &str| format!("{path}/{name}");
            let opened = if folder.is_empty() { path.clone() } else { whole(&folder) };
            let entries = on_disk(context, |disk| disk.readdir(&opened))?;
            counts.push(JsValue::from(entries.len()));
            for entry in entries {
                let relative = if folder.is_empty() { entry.name.to_string() } else { format!("{folder}/{}", entry.name) };
                let shown = if with_types { entry.name.as_bytes() } else { relative.as_bytes() };
                names.push(encode(shown, encoding, context)?);
                types.push(JsValue::from(entry_type(entry.kind)));
                // A link to a folder is gone through as well.
                if entry.kind == EntryKind::Directory || look(context, |disk| disk.readdir(&whole(&relative))).is_some() {
                    folders.push(relative);
                }
            }
        }
        let names = JsArray::from_iter(names, context);
        if !with_types {
            return Ok(Answer::Value(names.into()));
        }
        let mut paths = Vec::with_capacity(folders.len());
        for folder in &folders {
            paths.push(encode(folder.as_bytes(), encoding, context)?);
        }
        let lists = [types, counts, paths].map(|list| JsArray::from_iter(list, context).into());
        Ok(Answer::Value(JsArray::from_iter([names.into()].into_iter().chain(lists), context).into()))
    };
    Call::new("fs.readdir", "scandir", DiskWork::ReadDirectory(count)).path(&written).run(Waiter::at(arguments, 3), effect, context)
}

/// `UV_DIRENT_…`.
pub(in crate::bindings) fn entry_type(kind: EntryKind) -> i32 {
    match kind {
        EntryKind::File => 1,
        EntryKind::Directory => 2,
        EntryKind::Symlink => 3,
        EntryKind::CharacterDevice => 6,
    }
}

fn mkdtemp(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, prefix) = paths(arguments, 0, context)?;
    let encoding = encoding(arguments, 1);
    let template = format!("{written}XXXXXX");
    let call = Call::new("fs.mkdtemp", "mkdtemp", DiskWork::Change).path(&template);
    let effect = move |context: &mut Context| {
        let made = on_disk(context, |disk| disk.mkdtemp(&prefix))?;
        let letters = made.get(made.len().saturating_sub(6)..).unwrap_or_default();
        Ok(Answer::Value(encode(format!("{written}{letters}").as_bytes(), encoding, context)?))
    };
    call.run(Waiter::at(arguments, 2), effect, context)
}

/// A change of what one path names.
fn simple(
    label: &'static str,
    syscall: &'static str,
    arguments: &[JsValue],
    request: usize,
    context: &mut Context,
    operation: fn(&mut Disk, &str) -> Result<(), Errno>,
) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let effect = move |context: &mut Context| on_disk(context, |disk| operation(disk, &path)).map(|()| Answer::Nothing);
    Call::new(label, syscall, DiskWork::Change).path(&written).run(Waiter::at(arguments, request), effect, context)
}

/// A change with a source and a destination.
fn pair(
    label: &'static str,
    syscall: &'static str,
    arguments: &[JsValue],
    context: &mut Context,
    operation: fn(&mut Disk, &str, &str) -> Result<(), Errno>,
) -> JsResult<JsValue> {
    let (from_written, from) = paths(arguments, 0, context)?;
    let (to_written, to) = paths(arguments, 1, context)?;
    let effect = move |context: &mut Context| on_disk(context, |disk| operation(disk, &from, &to)).map(|()| Answer::Nothing);
    Call::new(label, syscall, DiskWork::Change).path(&from_written).dest(&to_written).run(Waiter::at(arguments, 2), effect, context)
}

/// `symlink(target, path, flags, request)`: the target stays as written.
fn symlink(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let target = path(arguments, 0, context)?;
    let (written, at) = paths(arguments, 1, context)?;
    let call = Call::new("fs.symlink", "symlink", DiskWork::Change).path(&target).dest(&written);
    let effect = move |context: &mut Context| on_disk(context, |disk| disk.symlink(&target, &at)).map(|()| Answer::Nothing);
    call.run(Waiter::at(arguments, 3), effect, context)
}

fn readlink(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let encoding = encoding(arguments, 1);
    let effect = move |context: &mut Context| {
        let target = on_disk(context, |disk| disk.readlink(&path))?;
        Ok(Answer::Value(encode(target.as_bytes(), encoding, context)?))
    };
    Call::new("fs.readlink", "readlink", DiskWork::Stat).path(&written).run(Waiter::at(arguments, 2), effect, context)
}

fn realpath(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let encoding = encoding(arguments, 1);
    let effect = move |context: &mut Context| {
        let real = on_disk(context, |disk| disk.realpath(&path))?;
        Ok(Answer::Value(encode(real.as_bytes(), encoding, context)?))
    };
    Call::new("fs.realpath", "realpath", DiskWork::Stat).path(&written).run(Waiter::at(arguments, 2), effect, context)
}

fn copy_file(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let flags = small_mode(arguments, 2, context)?;
    let (from_written, from) = paths(arguments, 0, context)?;
    let (to_written, to) = paths(arguments, 1, context)?;
    let bytes = look(context, |disk| disk.stat(&from)).map_or(0, |stat| stat.size);
    // COPYFILE_FICLONE_FORCE: the disk can't share blocks between files.
    let effect = move |context: &mut Context| match flags & 4 {
        0 => on_disk(context, |disk| disk.copy_file(&from, &to, flags & 1 != 0)).map(|_| Answer::Nothing),
        _ => Err(Errno::ENOTSUP.into()),
    };
    let call = Call::new("fs.copyFile", "copyfile", DiskWork::Copy(bytes)).path(&from_written).dest(&to_written);
    call.run(Waiter::at(arguments, 3), effect, context)
}

fn chmod(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let mode = unsigned(arguments, 1);
    let effect = move |context: &mut Context| on_disk(context, |disk| disk.chmod(&path, mode)).map(|()| Answer::Nothing);
    Call::new("fs.chmod", "chmod", DiskWork::Change).path(&written).run(Waiter::at(arguments, 2), effect, context)
}

/// `chown` and `lchown`: `(path, uid, gid, request)`.
fn owner(
    label: &'static str,
    syscall: &'static str,
    arguments: &[JsValue],
    context: &mut Context,
    operation: fn(&mut Disk, &str, u32, u32) -> Result<(), Errno>,
) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let (user, group) = (integer(arguments, 1).cast_unsigned(), integer(arguments, 2).cast_unsigned());
    let effect = move |context: &mut Context| on_disk(context, |disk| operation(disk, &path, user, group)).map(|()| Answer::Nothing);
    Call::new(label, syscall, DiskWork::Change).path(&written).run(Waiter::at(arguments, 3), effect, context)
}

/// `utimes` and `lutimes`: `(path, atime, mtime, request)`.
fn times(
    label: &'static str,
    syscall: &'static str,
    arguments: &[JsValue],
    context: &mut Context,
    operation: fn(&mut Disk, &str, i64, i64) -> Result<(), Errno>,
) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let (accessed, modified) = (time(arguments, 1), time(arguments, 2));
    let effect = move |context: &mut Context| on_disk(context, |disk| operation(disk, &path, accessed, modified)).map(|()| Answer::Nothing);
    Call::new(label, syscall, DiskWork::Change).path(&written).run(Waiter::at(arguments, 3), effect, context)
}
