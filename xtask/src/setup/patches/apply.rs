//! The patched crates in `target/patched`: the registry source with each patch applied.

use super::crates::{count, patch_files, patched_crates, registry_source, stamp};
use super::patch::touched_files;
use crate::project::{self, Project};
use crate::shell::{Explain, Result, fail, read, say};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Makes every patched crate that is missing or older than its patches.
///
/// # Errors
/// Where a source can't be fetched or a patch doesn't apply.
pub(crate) fn apply(project: &Project) -> Result<()> {
    for one in patched_crates(project)? {
        let (name, version) = (&one.name, &one.version);
        let patches = patch_files(&one.patches);
        let (stamp_file, stamp) = (project.target("patched").join(format!("{name}.stamp")), stamp(version, &patches)?);
        if one.patched.join("Cargo.toml").is_file() && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
            say(format_args!("   {name} {version} with {} is there", count(patches.len())));
            continue;
        }
        say(format_args!("   {name} {version}: applying {}", count(patches.len())));
        let source = registry_source(project, name, version)?;
        // What is there is of no version until all of it is written.
        project::write(&stamp_file, "")?;
        make(&source, &one.patched, &patches)?;
        project::write(&stamp_file, stamp)?;
    }
    Ok(())
}

/// Copies the source, applies the patches and brings `patched` to the result.
///
/// # Errors
/// Where a patch doesn't apply, or leaves a file that it names as it was.
pub(super) fn make(source: &Path, patched: &Path, patches: &[PathBuf]) -> Result<()> {
    let fresh = patched.with_file_name(".fresh");
    project::remove_folder(&fresh)?;
    project::copy_folder(source, &fresh)?;
    for patch in patches {
        let text = fs::read_to_string(patch).explain(format_args!("{} can't be read", patch.display()))?;
        let touched: Vec<PathBuf> = touched_files(&text).map(|file| fresh.join(file)).collect();
        if touched.is_empty() {
            return fail(format!("{} names no file (`+++ b/…`)", patch.display()));
        }
        let before: Vec<Option<Vec<u8>>> = touched.iter().map(|file| fs::read(file).ok()).collect();
        read(git_apply(&fresh, patch).current_dir(&fresh))?;
        for (file, before) in touched.iter().zip(before) {
            if fs::read(file).ok() == before {
                return fail(format!("{} left {} as it was", patch.display(), file.display()));
            }
        }
    }
    settle(&fresh, patched)?;
    project::remove_folder(&fresh)
}

/// Makes `patched` hold what `fresh` holds. Files with the same text keep their times, so that cargo compiles nothing anew for a new head.
fn settle(fresh: &Path, patched: &Path) -> Result<()> {
    project::make_folder(patched)?;
    for (name, old) in entries(patched)? {
        let new = fresh.join(name);
        if !new.exists() || new.is_dir() != old.is_dir() {
            let removed = if old.is_dir() { fs::remove_dir_all(&old) } else { fs::remove_file(&old) };
            removed.explain(format_args!("{} can't be removed", old.display()))?;
        }
    }
    for (name, new) in entries(fresh)? {
        if new.is_dir() {
            settle(&new, &patched.join(name))?;
        } else {
            project::write(&patched.join(name), fs::read(&new).explain(format_args!("{} can't be read", new.display()))?)?;
        }
    }
    Ok(())
}

/// The names and paths in a folder.
fn entries(folder: &Path) -> Result<Vec<(OsString, PathBuf)>> {
    let entries = fs::read_dir(folder).explain(format_args!("{} can't be read", folder.display()))?;
    Ok(entries.flatten().map(|entry| (entry.file_name(), entry.path())).collect())
}

/// `git apply` that sees no repository: inside one it would skip, without a word, the paths that the repository ignores.
fn git_apply(folder: &Path, patch: &Path) -> Command {
    let mut command = Command::new("git");
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    command.env("GIT_CEILING_DIRECTORIES", folder.parent().map(OsString::from).unwrap_or_default());
    command.args(["apply", "--whitespace=nowarn"]).arg(patch);
    command
}
