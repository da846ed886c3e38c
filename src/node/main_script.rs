//! Compiling a file of the program: marked by the probe, inside CommonJS's wrapper.

use std::path::Path;
use std::rc::Rc;

use boa_engine::{Context, JsError, JsNativeError, JsResult, JsValue, Script, Source};

use super::host::host;
use super::probe::{Detail, Goal, Instrumented, Request, SyntaxProblem};
use super::scripts::LoadedScript;

/// The wrapper function of a CommonJS file with this text.
///
/// # Errors
/// `SyntaxError` in V8's words.
pub(super) fn compile(path: &str, source: Rc<str>, context: &mut Context) -> JsResult<JsValue> {
    let host = host(context);
    let id = host.recorder.borrow_mut().tables.script(path, &source);
    let detail = if host.recorder.borrow().is_on() { Detail::Full } else { Detail::Bounds };
    let request = Request { goal: Goal::CommonJs, detail, script: id };
    let instrumented = host.recorder.borrow_mut().tables.instrument(&source, &request);
    let (code, map) = match instrumented {
        Ok(Instrumented { code, map }) => (code, map),
        Err(problem) => {
            host.scripts.borrow_mut().insert(Rc::from(path), LoadedScript::new(source, None));
            return Err(syntax_error(path, &problem, context));
        }
    };
    host.scripts.borrow_mut().insert(Rc::from(path), LoadedScript::new(source, Some(map)));
    let wrapped = format!("{WRAPPER}{code}\n}})");
    let script = Script::parse(Source::from_reader(wrapped.as_bytes(), Some(Path::new(path))), None, context)?;
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
