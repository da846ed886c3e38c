//! Running one test: by ours, and where that does not pass, by real node.

use super::needs;
use super::stage::Stage;
use super::suite_test::SuiteTest;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The two programs that run tests.
pub(super) struct Programs {
    pub(super) ours: PathBuf,
    pub(super) node: PathBuf,
}

/// What became of a test.
pub(super) enum Verdict {
    Passed,
    /// The first line of why.
    Failed(String),
    /// Why it is no verdict on ours.
    Skipped(String),
}

/// How long one run may take.
const LIMIT: Duration = Duration::from_secs(30);

pub(super) fn verdict(test: &SuiteTest, stage: &Stage, programs: &Programs) -> Verdict {
    let ours = Ended::of(ours(test, stage, &programs.ours));
    if ours.passed() {
        return Verdict::Passed;
    }
    let real = Ended::of(real_node(test, &programs.node));
    if let Some(reason) = real.skipped() {
        return Verdict::Skipped(reason);
    }
    if !real.passed() {
        return Verdict::Skipped("fails under real node".to_owned());
    }
    match needs::beyond_the_machine(test) {
        Some(need) => Verdict::Skipped(format!("needs {need}")),
        None => Verdict::Failed(ours.reason()),
    }
}

fn ours(test: &SuiteTest, stage: &Stage, program: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("run");
    for mount in stage.mounts(test) {
        command.arg("--mount").arg(mount);
    }
    for (name, value) in &test.environment {
        command.args(["--env", &format!("{name}={value}")]);
    }
    command.args(&test.flags).arg(&test.path);
    command
}

fn real_node(test: &SuiteTest, program: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(&test.flags).arg(&test.path);
    command.envs(test.environment.iter().map(|(name, value)| (name, value)));
    // A folder for temporary files for each test that runs at the same time.
    command.env("TEST_SERIAL_ID", &test.name);
    if let Some(folder) = test.path.parent() {
        command.current_dir(folder);
    }
    command
}

/// How a run ended; `code` is `None` for a signal or the time limit.
struct Ended {
    code: Option<i32>,
    stdout: String,
    stderr: String,
    timed_out: bool,
}

impl Ended {
    fn of(mut command: Command) -> Self {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let Ok(mut child) = command.spawn() else {
            return Self { code: None, stdout: String::new(), stderr: "could not be started".to_owned(), timed_out: false };
        };
        let streams = [child.stdout.take().map(read), child.stderr.take().map(read)];
        let (code, timed_out) = wait(&mut child);
        let [stdout, stderr] = streams.map(|thread| thread.and_then(|thread| thread.join().ok()).unwrap_or_default());
        Self { code, stdout, stderr, timed_out }
    }

    fn passed(&self) -> bool {
        self.code == Some(0) && self.skipped().is_none()
    }

    /// The reason that a test itself gives for not running.
    fn skipped(&self) -> Option<String> {
        let reason = self.stdout.lines().find_map(|line| line.strip_prefix("1..0 # Skipped: "))?;
        (self.code == Some(0)).then(|| reason.to_owned())
    }

    /// The first line that says why a run failed.
    fn reason(&self) -> String {
        if self.timed_out {
            return format!("took longer than {} s", LIMIT.as_secs());
        }
        if let Some(reason) = self.skipped() {
            return format!("skipped itself: {reason}");
        }
        let says_why = |line: &&str| {
            let word = line.split([':', ' ']).next().unwrap_or_default();
            word.ends_with("Error") || word.ends_with("Exception") || ["Uncaught", "Mismatched", "thread", "node-lifecycle", "not"].contains(&word)
        };
        let lines = || self.stderr.lines().chain(self.stdout.lines()).map(str::trim).filter(|line| !line.is_empty());
        let line = lines().find(says_why).or_else(|| lines().next()).unwrap_or("nothing was said");
        // An assertion's first line says only that two values differ.
        let detail = if line.ends_with(':') {
            lines().skip_while(|other| *other != line).skip(1).take(3).collect::<Vec<_>>().join(" ")
        } else {
            String::new()
        };
        let code = self.code.map_or("a signal".to_owned(), |code| code.to_string());
        format!("exit {code}: {line} {detail}").trim_end().chars().take(300).collect()
    }
}

fn read(mut pipe: impl Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What could be read until the pipe broke is what there is.
        let _ = pipe.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// The exit code within the limit, and whether it was reached.
fn wait(child: &mut Child) -> (Option<i32>, bool) {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return (status.code(), false),
            Ok(None) if start.elapsed() < LIMIT => std::thread::sleep(Duration::from_millis(5)),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return (None, true);
            }
        }
    }
}
