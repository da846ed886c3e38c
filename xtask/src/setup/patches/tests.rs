//! Opening and refreshing a small made-up crate in a temporary folder, with git as it is.

use super::crates::patch_files;
use super::open::{Opened, check, open};
use super::refresh::{Refreshed, refresh};
use super::work::Work;
use super::{apply, patch};
use crate::project::Project;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of a crate with three patches in three formats; removed at the end.
struct Crate {
    root: PathBuf,
}

const FIRST: &str = "One thing\n\nWhy it is there, in a whole sentence. See\n#3978.\n\n- a point\n\n\
    diff --git a/src/lib.rs b/src/lib.rs\n--- a/src/lib.rs\n+++ b/src/lib.rs\n@@ -1,3 +1,3 @@\n-// one\n+// index 1\n // two\n // three\n";
const SECOND: &str = "Words that are no name.\n\n\
    diff -ruN a/src/lib.rs b/src/lib.rs\n--- a/src/lib.rs\t2026-11-21 02:32:47.0 +0000\n+++ b/src/lib.rs\t2026-11-21 02:32:48.0 +0000\n\
    @@ -1,3 +1,3 @@\n // index 1\n-// two\n+// 2\n // three\n\
    diff -ruN a/src/made.rs b/src/made.rs\n--- a/src/made.rs\t1970-01-01 00:00:00.0 +0000\n+++ b/src/made.rs\t2026-11-21 02:32:48.0 +0000\n@@ -0,0 +1 @@\n+// made\n";
const THIRD: &str =
    "The last\n\n--- a/src/lib.rs\n+++ b/src/lib.rs\n@@ -1,3 +1,3 @@\n // index 1\n // 2\n-// three\n+// 3\n\\ No newline at end of file\n";

impl Crate {
    fn new(name: &str) -> Self {
        let made = Self { root: std::env::temp_dir().join(format!("xtask-patches-{name}-{}", std::process::id())) };
        let _ = fs::remove_dir_all(&made.root);
        for (file, text) in [
            ("source/src/lib.rs", "// one\n// two\n// three\n"),
            ("source/.gitignore", "*.rs\n"),
            ("source/Cargo.toml", "[package]\n"),
            ("patches/0001-one-thing.patch", FIRST),
            ("patches/0002-another-thing.patch", SECOND),
            ("patches/0003-the-last.patch", THIRD),
        ] {
            let file = made.root.join(file);
            fs::create_dir_all(file.parent().expect("it has a folder")).expect("a folder is made");
            fs::write(file, text).expect("a file is written");
        }
        made
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    fn open(&self) -> crate::shell::Result<Opened> {
        open("1.0.0", &self.path("source"), &self.path("patches"), &self.path("work/made_up"))
    }

    fn refresh(&self) -> crate::shell::Result<Refreshed> {
        refresh("1.0.0", &self.path("patches"), &self.path("work/made_up"))
    }

    fn git(&self, arguments: &[&str]) -> String {
        Work::new(&self.path("work/made_up")).git(arguments).expect("git works")
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.path("work/made_up").join(file), text).expect("a file is written");
    }

    /// The patches' names and texts.
    fn patches(&self) -> BTreeMap<String, String> {
        files(&self.path("patches"))
    }

    /// What applying the patches makes.
    fn applied(&self) -> BTreeMap<String, String> {
        apply::make(&self.path("source"), &self.path("patched/made_up"), &patch_files(&self.path("patches"))).expect("the patches apply");
        files(&self.path("patched/made_up"))
    }
}

impl Drop for Crate {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder is read").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            all.extend(files(&entry.path()).into_iter().map(|(inner, text)| (format!("{name}/{inner}"), text)));
        } else {
            all.insert(name, fs::read_to_string(entry.path()).expect("the file is text"));
        }
    }
    all
}

#[test]
fn refreshing_gives_every_patch_one_format_and_is_the_identity_after_that() {
    let made = Crate::new("identity");
    let before = made.applied();
    assert_eq!(before["src/lib.rs"], "// index 1\n// 2\n// 3");
    assert_eq!(made.open().expect("it opens"), Opened::Made);
    made.refresh().expect("it refreshes");
    let first = made.patches();
    assert!(first.keys().eq(["0001-one-thing.patch", "0002-another-thing.patch", "0003-the-last.patch"]));
    assert_eq!(first["0001-one-thing.patch"], FIRST);
    assert_eq!(patch::split(&first["0002-another-thing.patch"]).0, "Another thing\n\nWords that are no name.");
    assert!(first.values().all(|text| !text.contains("2026")));
    assert_eq!(made.applied(), before);

    assert_eq!(made.open().expect("it opens again"), Opened::WasOpen);
    fs::remove_dir_all(made.path("work")).expect("the repository is removed");
    assert_eq!(made.open().expect("it opens anew"), Opened::Made);
    assert_eq!(made.refresh().expect("it refreshes"), Refreshed { all: 3, ..Refreshed::default() });
    assert_eq!(made.patches(), first);
}

#[test]
fn a_fixup_of_the_first_commit_changes_the_first_patch_and_what_goes_is_removed() {
    let made = Crate::new("fixup");
    made.open().expect("it opens");
    made.refresh().expect("it refreshes");
    made.write("Cargo.toml", "[package]\nname = \"made_up\"\n");
    let refused = made.refresh().expect_err("a change is in no commit").0;
    assert!(refused.contains("Cargo.toml"), "{refused}");
    made.git(&["commit", "--all", "--fixup=HEAD~2"]);
    let refused = made.refresh().expect_err("a fixup is still apart").0;
    assert!(refused.contains("--autosquash"), "{refused}");
    made.git(&["-c", "sequence.editor=true", "rebase", "-i", "--autosquash", "base"]);
    let done = made.refresh().expect("it refreshes");
    assert_eq!((done.written, done.removed), (vec!["0001-one-thing.patch".to_owned()], vec![]));
    assert!(made.patches()["0001-one-thing.patch"].contains("#3978.\n"));
    assert!(made.patches()["0001-one-thing.patch"].contains("+name = \"made_up\"\n"));

    made.git(&["reset", "--hard", "HEAD~1"]);
    made.write("src/lib.rs", "// other\n");
    made.git(&["commit", "--all", "--message=Something else"]);
    let done = made.refresh().expect("it refreshes");
    assert_eq!((done.written, done.removed), (vec!["0003-something-else.patch".to_owned()], vec!["0003-the-last.patch".to_owned()]));
}

#[test]
fn opening_again_stops_where_it_would_lose_work() {
    let made = Crate::new("work");
    made.open().expect("it opens");
    made.write("src/lib.rs", "// edited\n");
    let refused = made.open().expect_err("a file is edited").0;
    assert!(refused.contains("src/lib.rs"), "{refused}");
    made.git(&["commit", "--all", "--message=A new one"]);
    made.open().expect_err("a commit is not in patches/");
    made.refresh().expect("it refreshes");
    assert_eq!(made.open().expect("all of it is in patches/"), Opened::WasOpen);
    made.git(&["branch", "aside"]);
    fs::remove_file(made.path("patches/0004-a-new-one.patch")).expect("a patch is removed");
    let refused = made.open().expect_err("a branch would go").0;
    assert!(refused.contains("aside"), "{refused}");
    let refused = made.refresh().expect_err("the folder has changed").0;
    assert!(refused.contains("changed since"), "{refused}");
    made.git(&["branch", "-D", "aside"]);
    assert_eq!(made.open().expect("nothing is lost"), Opened::Made);
    assert_eq!(made.git(&["rev-list", "--count", "base..HEAD"]), "3");
    fs::remove_dir_all(made.path("work/made_up/.git")).expect("the repository is removed");
    check(&made.path("work/made_up")).expect_err("it is no repository");
}

#[test]
fn applying_again_leaves_files_of_the_same_text_alone_and_removes_what_is_gone() {
    let made = Crate::new("settle");
    let first = made.applied();
    let time = |file: &str| fs::metadata(made.path("patched/made_up").join(file)).and_then(|data| data.modified()).expect("the file is there");
    let before = (time("Cargo.toml"), time("src/lib.rs"));
    std::thread::sleep(std::time::Duration::from_millis(20));
    fs::remove_file(made.path("patches/0003-the-last.patch")).expect("a patch is removed");
    fs::write(made.path("patched/made_up/src/left.rs"), "// left over\n").expect("a file is written");
    assert_ne!(made.applied(), first);
    assert!(!made.path("patched/made_up/src/left.rs").exists());
    assert_eq!(time("Cargo.toml"), before.0);
    assert_ne!(time("src/lib.rs"), before.1);
}

#[test]
fn the_document_lists_each_patch_once_and_in_order() {
    let project = Project::find().expect("the project is found");
    let document = fs::read_to_string(project.path("docs/patches.md")).expect("the document is there");
    let mut listed: Vec<String> = Vec::new();
    for line in document.lines() {
        if let Some(folder) = line.strip_prefix("### `patches/") {
            listed.push(folder.trim_end_matches('`').to_owned());
        } else if let Some((name, _)) = line.strip_prefix("| `").and_then(|rest| rest.split_once('`')) {
            listed.push(name.to_owned());
        }
    }
    let mut there: Vec<String> = Vec::new();
    for name in ["boa_ast", "boa_engine"] {
        there.push(name.to_owned());
        let files = patch_files(&project.path("patches").join(name));
        there.extend(files.iter().map(|file| patch::slug_of_file(&super::crates::file_name(file)).to_owned()));
    }
    assert_eq!(listed, there);
}

#[test]
fn each_head_s_subject_fits_its_file_and_its_body_says_what_upstream_has() {
    let project = Project::find().expect("the project is found");
    for name in ["boa_ast", "boa_engine"] {
        for (index, file) in patch_files(&project.path("patches").join(name)).iter().enumerate() {
            let text = fs::read_to_string(file).expect("the patch is text");
            let (head, _) = patch::split(&text);
            assert_eq!(patch::file_name(index + 1, head), super::crates::file_name(file));
            assert!(head.contains("\n\nUpstream: "), "{}: its head does not say what upstream has", file.display());
        }
    }
}
