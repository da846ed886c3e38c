//! A patched crate laid out as a git repository: the tag `base` is the pristine source, the branch `patches` has one commit for each patch.

use crate::shell::{Explain, Result, read};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The branch that holds the patches.
pub(super) const BRANCH: &str = "patches";
/// The tag of the pristine source.
pub(super) const BASE: &str = "base";
/// The tag of the commit that `patches/` was last read from or written from.
pub(super) const REFRESHED: &str = "refreshed";

/// The repository in `target/patches-work/<crate>`.
pub(super) struct Work {
    pub(super) folder: PathBuf,
}

impl Work {
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Whether there is a repository.
    pub(super) fn exists(&self) -> bool {
        self.folder.join(".git").is_dir()
    }

    /// The stamp of `patches/<crate>` when it was last read or written.
    pub(super) fn stamp_file(&self) -> PathBuf {
        self.folder.join(".git/patches-stamp")
    }

    /// Why what is here would be lost if the folder were removed; `None` where all of it is in `patches/`.
    pub(super) fn unrefreshed(&self) -> Option<String> {
        let Ok(head) = self.git(&["rev-parse", "HEAD"]) else { return Some("the repository can't be read".to_owned()) };
        let others = self.git(&["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/stash"]).unwrap_or_default();
        let others: Vec<&str> = others.lines().filter(|name| *name != BRANCH).collect();
        self.unfinished().or_else(|| {
            if !self.git(&["rev-parse", REFRESHED]).is_ok_and(|refreshed| refreshed == head) {
                Some("it has commits that are not in patches/".to_owned())
            } else if !others.is_empty() {
                Some(format!("it has more than the branch `{BRANCH}`: {}", others.join(", ")))
            } else {
                None
            }
        })
    }

    /// Why the commits are not all there is: an unfinished rebase, or changes in no commit.
    pub(super) fn unfinished(&self) -> Option<String> {
        if ["rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "MERGE_HEAD"].iter().any(|name| self.folder.join(".git").join(name).exists()) {
            return Some("a rebase or a merge is not finished".to_owned());
        }
        let changes = self.git(&["status", "--porcelain"]).unwrap_or_else(|failure| failure.0);
        let files: Vec<&str> = changes.lines().filter_map(|line| line.get(3..)).collect();
        (!files.is_empty()).then(|| format!("changes are in no commit: {}", files.join(", ")))
    }

    /// Runs git here and gives its output without the last line's end.
    ///
    /// # Errors
    /// Where git fails.
    pub(super) fn git(&self, arguments: &[&str]) -> Result<String> {
        read(&mut self.command(arguments)).map(|output| output.trim_end().to_owned())
    }

    /// A git command that sees this repository alone, and neither the person's nor the machine's settings.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        for variable in ["GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS"] {
            command.env_remove(variable);
        }
        // Where the repository is broken, git must not find the project's own one above it.
        command.env("GIT_DIR", self.folder.join(".git")).env("GIT_WORK_TREE", &self.folder);
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_ATTR_NOSYSTEM", "1").env("LC_ALL", "C");
        command.args(arguments).current_dir(&self.folder);
        command
    }

    /// Marks the commits as those that `patches/` holds.
    ///
    /// # Errors
    /// Where the repository can't be written.
    pub(super) fn mark_refreshed(&self, stamp: &str) -> Result<()> {
        self.git(&["tag", "--force", REFRESHED, "HEAD"])?;
        fs::write(self.stamp_file(), stamp).explain(format_args!("{} can't be written", self.stamp_file().display()))
    }
}
