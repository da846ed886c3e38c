//! The page itself: Trunk compiles and assembles it, then the parts that Trunk knows nothing of are laid beside it.

use crate::project::{self, Project};
use crate::setup::Machine;
use crate::shell::{Explain, Result, fail, path_with, run, say, title};
use std::collections::hash_map::DefaultHasher;
use std::fmt::Write;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::process::Command;

/// What the page is made from.
const SOURCES: &[&str] = &["index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock", ".cargo", "styles", "src", "assets", "target/patched"];
/// The worker's script, beside the engine.
const WORKER: &str = "src/host/worker.js";

/// Runs Trunk, unless no source has changed since it last ran.
pub(super) fn build(project: &Project, machine: &Machine) -> Result<()> {
    title("page");
    let mut sources = String::new();
    for source in SOURCES {
        list(&project.path(source), &mut sources);
    }
    let stamp = project.target("page.stamp");
    if project.path("dist/index.html").is_file() && fs::read_to_string(&stamp).is_ok_and(|old| old == sources) {
        say("   no source has changed");
        return Ok(());
    }
    let mut trunk = Command::new(&machine.tools.trunk);
    machine.wasm.choose(&mut trunk);
    trunk.env("PATH", path_with(&machine.tools.folders)).env_remove("NO_COLOR");
    trunk.args(["build", "--release", "--cargo-profile", "app", "--skip-version-check", "--offline"]);
    run(trunk.current_dir(project.root()))?;
    boot_from_a_file(project)?;
    project::write(&stamp, sources)
}

/// One line a file: its name, size and time.
fn list(path: &Path, into: &mut String) {
    let Ok(data) = fs::metadata(path) else { return };
    if data.is_dir() {
        let mut entries: Vec<_> = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        entries.sort();
        entries.iter().for_each(|entry| list(entry, into));
    } else {
        let time = data.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok()).map_or(0, |time| time.as_nanos());
        let _ = writeln!(into, "{} {} {time}", path.display(), data.len());
    }
}

/// Trunk starts the page with an inline script, which the page's content security policy rightly forbids: it moves to a file.
fn boot_from_a_file(project: &Project) -> Result<()> {
    let file = project.path("dist/index.html");
    let html = fs::read_to_string(&file).explain("dist/index.html can't be read")?;
    let mut fresh = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some((start, end, script)) = inline_module(rest) {
        let mut hasher = DefaultHasher::new();
        script.hash(&mut hasher);
        let name = format!("boot-{:016x}.js", hasher.finish());
        project::write(&project.path("dist").join(&name), format!("{}\n", script.trim()))?;
        fresh += &rest[..start];
        let _ = write!(fresh, "<script type=\"module\" src=\"./{name}\"></script>");
        rest = &rest[end..];
    }
    fresh += rest;
    if !fresh.contains("Content-Security-Policy") {
        return fail("index.html has no Content-Security-Policy.");
    }
    project::write(&file, fresh)
}

/// The first module script with no `src`: where its element begins and ends, and its text.
fn inline_module(html: &str) -> Option<(usize, usize, &str)> {
    let mut from = 0;
    loop {
        let start = from + html[from..].find("<script")?;
        let text = start + html[start..].find('>')? + 1;
        let close = text + html[text..].find("</script>")?;
        let tag = &html[start..text];
        let end = close + "</script>".len();
        if tag.contains("module") && !tag.contains("src=") {
            return Some((start, end, &html[text..close]));
        }
        from = end;
    }
}

/// Lays the engine, Node's library and the lessons' traces beside the page.
pub(super) fn add(project: &Project, engine: &Path, lessons: &Path) -> Result<()> {
    let dist = project.path("dist");
    project::copy_file(engine, &dist.join("engine/engine.wasm"))?;
    if project.path(WORKER).is_file() {
        project::copy_file(&project.path(WORKER), &dist.join("engine/worker.js"))?;
    } else {
        say(format_args!("   {WORKER} is not written yet: the page can't run programs"));
    }
    for entry in fs::read_dir(project.target("node-library")).explain("target/node-library can't be read")?.flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "bin") {
            project::copy_file(&entry.path(), &dist.join("engine").join(entry.file_name()))?;
        }
    }
    project::remove_folder(&dist.join("lessons"))?;
    project::copy_folder(lessons, &dist.join("lessons"))
}

#[cfg(test)]
mod tests {
    use super::inline_module;

    #[test]
    fn only_a_module_script_without_a_source_is_inline() {
        let html = "<script src=\"a.js\"></script><script type=\"module\" nonce=\"x\">go()</script>end";
        let (start, end, text) = inline_module(html).expect("there is one");
        assert_eq!((&html[..start], text, &html[end..]), ("<script src=\"a.js\"></script>", "go()", "end"));
        assert!(inline_module("<script type=\"module\" src=\"a.js\"></script>").is_none());
    }
}
