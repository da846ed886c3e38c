//! Compiling a file of the program: marked by the probe; inside CommonJS's wrapper or as an ES module.

use std::path::Path;
use std::rc::Rc;

use boa_engine::object::builtins::JsRegExp;
use boa_engine::{Context, JsError, JsNativeError, JsResult, JsString, JsValue, Module};

use super::Source;
use super::engine_text::{evaluate, utf16, utf16_source};
use crate::host::{SyntaxPlace, host};
use crate::isolate::respelled;
use crate::probe::{Detail, Expression, Goal, Instrumented, Request};
use crate::v8_words::SyntaxProblem;
use trace::is_line_terminator;

/// The wrapper function of a CommonJS file with this text.
///
/// # Errors
/// `SyntaxError` in V8's words.
pub(crate) fn compile(path: &str, source: Rc<str>, context: &mut Context) -> JsResult<JsValue> {
    let code = mark(path, path, source, Goal::CommonJs, context)?;
    let wrapped = format!("{WRAPPER}{code}\n}})");
    evaluate(&wrapped, Path::new(path), context)
}

/// The ES module with this text; `url` is what its stack frames name.
///
/// # Errors
/// `SyntaxError` in V8's words.
pub(crate) fn compile_module(url: &str, path: &str, source: Rc<str>, context: &mut Context) -> JsResult<Module> {
    let code = mark(url, path, source, Goal::Module, context)?;
    Module::parse(utf16_source(&utf16(&code), Path::new(url)), None, context)
}

/// Instruments a text and keeps it for stacks under `name`; the reader sees it as `path`.
fn mark(name: &str, path: &str, source: Rc<str>, goal: Goal, context: &mut Context) -> JsResult<String> {
    let host = host(context);
    let source = if host.allows_natives.get() { respelled(&source).into() } else { source };
    let id = host.recorder.borrow_mut().tables.script(path, &source);
    let detail = if host.recorder.borrow().is_on() { Detail::Full } else { Detail::Bounds };
    let request = Request { goal, detail, script: id };
    let instrumented = host.recorder.borrow_mut().tables.instrument(&source, request);
    let instrumented = instrumented.and_then(|marked| {
        let problem = marked.expressions.iter().find_map(|expression| Some(expression.problem(refused(expression, context)?)));
        problem.map_or(Ok(marked), Err)
    });
    match instrumented {
        Ok(Instrumented { code, map, .. }) => {
            let map = if goal == Goal::CommonJs { map.behind_wrapper(WRAPPER_WIDTH) } else { map };
            host.scripts.borrow_mut().insert(Rc::from(name), Source::new(source, Some(map), goal));
            Ok(code)
        }
        Err(problem) => {
            host.scripts.borrow_mut().insert(Rc::from(name), Source::new(source.clone(), None, goal));
            Err(syntax_error(name, &source, &problem, context))
        }
    }
}

/// What is wrong with a text that was read, its regular expressions among it.
pub(crate) fn problem(read: Result<Vec<Expression>, String>, context: &mut Context) -> Option<String> {
    match read {
        Ok(expressions) => expressions.iter().find_map(|expression| refused(expression, context)),
        Err(message) => Some(message),
    }
}

/// What V8 says of a regular expression that is none.
fn refused(expression: &Expression, context: &mut Context) -> Option<String> {
    let (pattern, flags) = (JsString::from(expression.pattern.as_str()), JsString::from(expression.flags.as_str()));
    let error = JsRegExp::new(pattern, flags, context).err()?;
    let error = error.into_opaque(context).ok()?;
    Some(crate::inspect::own_data(&error.as_object()?, "message")?.as_string()?.to_std_string_lossy())
}

/// The head of Node's CommonJS wrapper, which stands before the program's text on its first line.
const WRAPPER: &str = "(function (exports, require, module, __filename, __dirname) {";

/// The wrapper's width in UTF-16 units.
#[expect(clippy::cast_possible_truncation, reason = "the wrapper is one short line of ASCII")]
const WRAPPER_WIDTH: u32 = WRAPPER.len() as u32;

/// How many columns of its line a problem has: V8 leaves what it can't read as a character of Latin 1 without a mark.
fn width(source: &str, problem: &SyntaxProblem) -> usize {
    let marked = source.get(problem.span.start as usize..problem.span.end as usize).unwrap_or_default();
    let line = marked.split(is_line_terminator).next().unwrap_or_default();
    if problem.message.ends_with("has already been declared") && !line.starts_with("class") {
        return 1;
    }
    match line.chars().next() {
        Some(first) if u32::from(first) > 0xff && problem.message == "Invalid or unexpected token" => 0,
        _ => line.encode_utf16().count(),
    }
}

/// The `SyntaxError` for a text that is not a program; its place is where the error says that it was thrown.
fn syntax_error(path: &str, source: &str, problem: &SyntaxProblem, context: &mut Context) -> JsError {
    let error = JsValue::from(JsNativeError::syntax().with_message(problem.message.clone()).into_opaque(context));
    host(context).syntax_problem.replace(Some(SyntaxPlace {
        error: error.clone(),
        path: Rc::from(path),
        position: problem.position.into(),
        width: width(source, problem),
    }));
    JsError::from_opaque(error)
}
