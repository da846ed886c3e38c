//! Every program of `tests/shapes/programs` in our engine and in real Node 24 and Node 20: what V8's natives answer of its objects must be the same, and
//! so must the state of each inline cache. What departs is listed in `tests/shapes/departs.txt` with its reason; what is listed and does not depart is
//! a failure too.

#[path = "../engine/mod.rs"]
mod engine;
mod oracle;
mod ours;

use std::collections::BTreeMap;
use std::path::Path;

use node::Engine;
use support::Fixtures;
use trace::Profile;

/// A program's answers and sites in the model and in node, if they are not the same.
fn difference(engine: &mut Engine, source: &str, path: &Path, profile: Profile) -> Option<String> {
    let feedback = source.starts_with("// feedback");
    let whole = format!("{source}{}", oracle::QUESTIONS);
    let ours = match ours::run(engine, &whole, profile, feedback) {
        Ok(ours) => ours,
        Err(sentence) => return Some(sentence),
    };
    let real = oracle::ask(&whole, path, profile, feedback);
    if ours.answers != real.answers {
        return Some(format!("answers\n{}", support::difference(&real.answers, &ours.answers)));
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
    support::on_a_deep_stack(compare_all);
}

fn compare_all() {
    let fixtures = Fixtures::of("shapes");
    let programs = fixtures.programs();
    let (mut equal, mut asked, mut wrong) = (0, 0, Vec::new());
    for profile in support::profiles(&[Profile::Node24, Profile::Node20]).unwrap_or_else(|sentence| panic!("{sentence}")) {
        let mut engine = engine::boot(profile);
        for path in &programs {
            asked += 1;
            let source = std::fs::read_to_string(path).expect("a program");
            let name = format!("{} {}", path.file_stem().unwrap_or_default().to_string_lossy(), profile.major());
            match (difference(&mut engine, &source, path, profile), fixtures.departs(&name)) {
                (None, false) => equal += 1,
                (Some(_), true) => {}
                (Some(difference), false) => wrong.push(format!("{name}: {difference}")),
                (None, true) => wrong.push(format!("{name}: listed in departs.txt, and equal")),
            }
        }
    }
    println!("{equal} of {asked} equal");
    let unmet = fixtures.unmet();
    assert!(Fixtures::are_chosen() || unmet.is_empty(), "listed in departs.txt and not there: {unmet:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let _ = std::fs::remove_dir_all(oracle::folder());
}
