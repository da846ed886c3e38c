//! The disk and the standard streams, as an operation sees them.

use boa_engine::Context;

use super::errors::Failure;
use crate::host::host;
use crate::native::Bytes;
use machine::DiskWork;
use machine::files::{Disk, Errno, OpenFlags};
use trace::OutputStream;

/// Lets `operation` work on the machine's disk.
///
/// # Errors
/// The disk's refusal.
pub(in crate::bindings) fn on_disk<T>(context: &mut Context, operation: impl FnOnce(&mut Disk) -> Result<T, Errno>) -> Result<T, Failure> {
    let host = host(context);
    let mut machine = host.machine.borrow_mut();
    operation(machine.disk_mut()).map_err(Failure::Errno)
}

/// The disk's answer to a question that changes nothing, `None` where it has none.
pub(super) fn look<T>(context: &Context, question: impl FnOnce(&Disk) -> Result<T, Errno>) -> Option<T> {
    let host = host(context);
    let machine = host.machine.borrow();
    question(machine.disk()).ok()
}

/// `open(2)`. The devices of the standard streams are no files of the disk: they give the stream's own descriptor.
///
/// # Errors
/// The disk's refusal.
pub(super) fn open(path: &str, flags: OpenFlags, mode: u32, context: &mut Context) -> Result<i32, Failure> {
    match path {
        "/dev/stdin" => on_disk(context, Disk::open_stdin),
        "/dev/stdout" => Ok(1),
        "/dev/stderr" => Ok(2),
        path => on_disk(context, |disk| disk.open(path, flags, mode)),
    }
}

/// `close(2)`. The standard streams stay open: whoever opened one by its device has the descriptor that the process itself uses.
///
/// # Errors
/// `EBADF` for a descriptor that is not open.
pub(super) fn close(descriptor: i32, context: &mut Context) -> Result<(), Failure> {
    on_disk(context, |disk| if disk.is_standard_stream(descriptor) { Ok(()) } else { disk.close(descriptor) })
}

/// The standard stream that a descriptor writes to; `None`: it is a file, or not open.
fn stream(descriptor: i32, context: &Context) -> Option<OutputStream> {
    let standard = host(context).machine.borrow().disk().is_standard_stream(descriptor);
    match descriptor {
        1 if standard => Some(OutputStream::Stdout),
        2 if standard => Some(OutputStream::Stderr),
        _ => None,
    }
}

/// Writes at `position`, or where the descriptor stands. The number of bytes written.
///
/// # Errors
/// The disk's refusal; the exception that cuts the run where its output is used up.
pub(super) fn write(descriptor: i32, bytes: &[u8], position: Option<u64>, context: &mut Context) -> Result<usize, Failure> {
    if let Some(stream) = stream(descriptor, context) {
        host(context).output(stream, bytes)?;
        return Ok(bytes.len());
    }
    on_disk(context, |disk| disk.write(descriptor, bytes, position))
}

/// Reads into `bytes` from `position`, or from where the descriptor stands. The number of bytes read, 0 at the end.
///
/// # Errors
/// The disk's refusal; an exception where the view's buffer is gone.
pub(super) fn read(descriptor: i32, bytes: &Bytes, position: Option<u64>, context: &mut Context) -> Result<usize, Failure> {
    let host = host(context);
    let count = bytes.write(context, |room| host.machine.borrow_mut().disk_mut().read(descriptor, room, position))?;
    Ok(count?)
}

/// The work of a write of `length` bytes. The output of a standard stream has its own cost, which the host charges.
pub(super) fn write_work(descriptor: i32, length: usize, context: &Context) -> DiskWork {
    if stream(descriptor, context).is_some() { DiskWork::Write(0) } else { DiskWork::Write(length as u64) }
}

/// The work of a read of up to `length` bytes: no more than the file has.
pub(super) fn read_work(descriptor: i32, length: usize, context: &Context) -> DiskWork {
    let size = look(context, |disk| disk.fstat(descriptor)).map_or(0, |stat| stat.size);
    DiskWork::Read(size.min(length as u64))
}

/// Everything from where the descriptor stands to the end.
///
/// # Errors
/// The disk's refusal.
pub(super) fn read_all(descriptor: i32, context: &mut Context) -> Result<Vec<u8>, Failure> {
    on_disk(context, |disk| {
        let mut bytes = Vec::new();
        let mut chunk = [0; 8192];
        loop {
            match disk.read(descriptor, &mut chunk, None)? {
                0 => return Ok(bytes),
                count => bytes.extend_from_slice(&chunk[..count]),
            }
        }
    })
}
