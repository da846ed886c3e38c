//! Running a program to its end.

use std::io::Write;
use std::path::Path;

use node_lifecycle::node::{Bounds, Engine, Outcome, Progress, sentence};
use node_lifecycle::trace::OutputStream;

use crate::{Options, library, program};

/// `run`: as `node FILE`.
pub(crate) fn run(file: &Path, options: &Options) -> Result<u8, String> {
    let program = match options.mounts.as_slice() {
        [] => program::of_file(file, options.settings.clone())?,
        mounts => program::with_mounts(file, mounts, options.settings.clone())?,
    };
    let mut engine = Engine::boot(library(options)?)?;
    engine.set_command_line(options.command_line.clone());
    engine.begin(&program, Bounds::COMMAND_LINE, false)?;
    loop {
        let progress = engine.advance();
        write(&mut std::io::stdout(), &engine.take_output(OutputStream::Stdout))?;
        write(&mut std::io::stderr(), &engine.take_output(OutputStream::Stderr))?;
        if let Progress::Finished(outcome) = progress {
            if let Some(limit) = outcome.cut {
                eprintln!("node-lifecycle: {}", sentence(limit));
            }
            return Ok(u8::try_from(outcome.code).unwrap_or(1));
        }
    }
}

pub(crate) fn write(stream: &mut dyn Write, bytes: &[u8]) -> Result<(), String> {
    stream.write_all(bytes).and_then(|()| stream.flush()).map_err(|error| format!("the output can't be written: {error}"))
}

/// How a run ended, and what it wrote.
pub(crate) struct Ended {
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: Vec<u8>,
    /// For each write to stdout: where it ends in it, and when it was, in virtual nanoseconds.
    pub(crate) times: Vec<(usize, u64)>,
    pub(crate) outcome: Outcome,
}

/// Runs a program to its end.
pub(crate) fn finish(engine: &mut Engine) -> Ended {
    loop {
        if let Progress::Finished(outcome) = engine.advance() {
            let times = engine.stdout_times();
            return Ended { stdout: engine.take_output(OutputStream::Stdout), stderr: engine.take_output(OutputStream::Stderr), times, outcome };
        }
    }
}
