//! Running a command with a time limit.

use super::{Outcome, Result};
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Runs it to its end, or ends it at the limit. The environment says nothing of colours, options or this time zone.
pub fn run(command: &mut Command, limit: Duration) -> Result<Outcome> {
    run_with(command, Stdio::null(), limit)
}

/// As [`run`], with something for standard input.
pub fn run_with(command: &mut Command, stdin: Stdio, limit: Duration) -> Result<Outcome> {
    for name in ["NODE_OPTIONS", "NODE_DEBUG", "NODE_PATH", "NO_COLOR", "FORCE_COLOR", "UV_THREADPOOL_SIZE"] {
        command.env_remove(name);
    }
    command.env("TZ", "UTC").stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| format!("{} could not be started: {error}", command.get_program().display()))?;
    let stdout = read_beside(child.stdout.take());
    let stderr = read_beside(child.stderr.take());
    let begun = Instant::now();
    let status = loop {
        match child.try_wait().map_err(|error| error.to_string())? {
            Some(status) => break Some(status),
            None if begun.elapsed() > limit => {
                let _ = child.kill();
                let _ = child.wait();
                break None;
            }
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    let exit = match status {
        Some(status) => status.code().or_else(|| status.signal().map(|signal| 128 + signal)).map_or(Outcome::TIMED_OUT, i64::from),
        None => Outcome::TIMED_OUT,
    };
    Ok(Outcome { stdout: text_of(stdout), stderr: text_of(stderr), exit })
}

/// A pipe read to its end on a thread of its own, so that neither pipe's filling up stops the program.
fn read_beside(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // A broken pipe leaves what was read: the comparison shows what is missing.
            let _ = pipe.read_to_end(&mut bytes);
        }
        bytes
    })
}

fn text_of(reader: thread::JoinHandle<Vec<u8>>) -> String {
    String::from_utf8_lossy(&reader.join().unwrap_or_default()).into_owned()
}
