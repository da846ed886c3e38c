//! `cargo xtask patches open`: the patched crate as a repository in which each patch is a commit.

use super::crates::{file_name, patch_files, stamp};
use super::patch::{message, split};
use super::work::{BASE, BRANCH, Work};
use crate::project;
use crate::shell::{Explain, Result, fail, read};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Settings of the repository: the person's own ones must not change files, stop a commit or strip a line of a head that begins with `#3978`.
const SETTINGS: &[(&str, &str)] = &[
    ("user.name", "Boa patches"),
    ("user.email", "patches@localhost"),
    ("commit.gpgSign", "false"),
    ("core.autocrlf", "false"),
    ("core.fileMode", "false"),
    ("core.hooksPath", "/dev/null"),
    ("core.excludesFile", "/dev/null"),
    ("core.attributesFile", "/dev/null"),
    ("core.commentChar", ";"),
];

/// What opening did.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Opened {
    /// The repository was made.
    Made,
    /// It was there already, with the same patches.
    WasOpen,
}

/// Whether opening would lose nothing: there is no repository, or all of it is in `patches/`.
///
/// # Errors
/// A sentence that says what would be lost.
pub(super) fn check(folder: &Path) -> Result<()> {
    let work = Work::new(folder);
    if folder.exists() && !work.exists() {
        return fail(format!("{} is there and is no repository; it was left as it is", folder.display()));
    }
    match work.exists().then(|| work.unrefreshed()).flatten() {
        Some(reason) => fail(format!(
            "{} holds work that is not in patches/ ({reason}); it was left as it is.\n\
             Commit what is worth keeping and run `cargo xtask patches refresh`, or remove the folder, and open again",
            folder.display()
        )),
        None => Ok(()),
    }
}

/// Makes the repository in `folder` from the pristine `source` and the folder of `patches`.
///
/// # Errors
/// Where it would lose work, a patch doesn't apply or git fails.
pub(super) fn open(version: &str, source: &Path, patches: &Path, folder: &Path) -> Result<Opened> {
    check(folder)?;
    let files = patch_files(patches);
    let stamp = stamp(version, &files)?;
    if fs::read_to_string(Work::new(folder).stamp_file()).is_ok_and(|old| old == stamp) {
        return Ok(Opened::WasOpen);
    }
    let work = Work::new(&folder.with_file_name(".fresh"));
    project::remove_folder(&work.folder)?;
    project::copy_folder(source, &work.folder)?;
    project::remove_folder(&work.folder.join(".git"))?;
    work.git(&["init", "--quiet"])?;
    work.git(&["symbolic-ref", "HEAD", &format!("refs/heads/{BRANCH}")])?;
    for (name, value) in SETTINGS {
        work.git(&["config", name, value])?;
    }
    project::write(&work.folder.join(".git/info/exclude"), "/target/\n")?;
    // Forced: the source may bring a .gitignore of its own.
    work.git(&["add", "--all", "--force"])?;
    commit(&work, &format!("The pristine source, version {version}"))?;
    work.git(&["tag", BASE])?;
    for file in &files {
        let text = fs::read_to_string(file).explain(format_args!("{} can't be read", file.display()))?;
        read(work.command(&["apply", "--index", "--whitespace=nowarn"]).arg(file))?;
        commit(&work, &message(&file_name(file), split(&text).0))?;
    }
    work.mark_refreshed(&stamp)?;
    project::remove_folder(folder)?;
    project::move_into_place(&work.folder, folder)?;
    Ok(Opened::Made)
}

fn commit(work: &Work, message: &str) -> Result<String> {
    let file = work.folder.join(".git/patches-message");
    project::write(&file, message)?;
    let mut command: Command = work.command(&["commit", "--quiet", "--cleanup=verbatim", "--file"]);
    // One time for all, so that opening again gives the same commits.
    command.env("GIT_AUTHOR_DATE", "2000-01-01T00:00:00Z").env("GIT_COMMITTER_DATE", "2000-01-01T00:00:00Z");
    read(command.arg(&file))
}
