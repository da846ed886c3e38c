//! `node-lifecycle`: runs programs as `node` does, writes and explores traces.

mod code;
mod exploring;
mod fork;
mod program;
mod recording;
mod running;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use node::{CommandLine, Library};
use trace::{Profile, Settings};

const HELP: &str = "\
Runs a Node.js program inside Node Lifecycle's machine.

  node-lifecycle run [NODE'S OPTIONS] FILE [ARGUMENTS]
                                      stdout, stderr and exit code as `node FILE`
  node-lifecycle trace FILE -o OUT    runs it and writes its trace
  node-lifecycle explore FILE         one JSON line per outcome that real Node may have, with the choices that give it
  node-lifecycle reach FILE           reads JSON lines {\"stdout\", \"exit\"}; for each writes the outcome that comes to it on a busy
                                      computer, with the choices that give it, or null
  node-lifecycle run-many             reads JSON lines {\"path\", \"source\"}, writes JSON lines {\"stdout\", \"stderr\", \"exit\"}
  node-lifecycle record --out FOLDER  writes the traces of the lessons
  node-lifecycle code -o OUT [FILE …] writes what of Node's library these programs (else the lessons) call, compiled

  --profile 24      the Node version to follow: 18, 20, 22, 24 or 26
  --pool N          UV_THREADPOOL_SIZE, 1 to 1024
  --choices 0,1,…   which way to go where real Node may go either way
  --least N         code: how many of the programs must call a function (1)
  --most N          explore, reach: how many runs at the most (400)
  --library FILE    Node's own library (target/node-library/node-24.bin and its like)
  --no-code-cache   compile Node's modules as they are required, and keep nothing beside the library
  --recorded        run, run-many: record what happens, as in the page, and throw it away: nothing may come out otherwise
  --mount PATH      run: this file or folder is on the machine's disk, at its own path, instead of all in FILE's folder; may be repeated
  --stdin FILE      run, trace, explore, reach: what the program's standard input reads, as by `<`; - is this command's own
  --env NAME=VALUE  run: a variable of the environment; may be repeated
  --help            this text
";

/// What the command line asked for.
struct Options {
    positional: Vec<String>,
    settings: Settings,
    out: Option<PathBuf>,
    most: usize,
    least: u32,
    library: Option<PathBuf>,
    code_cache: bool,
    recorded: bool,
    command_line: CommandLine,
    mounts: Vec<PathBuf>,
    stdin: Option<PathBuf>,
}

fn main() -> ExitCode {
    // Programs may recurse as deep as V8 lets them: the engine's own stack must hold that.
    let (ended, end) = std::sync::mpsc::channel();
    let worker = std::thread::Builder::new().stack_size(512 << 20).spawn(move || {
        let code = options().and_then(|options| command(&options)).unwrap_or_else(|problem| {
            eprintln!("node-lifecycle: {problem}");
            9
        });
        // The process ends now: nobody waits for a thread to take all its objects apart.
        while ended.send(code).is_ok() {
            std::thread::park();
        }
    });
    ExitCode::from(worker.ok().and_then(|_worker| end.recv().ok()).unwrap_or(70))
}

fn options() -> Result<Options, String> {
    let mut options = Options {
        positional: Vec::new(),
        settings: Settings::default(),
        out: None,
        most: 400,
        least: 1,
        library: std::env::var_os("NODE_LIFECYCLE_LIBRARY").map(PathBuf::from),
        code_cache: true,
        recorded: false,
        command_line: CommandLine::default(),
        mounts: Vec::new(),
        stdin: None,
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
                    .ok_or_else(|| format!("there is no profile {text}; this version follows Node {}", majors()))?;
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
            "--least" => options.least = value()?.parse().map_err(|_| "--least takes a number".to_owned())?,
            "--library" => options.library = Some(PathBuf::from(value()?)),
            "--no-code-cache" => options.code_cache = false,
            "--recorded" => options.recorded = true,
            "-o" | "--out" => options.out = Some(PathBuf::from(value()?)),
            "--env" => {
                let text = value()?;
                let (name, value) = text.split_once('=').ok_or_else(|| format!("--env takes NAME=VALUE, not {text}"))?;
                options.command_line.environment.push((name.to_owned(), value.to_owned()));
            }
            "--stdin" => options.stdin = Some(PathBuf::from(value()?)),
            "--mount" => options.mounts.push(PathBuf::from(value()?)),
            _ => options.take(argument)?,
        }
    }
    Ok(options)
}

/// The release lines, as a sentence lists them.
fn majors() -> String {
    Profile::ALL.map(|profile| profile.major().to_string()).join(", ")
}

impl Options {
    /// A word that is no option of this command's own. For `run` it is Node's option before FILE and the program's argument behind it.
    fn take(&mut self, word: String) -> Result<(), String> {
        let is_run = self.positional.first().is_some_and(|command| command == "run");
        match self.positional.len() {
            1 if is_run && word.starts_with('-') => self.settings.options.push(word),
            2.. if is_run => self.command_line.arguments.push(word),
            _ if word.starts_with('-') => return Err(format!("unknown option {word}; see --help")),
            _ => self.positional.push(word),
        }
        Ok(())
    }
}

/// The library beside the project, wherever the command is run from.
fn default_library(profile: Profile) -> PathBuf {
    PathBuf::from(format!("{}/target/node-library/node-{}.bin", env!("CARGO_MANIFEST_DIR"), profile.major()))
}

fn command(options: &Options) -> Result<u8, String> {
    let file = || options.positional.get(1).map(Path::new).ok_or_else(|| "which FILE? See --help".to_owned());
    match options.positional.first().map(String::as_str) {
        Some("run") => running::run(file()?, options),
        Some("trace") => recording::write_trace(file()?, options),
        Some("explore") => exploring::every_outcome(file()?, options),
        Some("reach") => exploring::reach(file()?, options),
        Some("run-many") => exploring::run_many(options),
        Some("record") => recording::record(options),
        Some("code") => code::write_code_that_ran(options),
        Some("help") | None => {
            print!("{HELP}");
            Ok(0)
        }
        Some(other) => Err(format!("unknown command {other}; see --help")),
    }
}

fn library(options: &Options) -> Result<Library, String> {
    let file = options.library.clone().unwrap_or_else(|| default_library(options.settings.profile));
    let bytes = std::fs::read(&file)
        .map_err(|error| format!("Node's library is not at {} ({error}); `cargo xtask node-library` makes it", file.display()))?;
    let library = if options.code_cache { code::with_code(&bytes, &file) } else { Library::read(&bytes) };
    library.map_err(|error| format!("{}: {error}", file.display()))
}
