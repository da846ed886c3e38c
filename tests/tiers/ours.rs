//! The programs in our engine, recorded: what the trace tells of their functions' code, in the words of the oracle.

use std::path::Path;

use node::Engine;
use trace::{CodeExit, FunctionId, Profile, Tier, TierEvent};

use crate::engine;

#[path = "../../src/cli/fork.rs"]
mod fork;

/// What happened to the code, and the names of the functions.
pub(crate) struct Ours {
    pub lines: Vec<String>,
    pub names: Vec<String>,
}

pub(crate) fn run(engine: &mut Engine, program: &Path, profile: Profile) -> Ours {
    let source = std::fs::read_to_string(program).expect("a program");
    let bytes = fork::in_child(|| told(engine, &source, profile).into_bytes()).unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (lines, names) = text.split_once("\n\u{0}\n").unwrap_or_else(|| panic!("{}: {text}", program.display()));
    Ours { lines: lines.lines().map(String::from).collect(), names: names.split('\n').map(String::from).collect() }
}

fn told(engine: &mut Engine, source: &str, profile: Profile) -> String {
    let engine::Ended { stdout, stderr, code, trace } = match engine::run(engine, profile, &[], source, true) {
        Ok(ended) => ended,
        Err(sentence) => return sentence,
    };
    if code != 0 || !stderr.is_empty() {
        return format!("exit {code}: {stdout}{stderr}");
    }
    let name = |function| trace.function(function).map_or("", |function| trace.text(function.name));
    let lines: Vec<String> = trace
        .tiers()
        .iter()
        .filter_map(|change| {
            let name = change.function.map_or("", name);
            Some(match change.event {
                TierEvent::Compiled { tier, osr } => format!("{name} {}{}", of_v8(tier), if osr { " osr" } else { "" }),
                TierEvent::Deoptimized { tier, exit: CodeExit { reason, .. }, lazy } => {
                    format!("{name} {} {} ({})", if lazy { "lazy" } else { "eager" }, trace.text(reason), of_v8(tier))
                }
                TierEvent::Feedback | TierEvent::Requested(_) => return None,
            })
        })
        .collect();
    let names: Vec<&str> =
        std::iter::once("").chain((0..).map_while(|id| trace.function(FunctionId(id))).map(|function| trace.text(function.name))).collect();
    format!("{}\n\u{0}\n{}", lines.join("\n"), names.join("\n"))
}

fn of_v8(tier: Tier) -> String {
    tier.name().to_uppercase()
}
