//! `node-lifecycle`: runs programs as `node` does, and writes traces.

use std::io::Write;
use std::process::ExitCode;
use std::rc::Rc;

use node_lifecycle::node::{Bounds, Engine, Library, Progress};
use node_lifecycle::trace::{File, OutputStream, Program, Settings};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let file = arguments.get(1).expect("run FILE");
    let library = std::fs::read(std::env::var("NODE_LIBRARY").unwrap_or_else(|_| "target/node-library/node-24.bin".to_owned())).expect("library");
    let start = std::time::Instant::now();
    let mut engine = Engine::boot(Library::read(&library).expect("library")).unwrap_or_else(|e| {
        eprintln!("{e}");
        std::process::exit(70)
    });
    if std::env::var("TIME").is_ok() {
        eprintln!("boot {:?}", start.elapsed());
    }
    let path = std::fs::canonicalize(file).expect("file");
    let entry: Rc<str> = Rc::from(path.to_string_lossy());
    let program = Program {
        entry: entry.clone(),
        files: vec![File { path: entry, content: Rc::from(std::fs::read(&path).expect("file")) }],
        settings: Settings::default(),
    };
    engine.begin(&program, Bounds::COMMAND_LINE, arguments[0] == "trace").expect("begin");
    loop {
        let progress = engine.advance();
        std::io::stdout().write_all(&engine.take_output(OutputStream::Stdout)).expect("stdout");
        std::io::stderr().write_all(&engine.take_output(OutputStream::Stderr)).expect("stderr");
        if let Progress::Finished(outcome) = progress {
            if let Some(cut) = outcome.cut {
                eprintln!("cut: {cut:?}");
            }
            return ExitCode::from(u8::try_from(outcome.code).unwrap_or(1));
        }
    }
}
