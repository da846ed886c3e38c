//! What comments and documents point at is there, and the documents can be read: short lines, short sentences.
//!
//! * A path of this repository in a comment or a document names a file or a folder that exists.
//! * A rule that is cited (`N8`, `D1`) has its anchor in `docs/node-semantics.md`, and the file that cites it names that document.
//! * A Markdown file has no line over 160 characters and no sentence over 40 words.

use std::fs;
use std::path::{Path, PathBuf};

/// The folders that hold files of this project; `patches/` quotes Boa's own comments, and is left out as a source of pointers.
const FOLDERS: [&str; 5] = ["src", "tests", "docs", "xtask", "benches"];
/// Files of others, copied as they are or written as their originals are.
const FOREIGN: [&str; 2] = ["tests/node_suite", "tests/conformance/programs"];
/// What a path of this repository begins with. `src/` with a `.cc`, `.c` or `.h` file is one of Node's, V8's or libuv's.
const HEADS: [&str; 8] = ["src/", "tests/", "docs/", "patches/", "xtask/", "styles/", "benches/", "../"];
const UPSTREAM: [&str; 7] = [".cc", ".c", ".h", ".cpp", ".tq", ".y", ".S"];
const RULES: &str = "docs/node-semantics.md";

const LONGEST_LINE: usize = 160;
const MOST_WORDS: usize = 40;

#[test]
fn paths_name_what_exists() {
    let mut wrong = Vec::new();
    let anchors = anchors();
    for file in files(&["rs", "js", "mjs", "css", "md", "toml"]) {
        for (line, text) in remarks(&file) {
            for pointer in pointers(&file, &text) {
                let (path, anchor) = pointer.split_once('#').unwrap_or((pointer, ""));
                let target = target(&file, path);
                if !root().join(&target).exists() {
                    wrong.push(format!("{}:{line}: there is no {}", file.display(), target.display()));
                } else if target == Path::new(RULES) && !anchor.is_empty() && !anchors.iter().any(|known| known == anchor) {
                    wrong.push(format!("{}:{line}: {RULES} has no anchor {anchor}", file.display()));
                }
            }
        }
    }
    report("Pointers at what is not there", &wrong);
}

#[test]
fn cited_rules_have_their_anchors() {
    let mut wrong = Vec::new();
    let anchors = anchors();
    for file in files(&["rs", "js", "mjs", "md"]) {
        let text = read(&file);
        let cited: Vec<(usize, String)> = text.lines().enumerate().flat_map(|(at, line)| rules(line).map(move |rule| (at + 1, rule))).collect();
        for (line, rule) in &cited {
            if !anchors.contains(&rule.to_lowercase()) {
                wrong.push(format!("{}:{line}: {rule} has no anchor in {RULES}", file.display()));
            }
        }
        if let Some((line, rule)) = cited.first()
            && file != Path::new(RULES)
            && !text.contains("node-semantics.md")
        {
            wrong.push(format!("{}:{line}: cites {rule}, and does not say that it stands in {RULES}", file.display()));
        }
    }
    report("Rules that lead nowhere", &wrong);
}

#[test]
fn documents_have_short_lines_and_sentences() {
    let mut wrong = Vec::new();
    for file in files(&["md"]) {
        for (at, line) in read(&file).lines().enumerate() {
            let length = line.chars().count();
            if length > LONGEST_LINE {
                wrong.push(format!("{}:{}: a line of {length} characters (at most {LONGEST_LINE})", file.display(), at + 1));
            }
        }
        for (line, block) in prose(&read(&file)) {
            for sentence in sentences(&block) {
                let words = sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
                if words > MOST_WORDS {
                    let head: Vec<&str> = sentence.split_whitespace().take(8).collect();
                    wrong.push(format!("{}:{line}: a sentence of {words} words (at most {MOST_WORDS}): {} …", file.display(), head.join(" ")));
                }
            }
        }
    }
    report("Documents that are hard to read", &wrong);
}

fn report(title: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{title} ({}):\n{}\n", wrong.len(), wrong.join("\n"));
}

fn root() -> &'static Path {
    support::project()
}

fn read(file: &Path) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The project's own files with one of these extensions, relative to the root: those at the top, and those of its folders.
fn files(extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(Path::new(""), false, &mut found);
    for folder in FOLDERS {
        collect(Path::new(folder), true, &mut found);
    }
    // Patches are diffs; only what is written beside them is a document.
    collect(Path::new("patches"), false, &mut found);
    found.retain(|file| file.extension().is_some_and(|extension| extensions.iter().any(|wanted| extension == *wanted)));
    found.retain(|file| file != Path::new("tests/pointers.rs"));
    found.sort();
    found
}

fn collect(folder: &Path, deeply: bool, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let entry = entry.expect("a folder can be listed");
        let path = folder.join(entry.file_name());
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_folder {
            found.push(path);
        } else if deeply && entry.file_name() != "target" && !FOREIGN.iter().any(|foreign| path == Path::new(foreign)) {
            collect(&path, deeply, found);
        }
    }
}

/// The lines of a file that are not code, with their numbers: a document's own outside of its code blocks, and a program's comments.
fn remarks(file: &Path) -> Vec<(usize, String)> {
    let text = read(file);
    let is_document = file.extension().is_some_and(|extension| extension == "md");
    let is_toml = file.extension().is_some_and(|extension| extension == "toml");
    let mut in_code = false;
    let mut remarks = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let trimmed = line.trim_start();
        let remark = if is_document {
            in_code ^= trimmed.starts_with("```");
            (!in_code).then_some(line)
        } else if is_toml {
            line.split_once('#').map(|(_, remark)| remark)
        } else if trimmed.starts_with("/*") || trimmed.starts_with("* ") {
            Some(trimmed)
        } else {
            line.split_once("//").map(|(_, remark)| remark)
        };
        remarks.extend(remark.map(|remark| (at + 1, remark.to_owned())));
    }
    remarks
}

/// What a remark points at: the paths of this repository in it, and the targets of a document's links.
fn pointers<'a>(file: &Path, text: &'a str) -> Vec<&'a str> {
    let words = text.split(|c: char| c.is_whitespace() || "`()[]\"'<>,;".contains(c)).filter_map(repository_path);
    let is_document = file.extension().is_some_and(|extension| extension == "md");
    let links = text.split("](").skip(1).filter(|_| is_document).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
    let mut found: Vec<&str> = words.chain(links.filter(|link| !link.contains("://"))).collect();
    // A link's text may be its target.
    found.sort_unstable();
    found.dedup();
    found
}

/// The file that a pointer names: from the root where it begins with a folder of the project, else from the file's own folder.
fn target(file: &Path, path: &str) -> PathBuf {
    if path.is_empty() {
        return file.to_owned();
    }
    let here = file.parent().unwrap_or(Path::new(""));
    let from_root = HEADS.iter().any(|head| path.starts_with(head)) && !path.starts_with("../");
    let mut target = PathBuf::new();
    for part in if from_root { PathBuf::from(path) } else { here.join(path) }.components() {
        // `..` above the root leads out of the repository, and stays.
        if part.as_os_str() != ".." || !target.pop() {
            target.push(part);
        }
    }
    target
}

/// The word, if it is a path of this repository. One with a `*`, a `…`, a brace or a word in capitals stands for many, and is not looked at.
fn repository_path(word: &str) -> Option<&str> {
    let path = word.trim_end_matches(['.', ':', '!', '?']);
    let plain = |c: char| c.is_ascii_alphanumeric() || "_./-#".contains(c);
    let is_for_many = !path.chars().all(plain) || path.split(['/', '.']).any(|part| part == "NAME" || part.starts_with("YOUR_"));
    let is_ours = HEADS.iter().any(|head| path.starts_with(head)) && !UPSTREAM.iter().any(|end| path.ends_with(end));
    (is_ours && !is_for_many).then_some(path)
}

/// The rules that a line cites: `N` or `D` and one or two digits, as a word.
fn rules(line: &str) -> impl Iterator<Item = String> {
    let words = line.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned).collect::<Vec<_>>();
    words.into_iter().filter(|word| {
        let mut chars = word.chars();
        matches!(chars.next(), Some('N' | 'D')) && (2..=3).contains(&word.len()) && chars.all(|c| c.is_ascii_digit())
    })
}

fn anchors() -> Vec<String> {
    read(Path::new(RULES)).split("<a id=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(id, _)| id.to_owned()).collect()
}

/// A document's paragraphs, list items, headings and table cells, each with the number of its first line.
fn prose(text: &str) -> Vec<(usize, String)> {
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let (mut in_code, mut is_open) = (false, false);
    for (at, line) in text.lines().enumerate() {
        let trimmed = line.trim();
        let is_fence = trimmed.starts_with("```");
        in_code ^= is_fence;
        let number = trimmed.split_once(". ").is_some_and(|(number, _)| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()));
        if in_code || is_fence || trimmed.is_empty() {
            is_open = false;
        } else if trimmed.starts_with('|') {
            blocks.extend(trimmed.split('|').map(|cell| (at + 1, cell.trim().to_owned())));
            is_open = false;
        } else if is_open && !number && !trimmed.starts_with(['#', '<']) && !["* ", "- ", "> "].iter().any(|head| trimmed.starts_with(head)) {
            let block = &mut blocks.last_mut().expect("a block is open").1;
            block.push(' ');
            block.push_str(trimmed);
        } else {
            blocks.push((at + 1, trimmed.to_owned()));
            is_open = !trimmed.starts_with('#');
        }
    }
    blocks
}

/// A sentence ends with a full stop, a question mark or an exclamation mark before a space, whatever closes behind it.
fn sentences(block: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    for word in block.split_whitespace() {
        let last = sentences.last_mut().expect("there is one");
        last.push_str(word);
        last.push(' ');
        if word.trim_end_matches([')', '"', '*', '”', '`', '_', ']']).ends_with(['.', '!', '?']) {
            sentences.push(String::new());
        }
    }
    sentences
}
