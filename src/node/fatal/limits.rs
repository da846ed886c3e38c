//! Our bounds, the end of a run that reaches one, and the sentence for each.

use boa_engine::JsError;
use boa_engine::error::{EngineError, RuntimeLimitError};

use crate::host::{Host, Stop};
use trace::Limit;

/// Stops the run for an error of Boa's own that no program can catch: one of its limits, far beyond ours. The error that ends the run.
pub(crate) fn engine_error(host: &Host, error: JsError) -> JsError {
    if host.stopped().is_some() {
        return error;
    }
    let is_full = matches!(error.as_engine(), Some(EngineError::RuntimeLimit(RuntimeLimitError::Heap)));
    host.stop(Stop::Cut(if is_full { Limit::Memory } else { Limit::Instructions }))
}

/// The sentence for a reader when a bound was reached.
#[must_use]
pub fn sentence(limit: Limit) -> &'static str {
    match limit {
        Limit::Steps => "The program was stopped: it ran through more steps than can be shown. Is there a loop that never ends?",
        Limit::Instructions => "The program was stopped: it ran on and on without coming to an end.",
        Limit::Memory => "The program was stopped: it asked for more memory than the machine has.",
        Limit::Output => "The program was stopped: it printed more than can be shown.",
        Limit::VirtualTime => "The program was stopped: its clock had run for longer than can be shown. Is something keeping it alive forever?",
    }
}
