//! `node-lifecycle`: runs programs as `node` does, writes and explores traces.

mod exploring;
mod fork;
mod program;
mod recording;
mod running;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use node_lifecycle::node::Library;
use node_lifecycle::trace::{Profile, Settings};

const HELP: &str = "\
Runs a Node.js program inside Node Lifecycle's machine.

  node-lifecycle run FILE             stdout, stderr and exit code as `node FILE`
  node-lifecycle trace FILE -o OUT    runs it and writes its trace
  node-lifecycle explore FILE         one JSON line per outcome that real Node may have, with the choices that give it
  node-lifecycle reach FILE           reads JSON lines {\"stdout\", \"exit\"}; for each writes the outcome that comes to it on a busy
                                      computer, with the choices that give it, or null
  node-lifecycle run-many             reads JSON lines {\"path\", \"source\"}, writes JSON lines {\"stdout\", \"stderr\", \"exit\"}
  node-lifecycle record --out FOLDER  writes the traces of the lessons

  --profile 24      the Node version to follow: 20, 22, 24 or 26
  --pool N          UV_THREADPOOL_SIZE, 1 to 1024
  --choices 0,1,…   which way to go where real Node may go either way
  --most N          explore, reach: how many runs at the most (400)
  --library FILE    Node's own library (target/node-library/node-24.bin and its like)
  --help            this text
";

/// What the command line asked for.
struct Options {
    positional: Vec<String>,
    settings: Settings,
    out: Option<PathBuf>,
    most: usize,
    library: Option<PathBuf>,
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
        library: std::env::var_os("NODE_LIFECYCLE_LIBRARY").map(PathBuf::from),
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
            "--library" => options.library = Some(PathBuf::from(value()?)),
            "-o" | "--out" => options.out = Some(PathBuf::from(value()?)),
            _ if argument.starts_with('-') => return Err(format!("unknown option {argument}; see --help")),
            _ => options.positional.push(argument),
        }
    }
    Ok(options)
}

/// `24, 22, 20`.
fn majors() -> String {
    Profile::ALL.map(|profile| profile.major().to_string()).join(", ")
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
    Library::read(&bytes).map_err(|error| format!("{}: {error}", file.display()))
}
