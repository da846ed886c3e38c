//! ES modules, as ECMAScript speaks of them.

use serde::{Deserialize, Serialize};

/// A run's modules are recorded up to this many.
pub const MOST_MODULES: usize = 200;

/// How far a module has come: a cyclic module record's `[[Status]]` (ECMA-262, 16.2.1.5), with the error that evaluating it ended in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ModuleStatus {
    /// Parsed; what it imports may not be known yet.
    Unlinked,
    /// All that it imports is there, and its names are bound.
    Linked,
    /// Its code runs.
    Evaluating,
    /// It, or what it imports, waits at an `await` at its top level.
    EvaluatingAsync,
    /// Its code came to its end.
    Evaluated,
    /// Its code, or that of a module that it imports, threw.
    Errored,
}

/// A module at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModuleView {
    /// How far it has come.
    pub status: ModuleStatus,
    /// The how manieth its code began to run, from 1; 0: not yet.
    pub order: u32,
}

impl ModuleView {
    /// Applies a change, when the code of `begun` modules has begun to run.
    pub(super) fn change(&mut self, status: ModuleStatus, begun: u32) {
        self.status = status;
        if status == ModuleStatus::Evaluating && self.order == 0 {
            self.order = begun + 1;
        }
    }
}
