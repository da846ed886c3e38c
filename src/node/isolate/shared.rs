//! The isolate of one run, as its host, its recorder and the engine's observer share it.
//!
//! No observation is lost: the isolate never enters the engine while it is in use, so that nothing can be observed meanwhile, but that the engine
//! collects an object. Such deaths wait, and the isolate hears of them before anything else.

use std::cell::RefCell;
use std::rc::Rc;

use boa_engine::Context;
use boa_engine::vm::observation::{self, Observer};

use super::{Isolate, new_isolate};
use crate::host::Host;

/// The isolate of a run; there is none in a run that nobody follows.
#[derive(Default)]
pub(crate) struct SharedIsolate {
    isolate: RefCell<Option<Isolate>>,
    /// The numbers of marked objects that the engine has collected since the isolate was last used.
    gone: RefCell<Vec<u32>>,
}

impl SharedIsolate {
    /// From now on the objects of the host's program are followed; `is_recorded`: a recorder takes what is new.
    pub(crate) fn start(self: &Rc<Self>, host: &Rc<Host>, context: &mut Context, is_recorded: bool) {
        self.isolate.replace(Some(new_isolate(host, context, is_recorded)));
        drop(observation::observe(Some(self.clone())));
    }

    /// Whether the program's objects are followed.
    pub(crate) fn is_started(&self) -> bool {
        self.isolate.borrow().is_some()
    }

    /// The code that runs while the answer lives is of this isolate's run.
    pub(crate) fn observe(self: &Rc<Self>) -> Observing {
        let observer = self.is_started().then(|| self.clone() as Rc<dyn Observer>);
        Observing { before: observation::observe(observer) }
    }

    /// Uses the isolate, if there is one.
    ///
    /// # Panics
    /// If it is in use already: what was observed would be lost.
    pub(crate) fn with<T>(&self, then: impl FnOnce(&mut Isolate) -> T) -> Option<T> {
        let mut isolate =
            self.isolate.try_borrow_mut().expect("the isolate is left before anything else is observed, so that no observation is lost");
        let isolate = isolate.as_mut()?;
        for number in self.gone.take() {
            isolate.forget(number);
        }
        Some(then(isolate))
    }

    /// The isolate as it is while it is in use.
    #[cfg(test)]
    pub(super) fn in_use(&self) -> std::cell::RefMut<'_, Option<Isolate>> {
        self.isolate.borrow_mut()
    }

    /// The engine has collected a marked object. It does so whenever something is made, even while the isolate is in use.
    pub(super) fn gone(&self, number: u32) {
        self.gone.borrow_mut().push(number);
    }
}

/// While this lives, an isolate observes the code that runs; then the one that did before, if any.
#[must_use]
pub(crate) struct Observing {
    before: Option<Rc<dyn Observer>>,
}

impl Drop for Observing {
    fn drop(&mut self) {
        drop(observation::observe(self.before.take()));
    }
}
