//! The code cache beside the library's file: made by whoever first misses it, as a build of this program leaves none behind that it could read.

use std::fs;
use std::path::Path;

use lesson::{self, Lesson};
use node::{ArchiveError, Bounds, Engine, Library, compile_library};
use trace::{Program, Settings};

use crate::{Options, library, program, running};

/// The library with its compiled modules, where they can be had.
pub(crate) fn with_code(archive: &[u8], library_file: &Path) -> Result<Library, ArchiveError> {
    let file = library_file.with_extension("code");
    let library = Library::with_code(archive, &fs::read(&file).unwrap_or_default())?;
    if library.has_code() {
        return Ok(library);
    }
    let Ok(code) = compile_library(&library) else {
        return Ok(library);
    };
    keep(&file, &code);
    Library::with_code(archive, &code)
}

/// Programs that start at the same time must never see half a file. A folder that can't be written to costs time and nothing else.
fn keep(file: &Path, bytes: &[u8]) {
    let part = file.with_extension(format!("code-{}", std::process::id()));
    if fs::write(&part, bytes).and_then(|()| fs::rename(&part, file)).is_err() {
        let _ = fs::remove_file(&part);
    }
}

/// `code`: runs programs (none given: the lessons'), and writes what of the library's code they and the boot needed.
pub(crate) fn write_code_that_ran(options: &Options) -> Result<u8, String> {
    let out = options.out.as_ref().ok_or("code needs --out FILE")?;
    let library = library(options)?;
    let files = &options.positional[1..];
    let programs: Vec<Program> = if files.is_empty() {
        let settings = |lesson: &Lesson| Settings { profile: options.settings.profile, ..lesson.settings() };
        lesson::all().iter().map(|lesson| lesson.program_with(lesson.entry().content, settings(lesson))).collect()
    } else {
        files.iter().map(|file| program::of_file(Path::new(file), options.settings.clone())).collect::<Result<_, _>>()?
    };
    for program in programs {
        let mut engine = Engine::boot(library.clone())?;
        engine.begin(&program, Bounds::PAGE, false)?;
        running::finish(&mut engine);
    }
    let code = library.code_that_ran(options.least).ok_or("the library could not be compiled")?;
    fs::write(out, code).map_err(|error| format!("{}: {error}", out.display()))?;
    Ok(0)
}
