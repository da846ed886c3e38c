//! Every program of `tests/shapes/programs` on the model and on real Node 24 and Node 20: each answer must be the same, and so must the state of each
//! inline cache. What departs is listed in `tests/shapes/departs.txt` with its reason; what is listed and does not depart is a failure too.
#![cfg(feature = "engine")]

mod library;
mod objects;
mod oracle;
mod run;
mod text;

use std::collections::BTreeSet;
use std::path::Path;

use node_lifecycle::v8::shapes::Release;

/// Of a program: what the model and node say, line by line, if it is not the same.
fn difference(source: &str, path: &Path, release: Release) -> Option<String> {
    let feedback = source.starts_with("// feedback");
    let program = text::read(source);
    let run = run::run(release, &program, feedback);
    let real = oracle::ask(source, path, release, feedback);
    if run.answers != real.answers {
        let first = run.answers.iter().zip(&real.answers).position(|(model, node)| model != node);
        return Some(format!("answers, from {first:?} on\n  model {:?}\n  node  {:?}", run.answers, real.answers));
    }
    let differing: Vec<String> = run
        .places
        .iter()
        .map(|(at, site)| (at, run.sites.state(*site).letter(), real.sites.get(at).copied().unwrap_or('0')))
        .filter(|(_, model, node)| model != node)
        .map(|(at, model, node)| format!("site {at:?}: model {model}, node {node}"))
        .collect();
    (!differing.is_empty()).then(|| differing.join("\n  "))
}

#[test]
fn programs_are_as_in_node() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shapes");
    let listed = std::fs::read_to_string(folder.join("departs.txt")).expect("tests/shapes/departs.txt");
    let mut departs: BTreeSet<&str> =
        listed.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": ").map(|(name, _)| name)).collect();
    let from = std::env::var("PROGRAMS").map_or_else(|_| folder.join("programs"), Into::into);
    let mut programs: Vec<_> = std::fs::read_dir(from).expect("tests/programs").map(|entry| entry.expect("an entry").path()).collect();
    programs.sort();
    let only = std::env::var("ONLY").unwrap_or_default();
    let (mut equal, mut wrong) = (0, Vec::new());
    for path in programs.iter().filter(|path| path.to_string_lossy().contains(&only)) {
        let source = std::fs::read_to_string(path).expect("a program");
        let releases = [(Release::Node24, "24"), (Release::Node20, "20")];
        for (release, node) in releases {
            let name = format!("{} {node}", path.file_stem().unwrap_or_default().to_string_lossy());
            let difference =
                std::panic::catch_unwind(|| difference(&source, path, release)).unwrap_or_else(|_| Some("the interpreter gave up".into()));
            match (difference, departs.remove(name.as_str())) {
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
