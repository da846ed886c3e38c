//! Which room may use which (ARCHITECTURE.md). Cargo itself lets no room use another that its manifest does not name;
//! this test holds the manifests against the table here, so that a new arrow between rooms is a decision and not an accident.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Each crate under `src/`, and the rooms that its code may use. Tests of a room may use more.
const ROOMS: &[(&str, &[&str])] = &[
    ("trace", &[]),
    ("machine", &["trace"]),
    ("v8", &["trace"]),
    ("node", &["machine", "trace", "v8"]),
    ("lesson", &["trace"]),
    ("player", &["lesson", "trace"]),
    ("scene", &["player", "trace"]),
    ("browser", &["trace"]),
    ("ui", &["browser", "lesson", "player", "scene", "trace"]),
    ("engine", &["node", "trace"]),
    ("app", &["ui"]),
];

/// Crates that only the page may use: what runs below it knows no browser.
const OF_THE_BROWSER: &[&str] = &["gloo-timers", "js-sys", "wasm-bindgen", "wasm-bindgen-futures", "web-sys", "yew"];

/// The crates that make up the page.
const THE_PAGE: &[&str] = &["app", "browser", "ui"];

#[test]
fn rooms_use_only_the_rooms_below_them() {
    for (room, allowed) in ROOMS {
        let rooms: BTreeSet<String> = dependencies(room).into_iter().filter(|name| ROOMS.iter().any(|(room, _)| room == name)).collect();
        let allowed: BTreeSet<String> = allowed.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(rooms, allowed, "src/{room}/Cargo.toml names other rooms than the table in tests/rooms.rs");
    }
}

#[test]
fn only_the_page_knows_the_browser() {
    for (room, _) in ROOMS.iter().filter(|(room, _)| !THE_PAGE.contains(room)) {
        let web: Vec<String> = dependencies(room).into_iter().filter(|name| OF_THE_BROWSER.contains(&name.as_str())).collect();
        assert!(web.is_empty(), "src/{room} is not part of the page and uses {}", web.join(", "));
    }
}

#[test]
fn every_crate_of_the_workspace_is_in_the_table() {
    let folders = fs::read_dir(support::project().join("src")).expect("src/ can be listed");
    let crates: BTreeSet<String> = folders
        .map(|entry| entry.expect("a folder can be listed"))
        .filter(|entry| entry.path().join("Cargo.toml").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let table: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(crates, table);
}

/// The names in all tables of dependencies of a room's manifest but those of its tests.
fn dependencies(room: &str) -> BTreeSet<String> {
    let path = support::project().join("src").join(room).join("Cargo.toml");
    let manifest = fs::read_to_string(&path).expect("a room has a manifest");
    let mut tables: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut table = "";
    for line in manifest.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[') {
            table = name.trim_matches(['[', ']']);
        } else if let Some(end) = line.find([' ', '.', '=']) {
            tables.entry(table).or_default().insert(line[..end].trim_matches('"').to_owned());
        }
    }
    assert!(!tables.contains_key("build-dependencies"), "src/{room}: build dependencies are not in the table of tests/rooms.rs");
    let of_the_code = tables.into_iter().filter(|(table, _)| table.ends_with("dependencies") && !table.ends_with("dev-dependencies"));
    of_the_code.flat_map(|(_, names)| names).collect()
}
