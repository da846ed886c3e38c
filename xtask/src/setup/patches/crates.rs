//! Which crates are patched, where their sources, patches and copies are. Knows nothing of git.

use crate::project::{self, Project};
use crate::shell::{Explain, Result, read};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A crate that the root manifest takes from `target/patched`.
pub(super) struct PatchedCrate {
    pub(super) name: String,
    pub(super) version: String,
    /// `patches/<crate>`.
    pub(super) patches: PathBuf,
    /// `target/patched/<crate>`: what cargo builds.
    pub(super) patched: PathBuf,
    /// `target/patches-work/<crate>`: the git repository in which the patches are edited, if it is there.
    pub(super) work: PathBuf,
}

/// Every patched crate, in the order of the root manifest.
///
/// # Errors
/// Where the manifest can't be read or a crate's version isn't pinned.
pub(super) fn patched_crates(project: &Project) -> Result<Vec<PatchedCrate>> {
    let manifest = fs::read_to_string(project.path("Cargo.toml")).explain("Cargo.toml can't be read")?;
    let crates = names(&manifest).into_iter().map(|name| {
        Ok(PatchedCrate {
            // Boa's crates are released together, under one version.
            version: project.crate_version(name).or_else(|_| project.crate_version("boa_engine"))?,
            patches: project.path("patches").join(name),
            patched: project.target("patched").join(name),
            work: project.target("patches-work").join(name),
            name: name.to_owned(),
        })
    });
    crates.collect()
}

fn names(manifest: &str) -> Vec<&str> {
    let folders = manifest.split("path = \"target/patched/").skip(1);
    folders.filter_map(|rest| rest.split('"').next()).collect()
}

/// The patches in a folder, in the order in which they apply; none is fine.
pub(super) fn patch_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "patch"));
    files.sort();
    files
}

/// All that a patched crate depends on (its version, its patches' names and texts), so that comparing it is enough.
///
/// # Errors
/// Where a patch can't be read.
pub(super) fn stamp(version: &str, patches: &[PathBuf]) -> Result<String> {
    let mut stamp = format!("version {version}\n");
    for patch in patches {
        let text = fs::read_to_string(patch).explain(format_args!("{} can't be read", patch.display()))?;
        stamp += &format!("{}\n{text}", file_name(patch));
    }
    Ok(stamp)
}

/// A file's name without its folder.
pub(super) fn file_name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A number of patches in words.
pub(super) fn count(patches: usize) -> String {
    if patches == 1 { "1 patch".to_owned() } else { format!("{patches} patches") }
}

/// Where cargo keeps the crate's source; fetched through a throw-away manifest, since the root one can't be read before
/// the patched crates exist.
///
/// # Errors
/// Where cargo can't fetch it.
pub(super) fn registry_source(project: &Project, name: &str, version: &str) -> Result<PathBuf> {
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

#[cfg(test)]
mod tests {
    #[test]
    fn the_patched_crates_are_those_that_the_manifest_names() {
        let manifest = "[patch.crates-io]\nboa_ast = { path = \"target/patched/boa_ast\" }\nboa_gc = { path = \"target/patched/boa_gc\" }\n";
        assert_eq!(super::names(manifest), ["boa_ast", "boa_gc"]);
    }
}
