//! The wire format against traces that are kept: `tests/wire_format/format-11.trace` was written in format 11, and so on.
//!
//! That of the present format has to decode to what a recording of `program.js` makes now; older ones have to be refused by their numbers.
//! `UPDATE=1 cargo test --test wire_format` writes that of the present format, when `FORMAT_VERSION` was raised or when other things are recorded.

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use node::{Bounds, Engine, Library, Progress};
use trace::{Chunk, DecodeError, FORMAT_VERSION, File, Profile, Program, Settings, decode_all, file_start, frame};

fn folder() -> PathBuf {
    support::project().join("tests/wire_format")
}

fn kept(version: u16) -> PathBuf {
    folder().join(format!("format-{version}.trace"))
}

/// Records the program as it is done now: a chunk after each advance.
fn recorded() -> Vec<Chunk> {
    let library = support::library(Profile::default()).unwrap_or_else(|sentence| panic!("{sentence}"));
    let mut engine = Engine::boot(Library::read(&library).expect("Node's library")).expect("the engine boots");
    let content = fs::read(folder().join("program.js")).expect("the program is there");
    let file = File { path: Rc::from("/home/reader/program.js"), content: Rc::from(content) };
    let program = Program { entry: file.path.clone(), files: vec![file], settings: Settings::default() };
    engine.begin(&program, Bounds::PAGE, true).expect("the program begins");
    let mut chunks = Vec::new();
    loop {
        let progress = engine.advance();
        chunks.push(engine.take_chunk());
        if let Progress::Finished(outcome) = progress {
            assert_eq!(outcome.code, 0, "the program ends well");
            return chunks;
        }
    }
}

#[test]
fn the_kept_trace_is_what_a_recording_makes() {
    support::on_a_deep_stack(|| {
        let path = kept(FORMAT_VERSION);
        let chunks = recorded();
        if support::asks_to_update() {
            if let Ok(bytes) = fs::read(&path) {
                let is_read = decode_all(&bytes).is_ok();
                assert!(is_read, "{} is not read any more: raise FORMAT_VERSION in src/trace/encoding.rs first", path.display());
            }
            let bytes = chunks.iter().fold(file_start(), |mut bytes, chunk| {
                bytes.extend(frame(chunk));
                bytes
            });
            fs::write(&path, bytes).expect("the trace is written");
        }
        let accept = "`UPDATE=1 cargo test --test wire_format` writes it";
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; {accept}", path.display()));
        let read = decode_all(&bytes).unwrap_or_else(|error| panic!("{}: {error}: the format changed and FORMAT_VERSION did not", path.display()));
        assert_eq!(read.len(), chunks.len(), "other chunks; {accept}");
        for (read, chunk) in read.iter().zip(&chunks) {
            let events = |chunk: &Chunk| chunk.steps.iter().map(|step| format!("{:?}", step.event)).collect::<Vec<_>>().join("\n");
            let (before, now) = (events(read), events(chunk));
            assert!(before == now, "other events than in the kept trace; {accept}\n{}", support::difference(&before, &now));
            assert!(read == chunk, "the same events, and other times or tables than in the kept trace; {accept}");
        }
    });
}

#[test]
fn older_formats_are_refused_by_their_numbers() {
    let mut older = vec![FORMAT_VERSION - 1];
    for entry in fs::read_dir(folder()).expect("the folder is there") {
        let name = entry.expect("a folder can be listed").file_name().to_string_lossy().into_owned();
        let version = name.strip_prefix("format-").and_then(|rest| rest.strip_suffix(".trace")).and_then(|version| version.parse::<u16>().ok());
        older.extend(version.filter(|version| *version != FORMAT_VERSION));
    }
    for version in older {
        let header = || [b"NLTR".as_slice(), &version.to_le_bytes(), &[1, 0, 0, 0, 0]].concat();
        let bytes = fs::read(kept(version)).unwrap_or_else(|_| header());
        let error = decode_all(&bytes).expect_err("another version is not read");
        assert_eq!(error, DecodeError::Version(version));
        assert_eq!(error.to_string(), format!("this run was recorded in format {version}, and this page reads format {FORMAT_VERSION}"));
    }
}
