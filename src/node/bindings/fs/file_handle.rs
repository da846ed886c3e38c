//! `FileHandle`: what `fs.promises.open` wraps (node v24.21.0 `src/node_file.cc`, class `FileHandle`).

use std::cell::Cell;

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::{JsFunction, JsPromise};
use boa_engine::property::PropertyDescriptor;
use boa_engine::{Context, JsData, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction};
use boa_gc::{Finalize, GcRefCell, Trace};

use super::Shared;
use super::arguments::integer;
use super::disk;
use super::errors::Subject;
use super::request::{Call, Sink, Waiter, submit};
use super::stats::Answer;
use crate::host::host;
use crate::native::{Binding, Native, define_hidden, native_function};
use machine::DiskWork;

/// The native state behind a `FileHandle` object.
#[derive(Debug, Trace, Finalize, JsData)]
pub(super) struct FileHandle {
    /// The open file descriptor; -1 once it is closed or released.
    #[unsafe_ignore_trace]
    descriptor: Cell<i32>,
    /// The promise of the `close` in progress.
    closing: GcRefCell<Option<JsObject>>,
}

const METHODS: &[(&str, usize, Native)] =
    &[("close", 0, close), ("closeSync", 0, close_sync), ("releaseFD", 0, release), ("getAsyncId", 0, async_id)];

impl FileHandle {
    /// A new handle on an open descriptor.
    ///
    /// # Errors
    /// An exception of Boa where the prototype cannot be read.
    pub(super) fn create(descriptor: i32, context: &mut Context) -> JsResult<JsObject> {
        let class = Shared::of(context)?.get(JsString::from("FileHandle"), context)?.to_object(context)?;
        Self::with_class(&class, descriptor, context)
    }

    fn with_class(class: &JsObject, descriptor: i32, context: &mut Context) -> JsResult<JsObject> {
        let prototype = class.get(JsString::from("prototype"), context)?.as_object();
        // Nothing else happens in it, so its hooks hear of its making alone.
        host(context).async_context("FILEHANDLE", context);
        Ok(JsObject::from_proto_and_data(prototype, Self { descriptor: Cell::new(descriptor), closing: GcRefCell::new(None) }))
    }
}

/// Puts the class on the binding.
pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let context = &mut *binding.context;
    let prototype = JsObject::with_object_proto(context.intrinsics());
    for (name, length, native) in METHODS {
        let function = native_function(name, *length, *native, context);
        define_hidden(&prototype, JsString::from(*name), function, context)?;
    }
    let getter = JsFunction::from_object(native_function("fd", 0, fd, context));
    prototype.define_property_or_throw(
        JsString::from("fd"),
        PropertyDescriptor::builder().maybe_get(getter.map(JsValue::from)).enumerable(false).configurable(false),
        context,
    )?;
    let class = FunctionObjectBuilder::new(context.realm(), NativeFunction::from_fn_ptr(construct))
        .name(JsString::from("FileHandle"))
        .length(0)
        .constructor(true)
        .build();
    define_hidden(&prototype, JsString::from("constructor"), class.clone(), context)?;
    class.define_property_or_throw(
        JsString::from("prototype"),
        PropertyDescriptor::builder().value(prototype).writable(false).enumerable(false).configurable(false),
        context,
    )?;
    binding.value("FileHandle", class)?;
    Ok(())
}

fn construct(new_target: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(class) = new_target.as_object() else {
        return Err(JsNativeError::typ().with_message("Class constructor FileHandle cannot be invoked without 'new'").into());
    };
    Ok(FileHandle::with_class(&class, integer(arguments, 0), context)?.into())
}

/// The object if it is a handle, as C++'s unwrapping does.
fn this_handle(this: &JsValue) -> JsResult<JsObject> {
    let object = this.as_object().filter(JsObject::is::<FileHandle>);
    object.ok_or_else(|| JsNativeError::typ().with_message("Illegal invocation").into())
}

/// The descriptor of a handle. With `take` it is taken out, and the handle counts as closed from then on.
fn descriptor(handle: &JsObject, take: bool) -> i32 {
    handle.downcast_ref::<FileHandle>().map_or(-1, |handle| if take { handle.descriptor.replace(-1) } else { handle.descriptor.get() })
}

fn fd(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(descriptor(&this_handle(this)?, false).into())
}

/// `FileHandle::ClosePromise`: one pool job; asked again, it gives the same promise.
fn close(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let handle = this_handle(this)?;
    let closing = handle.downcast_ref::<FileHandle>().and_then(|handle| handle.closing.borrow().clone());
    if let Some(promise) = closing {
        return Ok(promise.into());
    }
    let (promise, resolvers) = JsPromise::new_pending(context);
    let promise = JsObject::from(promise);
    if let Some(data) = handle.downcast_ref::<FileHandle>() {
        *data.closing.borrow_mut() = Some(promise.clone());
    }
    let fd = descriptor(&handle, false);
    let sink = Sink::Promise(resolvers);
    let complete = move |context: &mut Context| {
        descriptor(&handle, true);
        let subject = Subject { syscall: "close", ..Subject::default() };
        let closed = disk::close(fd, context);
        let outcome = closed.map(|()| Answer::Nothing).map_err(|failure| failure.into_error(&subject, context));
        sink.deliver(outcome, context)
    };
    submit("fs.close", DiskWork::Close, "FILEHANDLECLOSEREQ", complete, context);
    Ok(promise.into())
}

fn close_sync(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let fd = descriptor(&this_handle(this)?, true);
    let effect = move |context: &mut Context| disk::close(fd, context).map(|()| Answer::Nothing);
    Call::new("fs.close", "close", DiskWork::Close).run(Waiter::Caller, effect, context)
}

/// `FileHandle::Release`: the descriptor outlives the handle.
fn release(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    descriptor(&this_handle(this)?, true);
    Ok(JsValue::undefined())
}

/// The handle's number among async resources; nothing tells them apart yet.
fn async_id(this: &JsValue, _: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    this_handle(this)?;
    Ok(0.into())
}
