//! The two programs that are compared: the pinned real node, and ours.

use super::{Outcome, Result, process};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;
use trace::Profile;

/// Real node.
pub struct Oracle {
    pub binary: PathBuf,
    /// As `node --version` says it.
    pub version: String,
}

impl Oracle {
    const LIMIT: Duration = Duration::from_secs(20);

    /// A young generation that no test program fills. V8's collector is the one thing in a run that depends on how much was allocated: its task
    /// runs in the poll phase inside a callback scope, which drains what an exception in a tick had left for after the immediates.
    pub const FLAGS: [&str; 2] = ["--min-semi-space-size=64", "--max-semi-space-size=64"];

    /// That of this profile.
    pub fn find(profile: Profile) -> Result<Self> {
        let binary = support::real_node(profile)?;
        let version = process::run(Command::new(&binary).arg("--version"), Self::LIMIT)?.stdout.trim().to_owned();
        Ok(Self { binary, version })
    }

    pub fn run(&self, file: &Path) -> Result<Outcome> {
        let outcome = node_like(&self.binary, file, Self::LIMIT)?;
        if outcome.exit == Outcome::TIMED_OUT {
            return Err(format!("real node did not end within {} s", Self::LIMIT.as_secs()));
        }
        Ok(outcome)
    }
}

/// The program under test.
pub enum Ours {
    /// `node-lifecycle`, and the profile that it follows.
    Engine(PathBuf, Profile),
    /// Another real node in its place (`OURS=…/node`): the harness checks itself.
    Node(PathBuf),
}

impl Ours {
    const LIMIT: Duration = Duration::from_secs(60);

    /// `OURS`, or the binary that cargo built beside this test.
    pub fn find(profile: Profile) -> Result<Self> {
        let binary = support::native_program(option_env!("CARGO_BIN_EXE_node-lifecycle"))?;
        let is_node = binary.file_name().is_some_and(|name| name == "node");
        Ok(if is_node { Self::Node(binary) } else { Self::Engine(binary, profile) })
    }

    /// Runs a file as `node FILE` would.
    pub fn run(&self, file: &Path) -> Result<Outcome> {
        match self {
            Self::Node(binary) => node_like(binary, file, Self::LIMIT),
            Self::Engine(binary, profile) => {
                process::run(in_its_folder(asked(binary, *profile, "run").args(redirection(file)).args(options(file)).arg(file), file), Self::LIMIT)
            }
        }
    }

    /// As `run`, while all of it is recorded as in the page: which must change nothing.
    pub fn run_recorded(&self, file: &Path) -> Result<Outcome> {
        match self {
            Self::Node(_) => self.run(file),
            Self::Engine(binary, profile) => {
                process::run(in_its_folder(asked(binary, *profile, "run").arg("--recorded").args(options(file)).arg(file), file), Self::LIMIT)
            }
        }
    }

    /// Each outcome that our explorer reaches; `None` where real node stands in for ours and can't say.
    pub fn explore(&self, file: &Path) -> Result<Option<Vec<Outcome>>> {
        let Self::Engine(binary, profile) = self else { return Ok(None) };
        let said = process::run(in_its_folder(asked(binary, *profile, "explore").args(redirection(file)).arg(file), file), Self::LIMIT * 4)?;
        if said.exit != 0 {
            return Err(format!("`explore` ended with {}: {}", said.exit, said.stderr.lines().next().unwrap_or_default()));
        }
        let outcomes = said.stdout.lines().map(|line| {
            let value: Value = serde_json::from_str(line).map_err(|error| format!("`explore` printed {line}: {error}"))?;
            Outcome::from_json(&value).ok_or_else(|| format!("`explore` printed {line}"))
        });
        outcomes.collect::<Result<Vec<_>>>().map(Some)
    }

    /// For each outcome of real node: the one equal to it that our machine comes to on a busy computer, if there is one.
    pub fn reach(&self, file: &Path, outcomes: &[Outcome]) -> Result<Vec<Option<Outcome>>> {
        let Self::Engine(binary, profile) = self else { return Ok(outcomes.iter().map(|outcome| Some(outcome.clone())).collect()) };
        let mut command = asked(binary, *profile, "reach");
        in_its_folder(command.args(redirection(file)).arg(file), file);
        let lines: String = outcomes.iter().map(|outcome| outcome.to_json().to_string() + "\n").collect();
        let mut found = Vec::new();
        for line in answers(command, lines)? {
            let value: Value = serde_json::from_str(&line?).map_err(|error| format!("`reach` printed something else: {error}"))?;
            found.push(Outcome::from_json(&value));
        }
        if found.len() == outcomes.len() { Ok(found) } else { Err("`reach` ended early".to_owned()) }
    }

    /// Runs many programs, in one process where ours can (`run-many`). Each is a path and its source.
    pub fn run_many(&self, programs: &[(PathBuf, String)]) -> Result<Vec<Outcome>> {
        match self {
            Self::Node(_) => programs.iter().map(|(path, _)| self.run(path)).collect(),
            Self::Engine(binary, profile) => in_one_process(binary, *profile, programs),
        }
    }
}

/// Node's options for a program: what its first line says, `// Flags: --expose-gc`, as in Node's own tests.
fn options(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let flags = text.lines().next().and_then(|line| line.strip_prefix("// Flags: ")).unwrap_or_default();
    flags.split_whitespace().map(str::to_owned).collect()
}

/// What standard input reads: `stdin.txt` beside the program, where there is one.
fn stdin_of(file: &Path) -> Option<PathBuf> {
    Some(file.with_file_name("stdin.txt")).filter(|stdin| stdin.exists())
}

/// The same for ours.
fn redirection(file: &Path) -> Vec<OsString> {
    stdin_of(file).map_or_else(Vec::new, |stdin| vec![OsString::from("--stdin"), stdin.into()])
}

fn node_like(binary: &Path, file: &Path, limit: Duration) -> Result<Outcome> {
    let stdin = match stdin_of(file) {
        Some(stdin) => File::open(&stdin).map_err(|error| format!("{}: {error}", stdin.display()))?.into(),
        None => Stdio::null(),
    };
    process::run_with(in_its_folder(Command::new(binary).args(Oracle::FLAGS).args(options(file)).arg(file), file), stdin, limit)
}

/// A command of ours, under a profile.
fn asked(binary: &Path, profile: Profile, command: &str) -> Command {
    let mut asked = Command::new(binary);
    asked.arg(command).args(["--profile", &profile.major().to_string()]);
    asked
}

fn in_its_folder<'a>(command: &'a mut Command, file: &Path) -> &'a mut Command {
    match file.parent() {
        Some(folder) => command.current_dir(folder),
        None => command,
    }
}

/// `run-many`: a JSON line in for each program, a JSON line out.
fn in_one_process(binary: &Path, profile: Profile, programs: &[(PathBuf, String)]) -> Result<Vec<Outcome>> {
    let Some((first, _)) = programs.first() else { return Ok(Vec::new()) };
    let mut command = asked(binary, profile, "run-many");
    in_its_folder(&mut command, first);
    let lines: String = programs.iter().map(|(path, source)| json!({ "path": path, "source": source }).to_string() + "\n").collect();
    let mut outcomes = Vec::with_capacity(programs.len());
    for line in answers(command, lines)? {
        let line = line?;
        let outcome = serde_json::from_str(&line).ok().and_then(|value| Outcome::from_json(&value));
        outcomes.push(outcome.ok_or_else(|| format!("`run-many` printed {line}"))?);
    }
    if outcomes.len() < programs.len() {
        // One program must have ended the process: that one is its own failure, the rest go on.
        let (fatal, rest) = (outcomes.len(), outcomes.len() + 1);
        let stderr = format!("run-many ended at {}", programs[fatal].0.display());
        outcomes.push(Outcome { stdout: String::new(), stderr, exit: Outcome::TIMED_OUT });
        outcomes.extend(in_one_process(binary, profile, &programs[rest..])?);
    }
    Ok(outcomes)
}

/// Gives `lines` to a command; the lines that it answers, up to its end.
fn answers(mut command: Command, lines: String) -> Result<Vec<Result<String>>> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|error| format!("{} could not be started: {error}", command.get_program().display()))?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let writer = thread::spawn(move || input.map(|mut input| input.write_all(lines.as_bytes())));
    let answers = output.into_iter().flat_map(|output| BufReader::new(output).lines()).map(|line| line.map_err(|error| error.to_string()));
    let answers = answers.collect();
    // When it died early, fewer answers say so.
    let _ = writer.join();
    let _ = child.wait();
    Ok(answers)
}
