//! One boot, many runs: a booted engine is copied by `fork`, as the worker in the page copies its memory.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::FromRawFd;

/// Runs `work` in a child process that starts as a copy of this one, and gives back the bytes that it made.
///
/// # Errors
/// A sentence, where there can be no child or it died.
pub fn in_child(work: impl FnOnce() -> Vec<u8>) -> Result<Vec<u8>, String> {
    let mut ends = [0; 2];
    // SAFETY: `pipe` writes two descriptors into an array of two.
    if unsafe { libc::pipe(ends.as_mut_ptr()) } != 0 {
        return Err(format!("no pipe to a child process: {}", std::io::Error::last_os_error()));
    }
    let [read_end, write_end] = ends;
    // SAFETY: the calling thread is the only one that does anything; the child uses nothing of the others.
    match unsafe { libc::fork() } {
        -1 => Err(format!("no child process: {}", std::io::Error::last_os_error())),
        0 => {
            let bytes = work();
            // SAFETY: this process owns its copy of the write end.
            let written = unsafe { File::from_raw_fd(write_end) }.write_all(&bytes);
            // SAFETY: `_exit` takes any status; nothing of the parent's is to be flushed or dropped here.
            unsafe { libc::_exit(i32::from(written.is_err())) }
        }
        child => {
            // SAFETY: the write end belongs to the child now; this process owns the read end.
            let mut pipe = unsafe {
                libc::close(write_end);
                File::from_raw_fd(read_end)
            };
            let mut bytes = Vec::new();
            let read = pipe.read_to_end(&mut bytes);
            let mut status = 0;
            // SAFETY: `child` is our child, and `status` an integer.
            unsafe { libc::waitpid(child, &raw mut status, 0) };
            match read {
                Ok(_) if status == 0 => Ok(bytes),
                Ok(_) => Err(format!("the run died (wait status {status})")),
                Err(error) => Err(format!("the run's result could not be read: {error}")),
            }
        }
    }
}
