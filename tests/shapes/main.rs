//! Every program of `tests/shapes/programs` in our engine and in real Node 24 and Node 20: what V8's natives answer of its objects must be the same, and
//! so must the state of each inline cache. What departs is listed in `tests/shapes/departs.txt` with its reason; what is listed and does not depart is
//! a failure too.

#[path = "../engine/mod.rs"]
mod engine;
mod oracle;
mod ours;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use node::Engine;
use trace::Profile;

/// Of a program: what the model and node say, line by line, if it is not the same.
fn difference(engine: &mut Engine, source: &str, path: &Path, profile: Profile) -> Option<String> {
    let feedback = source.starts_with("// feedback");
    let whole = format!("{source}{}", oracle::QUESTIONS);
    let ours = match ours::run(engine, &whole, profile, feedback) {
        Ok(ours) => ours,
        Err(sentence) => return Some(sentence),
    };
    let real = oracle::ask(&whole, path, profile, feedback);
    if ours.answers != real.answers {
        let first = ours.answers.iter().zip(&real.answers).position(|(model, node)| model != node);
        return Some(format!("answers, from {first:?} on\n  model {:?}\n  node  {:?}", ours.answers, real.answers));
    }
    // Behind the program stand the questions.
    let last = u32::try_from(source.matches('\n').count()).unwrap_or(u32::MAX);
    let differing: Vec<String> = ours
        .sites
        .iter()
        .filter(|(at, _)| feedback && at.0 <= last + 1 && is_in_function(source, **at))
        .map(|(at, model)| (at, *model, nearest(&real.sites, *at)))
        .filter(|(_, model, node)| model != node)
        .map(|(at, model, node)| format!("site {at:?}: model {model}, node {node}"))
        .collect();
    (!differing.is_empty()).then(|| differing.join("\n  "))
}

/// Functions of these programs stand on one line.
fn is_in_function(source: &str, (line, column): ours::At) -> bool {
    let text = source.lines().nth(line as usize - 1).unwrap_or_default();
    let before: String = text.chars().take(column as usize).collect();
    let opened = before.matches('{').count() > before.matches('}').count();
    opened && (before.contains("function ") || before.contains("class "))
}

/// The state of the cache at a place: V8 and the engine may name the object, the dot, the bracket or the key as its place.
fn nearest(sites: &BTreeMap<ours::At, char>, (line, column): ours::At) -> char {
    let near = sites.range((line, column.saturating_sub(2))..=(line, column + 2));
    near.min_by_key(|((_, at), _)| at.abs_diff(column)).map_or('0', |(_, state)| *state)
}

#[test]
fn programs_are_as_in_node() {
    // An engine that is not optimised needs a deep stack.
    let compared = std::thread::Builder::new().stack_size(1 << 30).spawn(compare_all).map(std::thread::JoinHandle::join);
    assert!(matches!(compared, Ok(Ok(()))), "see above");
}

fn compare_all() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shapes");
    let listed = std::fs::read_to_string(folder.join("departs.txt")).expect("tests/shapes/departs.txt");
    let mut departs: BTreeSet<&str> =
        listed.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": ").map(|(name, _)| name)).collect();
    let from = std::env::var("PROGRAMS").map_or_else(|_| folder.join("programs"), Into::into);
    let mut programs: Vec<_> = std::fs::read_dir(from).expect("tests/programs").map(|entry| entry.expect("an entry").path()).collect();
    programs.sort();
    let only = std::env::var("ONLY").unwrap_or_default();
    let (mut equal, mut wrong) = (0, Vec::new());
    for (profile, node) in [(Profile::Node24, "24"), (Profile::Node20, "20")] {
        let mut engine = engine::boot(profile);
        for path in programs.iter().filter(|path| path.to_string_lossy().contains(&only)) {
            let source = std::fs::read_to_string(path).expect("a program");
            let name = format!("{} {node}", path.file_stem().unwrap_or_default().to_string_lossy());
            match (difference(&mut engine, &source, path, profile), departs.remove(name.as_str())) {
                (None, false) => equal += 1,
                (Some(_), true) => {}
                (Some(difference), false) => wrong.push(format!("{name}: {difference}")),
                (None, true) => wrong.push(format!("{name}: listed in departs.txt, and equal")),
            }
        }
    }
    println!("{equal} of {} equal", 2 * programs.len());
    assert!(only.is_empty() && departs.is_empty() || !only.is_empty(), "listed in departs.txt and not there: {departs:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let _ = std::fs::remove_dir_all(oracle::folder());
}
