//! The parts of `cpSync` that C++ does (node v24.21.0 `src/node_file.cc` `CpSyncCheckPaths`, `CpSyncOverrideFile`, `CpSyncCopyDir`).

use boa_engine::builtins::error::ErrorKind;
use boa_engine::{Context, JsError, JsResult, JsValue};

use super::arguments::{absolute, path, small_mode};
use super::disk::{look, on_disk};
use super::errors::{Failure, Subject, coded, errno_exception};
use super::remove::std_message;
use super::request::spend;
use crate::native::{Native, argument};
use machine::DiskWork;
use machine::files::{DirectoryEntry, Disk, EntryKind, Errno, Stat};

pub(super) const FUNCTIONS: &[(&str, usize, Native)] =
    &[("cpSyncCheckPaths", 0, check_paths), ("cpSyncOverrideFile", 0, override_file), ("cpSyncCopyDir", 0, copy_directory)];

fn flag(arguments: &[JsValue], index: usize) -> bool {
    argument(arguments, index).as_boolean() == Some(true)
}

/// `std::filesystem::path::parent_path`.
fn parent(path: &str) -> &str {
    match path.rfind('/') {
        Some(0) => "/",
        Some(end) => path[..end].trim_end_matches('/'),
        None => "",
    }
}

fn einval(message: &str, context: &mut Context) -> JsError {
    coded(ErrorKind::Error, "ERR_FS_CP_EINVAL", message, context)
}

/// `cpSyncCheckPaths(src, dest, dereference, recursive)`.
fn check_paths(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (source, target) = (path(arguments, 0, context)?, path(arguments, 1, context)?);
    let (dereference, recursive) = (flag(arguments, 2), flag(arguments, 3));
    let (from, to) = (absolute(&source, context), absolute(&target, context));
    // Upstream has these the wrong way round, and programs see it.
    let status = |disk: &Disk, path: &str| if dereference { disk.lstat(path) } else { disk.stat(path) };
    spend(DiskWork::Stat, context);
    let source_stat = match on_disk(context, |disk| status(disk, &from)) {
        Ok(stat) => stat,
        Err(failure) => {
            let subject = Subject { syscall: if dereference { "stat" } else { "lstat" }, path: Some(source), dest: None };
            return Err(failure.into_error(&subject, context));
        }
    };
    let target_stat = look(context, |disk| status(disk, &to));
    let source_is_directory = source_stat.is_directory() || (dereference && source_stat.is_symlink());
    if let Some(target_stat) = &target_stat {
        check_existing(&source, &target, source_is_directory, target_stat.is_directory(), context)?;
    }
    let slashed = if source.ends_with('/') { source.clone() } else { format!("{source}/") };
    let inside = source_is_directory && target.starts_with(&slashed);
    if inside || is_below(&source, &target, context) {
        return Err(einval(&format!("Cannot copy {slashed} to a subdirectory of self {target}"), context));
    }
    if source_is_directory && !recursive {
        let message = format!("Recursive option not enabled, cannot copy a directory: {slashed}");
        return Err(coded(ErrorKind::Error, "ERR_FS_EISDIR", &message, context));
    }
    let above = parent(&to).to_owned();
    if target_stat.is_none() || look(context, |disk| disk.stat(&above)).is_none() {
        spend(DiskWork::Change, context);
        // Upstream ignores what goes wrong here: the copy itself will say so.
        drop(on_disk(context, |disk| disk.mkdir_recursive(&above, 0o777)));
    }
    Ok(JsValue::undefined())
}

fn same(one: &str, other: &str, context: &Context) -> Option<bool> {
    let (one, other) = (absolute(one, context), absolute(other, context));
    look(context, |disk| Ok(disk.stat(&one)?.ino == disk.stat(&other)?.ino))
}

fn check_existing(source: &str, target: &str, source_is_directory: bool, target_is_directory: bool, context: &mut Context) -> JsResult<()> {
    if same(source, target, context) == Some(true) {
        return Err(einval(&format!("src and dest cannot be the same {target}"), context));
    }
    let (code, message) = match (source_is_directory, target_is_directory) {
        (true, false) => ("ERR_FS_CP_DIR_TO_NON_DIR", format!("Cannot overwrite non-directory {target} with directory {source}")),
        (false, true) => ("ERR_FS_CP_NON_DIR_TO_DIR", format!("Cannot overwrite directory {target} with non-directory {source}")),
        (true, true) | (false, false) => return Ok(()),
    };
    Err(coded(ErrorKind::Error, code, &message, context))
}

/// Whether one of the directories above `target` is `source`, as far as upstream looks: it always compares the nearest one.
fn is_below(source: &str, target: &str, context: &Context) -> bool {
    let above = parent(target);
    let mut here = above;
    while parent(source) != here && !parent(here).is_empty() && parent(here) != here {
        match same(source, above, context) {
            Some(true) => return true,
            Some(false) => here = parent(here),
            None => return false,
        }
    }
    false
}

/// `ThrowStdErrException`.
fn std_error(errno: Errno, syscall: &str, path: &str, context: &mut Context) -> JsError {
    errno_exception(errno, syscall, std_message(errno), path, context)
}

/// `cpSyncOverrideFile(src, dest, mode, preserveTimestamps)`.
fn override_file(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let mode = small_mode(arguments, 2, context)?;
    let (source, target) = (path(arguments, 0, context)?, path(arguments, 1, context)?);
    let (from, to) = (absolute(&source, context), absolute(&target, context));
    spend(DiskWork::Change, context);
    on_disk(context, |disk| disk.unlink(&to)).or_else(|failure| raise(failure, "unlink", &target, context))?;
    let size = look(context, |disk| disk.stat(&from)).map_or(0, |stat| stat.size);
    spend(DiskWork::Copy(size), context);
    on_disk(context, |disk| disk.copy_file(&from, &to, mode & 1 != 0)).map(drop).or_else(|failure| raise(failure, "cp", &target, context))?;
    if flag(arguments, 3) {
        copy_times(&from, &to, context);
    }
    Ok(JsValue::undefined())
}

fn raise(failure: Failure, syscall: &str, path: &str, context: &mut Context) -> JsResult<()> {
    match failure {
        Failure::Errno(errno) => Err(std_error(errno, syscall, path, context)),
        failure @ Failure::Thrown(_) => Err(failure.into_error(&Subject::default(), context)),
    }
}

fn copy_times(from: &str, to: &str, context: &mut Context) {
    let times = look(context, |disk| disk.stat(from)).map(|stat| (stat.atime_ns, stat.mtime_ns));
    if let Some((accessed, modified)) = times {
        // The file was just written.
        drop(on_disk(context, |disk| disk.utimes(to, accessed, modified)));
    }
}

/// The options of `fs.cpSync` that `cpSyncCopyDir` is given.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "the options of fs.cpSync")]
struct Options {
    force: bool,
    dereference: bool,
    error_on_exist: bool,
    verbatim_symlinks: bool,
    preserve_timestamps: bool,
}

/// `cpSyncCopyDir(src, dest, force, dereference, errorOnExist, verbatimSymlinks, preserveTimestamps)`.
fn copy_directory(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (source, target) = (path(arguments, 0, context)?, path(arguments, 1, context)?);
    let options = Options {
        force: flag(arguments, 2),
        dereference: flag(arguments, 3),
        error_on_exist: flag(arguments, 4),
        verbatim_symlinks: flag(arguments, 5),
        preserve_timestamps: flag(arguments, 6),
    };
    let to = absolute(&target, context);
    on_disk(context, |disk| disk.mkdir_recursive(&to, 0o777)).map(drop).or_else(|failure| raise(failure, "cp", &target, context))?;
    copy_contents(&source, &target, options, context)?;
    Ok(JsValue::undefined())
}

fn copy_contents(source: &str, target: &str, options: Options, context: &mut Context) -> JsResult<()> {
    let from = absolute(source, context);
    let entries: Vec<DirectoryEntry> = look(context, |disk| disk.readdir(&from)).unwrap_or_default();
    spend(DiskWork::ReadDirectory(entries.len() as u64), context);
    for entry in entries {
        let (inner, outer) = (format!("{source}/{}", entry.name), format!("{target}/{}", entry.name));
        match entry.kind {
            EntryKind::Symlink => copy_symlink(source, &inner, target, &outer, options, context)?,
            EntryKind::Directory => {
                let to = absolute(&outer, context);
                spend(DiskWork::Change, context);
                // It may be there already.
                drop(on_disk(context, |disk| disk.mkdir(&to, 0o777)));
                copy_contents(&inner, &outer, options, context)?;
            }
            EntryKind::File => copy_file(&inner, target, &outer, options, context)?,
            EntryKind::CharacterDevice => {}
        }
    }
    Ok(())
}

fn copy_file(source: &str, directory: &str, target: &str, options: Options, context: &mut Context) -> JsResult<()> {
    let (from, to) = (absolute(source, context), absolute(target, context));
    let (size, exists) = (look(context, |disk| disk.stat(&from)).map_or(0, |stat| stat.size), look(context, |disk| disk.stat(&to)).is_some());
    if exists && !options.force {
        if !options.error_on_exist {
            return Ok(());
        }
        let message = format!("[ERR_FS_CP_EEXIST]: Target already exists: cp returned EEXIST ({target} already exists)");
        return Err(coded(ErrorKind::Error, "ERR_FS_CP_EEXIST", &message, context));
    }
    spend(DiskWork::Copy(size), context);
    on_disk(context, |disk| disk.copy_file(&from, &to, false)).map(drop).or_else(|failure| raise(failure, "cp", directory, context))?;
    if options.preserve_timestamps {
        copy_times(&from, &to, context);
    }
    Ok(())
}

fn copy_symlink(source: &str, link: &str, directory: &str, target: &str, options: Options, context: &mut Context) -> JsResult<()> {
    let (from, to) = (absolute(link, context), absolute(target, context));
    let leads_to = look(context, |disk| disk.readlink(&from)).map(|text| text.to_string()).unwrap_or_default();
    spend(DiskWork::Change, context);
    if options.verbatim_symlinks {
        return on_disk(context, |disk| disk.symlink(&leads_to, &to)).or_else(|failure| raise(failure, "cp", directory, context));
    }
    if let Some(existing) = look(context, |disk| disk.lstat(&to)).filter(|_| look(context, |disk| disk.stat(&to)).is_some()) {
        make_room(&existing, &leads_to, &to, target, options, context)?;
    }
    let aim = if leads_to.starts_with('/') { leads_to } else { format!("{}/{leads_to}", absolute(source, context)) };
    let aim = normalized(&look(context, |disk| disk.realpath(&aim)).unwrap_or(aim));
    on_disk(context, |disk| disk.symlink(&aim, &to)).or_else(|failure| raise(failure, "cp", directory, context))
}

/// Takes away the link that stands where a new one is to go; throws where anything else is in the way, as upstream does.
fn make_room(existing: &Stat, leads_to: &str, to: &str, target: &str, options: Options, context: &mut Context) -> JsResult<()> {
    if !existing.is_symlink() {
        if existing.is_directory() || (options.dereference && (options.force || !options.error_on_exist)) {
            return Ok(());
        }
        return Err(std_error(Errno::EEXIST, "cp", target, context));
    }
    let current = look(context, |disk| disk.readlink(to)).map(|text| text.to_string()).unwrap_or_default();
    let (wanted_at, current_at) = (absolute(leads_to, context), absolute(&current, context));
    let wanted_is_directory = look(context, |disk| disk.stat(&wanted_at)).is_some_and(|stat| stat.is_directory());
    if !options.dereference && wanted_is_directory && is_inside(&wanted_at, &current_at) {
        return Err(einval(&format!("Cannot copy {leads_to} to a subdirectory of self {current}"), context));
    }
    let target_is_directory = look(context, |disk| disk.stat(to)).is_some_and(|stat| stat.is_directory());
    if target_is_directory && is_inside(&current_at, &wanted_at) {
        let message = format!("cannot overwrite {current} with {leads_to}");
        return Err(coded(ErrorKind::Error, "ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY", &message, context));
    }
    on_disk(context, |disk| disk.unlink(to)).or_else(|failure| raise(failure, "cp", target, context))
}

/// `isInsideDir`: the parts of `directory` are the first of `path`.
fn is_inside(directory: &str, path: &str) -> bool {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    directory.split('/').filter(|part| !part.is_empty()).all(|part| parts.next() == Some(part))
}

/// The path without `.` and `..`, resolved by the text alone.
fn normalized(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    format!("/{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_are_those_of_std_filesystem() {
        for (path, above) in [("a/b", "a"), ("a", ""), ("/a", "/"), ("/", "/"), ("a//b", "a"), ("a/b/", "a/b")] {
            assert_eq!(parent(path), above, "{path}");
        }
    }

    #[test]
    fn a_directory_holds_what_begins_with_its_parts() {
        for (directory, path, inside) in [("/a", "/a/b", true), ("/a", "/a", true), ("/a", "/ab", false), ("/a/b", "/a", false)] {
            assert_eq!(is_inside(directory, path), inside, "{directory} {path}");
        }
    }

    #[test]
    fn dots_go_by_text_alone() {
        assert_eq!(normalized("/a/./b/../c//d"), "/a/c/d");
        assert_eq!(normalized("/../x"), "/x");
    }
}
