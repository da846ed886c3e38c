//! The lessons' traces: recorded at build time by the page's engine, so that a lesson starts without it.

use super::PageTools;
use crate::project::{MAJORS, Project};
use crate::shell::{Result, read, say};
use crate::stamp::Stamp;
use std::path::{Path, PathBuf};
use std::process::Command;

const RECORD: &str = concat!(include_str!("../../js/engine.cjs"), include_str!("../../js/lessons.cjs"));

/// The folder with the lessons' programs as the engine reads them.
pub(super) fn programs(project: &Project) -> PathBuf {
    project.target("lesson-programs")
}

/// Records every lesson with the compiled engine; gives the folder that the traces are in.
pub(super) fn record(project: &Project, tools: &PageTools, engine: &Path) -> Result<PathBuf> {
    let (folder, programs) = (project.target("lessons"), programs(project));
    tools.lessons(&programs)?;
    let library = project.target(&format!("node-library/node-{}.bin", MAJORS[0]));
    let stamp = Stamp::of(project, "lessons", &[engine, &library, &programs], &[RECORD])?;
    if folder.is_dir() && stamp.holds() {
        say("   no lesson has changed");
        return Ok(folder);
    }
    project.renew_folder(&folder, |fresh| {
        let mut node = Command::new(project.node());
        node.args(["-e", RECORD, "--"]).args([engine, &library, &programs, fresh]);
        say(read(&mut node)?.trim_end());
        Ok(())
    })?;
    stamp.keep()?;
    Ok(folder)
}
