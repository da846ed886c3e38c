//! Programs in our own engine, for the tests that ask what the models of V8 say of them.

use std::rc::Rc;

use node::{Bounds, Engine, Library, Progress};
use trace::{File, OutputStream, Profile, Program, Settings, Trace};

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
    let path = format!("{}/target/node-library/node-{}.bin", env!("CARGO_MANIFEST_DIR"), profile.major());
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}; `cargo xtask setup` makes it"));
    Engine::boot(Library::read(&bytes).expect("Node's library")).expect("the engine boots")
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
