//! The folder that each program runs in: a fresh one with the same few data files.

use super::{Case, Outcome, Result, folder};
use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// Folders for programs, removed at the end. Its path is of one length whatever the process id, so that
/// `util.inspect` breaks lines in the same places each time.
pub struct Scratch {
    root: PathBuf,
}

impl Scratch {
    /// What stands for the root in what is kept of an outcome.
    const PLACE: &str = "<scratch>";

    pub fn new() -> Result<Self> {
        let root = env::temp_dir().join(format!("node-lifecycle-{:010}", process::id()));
        fs::create_dir_all(&root).map_err(|error| format!("{}: {error}", root.display()))?;
        Ok(Self { root })
    }

    /// Lays out a program's folder anew and returns the program's path in it.
    pub fn lay(&self, case: &Case) -> Result<PathBuf> {
        let place = self.place(&case.name);
        let file = place.join(Path::new(&case.name).file_name().unwrap_or_default());
        Self::lay_in(&place, &file, case).map_err(|error| format!("{}: {error}", place.display()))?;
        Ok(file)
    }

    pub fn clear(&self, name: &str) {
        // Left-overs in the temporary folder harm nobody.
        let _ = fs::remove_dir_all(self.place(name));
    }

    /// A folder for each program: programs run beside each other.
    fn place(&self, name: &str) -> PathBuf {
        self.root.join(name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace('/', "-"))
    }

    fn lay_in(place: &Path, file: &Path, case: &Case) -> std::io::Result<()> {
        if place.exists() {
            fs::remove_dir_all(place)?;
        }
        copy_folder(&folder().join("files"), place)?;
        if case.source.contains("big.bin") {
            fs::write(place.join("big.bin"), big())?;
        }
        for (path, bytes) in &case.helpers {
            let to = place.join(path);
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(to, bytes)?;
        }
        fs::write(file, &case.source)
    }

    /// An outcome as it is kept: without this process's own folder.
    pub fn portable(&self, outcome: &Outcome) -> Outcome {
        outcome.replacing(&self.root.to_string_lossy(), Self::PLACE)
    }

    /// A portable outcome as it reads here.
    pub fn local(&self, outcome: &Outcome) -> Outcome {
        outcome.replacing(Self::PLACE, &self.root.to_string_lossy())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // See `clear`.
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// 600 KiB: more than one of `readFile`'s chunks of 512 KiB.
fn big() -> Vec<u8> {
    (0..600 * 1024_u32).map(|at| b"0123456789abcdef"[(at / 1024 % 16) as usize]).collect()
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() { copy_folder(&entry.path(), &target)? } else { fs::write(target, fs::read(entry.path())?)? }
    }
    Ok(())
}
