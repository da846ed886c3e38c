//! Operations on open files (node v24.21.0 `src/node_file.cc`).

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsNativeError, JsResult, JsValue};

use super::arguments::{decode, descriptor, encoding, integer, paths, position, size, time, unsigned};
use super::disk::{self, on_disk, read, read_work, write, write_work};
use super::file_handle::FileHandle;
use super::request::{Call, Waiter};
use super::stats::Answer;
use crate::native::{Bytes, Native, argument};
use machine::DiskWork;
use machine::files::{Disk, Errno, OpenFlags};

pub(super) const FUNCTIONS: &[(&str, usize, Native)] = &[
    ("open", 0, open),
    ("openFileHandle", 0, open_file_handle),
    ("close", 0, close),
    ("fstat", 0, fstat),
    ("read", 0, read_one),
    ("readBuffers", 0, read_many),
    ("writeBuffer", 0, write_one),
    ("writeBuffers", 0, write_many),
    ("writeString", 0, write_string),
    ("ftruncate", 0, ftruncate),
    ("fsync", 0, |_, arguments, context| sync("fs.fsync", "fsync", arguments, context)),
    ("fdatasync", 0, |_, arguments, context| sync("fs.fdatasync", "fdatasync", arguments, context)),
    ("fchmod", 0, fchmod),
    ("fchown", 0, fchown),
    ("futimes", 0, futimes),
];

/// `open(path, flags, mode, request)`.
fn open(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let (flags, mode) = (OpenFlags(unsigned(arguments, 1)), unsigned(arguments, 2));
    let effect = move |context: &mut Context| disk::open(&path, flags, mode, context).map(|fd| Answer::Value(fd.into()));
    Call::new("fs.open", "open", DiskWork::Open).path(&written).run(Waiter::at(arguments, 3), effect, context)
}

/// `openFileHandle(path, flags, mode, request)`.
fn open_file_handle(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let (flags, mode) = (OpenFlags(unsigned(arguments, 1)), unsigned(arguments, 2));
    let effect = move |context: &mut Context| {
        let fd = disk::open(&path, flags, mode, context)?;
        Ok(Answer::Value(FileHandle::create(fd, context)?.into()))
    };
    let call = Call::new("fs.open", "open", DiskWork::Open).path(&written);
    call.run_reporting(Waiter::at(arguments, 3), argument(arguments, 4).as_object(), effect, context)
}

fn close(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = descriptor(arguments, 0, context)?;
    let effect = move |context: &mut Context| disk::close(fd, context).map(|()| Answer::Nothing);
    Call::new("fs.close", "close", DiskWork::Close).run(Waiter::at(arguments, 1), effect, context)
}

/// `fstat(fd, bigint, request, shouldNotThrow)`.
fn fstat(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = descriptor(arguments, 0, context)?;
    let bigint = argument(arguments, 1).as_boolean() == Some(true);
    let waiter = Waiter::at(arguments, 2);
    let quiet = matches!(waiter, Waiter::Caller) && argument(arguments, 3).as_boolean() == Some(true);
    let effect = move |context: &mut Context| match on_disk(context, |disk| disk.fstat(fd)) {
        Ok(stat) => Ok(Answer::Stat { stat, bigint }),
        Err(_) if quiet => Ok(Answer::Nothing),
        Err(failure) => Err(failure),
    };
    Call::new("fs.fstat", "fstat", DiskWork::Stat).run(waiter, effect, context)
}

/// `read(fd, buffer, offset, length, position, request)`.
fn read_one(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = integer(arguments, 0);
    let view = part(arguments, 1, context)?;
    let position = position(arguments, 4);
    let work = read_work(fd, view.len(), context);
    let effect = move |context: &mut Context| Ok(count(read(fd, &view, position, context)?));
    Call::new("fs.read", "read", work).run(Waiter::at(arguments, 5), effect, context)
}

/// `readBuffers(fd, buffers, position, request)`.
fn read_many(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = integer(arguments, 0);
    let views = views(arguments, 1, context)?;
    let mut at = position(arguments, 2);
    let work = read_work(fd, views.iter().map(Bytes::len).sum(), context);
    let effect = move |context: &mut Context| {
        let mut total = 0;
        for view in &views {
            let bytes = read(fd, view, at, context)?;
            total += bytes;
            at = at.map(|at| at + bytes as u64);
            if bytes < view.len() {
                break;
            }
        }
        Ok(count(total))
    };
    Call::new("fs.read", "read", work).run(Waiter::at(arguments, 3), effect, context)
}

/// `writeBuffer(fd, buffer, offset, length, position, request, report)`.
fn write_one(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = integer(arguments, 0);
    let view = part(arguments, 1, context)?;
    let position = position(arguments, 4);
    let call = Call::new("fs.write", "write", write_work(fd, view.len(), context));
    // The worker reads the buffer when it gets there.
    let effect = move |context: &mut Context| Ok(count(write(fd, &view.to_vec(), position, context)?));
    call.run_reporting(Waiter::at(arguments, 5), argument(arguments, 6).as_object(), effect, context)
}

/// `writeBuffers(fd, buffers, position, request)`.
fn write_many(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = integer(arguments, 0);
    let views = views(arguments, 1, context)?;
    let position = position(arguments, 2);
    let call = Call::new("fs.writev", "write", write_work(fd, views.iter().map(Bytes::len).sum(), context));
    let effect = move |context: &mut Context| {
        let bytes: Vec<u8> = views.iter().flat_map(Bytes::to_vec).collect();
        Ok(count(write(fd, &bytes, position, context)?))
    };
    call.run(Waiter::at(arguments, 3), effect, context)
}

/// `writeString(fd, text, position, encoding, request, report)`.
fn write_string(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = integer(arguments, 0);
    let bytes = decode(&argument(arguments, 1), encoding(arguments, 3), context)?;
    let position = position(arguments, 2);
    let call = Call::new("fs.write", "write", write_work(fd, bytes.len(), context));
    let effect = move |context: &mut Context| Ok(count(write(fd, &bytes, position, context)?));
    call.run_reporting(Waiter::at(arguments, 4), argument(arguments, 5).as_object(), effect, context)
}

fn ftruncate(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = descriptor(arguments, 0, context)?;
    let length = position(arguments, 1);
    let operation = move |disk: &mut Disk| disk.ftruncate(fd, length.ok_or(Errno::EINVAL)?);
    change(Call::new("fs.ftruncate", "ftruncate", DiskWork::Change), Waiter::at(arguments, 2), operation, context)
}

/// `fsync` and `fdatasync`.
fn sync(label: &'static str, syscall: &'static str, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = descriptor(arguments, 0, context)?;
    change(Call::new(label, syscall, DiskWork::Sync), Waiter::at(arguments, 1), move |disk| disk.fsync(fd), context)
}

fn fchmod(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = descriptor(arguments, 0, context)?;
    let mode = unsigned(arguments, 1);
    change(Call::new("fs.fchmod", "fchmod", DiskWork::Change), Waiter::at(arguments, 2), move |disk| disk.fchmod(fd, mode), context)
}

fn fchown(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = descriptor(arguments, 0, context)?;
    let (user, group) = (unsigned(arguments, 1), unsigned(arguments, 2));
    change(Call::new("fs.fchown", "fchown", DiskWork::Change), Waiter::at(arguments, 3), move |disk| disk.fchown(fd, user, group), context)
}

fn futimes(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = descriptor(arguments, 0, context)?;
    let (accessed, modified) = (time(arguments, 1), time(arguments, 2));
    let operation = move |disk: &mut Disk| disk.futimes(fd, accessed, modified);
    change(Call::new("fs.futimes", "futime", DiskWork::Change), Waiter::at(arguments, 3), operation, context)
}

/// An operation on the disk that answers nothing but whether it failed.
fn change(call: Call, waiter: Waiter, operation: impl FnOnce(&mut Disk) -> Result<(), Errno> + 'static, context: &mut Context) -> JsResult<JsValue> {
    call.run(waiter, move |context: &mut Context| on_disk(context, operation).map(|()| Answer::Nothing), context)
}

/// The bytes that the arguments `buffer, offset, length` from `index` name.
fn part(arguments: &[JsValue], index: usize, context: &mut Context) -> JsResult<Bytes> {
    Ok(bytes(&argument(arguments, index), context)?.part(size(arguments, index + 1), size(arguments, index + 2)))
}

/// The argument `buffers`: an array of views.
fn views(arguments: &[JsValue], index: usize, context: &mut Context) -> JsResult<Vec<Bytes>> {
    let Some(array) = argument(arguments, index).as_object().and_then(|array| JsArray::from_object(array).ok()) else {
        return Ok(Vec::new());
    };
    let length = array.length(context)?;
    (0..length)
        .map(|at| {
            let value = array.get(at, context)?;
            bytes(&value, context)
        })
        .collect()
}

/// The bytes of a view; JavaScript has already checked that it is one.
fn bytes(value: &JsValue, context: &mut Context) -> JsResult<Bytes> {
    Bytes::of(value, context).ok_or_else(|| JsNativeError::typ().with_message("argument must be a buffer").into())
}

#[expect(clippy::cast_precision_loss, reason = "a count of bytes in memory")]
fn count(bytes: usize) -> Answer {
    Answer::Value(JsValue::from(bytes as f64))
}
