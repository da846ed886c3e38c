//! What the thread pool does for the program, and the callbacks it leads to.

use boa_engine::{Context, JsResult};

use super::{Host, host};
use crate::machine::PoolRequest;
use crate::trace::{PoolWork, RequestId};

/// What a finished pool job leads to; runs inside a callback scope.
pub(crate) type Completion = Box<dyn FnOnce(&mut Context) -> JsResult<()>>;

/// Work for the thread pool.
pub(crate) struct PoolJob<'a> {
    /// What the reader reads on the worker: `fs.open`.
    pub(crate) label: &'a str,
    pub(crate) work: PoolWork,
    /// Virtual nanoseconds on the worker.
    pub(crate) cost_ns: u64,
    pub(crate) complete: Completion,
}

impl Host {
    /// Hands a job to the pool; `complete` runs inside a callback scope once the loop delivers it.
    pub(crate) fn submit(&self, job: PoolJob, context: &mut Context) -> RequestId {
        let mut machine = self.machine.borrow_mut();
        let (task, chain, label) = self.recorder.borrow_mut().pool_task(&mut machine, job.label, context);
        let request = machine.submit(PoolRequest { label, work: job.work, cost_ns: job.cost_ns, task: Some(chain) });
        drop(machine);
        let complete = self.in_context_of_now(job.label, job.complete, context);
        self.jobs.borrow_mut().insert(request, (task, complete));
        request
    }

    /// `complete` in the async context of now: `AsyncLocalStorage` follows a job to its callback (`InternalCallbackScope` does this in C++).
    fn in_context_of_now(&self, label: &str, complete: Completion, context: &mut Context) -> Completion {
        let now = self.async_context(async_type(label), context);
        Box::new(move |context| host(context).in_async_context(&now, complete, context))
    }

    /// The loop delivers a finished job.
    pub(crate) fn deliver(&self, request: RequestId, context: &mut Context) -> JsResult<()> {
        let Some((task, complete)) = self.jobs.borrow_mut().remove(&request) else {
            return Ok(());
        };
        self.begin(task);
        self.make_callback(|context| complete(context), context)?;
        self.end(task);
        Ok(())
    }
}

/// `AsyncWrap::provider_type` of a job by its label.
fn async_type(label: &str) -> &'static str {
    match label.split('.').next() {
        Some("fs") => "FSREQCALLBACK",
        Some("zlib") => "ZLIB",
        Some("dns") => "GETADDRINFOREQWRAP",
        _ => "CRYPTOREQUEST",
    }
}
