//! The front door: whatever a reader pastes is read, instrumented, run within the page's bounds, recorded, told in words and drawn; nothing crashes, nothing hangs.
//!
//! The texts are the programs of `tests/conformance/`, broken and crossed with each other. `PROGRAMS=300` says how many, `SEED=…` which; a text that the
//! engine dies of is kept in `target/front-door/`.

mod mutation;
mod worker;

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use mutation::Mutator;

/// Texts that one process is given.
const BATCH: usize = 50;
/// How long one text may take before it is called a hang. The page's bounds end a run after 200,000 steps; this is an unoptimised build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(300);

fn main() -> ExitCode {
    if env::args().any(|argument| argument == "--worker") {
        return worker::serve();
    }
    match check_all() {
        Ok(failed) => {
            if failed == 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(sentence) => {
            eprintln!("front door: {sentence}");
            println!("0 passed, 1 failed");
            ExitCode::FAILURE
        }
    }
}

fn check_all() -> Result<usize, String> {
    let begun = Instant::now();
    let count = support::number("PROGRAMS").unwrap_or(300);
    let seed = support::seed("front door");
    let mut mutator = Mutator::new(&seed, corpus()?);
    let mut failed = 0;
    for first in (0..count).step_by(BATCH) {
        let texts: Vec<String> = (first..count.min(first + BATCH)).map(|_| mutator.next_text()).collect();
        for (at, how) in check(&texts)? {
            let index = first + at;
            println!("\nDIED text {index} of seed {seed}: {how}\n   kept in {}", keep(&seed, index, &texts[at])?.display());
            failed += 1;
        }
        println!("front door: {} of {count}, {failed} died, {:.0} s", first + texts.len(), begun.elapsed().as_secs_f32());
    }
    println!("{} passed, {failed} failed", count - failed);
    Ok(failed)
}

fn keep(seed: &str, index: usize, text: &str) -> Result<PathBuf, String> {
    let folder = support::project().join("target/front-door");
    let file = folder.join(format!("{}-{index}.js", seed.replace(' ', "-")));
    fs::create_dir_all(&folder).and_then(|()| fs::write(&file, text)).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(file)
}

/// The texts that are broken: short programs of every kind.
fn corpus() -> Result<Vec<String>, String> {
    let mut folders = vec![support::project().join("tests/conformance/programs")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "js" || kind == "mjs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let texts = files.iter().filter_map(|file| fs::read_to_string(file).ok()).filter(|text| text.len() < 6_000);
    Ok(texts.collect())
}

/// The texts of a batch that something died of, and how.
fn check(texts: &[String]) -> Result<Vec<(usize, String)>, String> {
    let (mut failures, mut at) = (Vec::new(), 0);
    while at < texts.len() {
        let (mut process, receiver) = start(&texts[at..])?;
        let mut answers = true;
        while answers && at < texts.len() {
            let answer = receiver.recv_timeout(PATIENCE).ok();
            answers = answer.is_some();
            if !answer.as_ref().is_some_and(|answer| answer.starts_with("ran ")) {
                failures.push((at, answer.unwrap_or_else(|| "no answer".to_owned())));
            }
            at += 1;
        }
        // It has ended, or hangs.
        let _ = process.kill();
        let _ = process.wait();
    }
    Ok(failures)
}

/// A process that runs texts, and its answers: a line for each.
fn start(texts: &[String]) -> Result<(Child, Receiver<String>), String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let mut process =
        Command::new(program).arg("--worker").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
    let (Some(mut input), Some(output)) = (process.stdin.take(), process.stdout.take()) else {
        return Err("the worker has no pipes".to_owned());
    };
    let lines: Vec<String> = texts.iter().map(|text| format!("{}\n", serde_json::json!(text))).collect();
    thread::spawn(move || lines.iter().try_for_each(|line| input.write_all(line.as_bytes())));
    let (sender, receiver) = channel();
    thread::spawn(move || BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    Ok((process, receiver))
}
