//! Real node's answers, kept under `target/` so that a second run only asks for what changed.

use super::Outcome;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// One file for each node version and source.
pub struct Cache {
    folder: PathBuf,
    version: String,
}

impl Cache {
    pub fn new(version: &str) -> Self {
        let target = option_env!("CARGO_TARGET_TMPDIR").map_or_else(|| support::project().join("target/tmp"), PathBuf::from);
        Self { folder: target.join("oracle"), version: version.to_owned() }
    }

    /// The outcome kept for this key (everything that the program's output depends on).
    pub fn get(&self, key: &str) -> Option<Outcome> {
        let kept: Value = serde_json::from_str(&fs::read_to_string(self.file(key)).ok()?).ok()?;
        (kept.get("key")?.as_str()? == key).then(|| Outcome::from_json(kept.get("outcome")?)).flatten()
    }

    pub fn put(&self, key: &str, outcome: &Outcome) {
        // It is only a shortcut: when it can't be written the next run asks again.
        let _ = fs::create_dir_all(&self.folder);
        let _ = fs::write(self.file(key), json!({ "key": key, "outcome": outcome.to_json() }).to_string());
    }

    pub fn forget(&self, key: &str) {
        let _ = fs::remove_file(self.file(key));
    }

    fn file(&self, key: &str) -> PathBuf {
        self.folder.join(format!("{}-{:016x}.json", self.version, fingerprint(key)))
    }
}

/// FNV-1a: stable over Rust versions, unlike the standard library's hasher.
pub fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
