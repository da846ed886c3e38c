//! Running a program to its end.

use std::io::Write;
use std::path::Path;

use node::{Bounds, Engine, Progress, sentence};
use trace::OutputStream;

use crate::{Options, library, program};

/// `run`: as `node FILE`.
pub(crate) fn run(file: &Path, options: &Options) -> Result<u8, String> {
    let program = match options.mounts.as_slice() {
        [] => program::of_file(file, options.settings.clone())?,
        mounts => program::with_mounts(file, mounts, options.settings.clone())?,
    };
    let program = program::redirected(program, options.stdin.as_deref())?;
    let mut engine = Engine::boot(library(options)?)?;
    engine.set_command_line(options.command_line.clone());
    engine.begin(&program, Bounds::COMMAND_LINE, options.recorded)?;
    loop {
        let progress = engine.advance();
        if options.recorded {
            drop(engine.take_chunk());
        }
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

/// Runs a program to its end.
pub(crate) fn finish(engine: &mut Engine) {
    while engine.advance() == Progress::More {}
}
