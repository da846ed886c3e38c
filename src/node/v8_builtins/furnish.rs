//! What every realm is given before a program sees it.

use boa_engine::{Context, JsResult};

use super::array_buffer;
use crate::source::{install_function_text, install_stack};

/// Gives the context's realm what V8's have and Boa's have not: stacks in V8's form, the author's text of functions, transfer of buffers.
///
/// # Errors
/// Whatever defining a property throws.
pub(crate) fn furnish(context: &mut Context) -> JsResult<()> {
    install_stack(context)?;
    install_function_text(context)?;
    array_buffer::install(context)
}
