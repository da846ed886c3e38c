//! Node's report when a program dies of an exception (node v24.21.0 `src/node_errors.cc`: `PrintException`, `ReportFatalException`).

use std::cell::RefCell;
use std::fmt::Write;
use std::rc::Rc;

use boa_engine::builtins::error::Error;
use boa_engine::vm::StackFrame;
use boa_engine::{Context, JsResult, JsString, JsValue};

use crate::host::{Host, SyntaxPlace};
use crate::probe::Position;
use crate::source::{Place, keep_library_source, place_of_frame};
use crate::v8_words::JsonPlace;
use trace::{OutputStream, SiteId};

/// The value and the site of the program's last `throw`: V8 keeps that place with the exception.
#[derive(Default)]
pub(crate) struct LastThrow(pub(crate) RefCell<Option<(JsValue, SiteId)>>);

/// The message and the place of the last error of `JSON.parse`.
#[derive(Default)]
pub(crate) struct JsonProblem(pub(crate) RefCell<Option<(String, JsonPlace)>>);

/// The origin of a fatal exception.
pub(crate) enum Thrown {
    /// A throw that nothing caught, in this frame.
    At(Option<StackFrame>),
    /// A rejection, or a throw of the same value again on its way: V8 knows no place but the error's own.
    Elsewhere,
}

/// Writes the report of a fatal exception to stderr.
///
/// # Errors
/// The error that ends the run, where its limit of output is reached.
pub(crate) fn report(host: &Host, error: &JsValue, thrown: &Thrown, context: &mut Context) -> JsResult<()> {
    let mut text = String::new();
    let is_error = error.as_object().is_some_and(|object| object.is::<Error>());
    if let Some(json) = json_place(host, error) {
        text.push_str(&json.arrow());
        text.push('\n');
    } else if let Some((place, width)) = place(host, error, thrown, context) {
        // A thrown value that is no error has its place above the text instead of in a stack.
        text.push_str(if is_error { "" } else { "\n" });
        text.push_str(&arrow(host, &place, width));
        text.push_str(if is_error { "\n" } else { "" });
    } else if !is_error {
        text.push_str("Uncaught:\n");
    }
    text.push_str(&body(host, error, context));
    let _ = writeln!(text, "\n\nNode.js v{}", host.library.version());
    host.output(OutputStream::Stderr, text.as_bytes())
}

/// The place at which the exception was thrown, and the number of columns to mark.
fn place(host: &Host, error: &JsValue, thrown: &Thrown, context: &mut Context) -> Option<(Place, usize)> {
    if let Some(SyntaxPlace { path, position, width, .. }) = host.syntax_problem.take().filter(|place| JsValue::same_value(&place.error, error)) {
        return Some((Place { path, position }, width));
    }
    if is_decorated(host, error, context) {
        return None;
    }
    let frame = match thrown {
        Thrown::At(frame) => {
            if let Some(place) = throw_place(host, error) {
                return Some((place, 1));
            }
            frame.as_ref().and_then(|frame| place_of_frame(host, frame))
        }
        Thrown::Elsewhere => None,
    };
    // An error of the engine in the program's code is thrown at the place where it is made.
    let in_library = frame.as_ref().is_some_and(|place| place.path.starts_with("node:"));
    let made = if in_library { None } else { place_of_error(error, context) };
    made.or(frame).or_else(|| place_of_report(host, error, context)).map(|place| (place, 1))
}

/// The place in Node's own code that gives an error up, for an error without a frame.
fn place_of_report(host: &Host, error: &JsValue, context: &mut Context) -> Option<Place> {
    error.as_object().filter(|object| object.is::<Error>())?;
    let frame = context.stack_frames(8).into_iter().find(|frame| !frame.native)?;
    place_of_frame(host, &frame).filter(|place| place.path.starts_with("node:"))
}

/// The place in the text that `JSON.parse` threw this error about.
fn json_place(host: &Host, error: &JsValue) -> Option<JsonPlace> {
    let error = error.as_object().filter(|object| object.is::<Error>())?;
    let message = crate::inspect::own_data(&error, "message")?.as_string()?.to_std_string_lossy();
    let problem = host.state::<JsonProblem>();
    let problem = problem.0.borrow();
    problem.as_ref().filter(|(reported, _)| *reported == message).map(|(_, place)| place.clone())
}

/// Whether the stack begins with the line already: `decorateErrorStack` (lib/internal/util.js).
fn is_decorated(host: &Host, error: &JsValue, context: &mut Context) -> bool {
    let (Ok(symbol), Some(error)) = (host.private_symbol("decorated_private_symbol", context), error.as_object()) else { return false };
    error.get(symbol, context).is_ok_and(|marked| marked.to_boolean())
}

/// The first frame of an error's stack that has a place.
fn place_of_error(error: &JsValue, context: &mut Context) -> Option<Place> {
    let object = error.as_object().filter(|object| object.is::<Error>())?;
    place_in_stack(&object.get(JsString::from("stack"), context).ok()?.as_string()?.to_std_string_lossy())
}

/// The place of the first frame that has one in the text of a stack.
pub(crate) fn place_in_stack(stack: &str) -> Option<Place> {
    stack.lines().filter_map(|line| line.trim_start().strip_prefix("at ")).find_map(place_of_line)
}

/// The place of a line of a stack; `None` for a built-in's.
fn place_of_line(frame: &str) -> Option<Place> {
    if let Some((_, place)) = frame.rsplit_once("), <anonymous>:").filter(|_| frame.contains("(eval at ")) {
        // V8 has a name for texts of `eval`.
        let (line, column) = place.trim_end_matches(')').split_once(':')?;
        let position = Position::new(line.parse().ok()?, column.parse().ok()?);
        return Some(Place { path: Rc::from("<anonymous_script>"), position });
    }
    let place = frame.rsplit_once(" (").map_or(frame, |(_, place)| place.trim_end_matches(')'));
    let (rest, column) = place.rsplit_once(':')?;
    let (path, line) = rest.rsplit_once(':')?;
    let position = Position::new(line.parse().ok()?, column.parse().ok()?);
    Some(Place { path: Rc::from(path.strip_prefix("async ").unwrap_or(path)), position })
}

/// The width of the token that a syntax error names, in columns.
fn token_width(host: &Host, place: &Place) -> usize {
    let scripts = host.scripts.borrow();
    let text = scripts.get(&place.path).and_then(|source| source.line(place.position.line));
    let Some(rest) = text.map(|text| text.chars().skip(place.position.column.saturating_sub(1) as usize).collect::<String>()) else { return 1 };
    let is_word = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$');
    let word = rest.chars().take_while(|character| is_word(*character)).count();
    match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest.chars().skip(1).position(|character| character == quote).map_or(1, |end| end + 2),
        _ if word > 0 => word,
        _ => ["=>", "...", "===", "!==", "**", "==", "!=", "<=", ">=", "&&", "||", "??", "++", "--"]
            .iter()
            .find(|token| rest.starts_with(**token))
            .map_or(1, |token| token.len()),
    }
}

/// The place of the program's own `throw` that threw this very value.
fn throw_place(host: &Host, error: &JsValue) -> Option<Place> {
    let last = host.state::<LastThrow>();
    let last = last.0.borrow();
    let (_, site) = last.as_ref().filter(|(thrown, _)| JsValue::same_value(thrown, error))?;
    let recorder = host.recorder.borrow();
    let site = recorder.tables.site(*site)?;
    let path = recorder.tables.script_path(site.script)?;
    Some(Place { path: Rc::from(path), position: site.position.into() })
}

/// `path:line`, the source line, and carets under `width` columns.
pub(crate) fn arrow(host: &Host, place: &Place, width: usize) -> String {
    let Place { path, position } = place;
    let mut text = format!("{path}:{}\n", position.line);
    if let Some(source) = source_line(host, place).as_deref() {
        text.push_str(source);
        text.push('\n');
        let column = if path.starts_with("node:") { throw_column(source, position.column) } else { position.column };
        for character in source.chars().take(column.saturating_sub(1) as usize) {
            text.push(if character == '\t' { '\t' } else { ' ' });
        }
        text.push_str(&"^".repeat(width));
        text.push('\n');
    }
    text
}

/// The line of a text that was compiled.
pub(crate) fn source_line(host: &Host, place: &Place) -> Option<String> {
    keep_library_source(host, &place.path);
    host.scripts.borrow().get(&place.path)?.line(place.position.line).map(str::to_owned)
}

/// [`arrow`] under the token that stands at `place`.
pub(crate) fn arrow_at_token(host: &Host, place: &Place) -> String {
    arrow(host, place, token_width(host, place))
}

/// V8's column for a throw in Node's code: it points at the statement, and Boa at the thrown value. For the program's own throws the probes know it.
fn throw_column(line: &str, column: u32) -> u32 {
    let before = line.get(..column as usize).unwrap_or(line);
    before.rfind("throw ").and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(column)
}

/// The error itself: its stack with its own properties as `util.inspect` shows them; anything else as it prints.
fn body(host: &Host, error: &JsValue, context: &mut Context) -> String {
    const HINT: &str = "(Use `node --trace-uncaught ...` to show where the exception was thrown)";
    if error.is_object() {
        return inspect(host, error, context).unwrap_or_else(|| crate::inspect::no_side_effects(error));
    }
    let shown = if error.is_symbol() { String::new() } else { crate::inspect::no_side_effects(error) };
    format!("{shown}\n{HINT}").trim_start_matches('\n').to_owned()
}

/// The error's text as Node's own enhancers make it: the place that emitted an `error` event is added, then the error is inspected.
fn inspect(host: &Host, value: &JsValue, context: &mut Context) -> Option<String> {
    let (before, after) = host.callbacks.borrow().enhance_stack.clone()?;
    // An error that can't be enhanced is shown as it is.
    let _ = before.call(&JsValue::undefined(), std::slice::from_ref(value), context);
    let text = after.call(&JsValue::undefined(), std::slice::from_ref(value), context).ok()?;
    Some(text.as_string()?.to_std_string_lossy())
}
