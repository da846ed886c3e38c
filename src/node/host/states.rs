//! The states that the users of the host keep with it: one value of a type, for as long as the process lives and for all its realms.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use super::Host;

/// The values, no two of the same type.
#[derive(Default)]
pub(super) struct States(RefCell<Vec<Rc<dyn Any>>>);

impl Host {
    /// The state of this type, made at the first call. The module that defines the type owns the state.
    pub(crate) fn state<T: Default + 'static>(&self) -> Rc<T> {
        let known = self.states.0.borrow().iter().find(|state| (***state).is::<T>()).cloned();
        let known = known.and_then(|state| state.downcast().ok());
        known.unwrap_or_else(|| {
            let state = Rc::new(T::default());
            self.states.0.borrow_mut().push(state.clone());
            state
        })
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[derive(Default)]
    struct Count(Cell<u32>);

    #[derive(Default)]
    struct Other(Cell<u32>);

    #[test]
    fn a_state_is_the_same_for_all_who_ask() {
        let archive = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/node-library/node-24.bin")).unwrap();
        let library = crate::Library::read(&archive).unwrap();
        let host = Host::new(library, machine::Machine::new(machine::Config::of(trace::Profile::Node24)));
        host.state::<Count>().0.set(3);
        assert_eq!((host.state::<Count>().0.get(), host.state::<Other>().0.get()), (3, 0));
    }
}
