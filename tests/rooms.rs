//! The arrows between the rooms of `src/` point down only (ARCHITECTURE.md), and the rooms below the page know no browser.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms it may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("trace", &[]),
    ("machine", &["trace"]),
    ("node", &["machine", "trace", "v8"]),
    ("v8", &["trace"]),
    ("lesson", &["trace"]),
    ("player", &["trace", "lesson"]),
    ("scene", &["trace", "player"]),
    ("ui", &["trace", "lesson", "player", "scene", "host"]),
    ("host", &["trace"]),
];

/// What only the page may know.
const BROWSER: &[&str] = &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"];

#[test]
fn arrows_between_rooms_point_down() {
    let mut wrong = Vec::new();
    for (room, allowed) in ROOMS {
        for (place, line) in lines(room) {
            for used in words_after(&line, "crate::") {
                let is_room = ROOMS.iter().any(|(name, _)| *name == used);
                if is_room && used != *room && !allowed.contains(&used) {
                    wrong.push(format!("{place}: {room} uses {used}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn only_the_page_knows_the_browser() {
    let mut wrong = Vec::new();
    for (room, _) in ROOMS.iter().filter(|(room, _)| !["ui", "host"].contains(room)) {
        for (place, line) in lines(room) {
            for name in BROWSER {
                if line.contains(&format!("{name}::")) || line.trim_start().starts_with(&format!("use {name}")) {
                    wrong.push(format!("{place}: {room} uses {name}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The code lines of a room, each with its place; comments and tests are left out. `crate::{a, b}` is not this project's way of importing rooms.
fn lines(room: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room), &mut files);
    files.sort();
    let mut lines = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a source file can be read");
        // A room's own tests stand at the end of a file and may use what they like.
        let code = text.split("#[cfg(test)]").next().unwrap_or(&text);
        for (number, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            assert!(!line.contains("crate::{"), "{}:{}: import each room in a line of its own", file.display(), number + 1);
            lines.push((format!("{}:{}", file.display(), number + 1), line.to_owned()));
        }
    }
    lines
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    // A room that is not built yet has no folder.
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("a folder can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The identifiers that directly follow `head`.
fn words_after<'a>(line: &'a str, head: &str) -> Vec<&'a str> {
    line.match_indices(head)
        .map(|(at, _)| &line[at + head.len()..])
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(rest))
        .collect()
}
