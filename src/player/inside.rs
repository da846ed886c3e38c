//! The function of Node's own JavaScript that a step is inside of.

use trace::{Event, FrameKind, LibraryFunction, StepId, Trace};

/// A function of Node's, and what it has to do with the step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside {
    /// The function, with its text in Node's repository.
    pub function: LibraryFunction,
    /// It called the program's code, which is what runs; else the step is its own doing.
    pub called: bool,
}

/// `None`: none that is followed is on the call stack.
#[must_use]
pub fn inside(trace: &Trace, step: StepId) -> Option<Inside> {
    let recorded = trace.step(step)?;
    let function = trace.library_function(recorded.inside?)?.clone();
    let called = matches!(
        recorded.event,
        Event::Statement { .. }
            | Event::Called { .. }
            | Event::Returned { .. }
            | Event::FrameEntered { kind: FrameKind::Program, .. }
            | Event::FrameLeft
            | Event::Thrown { .. }
            | Event::Caught { .. }
            | Event::Output { .. }
    );
    Some(Inside { function, called })
}
