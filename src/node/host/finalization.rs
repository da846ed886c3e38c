//! `FinalizationRegistry`: after a forced collection V8 has Node's platform clean up one registry a task, which the loop's poll phase runs
//! (V8 13.6 `src/heap/finalization-registry-cleanup-task.cc`, node v24.21.0 `src/node_platform.cc`).

use std::cell::{Cell, RefCell};

use boa_engine::object::WeakJsObject;
use boa_engine::{Context, JsObject, JsResult};

use super::Host;
use machine::{HandleId, HandleKind};

/// The program's registries, and the platform's own `uv_async_t`.
#[derive(Default)]
pub(super) struct Finalization {
    /// The registries in the order in which they were made.
    registries: RefCell<Vec<WeakJsObject>>,
    platform: Cell<Option<HandleId>>,
}

impl Finalization {
    fn registry_to_clean(&self) -> Option<JsObject> {
        self.registries.borrow().iter().filter_map(WeakJsObject::upgrade).find(JsObject::has_collected_targets)
    }

    /// Whether a handle that wakes up is the platform's own.
    pub(super) fn is_platform(&self, handle: HandleId) -> bool {
        self.platform.get() == Some(handle)
    }
}

impl Host {
    pub(crate) fn registry_made(&self, registry: WeakJsObject) {
        self.finalization.registries.borrow_mut().push(registry);
    }

    /// V8's `gc()`: everything unreachable is gone. An object that the running job has looked at through a `WeakRef` stays until the job's end.
    pub(crate) fn collect_garbage(&self) {
        boa_gc::force_collect();
        self.isolate.collected();
        self.finalization.registries.borrow_mut().retain(|registry| registry.upgrade().is_some());
        self.ask_for_cleanup();
    }

    /// Schedules the platform's task if a registry is to be cleaned up. The task keeps the loop going until it is done.
    fn ask_for_cleanup(&self) {
        let waits = self.finalization.registry_to_clean().is_some();
        let mut machine = self.machine.borrow_mut();
        if waits {
            let platform = self.finalization.platform.get().unwrap_or_else(|| machine.handle_open(HandleKind::Async));
            self.finalization.platform.set(Some(platform));
            machine.handle_ref(platform, true);
            machine.wake(platform);
        } else if let Some(platform) = self.finalization.platform.get() {
            machine.handle_ref(platform, false);
        }
    }

    /// Runs the platform's task: one registry's callbacks, then ticks and microtasks.
    ///
    /// # Errors
    /// The error that ends the run, where the run has been stopped: the program cannot catch it.
    pub(super) fn clean_up_a_registry(&self, context: &mut Context) -> JsResult<()> {
        if let Some(registry) = self.finalization.registry_to_clean() {
            self.make_callback(|context| registry.clean_up_registry(context), context)?;
        }
        self.ask_for_cleanup();
        Ok(())
    }
}
