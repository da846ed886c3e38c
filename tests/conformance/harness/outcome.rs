//! What a program's run shows from outside, and when two runs are the same.

use serde_json::{Value, json};

/// What a run printed and how it ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome {
    pub stdout: String,
    pub stderr: String,
    /// The exit code; 128 + n for signal n, as shells say it; [`Outcome::TIMED_OUT`] when it had to be ended.
    pub exit: i64,
}

impl Outcome {
    pub const TIMED_OUT: i64 = -1;

    /// Whether an uncaught error ended the program: Node then signs off with its version.
    pub fn crashed(&self) -> bool {
        self.exit != 0 && self.stderr.contains("\nNode.js v")
    }

    /// What of it must be equal: of a crash, stderr's first line that says something (below are stack
    /// frames, which are an engine's own; above it is an empty one when what was thrown is not an error).
    pub fn compared(&self) -> Self {
        let stderr = if self.crashed() { self.stderr.lines().find(|line| !line.is_empty()).unwrap_or_default() } else { &self.stderr };
        Self { stderr: without_pids(stderr), ..self.clone() }
    }

    /// What a crash says before its stack frames: source line, caret, message. Not required to be equal, but counted.
    pub fn crash_text(&self) -> String {
        let said = self.stderr.lines().take_while(|line| !line.trim_start().starts_with("at ") && !line.starts_with("Node.js v"));
        without_pids(&said.collect::<Vec<_>>().join("\n"))
    }

    /// As text for a diff.
    pub fn shown(&self) -> String {
        let Self { stdout, stderr, exit } = self.compared();
        let ending = if exit == Self::TIMED_OUT { "timed out".to_owned() } else { format!("exit {exit}") };
        let newline = if stdout.is_empty() || stdout.ends_with('\n') { "" } else { "\\ no newline at the end of stdout\n" };
        let marked: String = stderr.lines().flat_map(|line| ["stderr: ", line, "\n"]).collect();
        format!("{stdout}{newline}{marked}[{ending}]\n")
    }

    pub fn to_json(&self) -> Value {
        json!({ "stdout": self.stdout, "stderr": self.stderr, "exit": self.exit })
    }

    pub fn from_json(value: &Value) -> Option<Self> {
        let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        Some(Self { stdout: text("stdout")?, stderr: text("stderr")?, exit: value.get("exit")?.as_i64()? })
    }

    /// The same with each `from` in its texts replaced.
    pub fn replacing(&self, from: &str, to: &str) -> Self {
        Self { stdout: self.stdout.replace(from, to), stderr: self.stderr.replace(from, to), exit: self.exit }
    }
}

/// `(node:1234) Warning` has the process id, which differs from run to run.
fn without_pids(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("(node:") {
        let (before, after) = rest.split_at(start + "(node:".len());
        out.push_str(before);
        let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        if digits > 0 {
            out.push_str("PID");
        }
        rest = &after[digits..];
    }
    out.push_str(rest);
    out
}

/// Both outcomes as a unified diff: `-` is what real node did, `+` what ours did.
pub fn difference(node: &Outcome, ours: &Outcome) -> String {
    support::difference(&node.shown(), &ours.shown())
}
