//! `page-tools`: what `cargo xtask` asks of this project's own crates while it builds the page, so that no script has to know their formats.

mod bind;
mod pack;

use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
page-tools COMMAND

  bind WASM FOLDER NAME   writes the module NAME_bg.wasm and the script NAME.js that loads it
  lessons FOLDER          writes each lesson's program as the engine reads it: LESSON.program, and LESSON-24.program and its like
                          under each version of Node; and trace.start, a trace file's first bytes
  program FILE OUT        writes a program of one file as the engine reads it
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["bind", wasm, folder, name] => bind::bind(Path::new(wasm), Path::new(folder), name),
        ["lessons", folder] => pack::lessons(Path::new(folder)),
        ["program", file, out] => pack::program(Path::new(file), Path::new(out)),
        _ => Err(HELP.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("page-tools: {sentence}");
            ExitCode::FAILURE
        }
    }
}
