//! A Chromium for the browser tests.

use super::debian;
use crate::shell::{Explain, Result, on_path, say};
use std::path::PathBuf;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser at `CHROMIUM`, or the first on PATH, or Debian's, installed now.
pub(crate) fn find_or_install() -> Result<PathBuf> {
    if find().is_none() {
        debian::install(&["chromium", "fonts-noto-core", "fonts-noto-mono"], "The browser tests need Chromium or Chrome.")?;
    }
    let browser = find().explain("Chromium is not on PATH, though Debian's package was installed")?;
    say(format_args!("   browser: {}", browser.display()));
    Ok(browser)
}

fn find() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    named.or_else(|| NAMES.iter().find_map(|name| on_path(name)))
}
