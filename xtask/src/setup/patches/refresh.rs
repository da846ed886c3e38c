//! `cargo xtask patches refresh`: writes the patches from the commits of the repository that `open` made.

use super::crates::{file_name as name_of, patch_files, stamp};
use super::patch::{file_name, split, subject, text};
use super::work::{BASE, Work};
use crate::project;
use crate::shell::{Explain, Result, fail, read};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How a diff is written, whatever the person's settings are.
const DIFF: &[&str] = &[
    "diff-tree",
    "-p",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-renames",
    "--unified=3",
    "--inter-hunk-context=0",
    "--diff-algorithm=myers",
    "--indent-heuristic",
    "--src-prefix=a/",
    "--dst-prefix=b/",
];

/// What refreshing did to the files, by name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Refreshed {
    pub(super) written: Vec<String>,
    pub(super) removed: Vec<String>,
    /// How many patches there are now.
    pub(super) all: usize,
}

/// Writes the folder of `patches` from the repository in `folder`.
///
/// # Errors
/// Where the commits are not ready (an unfinished rebase, a `fixup!`, a commit that changes nothing), or where `patches` has
/// changed since it was opened. Nothing is written then.
pub(super) fn refresh(version: &str, patches: &Path, folder: &Path) -> Result<Refreshed> {
    let work = Work::new(folder);
    let place = folder.display();
    if let Some(reason) = work.unfinished() {
        return fail(format!("{place} is not ready: {reason}"));
    }
    if fs::read_to_string(work.stamp_file()).is_ok_and(|old| stamp(version, &patch_files(patches)).is_ok_and(|now| now != old)) {
        return fail(format!(
            "{} or the crate's version has changed since it was opened, and refreshing would undo that.\n\
             Put the folder back as it was (git stash), refresh, and rebase or merge in the project's own repository",
            patches.display()
        ));
    }
    let wanted = render(&work)?;
    let mut done = Refreshed { all: wanted.len(), ..Refreshed::default() };
    for file in patch_files(patches) {
        let name = name_of(&file);
        if !wanted.contains_key(&name) {
            fs::remove_file(&file).explain(format_args!("{} can't be removed", file.display()))?;
            done.removed.push(name);
        }
    }
    for (name, text) in wanted {
        let file = patches.join(&name);
        if fs::read_to_string(&file).is_ok_and(|old| old == text) {
            continue;
        }
        project::write(&file, text)?;
        done.written.push(name);
    }
    work.mark_refreshed(&stamp(version, &patch_files(patches))?)?;
    Ok(done)
}

/// Each commit's file: its name and its text.
fn render(work: &Work) -> Result<BTreeMap<String, String>> {
    let place = work.folder.display();
    if work.git(&["merge-base", "--is-ancestor", BASE, "HEAD"]).is_err() {
        return fail(format!("{place}: HEAD does not come after the tag `{BASE}`"));
    }
    if !work.git(&["rev-list", "--min-parents=2", &format!("{BASE}..HEAD")])?.is_empty() {
        return fail(format!("{place} has a merge: make it a line of commits with `git rebase {BASE}`"));
    }
    let mut files = BTreeMap::new();
    let mut parent = work.git(&["rev-parse", BASE])?;
    for (index, commit) in work.git(&["rev-list", "--reverse", &format!("{BASE}..HEAD")])?.lines().enumerate() {
        let message = work.git(&["show", "--no-patch", "--format=%B", commit])?;
        let subject = subject(&message).to_owned();
        if ["fixup!", "squash!", "amend!"].iter().any(|mark| subject.starts_with(mark)) {
            return fail(format!("{place}: `{subject}` is still apart: `git rebase -i --autosquash {BASE}`"));
        }
        let diff = read(work.command(DIFF).args([&parent, commit]))?;
        if diff.is_empty() {
            return fail(format!("{place}: the commit `{subject}` changes nothing"));
        }
        if diff.lines().any(|line| line.starts_with("Binary files ")) {
            return fail(format!("{place}: the commit `{subject}` changes a file that is not text"));
        }
        let text = text(&message, &diff);
        if split(&text).0 != message.trim() {
            return fail(format!("{place}: the message of `{subject}` has a line that looks like the beginning of a diff"));
        }
        files.insert(file_name(index + 1, &message), text);
        commit.clone_into(&mut parent);
    }
    Ok(files)
}
