//! What is wrong with a text that a program compiles itself, as V8 says it.

use crate::node::probe::text_problem;

/// For `new Function` and its kin, named by their constructor: V8 reads one text made of parameters and body.
pub(crate) fn dynamic_function_problem(constructor: &str, parameters: &[String], body: &str) -> Option<String> {
    let head = match constructor {
        "AsyncFunction" => "async function",
        "GeneratorFunction" => "function*",
        "AsyncGeneratorFunction" => "async function*",
        _ => "function",
    };
    let text = format!("({head} anonymous({}\n) {{\n{body}\n}})", parameters.join(","));
    text_problem(&text)
}

/// For `eval`. What a direct one may name because of where it stands is left to Boa.
pub(crate) fn eval_problem(text: &str, direct: bool) -> Option<String> {
    let problem = text_problem(text)?;
    let surroundings = ["'super' keyword", "new.target", "Private field", "arguments"];
    let excused = direct && surroundings.iter().any(|word| problem.contains(word));
    (!excused).then_some(problem)
}
