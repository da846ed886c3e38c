//! Running a program many times, and many programs: from copies of one booted engine.

use std::io::BufRead;
use std::path::Path;
use std::rc::Rc;

use node_lifecycle::machine::{ChoiceMade, Costs, explore, find};
use node_lifecycle::node::{Bounds, Engine};
use node_lifecycle::trace::{File, Program};

use crate::running::{finish, write};
use crate::{Options, fork, library, program};

/// What a run in a child process tells.
#[derive(serde::Serialize, serde::Deserialize)]
struct Ran {
    stdout: Vec<u8>,
    stderr: Vec<u8>,
    exit: i32,
    /// Where each write to stdout ends, and when it was.
    times: Vec<(usize, u64)>,
    choices: Vec<ChoiceMade>,
}

/// Runs a program in a copy of a booted engine.
fn run_copy(engine: &mut Engine, program: &Program) -> Result<Ran, String> {
    let bytes = fork::in_child(|| {
        let ran = engine.begin(program, Bounds::COMMAND_LINE, false).map(|()| {
            let ended = finish(engine);
            Ran { stdout: ended.stdout, stderr: ended.stderr, exit: ended.outcome.code, times: ended.times, choices: engine.choices_made() }
        });
        postcard::to_allocvec(&ran).unwrap_or_default()
    })?;
    postcard::from_bytes::<Result<Ran, String>>(&bytes).map_err(|error| format!("the run's result could not be read: {error}"))?
}

/// `explore`.
pub(crate) fn every_outcome(file: &Path, options: &Options) -> Result<u8, String> {
    let program = program::of_file(file, options.settings.clone())?;
    let mut engine = Engine::boot(library(options)?)?;
    let mut problem = None;
    let explorer = explore(options.most, |choices| {
        let mut program = program.clone();
        program.settings.choices = choices.to_vec();
        match run_copy(&mut engine, &program) {
            Ok(ran) => ((ran.stdout, ran.stderr, ran.exit), ran.choices),
            Err(error) => {
                problem = Some(error);
                ((Vec::new(), Vec::new(), 70), Vec::new())
            }
        }
    });
    if let Some(problem) = problem {
        return Err(problem);
    }
    for ((stdout, stderr, code), choices) in explorer.outcomes() {
        write(&mut std::io::stdout(), outcome_line(stdout, stderr, *code, Some(list(choices))).as_bytes())?;
    }
    if !explorer.is_complete() {
        eprintln!("node-lifecycle: stopped after {} runs; there may be more outcomes (--most N)", explorer.runs());
    }
    Ok(0)
}

/// What a run of real Node came to.
#[derive(serde::Deserialize)]
struct Wanted {
    stdout: String,
    exit: i32,
}

/// A piece of what a run comes to: a line of stdout, then how it ended.
#[derive(PartialEq)]
enum Piece {
    Line(Vec<u8>),
    Exit(i32),
}

/// `reach`: whether real Node's outcomes are among those that our machine can come to on a busy computer, where anything may be late. There are too many
/// of them to enumerate, so each is looked for.
pub(crate) fn reach(file: &Path, options: &Options) -> Result<u8, String> {
    let program = program::of_file(file, options.settings.clone())?;
    let mut engine = Engine::boot(library(options)?)?;
    engine.set_costs(Costs::on_a_busy_computer());
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        let Wanted { stdout, exit } =
            serde_json::from_str(&line).map_err(|error| format!("reach reads {{\"stdout\", \"exit\"}}, one a line: {error}"))?;
        let mut wanted: Vec<Piece> = stdout.as_bytes().split_inclusive(|byte| *byte == b'\n').map(|line| Piece::Line(line.to_vec())).collect();
        wanted.push(Piece::Exit(exit));
        let (mut last, mut problem) = (None, None);
        let found = find(&wanted, options.most, |choices| {
            let mut program = program.clone();
            program.settings.choices = choices.to_vec();
            match run_copy(&mut engine, &program) {
                Ok(ran) => {
                    let said = (pieces(&ran), ran.choices.clone());
                    last = Some(ran);
                    said
                }
                Err(error) => {
                    problem = Some(error);
                    (Vec::new(), Vec::new())
                }
            }
        });
        if let Some(problem) = problem {
            return Err(problem);
        }
        let line = match (found, last) {
            (Some(choices), Some(ran)) => outcome_line(&ran.stdout, &ran.stderr, ran.exit, Some(list(&choices))),
            _ => "null\n".to_owned(),
        };
        write(&mut std::io::stdout(), line.as_bytes())?;
    }
    Ok(0)
}

/// What a run came to, with the time of each piece.
fn pieces(ran: &Ran) -> Vec<(u64, Piece)> {
    let mut end = 0;
    let lines = ran.stdout.split_inclusive(|byte| *byte == b'\n').map(|line| {
        end += line.len();
        let at = ran.times.iter().find(|(written, _)| *written >= end).map_or(u64::MAX, |(_, at)| *at);
        (at, Piece::Line(line.to_vec()))
    });
    let mut pieces: Vec<_> = lines.collect();
    pieces.push((u64::MAX, Piece::Exit(ran.exit)));
    pieces
}

fn list(choices: &[u16]) -> String {
    choices.iter().map(u16::to_string).collect::<Vec<_>>().join(",")
}

/// A program of `run-many`.
#[derive(serde::Deserialize)]
struct Source {
    path: String,
    source: String,
}

/// The line that tells how a program ended.
fn outcome_line(stdout: &[u8], stderr: &[u8], exit: i32, choices: Option<String>) -> String {
    let mut line = serde_json::json!({ "stdout": String::from_utf8_lossy(stdout), "stderr": String::from_utf8_lossy(stderr), "exit": exit });
    if let Some(choices) = choices {
        line["choices"] = choices.into();
    }
    format!("{line}\n")
}

/// `run-many`.
pub(crate) fn run_many(options: &Options) -> Result<u8, String> {
    let mut engine = Engine::boot(library(options)?)?;
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        let Source { path, source } =
            serde_json::from_str(&line).map_err(|error| format!("run-many reads {{\"path\", \"source\"}}, one a line: {error}"))?;
        let file = File { path: Rc::from(path.as_str()), content: Rc::from(source.as_bytes()) };
        let program = Program { entry: file.path.clone(), files: vec![file], settings: options.settings.clone() };
        let ran = run_copy(&mut engine, &program)?;
        let line = outcome_line(&ran.stdout, &ran.stderr, ran.exit, None);
        write(&mut std::io::stdout(), line.as_bytes())?;
    }
    Ok(0)
}
