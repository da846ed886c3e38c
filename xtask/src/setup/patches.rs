//! Boa with our small mends: the pinned registry source plus `patches/<crate>/*.patch`, in `target/patched/<crate>`,
//! where the root Cargo.toml's `[patch.crates-io]` looks for it.

use crate::project::{self, Project};
use crate::shell::{Explain, Result, fail, read, say};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Makes every patched crate that is missing or older than its patches.
pub(crate) fn apply(project: &Project) -> Result<()> {
    let manifest = fs::read_to_string(project.path("Cargo.toml")).explain("Cargo.toml can't be read")?;
    for name in patched_crates(&manifest) {
        // Boa's crates are released together, under one version.
        let version = project.crate_version(name).or_else(|_| project.crate_version("boa_engine"))?;
        let patches = patch_files(&project.path("patches").join(name));
        let patched = project.target("patched").join(name);
        let (stamp_file, stamp) = (project.target("patched").join(format!("{name}.stamp")), stamp(&version, &patches)?);
        if patched.join("Cargo.toml").is_file() && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
            say(format_args!("   {name} {version} with {} is there", count(patches.len())));
            continue;
        }
        say(format_args!("   {name} {version}: applying {}", count(patches.len())));
        let source = registry_source(project, name, &version)?;
        make(project, &source, &patched, &patches)?;
        project::write(&stamp_file, stamp)?;
    }
    Ok(())
}

fn count(patches: usize) -> String {
    if patches == 1 { "1 patch".to_owned() } else { format!("{patches} patches") }
}

/// The crates that the root manifest takes from `target/patched`.
fn patched_crates(manifest: &str) -> Vec<&str> {
    let folders = manifest.split("path = \"target/patched/").skip(1);
    folders.filter_map(|rest| rest.split('"').next()).collect()
}

/// The crate's patches in order; none is fine.
fn patch_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "patch"));
    files.sort();
    files
}

/// All that the patched crate depends on, so that comparing it is enough.
fn stamp(version: &str, patches: &[PathBuf]) -> Result<String> {
    let mut stamp = format!("version {version}\n");
    for patch in patches {
        stamp += &fs::read_to_string(patch).explain(format_args!("{} can't be read", patch.display()))?;
    }
    Ok(stamp)
}

/// Where cargo keeps the crate's source; fetched through a throw-away manifest, since the root one can't be read before
/// the patched crates exist.
fn registry_source(project: &Project, name: &str, version: &str) -> Result<PathBuf> {
    let fetch = project.target("patched/.fetch").join(name);
    let manifest = format!(
        "[package]\nname = \"fetch\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[lib]\npath = \"lib.rs\"\n\n\
         [dependencies]\n{name} = {{ version = \"={version}\", default-features = false }}\n"
    );
    project::write(&fetch.join("Cargo.toml"), manifest)?;
    project::write(&fetch.join("lib.rs"), "")?;
    // The same versions as the root's lock wherever they meet, so that nothing is downloaded twice.
    if let Ok(lock) = fs::read(project.path("Cargo.lock")) {
        project::write(&fetch.join("Cargo.lock"), lock)?;
    }
    let metadata = read(Command::new("cargo").args(["metadata", "--quiet", "--format-version", "1"]).current_dir(&fetch))?;
    let tail = format!("/{name}-{version}/Cargo.toml\"");
    let end = metadata.find(&tail).explain(format_args!("cargo metadata does not name the source of {name} {version}"))?;
    let start = metadata[..end].rfind('"').explain("cargo metadata printed something unexpected")? + 1;
    let manifest = &metadata[start..end + tail.len() - 1];
    Path::new(manifest).parent().map(Path::to_owned).explain("cargo metadata printed something unexpected")
}

/// Copies the source, applies the patches and moves the result into place.
fn make(project: &Project, source: &Path, patched: &Path, patches: &[PathBuf]) -> Result<()> {
    let fresh = project.target("patched/.fresh");
    project::remove_folder(&fresh)?;
    project::copy_folder(source, &fresh)?;
    for patch in patches {
        let text = fs::read_to_string(patch).explain(format_args!("{} can't be read", patch.display()))?;
        let touched: Vec<PathBuf> = touched_files(&text).map(|file| fresh.join(file)).collect();
        if touched.is_empty() {
            return fail(format!("{} names no file (`+++ b/…`)", patch.display()));
        }
        let before: Vec<Option<Vec<u8>>> = touched.iter().map(|file| fs::read(file).ok()).collect();
        read(git_apply(project, patch).current_dir(&fresh))?;
        for (file, before) in touched.iter().zip(before) {
            if fs::read(file).ok() == before {
                return fail(format!("{} left {} as it was", patch.display(), file.display()));
            }
        }
    }
    project::remove_folder(patched)?;
    project::move_into_place(&fresh, patched)
}

/// The files that a patch changes. A tab and a time may follow the name.
fn touched_files(patch: &str) -> impl Iterator<Item = &str> {
    patch.lines().filter_map(|line| line.strip_prefix("+++ b/")).map(|name| name.split('\t').next().unwrap_or(name))
}

/// `git apply` that sees no repository: inside one it would skip, without a word, the paths that the repository ignores.
fn git_apply(project: &Project, patch: &Path) -> Command {
    let mut command = Command::new("git");
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    command.env("GIT_CEILING_DIRECTORIES", OsString::from(project.target("patched")));
    command.args(["apply", "--whitespace=nowarn"]).arg(patch);
    command
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_patch_names_its_files_with_or_without_a_time() {
        let patch = "+++ b/src/a.rs\n+++ b/src/b.rs\t2026-11-21 02:32:47\n+++ /dev/null\n";
        assert!(super::touched_files(patch).eq(["src/a.rs", "src/b.rs"]));
    }

    #[test]
    fn the_patched_crates_are_those_that_the_manifest_names() {
        let manifest = "[patch.crates-io]\nboa_ast = { path = \"target/patched/boa_ast\" }\nboa_gc = { path = \"target/patched/boa_gc\" }\n";
        assert_eq!(super::patched_crates(manifest), ["boa_ast", "boa_gc"]);
    }
}
