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
