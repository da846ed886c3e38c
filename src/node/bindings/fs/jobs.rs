//! Whole files in one job of the thread pool, since Node 26: `ReadFileJob` and `WriteFileJob`
//! (node v26.10.0 `lib/fs.js` `readFileAfterOneShot`, `lib/internal/fs/promises.js` `readFileInOneRoundTrip`).

use boa_engine::{Context, JsData, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};

use super::arguments::{decode, integer, paths, unsigned};
use super::disk::{self, look, on_disk, read_all, write};
use super::errors::{Failure, Subject};
use crate::bindings::buffer::codec::Encoding;
use crate::host::{PoolJob, Resource, host};
use crate::native::{Binding, Bytes, argument, bytes, number, state};
use machine::DiskWork;
use machine::files::{Errno, OpenFlags};
use trace::PoolWork;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class("ReadFileJob", construct_read, &[("run", 1, run)])?;
    binding.class("WriteFileJob", construct_write, &[("run", 1, run)])?;
    Ok(())
}

/// A job object's native state. `pending` is empty once `run` has submitted it.
#[derive(Trace, Finalize, JsData)]
struct Job {
    #[unsafe_ignore_trace]
    pending: Option<Pending>,
}

struct Pending {
    label: &'static str,
    /// Time on the worker, in virtual nanoseconds.
    cost_ns: u64,
    effect: Effect,
}

/// The work of a job: it gives the arguments of `ondone` behind the error, or the failure with the call that it names.
type Effect = Box<dyn FnOnce(&mut Context) -> Result<Vec<JsValue>, (Failure, Subject)>>;

fn keep(this: &JsValue, label: &'static str, work: &[DiskWork], effect: Effect, context: &mut Context) -> JsResult<JsValue> {
    let cost_ns = {
        let host = host(context);
        let machine = host.machine.borrow();
        work.iter().map(|work| machine.costs().disk(*work)).sum()
    };
    state::keep(this, Job { pending: Some(Pending { label, cost_ns, effect }) }, context)?;
    Ok(JsValue::undefined())
}

fn at(syscall: &'static str, path: &str) -> Subject {
    Subject { syscall, path: Some(path.to_owned()), dest: None }
}

/// `new ReadFileJob(path, flags, largest, unmanaged)`: a larger file is only opened.
fn construct_read(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let flags = unsigned(arguments, 1);
    let largest = number(arguments, 2);
    let size = look(context, |disk| disk.stat(&path)).map_or(0, |stat| stat.size);
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let is_large = size as f64 > largest;
    let work = [DiskWork::Open, DiskWork::Stat, DiskWork::Read(if is_large { 0 } else { size }), DiskWork::Close];
    let effect = move |context: &mut Context| {
        let descriptor = disk::open(&path, OpenFlags(flags), 0o666, context).map_err(|failure| (failure, at("open", &written)))?;
        let stat = on_disk(context, |disk| disk.fstat(descriptor)).map_err(|failure| (failure, at("fstat", &written)))?;
        if stat.is_directory() {
            close(descriptor, context);
            return Err((Failure::Errno(Errno::EISDIR), at("read", &written)));
        }
        if is_large {
            return Ok(vec![JsValue::undefined(), descriptor.into(), stat.size.into()]);
        }
        let content = read_all(descriptor, context);
        close(descriptor, context);
        let content = content.map_err(|failure| (failure, at("read", &written)))?;
        let buffer = bytes::buffer(&content, context).unwrap_or_default();
        Ok(vec![buffer, JsValue::from(-1)])
    };
    keep(this, "fs.readFile", &work, Box::new(effect), context)
}

/// `new WriteFileJob(path, flags, mode, data)`.
fn construct_write(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (written, path) = paths(arguments, 0, context)?;
    let (flags, mode) = (unsigned(arguments, 1), integer(arguments, 2).cast_unsigned());
    let data = argument(arguments, 3);
    let content = match Bytes::of(&data, context) {
        Some(bytes) => bytes.to_vec(),
        None => decode(&data, Encoding::Utf8, context)?,
    };
    let work = [DiskWork::Open, DiskWork::Write(content.len() as u64), DiskWork::Close];
    let effect = move |context: &mut Context| {
        let descriptor = disk::open(&path, OpenFlags(flags), mode, context).map_err(|failure| (failure, at("open", &written)))?;
        let result = if content.is_empty() { Ok(0) } else { write(descriptor, &content, None, context) };
        close(descriptor, context);
        result.map(|_| Vec::new()).map_err(|failure| (failure, at("write", &written)))
    };
    keep(this, "fs.writeFile", &work, Box::new(effect), context)
}

fn close(descriptor: i32, context: &mut Context) {
    // A descriptor just opened closes.
    drop(disk::close(descriptor, context));
}

/// `run(path)`: undefined, for it was scheduled.
fn run(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let pending = state::kept(this, context, |job: &mut Job| job.pending.take()).flatten();
    let (Some(Pending { label, cost_ns, effect }), Some(job)) = (pending, this.as_object()) else {
        return Ok(JsValue::undefined());
    };
    let complete = move |context: &mut Context| {
        let arguments = match effect(context) {
            Ok(answer) => [vec![JsValue::null()], answer].concat(),
            Err((failure, subject)) => vec![failure.into_error(&subject, context).into_opaque(context)?],
        };
        call_ondone(&job, &arguments, context)
    };
    host(context)
        .submit(PoolJob { label, work: PoolWork::FastIo, cost_ns, complete: Box::new(complete), resource: Resource::New("FSREQCALLBACK") }, context);
    Ok(JsValue::undefined())
}

fn call_ondone(job: &JsObject, arguments: &[JsValue], context: &mut Context) -> JsResult<()> {
    match job.get(JsString::from("ondone"), context)?.as_callable() {
        Some(ondone) => ondone.call(&job.clone().into(), arguments, context).map(drop),
        None => Ok(()),
    }
}
