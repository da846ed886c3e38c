//! `dist/`, or a draft's folder: the page, its styles and editor, the engine, Node's library and the lessons' traces, laid out as they are served.
//! It is made beside and moved into place whole, so that a failed build leaves the last good one.

use crate::project::{self, MAJORS, Project};
use crate::shell::{Explain, Result, fail, read, say};
use crate::stamp::Stamp;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Gives each file the browser fetches a name that holds its content's hash.
const FINGERPRINT: &str = include_str!("../../js/fingerprint.cjs");

const STYLES: &str = "styles/main.css";
const STYLES_FOLDER: &str = "styles";
/// The folder whose one script is the editor's entry.
const EDITOR: &str = "src/ui/editor";
/// The worker's script.
const WORKER: &str = "src/browser/worker.js";

/// The parts that are built by now.
pub(super) struct Parts {
    pub(super) page: PathBuf,
    pub(super) engine: PathBuf,
    pub(super) code: PathBuf,
    pub(super) lessons: PathBuf,
}

impl Parts {
    /// All that the folder is made of.
    fn stamp(&self, project: &Project, to: &Path) -> Result<Stamp> {
        let mut paths: Vec<PathBuf> = [STYLES_FOLDER, EDITOR, WORKER, "package-lock.json", "Cargo.lock"].map(|path| project.path(path)).into();
        // Not the folder: the command line keeps caches of its own there.
        paths.extend(MAJORS.map(|major| project.target(&format!("node-library/node-{major}.bin"))));
        let mut files: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
        files.extend([&self.page, &self.engine, &self.code, &self.lessons].map(PathBuf::as_path));
        let name = to.file_name().unwrap_or_default().to_string_lossy();
        Stamp::of(project, &format!("folder-{name}"), &files, &[FINGERPRINT, super::licences::SCRIPT, include_str!("dist.rs")])
    }
}

/// Puts the parts together in the folder `to`.
pub(super) fn assemble(project: &Project, parts: &Parts, to: &Path) -> Result<()> {
    let stamp = parts.stamp(project, to)?;
    if to.join("index.html").is_file() && stamp.holds() {
        say(format_args!("   nothing in {} has changed", to.display()));
        return Ok(());
    }
    project.renew_folder(to, |fresh| fill(project, parts, fresh))?;
    stamp.keep()
}

fn fill(project: &Project, parts: &Parts, fresh: &Path) -> Result<()> {
    project::copy_folder(&parts.page, fresh)?;
    check_policy(fresh)?;
    minify(project, &fresh.join("app.js"))?;
    minify(project, &fresh.join("boot.js"))?;
    bundle(project, &project.path(STYLES), &fresh.join("app.css"))?;
    match editor_entry(project) {
        Some(entry) => bundle(project, &entry, &fresh.join("editor.js"))?,
        None => say(format_args!("   {EDITOR} holds no script yet: no editor")),
    }
    engine(project, parts, &fresh.join("engine"))?;
    project::copy_folder(&parts.lessons, &fresh.join("lessons"))?;
    super::licences::collect(project, &fresh.join("LICENSES"))?;
    say(read(Command::new(project.node()).args(["-e", FINGERPRINT, "--"]).arg(fresh))?.trim_end());
    Ok(())
}

/// The page runs other people's programs: it must be bound by a policy, and run no script that is not a file of its own.
fn check_policy(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page.join("index.html")).explain("the page has no index.html")?;
    if !html.contains("Content-Security-Policy") {
        return fail("index.html has no Content-Security-Policy.");
    }
    let mut rest = html.as_str();
    while let Some(start) = rest.find("<script") {
        rest = &rest[start + "<script".len()..];
        if !rest.split('>').next().unwrap_or_default().contains("src=") {
            return fail("index.html holds an inline script, which its content security policy forbids.");
        }
    }
    Ok(())
}

fn esbuild(project: &Project) -> Command {
    let mut command = project.npm_program("esbuild");
    command.args(["--minify", "--target=es2022", "--legal-comments=none", "--log-level=warning"]);
    command
}

fn minify(project: &Project, script: &Path) -> Result<()> {
    if script.is_file() {
        read(esbuild(project).arg(script).arg("--allow-overwrite").arg(format!("--outfile={}", script.display())))?;
    }
    Ok(())
}

fn bundle(project: &Project, entry: &Path, to: &Path) -> Result<()> {
    read(esbuild(project).arg(entry).args(["--bundle", "--format=esm"]).arg(format!("--outfile={}", to.display()))).map(|_| ())
}

fn editor_entry(project: &Project) -> Option<PathBuf> {
    let files = fs::read_dir(project.path(EDITOR)).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut scripts: Vec<PathBuf> = files.filter(|file| file.extension() == Some(OsStr::new("js"))).collect();
    scripts.sort();
    // `editor.js` where there are several.
    let named = scripts.iter().position(|file| file.file_stem() == Some(OsStr::new("editor")));
    if scripts.is_empty() { None } else { Some(scripts.swap_remove(named.unwrap_or(0))) }
}

fn engine(project: &Project, parts: &Parts, to: &Path) -> Result<()> {
    project::copy_file(&parts.engine, &to.join("engine.wasm"))?;
    project::copy_folder(&parts.code, to)?;
    let worker = to.join("worker.js");
    project::copy_file(&project.path(WORKER), &worker)?;
    minify(project, &worker)?;
    for entry in fs::read_dir(project.target("node-library")).explain("target/node-library can't be read")?.flatten() {
        if entry.path().extension() == Some(OsStr::new("bin")) {
            project::copy_file(&entry.path(), &to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
