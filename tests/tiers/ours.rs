//! The programs in our engine, recorded: what the trace says of their functions' code, in the words of the oracle.

use std::path::Path;

use node::Engine;
use trace::{CodeExit, FunctionId, Profile, Tier, TierEvent, Trace};

use crate::engine;

/// What happened to the code, and the names of the functions.
pub(crate) struct Ours {
    pub lines: Vec<String>,
    pub names: Vec<String>,
}

pub(crate) fn run(engine: &mut Engine, program: &Path, profile: Profile) -> Ours {
    let source = std::fs::read_to_string(program).expect("a program");
    let recorded = engine::record_apart(engine, profile, &[], &source, |ended| (lines(&ended.trace), names(&ended.trace)));
    let (lines, names) = recorded.unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    Ours { lines, names }
}

fn lines(trace: &Trace) -> Vec<String> {
    let name = |function| trace.function(function).map_or("", |function| trace.text(function.name));
    let line = |change: &trace::TierChange| {
        let name = change.function.map_or("", name);
        Some(match change.event {
            TierEvent::Compiled { tier, osr } => format!("{name} {}{}", of_v8(tier), if osr { " osr" } else { "" }),
            TierEvent::Deoptimized { tier, exit: CodeExit { reason, .. }, lazy } => {
                format!("{name} {} {} ({})", if lazy { "lazy" } else { "eager" }, trace.text(reason), of_v8(tier))
            }
            TierEvent::Feedback | TierEvent::Requested(_) => return None,
        })
    };
    trace.tiers().iter().filter_map(line).collect()
}

/// The names of all functions, and that of what has none.
fn names(trace: &Trace) -> Vec<String> {
    let functions = (0..).map_while(|id| trace.function(FunctionId(id))).map(|function| trace.text(function.name).to_owned());
    std::iter::once(String::new()).chain(functions).collect()
}

fn of_v8(tier: Tier) -> String {
    tier.name().to_uppercase()
}
