//! Counting what passed and failed, from what test runners print.

use crate::shell::{say, title};
use crate::times::seconds;
use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

/// How many checks passed, and the names of those that failed.
#[derive(Default)]
pub(super) struct Tally {
    passed: u64,
    failed: u64,
    failures: Vec<String>,
}

impl Tally {
    pub(super) fn passed(&mut self, _name: &str) {
        self.passed += 1;
    }

    pub(super) fn failed(&mut self, name: &str) {
        self.failed += 1;
        self.failures.push(name.to_owned());
    }

    pub(super) fn all_passed(&self) -> bool {
        self.failed == 0
    }

    pub(super) fn list_failures(&self) {
        for name in &self.failures {
            say(format_args!("   failed: {name}"));
        }
    }

    /// A program that counts as one check; says whether it passed.
    pub(super) fn step(&mut self, name: &str, command: &mut Command) -> bool {
        let begun = Instant::now();
        let ended = command.status();
        let passed = ended.as_ref().is_ok_and(ExitStatus::success);
        match ended {
            Ok(status) if status.success() => {
                say(format_args!("   {name}: passed ({})", seconds(begun.elapsed())));
                self.passed(name);
            }
            Ok(status) => {
                say(format_args!("   {name}: FAILED ({status})"));
                self.failed(name);
            }
            Err(error) => {
                say(format_args!("   {name}: FAILED to start: {error}"));
                self.failed(name);
            }
        }
        passed
    }

    /// A test runner: its output is shown, its own counts are added.
    pub(super) fn tests(&mut self, name: &str, command: &mut Command) {
        let (mut passed, mut failed) = (0, 0);
        let ended_well = shown_to(command, |line| {
            if let Some(counts) = counts(line) {
                passed += counts.0;
                failed += counts.1;
            }
        });
        self.passed += passed;
        if failed > 0 {
            self.failed += failed;
            self.failures.push(format!("{failed} of the {name}"));
        } else if !ended_well {
            // It broke before it could count, or after: never hidden.
            self.failed(name);
        } else if passed == 0 {
            say(format_args!("   {name}: none ran"));
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs a program, printing its lines as they come and handing each over; says whether it ended well.
fn shown_to(command: &mut Command, mut see: impl FnMut(&str)) -> bool {
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => {
            title(format_args!("{} could not be started: {error}", command.get_program().display()));
            return false;
        }
    };
    if let Some(output) = child.stdout.take() {
        let mut reader = BufReader::new(output);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end_matches('\n');
            say(text);
            see(text);
            line.clear();
        }
    }
    child.wait().is_ok_and(|status| status.success())
}

/// Passed and failed, where a line of cargo's, node's or our own harness's states them.
fn counts(line: &str) -> Option<(u64, u64)> {
    let line = line.trim();
    let number = |word: &str, text: &str| -> Option<u64> {
        let mut words = text.split([' ', ';', ',']).filter(|part| !part.is_empty());
        let mut last = "";
        words.find_map(|part| {
            let found = (part == word).then(|| last.parse().ok()).flatten();
            last = part;
            found
        })
    };
    // cargo: `test result: ok. 5 passed; 0 failed; …`; our harnesses: `123 passed, 0 failed`.
    let harness = line.split_once(" passed, ").is_some_and(|(head, tail)| head.parse::<u64>().is_ok() && tail.ends_with(" failed"));
    if line.starts_with("test result: ") || harness {
        return Some((number("passed", line)?, number("failed", line)?));
    }
    // node --test: `ℹ pass 5`, `ℹ fail 0`, `ℹ cancelled 0`.
    let mut words = line.strip_prefix('ℹ')?.split_whitespace();
    match (words.next()?, words.next()?.parse().ok()?) {
        ("pass", n) => Some((n, 0)),
        ("fail" | "cancelled", n) => Some((0, n)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::counts;

    #[test]
    fn counts_are_read_from_each_runner() {
        for (line, expected) in [
            ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s", Some((12, 0))),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", Some((3, 2))),
            ("ℹ pass 7", Some((7, 0))),
            ("ℹ fail 1", Some((0, 1))),
            ("ℹ tests 8", None),
            ("101 passed, 4 failed", Some((101, 4))),
            ("test it has 3 passed, 4 failed … ok", None),
            ("running 3 tests", None),
        ] {
            assert_eq!(counts(line), expected, "{line}");
        }
    }
}
