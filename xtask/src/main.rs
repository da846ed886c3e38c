//! `cargo xtask`: everything this project does besides compiling itself.
//! Each command sets up what it needs first, says what it installs, and is quick when all is there.

mod bench;
mod build;
mod cargo_commands;
mod node_library;
mod node_tests;
mod project;
mod serve;
mod setup;
mod shell;
mod stamp;
mod test;
mod times;

use project::Project;
use shell::{Failure, Result};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--no-open]   build a draft of the page and open it; --final: the page for readers
  test [PART ...]                run every test; parts: format lint unit conformance wasm trunk e2e bench
  build                          build the page for readers into dist/
  node-tests PATH [AREA ...]     run Node's own test suite from a checkout or a folder; --list names what failed
  bench [--short]                print the figures: sizes, speeds, seek times; --short: few repetitions, to see that each can be measured
  node-library                   read Node's own library out of the pinned node
  patches open                   lay Boa out in target/patches-work/, a git commit for each of patches/
  patches refresh                write patches/ and target/patched/ from those commits; see docs/patches.md
  setup                          install what the other commands need (they do it themselves)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(Failure(sentence)) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    let project = Project::find()?;
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    match command {
        "serve" => serve::serve(&project, rest).map(|()| ExitCode::SUCCESS),
        "test" => test::test(&project, rest).map(|passed| if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }),
        "build" => build::build(&project).map(|()| ExitCode::SUCCESS),
        "node-tests" => node_tests::node_tests(&project, rest).map(|holds| if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }),
        "bench" => bench::bench(&project, rest).map(|()| ExitCode::SUCCESS),
        "setup" => {
            setup::machine(&project)?;
            setup::browser::find_or_install().map(|_| ExitCode::SUCCESS)
        }
        "node-library" => {
            setup::npm::install(&project)?;
            node_library::extract(&project).map(|()| ExitCode::SUCCESS)
        }
        "patches" => setup::patches::command(&project, rest).map(|()| ExitCode::SUCCESS),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(Failure(format!("there is no command `{other}`.\n\n{HELP}"))),
    }
}
