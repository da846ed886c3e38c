//! `internalBinding('messaging')`: `structuredClone`, `MessageChannel`, `MessagePort`, broadcast channels (node v24.21.0 `src/node_messaging.cc`).

mod binding;
mod deserialize;
mod errors;
mod message;
mod names;
mod port;
mod serialize;
mod transfer;

pub(super) use binding::extend;
pub(super) use deserialize::{new_error, new_view};
pub(super) use errors::{dom_exception, words_of};
pub(super) use message::View;
pub(super) use serialize::boxed;
