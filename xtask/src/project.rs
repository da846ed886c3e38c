//! Where the project's files are, and which versions it pins.

use crate::shell::{Explain, Result, path_with};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The major versions of Node that the machine follows; package.json pins a real one of each. The first runs this project's scripts too.
pub(crate) const MAJORS: [u16; 5] = [24, 26, 22, 20, 18];

/// The folder in `node_modules` that holds the real Node of a major version.
pub(crate) fn node_package(major: u16) -> String {
    if major == MAJORS[0] { "node".to_owned() } else { format!("node-{major}") }
}

/// The project's folder.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The folder above this crate.
    pub(crate) fn find() -> Result<Self> {
        // Cargo sets it at run time too; the compiled-in one is right when the program is started by hand.
        let here = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here.parent().explain("xtask has no folder above it")?;
        let root = root.canonicalize().explain(format_args!("{} can't be read", root.display()))?;
        Ok(Self { root })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A file or folder of the project.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A file or folder that a command made.
    pub(crate) fn target(&self, relative: &str) -> PathBuf {
        self.root.join("target").join(relative)
    }

    /// The real Node.js, pinned in package-lock.json: the oracle, and the runner of this project's scripts.
    pub(crate) fn node(&self) -> PathBuf {
        self.node_of(MAJORS[0])
    }

    /// The real Node.js of a major version.
    pub(crate) fn node_of(&self, major: u16) -> PathBuf {
        self.path(&format!("node_modules/{}/bin/node", node_package(major)))
    }

    /// A program of an npm package. One that is a script for node (wasm-opt is) finds the pinned node.
    pub(crate) fn npm_program(&self, name: &str) -> Command {
        let mut command = Command::new(self.path("node_modules/.bin").join(name));
        command.env("PATH", path_with(&[self.path("node_modules/node/bin")])).current_dir(&self.root);
        command
    }

    /// Makes a folder anew: `fill` fills one in `target/`, which then takes its place, so that a failed build leaves the last good one.
    pub(crate) fn renew_folder(&self, folder: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
        let name = folder.file_name().explain(format_args!("{} is no folder that can be made", folder.display()))?;
        let fresh = self.target(&format!("{}.fresh", name.to_string_lossy()));
        remove_folder(&fresh)?;
        make_folder(&fresh)?;
        fill(&fresh)?;
        remove_folder(folder)?;
        move_into_place(&fresh, folder)
    }

    /// The locked version of a crate: from Cargo.lock, or from an exact pin (`=1.2.3`) in Cargo.toml.
    pub(crate) fn crate_version(&self, name: &str) -> Result<String> {
        let lock = fs::read_to_string(self.path("Cargo.lock")).unwrap_or_default();
        let manifest = fs::read_to_string(self.path("Cargo.toml")).explain("Cargo.toml can't be read")?;
        locked(&lock, name)
            .or_else(|| pinned(&manifest, name))
            .map(str::to_owned)
            .explain(format_args!("neither Cargo.lock nor Cargo.toml gives the exact version of `{name}`"))
    }
}

fn locked<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let head = format!("name = \"{name}\"\nversion = \"");
    let at = lock.find(&head)? + head.len();
    lock[at..].split('"').next()
}

/// The exact version that a manifest pins a crate to.
pub(crate) fn pinned<'a>(manifest: &'a str, name: &str) -> Option<&'a str> {
    let line = manifest.lines().find(|line| line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('=')))?;
    line.split_once("\"=")?.1.split('"').next()
}

/// Writes a file, making its folder; leaves it alone when it holds just that, so that nothing is rebuilt for nothing.
pub(crate) fn write(file: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    let content = content.as_ref();
    if fs::read(file).is_ok_and(|old| old == content) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        make_folder(folder)?;
    }
    fs::write(file, content).explain(format_args!("{} can't be written", file.display()))
}

/// Makes a folder and those above it.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).explain(format_args!("{} can't be made", folder.display()))
}

/// Removes a folder with all in it, if it is there.
pub(crate) fn remove_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error).explain(format_args!("{} can't be removed", folder.display())),
        _ => Ok(()),
    }
}

/// Renames a file or folder.
pub(crate) fn move_into_place(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).explain(format_args!("{} can't be moved to {}", from.display(), to.display()))
}

/// Copies a folder with all in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    make_folder(to)?;
    for entry in fs::read_dir(from).explain(format_args!("{} can't be read", from.display()))? {
        let entry = entry.explain(format_args!("{} can't be read", from.display()))?;
        let (source, copy) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy_folder(&source, &copy)?;
        } else {
            copy_file(&source, &copy)?;
        }
    }
    Ok(())
}

/// Copies a file, making the folder it goes to.
pub(crate) fn copy_file(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        make_folder(folder)?;
    }
    fs::copy(from, to).explain(format_args!("{} can't be copied to {}", from.display(), to.display())).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::{locked, pinned};

    #[test]
    fn a_version_is_read_from_the_lock_or_from_an_exact_pin() {
        let lock = "[[package]]\nname = \"boa_ast\"\nversion = \"0.22.0\"\n\n[[package]]\nname = \"boa\"\nversion = \"1.0.0\"\n";
        assert_eq!(locked(lock, "boa_ast"), Some("0.22.0"));
        assert_eq!(locked(lock, "boa"), Some("1.0.0"));
        assert_eq!(locked(lock, "bo"), None);
        let manifest = "[dependencies]\nwasm-bindgen = { version = \"=0.2.130\", optional = true }\nserde = \"1\"\n";
        assert_eq!(pinned(manifest, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(pinned(manifest, "serde"), None);
        assert_eq!(pinned(manifest, "wasm"), None);
    }
}
