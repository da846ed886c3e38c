//! Texts in the form that Boa's parser reads.

use std::path::Path;

use boa_engine::parser::source::UTF16Input;
use boa_engine::{Context, JsResult, JsValue, Script, Source};

/// A text as Boa's parser reads `eval`'s. All texts go to it in this form: its parser is generic, and a second form would be in the wasm a second time.
pub(crate) fn utf16(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// A text whose frames say that they are of `path`.
pub(crate) fn utf16_source<'t>(text: &'t [u16], path: &'t Path) -> Source<'t, UTF16Input<'t>> {
    Source::from_utf16(text).with_path(path)
}

/// Runs a text as a script of `path`; what it evaluates to.
///
/// # Errors
/// `SyntaxError` in Boa's words, or what the script throws.
pub(crate) fn evaluate(text: &str, path: &Path, context: &mut Context) -> JsResult<JsValue> {
    Script::parse(utf16_source(&utf16(text), path), None, context)?.evaluate(context)
}
