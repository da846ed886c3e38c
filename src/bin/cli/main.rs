//! `node-lifecycle`: runs programs as `node` does, writes and explores traces.

mod fork;

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use node_lifecycle::lesson;
use node_lifecycle::machine::{ChoiceMade, explore};
use node_lifecycle::node::{Bounds, Engine, Library, Outcome, Progress, sentence};
use node_lifecycle::trace::{self, Chunk, File, OutputStream, Profile, Program, Settings};

const HELP: &str = "\
Runs a Node.js program inside Node Lifecycle's machine.

  node-lifecycle run FILE             stdout, stderr and exit code as `node FILE`
  node-lifecycle trace FILE -o OUT    runs it and writes its trace
  node-lifecycle explore FILE         one JSON line per outcome that real Node may have, with the choices that give it
  node-lifecycle run-many             reads JSON lines {\"path\", \"source\"}, writes JSON lines {\"stdout\", \"stderr\", \"exit\"}
  node-lifecycle record --out FOLDER  writes the traces of the lessons

  --profile 24      the Node version to follow
  --pool N          UV_THREADPOOL_SIZE, 1 to 1024
  --choices 0,1,…   which way to go where real Node may go either way
  --most N          explore: how many runs at the most (400)
  --library FILE    Node's own library (target/node-library/node-24.bin)
  --help            this text
";

/// What the command line asked for.
struct Options {
    positional: Vec<String>,
    settings: Settings,
    out: Option<PathBuf>,
    most: usize,
    library: PathBuf,
}

fn main() -> ExitCode {
    // Programs may recurse as deep as V8 lets them: the engine's own stack must hold that.
    let worker = std::thread::Builder::new().stack_size(512 << 20).spawn(|| match options().and_then(|options| command(&options)) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("node-lifecycle: {problem}");
            9
        }
    });
    let code = worker.ok().and_then(|worker| worker.join().ok()).unwrap_or(70);
    ExitCode::from(code)
}

fn options() -> Result<Options, String> {
    let mut options = Options {
        positional: Vec::new(),
        settings: Settings::default(),
        out: None,
        most: 400,
        library: PathBuf::from(std::env::var("NODE_LIFECYCLE_LIBRARY").unwrap_or_else(|_| default_library())),
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value; see --help"));
        match argument.as_str() {
            "--help" | "-h" => options.positional.insert(0, "help".to_owned()),
            "--profile" => {
                let text = value()?;
                options.settings.profile = text
                    .parse()
                    .ok()
                    .and_then(Profile::of_major)
                    .ok_or_else(|| format!("there is no profile {text}; this version follows Node 24"))?;
            }
            "--pool" => {
                let text = value()?;
                options.settings.pool_size = text
                    .parse()
                    .ok()
                    .filter(|size| (1..=1024).contains(size))
                    .ok_or_else(|| format!("--pool takes a number from 1 to 1024, not {text}"))?;
            }
            "--choices" => {
                let text = value()?;
                options.settings.choices = text
                    .split(',')
                    .filter(|part| !part.is_empty())
                    .map(|part| part.trim().parse().map_err(|_| format!("--choices takes numbers between commas, not {part}")))
                    .collect::<Result<_, _>>()?;
            }
            "--most" => options.most = value()?.parse().map_err(|_| "--most takes a number".to_owned())?,
            "--library" => options.library = PathBuf::from(value()?),
            "-o" | "--out" => options.out = Some(PathBuf::from(value()?)),
            _ if argument.starts_with('-') => return Err(format!("unknown option {argument}; see --help")),
            _ => options.positional.push(argument),
        }
    }
    Ok(options)
}

/// The library beside the project, wherever the command is run from.
fn default_library() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/target/node-library/node-24.bin").to_owned()
}

fn command(options: &Options) -> Result<u8, String> {
    let file = || options.positional.get(1).map(Path::new).ok_or_else(|| "which FILE? See --help".to_owned());
    match options.positional.first().map(String::as_str) {
        Some("run") => run(file()?, options),
        Some("trace") => write_trace(file()?, options),
        Some("explore") => explore_outcomes(file()?, options),
        Some("run-many") => run_many(options),
        Some("record") => record(options),
        Some("help") | None => {
            print!("{HELP}");
            Ok(0)
        }
        Some(other) => Err(format!("unknown command {other}; see --help")),
    }
}

fn library(options: &Options) -> Result<Library, String> {
    let bytes = std::fs::read(&options.library)
        .map_err(|error| format!("Node's library is not at {} ({error}); `cargo xtask node-library` makes it", options.library.display()))?;
    Library::read(&bytes).map_err(|error| format!("{}: {error}", options.library.display()))
}

/// The program whose entry is `file`, with the files of its folder on the machine's disk.
fn program(file: &Path, settings: Settings) -> Result<Program, String> {
    let entry = std::fs::canonicalize(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let folder = entry.parent().unwrap_or(Path::new("/"));
    let mut files = Vec::new();
    gather(folder, &mut files);
    let path: Rc<str> = Rc::from(entry.to_string_lossy());
    if !files.iter().any(|file: &File| file.path == path) {
        let content = std::fs::read(&entry).map_err(|error| format!("{}: {error}", entry.display()))?;
        files.push(File { path: path.clone(), content: Rc::from(content) });
    }
    Ok(Program { entry: path, files, settings })
}

/// What goes onto the machine's disk of a program's folder: its own files first, then those of the folders in it, level by level.
const MOST_FILES: usize = 2000;
const MOST_BYTES: u64 = 32 << 20;
const DEEPEST: usize = 6;

fn gather(folder: &Path, files: &mut Vec<File>) {
    let mut level = vec![folder.to_owned()];
    let mut bytes = 0;
    for _ in 0..DEEPEST {
        let mut next = Vec::new();
        for folder in level {
            let Ok(entries) = std::fs::read_dir(folder) else {
                continue;
            };
            let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            paths.sort();
            for path in paths {
                let Ok(metadata) = std::fs::symlink_metadata(&path) else {
                    continue;
                };
                if metadata.is_dir() {
                    next.push(path);
                } else if metadata.is_file() && files.len() < MOST_FILES && bytes + metadata.len() <= MOST_BYTES {
                    let Ok(content) = std::fs::read(&path) else {
                        continue;
                    };
                    bytes += metadata.len();
                    files.push(File { path: Rc::from(path.to_string_lossy()), content: Rc::from(content) });
                }
            }
        }
        level = next;
    }
}

fn run(file: &Path, options: &Options) -> Result<u8, String> {
    let program = program(file, options.settings.clone())?;
    let mut engine = Engine::boot(library(options)?)?;
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

fn write(stream: &mut dyn Write, bytes: &[u8]) -> Result<(), String> {
    stream.write_all(bytes).and_then(|()| stream.flush()).map_err(|error| format!("the output can't be written: {error}"))
}

/// Runs a program to its end: what it wrote, and how it ended.
fn finish(engine: &mut Engine) -> (Vec<u8>, Vec<u8>, Outcome) {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    loop {
        let progress = engine.advance();
        stdout.extend(engine.take_output(OutputStream::Stdout));
        stderr.extend(engine.take_output(OutputStream::Stderr));
        if let Progress::Finished(outcome) = progress {
            return (stdout, stderr, outcome);
        }
    }
}

/// The whole trace of a program, as a file's bytes.
fn trace_of(program: &Program, options: &Options) -> Result<(Vec<u8>, Outcome), String> {
    let mut engine = Engine::boot(library(options)?)?;
    engine.begin(program, Bounds::PAGE, true)?;
    let mut bytes = trace::file_start();
    let mut chunk = Chunk::default();
    let outcome = loop {
        let progress = engine.advance();
        let mut next = engine.take_chunk();
        if chunk.header.is_none() {
            chunk = next;
        } else {
            chunk.scripts.append(&mut next.scripts);
            chunk.functions.append(&mut next.functions);
            chunk.sites.append(&mut next.sites);
            chunk.texts.append(&mut next.texts);
            chunk.values.append(&mut next.values);
            chunk.steps.append(&mut next.steps);
            chunk.last |= next.last;
        }
        if let Progress::Finished(outcome) = progress {
            break outcome;
        }
    };
    bytes.extend(trace::frame(&chunk));
    Ok((bytes, outcome))
}

fn write_trace(file: &Path, options: &Options) -> Result<u8, String> {
    let out = options.out.as_ref().ok_or("trace needs -o OUT")?;
    let (bytes, outcome) = trace_of(&program(file, options.settings.clone())?, options)?;
    std::fs::write(out, &bytes).map_err(|error| format!("{}: {error}", out.display()))?;
    let steps: usize = trace::decode_all(&bytes).map_err(|error| error.to_string())?.iter().map(|chunk| chunk.steps.len()).sum();
    println!("{steps} steps, {} bytes, exit code {}", bytes.len(), outcome.code);
    if let Some(limit) = outcome.cut {
        println!("{}", sentence(limit));
    }
    Ok(0)
}

/// What a run in a child process tells.
#[derive(serde::Serialize, serde::Deserialize)]
struct Ran {
    stdout: Vec<u8>,
    stderr: Vec<u8>,
    exit: i32,
    choices: Vec<ChoiceMade>,
}

/// Runs a program in a copy of a booted engine.
fn run_copy(engine: &mut Engine, program: &Program) -> Result<Ran, String> {
    let bytes = fork::in_child(|| {
        let ran = engine.begin(program, Bounds::COMMAND_LINE, false).map(|()| {
            let (stdout, stderr, outcome) = finish(engine);
            Ran { stdout, stderr, exit: outcome.code, choices: engine.choices_made() }
        });
        postcard::to_allocvec(&ran).unwrap_or_default()
    })?;
    postcard::from_bytes::<Result<Ran, String>>(&bytes).map_err(|error| format!("the run's result could not be read: {error}"))?
}

fn explore_outcomes(file: &Path, options: &Options) -> Result<u8, String> {
    let program = program(file, options.settings.clone())?;
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
        let choices: Vec<String> = choices.iter().map(u16::to_string).collect();
        write(&mut std::io::stdout(), outcome_line(stdout, stderr, *code, Some(choices.join(","))).as_bytes())?;
    }
    if !explorer.is_complete() {
        eprintln!("node-lifecycle: stopped after {} runs; there may be more outcomes (--most N)", explorer.runs());
    }
    Ok(0)
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

fn run_many(options: &Options) -> Result<u8, String> {
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

fn record(options: &Options) -> Result<u8, String> {
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
