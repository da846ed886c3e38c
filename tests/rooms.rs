//! Which room may use which (ARCHITECTURE.md). Cargo itself lets no room use another that its manifest does not name;
//! this test holds the manifests against the table here, so that a new arrow between rooms is a decision and not an accident.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

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

/// Folders and files at the top of `src/node` may use one another in circles, but in none so large that it cannot be understood at once.
#[test]
fn no_circle_of_modules_in_src_node_is_larger_than_four() {
    let uses = uses_in_node();
    assert!(uses["bindings"].contains("host"), "the uses are not found any more");
    let reached = |from: &str| {
        let (mut seen, mut left) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(module) = left.pop() {
            left.extend(uses[&module].iter().filter(|used| seen.insert((*used).clone())).cloned());
        }
        seen
    };
    let all: BTreeMap<&String, BTreeSet<String>> = uses.keys().map(|module| (module, reached(module))).collect();
    for (module, used) in &all {
        let circle: Vec<&String> = used.iter().filter(|other| all[other].contains(*module)).collect();
        assert!(circle.len() <= 4, "src/node: {circle:?} all use one another");
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

/// For each module at the top of `src/node` the others there that its code names; tests do not count.
fn uses_in_node() -> BTreeMap<String, BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/node");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    let modules: Vec<Vec<String>> = files.iter().map(|file| module_of(file.strip_prefix(&root).expect("it is in the folder"))).collect();
    let tops: BTreeSet<String> = modules.iter().filter_map(|module| module.first().cloned()).collect();
    let mut uses: BTreeMap<String, BTreeSet<String>> = tops.iter().map(|top| (top.clone(), BTreeSet::new())).collect();
    for (file, module) in files.iter().zip(&modules) {
        let Some(top) = module.first() else { continue };
        let code = code_of(&fs::read_to_string(file).expect("a file of the room can be read"));
        let named = names_at_the_root(&code, module.len()).into_iter().filter(|name| tops.contains(name) && name != top);
        uses.entry(top.clone()).or_default().extend(named);
    }
    uses
}

/// The files of a folder that are not tests.
fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder can be listed") {
        let path = entry.expect("a folder can be listed").path();
        if path.is_dir() && !path.ends_with("tests") {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") && !path.ends_with("build.rs") {
            files.push(path);
        }
    }
}

/// The path of a file's module; empty for the root's.
fn module_of(file: &Path) -> Vec<String> {
    let mut names: Vec<String> = file.with_extension("").iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names.pop_if(|last| last == "mod" || last == "lib");
    names
}

/// A file's text without comments, and without its modules of tests.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line == "#[cfg(test)]" {
            // Either `mod tests;` or a block that ends at the margin.
            let is_block = lines.next().is_some_and(|line| line.ends_with('{'));
            let _ = is_block && lines.any(|line| line == "}");
        } else {
            let is_comment = line.trim_start().starts_with("//");
            code.push_str(if is_comment { "" } else { line.split(" // ").next().unwrap_or_default() });
            code.push('\n');
        }
    }
    code
}

/// The names that a module `depth` below the root names directly in the root: behind `crate::`, or behind as many `super::` as it is deep.
fn names_at_the_root(code: &str, depth: usize) -> BTreeSet<String> {
    let above = "super::".repeat(depth);
    let mut names = BTreeSet::new();
    for door in ["crate::", &above] {
        for (at, _) in code.match_indices(door) {
            let is_path = !code[..at].ends_with(|before: char| before.is_alphanumeric() || matches!(before, '_' | ':'));
            let rest = &code[at + door.len()..];
            if is_path {
                names.extend(first_names(rest));
            }
        }
    }
    names
}

/// The first name of a path, or the first name of each path in braces.
fn first_names(path: &str) -> Vec<String> {
    let name = |path: &str| path.trim_start().split(|end: char| !end.is_alphanumeric() && end != '_').next().unwrap_or_default().to_owned();
    let Some(list) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut names) = (0, vec![name(list)]);
    for (at, character) in list.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&list[at + 1..])),
            _ => {}
        }
    }
    names
}
