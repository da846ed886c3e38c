//! `internalBinding('blob')`: bytes in memory, read part by part (node v24.21.0 `src/node_blob.cc`). Blobs of files are not there yet.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsData, JsObject, JsResult, JsValue};
use boa_gc::{Finalize, Trace};

use crate::host::host;
use crate::native::{Binding, Bytes, argument, bytes, function, items, nothing, number, state, text};

/// `bob::Status`.
const STATUS_EOS: i32 = 0;
const STATUS_CONTINUE: i32 = 1;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.functions(&[
        ("createBlob", 2, create),
        ("concat", 1, concat),
        ("storeDataObject", 4, store),
        ("getDataObject", 1, stored),
        ("revokeObjectURL", 1, revoke),
    ])?;
    Ok(())
}

/// The parts of a blob that hold something, in order.
#[derive(Clone, Trace, Finalize, JsData)]
struct Blob {
    #[unsafe_ignore_trace]
    parts: Vec<Rc<[u8]>>,
}

/// The parts that are still to be read.
#[derive(Trace, Finalize, JsData)]
struct Reader {
    #[unsafe_ignore_trace]
    parts: std::vec::IntoIter<Rc<[u8]>>,
}

/// `createBlob(sources, length)`: each source is bytes or another blob's handle.
fn create(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let mut parts = Vec::new();
    for source in items(&argument(arguments, 0), context)? {
        match state::kept(&source, context, |blob: &mut Blob| blob.parts.clone()) {
            Some(inner) => parts.extend(inner),
            None => parts.extend(Bytes::of(&source, context).map(|bytes| Rc::from(bytes.to_vec()))),
        }
    }
    handle(parts, context)
}

fn handle(mut parts: Vec<Rc<[u8]>>, context: &mut Context) -> JsResult<JsValue> {
    parts.retain(|part| !part.is_empty());
    let blob = JsObject::with_object_proto(context.intrinsics());
    Binding::new(&blob, context).functions(&[("getReader", 0, reader), ("slice", 2, slice)])?;
    let blob = JsValue::from(blob);
    state::keep(&blob, Blob { parts }, context)?;
    Ok(blob)
}

fn reader(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let parts = state::kept(this, context, |blob: &mut Blob| blob.parts.clone()).unwrap_or_default();
    let reader = JsObject::with_object_proto(context.intrinsics());
    Binding::new(&reader, context).functions(&[("pull", 1, pull), ("setWakeup", 1, nothing)])?;
    let reader = JsValue::from(reader);
    state::keep(&reader, Reader { parts: parts.into_iter() }, context)?;
    Ok(reader)
}

/// `pull(callback)`: `callback(status, bytes)`, at once, for what is in memory.
fn pull(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let part = state::kept(this, context, |reader: &mut Reader| reader.parts.next()).flatten();
    let (status, bytes) = match part {
        Some(part) => (STATUS_CONTINUE, bytes::array_buffer(&part, context)?.into()),
        None => (STATUS_EOS, JsValue::undefined()),
    };
    if let Some(callback) = function(arguments, 0) {
        callback.call(&JsValue::undefined(), &[status.into(), bytes], context)?;
    }
    Ok(status.into())
}

/// `slice(start, end)`, both within the blob.
fn slice(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let parts = state::kept(this, context, |blob: &mut Blob| blob.parts.clone()).unwrap_or_default();
    let (mut skip, end) = (number(arguments, 0) as usize, number(arguments, 1) as usize);
    let mut left = end.saturating_sub(skip);
    let mut kept = Vec::new();
    for part in parts {
        let from = skip.min(part.len());
        let taken = left.min(part.len() - from);
        kept.push(Rc::from(&part[from..from + taken]));
        skip -= from;
        left -= taken;
    }
    handle(kept, context)
}

/// `concat(views)`: one `ArrayBuffer` of them all.
fn concat(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let mut all = Vec::new();
    for view in items(&argument(arguments, 0), context)? {
        all.extend(Bytes::of(&view, context).map(|bytes| bytes.to_vec()).unwrap_or_default());
    }
    Ok(bytes::array_buffer(&all, context)?.into())
}

/// A blob that has an object URL.
#[derive(Clone)]
struct StoredBlob {
    handle: JsValue,
    size: JsValue,
    /// The media type of its content, as `blob.type` gives it.
    kind: JsValue,
}

/// The blobs behind the program's object URLs, by the URL's id.
#[derive(Default)]
struct ObjectUrls(RefCell<BTreeMap<String, StoredBlob>>);

/// `storeDataObject(id, handle, size, type)`: keeps the blob that an object URL stands for.
fn store(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let entry = StoredBlob { handle: argument(arguments, 1), size: argument(arguments, 2), kind: argument(arguments, 3) };
    host(context).state::<ObjectUrls>().0.borrow_mut().insert(text(arguments, 0), entry);
    Ok(JsValue::undefined())
}

/// `getDataObject(id)`: `[handle, size, type]`.
fn stored(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let Some(StoredBlob { handle, size, kind }) = host.state::<ObjectUrls>().0.borrow().get(&text(arguments, 0)).cloned() else {
        return Ok(JsValue::undefined());
    };
    Ok(JsArray::from_iter([handle, size, kind], context).into())
}

fn revoke(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let Some(id) = text(arguments, 0).strip_prefix("blob:nodedata:") {
        host(context).state::<ObjectUrls>().0.borrow_mut().remove(id);
    }
    Ok(JsValue::undefined())
}
