//! A program on the real disk, as one on the machine's.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use trace::{File, Program, STDIN, Settings};

use crate::Options;

/// The program whose entry is `file`, with the files of its folder on the machine's disk.
pub(crate) fn of_file(file: &Path, settings: Settings) -> Result<Program, String> {
    let entry = canonical(file)?;
    let folder = entry.parent().unwrap_or(Path::new("/"));
    let mut files = Vec::new();
    gather(folder, &mut files);
    with_files(&entry, files, settings)
}

/// The program whose entry is `file`, with these files and folders on the machine's disk.
pub(crate) fn with_mounts(file: &Path, mounts: &[PathBuf], settings: Settings) -> Result<Program, String> {
    let mut files = Vec::new();
    for mount in mounts {
        let path = canonical(mount)?;
        if path.is_dir() {
            gather(&path, &mut files);
        } else {
            let content = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            files.push(File { path: Rc::from(path.to_string_lossy()), content: Rc::from(content) });
        }
    }
    with_files(&canonical(file)?, files, settings)
}

/// The program that a command names, with what it gives to standard input.
pub(crate) fn asked_for(file: &Path, options: &Options) -> Result<Program, String> {
    redirected(of_file(file, options.settings.clone())?, options.stdin.as_deref())
}

/// What standard input reads: the content of `file`, or where that is `-` this process's own.
pub(crate) fn redirected(mut program: Program, file: Option<&Path>) -> Result<Program, String> {
    let Some(file) = file else { return Ok(program) };
    let mut content = Vec::new();
    let read = match file.to_str() {
        Some("-") => std::io::stdin().lock().read_to_end(&mut content).map(drop),
        _ => std::fs::read(file).map(|bytes| content = bytes),
    };
    read.map_err(|error| format!("{}: {error}", file.display()))?;
    program.files.push(File { path: Rc::from(STDIN), content: Rc::from(content) });
    Ok(program)
}

fn canonical(file: &Path) -> Result<PathBuf, String> {
    std::fs::canonicalize(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn with_files(entry: &Path, mut files: Vec<File>, settings: Settings) -> Result<Program, String> {
    let path: Rc<str> = Rc::from(entry.to_string_lossy());
    if !files.iter().any(|file: &File| file.path == path) {
        let content = std::fs::read(entry).map_err(|error| format!("{}: {error}", entry.display()))?;
        files.push(File { path: path.clone(), content: Rc::from(content) });
    }
    Ok(Program { entry: path, files, settings })
}

/// What goes onto the machine's disk of a program's folder: its own files first, then those of the folders in it, level by level.
const MOST_FILES: usize = 2000;
const MOST_BYTES: u64 = 32 << 20;
const DEEPEST: usize = 6;

fn gather(folder: &Path, files: &mut Vec<File>) {
    let mut level = vec![folder.to_owned()];
    let mut bytes = 0;
    for _ in 0..DEEPEST {
        let mut next = Vec::new();
        for folder in level {
            let Ok(entries) = std::fs::read_dir(folder) else {
                continue;
            };
            let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            paths.sort();
            for path in paths {
                let Ok(metadata) = std::fs::symlink_metadata(&path) else {
                    continue;
                };
                if metadata.is_dir() {
                    next.push(path);
                } else if metadata.is_file() && files.len() < MOST_FILES && bytes + metadata.len() <= MOST_BYTES {
                    let Ok(content) = std::fs::read(&path) else {
                        continue;
                    };
                    bytes += metadata.len();
                    files.push(File { path: Rc::from(path.to_string_lossy()), content: Rc::from(content) });
                }
            }
        }
        level = next;
    }
}
