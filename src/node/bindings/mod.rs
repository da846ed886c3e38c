//! The functions that Node's JavaScript calls in C++: one file or folder for each `internalBinding`, named after it.
//!
//! A binding's plain values (constants, tables) come from the pinned binary (`data/bindings.json` in the library archive); its functions
//! are written here. A function that the real binding has and ours lacks throws, naming itself.

mod async_context_frame;
mod async_wrap;
mod blob;
mod buffer;
mod builtins;
mod cares_wrap;
mod cjs_lexer;
mod contextify;
mod crypto;
mod encoding_binding;
mod errors;
mod fs;
mod fs_dir;
mod histogram;
mod icu;
mod messaging;
mod module_wrap;
mod modules;
mod os;
mod performance;
mod process_methods;
mod serdes;
mod small;
mod string_decoder;
mod task_queue;
mod timers;
mod types;
mod url;
mod util;
mod v8;
mod vm_contexts;
mod zlib;

pub(crate) use builtins::{compile_library_function, module_script};
pub(crate) use histogram::look_at_delay;
pub(crate) use module_wrap::{import_module_dynamically, initialize_import_meta, module_moment, path_of, report_unsettled_await};
pub(crate) use performance::mark_loop_start;
pub(crate) use vm_contexts::take_next_global;

use boa_engine::{Context, JsObject, JsResult};

use crate::native::Binding;

/// Adds the functions of the binding `name` to `object`, which already holds its plain values. `false`: there are none for this name.
///
/// # Errors
/// An exception of Boa where a property cannot be defined.
pub(crate) fn extend(name: &str, object: &JsObject, context: &mut Context) -> JsResult<bool> {
    let binding = &mut Binding::new(object, context);
    match name {
        "async_context_frame" => async_context_frame::extend(binding)?,
        "async_wrap" => async_wrap::extend(binding)?,
        "blob" => blob::extend(binding)?,
        "buffer" => buffer::extend(binding)?,
        "builtins" => builtins::extend(binding)?,
        "cares_wrap" => cares_wrap::extend(binding)?,
        "cjs_lexer" => cjs_lexer::extend(binding)?,
        "contextify" => contextify::extend(binding)?,
        "crypto" => crypto::extend(binding)?,
        "encoding_binding" => encoding_binding::extend(binding)?,
        "errors" => errors::extend(binding)?,
        "fs" => fs::extend(binding)?,
        "fs_dir" => fs_dir::extend(binding)?,
        "icu" => icu::extend(binding)?,
        "messaging" => messaging::extend(binding)?,
        "module_wrap" => module_wrap::extend(binding)?,
        "modules" => modules::extend(binding)?,
        "os" => os::extend(binding)?,
        "performance" => performance::extend(binding)?,
        "process_methods" => process_methods::extend(binding)?,
        "serdes" => serdes::extend(binding)?,
        "string_decoder" => string_decoder::extend(binding)?,
        "task_queue" => task_queue::extend(binding)?,
        "timers" => timers::extend(binding)?,
        "types" => types::extend(binding)?,
        "url" => url::extend(binding)?,
        "util" => util::extend(binding)?,
        "v8" => v8::extend(binding)?,
        "zlib" => zlib::extend(binding)?,
        _ => return small::extend(name, binding),
    }
    Ok(true)
}
