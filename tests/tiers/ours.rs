//! The programs in our engine, recorded: what the trace tells of their functions' code, in the words of the oracle.

use std::path::Path;
use std::rc::Rc;

use node_lifecycle::node::{Bounds, Engine, Library, Progress};
use node_lifecycle::trace::{File, FunctionId, OutputStream, Profile, Program, Settings, Tier, TierEvent, Trace};

#[path = "../../src/bin/cli/fork.rs"]
mod fork;

/// What happened to the code, and the names of the functions.
pub(crate) struct Ours {
    pub lines: Vec<String>,
    pub names: Vec<String>,
}

/// A booted engine, of which each program gets a copy.
pub(crate) fn boot(profile: Profile) -> Engine {
    let path = format!("{}/target/node-library/node-{}.bin", env!("CARGO_MANIFEST_DIR"), profile.major());
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}; `cargo xtask setup` makes it"));
    Engine::boot(Library::read(&bytes).expect("Node's library")).expect("the engine boots")
}

pub(crate) fn run(engine: &mut Engine, program: &Path, profile: Profile) -> Ours {
    let source = std::fs::read_to_string(program).expect("a program");
    let bytes = fork::in_child(|| told(engine, &source, profile).into_bytes()).unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (lines, names) = text.split_once("\n\u{0}\n").unwrap_or_else(|| panic!("{}: {text}", program.display()));
    Ours { lines: lines.lines().map(String::from).collect(), names: names.split('\n').map(String::from).collect() }
}

fn told(engine: &mut Engine, source: &str, profile: Profile) -> String {
    let file = File { path: Rc::from("/home/reader/main.cjs"), content: Rc::from(source.as_bytes()) };
    let program = Program { entry: file.path.clone(), files: vec![file], settings: Settings { profile, ..Settings::default() } };
    if let Err(sentence) = engine.begin(&program, Bounds::COMMAND_LINE, true) {
        return sentence;
    }
    let mut trace = Trace::new();
    while engine.advance() == Progress::More {
        trace.append(engine.take_chunk());
    }
    trace.append(engine.take_chunk());
    let errors = engine.take_output(OutputStream::Stderr);
    if !errors.is_empty() {
        return String::from_utf8_lossy(&errors).into_owned();
    }
    let name = |function| trace.function(function).map_or("", |function| trace.text(function.name));
    let lines: Vec<String> = trace
        .tiers()
        .iter()
        .filter_map(|change| {
            let name = change.function.map_or("", name);
            Some(match change.event {
                TierEvent::Compiled { tier, osr } => format!("{name} {}{}", of_v8(tier), if osr { " osr" } else { "" }),
                TierEvent::Deoptimized { tier, reason, lazy, .. } => {
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
