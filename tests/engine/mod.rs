//! Programs in our own engine, for the tests that ask what the models of V8 say of them.

use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use node::{Bounds, Engine, Library, Progress};
use trace::{File, OutputStream, Profile, Program, Settings, Trace};

#[path = "../../src/cli/fork.rs"]
mod fork;

/// What came of a run.
pub(crate) struct Ended {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
    /// Empty where nothing was recorded.
    pub trace: Trace,
}

/// An engine that runs one program; a copy of it by `fork` runs another.
pub(crate) fn boot(profile: Profile) -> Engine {
    let library = support::library(profile).unwrap_or_else(|sentence| panic!("{sentence}"));
    Engine::boot(Library::read(&library).expect("Node's library")).expect("the engine boots")
}

/// Runs a CommonJS program to its end.
///
/// # Errors
/// The engine's sentence for a program that it does not begin.
pub(crate) fn run(engine: &mut Engine, profile: Profile, options: &[String], source: &str, recording: bool) -> Result<Ended, String> {
    let file = File { path: Rc::from("/home/reader/main.cjs"), content: Rc::from(source.as_bytes()) };
    let program =
        Program { entry: file.path.clone(), files: vec![file], settings: Settings { profile, options: options.to_vec(), ..Settings::default() } };
    engine.begin(&program, Bounds::COMMAND_LINE, recording)?;
    let mut trace = Trace::new();
    let code = loop {
        let progress = engine.advance();
        trace.append(engine.take_chunk());
        if let Progress::Finished(outcome) = progress {
            break outcome.code;
        }
    };
    let mut text = |stream| String::from_utf8_lossy(&engine.take_output(stream)).into_owned();
    Ok(Ended { stdout: text(OutputStream::Stdout), stderr: text(OutputStream::Stderr), code, trace })
}

/// Records a CommonJS program in a copy of this process, so that the engine can run another; gives back what `describe` made of the run.
///
/// # Errors
/// A sentence where the program was not begun, ended with an error, or took its process with it.
pub(crate) fn record_apart<T: Serialize + DeserializeOwned>(
    engine: &mut Engine,
    profile: Profile,
    options: &[String],
    source: &str,
    describe: impl FnOnce(&Ended) -> T,
) -> Result<T, String> {
    let described = fork::in_child(|| {
        let ended = run(engine, profile, options, source, true).and_then(|ended| {
            let Ended { stdout, stderr, code, .. } = &ended;
            if *code == 0 && stderr.is_empty() { Ok(describe(&ended)) } else { Err(format!("exit {code}: {stdout}{stderr}")) }
        });
        serde_json::to_vec(&ended).expect("what is described can be written")
    })?;
    serde_json::from_slice(&described).unwrap_or_else(|error| Err(format!("what the copy wrote cannot be read: {error}")))
}
