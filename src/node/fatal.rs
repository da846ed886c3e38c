//! What Node prints when a program dies of an exception (node v24.21.0 `src/node_errors.cc`: `PrintException`, `ReportFatalException`).

use boa_engine::builtins::error::Error;
use boa_engine::vm::StackFrame;
use boa_engine::{Context, JsResult, JsString, JsValue};

use super::host::Host;
use super::realm;
use super::scripts::author_position;
use crate::trace::OutputStream;

/// Node's version line at the end of every crash.
const VERSION: &str = "Node.js v24.21.0";

/// Writes the report of a fatal exception to stderr.
///
/// # Errors
/// Beyond catching, when the output limit is reached.
pub(crate) fn report(host: &Host, error: &JsValue, thrown_at: Option<StackFrame>, context: &mut Context) -> JsResult<()> {
    let mut text = String::new();
    if let Some((path, line, column)) = place(host, error, thrown_at.as_ref()) {
        text.push_str(&arrow(host, &path, line, column));
        text.push('\n');
    }
    text.push_str(&body(host, error, context));
    text.push_str("\n\n");
    text.push_str(VERSION);
    text.push('\n');
    host.output(OutputStream::Stderr, text.as_bytes())
}

/// Where the exception was thrown; for a rejection, where the error was made.
fn place(host: &Host, error: &JsValue, thrown_at: Option<&StackFrame>) -> Option<(String, u32, u32)> {
    if let Some((path, position)) = host.syntax_problem.take() {
        return Some((path.to_string(), position.line, position.column));
    }
    if let Some(place) = throw_place(host, error) {
        return Some(place);
    }
    if let Some((path, line, column)) = thrown_at.and_then(|frame| author_position(host, frame)) {
        return Some((path.to_string(), line, column));
    }
    let stack = super::hooks::own_data(error.as_object().as_ref()?, "stack")?.as_string()?.to_std_string_lossy();
    let frame = stack.lines().find_map(|line| line.trim_start().strip_prefix("at "))?;
    let place = frame.rsplit_once(" (").map_or(frame, |(_, place)| place.trim_end_matches(')'));
    let (rest, column) = place.rsplit_once(':')?;
    let (path, line) = rest.rsplit_once(':')?;
    Some((path.to_owned(), line.parse().ok()?, column.parse().ok()?))
}

/// Where the program's own `throw` threw this very value.
fn throw_place(host: &Host, error: &JsValue) -> Option<(String, u32, u32)> {
    let last = host.last_throw.borrow();
    let (_, site) = last.as_ref().filter(|(thrown, _)| JsValue::same_value(thrown, error))?;
    let recorder = host.recorder.borrow();
    let site = recorder.tables.site(*site)?;
    let path = recorder.tables.script_path(site.script)?;
    Some((path.to_owned(), site.position.line, site.position.column))
}

/// `path:line`, the source line, and a caret under the column.
fn arrow(host: &Host, path: &str, line: u32, column: u32) -> String {
    let mut text = format!("{path}:{line}\n");
    let source = match path.strip_prefix("node:") {
        Some("internal/bootstrap/lifecycle") => Some(realm::BOOTSTRAP.into()),
        Some("internal/modules/cjs/loader") => Some(realm::COMMON_JS.into()),
        Some(id) => host.library.source(id).cloned(),
        None => host.scripts.borrow().get(path).map(|script| script.source.clone()),
    };
    if let Some(source) = source.as_deref().and_then(|source| source.lines().nth(line.saturating_sub(1) as usize)) {
        text.push_str(source);
        text.push('\n');
        for character in source.chars().take(column.saturating_sub(1) as usize) {
            text.push(if character == '\t' { '\t' } else { ' ' });
        }
        text.push_str("^\n");
    }
    text
}

/// The error itself: its stack with its own properties as `util.inspect` shows them, or `Uncaught:` and the value.
fn body(host: &Host, error: &JsValue, context: &mut Context) -> String {
    let is_error = error.as_object().is_some_and(|object| object.is::<Error>());
    let inspected = inspect(host, error, context);
    if is_error {
        return inspected.unwrap_or_else(|| super::inspect::no_side_effects(error));
    }
    let shown = if error.is_object() {
        inspected.map(|text| format!("Uncaught:\n{text}")).unwrap_or_default()
    } else {
        format!("Uncaught:\n{}", inspected.unwrap_or_else(|| super::inspect::no_side_effects(error)))
    };
    format!("{shown}\n(Use `node --trace-uncaught ...` to show where the exception was thrown)")
}

fn inspect(host: &Host, value: &JsValue, context: &mut Context) -> Option<String> {
    let require = host.callbacks.borrow().require.clone()?;
    let module = require.call(&JsValue::undefined(), &[JsString::from("internal/util/inspect").into()], context).ok()?.as_object()?;
    let inspect = module.get(JsString::from("inspect"), context).ok()?;
    let text = inspect.as_callable()?.call(&JsValue::undefined(), std::slice::from_ref(value), context).ok()?;
    Some(text.as_string()?.to_std_string_lossy())
}
