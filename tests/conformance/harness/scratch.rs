//! The folder that each program runs in: a fresh one with the same few data files.

use super::{Outcome, Result, folder};
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

    /// Lays out a program's folder anew and returns the program's path in it. `helpers` are files beside the program.
    pub fn lay(&self, name: &str, source: &str, helpers: &[(PathBuf, Vec<u8>)]) -> Result<PathBuf> {
        let (place, file) = self.place(name);
        self.lay_in(&place, &file, source, helpers).map_err(|error| format!("{}: {error}", place.display()))?;
        Ok(place.join(file))
    }

    /// Where a program named `area/name.js` will lie.
    pub fn path(&self, name: &str) -> PathBuf {
        let (place, file) = self.place(name);
        place.join(file)
    }

    fn place(&self, name: &str) -> (PathBuf, String) {
        let file = Path::new(name).file_name().map_or_else(|| name.to_owned(), |file| file.to_string_lossy().into_owned());
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        (self.root.join(stem.replace('/', "-")), file)
    }

    fn lay_in(&self, place: &Path, file: &str, source: &str, helpers: &[(PathBuf, Vec<u8>)]) -> std::io::Result<()> {
        if place.exists() {
            fs::remove_dir_all(place)?;
        }
        copy_folder(&folder().join("files"), place)?;
        fs::write(place.join("big.bin"), big())?;
        for (path, bytes) in helpers {
            let to = place.join(path);
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(to, bytes)?;
        }
        fs::write(place.join(file), source)
    }

    /// An outcome as it is kept: without this process's own folder.
    pub fn portable(&self, outcome: &Outcome) -> Outcome {
        outcome.replacing(&self.root.to_string_lossy(), Self::PLACE)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Left-overs in the temporary folder harm nobody.
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
