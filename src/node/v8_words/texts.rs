//! The problem of a text that a program compiles itself, in V8's words.

use super::text_problem::{parameters_end_early, read_text};
use crate::probe::Expression;

/// The regular expressions, which are not read yet, of a text for `new Function` or one of its kin, named by the constructor: V8 reads one text made of
/// parameters and body.
///
/// # Errors
/// V8's sentence for the text's problem.
pub(crate) fn dynamic_function(constructor: &str, parameters: &[String], body: &str) -> Result<Vec<Expression>, String> {
    let head = match constructor {
        "AsyncFunction" => "async function",
        "GeneratorFunction" => "function*",
        "AsyncGeneratorFunction" => "async function*",
        _ => "function",
    };
    let (before, parameters) = (format!("({head} anonymous("), parameters.join(","));
    let text = format!("{before}{parameters}\n) {{\n{body}\n}})");
    let read = read_text(&text);
    let [start, end] = [before.len(), before.len() + parameters.len()].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
    if parameters_end_early(&text, start, end, read.as_ref().err()) {
        return Err("Arg string terminates parameters early".to_owned());
    }
    match read {
        Err(problem) => Err(problem.message),
        Ok(read) if !read.is_one_function => Err("Single function literal required".to_owned()),
        Ok(read) => Ok(read.expressions),
    }
}

/// The regular expressions, which are not read yet, of a text for `eval`. Names that a direct one may use because of its place are left to Boa.
///
/// # Errors
/// V8's sentence for the text's problem.
pub(crate) fn eval_text(text: &str, direct: bool) -> Result<Vec<Expression>, String> {
    let problem = match read_text(text) {
        Ok(read) => return Ok(read.expressions),
        Err(problem) => problem.message,
    };
    let surroundings = ["'super' keyword", "new.target", "Private field", "arguments"];
    let excused = direct && surroundings.iter().any(|word| problem.contains(word));
    if excused { Ok(Vec::new()) } else { Err(problem) }
}
