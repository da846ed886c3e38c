//! The code cache beside the library's file: made by whoever first misses it, as a build of this program leaves none behind that it could read.

use std::fs;
use std::path::Path;

use node_lifecycle::node::{Library, compile_library};

/// The library with its compiled modules, where they can be had.
pub(crate) fn with_code(library: Library, library_file: &Path) -> Library {
    let file = library_file.with_extension("code");
    let library = match fs::read(&file) {
        Ok(bytes) => library.with_code(bytes),
        Err(_) => library,
    };
    if library.has_code() {
        return library;
    }
    let Ok(bytes) = compile_library(&library) else {
        return library;
    };
    keep(&file, &bytes);
    library.with_code(bytes)
}

/// Programs that start at the same time must never see half a file. A folder that can't be written to costs time and nothing else.
fn keep(file: &Path, bytes: &[u8]) {
    let part = file.with_extension(format!("code-{}", std::process::id()));
    if fs::write(&part, bytes).and_then(|()| fs::rename(&part, file)).is_err() {
        let _ = fs::remove_file(&part);
    }
}
