//! `internalBinding('fs')` (node v24.21.0 `src/node_file.cc`): Node's `fs` on the machine's in-memory disk.
//!
//! `request` holds the three calling styles that every function has; `by_path` and `by_descriptor` the operations, `mkdir` the one that is several
//! jobs; `whole` the shortcuts that never leave Rust; `file_handle` the class behind `fs.promises`; `jobs` whole files at once; `remove` and `copy`
//! the parts of `rmSync` and `cpSync` that C++ does in one go.

mod arguments;
mod by_descriptor;
mod by_path;
mod copy;
mod disk;
mod errors;
mod file_handle;
mod jobs;
mod mkdir;
mod process;
mod remove;
mod request;
mod stats;
mod whole;

use boa_engine::{Context, JsObject, JsResult};

use crate::native::Binding;

pub(super) use arguments::{encode, encoding, integer, paths};
pub(super) use by_path::entry_type;
pub(super) use disk::on_disk;
pub(super) use errors::Failure;
pub(super) use process::{chdir, umask};
pub(super) use request::{Call, Waiter};
pub(super) use stats::Answer;

/// The binding's object, where C++ would ask its `BindingData`.
struct Shared(JsObject);

impl Shared {
    fn of(context: &Context) -> JsResult<JsObject> {
        let shared = context.get_data::<Self>().map(|shared| shared.0.clone());
        shared.ok_or_else(|| boa_engine::JsNativeError::error().with_message("the fs binding is not loaded").into())
    }
}

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.context.insert_data(Shared(binding.object.clone()));
    request::extend(binding)?;
    stats::extend(binding)?;
    file_handle::extend(binding)?;
    jobs::extend(binding)?;
    for functions in [by_path::FUNCTIONS, by_descriptor::FUNCTIONS, mkdir::FUNCTIONS, whole::FUNCTIONS, remove::FUNCTIONS, copy::FUNCTIONS] {
        binding.functions(functions)?;
    }
    Ok(())
}
