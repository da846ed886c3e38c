//! The jobs that the thread pool does for the program, and the callbacks that they lead to.

use std::rc::Rc;

use boa_engine::{Context, JsResult};

use super::{AsyncContext, Host, host};
use machine::PoolRequest;
use trace::{PoolWork, RequestId};

/// The work of the main thread when a pool job is finished; it runs inside a callback scope.
pub(crate) type Completion = Box<dyn FnOnce(&mut Context) -> JsResult<()>>;

/// Work for the thread pool.
pub(crate) struct PoolJob<'a> {
    /// The label on the worker, for the reader: `fs.open`.
    pub(crate) label: &'a str,
    pub(crate) work: PoolWork,
    /// The time on the worker, in virtual nanoseconds.
    pub(crate) cost_ns: u64,
    pub(crate) complete: Completion,
    pub(crate) resource: Resource,
}

/// The async resource of a job, which `AsyncLocalStorage` and the async hooks follow.
pub(crate) enum Resource {
    /// A resource of the job's own, of this `AsyncWrap::provider_type`, gone when its callback is over.
    New(&'static str),
    /// The resource of a handle that has more than one job.
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

    /// Wraps `complete` so that it runs in the async context of the code that asked for the job (`InternalCallbackScope` does this in C++).
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

    /// Runs the completion of a job that the loop delivers.
    ///
    /// # Errors
    /// The error that ends the run, where the run has been stopped: the program cannot catch it.
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
