//! Loading a file of the program: read from the disk, marked by the probe, compiled inside CommonJS's wrapper.

use std::path::PathBuf;
use std::rc::Rc;

use boa_engine::{Context, JsResult, JsValue, Script, Source};

use super::bindings::text;
use super::host::host;
use super::scripts::LoadedScript;

/// `loadScript(path)`: the wrapper function of a CommonJS file.
///
/// # Errors
/// `SyntaxError` in V8's words; `Error` where the file is not there.
pub(super) fn load_script(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let path = text(arguments, 0);
    let host = host(context);
    let Some(bytes) = host.file(&path) else {
        return Err(boa_engine::JsNativeError::error().with_message(format!("Cannot find module '{path}'")).into());
    };
    let source = String::from_utf8_lossy(&bytes);
    let source: Rc<str> = Rc::from(source.strip_prefix('\u{feff}').unwrap_or(&source));
    let id = host.recorder.borrow_mut().tables.script(&path, &source);
    host.scripts.borrow_mut().insert(Rc::from(path.as_str()), LoadedScript { id, source: source.clone() });
    // A hashbang stays on its line, as a comment.
    let body = if source.starts_with("#!") { format!("//{source}") } else { source.to_string() };
    let wrapped = format!("(function (exports, require, module, __filename, __dirname) {{{body}\n}})");
    let script = Script::parse(Source::from_reader(wrapped.as_bytes(), Some(&PathBuf::from(&path))), None, context)?;
    script.evaluate(context)
}
