//! What the thread pool does for the program, and the callbacks it leads to.

use std::rc::Rc;

use boa_engine::{Context, JsResult};

use super::{AsyncContext, Host, host};
use machine::PoolRequest;
use trace::{PoolWork, RequestId};

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
    pub(crate) resource: Resource,
}

/// The async resource that a job is: what `AsyncLocalStorage` and the async hooks follow.
pub(crate) enum Resource {
    /// One of its own, of this `AsyncWrap::provider_type`, gone when its callback is over.
    New(&'static str),
    /// A handle's, which has more than one job.
    Of(Rc<AsyncContext>),
}

impl Host {
    /// Hands a job to the pool; `complete` runs inside a callback scope once the loop delivers it.
    pub(crate) fn submit(&self, job: PoolJob, context: &mut Context) -> RequestId {
        let mut machine = self.machine.borrow_mut();
        let (task, chain, label) = self.recorder.borrow_mut().pool_task(&mut machine, job.label, context);
        let request = machine.submit(PoolRequest { label, work: job.work, cost_ns: job.cost_ns, task: Some(chain) });
        drop(machine);
        let complete = self.in_context(job.resource, job.complete, context);
        self.jobs.borrow_mut().insert(request, (task, complete));
        request
    }

    /// `complete` in the async context that a job was asked for in (`InternalCallbackScope` does this in C++).
    fn in_context(&self, resource: Resource, complete: Completion, context: &mut Context) -> Completion {
        match resource {
            Resource::New(kind) => {
                let now = self.async_context(kind, context);
                Box::new(move |context| {
                    host(context).in_async_context(&now, complete, context)?;
                    now.destroyed(context)
                })
            }
            Resource::Of(handle) => Box::new(move |context| host(context).in_async_context(&handle, complete, context)),
        }
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
