//! Running one program many times, or many programs, each in a copy of one booted engine.

use std::io::BufRead;
use std::path::Path;
use std::rc::Rc;

use machine::{Costs, find};
use node::{Bounds, Engine, Exploring, FinishedRun, RunOutput};
use trace::{File, Program, Way};

use crate::running::{finish, write};
use crate::{Options, fork, library, program};

/// The outcome of a run, as a child process sends it.
#[derive(serde::Serialize, serde::Deserialize)]
struct Ran {
    finished: FinishedRun,
    /// The length of stdout after each write, and the write's virtual nanosecond.
    times: Vec<(usize, u64)>,
}

/// Runs a program in a copy of a booted engine.
fn run_copy(engine: &mut Engine, program: &Program, recorded: bool) -> Result<Ran, String> {
    let bytes = fork::in_child(|| {
        let ran = engine.begin(program, Bounds::COMMAND_LINE, recorded).map(|()| {
            finish(engine);
            let times = engine.stdout_times();
            Ran { finished: engine.finished_run(), times }
        });
        postcard::to_allocvec(&ran).unwrap_or_default()
    })?;
    postcard::from_bytes::<Result<Ran, String>>(&bytes).map_err(|error| format!("the run's result could not be read: {error}"))?
}

/// `explore`: prints every outcome that a program may have.
pub(crate) fn every_outcome(file: &Path, options: &Options) -> Result<u8, String> {
    let mut engine = Engine::boot(library(options)?)?;
    let mut exploring = Exploring::new(program::asked_for(file, options)?, options.most);
    while let Some(program) = exploring.next_program() {
        exploring.note(run_copy(&mut engine, &program, false)?.finished);
    }
    let found = exploring.found();
    for Way { stdout, stderr, exit, choices } in &found.ways {
        write(&mut std::io::stdout(), outcome_line(stdout, stderr, *exit, Some(list(choices))).as_bytes())?;
    }
    if !found.complete {
        eprintln!("node-lifecycle: stopped after {} runs; there may be more outcomes (--most N)", found.runs);
    }
    Ok(0)
}

/// The outcome of a run of real Node.
#[derive(serde::Deserialize)]
struct Wanted {
    stdout: String,
    exit: i32,
}

/// A piece of an outcome: a line of stdout, or at last the end of the run.
#[derive(PartialEq)]
enum Piece {
    Line(Vec<u8>),
    Exit(i32),
}

/// `reach`: answers whether real Node's outcomes are among those that our machine can come to on a busy computer, where anything may be late. There are too
/// many to enumerate, so each is looked for.
pub(crate) fn reach(file: &Path, options: &Options) -> Result<u8, String> {
    let program = program::asked_for(file, options)?;
    let mut engine = Engine::boot(library(options)?)?;
    engine.set_costs(Costs::of(options.settings.profile).on_a_busy_computer());
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
            match run_copy(&mut engine, &program, false) {
                Ok(ran) => {
                    let said = (pieces(&ran), ran.finished.choices.clone());
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
            (Some(choices), Some(ran)) => output_line(&ran.finished.output, Some(list(&choices))),
            _ => "null\n".to_owned(),
        };
        write(&mut std::io::stdout(), line.as_bytes())?;
    }
    Ok(0)
}

/// The pieces of an outcome, each with its virtual nanosecond.
fn pieces(ran: &Ran) -> Vec<(u64, Piece)> {
    let mut end = 0;
    let lines = ran.finished.output.stdout.split_inclusive(|byte| *byte == b'\n').map(|line| {
        end += line.len();
        let at = ran.times.iter().find(|(written, _)| *written >= end).map_or(u64::MAX, |(_, at)| *at);
        (at, Piece::Line(line.to_vec()))
    });
    let mut pieces: Vec<_> = lines.collect();
    pieces.push((u64::MAX, Piece::Exit(ran.finished.output.exit)));
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

fn output_line(output: &RunOutput, choices: Option<String>) -> String {
    outcome_line(&String::from_utf8_lossy(&output.stdout), &String::from_utf8_lossy(&output.stderr), output.exit, choices)
}

/// The line about the end of a program.
fn outcome_line(stdout: &str, stderr: &str, exit: i32, choices: Option<String>) -> String {
    let mut line = serde_json::json!({ "stdout": stdout, "stderr": stderr, "exit": exit });
    if let Some(choices) = choices {
        line["choices"] = choices.into();
    }
    format!("{line}\n")
}

/// `run-many`: runs each program that standard input names, and prints its outcome.
pub(crate) fn run_many(options: &Options) -> Result<u8, String> {
    let mut engine = Engine::boot(library(options)?)?;
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        let Source { path, source } =
            serde_json::from_str(&line).map_err(|error| format!("run-many reads {{\"path\", \"source\"}}, one a line: {error}"))?;
        let file = File { path: Rc::from(path.as_str()), content: Rc::from(source.as_bytes()) };
        let program = Program { entry: file.path.clone(), files: vec![file], settings: options.settings.clone() };
        let ran = run_copy(&mut engine, &program, options.recorded)?;
        let line = output_line(&ran.finished.output, None);
        write(&mut std::io::stdout(), line.as_bytes())?;
    }
    Ok(0)
}
