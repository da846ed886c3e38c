//! Which programs there are: the spec's, our own, and those that a random run once failed on.

use crate::harness::{Case, Result, folder};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use trace::Profile;

/// How a program is checked.
pub enum Check {
    /// Real node always does the same: outcomes must be equal.
    Equal,
    /// Real node may go either way: what it does must be among what our explorer reaches.
    Member,
    /// Real node depends on how late the machine wakes it: some of what it does must be among what our explorer reaches.
    Overlap,
    /// Listed in `waiting.txt`, or for another profile than the default one in `waiting-22.txt` and its like.
    Waiting,
}

/// One program. Its name is its path under `tests/conformance/`, without `programs/`: `ticks/recursive.js`;
/// what lies in `recursive.files/` lies beside it when it runs.
pub struct Program {
    pub case: Case,
    pub check: Check,
}

/// All programs whose name has `filter` in it, or one of several with commas between, by name.
pub fn programs(filter: &str, profile: Profile) -> Result<Vec<Program>> {
    let mut waiting = listed("waiting.txt")?.into_iter().collect::<BTreeMap<_, _>>();
    if profile != Profile::default() {
        waiting.extend(listed(&format!("waiting-{}.txt", profile.major()))?);
    }
    let racing = racing_in_spec()?;
    let mut files = Vec::new();
    for part in ["spec", "programs", "regressions"] {
        list(&folder().join(part), &mut files).map_err(|error| format!("{part}: {error}"))?;
    }
    let mut known = waiting.keys().cloned().collect::<BTreeSet<_>>();
    let mut programs = Vec::new();
    for file in files {
        let relative = file.strip_prefix(folder()).unwrap_or(&file).to_string_lossy().into_owned();
        let name = relative.strip_prefix("programs/").unwrap_or(&relative).to_owned();
        known.remove(&name);
        if filter.split(',').any(|part| name.contains(part)) {
            let source = fs::read_to_string(&file).map_err(|error| format!("{relative}: {error}"))?;
            let check = match () {
                () if waiting.contains_key(&name) => Check::Waiting,
                () if racing.get(&name) == Some(&true) => Check::Overlap,
                () if source.starts_with("// nondeterministic") || racing.contains_key(&name) => Check::Member,
                () => Check::Equal,
            };
            programs.push(Program { case: Case { name, source, helpers: helpers(&file)? }, check });
        }
    }
    programs.extend(lessons().filter(|lesson| filter.split(',').any(|part| lesson.case.name.contains(part))));
    match known.first() {
        Some(gone) => Err(format!("{gone} is to wait, and is not there")),
        None => Ok(programs),
    }
}

/// What the page opens with: `lesson/node-lifecycle.js`. Each may go either way.
fn lessons() -> impl Iterator<Item = Program> {
    lesson::all().iter().map(|lesson| {
        let helpers = lesson.files[1..].iter().map(|file| (PathBuf::from(file.name), file.content.as_bytes().to_vec())).collect();
        let case = Case { name: format!("lesson/{}.js", lesson.id), source: lesson.entry().content.to_owned(), helpers };
        Program { case, check: Check::Member }
    })
}

/// A file of this folder with a name and something about it a line.
fn listed(file: &str) -> Result<Vec<(String, String)>> {
    let text = fs::read_to_string(folder().join(file)).map_err(|error| format!("{file}: {error}"))?;
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let entries = lines.map(|line| match line.split_once(char::is_whitespace) {
        Some((name, reason)) if !reason.trim().is_empty() => Ok((name.to_owned(), reason.trim().to_owned())),
        _ => Err(format!("{file} says nothing of {line}")),
    });
    entries.collect()
}

/// The spec's programs are copied as they are, so their marks are in `index.json` and `racing.txt`: whether it is lateness.
fn racing_in_spec() -> Result<BTreeMap<String, bool>> {
    let text = fs::read_to_string(folder().join("spec/index.json")).map_err(|error| format!("index.json: {error}"))?;
    let index: Value = serde_json::from_str(&text).map_err(|error| format!("index.json: {error}"))?;
    let entries = index.as_array().into_iter().flatten().filter(|entry| entry["deterministic"] == false);
    let racing = entries.filter_map(|entry| entry["file"].as_str()).map(|file| (format!("spec/{file}"), false));
    let listed = listed("racing.txt")?.into_iter().map(|(name, about)| (name, about.starts_with("lateness")));
    Ok(racing.chain(listed).collect())
}

/// Programs in a folder and below, sorted; not those in `NAME.files/`.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    let mut entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<Vec<_>>>()?;
    entries.sort();
    for path in entries {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        match extension {
            "js" | "mjs" => files.push(path),
            "" if path.is_dir() => list(&path, files)?,
            _ => {}
        }
    }
    Ok(())
}

/// The files in `NAME.files/`, by their paths in it.
fn helpers(program: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    fn walk(root: &Path, folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            match path.strip_prefix(root) {
                _ if path.is_dir() => walk(root, &path, found)?,
                Ok(relative) => found.push((relative.to_owned(), fs::read(&path)?)),
                Err(_) => {}
            }
        }
        Ok(())
    }
    let beside = program.with_extension("files");
    let mut found = Vec::new();
    if beside.is_dir() {
        walk(&beside, &beside, &mut found).map_err(|error| format!("{}: {error}", beside.display()))?;
    }
    found.sort();
    Ok(found)
}
