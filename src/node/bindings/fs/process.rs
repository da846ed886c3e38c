//! The working directory and the file mode mask of the process (node v24.21.0 `src/node_process_methods.cc` `Chdir`, `Umask`).

use boa_engine::{Context, JsResult, JsValue};

use super::arguments::{paths, unsigned};
use super::disk::on_disk;
use super::errors::Subject;
use crate::host::host;
use crate::native::argument;
use machine::files::Errno;

/// `process.chdir(directory)`.
///
/// # Errors
/// Node's error for the disk's refusal: `ENOENT`, `ENOTDIR` and the like.
pub(in crate::bindings) fn chdir(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let found = on_disk(context, |disk| if disk.stat(&path)?.is_directory() { disk.realpath(&path) } else { Err(Errno::ENOTDIR) });
    let cwd = host(context).cwd();
    match found {
        Ok(directory) => {
            host(context).set_cwd(&directory);
            Ok(JsValue::undefined())
        }
        Err(failure) => Err(failure.into_error(&Subject { syscall: "chdir", path: Some(cwd.to_string()), dest: Some(written) }, context)),
    }
}

/// `process.umask(mask)`: sets the mask and gives the one until now.
///
/// # Errors
/// None: JavaScript has checked the mask.
pub(in crate::bindings) fn umask(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let mut machine = host.machine.borrow_mut();
    let old = if argument(arguments, 0).is_undefined() { machine.disk().umask() } else { machine.disk_mut().set_umask(unsigned(arguments, 0)) };
    Ok(old.into())
}
