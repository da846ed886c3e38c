//! Programs as the engine reads them: a `Program` in postcard.

use std::path::Path;
use std::rc::Rc;

use trace::{File, Profile, Program, Settings};

/// Writes the program of every lesson, as it is shown and as each version of Node would run it.
///
/// # Errors
/// Says which file can't be written.
pub(crate) fn lessons(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    write(&folder.join("trace.start"), &trace::file_start())?;
    for lesson in lesson::all() {
        write(&folder.join(format!("{}.program", lesson.id)), &packed(&lesson.program()))?;
        for profile in Profile::ALL {
            let program = lesson.program_with(lesson.entry().content, Settings { profile, ..lesson.settings() });
            write(&folder.join(format!("{}-{}.program", lesson.id, profile.major())), &packed(&program))?;
        }
    }
    Ok(())
}

/// Writes the program of one file, at the path that a reader's program has in the page.
///
/// # Errors
/// Says which file can't be read or written.
pub(crate) fn program(file: &Path, out: &Path) -> Result<(), String> {
    let content = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let entry: Rc<str> = Rc::from([lesson::HOME, "main.js"].concat());
    let files = vec![File { path: entry.clone(), content: Rc::from(content) }];
    write(out, &packed(&Program { entry, files, settings: Settings::default() }))
}

fn packed(program: &Program) -> Vec<u8> {
    postcard::to_allocvec(program).expect("a program holds nothing that postcard cannot write")
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(file, bytes).map_err(|error| format!("{}: {error}", file.display()))
}
