//! The search for everything that a program may print: the way to run it next, and the outputs of the ways that were run.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use machine::{ChoiceMade, Explorer};
use trace::{Exploration, Program, Way};

/// The output and the exit code of a run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RunOutput {
    /// All bytes that it wrote to standard output.
    pub stdout: Vec<u8>,
    /// All bytes that it wrote to standard error.
    pub stderr: Vec<u8>,
    /// The exit code, 0 to 255.
    pub exit: i32,
}

/// A finished run: its output, and the choices that the machine asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FinishedRun {
    /// The output and the exit code.
    pub output: RunOutput,
    /// The choices in the order in which they were asked for, each with its answer.
    pub choices: Vec<ChoiceMade>,
}

/// One program under all its choices. Runs nothing itself.
pub struct Exploring {
    program: Program,
    explorer: Explorer<RunOutput>,
}

impl Exploring {
    /// A search of at most `most_runs` runs. The choices in the program's own settings don't count: all are tried.
    #[must_use]
    pub fn new(program: Program, most_runs: usize) -> Self {
        Self { program, explorer: Explorer::new(most_runs) }
    }

    /// The program as it is to be run next; `None` when all ways are run or the bound is reached.
    pub fn next_program(&mut self) -> Option<Program> {
        let mut program = self.program.clone();
        program.settings.choices = self.explorer.next_choices()?;
        Some(program)
    }

    /// Takes the result of the program that was given last.
    pub fn note(&mut self, run: FinishedRun) {
        self.explorer.record(run.output, &run.choices);
    }

    /// The ways found so far, those that deviate least from plain clock arithmetic first.
    #[must_use]
    pub fn found(&self) -> Exploration {
        let mut ways: Vec<Way> = self.explorer.outcomes().iter().map(|(output, choices)| way(output, choices)).collect();
        ways.sort_by_key(|way| (way.choices.iter().filter(|taken| **taken > 0).count(), way.choices.clone()));
        let runs = u32::try_from(self.explorer.runs()).unwrap_or(u32::MAX);
        Exploration { ways, runs, complete: self.explorer.is_complete() }
    }
}

fn way(output: &RunOutput, choices: &[u16]) -> Way {
    let text = |bytes: &[u8]| Rc::from(&*String::from_utf8_lossy(bytes));
    Way { stdout: text(&output.stdout), stderr: text(&output.stderr), exit: output.exit, choices: choices.to_vec() }
}
