//! Helpers that native functions are made with: functions and classes, their arguments, bytes behind buffers, state behind objects, errors.
//!
//! Start at `builder`. May use nothing else of this crate. Everything above uses it: bindings, the recorder, the realm.

mod builder;
pub(crate) mod bytes;
pub(crate) mod state;
mod throw;

pub(crate) use builder::{
    Binding, Native, argument, define_hidden, function, items, native_function, nothing, number, shared_f64, shared_u8, shared_u32, text,
};
pub(crate) use bytes::{Bytes, buffer, set_buffer_prototype, uint8_array};
pub(crate) use state::{keep, kept};
pub(crate) use throw::{Class, coded, invalid_type, out_of_range, unavailable, with_properties, with_values};
