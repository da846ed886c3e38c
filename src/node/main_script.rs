//! Compiling a file of the program: marked by the probe; inside CommonJS's wrapper or as an ES module.

use std::path::Path;
use std::rc::Rc;

use boa_engine::{Context, JsError, JsNativeError, JsResult, JsValue, Module, Script};

use super::host::{SyntaxPlace, host};
use super::probe::{Detail, Goal, Instrumented, Request, SyntaxProblem};
use super::scripts::{LoadedScript, utf16, utf16_source};

/// The wrapper function of a CommonJS file with this text.
///
/// # Errors
/// `SyntaxError` in V8's words.
pub(super) fn compile(path: &str, source: Rc<str>, context: &mut Context) -> JsResult<JsValue> {
    let code = mark(path, path, source, Goal::CommonJs, context)?;
    let wrapped = format!("{WRAPPER}{code}\n}})");
    let script = Script::parse(utf16_source(&utf16(&wrapped), Path::new(path)), None, context)?;
    script.evaluate(context)
}

/// The ES module with this text; `url` is what its stack frames name.
///
/// # Errors
/// `SyntaxError` in V8's words.
pub(super) fn compile_module(url: &str, path: &str, source: Rc<str>, context: &mut Context) -> JsResult<Module> {
    let code = mark(url, path, source, Goal::Module, context)?;
    Module::parse(utf16_source(&utf16(&code), Path::new(url)), None, context)
}

/// Instruments a text and keeps it for stacks under `name`; the reader sees it as `path`.
fn mark(name: &str, path: &str, source: Rc<str>, goal: Goal, context: &mut Context) -> JsResult<String> {
    let host = host(context);
    let id = host.recorder.borrow_mut().tables.script(path, &source);
    let detail = if host.recorder.borrow().is_on() { Detail::Full } else { Detail::Bounds };
    let request = Request { goal, detail, script: id };
    let instrumented = host.recorder.borrow_mut().tables.instrument(&source, &request);
    match instrumented {
        Ok(Instrumented { code, map }) => {
            host.scripts.borrow_mut().insert(Rc::from(name), LoadedScript::new(source, Some(map), goal));
            Ok(code)
        }
        Err(problem) => {
            host.scripts.borrow_mut().insert(Rc::from(name), LoadedScript::new(source, None, goal));
            Err(syntax_error(name, &problem, context))
        }
    }
}

/// What stands before the program's text on its first line.
pub(crate) const WRAPPER: &str = "(function (exports, require, module, __filename, __dirname) {";

/// The `SyntaxError` for a text that is not a program; its place is where the error says that it was thrown.
fn syntax_error(path: &str, problem: &SyntaxProblem, context: &mut Context) -> JsError {
    let error = JsValue::from(JsNativeError::syntax().with_message(problem.message.clone()).into_opaque(context));
    host(context).syntax_problem.replace(Some(SyntaxPlace { error: error.clone(), path: Rc::from(path), position: problem.position }));
    JsError::from_opaque(error)
}
