//! The process that runs the texts: each in a child that starts as a copy of the booted engine, so that one that dies takes nothing along.

use std::io::{BufRead, Write, stdin, stdout};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

use node::{Bounds, Engine, Library, Progress};
use player::{caption, sentence_text};
use scene::{View, scene};
use trace::{File, Profile, Program, Settings, StepId, Trace, decode, encode};

#[path = "../../src/cli/fork.rs"]
mod fork;

/// The last panic and its place.
static PANIC: Mutex<String> = Mutex::new(String::new());
/// How many steps of a run are told and drawn.
const LOOKED_AT: usize = 120;
/// Steps in a chunk, about.
const CHUNK: usize = 4_000;

/// Reads a JSON string from each line; writes a line that begins with `ran` for each, or how it died.
pub fn serve() -> ExitCode {
    set_hook(Box::new(|panic| {
        if let Ok(mut said) = PANIC.lock() {
            *said = panic.to_string().replace('\n', " ");
        }
    }));
    // The stack that the page's engine has is far smaller, as are its frames: this build is not optimised.
    let answered = thread::Builder::new().stack_size(2 << 30).spawn(answer_all).map(thread::JoinHandle::join);
    match answered {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        Ok(Ok(Err(sentence))) => {
            println!("{sentence}");
            ExitCode::FAILURE
        }
        _ => ExitCode::FAILURE,
    }
}

fn answer_all() -> Result<(), String> {
    let mut engine = Engine::boot(Library::read(&support::library(Profile::default())?).map_err(|error| error.to_string())?)?;
    for line in stdin().lock().lines() {
        let text: String = serde_json::from_str(&line.map_err(|error| error.to_string())?).map_err(|error| error.to_string())?;
        let answer = fork::in_child(|| {
            let ran = catch_unwind(AssertUnwindSafe(|| run(&mut engine, &text)));
            let answer = ran.unwrap_or_else(|_| Err(PANIC.lock().map(|said| said.clone()).unwrap_or_default()));
            answer.unwrap_or_else(|sentence| sentence).into_bytes()
        });
        let answer = answer.map_or_else(|sentence| sentence, |bytes| String::from_utf8_lossy(&bytes).into_owned());
        writeln!(stdout(), "{answer}").map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// As the page does: recorded, in chunks that are written and read back, then looked at here and there.
fn run(engine: &mut Engine, text: &str) -> Result<String, String> {
    let file = File { path: Rc::from("/home/reader/main.js"), content: Rc::from(text.as_bytes()) };
    let program = Program { entry: file.path.clone(), files: vec![file], settings: Settings::default() };
    engine.begin(&program, Bounds::PAGE, true)?;
    let mut trace = Trace::new();
    loop {
        let finished = engine.advance() != Progress::More;
        if finished || engine.steps_waiting() >= CHUNK {
            let chunk = decode(&encode(&engine.take_chunk())).map_err(|error| format!("a chunk can't be read back: {error}"))?;
            trace.append(chunk);
        }
        if finished {
            break;
        }
    }
    let steps = trace.steps().len();
    for step in (0..steps).step_by((steps / LOOKED_AT).max(1)) {
        let snapshot = trace.snapshot(StepId(u32::try_from(step).unwrap_or(u32::MAX)));
        let drawn = [(View::Whole, 988.0, 676.0), (View::Loop, 390.0, 330.0), (View::Heap, 390.0, 330.0)]
            .map(|(view, width, height)| scene(&trace, &snapshot, view, width, height));
        if sentence_text(&caption(&trace, &snapshot).sentence).is_empty() || drawn.iter().any(|scene| scene.layers.is_empty()) {
            return Err(format!("step {step} has no sentence or no picture"));
        }
    }
    Ok(format!("ran {steps}"))
}
