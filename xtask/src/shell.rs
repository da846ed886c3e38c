//! Running other programs, and saying so. Knows nothing of the project.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What went wrong, as a sentence for the person at the terminal.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

pub(crate) type Result<T> = std::result::Result<T, Failure>;

/// Gives an error the sentence that a person needs.
pub(crate) trait Explain<T> {
    fn explain(self, what: impl Display) -> Result<T>;
}

impl<T, E: Display> Explain<T> for std::result::Result<T, E> {
    fn explain(self, what: impl Display) -> Result<T> {
        self.map_err(|error| Failure(format!("{what}: {error}")))
    }
}

impl<T> Explain<T> for Option<T> {
    fn explain(self, what: impl Display) -> Result<T> {
        self.ok_or_else(|| Failure(what.to_string()))
    }
}

/// Ends a command with this sentence.
pub(crate) fn fail<T>(sentence: impl Into<String>) -> Result<T> {
    Err(Failure(sentence.into()))
}

thread_local! {
    /// The lines that this thread has said while its output is held back.
    static HELD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Holds back all that `work` says, and what the programs print that it runs: for what happens beside something else. Gives it with the result.
pub(crate) fn held<T>(work: impl FnOnce() -> T) -> (T, String) {
    let before = HELD.replace(Some(String::new()));
    let result = work();
    (result, HELD.replace(before).unwrap_or_default())
}

/// One line about what is being done.
pub(crate) fn say(line: impl Display) {
    HELD.with_borrow_mut(|held| match held {
        Some(text) => text.push_str(&format!("{line}\n")),
        None => println!("{line}"),
    });
}

/// A step's title, set apart from the output of the programs it runs.
pub(crate) fn title(line: impl Display) {
    say(format_args!("\n── {line}"));
}

/// Runs a program with its output shown; an exit code other than 0 is a failure.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    say(format_args!("   $ {}", shown(command)));
    let status = status(command).explain(format_args!("`{}` could not be started", shown(command)))?;
    if status.success() { Ok(()) } else { fail(format!("`{}` ended with {status}", shown(command))) }
}

/// Runs a program to its end. Where output is held back, its own is too.
pub(crate) fn status(command: &mut Command) -> std::io::Result<std::process::ExitStatus> {
    if HELD.with_borrow(Option::is_none) {
        return command.status();
    }
    let output = command.stdin(Stdio::null()).output()?;
    for printed in [&output.stdout, &output.stderr] {
        let text = String::from_utf8_lossy(printed);
        if !text.trim().is_empty() {
            say(text.trim_end());
        }
    }
    Ok(output.status)
}

/// Runs a program quietly and gives its standard output; its standard error is part of the failure.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().explain(format_args!("`{}` could not be started", shown(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return fail(format!("`{}` ended with {}\n{}", shown(command), output.status, said.trim_end()));
    }
    String::from_utf8(output.stdout).explain(format_args!("`{}` printed bytes that are not text", shown(command)))
}

/// Runs a program quietly; `None` if it isn't there or fails.
pub(crate) fn try_read(command: &mut Command) -> Option<String> {
    read(command).ok()
}

/// Runs a program with its output shown and ends it when `limit` has passed.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Result<()> {
    say(format_args!("   $ {}   (at most {} s)", shown(command), limit.as_secs()));
    let mut child = command.spawn().explain(format_args!("`{}` could not be started", shown(command)))?;
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().explain("waiting for a program failed")? {
            return if status.success() { Ok(()) } else { fail(format!("`{}` ended with {status}", shown(command))) };
        }
        if start.elapsed() > limit {
            let _ = child.kill();
            let _ = child.wait();
            return fail(format!("`{}` took longer than {} s", shown(command), limit.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// The program `name` on PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| is_program(file))
}

/// PATH with `folders` in front.
pub(crate) fn path_with(folders: &[PathBuf]) -> std::ffi::OsString {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&rest));
    std::env::join_paths(all).unwrap_or(rest)
}

fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

/// The command as one would type it.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(quoted).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let word = match word.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &word[..end]),
        None => word.into_owned(),
    };
    if word.is_empty() || word.contains(|c: char| c.is_whitespace() || "\"'$`\\|&;<>()".contains(c)) {
        format!("'{}'", word.replace('\n', " "))
    } else {
        word
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, held, run, say};

    #[test]
    fn what_is_held_back_comes_with_what_programs_printed() {
        let (ended, text) = held(|| {
            say("before");
            let (inner, within) = held(|| say("inner"));
            say(within.to_uppercase());
            run(Command::new("echo").arg("printed")).map(|()| inner)
        });
        assert!(ended.is_ok());
        assert_eq!(text, "before\nINNER\n\n   $ echo printed\nprinted\n");
    }
}
