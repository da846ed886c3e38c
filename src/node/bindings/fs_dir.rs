//! `internalBinding('fs_dir')`: directories read a few entries at a time (node v24.21.0 `src/node_dir.cc`).

use std::cell::{Cell, RefCell};

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsData, JsNativeError, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};

use super::fs::{Answer, Call, Waiter, encode, encoding, entry_type, integer, on_disk, paths};
use crate::native::Binding;
use machine::DiskWork;
use machine::files::DirectoryEntry;

/// An open directory: its entries as they were when it was opened, and the number of them that were read.
#[derive(Debug, Trace, Finalize, JsData)]
struct Directory {
    #[unsafe_ignore_trace]
    entries: RefCell<Vec<DirectoryEntry>>,
    #[unsafe_ignore_trace]
    next: Cell<usize>,
}

/// The prototype of `DirHandle`.
struct Class(JsObject);

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let class = binding.class("DirHandle", |_, _, _| Ok(JsValue::undefined()), &[("read", 0, read), ("close", 0, close)])?;
    let prototype = class.get(JsString::from("prototype"), binding.context)?.to_object(binding.context)?;
    binding.context.insert_data(Class(prototype));
    binding.functions(&[("opendir", 0, opendir), ("opendirSync", 0, opendir_sync)])?;
    Ok(())
}

fn open(path: &str, context: &mut Context) -> Result<Answer, super::fs::Failure> {
    let entries = on_disk(context, |disk| disk.readdir(path))?;
    let prototype = context.get_data::<Class>().map(|class| class.0.clone());
    let directory = Directory { entries: RefCell::new(entries), next: Cell::new(0) };
    Ok(Answer::Value(JsObject::from_proto_and_data(prototype, directory).into()))
}

/// `opendir(path, encoding, request)`.
fn opendir(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let effect = move |context: &mut Context| open(&path, context);
    Call::new("fs.opendir", "opendir", DiskWork::Open).path(&written).run(Waiter::at(arguments, 2), effect, context)
}

/// `opendirSync(path)`: its errors do not name the path.
fn opendir_sync(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (_, path) = paths(arguments, 0, context)?;
    Call::new("fs.opendir", "opendir", DiskWork::Open).run(Waiter::Caller, move |context: &mut Context| open(&path, context), context)
}

fn this_directory(this: &JsValue) -> JsResult<JsObject> {
    let object = this.as_object().filter(JsObject::is::<Directory>);
    object.ok_or_else(|| JsNativeError::typ().with_message("Illegal invocation").into())
}

/// `read(encoding, bufferSize, request)`: names and types in turn, `null` at the end.
fn read(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let handle = this_directory(this)?;
    let encoding = encoding(arguments, 0);
    let most = usize::try_from(integer(arguments, 1)).unwrap_or_default();
    let effect = move |context: &mut Context| {
        let mut parts = Vec::new();
        for entry in take(&handle, most) {
            parts.push(encode(entry.name.as_bytes(), encoding, context)?);
            parts.push(entry_type(entry.kind).into());
        }
        let answer = if parts.is_empty() { JsValue::null() } else { JsArray::from_iter(parts, context).into() };
        Ok(Answer::Value(answer))
    };
    Call::new("fs.readdir", "scandir", DiskWork::ReadDirectory(most as u64)).run(Waiter::at(arguments, 2), effect, context)
}

/// The next entries of a directory, at most `most` of them.
fn take(handle: &JsObject, most: usize) -> Vec<DirectoryEntry> {
    let Some(directory) = handle.downcast_ref::<Directory>() else {
        return Vec::new();
    };
    let entries = directory.entries.borrow();
    let start = directory.next.get().min(entries.len());
    let end = start.saturating_add(most).min(entries.len());
    directory.next.set(end);
    entries[start..end].to_vec()
}

fn close(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let handle = this_directory(this)?;
    let effect = move |_: &mut Context| {
        if let Some(directory) = handle.downcast_ref::<Directory>() {
            directory.entries.borrow_mut().clear();
        }
        Ok(Answer::Nothing)
    };
    Call::new("fs.closedir", "closedir", DiskWork::Close).run(Waiter::at(arguments, 0), effect, context)
}
