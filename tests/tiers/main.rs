//! Compares the model with `--trace-opt --trace-deopt` of real Node.
//!
//! A program is instrumented (`instrument`) and run, what it tells is fed to the model, and the model's compilations and deoptimisations have to
//! be those of the untouched program, in the same order. `departs.txt` names what departs: `version program: reason`.
//! Every fourth program runs, `ALL=1` runs them all, `ONLY=name` some; `NODE_24` and `NODE_20` name other binaries, `SHOW=1` prints both sides.

mod instrument;
mod oracle;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use node_lifecycle::v8::bytecode::{Goal, Listing, listings};
use node_lifecycle::v8::tiers::{Callee, CellId, Change, Element, FunctionId, Kind, Operator, SiteId, Tier, Tiers, Version};
use oxc_allocator::Allocator;
use oxc_parser::{ParseOptions, Parser};
use oxc_span::SourceType;

/// So many programs of both versions may come out otherwise on a busy machine.
const MOST_BUSY: usize = 5;

const KINDS: [Kind; 9] =
    [Kind::Smi, Kind::Double, Kind::BigInt, Kind::InternalizedString, Kind::String, Kind::Symbol, Kind::Boolean, Kind::Nullish, Kind::Receiver];
const OPERATORS: [Operator; 8] = [
    Operator::Additive,
    Operator::Multiply,
    Operator::Divide,
    Operator::Modulus,
    Operator::Exponent,
    Operator::Bitwise,
    Operator::Order,
    Operator::Equality,
];

pub(crate) fn here(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tiers").join(name)
}

/// The model's account of a program.
fn model(program: &Path, version: Version) -> (Vec<String>, Vec<String>) {
    let source = std::fs::read_to_string(program).expect("a program");
    let allocator = Allocator::default();
    let options = ParseOptions { allow_return_outside_function: true, ..ParseOptions::default() };
    let parsed = Parser::new(&allocator, &source, SourceType::cjs()).with_options(options).parse();
    assert!(parsed.diagnostics.errors().next().is_none(), "{} has a syntax error", program.display());
    let all: Vec<Listing> = listings(&parsed.program, &source, Goal::CommonJs)
        .into_iter()
        .map(|(_, listing)| listing.unwrap_or_else(|error| panic!("{}: {error}", program.display())))
        .collect();
    let spans = all.iter().map(|listing| listing.span).collect();
    let (text, places) = instrument::instrument(&source, &parsed.program, spans);
    let observations = oracle::observe(program, &text, version);
    let mut tiers = Tiers::new(version);
    let functions: Vec<FunctionId> = all.iter().map(|listing| tiers.function(listing)).collect();
    let sites: Vec<Option<SiteId>> =
        places.iter().map(|(function, span, kind)| tiers.site(functions[*function], (span.start, span.end), *kind)).collect();
    if std::env::var_os("SHOW").is_some() {
        for (place, site) in places.iter().zip(&sites) {
            if site.is_none() {
                println!("    no site: {place:?} {:?}", &source[place.1.start as usize..place.1.end as usize]);
            }
        }
    }
    feed(&mut tiers, &functions, &sites, &observations);
    let mut lines = Vec::new();
    for event in tiers.take_events() {
        let name = &all[event.function.0 as usize].name;
        match event.change {
            Change::Compiled { tier, osr } => lines.push(format!("{name} {}{}", tier_name(tier), if osr.is_some() { " osr" } else { "" })),
            Change::Deoptimized { tier, reason, lazy, .. } => {
                let kind = if lazy { "lazy" } else { "eager" };
                lines.push(format!("{name} {kind} {} ({})", reason.text(), tier_name(tier)));
            }
            Change::Vector | Change::Requested(_) => {}
        }
    }
    let names = all.iter().map(|listing| listing.name.clone()).collect();
    (lines, names)
}

fn tier_name(tier: Tier) -> &'static str {
    match tier {
        Tier::Ignition => "IGNITION",
        Tier::Sparkplug => "SPARKPLUG",
        Tier::Maglev => "MAGLEV",
        Tier::TurboFan => "TURBOFAN",
    }
}

fn feed(tiers: &mut Tiers, functions: &[FunctionId], sites: &[Option<SiteId>], observations: &[[i32; 6]]) {
    let mut cells: BTreeMap<i32, CellId> = BTreeMap::new();
    let mut cell = |tiers: &mut Tiers, record: &[i32; 6]| {
        let outer = cells.get(&record[2]).copied();
        let cell = tiers.cell(outer, functions[record[1] as usize]);
        cells.insert(record[3], cell);
        cell
    };
    for (index, record) in observations.iter().enumerate() {
        let site = usize::try_from(record[1]).ok().and_then(|place| sites.get(place)).copied().flatten();
        match (record[0], site) {
            (1, _) => {
                let cell = cell(tiers, record);
                tiers.enter(cell);
            }
            (2, site) => tiers.leave(site),
            (3, _) => tiers.unwind(record[1] as usize),
            (4, Some(site)) => tiers.back_edge(site),
            (5, Some(site)) => tiers.branch(site, record[2] == 1),
            (6, Some(site)) => {
                tiers.arithmetic(site, OPERATORS[record[2] as usize], KINDS[record[3] as usize], KINDS[record[4] as usize], KINDS[record[5] as usize])
            }
            (7, Some(site)) => tiers.compare(site, OPERATORS[record[2] as usize], KINDS[record[3] as usize], KINDS[record[4] as usize]),
            (8, Some(site)) => tiers.named(site, record[2] as u32),
            (9, Some(site)) => tiers.keyed(
                site,
                record[2] as u32,
                Element { out_of_bounds: record[3] == 1, hole: record[4] == 1, name: u32::try_from(record[5]).ok().filter(|&name| name > 0) },
            ),
            (10 | 11, Some(site)) => {
                let next = observations.get(index + 1).filter(|next| next[0] == 1 && record[3] == 0);
                let cell = next.map(|next| cell(tiers, next));
                let callee = Callee { object: record[2] as u32, cell };
                if record[0] == 10 { tiers.call(site, callee) } else { tiers.construct(site, callee) }
            }
            (12, Some(site)) => tiers.global(site),
            _ => {}
        }
    }
}

fn programs() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(here("programs")).expect("there are programs");
    let mut files: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "cjs"));
    if let Ok(only) = std::env::var("ONLY") {
        files.retain(|file| file.to_string_lossy().contains(&only));
    }
    files.sort();
    // Real Node is asked up to four times for each: all of them only where that is wanted.
    if std::env::var_os("ALL").is_none() && std::env::var_os("ONLY").is_none() {
        files = files.into_iter().step_by(4).collect();
    }
    files
}

fn departures() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(here("departs.txt")).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(": ")).map(|(name, reason)| (name.to_owned(), reason.to_owned())).collect()
}

#[test]
fn the_tiers_are_those_of_node() {
    let departs = departures();
    let mut failures = Vec::new();
    for version in [Version::Node24, Version::Node20] {
        if std::env::var("VERSION").is_ok_and(|wanted| !format!("{version:?}").contains(&wanted)) {
            continue;
        }
        let (mut equal, mut total) = (0, 0);
        for program in programs() {
            let name = format!("{version:?} {}", program.file_stem().unwrap_or_default().to_string_lossy());
            let (ours, names) = model(&program, version);
            let mut theirs = oracle::trace(&program, version, &names);
            // Compilers run beside the program: what comes first may differ from run to run.
            for _ in 0..3 {
                if theirs != ours {
                    theirs = oracle::trace(&program, version, &names);
                }
            }
            total += 1;
            equal += usize::from(ours == theirs);
            if std::env::var_os("SHOW").is_some() || ours != theirs {
                println!("== {name}{}", if ours == theirs { " EQUAL" } else { "" });
                for at in 0..ours.len().max(theirs.len()) {
                    let side = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
                    println!("  {} {:70} | {}", if side(&theirs) == side(&ours) { " " } else { "*" }, side(&theirs), side(&ours));
                }
            }
            match (ours == theirs, departs.contains_key(&name)) {
                (false, false) => failures.push(name),
                (true, true) => println!("{name} is equal now"),
                _ => {}
            }
        }
        println!("{version:?}: {equal} of {total} equal");
    }
    // Which compilation is ready first is the machine's affair: a busy one gives a few programs another order in each of four runs.
    assert!(failures.len() <= MOST_BUSY, "depart: {failures:?}");
}
