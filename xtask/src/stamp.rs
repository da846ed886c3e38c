//! Whether a stage of a build need not run again: a stamp beside what it made holds a sum of all that it was made of.

use crate::project::{self, Project};
use crate::shell::{Explain, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The stamp of one stage.
pub(crate) struct Stamp {
    file: PathBuf,
    sum: String,
}

impl Stamp {
    /// Reads everything that a stage is made of: files, folders with all in them, and words such as options and scripts.
    ///
    /// # Errors
    /// Names the file that can't be read.
    pub(crate) fn of(project: &Project, stage: &str, files: &[&Path], words: &[&str]) -> Result<Self> {
        let mut sum = Sum::default();
        files.iter().try_for_each(|file| sum.add_path(file))?;
        words.iter().for_each(|word| sum.add(word.as_bytes()));
        Ok(Self { file: project.target(&format!("stamps/{stage}")), sum: format!("{:016x}\n", sum.0) })
    }

    /// Whether the stage last ended with just this.
    pub(crate) fn holds(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|old| old == self.sum)
    }

    /// The stage has ended well.
    pub(crate) fn keep(&self) -> Result<()> {
        project::write(&self.file, &self.sum)
    }
}

/// A number that any change of the bytes, or of the names of files, changes. Against accidents, not against enemies.
#[derive(Default)]
struct Sum(u64);

impl Sum {
    fn add(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        self.mix(bytes.len() as u64);
        for word in words.by_ref() {
            let mut eight = [0; 8];
            eight.copy_from_slice(word);
            self.mix(u64::from_le_bytes(eight));
        }
        for byte in words.remainder() {
            self.mix(u64::from(*byte));
        }
    }

    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    /// A folder's files in the order of their names; a file that isn't there counts as that.
    fn add_path(&mut self, path: &Path) -> Result<()> {
        self.add(path.as_os_str().as_encoded_bytes());
        if path.is_dir() {
            let entries = fs::read_dir(path).explain(format_args!("{} can't be read", path.display()))?;
            let mut within: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            within.sort();
            within.iter().try_for_each(|entry| self.add_path(entry))
        } else if path.exists() {
            self.add(&fs::read(path).explain(format_args!("{} can't be read", path.display()))?);
            Ok(())
        } else {
            self.mix(1);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sum;

    fn sum(parts: &[&str]) -> u64 {
        let mut sum = Sum::default();
        parts.iter().for_each(|part| sum.add(part.as_bytes()));
        sum.0
    }

    #[test]
    fn a_sum_says_where_one_part_ends_and_the_next_begins() {
        assert_eq!(sum(&["engine", "-Oz"]), sum(&["engine", "-Oz"]));
        let others: [&[&str]; 6] = [&["engine"], &["engin", "e-Oz"], &["engine", "-Os"], &["-Oz", "engine"], &["engine", "-Oz", ""], &["engine-Oz"]];
        for other in others {
            assert_ne!(sum(&["engine", "-Oz"]), sum(other), "{other:?}");
        }
    }
}
