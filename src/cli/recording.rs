//! Writing traces.

use std::path::Path;

use node::{Bounds, Engine, Outcome, Progress, sentence};
use trace::{self, Chunk, Program};

use crate::{Options, library, program};

/// The whole trace of a program, as a file's bytes.
fn trace_of(program: &Program, options: &Options) -> Result<(Vec<u8>, Outcome), String> {
    let mut engine = Engine::boot(library(options)?)?;
    engine.begin(program, Bounds::PAGE, true)?;
    let mut bytes = trace::file_start();
    let mut chunk = Chunk::default();
    let outcome = loop {
        let progress = engine.advance();
        chunk.append(engine.take_chunk());
        if let Progress::Finished(outcome) = progress {
            break outcome;
        }
    };
    bytes.extend(trace::frame(&chunk));
    Ok((bytes, outcome))
}

/// `trace`: writes the trace of a program.
pub(crate) fn write_trace(file: &Path, options: &Options) -> Result<u8, String> {
    let out = options.out.as_ref().ok_or("trace needs -o OUT")?;
    let program = program::asked_for(file, options)?;
    let (bytes, outcome) = trace_of(&program, options)?;
    std::fs::write(out, &bytes).map_err(|error| format!("{}: {error}", out.display()))?;
    let steps: usize = trace::decode_all(&bytes).map_err(|error| error.to_string())?.iter().map(|chunk| chunk.steps.len()).sum();
    println!("{steps} steps, {} bytes, exit code {}", bytes.len(), outcome.code);
    if let Some(limit) = outcome.cut {
        println!("{}", sentence(limit));
    }
    Ok(0)
}

/// `record`: the traces of all lessons.
pub(crate) fn record(options: &Options) -> Result<u8, String> {
    let out = options.out.as_ref().ok_or("record needs --out FOLDER")?;
    std::fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for lesson in lesson::all() {
        let (bytes, outcome) = trace_of(&lesson.program(), options)?;
        let file = out.join(format!("{}.trace", lesson.id));
        std::fs::write(&file, &bytes).map_err(|error| format!("{}: {error}", file.display()))?;
        println!("{}: {} bytes, exit code {}", file.display(), bytes.len(), outcome.code);
    }
    Ok(0)
}
