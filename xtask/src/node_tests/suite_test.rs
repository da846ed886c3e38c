//! One file of the suite.

use super::areas::{self, Area};
use crate::shell::{Explain, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// A test, where it is staged.
pub(super) struct SuiteTest {
    pub(super) name: String,
    pub(super) path: PathBuf,
    pub(super) area: &'static Area,
    pub(super) source: String,
    /// The options in its header, `// Flags: …`.
    pub(super) flags: Vec<String>,
    /// What `// Env: NAME=value …` sets.
    pub(super) environment: Vec<(String, String)>,
}

impl SuiteTest {
    pub(super) fn read(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).explain(format_args!("{} can't be read", path.display()))?;
        let source = String::from_utf8_lossy(&bytes).into_owned();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let words = |head: &str| -> Vec<String> {
            let lines = source.lines().filter_map(|line| line.strip_prefix(head));
            lines.flat_map(str::split_whitespace).map(str::to_owned).collect()
        };
        let pair = |word: &String| word.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
        let environment = words("// Env:").iter().filter_map(pair).collect();
        Ok(Self { area: areas::of_test(&name), flags: words("// Flags:"), environment, path: path.to_owned(), name, source })
    }

    /// Whether the text holds any of these.
    pub(super) fn mentions(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.source.contains(word))
    }
}
