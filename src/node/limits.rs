//! Our bounds and what becomes of a run that reaches them.

use boa_engine::JsError;

use super::host::{Host, Stop};
use crate::trace::Limit;

/// An error of Boa's own that no program can catch: one of its limits, far beyond ours.
pub(crate) fn engine_error(host: &Host, error: JsError) -> JsError {
    if host.stopped().is_none() {
        return host.stop(Stop::Cut(Limit::Instructions));
    }
    error
}
