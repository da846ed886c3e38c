//! Loading a file of the program: read from the disk, marked by the probe, compiled inside CommonJS's wrapper.

use std::path::PathBuf;
use std::rc::Rc;

use boa_engine::{Context, JsError, JsNativeError, JsResult, JsValue, Script, Source};

use super::bindings::text;
use super::host::host;
use super::probe::{Detail, Goal, Instrumented, Request, SyntaxProblem};
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
    let detail = if host.recorder.borrow().is_on() { Detail::Full } else { Detail::Bounds };
    let request = Request { goal: Goal::CommonJs, detail, script: id };
    let instrumented = host.recorder.borrow_mut().tables.instrument(&source, &request);
    let (code, map) = match instrumented {
        Ok(Instrumented { code, map }) => (code, map),
        Err(problem) => {
            host.scripts.borrow_mut().insert(Rc::from(path.as_str()), LoadedScript::new(source, None));
            return Err(syntax_error(&path, &problem, context));
        }
    };
    host.scripts.borrow_mut().insert(Rc::from(path.as_str()), LoadedScript::new(source, Some(map)));
    let wrapped = format!("{WRAPPER}{code}\n}})");
    let script = Script::parse(Source::from_reader(wrapped.as_bytes(), Some(&PathBuf::from(&path))), None, context)?;
    script.evaluate(context)
}

/// What stands before the program's text on its first line.
pub(crate) const WRAPPER: &str = "(function (exports, require, module, __filename, __dirname) {";

/// The `SyntaxError` for a text that is not a program; its place is where the error says that it was thrown.
fn syntax_error(path: &str, problem: &SyntaxProblem, context: &mut Context) -> JsError {
    let error = JsNativeError::syntax().with_message(problem.message.clone()).into_opaque(context);
    host(context).syntax_problem.replace(Some((Rc::from(path), problem.position)));
    JsError::from_opaque(error.into())
}
